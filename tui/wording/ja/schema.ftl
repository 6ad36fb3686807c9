# エディター向けのルールファイルの形式。
schema-help-write = nemawashi.schema.json として書き込むフォルダー。
schema-written = 書き込みました：{ $file }
schema-use = このフォルダーのルールファイルの先頭に次の行を置くと、YAML に対応するエディターがキーの候補を出し、誤りを示します。
schema-elsewhere = ほかのフォルダーのルールファイルでは、名前の代わりにスキーマへのパスを書いてください。
schema-no-folder = フォルダー { $folder } がありません。作るか、別の名前を指定してください。

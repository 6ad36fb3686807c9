# The form of rule files, for editors.
schema-help-write = Folder into which it is written as nemawashi.schema.json.
schema-written = Written: { $file }
schema-use = An editor with a YAML language server offers keys and marks faults in a rule file of this folder that begins with this line:
schema-elsewhere = In a rule file of another folder, put the way to the schema in place of its name.
schema-no-folder = There is no folder { $folder }. Make it, or name another.

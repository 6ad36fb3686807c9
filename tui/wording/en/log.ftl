log-title = Log

"""What people type and read: wording, commands, plain mode."""

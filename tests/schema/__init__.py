"""The form of rule files as a schema."""

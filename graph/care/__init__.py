"""Care of an archive: backup, restore, removal, migration. The graph follows by the next load."""

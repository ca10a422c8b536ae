"""The words that rules look for, as data: one YAML file a subject, read once, with its reader."""

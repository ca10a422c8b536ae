"""What is known and where it lives: model, schema, archive, records, stores, questions, scenes."""

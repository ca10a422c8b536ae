"""The command line: the only place where graph, ingest and web meet."""

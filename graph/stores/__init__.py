"""Graph stores: one Bolt path to the embedded engine and to a Neo4j server."""

"""The Cypher that writes, made from the schema's own names and nothing else.

Labels and relationship types cannot be parameters on either engine, so they stand in the text;
each is looked up in the schema first. All values are parameters.
"""

from graph.errors import OnRecordError
from graph.schema import EDGE_BY_NAME, NODE_BY_LABEL, STATE

_NODES = {**NODE_BY_LABEL, STATE.label: STATE}


def label(name: str) -> str:
    """Return a label of the schema, quoted for Cypher; raise OnRecordError for any other."""
    if name not in _NODES:
        raise OnRecordError("the schema knows no such label", subject=name)
    return f"`{name}`"


def type_(name: str) -> str:
    """Return a relationship type of the schema, quoted; raise OnRecordError for any other."""
    if name not in EDGE_BY_NAME:
        raise OnRecordError("the schema knows no such relationship type", subject=name)
    return f"`{name}`"


def put_nodes(name: str) -> str:
    """Return the statement that creates or replaces `$rows` of this label, returning `written`."""
    shared = "\nSET n:Entity" if label(name) and _NODES[name].entity else ""
    return (
        f"UNWIND $rows AS row\nMERGE (n:{label(name)} {{id: row.id}}){shared}\n"
        "SET n = row.properties\nRETURN count(n) AS written"
    )


def put_edges(name: str, source: str, target: str) -> str:
    """Return the statement that creates or replaces `$rows` between these labels."""
    return (
        f"UNWIND $rows AS row\nMATCH (a:{label(source)} {{id: row.source}})\n"
        f"MATCH (b:{label(target)} {{id: row.target}})\n"
        f"MERGE (a)-[r:{type_(name)} {{id: row.id}}]->(b)\n"
        "SET r = row.properties\nRETURN count(r) AS written"
    )


def delete_nodes(name: str) -> str:
    """Return the statement that deletes the nodes `$ids` with their relationships."""
    return f"UNWIND $ids AS id\nMATCH (n:{label(name)} {{id: id}})\nDETACH DELETE n"


def delete_edges(name: str) -> str:
    """Return the statement that deletes the relationships `$ids`."""
    return f"UNWIND $ids AS id\nMATCH ()-[r:{type_(name)} {{id: id}}]->()\nDELETE r"


def constraint(name: str) -> str:
    """Return the statement that makes a label's ids unique; idempotent on both engines."""
    quoted = "Entity" if name == "Entity" else label(name)
    return (
        f"CREATE CONSTRAINT {name.lower()}_id IF NOT EXISTS FOR (n:{quoted}) REQUIRE n.id IS UNIQUE"
    )


def edge_constraint(name: str) -> str:
    """Return the statement that makes a relationship type's ids unique; idempotent."""
    return (
        f"CREATE CONSTRAINT {name.lower()}_edge_id IF NOT EXISTS FOR ()-[r:{type_(name)}]-() "
        "REQUIRE r.id IS UNIQUE"
    )

"""The graph's one description: node labels, relationship types, which ends each may join, and why.

Loader, both engines' constraints, `check`, the scene and `docs/schema.md` all read it. Names here
are the names used in Cypher. What no pair here allows is not stored.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from graph.model import EntityType, LinkType

Family = Literal["speech", "answers", "scrutiny", "office", "source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeType:
    """One label. `kind` is the key in `style.json`; `entity`: the node also carries `Entity`."""

    label: str
    kind: str
    entity: bool
    meaning: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeType:
    """One relationship type, the pairs of labels it may join, and the family it is drawn in."""

    name: str
    family: Family
    pairs: frozenset[tuple[str, str]]
    meaning: str
    properties: tuple[str, ...] = ()

    def allows(self, source: str, target: str) -> bool:
        """Return whether this type may lead from the label `source` to the label `target`."""
        return (source, target) in self.pairs


ENTITY_LABELS: dict[EntityType, str] = {type_: type_.title() for type_ in get_args(EntityType)}
_ENTITIES = tuple(ENTITY_LABELS.values())
_HOLDERS = ("Person", "Organisation")
SCOPE = ("term", "definition", "period", "area", "measure")
_COMMON = ("id", "name", "search")
_JUDGED = ("review", "method", "confidence", "retracted")
# One item each for every entity of a document that became this one.
_JOINED = ("joined_names", "joined_methods", "joined_why")


def _entity(type_: EntityType, meaning: str, *more: str) -> NodeType:
    properties = (*_COMMON, "aliases", "anonymous", "protected", *_JOINED, *more)
    return NodeType(
        label=ENTITY_LABELS[type_], kind=type_, entity=True, meaning=meaning, properties=properties
    )


NODES: tuple[NodeType, ...] = (
    _entity("person", "a person, named or (anonymous) described by a role"),
    _entity("organisation", "a body, an office or a company"),
    _entity("report", "a published finding, or several spoken of as one", "reference", "url",
            "published"),
    _entity("case", "a matter about people who are never identified"),
    _entity("place", "an area that is named"),
    _entity("law", "an act, a regulation or a rule"),
    _entity("operation", "a named operation or programme"),
    NodeType(label="Document", kind="document", entity=False,
             meaning="one source of the archive",
             properties=(*_COMMON, "sha256", "title", "file", "url", "publisher", "published",
                         "licence", "media_type", "characters", "genre", "genre_method",
                         "masked", "withheld", "origin", "retracted", "statements",
                         "unresolved", "proposed")),
    NodeType(label="Passage", kind="passage", entity=False,
             meaning="verbatim words at a place in a document",
             properties=("id", "document", "start", "end", "quote")),
    NodeType(label="Statement", kind="statement", entity=False,
             meaning="words held by someone, in a capacity, as reported by someone",
             properties=(*_COMMON, "quote", "types", "form", "date", "document",
                         "document_published", "document_origin", "start", "anonymous_speaker",
                         "outer", "outer_speakers", *SCOPE, *_JUDGED)),
    NodeType(label="Judgement", kind="judgement", entity=False,
             meaning="what a person decided, on what (by its id), and why",
             properties=("id", "name", "number", "action", "verdict", "by", "at", "why", "on",
                         "link_from", "standing", "fits", "misfit")),
)  # fmt: skip


def _pairs(sources: tuple[str, ...], targets: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((source, target) for source in sources for target in targets)


def _link(
    name: LinkType,
    family: Family,
    meaning: str,
    *pairs: frozenset[tuple[str, str]],
    more: tuple[str, ...] = (),
) -> EdgeType:
    properties = ("id", "passages", "inferred", "date", *_JUDGED, *more)
    return EdgeType(
        name=name, family=family, meaning=meaning, pairs=frozenset().union(*pairs),
        properties=properties,
    )  # fmt: skip


_NOT_PEOPLE = tuple(label for label in _ENTITIES if label != "Person")

_JUDGEABLE = (*_ENTITIES, "Statement", "Document")

EDGES: tuple[EdgeType, ...] = (
    EdgeType(name="MADE_BY", family="speech", meaning="who holds the statement",
             pairs=_pairs(("Statement",), _HOLDERS), properties=("id", "capacity", "passages")),
    EdgeType(name="REPORTED_BY", family="speech", meaning="who reports the statement",
             pairs=_pairs(("Statement",), _HOLDERS), properties=("id",)),
    EdgeType(name="WITHIN", family="speech", meaning="the outer statement of a nested one",
             pairs=_pairs(("Statement",), ("Statement",)), properties=("id",)),
    EdgeType(name="STATED_IN", family="source", meaning="the words of a statement",
             pairs=_pairs(("Statement",), ("Passage",)), properties=("id", "position")),
    EdgeType(name="PART_OF_TEXT", family="source", meaning="the document a passage stands in",
             pairs=_pairs(("Passage",), ("Document",)), properties=("id",)),
    EdgeType(name="MENTIONS", family="source", meaning="where a document speaks of a thing",
             pairs=_pairs(("Document",), _ENTITIES), properties=("id", "count", "passages")),
    EdgeType(name="ISSUED_BY", family="source", meaning="the body that published the document",
             pairs=_pairs(("Document",), ("Organisation",)), properties=("id",)),
    # A judgement on a link names it by its id alone: links are no nodes.
    EdgeType(name="ON", family="source", meaning="what a judgement is on",
             pairs=_pairs(("Judgement",), _JUDGEABLE), properties=("id",)),
    EdgeType(name="BETWEEN", family="source", meaning="the two statements that a person compared",
             pairs=_pairs(("Judgement",), ("Statement",)), properties=("id",)),
    _link("ABOUT", "speech", "what a statement speaks of", _pairs(("Statement",), _ENTITIES)),
    # A named person and a case are joined by ASSESSED alone (rule 7), so a case is answered by
    # bodies, and concerns no person.
    _link("RESPONDED_TO", "answers", "who answered which report, or was heard on it",
          _pairs(_HOLDERS, ("Report", "Operation")), _pairs(("Organisation",), ("Case",))),
    _link("ASSESSED", "scrutiny", "who gave a view of a case or report, in a public capacity",
          _pairs(_HOLDERS, ("Case", "Report"))),
    _link("INSPECTED", "scrutiny", "which body or report examined which body",
          _pairs(("Organisation", "Report"), ("Organisation",))),
    _link("CONCERNS", "scrutiny", "what a report, case or operation is on",
          _pairs(("Report", "Operation"), _ENTITIES), _pairs(("Case",), _NOT_PEOPLE)),
    _link("HOLDS_ROLE", "office", "an office or post in a body",
          _pairs(("Person",), ("Organisation",)), more=("role",)),
    _link("OVERSEES", "office", "which body oversees which",
          _pairs(("Organisation",), ("Organisation", "Operation"))),
    _link("PART_OF", "office", "a part of a body or of a set of cases",
          _pairs(("Organisation",), ("Organisation", "Operation")), _pairs(("Case",), ("Case",))),
    _link("PUBLISHED", "source", "who put a report out, or runs an operation",
          _pairs(_HOLDERS, ("Report", "Operation"))),
    _link("COMMISSIONED", "source", "who asked for a report or an operation",
          _pairs(_HOLDERS, ("Report", "Operation"))),
    _link("ADDRESSED_TO", "source", "whom a report is addressed to",
          _pairs(("Report",), _HOLDERS)),
)  # fmt: skip

# Of the index itself: one node an archive, which says what was loaded. Not a thing of the world,
# so it stands outside NODES and no page counts or shows it.
STATE = NodeType(label="GraphState", kind="graph_state", entity=False,
                 meaning="what the loader last brought this archive's graph to",
                 properties=("id", "version", "archive", "counted", "counts"))  # fmt: skip
# The labels with a full-text index each, named `<label>_search`; `Entity` covers its subtypes.
SEARCHED = ("Entity", "Statement", "Document")

NODE_BY_LABEL = {node.label: node for node in NODES}
EDGE_BY_NAME = {edge.name: edge for edge in EDGES}
_BY_TYPE: dict[str, str] = {"statement": "Statement"}
_BY_TYPE.update({str(type_): label for type_, label in ENTITY_LABELS.items()})


def lawful(source: EntityType | Literal["statement"], link: LinkType, target: EntityType) -> bool:
    """Return whether a link of this type may join these kinds; extraction asks before it speaks."""
    return EDGE_BY_NAME[link].allows(_BY_TYPE[source], _BY_TYPE[target])

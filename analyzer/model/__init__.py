"""The vocabulary: every value that passes between the stages.

All offsets called ``start`` and ``end`` count Unicode code points of an article's *source text* and are half-open,
unless a docstring says otherwise. Everything here is frozen; a stage returns new values and changes none.
"""

from analyzer.model.article import Article, Removal, Sharing
from analyzer.model.claim import Claim, Stance
from analyzer.model.corpus import Cluster, Edge, EdgeKind, Network, Reach, Score, SiteRow, Spread
from analyzer.model.document import Block, Document, PageKind, Status
from analyzer.model.fact import Cardinality, Entity, Fact, FactTable, Grade, Predicate, show
from analyzer.model.outline import LONGEST, Cuts, Entry, Outline, make_entry, outline_of, place, within_sentence
from analyzer.model.reading import Clues, Gap, GapKind, Reading, Repair, SpinPair
from analyzer.model.run import Checked, Run, entry_of
from analyzer.model.value import (
    EntityValue,
    PartialDate,
    Quantity,
    Shape,
    TextValue,
    Truth,
    UnknownValue,
    Value,
    value_id,
)
from analyzer.model.verdict import Conflict, Judgement, Side, Tier, Verdict

__all__ = [
    "LONGEST",
    "Article",
    "Block",
    "Cardinality",
    "Checked",
    "Claim",
    "Clues",
    "Cluster",
    "Conflict",
    "Cuts",
    "Document",
    "Edge",
    "EdgeKind",
    "Entity",
    "EntityValue",
    "Entry",
    "Fact",
    "FactTable",
    "Gap",
    "GapKind",
    "Grade",
    "Judgement",
    "Network",
    "Outline",
    "PageKind",
    "PartialDate",
    "Predicate",
    "Quantity",
    "Reach",
    "Reading",
    "Removal",
    "Repair",
    "Run",
    "Score",
    "Shape",
    "Sharing",
    "Side",
    "SiteRow",
    "SpinPair",
    "Spread",
    "Stance",
    "Status",
    "TextValue",
    "Tier",
    "Truth",
    "UnknownValue",
    "Value",
    "Verdict",
    "entry_of",
    "make_entry",
    "outline_of",
    "place",
    "show",
    "value_id",
    "within_sentence",
]

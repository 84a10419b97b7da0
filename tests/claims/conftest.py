"""A small table of no particular field, and a way to read one text with it."""

from collections.abc import Callable

import pytest

from analyzer.claims import claims_of, compile_grammar
from analyzer.fold import fold
from analyzer.model import (
    Article,
    Cardinality,
    Claim,
    Document,
    Entity,
    EntityValue,
    FactTable,
    PageKind,
    PartialDate,
    Predicate,
    Quantity,
    Reading,
    Status,
    TextValue,
    Truth,
    UnknownValue,
)
from analyzer.text import View

ENTITIES = (
    Entity(id="t1", name="青岚号", type="ship", aliases=("青岚",)),
    Entity(id="t2", name="白鹭号", type="ship"),
    Entity(id="y1", name="东港造船厂", type="yard", aliases=("东港船厂",)),
    Entity(id="y2", name="南屿造船厂", type="yard"),
    Entity(id="y3", name="海川重工集团", type="yard", aliases=("海川重工",)),
    Entity(id="c1", name="临江市", type="place"),
    Entity(id="c2", name="望海市", type="place"),
    Entity(id="p1", name="顾云舟", type="person"),
    Entity(id="p2", name="沈若谷", type="person"),
    Entity(id="t3", name="鲸", type="ship"),
    Entity(id="k1", name="科考船", type="kind"),
    Entity(id="k2", name="货船", type="kind"),
)


def _predicate(name: str, subjects: str, values: str, templates: str, **more: object) -> Predicate:
    return Predicate(
        id=name,
        label=str(more.pop("label", name)),
        subject_types=tuple(subjects.split("|")),
        value_types=tuple(values.split("|")),
        cardinality=more.pop("cardinality", Cardinality.SINGLE),  # type: ignore[arg-type]
        templates=tuple(templates.split("|")),
        **more,  # type: ignore[arg-type]
    )


PREDICATES = (
    _predicate(
        "builder", "ship", "yard", "{S}由{V}[建造/打造]|{V}[建造]的…{S}|{V}旗下…{S}|{S}是{V}的[产品/作品]|{S}隶属于{V}"
    ),
    _predicate("port", "ship", "place", "{S}的母港[是/在]{V}|{S}[停靠于/驻泊于]{V}", label="船舶港口"),
    _predicate("launched", "ship", "date", "{S}[下水于/建成于]{V}|{S}[于/在]{V}[下水/建成]"),
    _predicate("captain", "ship", "person", "{S}的船长[是/为]{V}|{S}船长{V}", cardinality=Cardinality.CLOSED),
    _predicate("length", "ship", "number", "{S}[全长/长度]…{V}", unit="米"),
    _predicate("kind", "ship", "kind", "{S}是{V}", cardinality=Cardinality.MULTI),
    _predicate("nuclear", "ship", "boolean", "{S}[采用核动力/使用核动力]"),
    _predicate("old_name", "ship", "text", "{S}[原名/曾用名]{V}", cardinality=Cardinality.MULTI),
    _predicate("standard", "ship", "text", "{S}的设计标准[是/为]{V}|{S}[按照/执行]{V}"),
    _predicate("freight", "ship", "kind", "{S}推出了{V}版|{S}运载了{V}", cardinality=Cardinality.CLOSED),
    _predicate("speed", "ship", "number", "{S}在{V}…[航行/巡航]|{S}航速[为/是]{V}", unit="节", label="巡航速度"),
    _predicate("cargo", "ship", "number", "{S}载重[为/达]{V}", unit="万吨"),
    _predicate("boxes", "ship", "number", "{S}一次装{V}|{S}的箱位[为/是]{V}", unit="万标箱"),
    _predicate("berths", "ship", "number", "{S}[拥有/设有]{V}…铺位", unit="人"),
    _predicate("paint", "ship", "text", "{S}[采用/使用]{V}涂层|{S}的涂料产自{V}"),
    _predicate("draught", "ship", "number", "{S}的最低水温[为/是]{V}", unit="℃"),
    _predicate("armed", "ship", "boolean", "{S}有舰炮|{S}[拥有/配有]…声呐"),
    _predicate("twin", "ship", "ship|yard", "{S}与{V}[结为]…姊妹船", cardinality=Cardinality.MULTI),
    _predicate("staff", "yard", "number", "{S}的员工[为/有/达]{V}", unit="人"),
    _predicate("marks", "ship", "number", "{S}满分[为/是]{V}", unit="分"),
    _predicate("colour", "ship", "text", "{S}以{V}为船身色"),
    _predicate("pace", "ship", "number", "{S}时速[为/是]{V}", unit="公里/小时"),
    _predicate("steel", "ship", "place", "{S}的钢材来自{V}"),
    _predicate("insured", "ship", "boolean", "{S}[支持保险]", label="是否投保"),
    _predicate("clause", "ship", "number", "{S}[见于/登记在]…第{V}页", unit="页"),
    _predicate("heir", "ship", "ship", "{V}被{S}取代"),
    _predicate("lifts", "ship", "kind", "{S}运{V}", cardinality=Cardinality.MULTI),
    _predicate("shuns", "ship", "ship", "{S}不[能/得]与{V}…同泊", cardinality=Cardinality.MULTI),
    _predicate("fuel", "ship", "number", "{S}耗油不超过{V}", unit="吨"),
    _predicate("output", "yard", "number", "{S}的装机容量[为/是]{V}", unit="万千瓦"),
    _predicate("yields", "ship", "kind", "{S}对{V}开放", cardinality=Cardinality.MULTI),
    _predicate("sail", "ship", "number", "{S}挂起{V}…帆", unit="平方米"),
    _predicate("seat", "yard", "place", "{S}[位于/坐落于]{V}"),
    _predicate("parent", "yard", "yard", "{V}旗下…{S}|{S}隶属于{V}"),
)
TABLE = FactTable(
    entities={e.id: e for e in ENTITIES},
    predicates={p.id: p for p in PREDICATES},
    facts=(),
    by_key={},
    digest="",
    vocabulary_digest="",
)
GRAMMAR = compile_grammar(TABLE)


def read(text: str, published: str | None = None) -> tuple[Claim, ...]:
    """Return the claims of a text without removals or repairs."""
    document = Document(id="a.txt", source=text, published=published)
    view = View.of(text)
    article = Article(
        document=document, kind=PageKind.ARTICLE, status=Status.CHECKED, reason=None, removals=(), clean=view
    )
    return tuple(claims_of(Reading(article=article, repaired=view, folded=view.recast(fold(text))), GRAMMAR))


def shown(claim: Claim) -> str:
    """Return a claim as "subject predicate value stance", the way the tables of the tests write it."""
    match claim.value:
        case EntityValue(id=value):
            pass
        case Quantity(low=low, high=high):
            value = f"{low:g}" if low == high else f"{low:g}~{high:g}"
        case PartialDate() as date:
            value = str(date)
        case Truth(true=true):
            value = str(true).lower()
        case TextValue(folded=value):
            pass
        case UnknownValue(name=name, proper_name=proper):
            value = f"{'name' if proper else 'description'}:{name}"
        case _:
            value = "-"
    return f"{claim.subject_id} {claim.predicate} {value} {claim.stance.value}"


@pytest.fixture
def said() -> Callable[[str], list[str]]:
    """Return a function from a text to its claims as lines."""
    return lambda text: [shown(c) for c in read(text)]

"""Sites make a network by several pairs of one kind; honest reprints, one site's own pages and single pairs do not."""

import pytest

from analyzer.across.networks import Names, networks
from analyzer.model import Edge, EdgeKind, Entity


def edge(left: str, right: str, share: float = 0.8, kind: EdgeKind = EdgeKind.EDITED) -> Edge:
    return Edge(left=left, right=right, kind=kind, of_left=share, of_right=share, shared=100)


SITES = {f"{site}{n}": f"{site}.example" for site in "abc" for n in range(4)}
PAGES = {name: f"/post/{name[1]}00123" for name in SITES}


def found(*edges: Edge, names: dict[str, str] | None = None, pages: dict[str, str] | None = None) -> list[object]:
    rows = networks(edges, SITES, pages or {}, lambda name: (names or {}).get(name, ""))
    return [(n.sites, n.mirrored, n.swapped) for n in rows]


def test_one_page_number_on_two_sites() -> None:
    pairs = [edge("a0", "b0"), edge("a1", "b1")]
    assert found(*pairs, pages=PAGES) == [(("a.example", "b.example"), 2, 0)]
    assert found(*pairs[:1], pages=PAGES) == []
    assert found(edge("a0", "b1"), edge("a1", "b0"), pages=PAGES) == []


def test_one_skeleton_with_the_name_swapped() -> None:
    names = {"a0": "x", "b0": "y", "a1": "x", "b1": "z"}
    assert found(edge("a0", "b0"), edge("a1", "b1"), names=names) == [(("a.example", "b.example"), 0, 2)]
    assert found(edge("a0", "b0"), edge("a1", "b1"), names=dict.fromkeys(names, "x")) == []
    assert found(edge("a0", "b0", 0.4), edge("a1", "b1", 0.4), names=names) == []


@pytest.mark.parametrize("kind", [EdgeKind.EXCERPT, EdgeKind.BOILERPLATE])
def test_other_kinds_and_one_site_make_none(kind: EdgeKind) -> None:
    assert found(edge("a0", "b0", kind=kind), edge("a1", "b1", kind=kind), pages=PAGES) == []
    same = dict.fromkeys(SITES, "/post/100123")
    assert found(edge("a0", "a1"), edge("a1", "a2"), edge("a2", "a3"), pages=same) == []


def test_networks_grow_together() -> None:
    pairs = [edge(f"{x}{n}", f"{y}{n}") for x, y in ("ab", "bc") for n in range(2)]
    assert found(*pairs, pages=PAGES) == [(("a.example", "b.example", "c.example"), 4, 0)]


def test_the_name_that_a_text_says_most_often() -> None:
    entities = [
        Entity(id="p", name="青云贷", type="product", aliases=("青云借款",), parent=None, note=""),
        Entity(id="q", name="青云", type="org", aliases=(), parent=None, note=""),
    ]
    names = Names(entities)
    assert names.main("青云贷和青云借款都好,青云不好") == "p"
    assert names.main("青云和青云,青云贷") == "q"
    assert names.main("没有名字") == ""

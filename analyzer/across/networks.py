"""Template networks: sites that publish one skeleton, with the product's name swapped or under the same page numbers.

Evidence is a pair of near-duplicates on two sites: under the same numbered page (``mirrored``), or about another
entity of the fact table (``swapped``). One such pair is chance or an honest reprint; a network needs several.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from analyzer.fold import fold
from analyzer.model import Edge, EdgeKind, Entity, Network

LEAST = 2
"""Pairs of one kind from which two sites belong together: a reprint under the same number happens once."""
SKELETON = 0.5
"""Share of both texts that must agree for a swapped template: its sentences stay, the name and its windows go."""


def networks(
    edges: Iterable[Edge], site_of: Mapping[str, str | None], page_of: Mapping[str, str], name_of: Callable[[str], str]
) -> tuple[Network, ...]:
    """Return the networks, the largest first. Articles without a site take no part.

    ``page_of`` gives an article's numbered page ("" for none), ``name_of`` the entity it is mostly about ("" for
    none); it is asked only for near-duplicates on two sites.
    """
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    members: dict[tuple[str, str], set[str]] = defaultdict(set)
    for edge in edges:
        left, right = site_of.get(edge.left), site_of.get(edge.right)
        if not left or not right or left == right or edge.kind not in (EdgeKind.COPY, EdgeKind.EDITED):
            continue
        kinds = []
        if page_of.get(edge.left) and page_of.get(edge.left) == page_of.get(edge.right):
            kinds.append("mirrored")
        if edge.kind is EdgeKind.EDITED and min(edge.of_left, edge.of_right) >= SKELETON:
            names = {name_of(edge.left), name_of(edge.right)}
            kinds += ["swapped"] if len(names) == 2 and "" not in names else []
        for kind in kinds:
            pairs[min(left, right), max(left, right)][kind] += 1
            members[min(left, right), max(left, right)].update((edge.left, edge.right))
    strong = {pair: kinds for pair, kinds in pairs.items() if max(kinds.values()) >= LEAST}
    found = []
    for sites in _components(strong):
        own = [pair for pair in strong if pair[0] in sites]
        found.append(
            Network(
                sites=tuple(sorted(sites)),
                articles=tuple(sorted({a for pair in own for a in members[pair]})),
                mirrored=sum(strong[pair]["mirrored"] for pair in own),
                swapped=sum(strong[pair]["swapped"] for pair in own),
            )
        )
    return tuple(sorted(found, key=lambda n: (-len(n.sites), -len(n.articles), n.sites)))


def _components(pairs: Iterable[tuple[str, str]]) -> Sequence[set[str]]:
    home: dict[str, set[str]] = {}
    for left, right in sorted(pairs):
        joined = home.get(left, {left}) | home.get(right, {right})
        for site in joined:
            home[site] = joined
    return list({id(sites): sites for sites in home.values()}.values())


class Names:
    """The names of a fact table's entities, to tell which of them a text is mostly about."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        """Entities that are the parent of others count as well: a text names what it names."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        named = {fold(name): entity.id for entity in entities for name in (entity.name, *entity.aliases) if name}
        self._ids = [named[name] for name in sorted(named)]
        self._automaton = AhoCorasick(sorted(named), matchkind=MatchKind.LeftmostLongest)

    def main(self, folded: str) -> str:
        """Return the id of the entity that a folded text names most often, "" if it names none."""
        counted = Counter(self._ids[number] for number, _, _ in self._automaton.find_matches_as_indexes(folded))
        return min(counted, key=lambda entity: (-counted[entity], entity), default="")

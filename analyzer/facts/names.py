"""What a cell may call an entity or a predicate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analyzer.fold import fold
from analyzer.model import Entity, Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a cell may call an entity or a predicate: folded name to the ids that have it, the id itself first."""

    entities: Mapping[str, Entity]
    predicates: Mapping[str, Predicate]
    of_entities: Mapping[str, tuple[str, ...]]
    of_predicates: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, entities: Mapping[str, Entity], predicates: Mapping[str, Predicate]) -> "Names":
        """Index the names."""
        known: dict[str, list[str]] = defaultdict(list)
        for entity in entities.values():
            for name in (entity.name, *entity.aliases):
                if entity.id not in known[fold(name)]:
                    known[fold(name)].append(entity.id)
        labels: dict[str, list[str]] = defaultdict(list)
        for predicate in predicates.values():
            labels[fold(predicate.label)].append(predicate.id)
        return cls(
            entities=entities,
            predicates=predicates,
            of_entities={k: tuple(v) for k, v in known.items()},
            of_predicates={k: tuple(v) for k, v in labels.items()},
        )

    def entity(self, cell: str, types: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the ids of the entities that ``cell`` may mean; where several share it, one of ``types`` wins."""
        if cell in self.entities:
            return (cell,)
        found = self.of_entities.get(fold(cell), ())
        fitting = tuple(i for i in found if self.entities[i].type in set(types))
        return fitting or found

    def predicate(self, cell: str) -> tuple[str, ...]:
        """Return the ids of the predicates that ``cell`` may mean."""
        return (cell,) if cell in self.predicates else self.of_predicates.get(fold(cell), ())

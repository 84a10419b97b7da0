"""Search a table by words."""

from dataclasses import dataclass

from analyzer.errors import UsageError
from analyzer.facts.hints import nearest_names
from analyzer.facts.names import Names
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import Entity, Fact, FactTable, Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What holds the words; ``near`` are names like them where nothing does."""

    entities: tuple[Entity, ...]
    predicates: tuple[Predicate, ...]
    facts: tuple[Fact, ...]
    near: tuple[str, ...] = ()


def search(table: FactTable, words: str, limit: int) -> Found:
    """Return what holds ``words`` in any text cell, at most ``limit`` of each kind; facts also by their entities."""
    sought = fold(words.strip())
    entities = [e for e in table.entities.values() if _holds(sought, e.id, e.name, *e.aliases)]
    entities.sort(key=lambda e: sought not in (fold(e.id), *map(fold, (e.name, *e.aliases))))
    predicates = [p for p in table.predicates.values() if _holds(sought, p.id, p.label)]
    named = {e.id for e in entities if sought in (fold(e.id), *map(fold, (e.name, *e.aliases)))}
    facts = [
        f
        for f in table.facts
        if f.subject in named
        or getattr(f.value, "id", None) in named
        or _holds(sought, f.id, f.written, f.source_title, f.source_url, f.note)
    ]
    near: list[str] = []
    if not (entities or predicates or facts):
        names = [n for e in table.entities.values() for n in (e.name, *e.aliases)]
        near = nearest_names(words, [*names, *(p.label for p in table.predicates.values())])
    return Found(
        entities=tuple(entities[:limit]),
        predicates=tuple(predicates[:limit]),
        facts=tuple(facts[:limit]),
        near=tuple(near),
    )


def _holds(sought: str, *texts: str) -> bool:
    return any(sought in fold(t) for t in texts)


def entity_id(table: FactTable, name: str) -> str:
    """Return the id of the entity that ``name`` means; raises UsageError with near names if it is none or several."""
    names = Names.of(table.entities, table.predicates)
    return _one(name, names.entity(name), [*names.entities, *names.of_entities], Phrase("实体", "entity"))


def predicate_id(table: FactTable, name: str) -> str:
    """Return the id of the predicate that ``name`` means; raises UsageError as ``entity_id`` does."""
    names = Names.of(table.entities, table.predicates)
    return _one(name, names.predicate(name), [*names.predicates, *names.of_predicates], Phrase("谓词", "predicate"))


def _one(name: str, found: tuple[str, ...], known: list[str], kind: Phrase) -> str:
    if len(found) == 1:
        return found[0]
    if found:
        ids = "、".join(found)
        raise UsageError(Phrase(f"「{name}」有 {len(found)} 个：{ids}，请写编号", f"“{name}” is {ids}: write the id"))
    near = "、".join(nearest_names(name, known))
    raise UsageError(
        Phrase(
            f"没有{kind.zh}「{name}」" + (f"；你是不是想写：{near}?" if near else ""),
            f"there is no {kind.en} “{name}”" + (f"; did you mean {near}?" if near else ""),
        )
    )

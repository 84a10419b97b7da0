"""The decisions file: one JSON object a line, only ever appended to, kept beside the fact folder.

Putting two editors' files one after the other merges them: for each key the last line holds, and both lines stay.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path

from analyzer.decisions.fingerprint import FINGERPRINT_VERSION
from analyzer.decisions.sameness import asks, same_sentence


class Decided(StrEnum):
    """What an editor decided. WITHDRAWN takes back the line before it; KEEP says that a removal was wrong."""

    ACCEPT = "accept"
    FALSE_ALARM = "false_alarm"
    LATER = "later"
    FIXED = "fixed"
    KEEP = "keep"
    WITHDRAWN = "withdrawn"


class Scope(StrEnum):
    """What a decision covers: all copies of a case, one sentence wherever it stands, or one article."""

    CASE = "case"
    SENTENCE = "sentence"
    ARTICLE = "article"


DEFAULT_SCOPE = {Decided.FALSE_ALARM: Scope.SENTENCE, Decided.KEEP: Scope.ARTICLE}
"""A misread sentence must not silence true hits of the same case, so a false alarm covers its sentence only."""

STAGES = ("初审", "复审", "终审")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the file.

    ``fp`` is the case's fingerprint, ``key`` the sentence's fingerprint or the article, as ``scope`` asks.
    ``sentence`` keeps the words that were judged, so that a lightly changed copy is recognised. ``sites`` are the
    sites that carried the case when it was decided, ``wordings`` the fingerprints of the names that it used (of the
    values, for a disagreement): they find the decision again when cases merge or split. ``fact_rev`` is the
    fingerprint of the deciding row at that time.
    ``at`` and ``expires`` are ISO dates, perhaps empty.
    """

    fp: str
    decision: Decided
    scope: Scope = Scope.CASE
    key: str = ""
    sentence: str = ""
    reason: str = ""
    by: str = ""
    stage: str = ""
    at: str = ""
    fact: str = ""
    fact_rev: str = ""
    expires: str = ""
    sites: tuple[str, ...] = ()
    wordings: tuple[str, ...] = ()
    v: int = FINGERPRINT_VERSION

    def covers(self, sentence_key: str, sentence: str, article: str) -> bool:
        """Return whether the decision speaks about this place of its case."""
        if self.scope is Scope.CASE:
            return True
        if self.scope is Scope.ARTICLE:
            return self.key == article
        if not self.sentence:
            return self.key == sentence_key
        if self.key == sentence_key:
            return asks(self.sentence) == asks(sentence)
        return same_sentence(self.sentence, sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A line that could not be read; it is kept in the file and has no effect."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """All decisions in file order, with those of each case at hand.

    ``places`` are the positions of a fingerprint's decisions: those of the case itself, and those whose case used the
    wording that the fingerprint stands for.
    """

    decisions: tuple[Decision, ...] = ()
    broken: tuple[Broken, ...] = ()
    by_case: dict[str, tuple[Decision, ...]] = field(default_factory=dict)
    places: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, decisions: Iterable[Decision], broken: Sequence[Broken] = ()) -> "Ledger":
        """Return the ledger of decisions in the given order."""
        listed = tuple(decisions)
        groups: dict[str, list[Decision]] = {}
        places: dict[str, list[int]] = {}
        for at, decision in enumerate(listed):
            groups.setdefault(decision.fp, []).append(decision)
            for name in {decision.fp, *decision.wordings}:
                places.setdefault(name, []).append(at)
        return cls(
            listed,
            tuple(broken),
            {fp: tuple(group) for fp, group in groups.items()},
            {name: tuple(found) for name, found in places.items()},
        )

    def lines_of(self, *names: str) -> tuple[Decision, ...]:
        """Return the decisions found under any of the fingerprints, of cases or of wordings, in file order."""
        return tuple(self.decisions[at] for at in sorted({at for name in names for at in self.places.get(name, ())}))

    def standing(self, fp: str, sentence_key: str, sentence: str, article: str, wording: str = "") -> Decision | None:
        """Return the decision that holds for one place of a case: the last line that covers it, unless withdrawn.

        ``wording`` is the fingerprint of the name that the place uses: decisions on a case that used it count as well.
        """
        withdrawn: set[tuple[str, Scope, str]] = set()
        for decision in reversed(self.lines_of(*{fp, wording} - {""})):
            place = (decision.fp, decision.scope, decision.key)
            if decision.decision is Decided.WITHDRAWN:
                withdrawn.add(place)
            elif place not in withdrawn and decision.covers(sentence_key, sentence, article):
                return decision
        return None


def load(path: Path | None) -> Ledger:
    """Return the decisions in a file, or none where there is no file. Lines that make no sense are reported, kept."""
    if path is None or not path.is_file():
        return Ledger.of(())
    decisions: list[Decision] = []
    broken: list[Broken] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"), 1):
        if not line.strip():
            continue
        try:
            decisions.append(parse(json.loads(line)))
        except (ValueError, TypeError, KeyError, RecursionError) as error:
            broken.append(Broken(line=number, why=str(error)[:200]))
    return Ledger.of(decisions, broken)


def parse(row: object) -> Decision:
    """Return the decision in one decoded line. Raises ValueError, TypeError or KeyError where it is none."""
    if not isinstance(row, dict):
        raise TypeError("not an object")
    if row.get("v", FINGERPRINT_VERSION) != FINGERPRINT_VERSION:
        raise ValueError(f"fingerprint version {row.get('v')!r} is not {FINGERPRINT_VERSION}")
    decided = Decided(row["decision"])

    def words(name: str) -> str:
        return str(row.get(name) or "")

    def several(name: str) -> tuple[str, ...]:
        listed = row.get(name)
        return tuple(str(s) for s in listed) if isinstance(listed, list) else ()

    return Decision(
        fp=str(row["fp"]),
        decision=decided,
        scope=Scope(row.get("scope") or DEFAULT_SCOPE.get(decided, Scope.CASE)),
        key=words("key"),
        sentence=words("sentence"),
        reason=words("reason"),
        by=words("by"),
        stage=words("stage"),
        at=words("at"),
        fact=words("fact"),
        fact_rev=words("fact_rev"),
        expires=words("expires"),
        sites=several("sites"),
        wordings=several("wordings"),
    )


def line(decision: Decision) -> str:
    """Return the decision as a line of the file, empty fields left out."""
    row = {k: v for k, v in asdict(decision).items() if v not in ("", (), [])}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"


def append(path: Path, decisions: Iterable[Decision]) -> int:
    """Add decisions at the end of the file, which is made if missing; return how many.

    One write with O_APPEND, so two editors' programs never tear each other's lines. A last line without a line
    end (a file edited by hand) is closed first.
    """
    lines = [line(d) for d in decisions]
    if not lines:
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab+") as handle:
        if handle.tell():
            handle.seek(-1, os.SEEK_END)
            if handle.read(1) != b"\n":
                lines.insert(0, "\n")
        handle.write("".join(lines).encode("utf-8", "replace"))
    return len([x for x in lines if x != "\n"])

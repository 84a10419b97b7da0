"""Score a run on hand-labelled articles: which findings were right, false or missed, which claims were found.

A finding is right if a label for its sentence, subject, predicate and value allows it. The labels are a closed world:
a finding that matches no label is false. ``optional`` labels forgive both; ``allow_suggested`` forgives a suggestion.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path

from analyzer.facts import load_table
from analyzer.fold import fold
from analyzer.model import Checked, Judgement, Run, Tier, value_id
from analyzer.run import check
from analyzer.settings import Settings

FINDINGS = ("contradicted", "outdated")
SOFT = ("attributed", "hedged")
Label = dict[str, object]


@dataclass(slots=True)
class Tally:
    """Counts over one or several folders; the texts of what went wrong are kept for the message of a failing test."""

    right: int = 0
    false: list[str] = field(default_factory=list)
    found: int = 0
    missed: list[str] = field(default_factory=list)
    agreed: int = 0
    overlooked: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the confirmed findings that a label allows."""
        return self.right / (self.right + len(self.false)) if self.right or self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of the labelled findings that were found, confirmed."""
        return self.found / (self.found + len(self.missed)) if self.found or self.missed else 1.0

    @property
    def agreement(self) -> float:
        """Share of the true statements that were read and supported."""
        total = self.agreed + len(self.overlooked)
        return self.agreed / total if total else 1.0


def run_folder(folder: Path) -> Run:
    """Run the whole program over ``folder/articles`` with ``folder/facts``."""
    return check([folder / "articles"], load_table(folder / "facts"), Settings())


def labels_of(folder: Path) -> list[Label]:
    """Return the labels of ``folder/claims.jsonl``."""
    return [json.loads(line) for line in (folder / "claims.jsonl").read_text(encoding="utf-8").splitlines()]


def score(folder: Path, tally: Tally, tiers: tuple[Tier, ...] = (Tier.CONFIRMED,)) -> None:
    """Add a folder's counts to the tally; only findings of the given tiers count."""
    run, labels = run_folder(folder), labels_of(folder)
    for checked in run.checked:
        mine = [x for x in labels if x["article"] == checked.article.id]
        _findings(checked, mine, tally, tiers)
        for label in mine:
            _label(checked, label, tally, tiers)


def _findings(checked: Checked, labels: list[Label], tally: Tally, tiers: tuple[Tier, ...]) -> None:
    for j in checked.judgements:
        if not j.is_finding or j.tier not in tiers:
            continue
        near = [x for x in labels if _same_sentence(j, x) and _same_claim(j, x)]
        if any(x.get("optional") or _allows(j, x) for x in near):
            tally.right += any(not x.get("optional") for x in near)
        else:
            tally.false.append(f"{checked.article.id}: {j.claim.sentence} [{j.claim.predicate}={j.claim.written}]")


def _allows(j: Judgement, label: Label) -> bool:
    if j.tier is Tier.SUGGESTED and label.get("allow_suggested"):
        return True
    soft = label.get("stance") in SOFT and j.tier is Tier.CONFIRMED
    return j.verdict in _list(label["verdict"]) and not soft


def _label(checked: Checked, label: Label, tally: Tally, tiers: tuple[Tier, ...]) -> None:
    wanted = _list(label["verdict"])
    if label.get("optional") or wanted[0] == "none":
        return
    hits = [j for j in checked.judgements if _same_sentence(j, label) and _same_claim(j, label)]
    met = any(j.verdict in wanted and (j.tier in tiers or j.verdict not in FINDINGS) for j in hits)
    line = f"{checked.article.id}: {label['sentence']} [{label.get('predicate')}]"
    if wanted[0] in FINDINGS:
        if label.get("stance") in SOFT and Tier.SUGGESTED not in tiers:
            return
        tally.found += met
        tally.missed += [] if met else [line]
    elif "none" not in wanted:
        tally.agreed += met
        tally.overlooked += [] if met else [line]


def _list(value: object) -> list[str]:
    return [str(v) for v in value] if isinstance(value, list) else [] if value is None else [str(value)]


def _plain(text: object) -> str:
    return "".join(c for c in fold(str(text)) if c.isalnum())


def _same_sentence(j: Judgement, label: Label) -> bool:
    mine, theirs = _plain(j.claim.sentence), _plain(label["sentence"])
    return mine in theirs or theirs in mine


def _same_claim(j: Judgement, label: Label) -> bool:
    k = j.claim
    subjects, predicates, values = (_list(label.get(key)) for key in ("subject", "predicate", "value"))
    if subjects and k.subject_id not in subjects and k.subject not in subjects:
        return False
    if predicates and k.predicate not in predicates:
        return False
    return not values or any(_same_value(v, k.written, value_id(k.value) or "") for v in values)


def _same_value(wanted: str, written: str, found: str) -> bool:
    """Compare as the shared scorer does: by id or canonical value, dates by common prefix, else by the words."""
    prefix = bool(found) and (found.startswith(wanted + "-") or wanted.startswith(found + "-"))
    return wanted == found or prefix or _plain(wanted) in _plain(written)

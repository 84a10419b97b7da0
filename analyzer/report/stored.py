"""Claims as they lie in ``claims.jsonl``: what is needed to judge them again without reading the articles."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analyzer.errors import UsageError
from analyzer.language import Phrase
from analyzer.model import (
    Claim,
    EntityValue,
    PartialDate,
    Quantity,
    Shape,
    Stance,
    TextValue,
    Truth,
    UnknownValue,
    Value,
)
from analyzer.text import Span

Row = Mapping[str, object]
# A line of JSON; what stands in it is checked where the values are made of it.
Parsed = dict[str, Any]


def typed(claim: Claim) -> Row:
    """Return the parts of a claim that its words in the file do not tell: the object under ``typed``."""
    return {
        "value": _of_value(claim.value),
        "time": str(claim.time) if claim.time else None,
        "past": claim.past,
        "certain": claim.certain,
        "doubt": [claim.doubt.zh, claim.doubt.en] if claim.doubt else None,
        "sentence_start": claim.sentence_start,
    }


def claims_in(out: Path) -> list[tuple[Claim, str | None]]:
    """Return the claims of the report folder ``out``, each with its article's date, in file order.

    Raises UsageError where ``out`` is no report folder or was written before claims were stored with their values.
    """
    data = out / "data"
    try:
        published = {row["article"]: row["published"] for row in _lines(data / "articles.jsonl")}
        rows = _lines(data / "claims.jsonl")
        return [(_claim(row), published.get(row["article"])) for row in rows]
    except FileNotFoundError:
        raise UsageError(
            Phrase(
                f"{out} 里没有核查结果；先运行 farmcheck run 文章 --out {out}",
                f"{out} holds no report; first farmcheck run ARTICLES --out {out}",
            )
        ) from None
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(
            Phrase(
                f"{data} 里的结果读不了（{error!r}）；重新运行 farmcheck run",
                f"the report in {data} cannot be read ({error!r}); run farmcheck run again",
            )
        ) from None


def clusters_in(out: Path) -> dict[str, str]:
    """Return the cluster of each article of a report folder that is a near-duplicate of others."""
    return {r["article"]: r["cluster"] for r in _lines(out / "data" / "articles.jsonl") if r.get("cluster")}


def verdicts_in(out: Path) -> list[tuple[str, str, str]]:
    """Return (verdict, tier, reason) of each claim of a report folder, in the order of ``claims_in``."""
    return [(row["verdict"], row["tier"], row["reason"]) for row in _lines(out / "data" / "claims.jsonl")]


def templates_in(out: Path) -> set[tuple[str, str]]:
    """Return the (predicate id, template) that claims of a report folder were read by: a rule is ``frame·template``."""
    path = out / "data" / "claims.jsonl"
    return {(r["predicate"], r["rule"].partition("·")[2]) for r in (_lines(path) if path.is_file() else ())}


def conflicts_in(out: Path) -> list[Parsed]:
    """Return the lines of ``conflicts.jsonl``."""
    return _lines(out / "data" / "conflicts.jsonl")


def digests_in(out: Path) -> Parsed:
    """Return ``run.json``; raises UsageError as ``claims_in`` does."""
    try:
        summary: Parsed = json.loads((out / "data" / "run.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise UsageError(
            Phrase(
                f"{out} 里没有核查结果；先运行 farmcheck run 文章 --out {out}",
                f"{out} holds no report; first farmcheck run ARTICLES --out {out}",
            )
        ) from None
    return summary


def articles_in(out: Path) -> list[tuple[str, str]]:
    """Return (id, cleaned text) of the articles of a report folder; raises UsageError as ``claims_in`` does."""
    try:
        return [(row["article"], row["repaired"]) for row in _lines(out / "data" / "articles.jsonl")]
    except (OSError, KeyError, ValueError):
        raise UsageError(
            Phrase(f"{out} 里没有核查结果；先运行 farmcheck run", f"{out} holds no report; first farmcheck run")
        ) from None


def _lines(path: Path) -> list[Parsed]:
    with path.open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def _claim(row: Parsed) -> Claim:
    more = row["typed"]
    return Claim(
        article=row["article"],
        start=int(row["start"]),
        end=int(row["end"]),
        sentence=row["sentence"],
        sentence_start=int(more["sentence_start"]),
        subject=row["subject"],
        subject_id=row["subject_id"],
        predicate=row["predicate"],
        written=row["value"],
        value=_value(more["value"]),
        stance=Stance(row["stance"]),
        rule=row["rule"],
        time=_date(more["time"]) if more["time"] else None,
        past=bool(more["past"]),
        certain=bool(more["certain"]),
        doubt=Phrase(*more["doubt"]) if more["doubt"] else None,
        locations=tuple(Span(int(p["start"]), int(p["end"])) for p in row["locations"]),
    )


def _of_value(value: Value | None) -> Row | None:
    match value:
        case EntityValue():
            return {"kind": "entity", "id": value.id}
        case UnknownValue():
            return {"kind": "unknown", "name": value.name, "proper_name": value.proper_name}
        case Quantity():
            return {
                "kind": "quantity",
                "low": value.low,
                "high": value.high,
                "unit": value.unit,
                "shape": value.shape.value,
                "readings": [list(r) for r in value.readings],
            }
        case PartialDate():
            return {"kind": "date", "date": str(value)}
        case Truth():
            return {"kind": "truth", "true": value.true}
        case TextValue():
            return {"kind": "text", "folded": value.folded}
        case None:
            return None


def _value(row: Parsed | None) -> Value | None:
    if row is None:
        return None
    match row["kind"]:
        case "entity":
            return EntityValue(id=row["id"])
        case "unknown":
            return UnknownValue(name=row["name"], proper_name=bool(row["proper_name"]))
        case "quantity":
            return Quantity(
                low=float(row["low"]),
                high=float(row["high"]),
                unit=row["unit"],
                shape=Shape(row["shape"]),
                readings=tuple((float(a), float(b)) for a, b in row["readings"]),
            )
        case "date":
            return _date(row["date"])
        case "truth":
            return Truth(true=bool(row["true"]))
        case "text":
            return TextValue(folded=row["folded"])
        case other:
            raise ValueError(f"unknown kind of value {other!r}")


def _date(iso: str) -> PartialDate:
    parts = [int(p) for p in iso.split("-")] + [0, 0]
    return PartialDate(year=parts[0], month=parts[1], day=parts[2])

"""A run read back from a report folder, so that pages can be written again without checking anything again."""

import json
from collections.abc import Mapping
from pathlib import Path

from analyzer.language import Phrase
from analyzer.model import (
    Article,
    Checked,
    Cluster,
    Conflict,
    Document,
    Edge,
    EdgeKind,
    FactTable,
    Gap,
    GapKind,
    Judgement,
    Network,
    PageKind,
    Reach,
    Reading,
    Removal,
    Repair,
    Run,
    Score,
    Side,
    SiteRow,
    SpinPair,
    Spread,
    Status,
    Tier,
    Verdict,
)
from analyzer.report.stored import Parsed, claims_in, digests_in
from analyzer.text import Change, Span, View, rebuild


def reload_run(out: Path, table: FactTable) -> Run:
    """Return the run whose files lie below ``out``, seen with ``table``.

    Files of a program that did not write English reasons yet give them in Chinese. Raises UsageError where ``out`` is
    no report folder.
    """
    claims = claims_in(out)
    data = out / "data"
    verdicts = _by_article(data / "claims.jsonl")
    judgements: dict[str, list[Judgement]] = {}
    at = dict.fromkeys(verdicts, 0)
    for claim, _ in claims:
        row = verdicts[claim.article][at[claim.article]]
        at[claim.article] += 1
        judgements.setdefault(claim.article, []).append(
            Judgement(
                claim=claim,
                verdict=Verdict(row["verdict"]),
                tier=Tier(row["tier"]),
                fact=row["fact"],
                code=row.get("code", ""),
                reason=_reason(row),
            )
        )
    removals, gaps, repairs = (_by_article(data / f"{name}.jsonl") for name in ("removals", "gaps", "repairs"))
    checked = [
        _checked(
            row,
            removals.get(row["article"], []),
            gaps.get(row["article"], []),
            repairs.get(row["article"], []),
            judgements.get(row["article"], []),
        )
        for row in _lines(data / "articles.jsonl")
    ]
    summary = digests_in(out)
    return Run(
        version=summary["version"],
        input=tuple(summary["input"]),
        table=table,
        checked=tuple(checked),
        conflicts=tuple(_conflict(row) for row in _lines(data / "conflicts.jsonl")),
        clusters=tuple(
            Cluster(id=r["cluster"], articles=tuple(r["articles"])) for r in _lines(data / "clusters.jsonl")
        ),
        edges=tuple(Edge(**{**r, "kind": EdgeKind(r["kind"])}) for r in _optional(data / "edges.jsonl")),
        spread=tuple(
            Spread(
                sentence=r["sentence"], articles=tuple(r["articles"]), sites=tuple(r["sites"]), reach=Reach(r["reach"])
            )
            for r in _optional(data / "spread.jsonl")
        ),
        networks=tuple(
            Network(**{**r, "sites": tuple(r["sites"]), "articles": tuple(r["articles"])})
            for r in _optional(data / "networks.jsonl")
        ),
        sites=tuple(SiteRow(**{**r, "listed": tuple(r["listed"])}) for r in _optional(data / "sites.jsonl")),
    )


def _checked(
    row: Parsed, removed: list[Parsed], holes: list[Parsed], mended: list[Parsed], judgements: list[Judgement]
) -> Checked:
    source = rebuild(row["text"], [(r["start"], r["text"]) for r in removed])
    document = Document(
        id=row["article"],
        source=source,
        title=row["title"],
        published=row["published"],
        site=row["site"],
        author=row.get("author"),
        url=row.get("url"),
        encoding=row.get("encoding", "utf-8"),
        damaged_bytes=row.get("damaged_bytes", 0),
    )
    clean = View.of(source).cut(Span(r["start"], r["end"]) for r in removed)
    article = Article(
        document=document,
        kind=PageKind(row.get("kind", "article")),
        status=Status(row["status"]),
        reason=_reason(row) if row["reason"] else None,
        removals=tuple(_removal(r) for r in removed),
        clean=clean,
        confidence=row.get("confidence", 1.0),
    )
    repairs = tuple(Repair(**{k: r[k] for k in ("start", "end", "kind", "old", "new", "evidence")}) for r in mended)
    changes = [Change(clean.position(r.start), clean.position(r.end), r.new) for r in repairs]
    repaired = clean.edit(changes)
    reading = Reading(
        article=article,
        repaired=repaired,
        folded=repaired,
        repairs=repairs,
        gaps=tuple(_gap(g) for g in holes),
        spin_score=row["spin_score"],
        spin_pairs=tuple(SpinPair(**pair) for pair in row.get("spin_pairs", [])),
    )
    parts = tuple((name, share, Phrase(zh, en)) for name, share, zh, en in row.get("farm_parts", []))
    return Checked(
        article=article,
        reading=reading if article.status is Status.CHECKED else None,
        judgements=tuple(judgements),
        farm=Score(value=row["farm_score"], parts=parts),
        cluster=row["cluster"],
    )


def _removal(row: Parsed) -> Removal:
    return Removal(
        start=row["start"],
        end=row["end"],
        rule=row["rule"],
        text=row["text"],
        reason=_reason(row),
        evidence=Span(*row["evidence"]) if row.get("evidence") else None,
        confidence=row.get("confidence", 1.0),
        version=row.get("version", 1),
    )


def _gap(row: Parsed) -> Gap:
    return Gap(
        start=row["start"],
        end=row["end"],
        kind=GapKind(row["kind"]),
        restored=row["restored"],
        candidates=tuple(row["candidates"]),
        evidence=row["evidence"],
    )


def _conflict(row: Parsed) -> Conflict:
    sides = tuple(
        Side(value=v["value"], value_id=v["value_id"], articles=tuple(v["articles"]), voices=v.get("voices", 1))
        for v in row["values"]
    )
    return Conflict(subject_id=row["subject_id"], predicate=row["predicate"], sides=sides)


def _reason(row: Parsed) -> Phrase:
    zh = row.get("reason", "")
    return Phrase(zh=zh, en=row.get("reason_en") or zh)


def _optional(path: Path) -> list[Parsed]:
    """Return the lines of a file that reports of an earlier version lack."""
    return _lines(path) if path.is_file() else []


def _lines(path: Path) -> list[Parsed]:
    with path.open(encoding="utf-8") as handle:
        return [json.loads(line) for line in handle if line.strip()]


def _by_article(path: Path) -> Mapping[str, list[Parsed]]:
    grouped: dict[str, list[Parsed]] = {}
    for row in _lines(path):
        grouped.setdefault(row["article"], []).append(row)
    return grouped

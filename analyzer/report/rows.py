"""The rows of the contract's tables, in the contract's order; every machine-readable format writes these."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict

from analyzer.model import Checked, Claim, Run, SpinPair, Spread, value_id
from analyzer.report.book import Book
from analyzer.report.stored import typed

Row = Mapping[str, object]


def tables(book: Book) -> Mapping[str, Iterable[Row]]:
    """Return the rows of each table by its name, sorted by article, then start. Each can be gone through once."""
    by_article = {name: _each(rows_of, book.ordered) for name, rows_of in BY_ARTICLE.items()}
    return {**by_article, **over_all(book.run)}


def _each(rows_of: Callable[[Checked], Iterable[Row]], articles: Iterable[Checked]) -> Iterator[Row]:
    return (row for checked in articles for row in rows_of(checked))


def over_all(run: Run) -> Mapping[str, Iterable[Row]]:
    """Return the rows of each table that belongs to no article, by its name."""
    return {
        "conflicts": (
            {
                "subject_id": c.subject_id,
                "predicate": c.predicate,
                "values": [
                    {"value": s.value, "value_id": s.value_id, "articles": list(s.articles), "voices": s.voices}
                    for s in c.sides
                ],
            }
            for c in run.conflicts
        ),
        "clusters": ({"cluster": c.id, "articles": list(c.articles)} for c in run.clusters),
        "edges": (
            {
                "left": e.left,
                "right": e.right,
                "kind": e.kind,
                "of_left": e.of_left,
                "of_right": e.of_right,
                "shared": e.shared,
            }
            for e in run.edges
        ),
        "sites": (asdict(s) | {"listed": list(s.listed)} for s in run.sites),
        "spread": (_spread(s) for s in run.spread),
        "networks": (asdict(n) | {"sites": list(n.sites), "articles": list(n.articles)} for n in run.networks),
    }


def _spread(s: Spread) -> Row:
    return {"sentence": s.sentence, "reach": s.reach.value, "sites": list(s.sites), "articles": list(s.articles)}


def _article(c: Checked) -> Iterator[Row]:
    """Yield the line of ``articles.jsonl``."""
    a, d = c.article, c.article.document
    yield {
        "article": a.id,
        "title": d.title,
        "published": d.published,
        "site": d.site,
        "status": a.status.value,
        "reason": a.reason.zh if a.reason else None,
        "reason_en": a.reason.en if a.reason else None,
        "text": a.clean.text,
        "repaired": c.reading.repaired.text if c.reading else a.clean.text,
        "chars_source": len(d.source),
        "chars_clean": len(a.clean.text),
        "spin_score": round(c.reading.spin_score, 4) if c.reading else 0.0,
        "farm_score": round(c.farm.value, 4),
        "cluster": c.cluster,
        "kind": a.kind.value,
        "confidence": round(a.confidence, 4),
        "encoding": d.encoding,
        "damaged_bytes": d.damaged_bytes,
        "url": d.url,
        "author": d.author,
        "farm_parts": [[name, round(share, 4), seen.zh, seen.en] for name, share, seen in c.farm.parts],
        "spin_pairs": [_spun(pair) for pair in (c.reading.spin_pairs if c.reading else ())],
    }


def _spun(p: SpinPair) -> Row:
    return {"spun": p.spun, "spun_count": p.spun_count, "plain": p.plain, "plain_count": p.plain_count}


def _removals(c: Checked) -> Iterable[Row]:
    for r in c.article.removals:
        evidence = [r.evidence.start, r.evidence.end] if r.evidence else None
        yield {
            "article": c.article.id,
            "start": r.start,
            "end": r.end,
            "rule": r.rule,
            "text": r.text,
            "reason": r.reason.zh,
            "reason_en": r.reason.en,
            "evidence": evidence,
            "confidence": r.confidence,
            "version": r.version,
        }


def _gaps(c: Checked) -> Iterable[Row]:
    for g in sorted(c.reading.gaps if c.reading else (), key=lambda g: (g.start, g.end)):
        yield {
            "article": c.article.id,
            "start": g.start,
            "end": g.end,
            "kind": g.kind.value,
            "restored": g.restored,
            "candidates": list(g.candidates),
            "evidence": g.evidence,
        }


def _repairs(c: Checked) -> Iterable[Row]:
    for r in sorted(c.reading.repairs if c.reading else (), key=lambda r: (r.start, r.end)):
        yield {
            "article": c.article.id,
            "start": r.start,
            "end": r.end,
            "kind": r.kind,
            "old": r.old,
            "new": r.new,
            "evidence": r.evidence,
        }


def _claims(c: Checked) -> Iterable[Row]:
    for j in c.judgements:
        k: Claim = j.claim
        yield {
            "article": k.article,
            "start": k.start,
            "end": k.end,
            "sentence": k.sentence,
            "subject": k.subject,
            "subject_id": k.subject_id,
            "predicate": k.predicate,
            "value": k.written,
            "value_id": value_id(k.value),
            "stance": k.stance.value,
            "verdict": j.verdict.value,
            "tier": j.tier.value,
            "fact": j.fact,
            "reason": j.reason.zh,
            "reason_en": j.reason.en,
            "rule": k.rule,
            "code": j.code,
            "locations": [{"start": s.start, "end": s.end} for s in k.locations],
            "typed": typed(k),
        }


BY_ARTICLE: Mapping[str, Callable[[Checked], Iterable[Row]]] = {
    "articles": _article,
    "removals": _removals,
    "gaps": _gaps,
    "repairs": _repairs,
    "claims": _claims,
}
"""The rows of each table that one article has, by the table's name."""

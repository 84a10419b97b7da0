"""Fact checks that a user saved as ClaimReview JSON or JSON-LD (https://schema.org/ClaimReview).

The reviewed sentence is read with the table's own templates; what names no known subject, predicate and value is left
and reported. The rating decides the grade; the review is the source.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analyzer.errors import UsageError
from analyzer.facts.exchange.harvest import Harvest, Statement, plain
from analyzer.facts.matching import Matcher
from analyzer.fold import fold
from analyzer.language import Phrase
from analyzer.model import FactTable

Node = Mapping[str, Any]
# Words of fact checkers' ratings, in the order in which they are looked for: "untrue" holds "true".
RATINGS = {
    "disputed": re.compile("半真|部分|夸大|存疑|误导|缺乏|half|mixture|partly|mostly|misleading|unproven"),
    "wrong": re.compile("虚假|假的|不实|错误|谣言|误传|不属实|false|fake|incorrect|not true|untrue|pants on fire"),
    "exact": re.compile("属实|真实|正确|真的|true|correct|accurate"),
}


def reviews_in(path: Path) -> list[Node]:
    """Return the ClaimReview nodes of a file: one object, a list, a graph, a feed, or one object a line."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        try:
            raw = json.loads(text)
        except ValueError:
            raw = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(Phrase(f"{path} 不是 JSON:{error}", f"{path} is no JSON: {error}")) from None
    return list(_reviews(raw))


def is_review(path: Path) -> bool:
    """Return whether a file holds ClaimReview data."""
    return '"claimreview"' in path.read_text(encoding="utf-8-sig", errors="replace").lower()


def _reviews(raw: object) -> Iterator[Node]:
    if isinstance(raw, list):
        for part in raw:
            yield from _reviews(part)
    elif isinstance(raw, dict):
        kinds = raw.get("@type", "")
        if "ClaimReview" in (kinds if isinstance(kinds, list) else [kinds]):
            yield raw
            return
        for part in raw.values():
            if isinstance(part, list | dict):
                yield from _reviews(part)


def harvest(reviews: list[Node], table: FactTable) -> Harvest:
    """Return the facts that the reviews state under the table's templates."""
    matcher = Matcher(table)
    statements: dict[Statement, None] = {}
    left: list[Phrase] = []
    for review in reviews:
        claim = plain(str(review.get("claimReviewed") or ""))
        grade = grade_of(review)
        if not claim or not grade:
            what = Phrase("评级看不懂", "unknown rating") if claim else Phrase("没有 claimReviewed", "no claimReviewed")
            said = claim or plain(str(review.get("url", "?")))
            left.append(Phrase(f"{said}:{what.zh}", f"{said}: {what.en}"))
            continue
        found = dict.fromkeys(_statements(claim, matcher, table))
        if not found:
            left.append(Phrase(f"{claim}：没有句式能读出主语和值", f"{claim}: no template reads subject and value"))
        for subject, predicate, value in found:
            author = review.get("author") or {}
            name = plain(str(author.get("name", ""))) if isinstance(author, dict) else ""
            statements.setdefault(
                Statement(
                    subject=subject,
                    predicate=predicate,
                    value=value,
                    grade="" if grade == "exact" else grade,
                    source_url=plain(str(review.get("url") or "")),
                    source_title=":".join(p for p in (name, claim) if p),
                    checked_on=str(review.get("datePublished") or "")[:10],
                )
            )
    return Harvest(statements=tuple(statements), left=tuple(left))


def _statements(claim: str, matcher: Matcher, table: FactTable) -> Iterator[tuple[str, str, str]]:
    for predicate in table.predicates.values():
        for template in predicate.templates:
            for match in matcher.matches(claim, template, predicate):
                value = match.value or ("true" if predicate.value_types[0] == "boolean" else "")
                if value:
                    yield match.subject, predicate.id, value


def grade_of(review: Node) -> str:
    """Return the grade that a rating means, by its words, else by its number on its scale; "" where neither tells."""
    rating = review.get("reviewRating") or {}
    if not isinstance(rating, dict):
        return ""
    words = fold(str(rating.get("alternateName") or rating.get("name") or ""))
    for grade, marks in RATINGS.items():
        if marks.search(words):
            return grade
    try:
        value, best, worst = (float(rating[k]) for k in ("ratingValue", "bestRating", "worstRating"))
    except (KeyError, TypeError, ValueError):
        return ""
    if not worst < best or not worst <= value <= best:
        return ""
    share = (value - worst) / (best - worst)
    return "wrong" if share == 0 else "exact" if share == 1 else "disputed"

"""Templates held against real sentences: those that match nothing, and those that match too much."""

from collections.abc import Collection, Iterable
from functools import partial

from analyzer.errors import Problem
from analyzer.facts.columns import PREDICATES
from analyzer.facts.complaints import Complaints
from analyzer.facts.matching import Matcher
from analyzer.facts.table import Folder
from analyzer.language import Phrase

# A template that fits more than this share of the sentences that name a subject says nothing about any of them.
# On the sample corpus the widest template of the starter table fits 10 % (20 of 196); a bare {S}的… fits most.
TOO_MANY = 0.2
# Below so many sentences a share means nothing.
ENOUGH = 50


def template_notes(folder: Folder, sentences: Iterable[str], used: Collection[tuple[str, str]] = ()) -> list[Problem]:
    """Return a note for each template that no sentence fits or too many do.

    Matching is word for word (see ``matching``); the engine finds more. ``used`` are the (predicate id, template) that
    it read claims by in these articles: they are of use, whatever stands there word for word.
    """
    table = folder.table
    if table is None:
        return []
    matcher = Matcher(table)
    complain = Complaints(folder.sheets[PREDICATES])
    rows = {row.number: row for row in folder.sheets[PREDICATES].rows}
    texts = list(dict.fromkeys(sentences))
    for predicate in table.predicates.values():
        add = partial(complain.add, rows[predicate.row], "templates", severity="note")
        named = [t for t in texts if matcher.names_subject(t, predicate)]
        unused = []
        for template in predicate.templates:
            hits = sum(next(matcher.matches(t, template, predicate), None) is not None for t in named)
            if hits == 0:
                if (predicate.id, template) not in used:
                    unused.append(template)
            elif len(named) >= ENOUGH and hits > TOO_MANY * len(named):
                what = Phrase(
                    f"句式「{template}」匹配了提到主语的 {len(named)} 句里的 {hits} 句，太宽",
                    f"“{template}” fits {hits} of {len(named)} sentences that name a subject: too wide",
                )
                add(what, Phrase("加上动词或名词", "add a verb or a noun"))
        if unused:
            listed = "  ".join(unused)
            what = Phrase(
                f"{len(unused)}/{len(predicate.templates)} 个句式在 {len(named)} 句里没有用上：{listed}",
                f"{len(unused)} of {len(predicate.templates)} templates were of no use in {len(named)} sentences: "
                f"{listed}",
            )
            fix = Phrase(
                "别的文章也许用得上，可以留着；文中另有说法就再加一个句式",
                "other articles may say it so: they may stay; where these say it otherwise, add a template",
            )
            add(what, fix)
    return complain.found

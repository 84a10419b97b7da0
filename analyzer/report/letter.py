"""更正函: the letter that asks a site to correct a statement, one a site, from a template that editors can replace."""

from collections.abc import Sequence
from dataclasses import dataclass
from string import Template

from analyzer.language import Language, Phrase
from analyzer.model import Grade
from analyzer.report.book import Book
from analyzer.report.cases import Case
from analyzer.report.evidence import FactLine, fact_line, truths
from analyzer.report.render import visible
from analyzer.report.seen import Hit

# Places: $site, $subject, $predicate, $claimed, $truth, $source, $checked, $items (one line an article).
STANDARD = Phrase(
    zh="""${site}编辑部：

贵站以下文章中有一处说法与公开资料不符，请核实并更正。

$items

文中说法：${subject}的${predicate}是“$claimed”。
核查结果：${subject}的${predicate}是“$truth”。
依据：$source$checked

如已更正，请回复本函告知更正后的页面地址；如有不同依据，也请一并提供，我们会重新核查。
""",
    en="""To the editors of $site:

The articles below contain a statement that public sources contradict. Please check and correct it.

$items

Stated: $subject, $predicate: "$claimed".
Found: $subject, $predicate: "$truth".
Source: $source$checked

If it has been corrected, please reply with the page's address; if you have other sources, please send them and we
will check again.
""",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter to one site; ``site`` is "" where it is not known."""

    site: str
    text: str


def letters(book: Book, case: Case) -> Sequence[Letter]:
    """Return the letters of a case, one a site in ascending order; none for a conflict or without a citable fact."""
    if case.conflict or case.fact is None or case.fact.draft:
        return ()
    true = truths(book, case.fact, case.verdict)
    if case.fact.grade is Grade.WRONG and not true:
        return ()
    fact = true[0] if true else fact_line(book, case.fact)
    by_site: dict[str, list[Hit]] = {}
    for hit in case.hits:
        by_site.setdefault(hit.site, []).append(hit)
    return [Letter(site=site, text=_letter(book, case, fact, site, by_site[site])) for site in sorted(by_site)]


def _letter(book: Book, case: Case, fact: FactLine, site: str, hits: Sequence[Hit]) -> str:
    words = book.words
    items = []
    for hit in hits:
        document = hit.document
        place = document.url or document.id
        quoted = f"“{hit.judgement.claim.sentence.strip()}”"
        items.append(f"- {document.title or document.id}\n  {place}\n  {quoted}")
    source = " ".join(x for x in (fact.source_title, fact.source_url) if x)
    checked = " ".join(words("checked_by", date=fact.checked_on, by=fact.checked_by).split()) if fact.checked_on else ""
    bracket = f" ({checked})" if book.settings.language is Language.EN else f"（{checked}）"
    template = Template(book.settings.letter_template or STANDARD.say(book.settings.language))
    # safe_substitute: a template with a misspelt place still gives a letter, with the place visible in it.
    return visible(
        template.safe_substitute(
            site=site or words("letter.site"),
            subject=fact.subject,
            predicate=fact.predicate,
            claimed=(words("not") if case.negated else "") + case.written,
            truth=fact.value,
            source=source,
            checked=bracket if checked else "",
            items="\n".join(items),
        )
    )

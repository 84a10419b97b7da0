"""Rests of markup whose opening bracket a wrong decoder swallowed: 了。?/p>"""

import re

from analyzer.repair.page import NOTHING, Findings, Fix, Page

# Only closing tags of paragraphs and phrases, with or without the question mark that stands for the lost "<".
_REST = re.compile(r"[?？]?/(?:p|div|span|strong|li|td|section|h[1-6])>(?=\s|\Z)", re.IGNORECASE)


def markup(page: Page) -> Findings:
    """Cut the rests out."""
    if "/" not in page.text or ">" not in page.text:
        return NOTHING
    fixes = tuple(
        Fix(start=m.start(), end=m.end(), new="", kind="markup", evidence="残留的网页标记")
        for m in _REST.finditer(page.text)
        if page.text[m.start() - 1 : m.start()] != "<"
    )
    return Findings(fixes=fixes)

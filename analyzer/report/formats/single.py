"""``single.html``: the worklist with its evidence as one file for e-mail, no folder beside it."""

import base64
import gzip
import hashlib
from dataclasses import replace
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.evidence import cards, fact_line
from analyzer.report.listing import SHARD, script_safe, shards
from analyzer.report.render import HERE, write

# Up to so many cases stand in the page itself and can be read without JavaScript; a longer list is packed data.
STATIC = 200

# With 100,000 findings: level 9 takes five times as long as 6 and saves 1 %.
LEVEL = 6


def write_single(book: Book, out: Path) -> None:
    """Write the file. Scripts and styles are allowed by their digests alone; the list is gzip in base64."""
    alone = replace(book, alone=True)
    style = (HERE / "assets" / "app.css").read_text(encoding="utf-8")
    script = (HERE / "assets" / "app.js").read_text(encoding="utf-8")
    listed = alone.cases if len(alone.cases) <= STATIC else alone.cases[:25]
    # No page of a case lies beside the file, so that no line of its list leads to one.
    columns = [{**c, "page": [0] * len(c["page"])} for c in shards(book)]
    packed = gzip.compress(script_safe(columns).encode("utf-8", "backslashreplace"), LEVEL, mtime=0)
    used = {c.fact.id: c.fact for c in listed if c.fact}
    html = alone.page(
        "single.html.j2",
        "",
        "index",
        inline={
            "style": style,
            "script": script,
            "data": base64.b64encode(packed).decode("ascii"),
            "csp": (
                f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data:; "
                "base-uri 'none'; form-action 'none'"
            ),
        },
        cards=cards(alone, listed),
        number=1,
        names=["single.html"],
        shown=len(listed),
        first=1,
        shards=-(-len(alone.cases) // SHARD),
        affected=len({a for c in alone.cases if c.conflict is None for a in c.articles}),
        gaps=alone.tally.gaps,
        removals=alone.tally.removals,
        facts=[fact_line(alone, used[k]) for k in sorted(used)],
    )
    # Text cannot hold this: its quotation marks are escaped. Rows of the table stand at the end of the same file.
    write(out / "single.html", html.replace('href="facts.html#', 'href="#'))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")

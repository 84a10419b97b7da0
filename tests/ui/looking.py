"""One page looked at in every width and scheme: what axe finds, and whether it is wider than the screen."""

from typing import TYPE_CHECKING, Literal

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (1440, 390)
HEIGHT = 844

# Only violations are asked for: collecting what passes takes most of the time.
FIND = (
    "axe.run({resultTypes: ['violations']}).then((r) => r.violations.map((v) => [v.id, v.nodes[0].html.slice(0, 120)]))"
)


def faults(page: "Page") -> list[tuple[object, ...]]:
    """Return what is wrong with the page that stands in the browser; its size and scheme change on the way."""
    page.evaluate(pytest.importorskip("axe_playwright_python.base").AXE_SCRIPT)
    found: list[tuple[object, ...]] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [(page.url, width, scheme, *fault) for fault in page.evaluate(FIND)]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((page.url, width, "wider than the screen"))
    return found

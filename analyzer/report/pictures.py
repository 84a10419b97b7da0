"""Small pictures as inline SVG, each with its text equivalent beside it in the template.

Only numbers and class names are written here, never text from articles, so the result is safe markup.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup


# Two bars across a whole page look like a wall; this many slots give each the width of a finger.
SLOTS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the density strip; ``place`` is 0..1 along the text, ``label`` the number of its note."""

    place: float
    kind: str
    label: str


def strip(ticks: Sequence[Tick]) -> "Markup":
    """Return the whole article as a strip, a coloured tick where each mark stands."""
    from markupsafe import Markup

    bars = "".join(
        f'<rect class="k-{t.kind}" x="{min(max(t.place, 0.0), 1.0) * 996:.1f}" y="{2 if t.kind == "gap" else 0}" '
        f'width="4" height="{8 if t.kind == "gap" else 12}"/>'
        for t in ticks
    )
    return Markup(  # noqa: S704 - numbers and our own class names only
        f'<svg class="strip" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f'<rect class="track" width="1000" height="12"/>{bars}</svg>'
    )


def bars(values: Sequence[float], *, kind: str = "") -> "Markup":
    """Return a row of bars, one a value, the tallest as high as the picture; a few of them do not fill it."""
    from markupsafe import Markup

    top = max(values, default=0.0) or 1.0
    width = 1000 / max(SLOTS, len(values))
    drawn = "".join(
        f'<rect x="{k * width:.1f}" y="{60 - 60 * v / top:.1f}" width="{max(1.0, width - 2):.1f}" '
        f'height="{60 * v / top:.1f}"/>'
        for k, v in enumerate(values)
    )
    return Markup(  # noqa: S704 - numbers and our own class names only
        f'<svg class="bars {kind}" viewBox="0 0 1000 60" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false">{drawn}</svg>'
    )


def shared_strip(parts: Sequence[tuple[float, bool]]) -> "Markup":
    """Return a text as a strip, filled where it is shared; parts are (share of the text, whether it is shared)."""
    from markupsafe import Markup

    drawn: list[str] = []
    at, filled_from = 0.0, -1.0
    for share, same in (*parts, (0.0, False)):
        if same and filled_from < 0:
            filled_from = at
        elif not same and filled_from >= 0:
            drawn.append(
                f'<rect x="{filled_from * 1000:.1f}" y="0" width="{(at - filled_from) * 1000:.1f}" height="12"/>'
            )
            filled_from = -1.0
        at += share
    return Markup(  # noqa: S704 - numbers only
        f'<svg class="strip shared" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true" '
        f'focusable="false"><rect class="track" width="1000" height="12"/>{"".join(drawn)}</svg>'
    )

"""Marks can be told apart by everybody: contrast on their tint, distance in four kinds of vision, light and dark."""

import re
from collections.abc import Callable
from itertools import combinations
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "analyzer" / "report" / "assets" / "app.css").read_text(encoding="utf-8")
MARKS = ("bad", "ok", "gap", "cut", "unk")

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# Machado, Oliveira, Fernandes (2009), severity 1.0, on linear RGB.
VISIONS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def palette(scheme: str) -> dict[str, Rgb]:
    blocks = re.findall(r":root \{(.*?)\n\s*\}", CSS, re.DOTALL)
    names: dict[str, Rgb] = {}
    for block in blocks[: 1 if scheme == "light" else 2]:
        for name, digits in re.findall(r"--([a-z-]+): #([0-9a-f]{6})", block):
            names[name] = tuple(int(digits[k : k + 2], 16) / 255 for k in (0, 2, 4))  # type: ignore[assignment]
    return names


def linear(colour: Rgb) -> Rgb:
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)  # type: ignore[return-value]


def times(matrix: Matrix, colour: Rgb) -> Rgb:
    return tuple(sum(m * c for m, c in zip(row, colour, strict=True)) for row in matrix)  # type: ignore[return-value]


def contrast(one: Rgb, other: Rgb) -> float:
    def luminance(colour: Rgb) -> float:
        r, g, b = linear(colour)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(colour: Rgb) -> Rgb:
    """Return CIELAB (D65) of a linear RGB colour."""
    x, y, z = times(
        ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.072175), (0.0193339, 0.119192, 0.9503041)),
        tuple(min(1.0, max(0.0, c)) for c in colour),  # type: ignore[arg-type]
    )
    root: Callable[[float], float] = lambda t: t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116  # noqa: E731
    fx, fy, fz = root(x / 0.95047), root(y), root(z / 1.08883)
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Rgb, other: Rgb) -> float:
    """Return the CIEDE2000 difference of two CIELAB colours, in the notation of Sharma, Wu and Dalal (2005)."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = (hypot(a1, b1) + hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * sqrt(mean**7 / (mean**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    dl, dc, dh = l2 - l1, c2 - c1, 2 * sqrt(c1 * c2) * sin(radians(turn / 2))
    lm, cm = (l1 + l2) / 2, (c1 + c2) / 2
    hm = h1 + turn / 2 if c1 * c2 else h1 + h2
    t = 1 - 0.17 * cos(radians(hm - 30)) + 0.24 * cos(radians(2 * hm)) + 0.32 * cos(radians(3 * hm + 6))
    t -= 0.2 * cos(radians(4 * hm - 63))
    sl = 1 + 0.015 * (lm - 50) ** 2 / sqrt(20 + (lm - 50) ** 2)
    sc, sh = 1 + 0.045 * cm, 1 + 0.015 * cm * t
    rotation = -2 * sqrt(cm**7 / (cm**7 + 25**7)) * sin(radians(60 * exp(-(((hm % 360 - 275) / 25) ** 2))))
    return sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + rotation * dc / sc * dh / sh)


# Pairs 1, 7, 13, 17 and 25 of the test data that the authors publish.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
        ((50.0, -0.001, 2.49), (50.0, 0.0011, -2.49), 4.7461),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ],
)
def test_the_distance_is_the_published_one(one: Rgb, other: Rgb, expected: float) -> None:
    assert distance(one, other) == pytest.approx(expected, abs=1e-4)
    assert distance(other, one) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_at_least_4_5(scheme: str) -> None:
    colours = palette(scheme)
    pairs = [(name, f"{name}-t") for name in MARKS]
    pairs += [(name, ground) for name in (*MARKS, "ink", "dim", "link") for ground in ("paper", "card")]
    pairs += [
        ("dim", "soft"),
        ("ink", "soft"),
        *((("dim"), f"{m}-t") for m in MARKS),
        *(("link", f"{m}-t") for m in MARKS),
    ]
    low = {pair: round(c, 2) for pair in pairs if (c := contrast(colours[pair[0]], colours[pair[1]])) < 4.5}
    assert low == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
def test_colours_are_at_least_20_apart(scheme: str, vision: str) -> None:
    colours = palette(scheme)
    seen = {name: lab(times(VISIONS[vision], linear(colours[name]))) for name in MARKS}
    near = {p: round(d, 1) for p in combinations(MARKS, 2) if (d := distance(seen[p[0]], seen[p[1]])) < 20}
    assert near == {}

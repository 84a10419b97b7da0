"""How many pages prove that a line is their site's."""

import random
from collections.abc import Callable, Sequence

import pytest

from analyzer.across.site_lines import Page, lines_of, site_lines
from analyzer.across.trace import Trace, traces
from analyzer.clean import told_lines
from analyzer.model import Sharing

CALL, SLOGAN, SIGNED = "关注我们，不错过每一篇好文", "您身边的生活参谋", "编辑：王芳"


def site(texts: Sequence[str], home: str = "海星网") -> list[Page]:
    return [Page(home, home[0] != "\0", told_lines(text)) for text in texts]


def tracer(texts: Sequence[str]) -> Callable[[int], Trace]:
    return traces(texts).__getitem__


def listed(pages: Sequence[Page], texts: Sequence[str]) -> list[dict[int, Sharing]]:
    found = site_lines(pages, tracer(texts))
    return [found.get(number, {}) for number in range(len(pages))]


def own(seed: int) -> str:
    """Return text of 900 letters that shares nothing with another seed's."""
    rng = random.Random(seed)
    letters = "".join(chr(rng.randrange(0x4E00, 0x9000)) for _ in range(900))
    return "。\n".join(letters[at : at + 60] for at in range(0, 900, 60))


def proven(texts: Sequence[str], home: str = "海星网") -> list[dict[int, Sharing]]:
    return listed(site(texts, home), texts)


def key(line: str) -> int:
    return lines_of(told_lines(line))[0] & ~1


@pytest.mark.parametrize(("having", "others", "line", "holds"), [
    (4, 0, CALL, True), (3, 0, CALL, False), (4, 16, CALL, True), (4, 17, CALL, False),
    (4, 4, SIGNED, True), (6, 4, SLOGAN, True), (6, 5, SLOGAN, False), (5, 0, SLOGAN, False), (10, 90, CALL, True),
])  # fmt: skip
def test_several_pages_and_a_share_of_the_site(having: int, others: int, line: str, *, holds: bool) -> None:
    texts = [f"{own(n)}\n{line}" for n in range(having)] + [own(1000 + n) for n in range(others)]
    found = proven(texts)
    assert [key(line) in page for page in found] == [holds] * having + [False] * others


def test_copies_of_one_page_prove_nothing() -> None:
    same = own(1)
    copies = [f"{same[:at]}{same[at + 20 :]}\n{CALL}" for at in range(0, 400, 20)]
    assert not any(proven(copies))
    assert any(proven([*copies, *(f"{own(n)}\n{CALL}" for n in range(2, 5))]))


def test_pages_of_one_skeleton_are_copies() -> None:
    same = own(1)
    swapped = [
        f"{same.replace(same[40:42], name)}\n{own(7 + n)[:150]}\n{CALL}" for n, name in enumerate("甲乙丙丁戊己庚辛")
    ]
    assert not any(proven(swapped))


def test_a_line_of_many_hosts_needs_no_share() -> None:
    texts = [f"{own(n)}\n{CALL}" for n in range(10)]
    pages = [Page(f"站{n}", True, told_lines(text)) for n, text in enumerate(texts)]
    assert [page[key(CALL)] for page in listed(pages, texts)] == [Sharing(10, site=False)] * 10
    assert not any(listed(pages[:9], texts))
    slogans = [f"{own(n)}\n{SLOGAN}" for n in range(10)]
    pages = [Page(f"站{n}", True, told_lines(text)) for n, text in enumerate(slogans)]
    assert not any(listed(pages, slogans))


def test_counts_are_rounded_down_so_that_one_page_more_changes_little() -> None:
    texts = [f"{own(n)}\n{CALL}" for n in range(12)]
    for count, said in ((6, 4), (9, 4), (10, 10), (12, 10)):
        assert proven(texts[:count])[0] == {key(CALL): Sharing(said, site=True, most=True)}
    assert proven(texts[:5], "\0一个文件夹")[0] == {key(CALL): Sharing(4, site=False)}

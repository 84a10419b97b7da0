"""What was repaired and what is missing, line by line, for a person."""

from collections.abc import Iterator

from analyzer.language import Phrase
from analyzer.model import GapKind, Reading

_GAP = {
    GapKind.SPACE: Phrase(zh="缺词（空格）", en="missing words (a space)"),
    GapKind.MERGED: Phrase(zh="缺词（无痕）", en="missing words (no trace)"),
    GapKind.BYTES: Phrase(zh="字节受损", en="damaged bytes"),
    GapKind.SUBSTITUTED: Phrase(zh="被替换", en="replaced words"),
    GapKind.MASKED: Phrase(zh="被遮盖", en="masked words"),
}
_REPAIR = {
    "pinyin": Phrase(zh="去掉拼音注", en="pinyin note undone"),
    "bytes": Phrase(zh="还原字节", en="bytes restored"),
    "homoglyph": Phrase(zh="形近字", en="look-alike"),
    "invisible": Phrase(zh="去掉不可见字符", en="invisible characters cut"),
    "substituted": Phrase(zh="还原被替换的词", en="replaced words put back"),
    "markup": Phrase(zh="去掉标记", en="markup cut"),
    "restored": Phrase(zh="按相似稿件补回", en="restored from a copy"),
}
_AROUND = 10


def explain(reading: Reading) -> Iterator[Phrase]:
    """Yield one line for every repair, gap and damaged figure, in the order of the text, then the spun wording."""
    source = reading.article.clean.source
    lines: list[tuple[int, int, Phrase]] = []
    for r in reading.repairs:
        name = _REPAIR.get(r.kind, Phrase(zh=r.kind, en=r.kind))
        old, new = r.old.strip("\n") or r.old, r.new or "∅"
        lines.append(_line(r.start, r.end, name, f"{_show(source, r.start, r.end)}  {old} → {new}  {r.evidence}"))
    for g in reading.gaps:
        if g.restored is not None:
            continue
        zh = f"可能是：{'、'.join(g.candidates)}" if g.candidates else "猜不出"
        en = f"perhaps: {', '.join(g.candidates)}" if g.candidates else "no candidate"
        shown = _show(source, g.start, g.end)
        name = _GAP[g.kind]
        lines.append(
            (
                g.start,
                g.end,
                Phrase(
                    zh=f"{g.start}-{g.end}  {name.zh}  {shown}  {g.evidence}  {zh}",
                    en=f"{g.start}-{g.end}  {name.en}  {shown}  {g.evidence}  {en}",
                ),
            )
        )
    broken = Phrase(zh="数字残缺，不作判断", en="damaged figure, not judged")
    lines += [_line(s.start, s.end, broken, _show(source, s.start, s.end)) for s in reading.damaged_numbers]
    for _, _, line in sorted(lines, key=lambda x: (x[0], x[1], x[2].zh)):
        yield line
    if reading.spin_pairs:
        pairs = [f"{p.spun} {p.spun_count} : {p.plain} {p.plain_count}" for p in reading.spin_pairs]
        yield Phrase(
            zh=f"洗稿分 {reading.spin_score:.2f}（0.5 起算洗稿）：{'；'.join(pairs)}",
            en=f"spun wording {reading.spin_score:.2f} (spun from 0.5): {'; '.join(pairs)}",
        )


def _line(start: int, end: int, name: Phrase, rest: str) -> tuple[int, int, Phrase]:
    return (start, end, Phrase(zh=f"{start}-{end}  {name.zh}  {rest}", en=f"{start}-{end}  {name.en}  {rest}"))


def _show(source: str, start: int, end: int) -> str:
    """Return the place in its surroundings, the damaged part in brackets, on one line."""
    left, right = source[max(0, start - _AROUND) : start], source[end : end + _AROUND]
    return f"…{left}［{source[start:end]}］{right}…".replace("\n", "⏎")

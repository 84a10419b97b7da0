"""Walk an article's sentences and turn statements into claims with offsets of the source."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from analyzer.claims import answers, lexicon, passages, records, stance, tables
from analyzer.claims.clauses import Sentence, sentences
from analyzer.claims.frames import statements, worth_reading, yielding
from analyzer.claims.grammar import Grammar
from analyzer.claims.headings import heads
from analyzer.claims.mentions import Mention, free_standing, meant, respect_words
from analyzer.claims.statement import Statement
from analyzer.claims.topics import Subject, set_aside, several, topic_of
from analyzer.language import Phrase
from analyzer.model import Claim, PartialDate, Reading, Stance, Truth
from analyzer.text import Span
from analyzer.values import read_date

# What leads from one state of a thing to the next.
_THEN = re.compile(
    "(?:[，,；;]|^)(?:再|又|后来|随后|其后|之后|此后|继而|进而|最终|最后|直至|直到|现在|如今|目前)(?!说|次)"
)
CORRECTION_REACH = 4  # claims; a correction follows at once (tests/claims/test_stance.py)
# Characters from what others say to what the article says; by judgement (tests/claims/test_stance.py).
ANSWER_REACH = 80
# How many sentences back a topic reaches; farther back the reader needs the name again.
TOPIC_REACH = 2

# A new line speaks of what the line before did where it answers it or opens with a pronoun.
_GOES_ON = re.compile(
    rf"(?:答|回答|解答|a)[:：]|(?:[(（]?\d{{1,2}}[)）.、．]\s*)?(?:它|该|这一?{lexicon.either('measures')})"
)


def claims_of(reading: Reading, grammar: Grammar) -> Sequence[Claim]:
    """Return the claims of one article, in source order; the same claim said again adds a location."""
    text = reading.folded.text
    raw = _with_guesses(grammar.names.find(text), grammar.names.across(reading))
    if not raw:
        return ()
    published = _published(reading.article.document.published)

    def prepare(start: int, body: str, mentions: tuple[Mention, ...], headed: bool = False) -> Sentence:
        return Sentence(body, start, mentions, published, grammar.attributes, grammar.classes, headed)

    spans = list(sentences(text))
    table = tables.rows(text)
    lines = records.fields(text, raw, grammar)
    out: list[Claim] = []
    history: list[Sentence] = []
    at = 0
    last_end = 0
    for n, (start, end) in enumerate(spans):
        while at < len(raw) and raw[at].end <= start:
            at += 1
        headed = False
        if "\n" in text[last_end:start] and not _GOES_ON.match(text, start):
            headed = bool(n) and heads(text, spans[n - 1], history)
            history = history[-1:] if headed else []
        last_end = end
        inside = _inside(raw, at, start, end)
        body = text[start:end]
        if start in table or start in lines:
            sentence = prepare(start, body, free_standing(body, respect_words(body, inside), grammar.attributes))
            stated = []
            if (row := table.get(start)) is not None:
                above = [m for m in raw if row.head and row.head[0][0] <= m.start and m.end <= row.head[-1][1]]
                stated = tables.of_row(sentence, row, text, above, grammar)
            if (line := lines.get(start)) is not None:
                stated = [*stated, *records.of_field(sentence, line, text, grammar)]
            out.extend(_claim(reading, grammar, sentence, statement, "") for statement in stated)
            if stated:
                continue
        if not inside and not history:
            continue
        if not worth_reading(body, inside, grammar):
            if inside:
                history = [*history, prepare(start, body, tuple(inside))][-TOPIC_REACH:]
            continue
        names = free_standing(body, respect_words(body, yielding(body, inside, grammar)), grammar.attributes)
        sentence = prepare(start, body, meant(body, names), headed)
        if len(sentence.mentions) < len(names):
            history = []  # the text turns to another thing of the name
        follow = _follow(text, spans[n + 1], end) if n + 1 < len(spans) else ""
        stated = statements(sentence, grammar, _History(history))
        out.extend(_claim(reading, grammar, sentence, statement, follow) for statement in stated)
        out.extend(_answered(reading, grammar, prepare, history, spans[n : n + 2], raw, at))
        history = _topics_after(history, sentence, stated)
    return _merge(_corrected(_as_put(out, reading), reading, grammar.one_valued))


def _answered(
    reading: Reading,
    grammar: Grammar,
    prepare: Callable[[int, str, tuple[Mention, ...]], Sentence],
    history: Sequence[Sentence],
    pair: Sequence[tuple[int, int]],
    raw: Sequence[Mention],
    at: int,
) -> Iterator[Claim]:
    """Yield what a question states together with its answer, the two sentences of ``pair``."""
    text = reading.folded.text
    if len(pair) < 2 or not text.endswith(("?", "?”", "?」"), pair[0][0], pair[0][1]):
        return
    whole = answers.joined(text, *pair)
    if whole is None:
        return
    names = respect_words(whole.text, _inside(raw, at, pair[0][0], pair[1][1]))
    mentions = free_standing(whole.text, names, grammar.attributes)
    sentence = prepare(pair[0][0], whole.text, mentions)
    after = text[pair[1][1] : pair[1][1] + ANSWER_REACH].lstrip()
    for s in statements(sentence, grammar, _History(history)):
        if whole.gives(s.slot.start, s.slot.end):
            claim = _claim(reading, grammar, sentence, s, after)
            yield replace(claim, stance=Stance.ASSERTED) if claim.stance is Stance.QUESTION else claim


def _follow(text: str, span: tuple[int, int], end: int) -> str:
    """Return the next sentence, but no heading on a line of its own (误传): that speaks of what comes below it."""
    follow = text[span[0] : span[1]]
    return "" if "\n" in text[end : span[0]] and follow[-1:] not in "。！？!?…”" else follow


def _topics_after(history: list[Sentence], sentence: Sentence, stated: Sequence[Statement]) -> list[Sentence]:
    """Return the sentences that the next one may point back to.

    A sentence that only speaks of the topic and names nothing (该病经蚊虫传播。) leaves the topic where it was.
    """
    goes_on = stated and not sentence.mentions and all(s.carried for s in stated)
    return history if goes_on else [*history, sentence][-TOPIC_REACH:]


def _inside(mentions: Sequence[Mention], at: int, start: int, end: int) -> list[Mention]:
    """Return the mentions of a sentence, in its own offsets; ``at`` is the first that ends after its start."""
    inside: list[Mention] = []
    for m in islice(mentions, at, None):
        if m.start >= end:
            break
        if m.start >= start and m.end <= end:
            inside.append(Mention(m.start - start, m.end - start, m.ids, m.types, m.weak, m.shorter))
    return inside


def _with_guesses(found: list[Mention], guesses: Sequence[Mention]) -> list[Mention]:
    """Add the names that holes run through where no whole name stands; of two guesses the longer name."""
    out = list(found)
    for guess in sorted(guesses, key=lambda m: (m.start - m.end, m.start)):
        rivals = [m for m in out if m.start < guess.end and guess.start < m.end]
        if all(m.end - m.start < guess.end - guess.start and m in found for m in rivals):
            out = [m for m in out if m not in rivals] + [guess]
    return sorted(out, key=lambda m: m.start)


def _as_put(claims: Sequence[Claim], reading: Reading) -> Sequence[Claim]:
    """Give claims the stance of the passage that they stand in: an exercise, a rumour, a letter."""
    found = passages.passages(reading.folded.text) if claims else ()
    if not found:
        return claims
    spans = [(reading.folded.span(p.start, p.end), p) for p in found]
    out: list[Claim] = []
    for claim in claims:
        passage = next((p for span, p in spans if span.start <= claim.end - 1 < span.end), None)
        keeps = passage is None or (passage.post and not _disputed(claim, claims))
        out.append(claim if passage is None or keeps else _within(claim, passage))
    return out


def _disputed(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Return whether the page says otherwise elsewhere: another value of the same, or this one denied."""
    same = (c for c in claims if c.subject_id == claim.subject_id and c.predicate == claim.predicate)
    return any(c.value != claim.value or c.stance in (Stance.NEGATED, Stance.DENIED) for c in same if c is not claim)


def _within(claim: Claim, passage: passages.Passage) -> Claim:
    """Return a claim as its passage puts it; what others say stays a question or a denial if it is one."""
    put = claim.stance
    if passage.stance is Stance.ASSERTED or put in (Stance.DENIED, Stance.QUESTION, Stance.HYPOTHETICAL):
        return claim
    spoken = passage.stance is Stance.ATTRIBUTED
    if spoken and (put not in (Stance.ASSERTED, Stance.NEGATED) or claim.rule.startswith("record")):
        return claim  # 业主: V is a field of a record
    doubt = claim.doubt
    if spoken and put is Stance.NEGATED:
        doubt = doubt or REPORTED_DENIAL
    return replace(claim, stance=passage.stance, doubt=doubt, steps=(*claim.steps, f"passage={passage.cue.strip()}"))


REPORTED_DENIAL = Phrase(zh="转述或不肯定的否认，不作判断", en="a denial that is reported or hedged")


def _corrected(claims: Sequence[Claim], reading: Reading, one_valued: frozenset[str]) -> list[Claim]:
    """Take as denied what the same or the next sentence puts right: X 是 A，…，但其实 X 是 B.

    What others say is denied by what the article says right after it; ``one_valued`` are the predicates of which only
    one value can be true.
    """
    out = list(claims)
    source = reading.article.document.source
    for n, later in enumerate(out):
        if later.stance not in (Stance.ASSERTED, Stance.ATTRIBUTED):
            continue
        for back in range(max(0, n - CORRECTION_REACH), n):
            earlier = out[back]
            same = earlier.subject_id == later.subject_id and earlier.predicate == later.predicate
            if not same or earlier.value == later.value:
                continue
            between = source[earlier.end : later.start]
            if earlier.stance is Stance.ATTRIBUTED:
                answers = later.stance is Stance.ASSERTED or _INQUIRES.search(between)
                if answers and len(between) <= ANSWER_REACH and earlier.predicate in one_valued:
                    out[back] = _denied(earlier)
            elif earlier.stance is not Stance.ASSERTED or later.stance is not Stance.ASSERTED:
                continue
            elif _THEN.search(between) and not re.search("[。！？\n]", between):
                out[back] = replace(earlier, past=True)  # 降至16%，再降至13%: the first was an earlier state
            elif len(between) < 60 and any(stance.turns(c) for c in re.split(r"[，,。；;！!？?\s]", between) if c):
                out[back] = _denied(earlier)
    return out


def _denied(claim: Claim) -> Claim:
    return replace(claim, stance=Stance.DENIED, steps=(*claim.steps, "corrected afterwards"))


# 向 S 求证，对方回复：…: who is concerned has the last word.
_INQUIRES = re.compile("求证|核实|查证|澄清|辟谣|否认")


def _published(iso: str | None) -> PartialDate | None:
    return read_date(iso[:10]) if iso else None


@dataclass(frozen=True, slots=True)
class _History:
    """The sentences that the next one may point back to."""

    sentences: Sequence[Sentence]

    def __call__(self, types: frozenset[str], described: bool) -> Subject | None:
        """Return the one entity of a type that the sentences before speak of, nearest sentence first."""
        for sentence in reversed(self.sentences if described else self.sentences[-1:]):
            meant = [m for m in sentence.mentions if m.types & types and not set_aside(sentence, m, types)]
            named = {m.ids for m in meant}
            if not named:
                continue
            if len(named) > 1:
                return None
            if described:
                return Subject((meant[0],), "described")
            for start, end in sentence.segments:
                topic = topic_of(sentence, start, end, types)
                if topic is not None:
                    return Subject((topic,), "carried")
            return None
        return None

    def several(self, types: frozenset[str]) -> tuple[Mention, ...]:
        """Return the things of some types that the nearest sentence with such names sets side by side."""
        nearest = next((s for s in reversed(self.sentences) if s.types & types), None)
        return several(nearest, types) if nearest else ()


def _claim(reading: Reading, grammar: Grammar, sentence: Sentence, s: Statement, follow: str) -> Claim:
    folded, clean = reading.folded, reading.article.clean
    base = sentence.offset
    span = folded.span(base + s.start, base + s.end)
    whole = folded.span(base, base + len(sentence.text))
    written = reading.repaired.text[base + s.slot.start : base + s.slot.end]
    statement = s.start, s.end
    if s.apart(sentence):
        statement = min(s.cue[0], s.slot.start), s.end
    how = stance.put(sentence, statement, s.cue, s.lead, follow, s.negations)
    value, put = s.slot.value, how.stance
    doubt = s.slot.doubt
    negations = how.negations
    if isinstance(value, Truth):
        if put is Stance.PLANNED and how.cues == ("尚未",):
            put = Stance.ASSERTED  # 尚未废止 says that it is not so now
        if negations % 2 and put in (Stance.NEGATED, Stance.ASSERTED):
            value, put = Truth(true=False), Stance.ASSERTED
        elif negations % 2:
            value = Truth(true=False)
        if negations > 1:
            doubt = Phrase(zh="双重否定，不作判断", en="double negation")
    elif negations > 1 and put is Stance.ASSERTED:
        doubt = Phrase(zh="双重否定，不作判断", en="double negation")
    elif negations % 2 and put in (Stance.ATTRIBUTED, Stance.HEDGED):
        doubt = REPORTED_DENIAL
    if s.negated and put is Stance.ASSERTED:
        put = Stance.NEGATED
    place = folded.span(base + s.slot.start, base + s.slot.end)
    if doubt is None and any(_meets(place, d) for d in reading.damaged_numbers):
        doubt = Phrase(zh=f"“{written}”的数字残缺", en="damaged number")
    certain = s.certain and not any(_meets(span, u) for u in reading.uncertain)
    subject = _subject_text(reading, grammar, sentence, s)
    return Claim(
        article=reading.article.id,
        start=span.start,
        end=span.end,
        sentence=clean.text[clean.position(whole.start) : clean.position(whole.end)],
        sentence_start=whole.start,
        subject=subject,
        subject_id=s.subject.ids[0],
        predicate=s.predicate.id,
        written=written,
        value=value,
        stance=put,
        rule=f"{s.frame}·{s.template}" if s.template else s.frame,
        time=_time(sentence, s),
        past=how.past,
        certain=certain and len(s.subject.ids) == 1,
        doubt=doubt,
        steps=_steps(sentence, s, how),
    )


def _subject_text(reading: Reading, grammar: Grammar, sentence: Sentence, s: Statement) -> str:
    """Return the subject as the sentence names it; the table's name where an earlier sentence does."""
    if s.carried:
        return grammar.names.full[s.subject.ids[0]]
    return reading.repaired.text[sentence.offset + s.subject.start : sentence.offset + s.subject.end]


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


_NOW = re.compile("如今|现在|目前|今天|眼下|当前|现今|至今")
_ONLY_TIME = re.compile(
    r"^(?:回顾|回看|整个|早在|截至|截止|到|在|自|从|于|直到|时至)?$|^(?:的?(?:初|末|底|年底|年初|春天|夏天|秋天|冬天|夏季|冬季|上半年|下半年|赛季|那会儿|那阵子|那时候?|时候|时|间|期间|起|以来|"
    r"开始|(?:到|至|-|—|~)+(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:之?间|期间)?|左右|前后|以后|之后|后|以前|之前|前|为止|当时|那年|年))*$"
)


_WHEN = re.compile("的时候|那会儿|那阵子|那年|时(?![间代期])")
_SINCE = re.compile("起|以来|(?:之|以)?后")


def _time(sentence: Sentence, s: Statement) -> PartialDate | None:
    """Return the time that the clause of a claim states, unless the date is the value itself.

    A clause that is nothing but a time (2018年夏天，), or opens with one (2018年的时候 S 由 …，), counts for those
    after it. 以前 means the year before; what holds since a time (2018年起, 2018年之后) holds now.
    """
    if s.predicate.value_types[0] == "date":
        return None
    k = sentence.segment_at(s.cue[0])
    for at in range(k, -1, -1):
        start, end = sentence.segments[at]
        if at < k and _NOW.search(sentence.text[start : sentence.segments[k][1]]):
            return None
        for d in sentence.dates:
            if not start <= d.start < end or (s.slot.start < d.end and d.start < s.slot.end):
                continue
            rest = sentence.gap(d.end, end)
            only = _ONLY_TIME.match(sentence.gap(start, d.start)) and (_ONLY_TIME.match(rest) or _WHEN.match(rest))
            if at != k and not only:
                continue
            if _SINCE.match(rest):
                return None
            if re.match(r"(?:以前|之前)", rest):
                return PartialDate(year=d.date.year - 1)
            return d.date
    return None


def _steps(sentence: Sentence, s: Statement, how: stance.Put) -> tuple[str, ...]:
    cue = sentence.text[s.cue[0] : s.cue[1]]
    return (
        f"subject={s.subject.ids[0]} ({s.how})",
        f"template={s.template or s.frame}",
        f"cue={cue}",
        f"value={sentence.text[s.slot.start : s.slot.end]}",
        f"stance={how.stance.value}" + (f" ({'、'.join(how.cues)})" if how.cues else ""),
    )


def _merge(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Make one claim of those that say the same in the same way; the later places become locations."""
    first: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.subject_id, claim.predicate, claim.value, claim.written if claim.value is None else "",
               claim.stance, claim.certain, claim.past, claim.time, claim.doubt)  # fmt: skip
        old = first.get(key)
        if old is None:
            first[key] = claim
        else:
            first[key] = replace(old, locations=(*old.locations, Span(claim.start, claim.end)))
    return tuple(sorted(first.values(), key=lambda c: (c.start, c.end, c.predicate, c.subject_id)))

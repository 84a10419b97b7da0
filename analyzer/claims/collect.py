"""Walk an article's sentences and turn statements into claims with offsets of the source."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from analyzer.claims import stance
from analyzer.claims.attach import Subject, topic_of
from analyzer.claims.clauses import Sentence, sentences
from analyzer.claims.frames import Carry, Statement, statements
from analyzer.claims.grammar import Grammar
from analyzer.claims.mentions import Mention, respect_words
from analyzer.language import Phrase
from analyzer.model import Claim, PartialDate, Reading, Stance, Truth
from analyzer.text import Span
from analyzer.values import read_date

# How many sentences back a topic reaches; farther back the reader needs the name again.
TOPIC_REACH = 2


def claims_of(reading: Reading, grammar: Grammar) -> Sequence[Claim]:
    """Return the claims of one article, in source order; the same claim said again adds a location."""
    text = reading.folded.text
    raw = grammar.names.find(text)
    if not raw:
        return ()
    published = _published(reading.article.document.published)
    spans = list(sentences(text))
    out: list[Claim] = []
    history: list[Sentence] = []
    at = 0
    last_end = 0
    for n, (start, end) in enumerate(spans):
        while at < len(raw) and raw[at].end <= start:
            at += 1
        if "\n" in text[last_end:start]:
            history = []
        last_end = end
        inside: list[Mention] = []
        look = at
        while look < len(raw) and raw[look].start < end:
            if raw[look].start >= start and raw[look].end <= end:
                inside.append(replace(raw[look], start=raw[look].start - start, end=raw[look].end - start))
            look += 1
        if not inside and not history:
            continue
        body = text[start:end]
        sentence = Sentence(body, start, respect_words(body, inside), published)
        follow = text[spans[n + 1][0] : spans[n + 1][1]] if n + 1 < len(spans) else ""
        stated = statements(sentence, grammar, _carry(history))
        out.extend(_claim(reading, sentence, statement, follow) for statement in stated)
        history = [*history, sentence][-TOPIC_REACH:]
    return _merge(out)


def _published(iso: str | None) -> PartialDate | None:
    return read_date(iso[:10]) if iso else None


def _carry(history: Sequence[Sentence]) -> Carry:
    def carry(types: frozenset[str], described: bool) -> Subject | None:
        """Return the one entity of a type that the sentences before speak of, nearest sentence first."""
        for sentence in reversed(history if described else history[-1:]):
            named = {m.ids for m in sentence.mentions if m.types & types}
            if not named:
                continue
            if len(named) > 1:
                return None
            if described:
                return Subject((next(m for m in sentence.mentions if m.types & types),), "described")
            for start, end in sentence.segments:
                topic = topic_of(sentence, start, end, types)
                if topic is not None:
                    return Subject((topic,), "carried")
            return None
        return None

    return carry


def _claim(reading: Reading, sentence: Sentence, s: Statement, follow: str) -> Claim:
    folded, clean = reading.folded, reading.article.clean
    base = sentence.offset
    span = folded.span(base + s.start, base + s.end)
    whole = folded.span(base, base + len(sentence.text))
    written = reading.repaired.text[base + s.slot.start : base + s.slot.end]
    how = stance.put(sentence, s.start, s.end, s.cue, follow, min(s.lead, s.cue[0]))
    value, put = s.slot.value, how.stance
    doubt = s.slot.doubt
    negations = how.negations
    if isinstance(value, Truth):
        if negations % 2 and put in (Stance.NEGATED, Stance.ASSERTED):
            value, put = Truth(true=False), Stance.ASSERTED
        elif negations % 2:
            value = Truth(true=False)
        if negations > 1:
            doubt = Phrase(zh="双重否定，不作判断", en="double negation: not judged")
    elif negations > 1 and put is Stance.ASSERTED:
        doubt = Phrase(zh="双重否定，不作判断", en="double negation: not judged")
    if s.negated and put is Stance.ASSERTED:
        put = Stance.NEGATED
    place = folded.span(base + s.slot.start, base + s.slot.end)
    if doubt is None and any(_meets(place, d) for d in reading.damaged_numbers):
        doubt = Phrase(zh=f"“{written}”的数字残缺", en=f"the figure “{written}” is damaged")
    certain = s.certain and not any(_meets(span, u) for u in reading.uncertain)
    subject = _subject_text(reading, sentence, s)
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


def _subject_text(reading: Reading, sentence: Sentence, s: Statement) -> str:
    if s.carried:
        return s.subject.ids[0]
    return reading.repaired.text[sentence.offset + s.subject.start : sentence.offset + s.subject.end]


def _meets(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _time(sentence: Sentence, s: Statement) -> PartialDate | None:
    """Return the time that the clause of a claim states, unless the date is the value itself."""
    if s.predicate.value_types[0] == "date":
        return None
    k = sentence.segment_at(s.cue[0])
    start, end = sentence.segments[k]
    for d in sentence.dates:
        if start <= d.start < end and not (s.slot.start < d.end and d.start < s.slot.end):
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

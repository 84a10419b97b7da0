"""Facts in the browser: look one up, see what a change would flip, save it, notice that somebody else was faster."""

import hashlib
from collections.abc import Mapping

from analyzer.facts import store
from analyzer.facts.columns import COLUMNS, FACTS
from analyzer.facts.edit import adding, setting, tidy_fact
from analyzer.facts.lines import as_line
from analyzer.facts.names import Names
from analyzer.facts.sheet import Sheet
from analyzer.facts.store import Edit
from analyzer.facts.table import Folder, read_folder
from analyzer.report.stored import claims_in
from analyzer.serve.desk import Desk, Reply, text_of, today
from analyzer.verify.impact import Flip, flips

# An editor reads a dozen; the counts tell the rest.
SHOWN = 30
_CELLS = tuple(c.name for c in COLUMNS[FACTS] if c.name != "id")


class _ChangedMeanwhileError(Exception):
    """Another editor's rows, found under the lock; nothing has been written."""

    def __init__(self, rows: list[Mapping[str, str]]) -> None:
        super().__init__("changed meanwhile")
        self.rows = rows


def fact(desk: Desk, asked: Mapping[str, object]) -> Reply:
    """Return the cells of a row, the same with names for ids, and its revision; 404 where no row has the id."""
    rows = _rows(read_folder(desk.places.facts), text_of(asked, "id"), {})
    if not rows:
        return 404, {"error": desk.book().words("serve.no_fact")}
    return 200, {"cells": rows[0], "shown": _with_names(desk, rows[0]), "rev": _revision(rows)}


def preview(desk: Desk, asked: Mapping[str, object]) -> Reply:
    """Return what the stored claims would come to, and the revision that the preview rests on; nothing is written."""
    key, cells = _asked(asked)
    rows = _rows(read_folder(desk.places.facts), key, cells)
    before, after = store.preview(desk.places.facts, _edit(key, cells))
    found = flips(claims_in(desk.places.out), before, after)
    fresh = next((f for f in after.facts if (f.id == key if key else f not in before.facts)), None)
    return 200, {
        "rev": _revision(rows),
        "line": as_line(fresh, after, desk.settings.language) if fresh else "",
        "beside": [] if key else _lines(desk, rows),
        "count": len(found),
        "new": sum(f.effect == "+" for f in found),
        "gone": sum(f.effect == "-" for f in found),
        "flips": [_flip(desk, f) for f in found[:SHOWN]],
    }


def save(desk: Desk, asked: Mapping[str, object]) -> Reply:
    """Write the row. 409 with the other editor's rows where ``rev`` is not that of the table now; nothing is lost."""
    key, cells = _asked(asked)
    rev = text_of(asked, "rev")
    cells.setdefault("checked_on", today())

    def edit(before: Folder) -> tuple[Mapping[str, Sheet], tuple[str, ...]]:
        rows = _rows(before, key, cells)
        if _revision(rows) != rev:
            raise _ChangedMeanwhileError(rows)
        return _edit(key, cells)(before)

    who = text_of(asked, "by", 60) or "?"
    try:
        changed = store.change(desk.places.facts, who, "facts edit" if key else "facts add", edit)
    except _ChangedMeanwhileError as other:
        lines = _lines(desk, other.rows)
        return 409, {"theirs": other.rows, "lines": lines, "mine": cells, "rev": _revision(other.rows)}
    table = changed.after.table
    saved = next((f for f in table.facts if f.id == changed.ids[0]), None) if table else None
    line = as_line(saved, table, desk.settings.language) if saved and table else ""
    rows = _rows(changed.after, changed.ids[0], cells)
    return 200, {"id": changed.ids[0], "line": line, "rev": _revision(rows)}


def _asked(asked: Mapping[str, object]) -> tuple[str, dict[str, str]]:
    given = asked.get("cells")
    cells = {name: text_of(given, name) for name in _CELLS if name in given} if isinstance(given, dict) else {}
    return text_of(asked, "id", 200), cells


def _edit(key: str, cells: Mapping[str, str]) -> Edit:
    return setting(FACTS, key, cells) if key else adding(cells)


def _rows(folder: Folder, key: str, cells: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Return the rows that a change is about: the one with the id, or those that answer the same question."""
    sheet = folder.sheets.get(FACTS)
    if sheet is None:
        return []
    if key:
        wanted = {"id": key}
    elif folder.table is not None:
        tidy = tidy_fact(cells, Names.of(folder.table.entities, folder.table.predicates))
        wanted = {"subject": tidy.get("subject", ""), "predicate": tidy.get("predicate", "")}
    else:
        return []
    return [
        {c.name: sheet.cell(row, c.name) for c in COLUMNS[FACTS]}
        for row in sheet.rows
        if all(sheet.cell(row, name) == cell for name, cell in wanted.items())
    ]


def _with_names(desk: Desk, row: Mapping[str, str]) -> Mapping[str, str]:
    """Return a row as an editor would write it: names instead of ids, where the table knows them."""
    book = desk.book()
    named = {"subject": book.entity(row["subject"]), "predicate": book.predicate(row["predicate"])}
    return {**row, **named, "value": book.entity(row["value"])}


def _lines(desk: Desk, rows: list[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """Return the rows as an editor reads them, with names for ids."""
    book = desk.book()
    found = [book.facts[row["id"]] for row in rows if row["id"] in book.facts]
    lines: list[Mapping[str, str]] = []
    for f in found:
        said = book.words("checked_by", date=f.checked_on, by=f.checked_by).strip() if f.checked_on else ""
        parts = (book.value(f), book.words(f"grade.{f.grade}"), book.span_of(f), f.source_title or f.source_url, said)
        lines.append({"id": f.id, "text": " · ".join(x for x in (*parts, f.note) if x)})
    return lines


def _revision(rows: list[Mapping[str, str]]) -> str:
    text = "\x1e".join("\x1f".join(row.values()) for row in rows)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _flip(desk: Desk, flip: Flip) -> Mapping[str, object]:
    words = desk.book().words
    page = desk.book().article_pages.get(flip.claim.article, "")

    def said(verdict: str | None) -> str:
        return words(f"mark.{verdict}") if verdict else words("serve.gone")

    return {
        "effect": flip.effect,
        "before": said(flip.before.verdict.value if flip.before else None),
        "after": said(flip.after.verdict.value if flip.after else None),
        "kind": flip.after.verdict.value if flip.after else "unverified",
        "article": flip.claim.article,
        "page": page,
        "sentence": flip.claim.sentence.strip()[:300],
        "reason": flip.after.reason.say(desk.settings.language) if flip.after else "",
    }

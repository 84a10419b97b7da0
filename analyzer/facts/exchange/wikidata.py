"""Results that a user saved from the Wikidata query service, as CSV or JSON.

The mapping file (TOML) says which column of the result is what::

    [subject]
    column = "item"             # or the column with the label
    type = "product"            # type in entities.csv
    aliases = "itemAltLabel"    # optional: comma-separated other names

    [[fact]]
    column = "operatorLabel"
    predicate = "operator"      # id or label in predicates.csv
    type = "org"                # only where the value is an entity: its type
    from = "start"              # optional: columns with dates
    to = "end"

For a column ``x`` that holds entity addresses, the name is taken from ``xLabel``, as the query service names it.
Formats: https://www.mediawiki.org/wiki/Wikidata_Query_Service/User_Manual and
https://www.w3.org/TR/sparql11-results-json/.
"""

import csv
import io
import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from analyzer.errors import UsageError
from analyzer.facts.exchange.harvest import Harvest, Statement, Thing, plain
from analyzer.language import Phrase

_ITEM = re.compile(r"https?://www\.wikidata\.org/(?:entity|wiki)/(Q\d+)")
_DAY = re.compile(r"([+-]?\d{4,})-(\d{2})-(\d{2})T00:00:00Z?")
SOURCE_TITLE = "Wikidata"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactColumn:
    """One ``[[fact]]`` of the mapping."""

    column: str
    predicate: str
    type: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """A mapping file."""

    column: str
    type: str
    aliases: str
    facts: tuple[FactColumn, ...]


def read_mapping(path: Path) -> ColumnMap:
    """Read a mapping file; raises UsageError that says which key is missing or unknown."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        subject = raw["subject"]
        facts = raw.get("fact", [])
        known = {"column", "predicate", "type", "from", "to"}
        for entry in (subject, *facts):
            strange = set(entry) - known - {"aliases"}
            if strange:
                raise UsageError(Phrase(f"{path}：不认识的键 {min(strange)}", f"{path}: unknown key {min(strange)}"))
        return ColumnMap(
            column=str(subject["column"]),
            type=str(subject["type"]),
            aliases=str(subject.get("aliases", "")),
            facts=tuple(
                FactColumn(
                    column=str(f["column"]),
                    predicate=str(f["predicate"]),
                    type=str(f.get("type", "")),
                    since=str(f.get("from", "")),
                    until=str(f.get("to", "")),
                )
                for f in facts
            ),
        )
    except OSError as error:
        raise UsageError(Phrase(f"{path} 读不了：{error}", f"{path} cannot be read: {error}")) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(Phrase(f"{path} 不是有效的 TOML:{error}", f"{path} is no valid TOML: {error}")) from None
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(Phrase(f"{path} 缺少 {error}", f"{path} lacks {error}")) from None


def read_rows(path: Path) -> list[dict[str, str]]:
    """Return the result's rows, column by column; raises UsageError where the file is none of the known forms."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(Phrase(f"{path} 读不了：{error}", f"{path} cannot be read: {error}")) from None
    if path.suffix.lower() in (".csv", ".tsv"):
        delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [{k: v or "" for k, v in row.items() if k} for row in reader]
    try:
        return list(_json_rows(json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError):
        raise UsageError(
            Phrase(
                f"{path} 不是查询服务保存的结果（CSV 或 JSON）",
                f"{path} is no result saved from the query service (CSV or JSON)",
            )
        ) from None


def _json_rows(raw: object) -> Iterator[dict[str, str]]:
    """Yield rows of the short JSON form (a list of objects) or of SPARQL results."""
    if isinstance(raw, dict):
        for row in raw["results"]["bindings"]:
            yield {name: str(cell["value"]) for name, cell in row.items()}
    elif isinstance(raw, list):
        for row in raw:
            yield {name: str(cell) for name, cell in row.items()}
    else:
        raise TypeError


def harvest(rows: Sequence[Mapping[str, str]], mapping: ColumnMap, checked_on: str) -> Harvest:
    """Return what a result offers under a mapping; ``checked_on`` is the day on which it was saved."""
    columns = {c for row in rows for c in row}
    for wanted in (mapping.column, mapping.aliases, *(c for f in mapping.facts for c in (f.column, f.since, f.until))):
        if wanted and wanted not in columns:
            raise UsageError(
                Phrase(
                    f"结果里没有列 {wanted}；有的列是：{'、'.join(sorted(columns))}",
                    f"the result has no column {wanted}, only {', '.join(sorted(columns))}",
                )
            )
    things: dict[str, Thing] = {}
    statements: dict[Statement, None] = {}
    left: list[Phrase] = []
    for row in rows:
        subject, item = _name(row, mapping.column)
        if not subject:
            cell = row.get(mapping.column, "")
            left.append(Phrase(f"{cell}：没有名称", f"{cell}: has no name"))
            continue
        aliases = [plain(a) for a in re.split(r"[,，、]", row.get(mapping.aliases, ""))] if mapping.aliases else []
        old = things.get(subject)
        things[subject] = Thing(
            name=subject,
            type=mapping.type,
            aliases=tuple(dict.fromkeys((*(old.aliases if old else ()), *(a for a in aliases if a)))),
            source_id=item or (old.source_id if old else ""),
        )
        for column in mapping.facts:
            value, value_item = _name(row, column.column)
            if not value:
                continue
            if column.type:
                things.setdefault(value, Thing(name=value, type=column.type, source_id=value_item))
            statements.setdefault(
                Statement(
                    subject=subject,
                    predicate=column.predicate,
                    value=_date(value),
                    valid_from=_date(row.get(column.since, "")) if column.since else "",
                    valid_to=_date(row.get(column.until, "")) if column.until else "",
                    source_url=f"https://www.wikidata.org/wiki/{item}" if item else "",
                    source_title=f"{SOURCE_TITLE}:{subject}",
                    checked_on=checked_on,
                )
            )
    return Harvest(things=tuple(things.values()), statements=tuple(statements), left=tuple(dict.fromkeys(left)))


def _name(row: Mapping[str, str], column: str) -> tuple[str, str]:
    """Return (name, item id) of a cell; an address is named by its label column, and not at all where that is an id."""
    cell = row.get(column, "").strip()
    label = plain(row.get(f"{column}Label", cell))
    bare = column.removesuffix("Label")
    found = _ITEM.fullmatch(cell) or _ITEM.fullmatch(row.get(bare, "").strip())
    item = found[1] if found else ""
    if _ITEM.fullmatch(label) or re.fullmatch(r"Q\d+", label):
        return "", item
    return label, item


def _date(cell: str) -> str:
    """Return an ISO date for the service's timestamps (a first of January stands for the year), else the cell."""
    found = _DAY.fullmatch(cell.strip())
    if not found:
        return cell.strip()
    year, month, day = found.groups()
    if (month, day) == ("01", "01"):
        return year.lstrip("+")
    return f"{year.lstrip('+')}-{month}-{day}"

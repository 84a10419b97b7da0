"""The contract's tables as Parquet: immutable parts and a manifest, for pandas, DuckDB and whole crawls.

    parquet/claims/3f2a….parquet    at most PART rows; the name is a digest of the rows, so an unchanged part stays
    parquet/manifest.json           which parts make each table now; read this first, anything else may be left over

A part is written to a temporary name and renamed, the manifest last: a reader sees the old run or the new one.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from analyzer.report.book import Book
from analyzer.report.render import write
from analyzer.report.rows import Row, tables

PART = 50_000
"""Rows a part: some 10 MB of claims, a size that readers open at once and a changed article rewrites quickly."""


def write_parquet(book: Book, out: Path) -> None:
    """Write ``parquet/<table>/*.parquet`` and the manifest; parts of an earlier run that are not used any more go."""
    folder = out / "parquet"
    manifest = {
        name: [{"file": _write(folder / name, part), "rows": len(part)} for part in _parts(rows)]
        for name, rows in tables(book).items()
    }
    write(folder / "manifest.json", json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    for name, parts in manifest.items():
        used = {part["file"] for part in parts}
        for path in sorted((folder / name).glob("*.parquet")):
            if path.name not in used:
                path.unlink()


def _parts(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while part := list(islice(rows, PART)):
        yield part


def _write(folder: Path, part: list[Row]) -> str:
    """Write a part unless it is there, and return its file name. Lists and objects inside a row become JSON text."""
    import pandas as pd
    from xxhash import xxh3_128_hexdigest

    flat = [{k: _cell(v) for k, v in row.items()} for row in part]
    name = xxh3_128_hexdigest(json.dumps(flat, ensure_ascii=False).encode("utf-8", "surrogatepass")) + ".parquet"
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        pd.DataFrame.from_records(flat).to_parquet(partial, compression="zstd", index=False)
        partial.replace(path)
    return name


def _cell(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")  # Parquet holds no lone surrogates
    return value if value is None or isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)

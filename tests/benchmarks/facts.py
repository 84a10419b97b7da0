"""How long the help and a table of 10,000 facts take: loading, ``facts validate``, ``facts add``, the start of a run.

Run by hand: ``python tests/benchmarks/facts.py [FACTS]``. Prints the median of three, beside the limit.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMITS = {"help": 0.5, "load": 1.0, "validate": 2.0, "add": 2.0, "run start-up": 1.5}


def make_table(folder: Path, facts: int) -> None:
    """Write a table of ``facts`` rows over a fifth as many entities, each with two aliases."""
    entities = max(10, facts // 5)
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["id,name,type,aliases,parent,note"]
    for n in range(entities):
        kind = "product" if n % 2 else "org"
        parent = f"e{n - 2}" if n % 10 == 4 else ""
        lines.append(f"e{n},名称{n:05d},{kind},别名{n:05d}甲|别名{n:05d}乙,{parent},")
    (folder / "entities.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    (folder / "predicates.csv").write_text(
        "id,label,subject_type,value_type,cardinality,templates,unit,tolerance,note\n"
        "maker,生产商,product,org,multi,{S}由{V}生产|{V}旗下…{S},,,\n"
        "since,上市时间,product,date,multi,{S}于{V}上市,,,\n"
        "price,价格,product,number,multi,{S}售价{V},元,0.05,\n",
        encoding="utf-8-sig",
    )
    lines = ["id,subject,predicate,value,grade,valid_from,valid_to,source_url,source_title,checked_on,checked_by,note"]
    for n in range(facts):
        subject = f"e{(n % entities) | 1}"
        predicate, value = [
            ("maker", f"e{(n * 7 % entities) & ~1}"),
            ("since", f"{1990 + n % 30}-05"),
            ("price", str(n)),
        ][n % 3]
        lines.append(f"F{n:05d},{subject},{predicate},{value},,,,https://example.org/{n},出处{n},2026-01-02,,备注{n}")
    (folder / "facts.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")


def seconds(words: list[str], cwd: Path) -> tuple[float, float]:
    """Return wall and processor seconds of a command, its start included; one that fails ends the benchmark."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    begun, used = time.perf_counter(), os.times()
    done = subprocess.run(
        [sys.executable, *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    now = os.times()
    processor = now.children_user + now.children_system - used.children_user - used.children_system
    return time.perf_counter() - begun, processor


def main() -> None:
    """Print the table of figures; exit code 1 if a limit is broken."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    late = False
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        make_table(work / "facts", count)
        load = "from pathlib import Path; from analyzer.facts import load_table; load_table(Path('facts'))"
        grammar = (
            "from pathlib import Path; from analyzer.facts import load_table; "
            "from analyzer.claims import compile_grammar; compile_grammar(load_table(Path('facts')))"
        )
        farmcheck = ["-m", "analyzer", "facts"]
        for what, words in (
            ("help", ["-m", "analyzer", "--help"]),
            ("load", ["-c", load]),
            ("validate", [*farmcheck, "validate", "--facts", "facts"]),
            ("add", [*farmcheck, "add", "名称00001", "生产商", "名称00004", "--title", "x", "--grade", "wrong"]),
            ("run start-up", ["-c", grammar]),
        ):
            taken = []
            for n in range(3):
                extra = ["--facts", "facts", "--from", f"{1000 + n}", "--to", f"{1000 + n}"] if what == "add" else []
                taken.append(seconds([*words, *extra], work))
            middle, processor = (statistics.median(part) for part in zip(*taken, strict=True))
            late |= middle > LIMITS[what]
            print(
                f"{what:<14} {middle:6.2f} s   processor {processor:.2f} s   limit {LIMITS[what]:.1f} s   {count} facts"
            )
    sys.exit(int(late))


if __name__ == "__main__":
    main()

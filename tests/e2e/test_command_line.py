"""Exit codes, help and the same bytes each time."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer import __version__
from analyzer.errors import UsageError
from analyzer.language import Language
from analyzer.model import Stance
from tests.e2e.command import FACTS, ROOT, farmcheck, run

TRUE = "微粒贷由微众银行运营,提前还款不另外收费,在还款页面里选提前结清就可以。记得核对金额再确认,弄错了很麻烦。"
FALSE = "微粒贷是支付宝旗下的产品,提前还款不另外收费,在还款页面里选提前结清就可以。记得核对金额再确认,弄错了很麻烦。"


@pytest.mark.parametrize(
    "words",
    [["run"], ["run", "--no-such-option"], ["no-such-command"], ["source"], ["facts", "add", "微粒贷"]],
    ids=" ".join,
)
def test_wrong_usage_is_two(tmp_path: Path, words: list[str]) -> None:
    outcome = farmcheck(*words, cwd=tmp_path)
    assert outcome.code == 2
    assert "Traceback" not in outcome.messages
    assert outcome.stderr.strip()


def test_finding_does_not_change_the_exit_code_unless_asked(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(FALSE, encoding="utf-8")
    assert run(article, cwd=tmp_path).code == 0
    assert run(article, cwd=tmp_path, more=("--fail-on", "low")).code == 1


def test_fail_on_is_silent_without_findings(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TRUE, encoding="utf-8")
    assert run(article, cwd=tmp_path, more=("--fail-on", "low")).code == 0


def test_unknown_level_is_wrong_usage(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TRUE, encoding="utf-8")
    assert run(article, cwd=tmp_path, more=("--fail-on", "terrible")).code == 2


def test_out_may_not_be_a_file(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(TRUE, encoding="utf-8")
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    outcome = run(article, cwd=tmp_path)
    assert outcome.code == 2
    assert "Traceback" not in outcome.messages
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def files(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = run(ROOT / "corpus" / "articles", cwd=tmp_path / "one")
    second = run(ROOT / "corpus" / "articles", cwd=tmp_path / "two")
    assert files(first.out / "data") == files(second.out / "data")


def test_any_number_of_workers_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = run(ROOT / "corpus" / "articles", cwd=tmp_path / "one", more=("--workers", "1"))
    second = run(ROOT / "corpus" / "articles", cwd=tmp_path / "two", more=("--workers", "2"))
    assert (first.code, second.code) == (0, 0), first.messages + second.messages
    assert files(first.out / "data") == files(second.out / "data")


def test_without_facts_the_table_in_the_current_folder_counts(tmp_path: Path) -> None:
    """``corpus/facts`` below the current folder goes before the table that ships with the program."""
    (tmp_path / "corpus").mkdir()
    own = tmp_path / "corpus" / "facts"
    own.mkdir()
    for file in FACTS.glob("*.csv"):
        (own / file.name).write_bytes(file.read_bytes())
    lines = (own / "facts.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if line.split(",")[1:3] != ["weilidai", "operator"]]
    (own / "facts.csv").write_text("".join(kept), encoding="utf-8-sig")
    article = tmp_path / "a.txt"
    article.write_text(FALSE, encoding="utf-8")
    with_own = farmcheck("run", article, "--out", tmp_path / "out", cwd=tmp_path)
    assert with_own.code == 0, with_own.messages
    assert {row["verdict"] for row in with_own.rows("claims") if row["predicate"] == "operator"} == {"unverified"}
    (own / "facts.csv").rename(own / "elsewhere.csv")
    (tmp_path / "corpus").rename(tmp_path / "corpus-away")
    shipped = farmcheck("run", article, "--out", tmp_path / "out", cwd=tmp_path)
    assert {row["verdict"] for row in shipped.rows("claims") if row["predicate"] == "operator"} == {"contradicted"}


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    """Importing the command line must not pull in what only a run needs."""
    probe = (
        "import sys; sys.argv = ['farmcheck', '--help']\n"
        "import analyzer.cli\n"
        "heavy = {'pandas','numpy','trafilatura','jieba','bs4','lxml','scipy','pyarrow','justext','readability',"
        "'pypinyin','ahocorasick_rs','opencc_pyo3','jinja2','openpyxl'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", ".", "--lang", "fr"], ("“fr”", "zh", "en")),
        (["--lang=deutsch"], ("“deutsch”", "zh", "en")),
        ([], ("没有写要用哪个命令",)),
        (["facts"], ("没有写要用哪个命令",)),
        (["run", ".", "--workers", "0"], ("--workers", "最小是 1")),
        (["serve", "--port", "70000"], ("--port", "最大是 65535")),
    ],
)
def test_wrong_usage_is_said_in_chinese(tmp_path: Path, words: list[str], said: tuple[str, ...]) -> None:
    outcome = farmcheck(*words, cwd=tmp_path)
    assert outcome.code == 2
    for part in said:
        assert part in outcome.stderr
    assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", outcome.stderr), "an English sentence"


def test_bare_command_shows_its_help(tmp_path: Path) -> None:
    assert "explain" in farmcheck(cwd=tmp_path).messages


def test_version(tmp_path: Path) -> None:
    outcome = farmcheck("--version", cwd=tmp_path)
    assert (outcome.code, outcome.stdout) == (0, f"farmcheck {__version__}\n")


def test_explain_speaks_one_language(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(f"{FALSE}如果微粒贷是京东旗下的产品,那就奇怪了。", encoding="utf-8")
    chinese = farmcheck("explain", article, "--facts", FACTS, cwd=tmp_path).stdout
    assert "[陈述]" in chinese
    assert "语气：假设 (如果)" in chinese
    assert not re.search(r"stance|template=|cue=|asserted|\[hypo|clause", chinese)
    english = farmcheck("explain", article, "--facts", FACTS, "--lang", "en", cwd=tmp_path).stdout
    assert "stance=hypothetical (如果)" in english


def test_every_stance_and_step_has_its_chinese() -> None:
    from analyzer.cli.explain import _FOUND, _STEP
    from analyzer.report.words import Words

    assert all(Words(Language.ZH)(f"stance.{stance}") for stance in Stance)
    sources = "".join(path.read_text("utf-8") for path in sorted((ROOT / "analyzer" / "claims").rglob("*.py")))
    steps = set(re.findall(r'f"(\w+)=\{', sources[sources.index("def _steps") :]))
    assert steps <= set(_STEP)
    assert set(
        re.findall(r'"(adjacent|clause|topic|pronoun|description|described|head|object|as|carried)"', sources)
    ) <= (set(_FOUND))


def test_read_only_report_folder_is_refused_before_any_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so the answer is the one that others get."""
    from analyzer.cli import refused

    monkeypatch.setattr(refused.os, "access", lambda path, mode: path != tmp_path)
    with pytest.raises(UsageError, match="--out") as caught:
        refused.refuse_unwritable(tmp_path / "not" / "yet")
    assert str(tmp_path) in caught.value.phrase.en
    refused.refuse_unwritable(tmp_path.parent)


@pytest.mark.parametrize(("number", "said"), [(13, "没有权限"), (30, "没有权限"), (28, "磁盘满了"), (5, "出错")])
def test_what_the_system_refuses_has_a_remedy(number: int, said: str) -> None:
    from analyzer.cli.refused import explain_refusal

    phrase = explain_refusal(OSError(number, "English words", "some/file"))
    assert said in phrase.zh
    assert "some/file" in phrase.zh

"""The wheel works where it is installed: it imports, ships the starter table, and has the command."""

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.facts.test_tutorial import follow

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the project's own back end, without a network."""
    pytest.importorskip("hatchling", reason="hatchling, the build back end, is not installed")
    out = tmp_path_factory.mktemp("dist")
    code = f"import hatchling.build as b; print(b.build_wheel({str(out)!r}))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return out / done.stdout.strip().splitlines()[-1]


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the wheel into a fresh environment that sees the libraries of this one, but not the checkout."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    (site,) = home.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    libraries = [p for p in sys.path if p.endswith("site-packages") and Path(p).is_dir()]
    (site / "libraries.pth").write_text("\n".join(libraries) + "\n", encoding="utf-8")
    return home / "bin" / "python"


def test_wheel_holds_the_package_and_the_table_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"analyzer"}
    for file in ("entities.csv", "predicates.csv", "facts.csv"):
        assert f"analyzer/starter/{file}" in names
    data = [p for p in (ROOT / "analyzer").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert [str(p) for p in data if str(p.relative_to(ROOT)) not in names] == []


def test_installed_package_runs_from_anywhere(python: Path, tmp_path: Path) -> None:
    """Without ``--facts`` and outside a checkout the starter table of the wheel decides."""
    article = tmp_path / "a.txt"
    article.write_text(
        "微粒贷是支付宝旗下的产品,提前还款不另外收费,在还款页面里选提前结清就可以。记得核对金额再确认,弄错了很麻烦。",
        encoding="utf-8",
    )
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    where = subprocess.run(
        [python, "-c", "import analyzer; print(analyzer.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()).is_relative_to(python.parents[1])
    done = subprocess.run(
        [python, "-m", "analyzer", "run", article, "--out", tmp_path / "out"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = (tmp_path / "out" / "data" / "claims.jsonl").read_text(encoding="utf-8").splitlines()
    assert {row["verdict"] for row in map(json.loads, lines) if row["predicate"] == "operator"} == {"contradicted"}


def test_the_tutorial_works_in_a_fresh_environment(python: Path, tmp_path: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "FARMCHECK_LANG")}
    assert follow(python, tmp_path, environment | {"PYTHONUTF8": "1"}) > 10

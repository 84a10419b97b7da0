#!/usr/bin/env python3
"""Make an environment beside this file and work in it. Needs Python 3.11 or newer and nothing else.

    python3 tasks.py demo    install farmcheck, check the sample corpus, say where the report lies
    python3 tasks.py test    install the test dependencies and run the tests
    python3 tasks.py lint    format, lint, types and import rules

Everything goes into ``.venv``; the system's Python is never changed, so an "externally managed" one is fine.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
BIN = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


def main(words: list[str]) -> int:
    """Run the task named on the command line and return its exit code."""
    tasks = {"demo": demo, "test": test, "lint": lint}
    if not words or words[0] not in tasks:
        print(__doc__)
        return 2
    if sys.version_info < (3, 11):
        print(f"需要 Python 3.11 或更新的版本,现在是 {sys.version.split()[0]} / needs Python 3.11 or newer")
        return 2
    return tasks[words[0]](words[1:])


def demo(words: list[str]) -> int:
    """Check the sample corpus and say where the report lies."""
    install()
    out = ROOT / "reports" / "demo"
    return run(PYTHON, "-m", "analyzer", "run", ROOT / "corpus" / "articles", "--out", out, *words)


def test(words: list[str]) -> int:
    """Run the tests; further words go to pytest."""
    install("test", "serve")
    return run(PYTHON, "-m", "pytest", "-n", str(min(4, os.cpu_count() or 1)), *words)


def lint(words: list[str]) -> int:
    """Check format, lint rules, types and who imports whom."""
    install("test", "serve", "lint")
    checks = (
        (PYTHON, "-m", "ruff", "format", "--check", "."),
        (PYTHON, "-m", "ruff", "check", "."),
        (PYTHON, "-m", "mypy"),
        (BIN / "lint-imports", "--no-cache"),
    )
    return max(run(*check) for check in checks)


def install(*extras: str) -> None:
    """Make the environment if it is missing and install the project with the given extras into it.

    A stamp per set of extras, made from pyproject.toml and the interpreter, saves the work the next time.
    """
    if not PYTHON.exists():
        print(f"建立运行环境 / making the environment: {ENVIRONMENT.name}")
        make_environment()
        # pip 23.2 stops with an internal error where a dependency names an extra twice; 24.1 does not.
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--upgrade", "pip>=24.1")
    target = f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    stamp = ENVIRONMENT / f"installed-{'-'.join(extras) or 'base'}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("安装（首次约需一两分钟） / installing (a minute or two the first time)")
    code = run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", target)
    if code:
        raise SystemExit(f"安装失败,见上面 pip 的信息;请检查网络后重试 / pip failed, see above (exit code {code})")
    stamp.write_text(wanted)


def make_environment() -> None:
    """Create ``.venv`` with pip, also where the system's Python came without ensurepip."""
    try:
        venv.create(ENVIRONMENT, with_pip=True, clear=True)
    except (subprocess.CalledProcessError, ImportError, OSError):
        venv.create(ENVIRONMENT, with_pip=False, clear=True)
        seeded = subprocess.run(
            [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet", "pip"], check=False
        )
        if seeded.returncode:
            raise SystemExit(
                "这台机器的 Python 缺少 venv/pip。Debian/Ubuntu 请先运行:sudo apt install python3-venv\n"
                "This Python has no venv/pip. On Debian or Ubuntu run: sudo apt install python3-venv"
            ) from None


def run(*command: str | Path) -> int:
    """Run a command from the project's root and return its exit code."""
    return subprocess.run([str(word) for word in command], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""A cache gives back what it was given, for the very same content and code, and survives any damage."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from analyzer.store import Cache, code_digest


def test_a_result_comes_back_for_the_same_content_only(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a", b"bytes")
    cache.add([(key, ["文", 1])])
    again = Cache(tmp_path, "read", "v1")
    assert again.get(key) == ["文", 1]
    assert again.get(again.key("a", b"other")) is None
    assert again.get(again.key("ab", b"ytes")) is None


def test_other_code_or_another_stage_finds_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a")
    cache.add([(key, 1)])
    assert Cache(tmp_path, "read", "v2").get(key) is None
    assert Cache(tmp_path, "claims", "v1").get(key) is None


def test_without_a_folder_nothing_is_kept() -> None:
    cache = Cache(None, "read", "v1")
    key = cache.key("a")
    cache.add([(key, 1)])
    assert cache.get(key) is None


@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_a_damaged_pack_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a")
    cache.add([(key, 1)])
    (pack,) = (tmp_path / "read").glob("*.pack")
    pack.write_bytes(pack.read_bytes()[:-7] if damage is None else damage)
    broken = Cache(tmp_path, "read", "v1")
    assert broken.get(key) is None
    broken.add([(key, 2)])
    assert Cache(tmp_path, "read", "v1").get(key) == 2


def test_packs_that_nobody_uses_go_away_and_used_ones_stay(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    old, new = cache.key("old"), cache.key("new")
    cache.add([(old, 1)])
    cache.add([(new, 2)])
    cache.close()
    for _ in range(3):
        later = Cache(tmp_path, "read", "v1")
        assert later.get(new) == 2
        later.close()
    last = Cache(tmp_path, "read", "v1")
    assert last.get(old) is None
    assert last.get(new) == 2


def test_a_killed_writer_leaves_whole_packs(tmp_path: Path) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from analyzer.store import Cache
        cache = Cache(Path(sys.argv[1]), "read", "v1")
        print("go", flush=True)
        for n in range(10_000):
            cache.add([(cache.key(str(n)), "x" * 50_000)])
            print(n, flush=True)
    """)
    child = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(20)]
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert lines[0] == "go\n"
    cache = Cache(tmp_path, "read", "v1")
    written = [n for n in range(18) if cache.get(cache.key(str(n))) == "x" * 50_000]
    assert written == list(range(18))


def test_the_code_digest_is_stable() -> None:
    assert code_digest() == code_digest()
    assert len(code_digest()) == 32

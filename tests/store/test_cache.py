"""A cache gives back what it was given, for the very same content and code, and survives any damage."""

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from analyzer.store import Cache, DamagedError, Kept, code_digest, freeze, thaw
from analyzer.text import View


def put(cache: Cache, key: bytes, value: object) -> None:
    cache.add([(key, Kept("note", [b"", freeze(value)]))])


def got(cache: Cache, key: bytes) -> object:
    return thaw(cache.part(key, 1)) if key in cache and cache.note(key) == "note" else None


def test_a_result_comes_back_for_the_same_content_only(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a", b"bytes")
    put(cache, key, ["文", 1])
    again = Cache(tmp_path, "read", "v1")
    assert got(again, key) == ["文", 1]
    assert got(again, again.key("a", b"other")) is None
    assert got(again, again.key("ab", b"ytes")) is None


def test_other_code_or_another_stage_finds_nothing(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a")
    put(cache, key, 1)
    assert got(Cache(tmp_path, "read", "v2"), key) is None
    assert got(Cache(tmp_path, "claims", "v1"), key) is None


def test_without_a_folder_results_last_as_long_as_the_cache() -> None:
    cache = Cache(None, "read", "v1")
    key = cache.key("a")
    put(cache, key, 1)
    assert got(cache, key) == 1
    assert got(Cache(None, "read", "v1"), key) is None


def test_what_is_only_held_is_not_there_for_the_next(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    cache.hold([(cache.key("a"), Kept("note", [b"", freeze(1)]))])
    assert got(cache, cache.key("a")) == 1
    assert cache.key("a") not in Cache(tmp_path, "read", "v1")


def test_a_damaged_part_is_not_given_out(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a")
    cache.add([(key, Kept("note", [b"one", b"two"]))])
    (pack,) = (tmp_path / "read").glob("*.pack")
    pack.write_bytes(pack.read_bytes().replace(b"two", b"tow"))
    later = Cache(tmp_path, "read", "v1")
    assert [later.part(key, n) for n in (0, 1)] == [b"one", b""]
    later = Cache(tmp_path, "read", "v1")
    pack.unlink()
    assert later.part(key, 0) == b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slotted:
    name: str
    inside: tuple["Slotted", ...] = ()


@pytest.mark.parametrize("value", [None, "文", Slotted(name="a", inside=(Slotted(name="b"),)), View.of("abc")])
def test_freezing_keeps_the_value(value: object) -> None:
    assert thaw(freeze(value)) == value


@pytest.mark.parametrize("content", [b"", b"junk", freeze(1)[:-3]])
def test_damaged_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(DamagedError):
        thaw(content)


@pytest.mark.parametrize("damage", [b"", b"junk", None])
def test_a_damaged_pack_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    cache = Cache(tmp_path, "read", "v1")
    key = cache.key("a")
    put(cache, key, 1)
    (pack,) = (tmp_path / "read").glob("*.pack")
    pack.write_bytes(pack.read_bytes()[:-7] if damage is None else damage)
    broken = Cache(tmp_path, "read", "v1")
    assert got(broken, key) is None
    put(broken, key, 2)
    assert got(Cache(tmp_path, "read", "v1"), key) == 2


def test_packs_that_nobody_uses_go_away_and_used_ones_stay(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "read", "v1")
    old, new = cache.key("old"), cache.key("new")
    put(cache, old, 1)
    put(cache, new, 2)
    cache.close()
    for _ in range(3):
        later = Cache(tmp_path, "read", "v1")
        assert got(later, new) == 2
        later.close()
    last = Cache(tmp_path, "read", "v1")
    assert got(last, old) is None
    assert got(last, new) == 2


def test_a_killed_writer_leaves_whole_packs(tmp_path: Path) -> None:
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from analyzer.store import Cache, Kept, freeze
        cache = Cache(Path(sys.argv[1]), "read", "v1")
        print("go", flush=True)
        for n in range(10_000):
            cache.add([(cache.key(str(n)), Kept("note", [b"", freeze("x" * 50_000)]))])
            print(n, flush=True)
    """)
    child = subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    lines = [child.stdout.readline() for _ in range(20)]
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert lines[0] == "go\n"
    cache = Cache(tmp_path, "read", "v1")
    written = [n for n in range(18) if got(cache, cache.key(str(n))) == "x" * 50_000]
    assert written == list(range(18))


def test_the_code_digest_is_stable() -> None:
    assert code_digest() == code_digest()
    assert len(code_digest()) == 32


def test_a_folder_that_may_only_be_read_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so the refusal is injected where a mark would be written or a pack deleted."""
    put(Cache(tmp_path, "read", "v1"), Cache(tmp_path, "read", "v1").key("old"), 1)
    put(Cache(tmp_path, "read", "v1"), Cache(tmp_path, "read", "v1").key("used"), 2)

    def refuse(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    for _ in range(3):
        cache = Cache(tmp_path, "read", "v1")
        assert got(cache, cache.key("used")) == 2
        cache.close()

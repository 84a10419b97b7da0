"""Adding, changing, taking back; several writers; a writer that is killed."""

import json
import multiprocessing
import multiprocessing.synchronize
import os
import signal
from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.facts import edit, journal, load_table, store
from analyzer.facts.fix import mend
from analyzer.facts.table import read_folder
from analyzer.files import replace_bytes
from tests.facts import tables

NEW = {
    "subject": "云雾茶",
    "predicate": "生产商",
    "value": "白石茶庄",
    "grade": "wrong",
    "source_url": "https://e.org/b",
}


def test_an_added_fact_is_appended_in_ids_and_nothing_else_moves(folder: Path) -> None:
    added = edit.add_fact(folder, NEW, "amy")
    assert added.ids == ("F005",)
    text = (folder / "facts.csv").read_text(encoding="utf-8")
    assert text == tables.FACTS + "F005,tea,maker,rival,wrong,,,https://e.org/b,,,,\n"
    assert (folder / "entities.csv").read_text(encoding="utf-8") == tables.ENTITIES


REFUSED = [
    ({"value": "白石茶桩"}, "白石茶庄"),
    ({"subject": "云雾红查"}, "云雾红茶"),
    ({"predicate": "生产伤"}, "生产商"),
    ({"grade": "falsch"}, "falsch"),
    ({"value": "青峰茶厂", "grade": ""}, "F001"),
    ({"valid_from": "2020-15"}, "2020-15"),
    ({"id": "F001"}, "重复"),
]


@pytest.mark.parametrize(("change", "word"), REFUSED)
def test_what_the_table_cannot_take_is_not_written(folder: Path, change: dict[str, str], word: str) -> None:
    with pytest.raises(UsageError) as caught:
        edit.add_fact(folder, NEW | change, "amy")
    assert word in caught.value.phrase.zh
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS
    assert list(journal.changes(folder)) == []


def test_undo_gives_back_the_very_bytes_also_through_several_changes(folder: Path) -> None:
    states = [(folder / "facts.csv").read_bytes()]
    edit.add_fact(folder, NEW, "amy")
    states.append((folder / "facts.csv").read_bytes())
    edit.set_cells(folder, "facts.csv", "F003", {"value": "70~130"}, "bob", "facts edit")
    states.append((folder / "facts.csv").read_bytes())
    edit.add_fact(folder, NEW | {"value": "group"}, "amy")
    while len(states) > 0:
        store.undo(folder, "amy")
        assert (folder / "facts.csv").read_bytes() == states.pop()
    with pytest.raises(UsageError):
        store.undo(folder, "amy")


def test_undo_after_a_file_without_last_line_end(tmp_path: Path) -> None:
    folder = tables.write(tmp_path, facts=tables.FACTS.rstrip("\n"))
    edit.add_fact(folder, NEW, "amy")
    store.undo(folder, "amy")
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS.rstrip("\n")


def test_undo_refuses_what_was_changed_by_hand_since(folder: Path) -> None:
    edit.add_fact(folder, NEW, "amy")
    path = folder / "facts.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("rival", "group"), encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        store.undo(folder, "amy")
    assert "facts.csv" in caught.value.phrase.zh


def test_a_change_can_mend_a_broken_table(tmp_path: Path) -> None:
    folder = tables.write(tmp_path, facts=tables.FACTS.replace("2015-05", "gestern"))
    assert read_folder(folder).table is None
    edit.set_cells(folder, "facts.csv", "F002", {"value": "2015-05"}, "amy", "facts edit")
    assert (folder / "facts.csv").read_text(encoding="utf-8") == tables.FACTS


def test_the_journal_survives_a_line_cut_short(folder: Path) -> None:
    edit.add_fact(folder, NEW, "amy")
    with (folder / journal.JOURNAL).open("a", encoding="utf-8") as handle:
        handle.write('{"number":2,"when"')
    edit.add_fact(folder, NEW | {"value": "group"}, "bob")
    assert [(c.number, c.who) for c in journal.changes(folder)] == [(1, "amy"), (2, "bob")]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], "F0001"),
        (["F001", "F002"], "F003"),
        (["F-zs-009", "F-zs-010", "x"], "F-zs-011"),
        (["9", "10"], "11"),
        (["a", "b"], "F0001"),
        (["F001a", "F002"], "F003"),
    ],
)
def test_the_next_id_continues_the_numbering(tmp_path: Path, ids: list[str], expected: str) -> None:
    rows = "".join(f"{i},tea,maker,mill,,,,,x,,,\n" for i in ids)
    head = tables.FACTS.split("\n", 1)[0] + "\n"
    read = read_folder(tables.write(tmp_path, facts=head + rows))
    assert edit.next_id(read.sheets["facts.csv"]) == expected


def _add_many(folder: str, writer: int, count: int) -> None:
    for n in range(count):
        values = {
            "subject": "tea",
            "predicate": "price",
            "value": f"{writer}.{n:03d}1",
            "grade": "wrong",
            "source_title": "x",
        }
        edit.add_fact(Path(folder), values, f"w{writer}")


@pytest.mark.slow
def test_eight_writers_lose_nothing(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_add_many, args=(str(folder), w, 100)) for w in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [w.exitcode for w in writers] == [0] * 8
    table = load_table(folder)
    assert len(table.facts) == 4 + 800
    assert len({f.id for f in table.facts}) == 804
    assert len({f.written for f in table.facts}) == 804
    assert [c.number for c in journal.changes(folder)] == list(range(1, 801))


def _rewrite_forever(path: str) -> None:
    old, new = (bytes([c]) * 3_000_000 for c in b"ab")
    while True:
        replace_bytes(Path(path), old)
        replace_bytes(Path(path), new)


def test_a_killed_writer_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    path = tmp_path / "big.csv"
    replace_bytes(path, b"a" * 3_000_000)
    for _ in range(3):
        writer = context.Process(target=_rewrite_forever, args=(str(path),))
        writer.start()
        first = path.stat().st_ino
        while path.stat().st_ino == first:  # until it has written at least once
            pass
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        content = path.read_bytes()
        assert len(content) == 3_000_000
        assert content in (b"a" * 3_000_000, b"b" * 3_000_000)


def test_killed_while_adding_the_table_and_the_journal_stay_whole(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    for round_ in range(2):
        writer = context.Process(target=_add_many, args=(str(folder), round_, 10_000))
        before = len(load_table(folder).facts)
        writer.start()
        while len(load_table(folder).facts) < before + 3 + round_:
            assert writer.is_alive()
        assert writer.pid is not None
        os.kill(writer.pid, signal.SIGKILL)
        writer.join()
        read = read_folder(folder)
        assert read.errors == ()
        recorded = {c.ids[0] for c in journal.changes(folder)}
        lost = {f.id for f in load_table(folder).facts[4:]} - recorded
        assert len(lost) <= round_ + 1  # a kill between the two files loses one line of history, never a fact


def test_what_a_killed_writer_left_is_cleared_away_and_the_mode_is_kept(folder: Path) -> None:
    (folder / ".facts.csv.123.tmp").write_bytes(b"half a f")
    (folder / "facts.csv").chmod(0o664)
    edit.add_fact(folder, NEW, "amy")
    assert list(folder.glob("*.tmp")) == list(folder.glob(".*.tmp")) == []
    assert (folder / "facts.csv").stat().st_mode & 0o777 == 0o664


def test_mending_turns_another_encoding_into_utf8(folder: Path) -> None:
    (folder / "facts.csv").write_bytes(tables.FACTS.encode("gb18030"))
    assert [line.en for line in mend(folder, "amy")] == ["facts.csv  gb18030 → UTF-8"]
    assert (folder / "facts.csv").read_bytes() == tables.FACTS.encode("utf-8-sig")


def test_a_killed_writer_frees_the_lock(folder: Path) -> None:
    context = multiprocessing.get_context("spawn")
    ready = context.Event()
    holder = context.Process(target=_hold, args=(str(folder), ready))
    holder.start()
    ready.wait()
    assert holder.pid is not None
    os.kill(holder.pid, signal.SIGKILL)
    holder.join()
    edit.add_fact(folder, NEW, "amy")
    assert len(load_table(folder).facts) == 5


def _hold(folder: str, ready: "multiprocessing.synchronize.Event") -> None:
    with store.locked(Path(folder)):
        ready.set()
        signal.pause()


def test_a_cell_without_a_column_is_refused_not_dropped(tmp_path: Path) -> None:
    rows = tables.FACTS.replace(",grade", "").replace(",,,,https", ",,,https")
    folder = tables.write(tmp_path, facts=rows)
    with pytest.raises(UsageError) as caught:
        edit.add_fact(folder, NEW, "amy")
    assert "没有列 grade" in caught.value.phrase.zh
    assert (folder / "facts.csv").read_text(encoding="utf-8") == rows


def test_the_journal_is_one_json_object_a_line(folder: Path) -> None:
    edit.add_fact(folder, NEW, "amy")
    lines = (folder / journal.JOURNAL).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["ids"] for line in lines] == [["F005"]]

"""The columns of the three files, as the fact folder's format names them."""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.language import Phrase


class Kind(StrEnum):
    """How a cell is read."""

    ID = "id"
    TEXT = "text"
    LIST = "list"
    REFERENCE = "reference"
    VALUE = "value"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    URL = "url"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. ``needed`` columns must be in the header; ``filled`` ones must not be empty in any row.

    ``optional`` columns may be absent and are not written into a new folder (they are not part of the format's core).
    ``choices`` are the words that a CHOICE accepts, the default first.
    """

    name: str
    kind: Kind
    title: Phrase
    needed: bool = False
    filled: bool = False
    optional: bool = False
    choices: tuple[str, ...] = ()


ENTITIES, PREDICATES, FACTS = FILES = ("entities.csv", "predicates.csv", "facts.csv")

COLUMNS: dict[str, tuple[Column, ...]] = {
    ENTITIES: (
        Column(name="id", kind=Kind.ID, title=Phrase("编号", "identifier"), needed=True, filled=True),
        Column(name="name", kind=Kind.TEXT, title=Phrase("名称", "name"), needed=True, filled=True),
        Column(name="type", kind=Kind.TEXT, title=Phrase("类型", "type"), needed=True, filled=True),
        Column(name="aliases", kind=Kind.LIST, title=Phrase("别名，用 | 隔开", "other names, separated by |")),
        Column(name="parent", kind=Kind.REFERENCE, title=Phrase("上级的编号", "id of the entity it belongs to")),
        Column(name="note", kind=Kind.TEXT, title=Phrase("备注", "note")),
    ),
    PREDICATES: (
        Column(name="id", kind=Kind.ID, title=Phrase("编号", "identifier"), needed=True, filled=True),
        Column(name="label", kind=Kind.TEXT, title=Phrase("名称", "label")),
        Column(
            name="subject_type",
            kind=Kind.LIST,
            title=Phrase("主语类型", "types of the subject"),
            needed=True,
            filled=True,
        ),
        Column(
            name="value_type",
            kind=Kind.LIST,
            title=Phrase("值的类型", "types of the value, or number, date, boolean, text"),
            needed=True,
            filled=True,
        ),
        Column(
            name="cardinality",
            kind=Kind.CHOICE,
            title=Phrase("真值个数", "how many true values"),
            needed=True,
            filled=True,
            choices=("single", "closed", "multi"),
        ),
        Column(name="templates", kind=Kind.LIST, title=Phrase("句式", "how text says it"), needed=True),
        Column(name="unit", kind=Kind.TEXT, title=Phrase("单位", "unit of a number")),
        Column(name="tolerance", kind=Kind.NUMBER, title=Phrase("容差（相对）", "relative tolerance")),
        Column(name="note", kind=Kind.TEXT, title=Phrase("备注", "note")),
        Column(
            name="severity",
            kind=Kind.CHOICE,
            title=Phrase("严重程度", "severity of a finding"),
            optional=True,
            choices=("medium", "high", "low"),
        ),
    ),
    FACTS: (
        Column(name="id", kind=Kind.ID, title=Phrase("编号", "identifier"), needed=True, filled=True),
        Column(
            name="subject",
            kind=Kind.REFERENCE,
            title=Phrase("主语：编号或名称", "subject: id or name"),
            needed=True,
            filled=True,
        ),
        Column(
            name="predicate",
            kind=Kind.REFERENCE,
            title=Phrase("谓词：编号或名称", "predicate: id or label"),
            needed=True,
            filled=True,
        ),
        Column(name="value", kind=Kind.VALUE, title=Phrase("值", "value"), needed=True, filled=True),
        Column(
            name="grade",
            kind=Kind.CHOICE,
            title=Phrase("等级", "how the value stands to the truth"),
            choices=("exact", "accepted", "wrong", "disputed"),
        ),
        Column(name="valid_from", kind=Kind.DATE, title=Phrase("何时起有效", "valid from")),
        Column(name="valid_to", kind=Kind.DATE, title=Phrase("何时止有效", "valid to")),
        Column(name="source_url", kind=Kind.URL, title=Phrase("出处网址", "address of the source")),
        Column(name="source_title", kind=Kind.TEXT, title=Phrase("出处标题", "title of the source")),
        Column(name="checked_on", kind=Kind.DATE, title=Phrase("核对日期", "date of the last check")),
        Column(name="checked_by", kind=Kind.TEXT, title=Phrase("核对人", "who checked it")),
        Column(name="note", kind=Kind.TEXT, title=Phrase("备注", "note")),
    ),
}


# What people call a column who write its name in Chinese or in a word of their own. The format knows it by its name
# alone; the check says what was meant. Own list, held by tests/facts/test_sheet.py.
ALSO: dict[str, tuple[str, ...]] = {
    name: tuple(words.split())
    for name, words in {
        "id": "编号 代码 序号",
        "name": "名称 名字 实体 实体名称",
        "type": "类型 类别 种类",
        "aliases": "别名 又名 其他名称 曾用名",
        "parent": "上级 所属 母公司 上级编号",
        "note": "备注 说明",
        "label": "名称 标签 谓词",
        "subject_type": "主语类型 主体类型",
        "value_type": "值类型 值的类型",
        "cardinality": "基数 真值个数 取值个数",
        "templates": "句式 模板",
        "unit": "单位",
        "tolerance": "容差 误差 允许误差",
        "severity": "严重程度 严重度 级别",
        "subject": "主语 主体",
        "predicate": "谓词 关系 属性",
        "value": "值 取值 数值",
        "grade": "等级 级别 评级 真假 对错 正误 level rating verdict",
        "valid_from": "生效 起始 开始 起 自 生效日期 起始日期 开始日期 有效期起 何时起有效 since from start",
        "valid_to": "失效 截止 结束 到期 止 至 失效日期 截止日期 结束日期 到期日 有效期止 何时止有效 "
        "until to end expires",
        "source_url": "来源 出处 网址 链接 来源网址 出处网址 来源链接 url link source",
        "source_title": "标题 来源标题 出处标题 来源名称 title",
        "checked_on": "核对日期 核查日期 检查日期",
        "checked_by": "核对人 核查人 检查人",
    }.items()
}
# Columns that turn the meaning of a row where they are missing: a false value is true, a former one holds now.
TURNS = frozenset(("grade", "valid_from", "valid_to"))
# Those, and what makes a row more than a draft.
DECIDING = TURNS | {"source_url"}


def header(file: str) -> tuple[str, ...]:
    """Return the column names that a new file starts with."""
    return tuple(c.name for c in COLUMNS[file] if not c.optional)


def letter(index: int) -> str:
    """Return the spreadsheet letter of a column counted from 0: A … Z, AA …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

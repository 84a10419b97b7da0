"""``farmcheck entities`` and ``farmcheck predicates``: what facts speak of, and how text says it."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli import propose
from analyzer.cli.ask import asked, on_terminal
from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import Facts, owned, refuse_unknown, who
from analyzer.errors import UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    from analyzer.facts.store import Changed

By = Annotated[str, typer.Option(help=text("谁在改（记入修改记录）", "who does it (for the journal)"))]
Note = Annotated[str | None, typer.Option(help=text("备注", "note"))]
AsJson = Annotated[bool, typer.Option("--json", help=text("输出 JSON，一行一条", "print JSON lines"))]
Severity = Annotated[
    str | None,
    typer.Option(
        help=text("high、medium、low:报告里的排序（没有 severity 列就加上）", "high, medium, low: ranks findings")
    ),
]
Templates = Annotated[
    list[str] | None, typer.Option("--template", help=text("句式，如 {S}由{V}推出，可多次", "template, repeatable"))
]


def register(app: typer.Typer) -> None:
    """Add both groups."""
    entities = typer.Typer(
        no_args_is_help=True, help=text("实体：产品、机构、地点、类别。", "Entities: products, organisations, places.")
    )
    app.add_typer(entities, name="entities")
    entities.command(
        "add",
        help=text("添加一个实体。", "Add an entity."),
        epilog=text(
            "例：farmcheck entities add 云雾红茶 product --alias 云雾茶", "Example: entities add 云雾红茶 product"
        ),
    )(add_entity)
    entities.command(
        "edit",
        help=text("改一个实体，或给它加别名。", "Change an entity or give it aliases."),
        epilog=text(
            "例：farmcheck entities edit 云雾红茶 --alias 雲霧紅茶", "Example: entities edit tea --alias 雲霧紅茶"
        ),
    )(edit_entity)
    entities.command(
        "list",
        help=text("列出实体。", "List entities."),
        epilog=text("例：farmcheck entities list --type product", "Example: entities list --type product"),
    )(list_entities)
    predicates = typer.Typer(
        no_args_is_help=True, help=text("谓词：事实说的是哪一方面，文中怎么说。", "Predicates: what facts state.")
    )
    app.add_typer(predicates, name="predicates")
    predicates.command(
        "add",
        help=text("添加一个谓词。", "Add a predicate."),
        epilog=text(
            "例：farmcheck predicates add 生产商 --subject-type product --value-type org --template '{S}由{V}生产'",
            "Example: predicates add maker --subject-type product --value-type org --template '{S}由{V}生产'",
        ),
    )(add_predicate)
    predicates.command(
        "edit",
        help=text("改一个谓词，或给它加句式。", "Change a predicate or give it templates."),
        epilog=text(
            "例：farmcheck predicates edit maker --template '{V}生产的{S}'", "Example: predicates edit maker --unit 元"
        ),
    )(edit_predicate)
    predicates.command(
        "list",
        help=text("列出谓词。", "List predicates."),
        epilog=text("例：farmcheck predicates list", "Example: predicates list"),
    )(list_predicates)
    propose.register(predicates)


def add_entity(
    name: Annotated[str | None, typer.Argument(help=text("名称", "name"))] = None,
    kind: Annotated[str | None, typer.Argument(metavar="TYPE", help=text("类型，如 product、org", "type"))] = None,
    alias: Annotated[list[str] | None, typer.Option(help=text("别名，可多次", "other name, may be repeated"))] = None,
    parent: Annotated[str, typer.Option(help=text("上级：编号或名称", "the entity that it belongs to"))] = "",
    key: Annotated[str, typer.Option("--id", help=text("编号（默认取拼音）", "id (default: the pinyin)"))] = "",
    note: Note = None,
    by: By = "",
    facts: Facts = None,
) -> None:
    """Append a row to entities.csv."""
    from analyzer.facts import find_folder, load_table
    from analyzer.facts.vocabulary import add_entity as add

    if not kind and on_terminal():
        kinds = "、".join(sorted({e.type for e in load_table(find_folder(facts)).entities.values()}))
        say(f"已有的类型：{kinds}", f"types so far: {kinds}")
    values = {
        "id": key,
        "name": asked(name, "名称", "name"),
        "type": asked(kind, "类型", "type"),
        "aliases": "|".join(alias or ()),
        "parent": parent,
        "note": note or "",
    }
    with owned(facts) as folder:
        changed = add(folder, values, who(by))
    typer.echo(changed.ids[0])
    _say_notes(changed)


def edit_entity(
    key: Annotated[str, typer.Argument(metavar="ID", help=text("编号或名称", "id or name"))],
    name: Annotated[str | None, typer.Option(help=text("新名称", "new name"))] = None,
    kind: Annotated[str | None, typer.Option("--type", help=text("类型", "type"))] = None,
    alias: Annotated[list[str] | None, typer.Option(help=text("再加一个别名，可多次", "one more alias"))] = None,
    parent: Annotated[str | None, typer.Option(help=text("上级", "the entity that it belongs to"))] = None,
    note: Note = None,
    by: By = "",
    facts: Facts = None,
) -> None:
    """Change cells of an entity."""
    from analyzer.facts.lines import entity_line
    from analyzer.facts.vocabulary import edit_entity as edit

    values = _given(name=name, type=kind, parent=parent, note=note)
    _some(bool(values or alias))
    with owned(facts) as folder:
        changed = edit(folder, key, values, alias or (), who(by))
    after = changed.after
    if after.table is not None:
        table = after.table
        found = [e for e in table.entities.values() if key in (e.id, e.name) or e.name == name]
        for entity in found:
            typer.echo(entity_line(entity, table))
    _say_notes(changed)


def list_entities(
    kind: Annotated[str, typer.Option("--type", help=text("只看这个类型", "only this type"))] = "",
    facts: Facts = None,
    as_json: AsJson = False,
) -> None:
    """List entities in file order."""
    from analyzer.facts import find_folder, load_table
    from analyzer.facts.lines import entity_line

    table = load_table(find_folder(facts))
    if kind:
        refuse_unknown(kind, sorted({e.type for e in table.entities.values()}), Phrase("类型", "type"))
    for entity in table.entities.values():
        if kind and entity.type != kind:
            continue
        if as_json:
            row = {
                "id": entity.id,
                "name": entity.name,
                "type": entity.type,
                "aliases": list(entity.aliases),
                "parent": entity.parent,
                "note": entity.note,
            }
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            typer.echo(entity_line(entity, table))


def add_predicate(
    label: Annotated[str | None, typer.Argument(help=text("名称", "label"))] = None,
    subject_type: Annotated[str, typer.Option(help=text("主语类型，可用 | 并列", "types of the subject"))] = "",
    value_type: Annotated[
        str, typer.Option(help=text("值的类型，或 number、date、boolean、text", "types of the value or a scalar"))
    ] = "",
    cardinality: Annotated[
        str,
        typer.Option(
            help=text(
                "single 只有一个真值 · closed 表里列全了 · multi 可能没列全",
                "single: one true value · closed: all are listed · multi: the list may be incomplete",
            )
        ),
    ] = "multi",
    template: Templates = None,
    unit: Annotated[str, typer.Option(help=text("数字的单位", "unit of a number"))] = "",
    tolerance: Annotated[str, typer.Option(help=text("相对容差，如 0.05", "relative tolerance"))] = "",
    severity: Severity = None,
    key: Annotated[str, typer.Option("--id", help=text("编号（默认取拼音）", "id (default: the pinyin)"))] = "",
    note: Note = None,
    by: By = "",
    facts: Facts = None,
) -> None:
    """Append a row to predicates.csv."""
    from analyzer.facts.vocabulary import add_predicate as add

    values = {
        "id": key,
        "label": asked(label, "名称", "label"),
        "subject_type": asked(subject_type, "主语类型", "types of the subject"),
        "value_type": asked(value_type, "值的类型", "types of the value"),
        "cardinality": cardinality,
        "templates": "|".join(template or ()),
        "unit": unit,
        "tolerance": tolerance,
        "severity": severity or "",
        "note": note or "",
    }
    with owned(facts) as folder:
        changed = add(folder, values, who(by))
    typer.echo(changed.ids[0])
    _say_notes(changed)


def edit_predicate(
    key: Annotated[str, typer.Argument(metavar="ID", help=text("编号或名称", "id or label"))],
    label: Annotated[str | None, typer.Option(help=text("新名称", "new label"))] = None,
    subject_type: Annotated[str | None, typer.Option(help=text("主语类型", "types of the subject"))] = None,
    value_type: Annotated[str | None, typer.Option(help=text("值的类型", "types of the value"))] = None,
    cardinality: Annotated[str | None, typer.Option(help="single · closed · multi")] = None,
    template: Templates = None,
    unit: Annotated[str | None, typer.Option(help=text("单位", "unit"))] = None,
    tolerance: Annotated[str | None, typer.Option(help=text("相对容差", "relative tolerance"))] = None,
    severity: Severity = None,
    note: Note = None,
    by: By = "",
    facts: Facts = None,
) -> None:
    """Change cells of a predicate."""
    from analyzer.facts.lines import predicate_line
    from analyzer.facts.vocabulary import edit_predicate as edit

    values = _given(
        label=label,
        subject_type=subject_type,
        value_type=value_type,
        cardinality=cardinality,
        unit=unit,
        tolerance=tolerance,
        severity=severity,
        note=note,
    )
    _some(bool(values or template))
    with owned(facts) as folder:
        changed = edit(folder, key, values, template or (), who(by))
    after = changed.after
    if after.table is not None:
        for predicate in after.table.predicates.values():
            if key in (predicate.id, predicate.label) or predicate.label == label:
                typer.echo(predicate_line(predicate, LANGUAGE))
    _say_notes(changed)


def _say_notes(changed: "Changed") -> None:
    """Say what deserves a look in the rows that a change of entities or predicates is about."""
    from analyzer.facts.check import notes_of

    table = changed.after.table
    if table is None:
        return
    ids = frozenset(changed.ids)
    rows = {("entities.csv", e.row) for e in table.entities.values() if e.id in ids}
    rows |= {("predicates.csv", p.row) for p in table.predicates.values() if p.id in ids}
    for problem in notes_of(changed.after):
        if (problem.file, problem.row) in rows:
            typer.echo(f"  {problem.line(LANGUAGE)}", err=True)


def list_predicates(facts: Facts = None) -> None:
    """List predicates in file order, each with its templates."""
    from analyzer.facts import find_folder, load_table
    from analyzer.facts.lines import predicate_line

    for predicate in load_table(find_folder(facts)).predicates.values():
        typer.echo(predicate_line(predicate, LANGUAGE))
        for template in predicate.templates:
            typer.echo(f"    {template}")


def _given(**cells: str | None) -> dict[str, str]:
    return {column: cell for column, cell in cells.items() if cell is not None}


def _some(given: bool) -> None:
    if not given:
        raise UsageError(Phrase("没说要改什么", "nothing to change was given"))

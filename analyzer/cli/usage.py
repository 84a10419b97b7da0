"""Say what is wrong with a command line in the user's language: typer itself speaks English only."""

import re

import typer

from analyzer.cli.console import text

WrongUsage: type[Exception] = typer.BadParameter.__mro__[1]
"""The class of all complaints about a command line; typer exports only this one of its children."""

_BOUND = re.compile(r"Input should be (greater|less) than or equal to (\S+)")
_COMMAND = re.compile(r"No such command '(.+?)'")


def explain_usage(error: Exception) -> str:
    """Return the complaint and where to find help."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "farmcheck"
    return f"✖ {_what(error)}\n  {text('用法和例子', 'usage and examples')}: {path} --help"


def _what(error: Exception) -> str:
    english = str(getattr(error, "message", error))
    kind = type(error).__name__
    name = _name(error)
    if kind == "NoSuchOption":
        option = getattr(error, "option_name", "")
        near = getattr(error, "possibilities", None) or []
        return text(
            f"没有 {option} 这个选项" + (f"，是否想写 {'、'.join(near)}?" if near else ""),
            f"no such option: {option}" + (f"; did you mean {', '.join(near)}?" if near else ""),
        )
    if kind == "MissingParameter":
        return text(f"缺少 {name}", f"missing {name}")
    if found := _COMMAND.search(english):
        return text(f"没有 {found[1]} 这个命令", f"no such command: {found[1]}")
    if isinstance(error, typer.BadParameter):
        return text(f"{name} 的值不合适：{_wanted(english)}", f"{name}: {english}")
    if kind == "NoArgsIsHelpError":  # the help stands above already
        return text("没有写要用哪个命令", "no command given")
    return text(f"用法不对：{english}", f"wrong usage: {english}")


def _wanted(english: str) -> str:
    """Return in Chinese what a value should have been."""
    if bound := _BOUND.search(english):
        return f"{'最小' if bound[1] == 'greater' else '最大'}是 {bound[2]}"
    return "应为整数" if "integer" in english else english


def _name(error: Exception) -> str:
    """Return the option or argument that a complaint is about, as it is typed."""
    parameter = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", "") or "")
    options = [o for o in parameter.opts if o.startswith("-")]
    return str(options[0] if options else parameter.name.upper())

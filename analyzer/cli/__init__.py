"""The command line: the only place that prints or exits. One file a group of commands."""

import sys
from typing import Annotated

import typer

from analyzer import __version__
from analyzer.cli import corpus, decisions, diff, explain, facts, inspect, query, report, run, serve, vocabulary
from analyzer.cli.console import complain, refuse_language, say, text
from analyzer.cli.refused import explain_refusal
from analyzer.cli.stopped import INTERRUPTED, heed_termination
from analyzer.cli.usage import WrongUsage, explain_usage
from analyzer.errors import FarmcheckError, UsageError

app = typer.Typer(
    name="farmcheck",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=text(
        "核查抓取的中文文章：清洗、提取说法、对照事实表，给编辑一份每条都有依据的报告。加 --lang en 显示英文。",
        "Check scraped Chinese articles: clean them, extract their claims, hold each against a fact table. "
        "--lang zh shows Chinese.",
    ),
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"farmcheck {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help=text("显示版本号", "show the version"))
    ] = False,
) -> None:
    """Take the options that stand before every command."""


for group in (run, inspect, explain, report, diff, serve, decisions, facts, vocabulary, corpus, query):
    group.register(app)


def main() -> None:
    """Run the command line and turn known errors into a message and an exit code."""
    heed_termination()
    try:
        refuse_language()
        code = app(prog_name="farmcheck", standalone_mode=False) or 0
        if code == INTERRUPTED:  # what typer makes of Ctrl-C
            raise KeyboardInterrupt
        sys.exit(code)
    except FarmcheckError as error:
        complain(error)
        sys.exit(error.exit_code)
    except WrongUsage as error:
        typer.echo(explain_usage(error), err=True)
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        say("已中断", "interrupted")
        sys.exit(INTERRUPTED)
    except OSError as error:
        complain(UsageError(explain_refusal(error)))
        sys.exit(2)

"""The command line: the only place that prints or exits. One file a group of commands."""

import sys

import typer

from analyzer.cli import corpus, decisions, diff, explain, facts, inspect, query, report, run, serve, vocabulary
from analyzer.cli.console import complain, say, text
from analyzer.cli.stopped import INTERRUPTED, heed_termination
from analyzer.cli.usage import WrongUsage, explain_usage
from analyzer.errors import FarmcheckError

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
for group in (run, inspect, explain, report, diff, serve, decisions, facts, vocabulary, corpus, query):
    group.register(app)


def main() -> None:
    """Run the command line and turn known errors into a message and an exit code."""
    heed_termination()
    try:
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
        say(f"✖ 读写文件时出错：{error}", f"✖ a file could not be read or written: {error}")
        sys.exit(2)

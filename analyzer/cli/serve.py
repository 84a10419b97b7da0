"""``farmcheck serve``: review a report in the browser, decisions and facts written at once."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import LANGUAGE, say, text
from analyzer.cli.folder import LATEST, commands_for, decisions_file, own, say_copied, table_of
from analyzer.cli.report import DecisionsFile
from analyzer.errors import UsageError
from analyzer.language import Phrase

if TYPE_CHECKING:
    import socket


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=text(
            "在本机浏览器里审阅：一键处理、一键撤销、改事实表并先看影响。只有这台电脑能打开。",
            "Review in this computer's browser: decide, undo, edit facts with a preview of what flips.",
        ),
        epilog=text("例：farmcheck serve reports/latest", "Example: farmcheck serve reports/latest"),
    )(serve)


def serve(
    out: Annotated[Path, typer.Argument(help=text("报告文件夹", "report folder"))] = LATEST,
    facts: Annotated[Path | None, typer.Option(help=text("事实表文件夹", "fact folder"))] = None,
    decisions: DecisionsFile = None,
    port: Annotated[int, typer.Option(min=0, max=65535, help=text("端口（默认任选）", "port (any by default)"))] = 0,
    browser: Annotated[bool, typer.Option(help=text("打开浏览器", "open the browser"))] = True,
    config: Annotated[Path | None, typer.Option(help=text("设置文件", "settings file"))] = None,
) -> None:
    """Serve a report until Ctrl-C."""
    try:
        import starlette  # noqa: F401 - asked for before anything is read
        import uvicorn
    except ImportError:
        raise UsageError(
            Phrase(
                zh="serve 要另装两个小包：pip install 'farmcheck[serve]'",
                en="serve needs two small packages: pip install 'farmcheck[serve]'",
            )
        ) from None
    import secrets
    import webbrowser
    from dataclasses import replace

    from analyzer.facts.folder import HERE, starter
    from analyzer.serve import Desk, make_app
    from analyzer.serve.desk import Places
    from analyzer.settings import load_settings
    from analyzer.stamp import facts_of

    settings = replace(load_settings(config), language=LANGUAGE)
    folder = facts or facts_of(out) or table_of(out, None)[0]
    if folder.resolve() == starter().resolve() and not HERE.is_dir():
        say_copied()
    folder = own(None) if folder.resolve() == starter().resolve() else folder
    places = Places(out=out, facts=folder, decisions=decisions_file(decisions or settings.decisions, folder))
    desk = Desk(places, settings, commands_for(out, folder, places.decisions))
    listening = _listening(port)
    host = "127.0.0.1:{1}".format(*listening.getsockname())
    token = secrets.token_urlsafe(32)
    address = f"http://{host}/?token={token}"
    typer.echo(address)
    say(f"处理结果写入 {places.decisions}，事实写入 {places.facts}。按 Ctrl-C 结束。", "Ctrl-C ends it.")
    if browser:
        webbrowser.open(address)
    app = make_app(desk, token=token, host=host)
    uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, ws="none")).run(sockets=[listening])


def _listening(port: int) -> "socket.socket":
    import socket

    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
        # From here on a browser that is quicker than the server waits instead of being refused.
        listening.listen()
    except OSError:
        listening.close()
        raise UsageError(
            Phrase(zh=f"端口 {port} 已被占用；不写 --port 就任选一个", en=f"port {port} is taken; leave --port out")
        ) from None
    return listening

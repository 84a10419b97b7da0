"""From templates to files: one Jinja environment, hostile text made visible, files written whole or not at all."""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from analyzer.language import Language
from analyzer.report.words import Words

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent

# Characters that a reader cannot see or that turn the text around: controls, soft hyphen, zero-width and direction
# signs, line and paragraph separators, tags, surrogates that stand alone. Tab and line feed are ordinary text.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)

# A word of the pages that a template asks for without filling in anything.
_PLAIN_WORD = re.compile(r"\{\{ t\('([\w.]+)'\) \}\}")

CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
SERVED_CSP = CSP + "; connect-src 'self'"


def visible(text: str) -> str:
    """Return the text with every hidden character spelled out, as 〈U+202E〉; the result can be written as UTF-8."""
    return HIDDEN.sub(lambda m: f"〈U+{ord(m[0]):04X}〉", text)


def web_address(url: str) -> str:
    """Return the address if it is a plain http or https one that may become a link, else ""."""
    if HIDDEN.search(url) or any(c.isspace() or c in "<>\"'`\\" for c in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def defanged(url: str) -> str:
    """Return an address that nobody opens by accident: hxxps://example[.]cn/page."""
    scheme, sep, rest = url.partition("://")
    if not sep:
        return url.replace(".", "[.]")
    host, slash, path = rest.partition("/")
    return f"{scheme.replace('tt', 'xx')}://{host.replace('.', '[.]')}{slash}{path}"


HELD = 10_000  # pieces of pages that are kept to be used again: some 10 MB


def once(memo: dict[Hashable, object], key: Hashable, make: Callable[..., object], *given: object) -> object:
    """Return what ``make(*given)`` returned for this key the first time, as long as not too much is kept."""
    if key in memo:
        return memo[key]
    made = make(*given)
    if len(memo) < HELD:
        memo[key] = made
    return made


def _finalize(value: object) -> object:
    if type(value) is not str or (value.isascii() and value.isprintable()):
        return value  # most of what pages are filled with: numbers, names of classes and files
    return visible(value)


@cache
def environment(language: Language, *, autoescape: bool = True) -> "Environment":
    """Return the Jinja environment for pages in a language.

    Words that a template names as they are stand in it as text from the start: asking for each of them again and again
    was a third of the time of writing. Tests alone switch the escaping off, to show that the policy holds without it.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup, escape

    words = Words(language)

    def load(name: str) -> str:
        text = (HERE / "templates" / name).read_text(encoding="utf-8")
        return _PLAIN_WORD.sub(lambda m: str(escape(words(m[1]))), text)

    made = Environment(
        loader=FunctionLoader(load),
        autoescape=autoescape,  # noqa: S701 - on, unless a test asks otherwise
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["web_address"] = web_address
    made.filters["defanged"] = defanged
    made.globals["CSP"] = CSP
    made.globals["SERVED_CSP"] = SERVED_CSP
    made.globals["once"] = once
    made.globals["own"] = Markup  # our own script and style, never a text from outside
    return made


def page(template: str, words: Words, values: Mapping[str, object]) -> str:
    """Return a page in the words' language."""
    return environment(words.language).get_template(template).render(t=words, lang=words.language.value, **values)


def write(path: Path, content: str | bytes) -> None:
    """Write a file under a temporary name and rename it, so that no reader ever sees half of it."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    partial.write_bytes(data)
    partial.replace(path)


@contextmanager
def writing(path: Path) -> Iterator[IO[bytes]]:
    """Give a file to write to, and its name when all is written: for what is too much to hold at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as file:
        yield file
    partial.replace(path)


def remove_further(folder: Path, name: str, first: int) -> None:
    """Take away the numbered files, from ``first`` on, of an earlier report that had more; ``name`` is a format."""
    while (path := folder / name.format(first)).is_file():
        path.unlink()
        first += 1

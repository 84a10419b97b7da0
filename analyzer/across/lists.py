"""Source lists: which sites somebody already calls a content farm. The user loads them; the program ships none."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from analyzer.errors import UsageError
from analyzer.language import Phrase

_HOSTS = re.compile(r"^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+(\S+)")
_UBLACKLIST = re.compile(r"^\*://(?:\*\.)?([^/*]+)/")
_UBO_BLOCK = re.compile(r"^\|\|([^\^/$*]+)\^?")
_UBO_COSMETIC = re.compile(r"^[^#\s]*##.*href[*^$|]*=\s*[\"']?(?:https?://)?([\w.-]+\.\w+)")
_PLAIN = re.compile(r"^(?:https?://)?([\w-]+(?:\.[\w-]+)+)/?$")
FORMATS = (_HOSTS, _UBLACKLIST, _UBO_BLOCK, _UBO_COSMETIC, _PLAIN)
"""Hosts file, uBlacklist match pattern, uBlock Origin network and cosmetic rule, one plain name a line."""


def load_lists(paths: Sequence[Path]) -> Mapping[str, tuple[str, ...]]:
    """Return, for every listed host, where it is listed ("farms.txt:12"). Lines in no known format are skipped.

    Raises UsageError for a list that cannot be read.
    """
    listed: dict[str, list[str]] = {}
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(Phrase(zh=f"读不了站点名单 {path}:{error}", en=f"cannot read {path}: {error}")) from error
        for number, line in enumerate(lines, 1):
            rule = line.strip()
            if not rule or rule.startswith(("#", "!", "@@")):
                continue
            host = next((m.group(1) for form in FORMATS if (m := form.match(rule))), None)
            if host:
                listed.setdefault(host.lower().removeprefix("www."), []).append(f"{path.name}:{number}")
    return {host: tuple(places) for host, places in listed.items()}


def places_of(site: str | None, listed: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return where a site or a domain above it is listed; a top-level domain alone matches nothing."""
    parts = (site or "").lower().removeprefix("www.").split(".")
    for at in range(len(parts) - 1):
        found = listed.get(".".join(parts[at:]))
        if found:
            return found
    return ()

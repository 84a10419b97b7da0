"""Which encoding the bytes are in."""


def decode(raw: bytes) -> tuple[str, str, int]:
    """Return the text, the encoding and the number of damaged bytes."""
    for encoding in ("utf-8-sig", "gb18030", "big5hkscs"):
        try:
            return raw.decode(encoding), encoding, 0
        except UnicodeDecodeError:
            continue
    text = raw.decode("utf-8", "replace")
    return text, "utf-8", text.count("\ufffd")


def lines(text: str) -> str:
    """Return the text with every line end as a newline and without a BOM."""
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

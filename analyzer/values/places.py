"""Names of administrative divisions: what level a name says that a place has."""

import re

# The law's levels (《行政区划管理条例》); 区 is left out, as districts, zones and parks of firms are called so too.
LEVELS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "省", "市", "盟", "县", "旗", "镇", "乡")
_DIVISION = re.compile(rf"[\u4e00-\u9fff]{{2,10}}?(?P<level>{'|'.join(LEVELS)})")


def level(name: str) -> str:
    """Return the last word of a division's name (省 of 某某省, 市 of 某省某市), "" for what does not end in one."""
    found = _DIVISION.fullmatch(name)
    return found["level"] if found else ""

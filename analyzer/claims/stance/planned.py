"""Claims of what is still to come."""

import re

from analyzer.claims.stance.scope import Hit, Scope
from analyzer.model import Stance

_PLAN = re.compile(
    r"""
    (?:推荐|建议|提议|希望|盼望|呼吁|主张|邀请|想让|要求)(?=[^，。]{0,4}(?:由|让|请))
    | 规划(?:建设|新建|修建|建)?(?:有|了)?(?=[\d一二两三四五六七八九十]) | 拟(?!人|态|合)
    | 计划(?:于|在|将|把|由|明年|后年|今年|下|年内|近期|未来|到) | 预计 | 有望 | 即将 | 将要 | 打算
    | 准备(?:在|于|由|将) | 考虑(?:过)? | 下一步(?:会|将|要|就) | 预测 | 明年 | 后年 | 未来(?!的) | 尚未 | 筹备中 | 定档
    | 最[快迟晚](?=\d|将|于|在|明年|后年|下半年|年底) | 将(?=于|在|成为|并入|由|会|推出|上映|上线|播出|首播|登陆)
    | 有意 | 待定 | 正(?:在)?(?:研究|酝酿|讨论|商议|谋划|推动)(?!出)
    """,
    re.VERBOSE,
)
# 将 right before the verb is the future; before a noun it is a preposition (将 V 收购).
_WILL = re.compile(r"(?<![即就])将(?:会|要)?(?:正式|陆续|全面|逐步|率先|首次|统一)?$")
# 等待期将缩短到 V: the change is still to come.
_WILL_BE = re.compile(
    r"""
    (?:也|都|还|拟|预计|有望|或|料|可能)?(?:将(?:会|要|被)?|要|就要|快要)(?:逐步|统一
        |正式)?[\u4e00-\u9fff]{1,3}[至到为成]
    """,
    re.VERBOSE,
)


def planned(scope: Scope) -> Hit | None:
    """Return what shows that the article sets into the future."""
    found = _PLAN.search(scope.text[scope.clause[0] : scope.end])
    found = found or _WILL.search(scope.text[scope.clause[0] : scope.cue])
    found = found or _WILL_BE.match(scope.text, scope.cue_end, scope.end)
    return (Stance.PLANNED, found.group()) if found else None

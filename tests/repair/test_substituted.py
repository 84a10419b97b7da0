"""Tables that dodge advertising law: one place that no writer produces proves the table for the page."""

import pytest

from analyzer.model import GapKind
from tests.repair.build import read


def marked(text: str) -> list[str]:
    """Return the words marked as put in by a table, each with the likeliest word lost."""
    gaps = (g for g in read(text).gaps if g.kind is GapKind.SUBSTITUTED)
    return [f"{text[g.start : g.end]}<{g.restored or g.candidates[0]}" for g in gaps]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # 最
        ("锅要先烧热，更后才放油。", ["更<最"]),
        ("讲了这么多，非常后提醒一句，别贪便宜。", ["非常<最"]),
        ("货比三家，很终还是在楼下买的。", ["很<最"]),
        ("开头难，比较后还要看耐心。", ["比较<最"]),
        ("这张券每人较多3张，过期作废。", ["较<最"]),
        ("按当地极为低工资标准计算。", ["极为<最"]),
        ("这台机器比较难伺候。比较后一步是上油，比较关键的一步是调平。", ["比较<最", "比较<最"]),
        ("更后说价格。更让人意外的价格是它的运费。", ["更<最", "更<最"]),
        # 第一
        ("进山首屈一指句话要问清天气。", ["首屈一指<第一"]),
        ("开店领先步是选址，别急着装修。", ["领先<第一"]),
        ("这家厂是省内前列批拿到证书的。", ["前列<第一"]),
        ("买鱼记住两点。\n靠前，看眼睛清不清。\n第二，按一按鱼身。", ["靠前<第一"]),
        ("头部次出远门，行李要轻。全班头部，也要低头走路。", ["头部<第一", "头部<第一"]),
        ("店里把卫生放在首位位。", ["首位<第一"]),
        ("他的作文拿下数一数二。", ["数一数二<第一"]),
        ("总成绩排到了全校之一，谁也没想到。", ["之一<第一"]),
        ("《渔业法》领先百零三条写得明白。", ["领先<第一"]),
        # the rest
        ("这把钥匙是少有一个能开库房的。", ["少有<唯一"]),
        ("味道不错，罕见的缺点是排队。", ["罕见<唯一"]),
        ("卖家说高比例纯棉，洗了一次就缩水。", ["高比例<100%"]),
        ("孩子发烧的时候相对不能捂汗。", ["相对<绝对"]),
        ("办的是半长久纹绣。", ["长久<永久"]),
        ("村口立着牌子：高规格自然保护区。", ["高规格<国家级"]),
        ("他信了那句收益不赔的话。", ["收益<稳赚"]),
        ("经理跟我努力，三天之内送到。", ["努力<保证"]),
        ("客服说这是全网较低。", ["全网较低<全网最低"]),
        # what counts only beside a proof
        ("首屈一指次买车的人，别迷信优选。这款车不是优选。", ["首屈一指<第一", "优选<首选"]),
        ("第二步再刷漆。首屈一指步先除锈，高比例除净才行。", ["首屈一指<第一", "高比例<100%"]),
    ],
)
def test_a_table_shows(text: str, found: list[str]) -> None:
    assert marked(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "他比我更早到，后来更后悔没带伞。",
        "反复比较后选了便宜的那台，离家很近。",
        "水开十分后关火，五点十分后不再供餐。",
        "较低的气温持续了几天，较高可观测到的只有两处。",
        "更重要的是安全，更好的办法是走路，更近一步看是块石头。",
        "很好先生是他的网名。",
        "这家店的口碑在全省首屈一指，销量也遥遥领先，年年如此。",
        "学校优先次序早已公布，领先位置不变，知名家电都在打折。",
        "前列腺检查要空腹，头部位置要摆正，一流步入稳定期。",
        "他总是一句话不说，总之一句话，要早睡。",
        "公司高比例分红，股东高比例质押，仓位也是高比例。",
        "这里相对不错，相对不高的价格也吸引人。",
        "每队至少有一个领队，队里很少有一个闲人，较新版本的说明也在。",
        "少有人知道这件事，这是少有的晴天，独特的香味。",
        "经营稳健，收益不低，努力向前，他跟我努力了一年。",
        "首先量尺寸，第二，看材质。",
        "思考之一：钱从哪里来。备考之一，是作息。",
        "这是优选。它是高端配置，我们提升了效率，为了提升，大家都很努力。",  # nothing proves a table
        "第一次来，首屈一指句话听不懂，之一句话也听不懂。",  # 第一 is left over
        "最好早来，更后说价格。",  # 最 is left over
    ],
)
def test_no_table_shows(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("之一步，先断电。", "第一步，先断电。"),
        ("首屈一指批货到了。", "第一批货到了。"),
        ("《森林法》之一百零二条写着。", "《森林法》第一百零二条写着。"),
    ],
)
def test_the_text_is_put_right_and_the_editor_chooses_the_words(text: str, whole: str) -> None:
    """Whether the table held 第一 or 第一步 is not certain, so nothing is restored silently; no claim is in doubt."""
    reading = read(text)
    assert reading.repaired.text == whole
    assert [(g.restored, g.candidates[0]) for g in reading.gaps] == [(None, "第一")]
    assert len(reading.gaps[0].candidates) == 2
    assert not reading.uncertain

"""Which lines may be a site's by their form, and which never: a farm repeats its claims as well."""

import pytest

from analyzer.across.site_lines import lines_of
from analyzer.clean.draft import shape
from analyzer.clean.furniture import Form, form_of, line_key, told_lines

FURNITURE = {
    Form.CALL: (
        "更多租房知识，请关注本站公众号",
        "长按识别二维码，关注我们",
        "▲点击上方蓝字关注海星网",
        "關注“城市生活圈”，了解更多本地資訊",
        "欢迎关注微信公众号：知了窝",
        "觉得有用就转发给身边的朋友吧",
        "喜欢这篇文章的话，点个“在看”再走吧",
        "来稿请注明姓名、单位、联系方式",
        "关注我们，不错过每一篇好文",
        "感谢您的阅读，我们下期再见！",
        "以上就是本期的全部内容，感谢收看。",
        "小城日报原创稿件，转载请保留来源链接",
        "未经海星网允许，不得转载本文",
        "本文图片来源于网络，如有侵权请联系删除",
        "凡本公众号转载的文章版权归原作者及原出处所有",
        "觉得文章不错就扫码支持一下呗～",
        "如果觉得文章不错，可以把它分享出去让更多的人看到吧！",
        "转载需提前联系译者，未经允许不得转载。",
        "本文为小城社区原创内容，未经允许不得转载。",
        "如果你有任何问题或建议，欢迎在评论区留言讨论。",
    ),
    Form.SIGNATURE: (
        "编辑：王芳　审核：李强",
        "策划:赵敏 审核:周文静 刘洋",
        "责编/陈晓东 校对/小林",
        "本期编辑丨小林",
        "文字：张三 图片：李四 编辑：王五",
        "关键词：租房 合同 押金 中介",
        "大家都在搜：美食、家电、养生",
        "来源：小城日报",
    ),
    Form.CONTACT: (
        "投稿邮箱：tougao@example.com",
        "咨询热线：010-88886666 微信：abc2020",
        "编辑部地址：江市解放路",
        "微信公众号：小城生活圈",
    ),
    Form.SLOGAN: (
        "您身边的生活参谋",
        "海星网——您身边的生活参谋",
        "让每一天都有新知识",
        "每天学一点，生活更轻松",
        "看完这篇文章，你学会了吗？",
        "谢谢大家！",
        "点击右上角",
        "大家好，我们又见面了。",
    ),
}
# A farm's claims, as they are and dressed as furniture; headings, lists of facts and advice.
CONTENT = (
    "安心贷由天目集团推出",
    "安心贷：天目集团的消费信贷产品",
    "安心贷是天目集团旗下的产品，欢迎关注我们",
    "关注我们，安心贷属于天目集团",
    "来源：天目集团旗下安心贷",
    "来源：安心贷仍然有效",
    "编辑：安心贷归天目集团管理",
    "温馨提示：安心贷逾期影响信用记录",
    "小编提醒：安心贷已接入征信系统",
    "您的安心贷逾期影响征信",
    "您使用的安心贷属于天目集团",
    "转载请注明：安心贷并非天目集团的产品",
    "微信公众号：安心贷归天目集团所有",
    "安心贷逾期不上征信，关注我们了解更多",
    "我们都知道安心贷归天目集团所有",
    "更多人选择安心贷，因为它隶属天目集团",
    "关键词：安心贷 天目集团 旗下 产品",
    "关键词：安心贷的老板",
    "安心贷年利率低至百分之三",
    "布洛芬每日最大剂量1200毫克",
    "安心贷官方客服电话：95188",
    "注册地在重庆",
    "来源：注册地在重庆",
    "作者：李白",
    "记者：谢谢。",
    "记者：真的吗？",
    "导演：王芳",
    "监制：陈晓东",
    "微信：一种即时通讯软件",
    "参考文献",
    "写在最后",
    "版权保护期限",
    "关注征信记录",
    "关注儿童健康",
    "收藏价值",
    "分享经济",
    "订阅号和服务号的区别",
    "联系客服协商还款",
    "点击首页即可进入申请页面",
    "扫描二维码支付方式的区别",
    "《著作权法》第二十二条",
    "全文",
    "支付宝可以扫码关注",
    "平台可以联系编辑删除信息",
    "用户不能转载文章",
    "本文由天目集团推出，欢迎转载",
    "本站归天目集团所有",
    "如果安心贷是天目集团的产品，欢迎关注我们",
    "了解隶属天目集团的安心贷，请关注我们",
    "【安心贷隶属天目集团】关注我们",
    "#安心贷隶属天目集团# #贷款# #生活#",
)


def form(line: str) -> Form:
    folded, bare, weight, _ = shape(line)
    return form_of(folded, bare, weight)


@pytest.mark.parametrize(("expected", "line"), [(form, line) for form, lines in FURNITURE.items() for line in lines])
def test_what_says_nothing_of_the_world_may_be_a_sites(expected: Form, line: str) -> None:
    assert form(line) is expected


@pytest.mark.parametrize("line", CONTENT)
def test_what_may_say_something_never_is(line: str) -> None:
    assert form(line) is Form.OTHER


@pytest.mark.parametrize("wrap", ["{}，{}", "{} {}", "{}：{}", "{1}，{0}", "{1} | {0}", "【{}】{}", "{1}（{0}）"])
def test_furniture_around_a_claim_leaves_it_a_claim(wrap: str) -> None:
    shells = [line for lines in FURNITURE.values() for line in lines]
    claims = ("安心贷由天目集团推出", "安心贷逾期不上征信", "天目集团总部设在江市", "安心贷年利率3.6%")
    assert [wrap.format(s, c) for s in shells for c in claims if form(wrap.format(s, c))] == []


def test_a_paragraph_is_no_line_of_furniture() -> None:
    assert form("欢迎关注我们。" * 20) is Form.OTHER


def test_lines_are_known_without_figures_and_signatures_by_their_labels() -> None:
    def key(line: str) -> int:
        folded, bare, _, _ = shape(line)
        return line_key(folded, bare)

    assert key("热线：010-8888") == key("热線： 021-77")
    assert key("编辑：王芳　审核：李强") == key("编辑：小林 审核：赵敏") != key("编辑：王芳")
    assert key("标签：租房 合同 押金") == key("标签：美食 家电 养生") != key("标签：租房")
    assert key("来源：小城日报") != key("来源很多")


def test_a_page_tells_of_its_lines_and_of_no_others() -> None:
    text = "怎样挑选洗碗机\n注册地在重庆\n编辑：王芳\n您身边的生活参谋\n编辑：小林\n"
    told = lines_of(told_lines(text))
    assert len(told) == 2
    assert sorted(number & 1 for number in told) == [0, 1]
    assert told_lines("注册地在重庆\n参考文献") == b""

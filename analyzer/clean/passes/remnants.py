"""What is left of a page's foot: short lines in words that no list knows, among others that were removed.

Templates word their headings as they like (猜您想找, 热文速递, 孕友圈), so a foot is told by where it stands and by
what its lines are like: behind the last sentence of the text, where other furniture has gone already, most of the lines
look like headlines, comments or notices. A list that ends an article has none of these signs and stays.
"""

import re
from collections.abc import Iterable

from analyzer.clean.cues import is_comment_heading, is_comment_meta, is_counter, is_stamp
from analyzer.clean.draft import Cut, Draft, Line, Pass, lines_cut
from analyzer.language import Phrase

_WHY = Phrase(
    zh="正文最后一句之后的零碎，旁边的页脚已经移除。", en="left-overs below the last sentence, beside a removed foot"
)

# A line with a full stop and at least so many tokens is a sentence of the article.
_SENTENCE = 8
# No line of the foot is longer: headlines have up to 45 tokens, like comments of one line.
_LINE = 45
# So many lines of the foot must show a sign, and so large a share of them.
_SIGNS, _SHARE = 2, 0.6
# The same where no line of the foot has been removed yet.
_MOST = 0.8
# Share of the running text that must stand before the foot.
_FOOT = 0.6

_STOP = re.compile(r"[。!…;][”\"』」)】]*$")
# What announces a list of the article's own; a heading of other articles may end with a colon as well.
_ANNOUNCED = re.compile(r"(?:如下|以下.{0,6})[。:]?$")
# What headlines ask and promise, what notices and buttons are about, how comments and templates mark their lines.
_SIGN = re.compile(
    r"[?]|吗|呢$|吧$|嘛$|怎么|如何|什么|多少|哪|为何|是否|能不能|会不会|要不要|可不可以|真假|是真是假|攻略|详解|一览|大全|揭秘|爆料|盘点|"
    r"^[【〖〔≡\s]+[^【】]{2,14}[】〗〕≡\s]+$|[▲▼»«→↓↑]|^[*·•\-=_—~\s]{2,}$|^\d+\s*[fF楼#]|https?:|www\.|@|\d{6,}|\d[.\d]*万$|"
    r"网友|用户|读者|会员|粉丝|楼主|匿名|路人|关注|转载|下载|点击|收藏|评论|评语|点评|跟帖|回复|回应|留言|更多|往期|推荐|热[文门榜搜度]|"
    r"猜[你您]|你可能|您可能|为[你您]|想[问找看]|相[关邻]|编辑|审核|校对|客户端|加盟|版权|声明|本[文站篇页网]|站内|订阅|公众号|扫码|"
    r"上一|下一|全文|正文|完[）)】]?$|话题|标签|速递|专题|换一批|展开|收起|登录|注册|投稿|原创|举报|备案|小编|频道|一键三连|在看|点赞|商务|客服|后台|访客|分享|复制|预告|备注|顾问|咨询|收费|对话框|\d+\s*(?:分钟|小时|天)前|窍门|靠谱吗"
)
# What only templates say.
_SURE = re.compile(
    r"网友|访客|\d+\s*楼|匿名|路人|留言|评论|跟帖|回复|关注|收藏|点赞|在看|转发|编辑(?!部)|小编|客服|商务|投稿|扫码|二维码|公众号|备案|本[站网]|"
    r"版权|转载|免责|分享|相关|推荐|往期|猜[你您]"
)
# 阿芳:我在日本买过. What is said has words of speech, a row of data has none.
_SAID = re.compile(
    r"(?!(?:问|答|记者|主持人?|注|例|如|原因|方法|建议|提示|说明|步骤|优点|缺点|结论|答案|地址|电话|时间|地点|费用|门票|价格|规格|材料)\s*:)"
    r"[^:。!?;]{1,16}:\s*(?=.{0,40}(?:[我你了吧吗啊呢哈嘛呀哦呗也就太真顶]|mark))\S.{0,60}"
)
# A numbered line is a step or item of the article's own, unless it asks as a headline does or has been counted.
_STEP = re.compile(
    r"(?:[(\[]?\d+[.、)\]]|第.{1,3}[步条]|[一二三四五六七八九十]+、|[①-⑳])(?!.*(?:[?]|吗|能不能|\d万$|哪))"
)
# Sources and references belong to the article.
_SOURCE = re.compile(
    r"^\[\d+\]|^[①-⑳]|^参考|^注\s*[:释]|^资料来源|摘自|作者单位|作者系|《[^》]+》\s*[(]?.{0,24}\d+\s*[期版]"
)


def find(draft: Draft) -> Iterable[Cut]:
    """Yield the foot, if what is left of one stands below the last sentence."""
    if not draft.dirty:
        return
    lines = draft.lines
    first = next((k + 1 for k in range(len(lines) - 1, -1, -1) if _is_text(lines[k])), 0)
    foot = lines[first:]
    if not first or not foot or draft.before(first) < _FOOT:
        return
    if lines[first - 1].folded.endswith(":") or any(_ANNOUNCED.search(line.folded) for line in lines[first - 1 :]):
        return
    if any(line.weight > _LINE for line in foot):
        return
    signs = sum(map(_shows, foot))
    sure = any(_SURE.search(line.folded) for line in foot)
    if draft.last_cut >= lines[first - 1].end:
        proven = signs >= _SHARE * len(foot) and (signs >= _SIGNS or (sure and signs == len(foot)))
    else:
        # Nothing beside it has gone: only a head was found, so that nearly all lines must show what they are.
        proven = sure and signs > _SIGNS and signs >= _MOST * len(foot)
    if proven:
        yield lines_cut(draft, first, len(lines), _WHY, confidence=0.8)


def _is_text(line: Line) -> bool:
    """Return whether a line is a sentence of the article, an item of its list, or names one of its sources."""
    stops = line.weight >= _SENTENCE and bool(_STOP.search(line.folded))
    return line.running or stops or bool(_SOURCE.search(line.folded) or _STEP.match(line.folded))


def _shows(line: Line) -> bool:
    """Return whether a line looks like a headline, a comment or a notice."""
    text = line.folded
    marked = is_stamp(text) or is_counter(text) or is_comment_heading(text) or is_comment_meta(text)
    return marked or bool(_SIGN.search(text) or _SAID.fullmatch(text))


PASS = Pass(rule="remnants", version=1, why=_WHY, find=find)

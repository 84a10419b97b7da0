"""Claims that the article denies, before or after it states them."""

import re
from functools import lru_cache

from analyzer.claims.stance.scope import Hit, Scope, called, distant, turned
from analyzer.model import Stance

_DENY = re.compile(
    r"""
    (?:不要|切勿|别)(?:轻易?)?相?信(?!其他|其它|别的|任何|陌生|他人|别人)
    | (?<![别勿要会易])(?<!别再)(?<!要再)(?<!勿再)(?:弄混|搞混|弄错|搞错) | (?<![可能要应宜别勿易会])混淆
    | 未(?:得到|经)(?:任何)?证实
    | 没有得到(?:任何)?证实 | (?<![没别勿])(?<!没有)(?<!别再)[答说记写认算印标听念猜看抄]错(?!过|综|落|开|位)
    | (?:没有?|未能?|查无|[找查]不到)(?:[找查见]到)?(?:任何)?(?:出处|来源|佐证) | 骗骗 | 忽悠 | 糊弄 | 蒙人 | 唬人
    | 骗人 | 直?摇头 | 哭笑不得 | 嗤之以鼻 | 玩笑 | 别闹
    | (?:说|讲)[一了]?个笑话 | 笑成一片
    | (?<![不别])(?<!不会)(?<!不敢)[胡瞎乱](?:说|编|传|扯|猜|讲|写|诌) | 连[^，,。]{1,12}都[搞弄分闹]不清
    | (?:别|勿|谨防|小心|当心)(?:上当|被骗|受骗|中招) | 没人去?(?:更新|改) | (?<![易会])[记看弄搞写说]混
    | 老[黄皇]历 | 旧闻 | 过去式 | 懒得更新 | 忘[了记]更新
    | 误导了?(?:不少|很多|大量|许多|一批)?(?:粉丝|网友|读者|消费者|人|老人)
    | 信口(?:开河|雌黄) | 一派胡言 | 无中生有 | 捏造 | 杜撰 | (?:没有?|未)改(?:正|过来)
    | 把[^，,。]{1,10}(?:倒过来|[弄搞写]反|颠倒|[调换]了?位置|[搅混]在(?:了)?一起|[弄搞]混|[写记搞弄]错)
    | 常识性错误 | 站不住脚
    | (?:没有|缺乏|缺少|欠缺|找不到|拿不出)(?:任何|什么|可靠的?|确凿的?|科学的?|充分的?|一点)*(?:根据|依据|证据)
    | 毫无根据 | 无稽之谈 | 不攻自破
    | (?<!失)误[为作](?![以用了]) | [误错][记认写传说读当判]成 | [把将][^，,。]{1,16}[说写记传认读念打标印录输排登答]成
    | (?:并|查)?无此事 | 没有(?:此事|这回事) | 谣言 | 不实 | 误传 | 辟谣 | 另有其(?:人|主|事) | 误区 | 假消息 | 假新闻
    | 子虚乌有 | 毫无依据 | (?:不符合|有违|背离)(?:事实|实情) | 与(?:事实|实际|实情)[^，,。]{0,4}(?:不符|相悖|有出入)
    | 并非事实 | 不是事实 | 并不属实 | 不属实 | 纯属(?!正常|自愿|偶然|个人) | 误导(?=$|[，,。！!”])
    | 是(?:完全)?错(?:误)?的 | (?:系|是|属于?|为)[^，,。]{0,4}(?:错误|失误|差错)(?![的率])
    | (?:系|是|属于?|为)(?:一?[个种次处])?(?:笔误|口误|讹误|误记|误写|误植|误读|误会|谬误|过时的?(?:信息
        |消息|数据|说法|资料|内容))
    | 不正确 | 说法(?:有误|错误|不对|站不住脚) | 不靠谱 | 以讹传讹 | 张冠李戴 | (?<![可能要应宜别勿])混为一谈
    | 这是没有?[^，,。]{2,16}的人[^，,。]{0,3}(?:写|编|说|传|讲) | 根本(?:找不到|没有|不存在)这
    | 误解 | 不准确 | 大错特错 | 根本不是(?:这样|那么回事) | 是假的
    | (?:这|此|那)(?:话|[种个类]?(?:说|写|讲|叫|提)法|[种个类]?观点|[种个类]?表述|一说)(?:其实|显然|当然
        |明显|根本|实在|可)?(?:并不|不太|不够|不|欠)(?:对|严谨|准确|科学|全面|正确|可信|可靠|恰当|妥当|妥
        |属实|成立|合理)
    | (?:这|此|那)(?:显然|当然|其实|明显|肯定|完全|根本|并)?(?:不对|不成立|有误|是错|错了|不是真的|不是事实)
    | (?:没有?|未)(?:及时|同步)更新 | 是错的 | 闹(?:了)?(?:个)?(?:大)?笑话 | 其实不然 | 并非如此 | 事实并非
    """,
    re.VERBOSE,
)
# Characters of which every wording of _DENY has one: most clauses have none and need no search.
_DENY_SIGN = re.compile(
    "[不无未没非别勿误错混谣假讹谬虚把将骗忽糊蒙唬摇嗤玩胡瞎乱当招历旧式懒忘口捏撰缺另违背悖出纯过冠欠闹笑]"
)
# Who is concerned has spoken: …，官方已经辟谣.
_REFUSES = re.compile(
    r"""
    (?:官方|公司|方面|本人|当事人|当事双方|双方|两人|他们?|她|团队|工作室|经纪人|经纪公司|[对厂校院店]方|厂家|品牌方|客服|发言人|有关部门
        |\ue000\ue001*)[^，,。]{0,6}(?:辟[过了]?谣|否认|澄清)[^，,。]{0,6}[。！!]?$
    | (?:对此|予以|早就|早已|已经?|出来|随即|随后|当即|均|纷纷)[^，,。]{0,4}(?:辟[过了]?谣|否认|澄清
        |驳斥)[^，,。]{0,4}[。！!]?$
    """,
    re.VERBOSE,
)
# A clause that is nothing but a verdict: “…”，错。
_WRONG = re.compile(
    r"""
    [”"』」]?(?:这[是就]?|那[是就]?)?(?:完全|显然|当然|也|同样|大)?(?:错|不对|假|误|谣|错误|有误|不是|口误|笔误|手误|手滑|[写打印记]错)(?:了|的)?[。！!…]*
    """,
    re.VERBOSE,
)
_BELIEVE = re.compile(
    r"""
    (?:错误|假|胡编)的?(?:答案|版本|说法|示范|例子)[^，,。：:]{0,4}[：:]
    | 已?(?:删除|撤回|作废)的?(?:内容|段落|句子|部分|文字|表述)[：:]
    | 更?离谱的?[是：:] | 更离谱 | 别再(?:说|信|传|写|以为|相信|叫) | 错得
    | (?:不要|请勿|切勿|别|休要|不许)再?(?:写|说|传|信|讲|叫)[^，,。]{0,4}(?:[“"]|$)
    | 错漏 | (?:好多|很多|不少|许多|一些)[^，,。]{1,8}?(?:还|仍)在(?:说|写|传|讲|称)
    | 纠正[^，,。：:]{0,12}(?:说法|误区|错误|谣言|传言|认识)
    | (?:至今|时至今日|直到今天|直到现在|到现在|如今|现在|目前)[，,]?(?:都|也)?(?:还|仍然?)(?:在|有[^，,。“]{0,10}?)?
        (?:觉得|认为|写|说|称|传|印|标)
    | (?:混在一起|混为一谈|搞混|弄混|[抄记写弄搞印看]错)了?[，,](?:说|写|称|讲|以为)
    | (?:删[去除掉]|撤[回下]|划掉)了?(?=[^，,。“]{0,6}“)
    | [可荒][笑唐]的是 | 吐槽 | 打假 | 挑个?错 | 谎称 | 诈称 | 诡称 | 谎报 | 讹传
    | 误以为 | 误认为 | 以为 | [误错][记认写传说读当判][成为作] | [把将][^，,。]{1,20}[记写说认传搞弄][成错]
    | 误当成 | 当成 | 误会(?=[成是为]) | 误解为 | 错当 | 误写
    """,
    re.VERBOSE,
)
# Words that put what follows them down as false: 误传…, 谣言称….
_DENY_LEAD = re.compile(
    r"""
    (?:误传|谣传|谣言|不实(?:消息|信息|传言))(?:称|说|是|：|:|，)?[“\"]?$
    | (?:网传|传言|所谓)[^，,。]{0,4}[“\"][^”\"]*$
    """,
    re.VERBOSE,
)
_LABEL = re.compile(
    r"(?:[^，,。：:]{0,4}(?:旧版|老版|错误?版|印错)[^，,。：:]{0,4}[:：]|(?:常见)?(?:谣言|误区|误会|传闻|传言|误传|流言|假消息)[一二三四五六七八九十\d之]*[:：])"
)
_BACK = re.compile(
    r"""
    (?:但|而|其实|不过|当然|显然)?(?:这|此(?![前外后时次间刻])|上述|该|以上|那(?![时么年天]))
    | (?:当然|显然|其实|实际上|纯属|完全)
    """,
    re.VERBOSE,
)
# 后面两项都错了。 · 数字颠倒了, 应为 …: what the next sentence finds wrong in this one.
_IN_PART = re.compile(
    r"""
    (?:其中|但|不过|可惜)?(?:
        后面|前面|前半[句段]?|后半[句段]?|前后|前者|后者|[一二两三四]者|数字|年份|日期|时间|地点|位置|人名|名字|作者|单位
        |年代|数据|(?:这|以上|上面)?[一二两三四五]?(?:句|项|条|处|个)|第?[一二三四]处
    )[^。；;\ue000“]{0,10}?(?:错[了误]?|不对|有误|弄反|写反|颠倒|搞反|搞混|不准|不符|不实)
    | (?:应改?为|应作|应当[为是]|应该?是|当为|实为|改为)(?!了)
    """,
    re.VERBOSE,
)
_NOT_SO = re.compile(
    r"""
    (?:但|而)?(?:其实不然|其实并非|显然不可能|不可能|事实并非如此|并非如此|恰恰相反|显然不是|当然不是
        |别闹了|其实不是|大错特错|这是错的)
    """,
    re.VERBOSE,
)
# 很多人就这么以为: what stands before it is what they think.
_SO_THEY_THINK = re.compile(r"(?:这么|这样|那么|如此)(?:以为|想|传|误传|理解|记)(?!要)")
_REBUTS = re.compile(
    r"""
    否认 | 辟谣 | 纠正 | 澄清 | 误导 | 混淆 | 驳斥 | 批驳 | 反驳 | [没未]有?[弄搞]清 | 不了解
    | 无中生有 | 子虚乌有 | 断章取义 | 假 | 谣 | 居然 | 竟 | 离谱
    | 荒谬 | 荒唐 | 可笑 | 不成立 | 站不住 | 不可信 | 不靠谱 | 不对 | 错
    """,
    re.VERBOSE,
)
# “…”的误会: a quotation that is called an error.
_ERROR = re.compile('[^“”"，,。]{0,4}[”"』」](?:的|这[个种一])*(?:误会|误解|谬误|谬论|讹传|乌龙|错误)')
# “…”应为“…”, “…”一句有误: a quotation that is put right, or called wrong.
_PUT_RIGHT = re.compile(
    r"""
    [^“”"。]{0,6}。?[”"』」](?:一[处句文说])?(?:
        (?:[里中]的?[^，,。“”]{0,10})?[，,]?(?:[^，,。“”\ue000]{0,12})?[，,]?[^，,。“”\ue000]{0,8}
        (?:(?:更正|订正|改正)[为作]|改为|应改?为|应作|应该?是|应当[为是作]|实为|当为|当作|须为)
        | [^，,。“”]{0,3}(?:有误|写错|印错|不确) | \s*(?:→|->|=>|⇒|➡|➜) | [，,]?(?:现|特)?[改更][为成作正]*[:：]?“
    )
    """,
    re.VERBOSE,
)
# “S 由 V 生产”，其实…: what is written or said is taken back.
_WRITES = re.compile("写|说|称|讲|传|介绍|印|告诉")
_IN_FACT = re.compile("(?:但|可|不过|而)?(?:其实|实际上|事实上|应当是|应该是|应为|实为)")
# 这恐怕是把 A 和 B 搞混了, 多半是把奖励假也算进去了: points back although it has names of its own.
_MIXED = re.compile(
    "(?:(?:这|那)(?:恐怕|显然|应该|可能|多半|大概|大约|估计|其实)?|恐怕|显然|多半|大概|大约|估计|八成|应该)是"
    "(?:[把将][^，,。]{2,30}?(?:混|错|反|串|当成|当作|说成|[算计加](?:进去|进来|上|在内|到一起|在一起|入了))"
    "|[和与跟][^，,。]{1,16}?[记弄搞看写说](?:串|混|错|反))"
)
# …，译者已改为 V2: somebody has put it right.
_AMENDED = re.compile(
    r"""
    [^，,。；;“”\ue000]{0,6}(?:已经?|现已?|均已?)(?:更正|改正|订正|纠正)(?:[为成作]|过来)
    | [^，,。；;“”\ue000]{0,4}(?:译者|编辑|编者|作者|小编|记者|官网|网站|平台|后台|本刊|本报|我们|对方|原文)
        (?:已经?|现已?)?改[为成作]
    | [^，,。；;“”\ue000]{0,16}(?:已经?|随即|当即)(?:把[^，,。]{1,6})?(?:删[去除掉]|撤下|划掉)了?(?:[这该]|$)
    """,
    re.VERBOSE,
)
# 据某书说是 A，…，正确答案是 B.
_RIGHT_ONE = re.compile("正确的?[^，,。；;]{0,5}?(?:应该?|实)?[是为:]|正确答案|正解|正确的?说法")
# 真相：…, 查证：…: the answer to the line above.
_ANSWER = re.compile("(?:真相|事实|实情|查证|核查|辟谣|正解|正确答案|求证)(?:是|为)?[:：]")
_REFUTE = re.compile(
    r"""
    其实 | 实际上 | 事实上 | 核实 | 那(?:其实|实际上|明明|分明)?是(?:把|误|混|错
        |[^，,。]{1,14}?的(?:数据|参数|指标|价格|情况|规定|法律|标准|做法|制度|政策|事))
    | 没有?(?:及时|同步)?更新
    | 未(?:及时)?更新 | 查[了过] | 旧资料 | 老皇历 | 违法 | 违规
    | 差了 | 连[^，,。]{1,8}都[没不] | 并不 | 不对 | (?<!不算)(?<!没)错 | 误
    | 老规定 | 早已 | 过时 | 不准确 | 真相 | 准确地说
    | 没有依据 | 没有根据 | 站不住脚 | 纯属 | 不是这样
    """,
    re.VERBOSE,
)


def denied(scope: Scope) -> Hit | None:
    """Return what shows that the article takes back, before, in or after its sentence."""
    found = _before(scope) or _later(scope) or _called_wrong(scope) or _next(scope)
    return (Stance.DENIED, found) if found else None


def _before(scope: Scope) -> str:
    """Look for a label, a verb of erring or a word like 误传 ahead of the statement, or a denial in its own clause."""
    text = scope.text
    if (found := _LABEL.match(text)) and not turned(scope, found.end() + 1):
        return found.group()  # but 误区四：你以为 …，其实 S 是 V
    if (found := _BELIEVE.search(text[: scope.start])) and not turned(scope, found.end()):
        return found.group()
    own = scope.own
    if _DENY_SIGN.search(own) and (found := _DENY.search(own)):
        return found.group()
    if (found := _DENY_LEAD.search(text[: scope.start])) and not turned(scope, found.end()):
        return found.group()
    return ""


def _later(scope: Scope) -> str:
    """Look for a later clause that points back (这是误传, 其实不然, 正确答案是 …).

    One with a name or figure of its own speaks of something else.
    """
    said = None
    for a, b in scope.sentence.segments:
        if a < scope.end:
            continue
        clause = scope.text[a:b]
        if found := _points_back(clause):
            return found
        if turn := _IN_FACT.match(clause):
            said = said or _WRITES.search(scope.text[: scope.start])
            if said:
                return turn.group()
    return ""


@lru_cache(maxsize=1024)
def _points_back(clause: str) -> str:
    """Return what in a clause denies what stands before it; the claims of a sentence ask for the same clauses."""
    if _DENY_SIGN.search(clause) and (found := _DENY.search(clause)) and not re.search(r"\ue000|\d{2}", clause):
        return found.group()
    found = (
        _WRONG.fullmatch(clause)
        or _REFUSES.search(clause)
        or _SO_THEY_THINK.search(clause)
        or _RIGHT_ONE.match(clause)
        or _MIXED.match(clause)
        or _AMENDED.match(clause)
    )
    return found.group() if found else ""


def _called_wrong(scope: Scope) -> str:
    """Look for what calls the quoted statement an error: “…”的误会, “…”的说法，… 站不住脚."""
    for pattern in (_ERROR, _PUT_RIGHT):
        if found := pattern.match(scope.text, scope.end):
            return found.group()
    if (found := called(scope)) and _REBUTS.search(scope.text[scope.end + found.end() :]):
        return found.group()
    return ""


def _next(scope: Scope) -> str:
    """Look at the next sentence for an answer or denial, and at the rest of this one where others are the source."""
    opening, found = _opens(scope.follow)
    if found:
        return found
    if distant(scope.text[: scope.start]) and (refuted := _REFUTE.search(scope.text[scope.end :] + opening[:12])):
        return refuted.group()
    return ""


@lru_cache(maxsize=1024)
def _opens(follow: str) -> tuple[str, str]:
    """Return how the next sentence opens, and what in that denies the sentence before it."""
    opening = re.split(r"[。！？!?\n]", follow)[0][:40]
    if found := _ANSWER.match(follow):
        return opening, found.group()
    if _BACK.match(opening) and (found := _DENY.search(opening)):
        return opening, found.group()
    if len(opening) < 8 and (found := re.match(r"不实|假的|错[误的了]?|不对|谣言|误传|并非如此|纯属", opening)):
        return opening, found.group()
    found = _NOT_SO.match(opening) or _IN_PART.match(opening)
    return opening, found.group() if found else ""

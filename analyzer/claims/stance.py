"""How a clause puts its claim: asserted, asked, supposed, planned, hedged, reported, denied or negated."""

import re
from dataclasses import dataclass

from analyzer.claims.clauses import Sentence
from analyzer.model import Stance

# Cues are closed classes of Chinese function words and verbs of saying; none names a field or a thing.
MAX_TAG = 16  # characters of a tag question (这话对吗 谢谢); a longer clause asks about itself
# A particle of asking at the end of its clause, or of what looks like one (吗 谢谢); 没有 at the very end asks too.
_PARTICLE = re.compile(
    r"(?:吗|么|嘛|不成)(?=$|[\s，,。！!？?~～…”\"』」）)])|(?:呢|吧)(?=$|[。！!？?”\"])|(?:了没有|没有|了没)[？?]?$|真的假的"
)
_OR_NOT = re.compile(
    r"[^，,。；;]{0,6}?没有?(?:\s*(?:谢谢|求[^，,。]{1,4}|在线等|急)[^，,。]{0,4})?$"
)  # S支持V没有 谢谢
_TAG = re.compile(
    r"(?:是真的|真的|对|是这样|靠谱|可信|属实|正确|没错|可靠|准确)(?:吗|么|嘛)|是不是真的|真的假的|对不对|是真是假|是吗|对吧|是吧|[你您](?:信|觉得)[^，。]{0,4}吗|[你您](?:还是)?[^，。]{0,3}信不信|[你您]信还是不信"
)
_ASKED_BY = re.compile(
    r"难道|怎么可能|有人问|请问|想知道|想问|问一下|咨询|不知道?(?!不觉)[^，,]{0,6}是不是|为啥|为什么"
)
_NOT_OR = re.compile(r"(?:都|也|仍|依然|最后|最终|毕竟|终究|终归|总归)还是")
_ASK = re.compile(
    r"是不是|是否|有没有|能不能|会不会|算不算|属不属于|可不可以|要不要|该不该|上不上|([\u4e00-\u9fff])不\1(?![\u4e00-\u9fff]?不)|到底|究竟|难道|怎么可能|"
    r"怎么会|岂|何以|(?<![一-鿿])为何|为什么|为啥|凭啥|凭什么|哪(?:家|个|里|儿|些|种|款|一|所|部|位|年|国|座)|什么(?!的)|谁(?!都|也)|多少(?!有)|"
    r"几(?:年|个|家|岁|天|号)(?:前|后)?[？?]|如何|怎样|怎么"
)
_NEGATOR = re.compile(
    r"并不是|并非|绝非|绝不是|从来不是|从不是|不再是|不再|不是|不属于|并不|从未|从来不|从不|绝不|没有|没|未曾|未(?!来|必|经)|不会|不能|不|非(?!常|典型|洲)|无(?!论|疑|需|不)|"
    r"(?:子虚乌有)"
)
_NOT_ASK = re.compile(
    r"(?:不是|没有|算不上|谈不上|并非)(?:一[个种款])?什么|无论|不管|不论|谁都|谁也|什么都|怎么都|不知不觉|没什么|多少有"
)
_OR = re.compile(r"(?<!仍)(?<!也)还是")
_IF = re.compile(
    r"要求(?=[《“\"]?\ue000\ue001*[》”\"]?[^，,。]{0,10}(?:达到|不低于|不少于|至少))|如果|假如|倘若|假使|假设|若是|要是|万一|倘使|假若|一旦|除非|只要|即使|即便|(?<![\u4e00-\u9fff\d])就算|哪怕|(?<![\u4e00-\u9fff])若(?!干)|如若|倘|的话(?=[，,。！]|$)"
)
_IF_END = re.compile(r"的话[，,。！”]?$|的时候[，,]?$")
_PLAN = re.compile(
    r"(?:推荐|建议|提议|希望|盼望|呼吁|主张|邀请|想让|要求)(?=[^，。]{0,4}(?:由|让|请))|规划(?:建设|新建|修建|建)?(?:有|了)?(?=[\d一二两三四五六七八九十])|拟(?!人|态|合)|计划(?:于|在|将|把|由|明年|后年|今年|下|年内|近期|未来|到)|预计|有望|即将|将要|打算|准备(?:在|于|由|将)|考虑(?:过)?|未来(?!的)|尚未|筹备中|定档|最[快迟晚](?=\d|将|于|在|明年|后年|下半年|年底)|"
    r"将(?=于|在|成为|并入|由|会|推出|上映|上线|播出|首播|登陆)|有意|待定|正(?:在)?(?:研究|酝酿|讨论|商议|谋划|推动)(?!出)"
)
# 将 right before the verb is the future; before a noun it is a preposition (将 V 收购).
_WILL = re.compile("(?<![即就])将(?:会|要)?(?:正式|陆续|全面|逐步|率先|首次|统一)?$")
# 等待期将缩短到 V: the change is still to come.
_WILL_BE = re.compile(
    "(?:也|都|还|拟|预计|有望|或|料|可能)?(?:将(?:会|要|被)?|要|就要|快要)(?:逐步|统一|正式)?[\u4e00-\u9fff]{1,3}[至到为成]"
)
_HEDGE = re.compile(
    r"可能|或许|也许|似乎|疑似|据说|听说|好像|应该是|恐怕|传闻|据传|貌似|大概是|或是|仿佛|说不定|未必|不确定|有待"
)
_NOT_HEDGE = re.compile(r"不可能|尽可能|可能性")
_SAY = re.compile(
    r"(?:咬定|号称|坚称|扬言|告诉(?:我们?|记者|大家)|(?:外界|坊间|网上|网友们?|有人|他人|媒体|民间|世人)所(?:说|传|称|谓|言)|跟我说|吐槽|抱怨|放话|标注(?:着|为)?|宣传说?|(?<![全简又俗别统人名堪自职尊昵著号])[声宣]?称|表示|认为|指出|"
    r"透露|爆料|坦言|强调|回应|介绍说|说道|写道|直言|猜测|推测|质疑|留言|评论说|网传|有人说|有人称|"
    r"有文章|有网友|有观点|有说法|有资料|有媒体|不少人说|很多人说|坊间|流传|相传|据[^，,。]{1,14}?(?:报道|消息|爆料|透露|称)|"
    r"(?<![据所来小传学解邪假演游劝胡])说(?=[，,：:“\"]|[^，,。]{2,}是)|写(?:着|成)|的写|(?:[答问笑叹喊写回讲念补插]道|念|嘀咕|回忆|叹气?|喊|嚷)(?=[，,]?[：:“\"「]))"
)
# 朋友说|微粒贷是京东的: right before what is said. 可以说, 也就是说, 如果说 report nobody.
_SAYS = re.compile(r"(?<![据所来小传学解邪假演游劝胡以是话该再听么果虽若])说(?:过|道)?$")
_NARRATOR = re.compile(
    r"(?:需要?|必须|应当|应该|值得|不得不|有必要)(?:再|特别|着重|首先)?(?:说明|指出|强调|注意|提醒|一提)|小编|笔者|我们|本文|本人|据了解|据悉|资料显示|数据显示|公开资料|官网|公告|条例|规定|被称|人称|简称|全称|又称|俗称|统称|著称|昵称|职称|人称|自称是|名称|称为|称之"
)
_DENY = re.compile(
    r"(?:不要|切勿|别)(?:轻易?)?相?信(?!其他|其它|别的|任何|陌生|他人|别人)|(?<![别勿要会易])(?:弄混|搞混|弄错|搞错)|(?<![可能要应宜别勿易会])混淆|未(?:得到|经)(?:任何)?证实|没有得到(?:任何)?证实|"
    r"[答说记写认算印标听念猜看抄]错(?!过|综|落|开|位)|(?:没有?|未能?|查无|[找查]不到)(?:[找查见]到)?(?:任何)?(?:出处|来源|佐证)|骗骗|忽悠|糊弄|蒙人|唬人|骗人|直?摇头|哭笑不得|嗤之以鼻|玩笑|别闹|胡说|瞎说|瞎编|常识性错误|站不住脚|(?:没有|缺乏|找不到|拿不出)(?:任何|什么|可靠的?|确凿的?|科学的?|充分的?|一点)*(?:根据|依据|证据)|毫无根据|无稽之谈|不攻自破|"
    r"[误错][记认写传说读当判]成|[把将][^，,。]{1,16}[说写记传认读念]成|(?:并|查)?无此事|没有(?:此事|这回事)|谣言|不实|误传|辟谣|另有其(?:人|主|事)|误区|假消息|假新闻|子虚乌有|毫无依据|(?:不符合|有违|背离)(?:事实|实情)|与(?:事实|实际|实情)[^，,。]{0,4}(?:不符|相悖|有出入)|并非事实|不是事实|并不属实|不属实|纯属(?!正常|自愿|偶然|个人)|误导(?=$|[，,。！!”])|"
    r"是(?:完全)?错(?:误)?的|(?:系|是|属于?|为)[^，,。]{0,4}(?:错误|失误|差错)(?![的率])|(?:系|是|属于?|为)(?:一?[个种次处])?(?:笔误|口误|讹误|误记|误写|误植|误读|误会|谬误|过时的?(?:信息|消息|数据|说法|资料|内容))|不正确|说法(?:有误|错误|不对|站不住脚)|不靠谱|以讹传讹|张冠李戴|(?<![可能要应宜别勿])混为一谈|误解|不准确|大错特错|根本不是(?:这样|那么回事)|是假的|"
    r"(?:这|此|那)(?:话|[种个类]?(?:说|写|讲|叫|提)法|[种个类]?观点|[种个类]?表述|一说)(?:其实|显然|当然|明显|根本|实在|可)?(?:并不|不太|不够|不|欠)(?:对|严谨|准确|科学|全面|正确|可信|可靠|恰当|妥当|妥|属实|成立|合理)|"
    r"(?:这|此|那)(?:显然|当然|其实|明显|肯定|完全|根本|并)?(?:不对|不成立|有误|是错|错了|不是真的|不是事实)|"
    r"是错的|以讹传讹|闹(?:了)?(?:个)?(?:大)?笑话|其实不然|并非如此|事实并非"
)
# Who is concerned has spoken: …，官方已经辟谣.
_REFUSES = re.compile(
    "(?:官方|公司|方面|本人|当事人|当事双方|双方|两人|他们?|她|团队|发言人|有关部门|\ue000\ue001*)[^，,。]{0,6}(?:辟[过了]?谣|否认|澄清)[^，,。]{0,6}[。！!]?$"
    "|(?:对此|予以|早就|早已|已经?|出来|随即|随后|当即|均|纷纷)[^，,。]{0,4}(?:辟[过了]?谣|否认|澄清|驳斥)[^，,。]{0,4}[。！!]?$"
)
# A clause that is nothing but a verdict: “…”，错。
_WRONG = re.compile(
    '[”"』」]?(?:这[是就]?|那[是就]?)?(?:完全|显然|当然|大)?(?:错|不对|假|误|谣|错误|有误|不是)(?:了|的)?[。！!…]*'
)
_BELIEVE = re.compile(
    r"更?离谱的?[是：:]|更离谱|[可荒][笑唐]的是|吐槽|打假|挑个?错|谎称|诈称|诡称|谎报|讹传|误以为|误认为|以为|[误错][记认写传说读当判][成为作]|[把将][^，,。]{1,20}[记写说认传搞弄][成错]|误当成|当成|误会(?=[成是为])|误解为|错当|误写"
)
_TURN = re.compile(
    r"^[”\"』」]?(?:但|而|可|不过|然而)?(?:其实|实际上|事实上|实则|但|然而|不过|而是|真相是|正确的|真实的|准确地说|准确来说|确切地说|真相|正确答案|实情是|"
    r"严格来说|说到底|后来证实|经查|经核实|官方)"
)
_NOT_NEGATOR = re.compile(
    r"不仅|不但|不只|不光|不单|不得不|不少|不断|不久|不同|不过|不限|不愧|不料|不妨|不论|不管|不可否认|不容|不错|不可或缺|不可不|不外乎|不由|不免|非常|非营利|非盈利|"
    r"无论|无疑|未来|没想到|没错|没有之[一前]|不已|不止|不乏|不得|不一样|不要|不用|不必|不知"
)
_PAST = re.compile(
    r"曾(?!孙|祖|经理)|当时|早年|早期|此前|之前|以前|过去|最初|起初|原先|原来(?!是)|早些年|那时|昔日|前身|(?<![\u4e00-\u9fff])原(?=[\u4e00-\u9fff])"
)
# A clause that only says when something else was (效力于 V 时，…).
_MEANWHILE = re.compile(
    '[》”"』」]?(?:时(?![尚间代])|期间|时期|的时候|那年|那时|的(?:日子|时代|岁月|年代|时光|历史|阶段|往事))'
)
# A clause that is nothing but a time of the past (在此之前，…; 三年间，…).
_ONCE = re.compile(
    r"(?:而|但|就)?在?(?:此前|[此这那]之前|之前|以前|早先|早年间?|当年|当时|当初|那时候?|那会儿|那[几些]年|过去|从前"
    r"|[一二两三四五六七八九十几数\d]+年间|[^，,。]{2,14}(?:之前|以前)|[^，,。]{0,10}(?:之初|初期|伊始)|[^，,。]{0,6}(?:头|前)[一二两三四五六七八九十几\d]+年|[一二两三四五六七八九十几数百\d]+多?年(?:之|以)?前)[里中]?"
)
# Right before a role: the one who had it (前主教练, 首任院长).
_FORMER = re.compile(r"(?:(?<![之以目当向提])前|原|前任|首任|历任|时任|首届|第[一二三四五六七八九十\d]+任)$")
# 也有人说, 有的文章写: the article keeps its distance from what it lists as a saying of others.
_DISTANT = re.compile(
    r"(?:也有|还有|有的|有些|一些|个别|另有|有人|有网友|有资料|有文章|不少|很多|许多)[^，,。]{0,8}?"
    r"(?:说|称|写|认为|传|觉得|指出|提到|宣传|介绍)"
)
# Somebody without a name says it: 有营销号写, 有药师在直播里讲.
_SOMEBODY = re.compile(
    r"(?<![没所具拥占享含设带只还])有(?!限|关|效|时)[^，,。；;：:的是\ue000]{1,9}?"
    r"(?:说(?![明法到])|称(?![为号作之])|写(?![字作])|讲(?![究座])|认为|爆料|透露|宣传|回答|怀疑|质疑|猜|推测|断言|坚持|主张|反映|发帖|传(?![统媒播承]))"
)
# 很多人就这么以为: what stands before it is what they think.
_SO_THEY_THINK = re.compile(r"(?:这么|这样|那么|如此)(?:以为|想|传|误传|理解|记)(?!要)")
# “…”的传闻: a quotation that is called a rumour or a saying.
_CALLED = re.compile(
    r"^[^“”\"，,。]{0,6}这[种类样](?:的|话)?(?:说法|帖子|言论|传言|文章|视频|谣言)"
    r"|^[^“”\"]{0,4}[”\"』」][，,]?(?:的|这[个种类一]|之类的?|此类)*(?:一说|之说|一事|说法|传闻|传言|谣言|流言|言论|帖子|消息)"
    r"|^的(?:这[种个一])?(?:说法|传闻|传言|谣言|流言|言论|论调|谣传)"
)
_REBUTS = re.compile(
    r"否认|辟谣|澄清|误导|驳斥|批驳|反驳|无中生有|子虚乌有|断章取义|假|谣|居然|竟|离谱|荒谬|荒唐|可笑|不成立|站不住|不可信|不靠谱|不对|错"
)
# 有人说是 A，也有人说是 B: the article leaves it open.
_VOICES = re.compile(
    r"有(?:的|些)?(?:人|网友|文章|资料|读者|用户)[^，,。]{0,4}(?:说|称|认为|觉得|讲|传)|(?<=，)有的(?:说|称|认为)"
)
_REFUTE = re.compile(
    r"其实|实际上|事实上|核实|那是(?:把|误|混|错)|没有?更新|未更新|旧资料|老皇历|违法|违规|差了|连[^，,。]{1,8}都[没不]|并不|不对|错|误|老规定|早已|过时|不准确|真相|准确地说|没有依据|没有根据|站不住脚|纯属|不是这样"
)
# Words that put what follows them down as false: 误传…, 谣言称….
_DENY_LEAD = re.compile(
    r"(?:误传|谣传|谣言|不实(?:消息|信息|传言))(?:称|说|是|：|:|，)?[“\"]?$|(?:网传|传言|所谓)[^，,。]{0,4}[“\"][^”\"]*$"
)
_LABEL = re.compile(r"(?:常见)?(?:谣言|误区|传言|误传|流言|假消息)[一二三四五六七八九十\d之]*[:：]")
_BACK = re.compile(
    r"(?:但|而|其实|不过|当然|显然)?(?:这|此(?![前外后时次间刻])|上述|该|以上|那(?![时么年天]))|(?:当然|显然|其实|实际上|纯属|完全)"
)
_NOT_SO = re.compile(
    r"(?:但|而)?(?:其实不然|其实并非|显然不可能|不可能|事实并非如此|并非如此|恰恰相反|显然不是|当然不是|别闹了|其实不是|大错特错|这是错的)"
)


@dataclass(frozen=True, slots=True)
class Put:
    """The stance of a claim, the words that decided it, and how often the predicate is negated."""

    stance: Stance
    cues: tuple[str, ...]
    negations: int
    past: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """What a claim's stance is read from: offsets of the sentence's masked text.

    ``start:end`` is the statement proper (value and cue, with the subject where it stands in the same clause),
    ``clause`` the clause that holds it, ``follow`` the next sentence, ``lead:cue`` the stretch in which a negation
    turns the predicate.
    """

    sentence: Sentence
    start: int
    end: int
    clause: tuple[int, int]
    lead: int
    cue: int
    cue_end: int
    follow: str

    @property
    def text(self) -> str:
        """The sentence with its names masked."""
        return self.sentence.masked

    @property
    def own(self) -> str:
        """The clause of the statement."""
        return self.text[self.clause[0] : self.clause[1]]


def put(
    sentence: Sentence, span: tuple[int, int], cue: tuple[int, int], lead: int, follow: str, negated: int | None
) -> Put:
    """Return how a claim is put. ``span`` is the statement, ``cue`` its cue, ``lead`` where the predicate begins.

    ``follow`` is the next sentence (a denial may stand there), ``negated`` the count of negators where it is known.
    """
    first = sentence.segments[sentence.segment_at(span[0])]
    last = sentence.segments[sentence.segment_at(max(span[0], span[1] - 1))]
    scope = Scope(sentence, span[0], span[1], (first[0], last[1]), min(lead, cue[0]), cue[0], cue[1], follow)
    own = sentence.segments[sentence.segment_at(cue[0])]
    # What comes after the statement (…的创始人 V 曾多次…) says nothing of its time.
    past = bool(_PAST.search(sentence.masked[own[0] : max(span[1], cue[1])]))
    past = past or bool(_MEANWHILE.match(sentence.masked, span[1]) or _FORMER.search(sentence.text[: cue[0]]))
    before = [sentence.masked[a:b] for a, b in sentence.segments if b <= own[0]]
    past = past or bool(before and _ONCE.fullmatch(before[-1]))
    negations = count_negations(sentence.masked[scope.lead : scope.cue]) if negated is None else negated
    for read in (_denied, _asked, _supposed, _planned, _reported, _hedged):
        found = read(scope)
        if found:
            return Put(found[0], (found[1],), negations, past)
    if negations == 1:
        return Put(Stance.NEGATED, ("不",), 1, past)
    return Put(Stance.ASSERTED, (), negations, past)


Hit = tuple[Stance, str]


def count_negations(text: str) -> int:
    """Return how many negators a stretch of text has; 不仅, 不得不 and the like are none."""
    return len(_NEGATOR.findall(_NOT_NEGATOR.sub("", text)))


def turns(text: str) -> bool:
    """Return whether a clause turns to what is true: 其实 …, 实际上 …, 准确地说 …"""
    return bool(_TURN.match(text))


def _turned(scope: Scope, since: int) -> bool:
    """Return whether a clause between a cue that ends at ``since`` and the statement turns to what is true."""
    return any(turns(scope.text[a:b]) for a, b in scope.sentence.segments if since <= a <= scope.start)


def _denied(scope: Scope) -> Hit | None:
    text = scope.text
    if found := _LABEL.match(text):
        return Stance.DENIED, found.group()
    if (found := _BELIEVE.search(text[: scope.start])) and not _turned(scope, found.end()):
        return Stance.DENIED, found.group()
    if found := _DENY.search(scope.own):
        return Stance.DENIED, found.group()
    if (found := _DENY_LEAD.search(text[: scope.start])) and not _turned(scope, found.end()):
        return Stance.DENIED, found.group()
    # A later clause that points back (这是误传, 其实不然) denies what stands before it; one with a name or figure of
    # its own speaks of something else.
    for a, b in scope.sentence.segments:
        clause = text[a:b]
        if a >= scope.end and (found := _DENY.search(clause)) and not re.search(r"\ue000|\d{2}", clause):
            return Stance.DENIED, found.group()
        if a >= scope.end and (found := _WRONG.fullmatch(clause)):
            return Stance.DENIED, found.group()
        if a >= scope.end and (found := _REFUSES.search(clause) or _SO_THEY_THINK.search(clause)):
            return Stance.DENIED, found.group()
    if (found := _CALLED.match(text[scope.end :])) and _REBUTS.search(text[scope.end + found.end() :]):
        return Stance.DENIED, found.group()
    opening = re.split(r"[。！？!?\n]", scope.follow)[0][:40]
    if _BACK.match(opening) and (found := _DENY.search(opening)):
        return Stance.DENIED, found.group()
    if len(opening) < 8 and (found := re.match(r"不实|假的|错[误的了]?|不对|谣言|误传|并非如此|纯属", opening)):
        return Stance.DENIED, found.group()
    if found := _NOT_SO.match(opening):
        return Stance.DENIED, found.group()
    if _distant(text[: scope.start]) and (found := _REFUTE.search(text[scope.end :] + opening[:12])):
        return Stance.DENIED, found.group()
    return None


def _distant(lead: str) -> re.Match[str] | None:
    return _DISTANT.search(lead) or _SOMEBODY.search(lead)


# A prepositional phrase or verb after 还是 goes on with the one statement: 还是由 V 生产, 还是属于 V.
_STILL = re.compile("由|被|在|从|按|用|归|属于|隶属|采用|沿用|执行|叫|以")
_CHOOSES = re.compile("是|为|属于|叫|由|[高低大小多少好坏快慢长短早晚贵]$")


def _choice(scope: Scope) -> re.Match[str] | None:
    """Return the 还是 that asks between two things; after an attribute or before 由 it says that nothing changed."""
    own = scope.own
    for found in _OR.finditer(own):
        ahead = own[: found.start()]
        since = re.split('[\ue000\ue001]+[》”"』」]?', ahead)[-1]
        if not since and _STILL.match(own, found.end()) and not _CHOOSES.search(ahead):
            continue
        told = scope.clause[0] + found.start()
        if (
            since
            and not _CHOOSES.search(ahead)
            and (told == scope.cue_end or since.endswith("的"))
            and scope.end > told
        ):
            continue
        return found
    return None


def _asked(scope: Scope) -> Hit | None:
    text, own = scope.text, scope.own
    rest = text[scope.start : scope.clause[1] + 1]
    if found := _PARTICLE.search(rest):
        return Stance.QUESTION, found.group()
    if found := _OR_NOT.match(text, scope.end, scope.clause[1]):
        return Stance.QUESTION, found.group()
    asked = _ASK.search(own)
    if asked and not _NOT_ASK.search(own):
        return Stance.QUESTION, asked.group()
    if (found := _choice(scope)) and not _NOT_OR.search(own):
        return Stance.QUESTION, found.group()
    final = scope.sentence.segments[-1]
    if re.search(r"[？?][”\"』」）)\s]*$", text) and (final[0] < scope.clause[1] or _OR.search(text[scope.end :])):
        return Stance.QUESTION, "？"
    tag = text[final[0] :] if final[0] >= scope.end else text[scope.end :]
    if len(tag) <= MAX_TAG and (found := _TAG.search(tag)):
        return Stance.QUESTION, found.group()
    if (found := _TAG.search(scope.follow[:12])) and len(scope.follow) < 14:
        return Stance.QUESTION, found.group()
    if len(voices := _VOICES.findall(text)) > 1:
        return Stance.QUESTION, voices[0]
    if found := _ASKED_BY.search(text[: scope.start]):
        return Stance.QUESTION, found.group()
    return None


def _supposed(scope: Scope) -> Hit | None:
    text = scope.text
    if found := _IF.search(text[scope.clause[0] : scope.end]) or _IF_END.search(scope.own):
        return Stance.HYPOTHETICAL, found.group()
    for a, b in scope.sentence.segments:
        if b <= scope.clause[0] and (found := _IF.search(text[a:b])):
            return Stance.HYPOTHETICAL, found.group()
    return None


def _planned(scope: Scope) -> Hit | None:
    found = _PLAN.search(scope.text[scope.clause[0] : scope.end])
    found = found or _WILL.search(scope.text[scope.clause[0] : scope.cue])
    found = found or _WILL_BE.match(scope.text, scope.cue_end, scope.end)
    return (Stance.PLANNED, found.group()) if found else None


def _reported(scope: Scope) -> Hit | None:
    lead = scope.text[: scope.start]
    for found in _SAY.finditer(lead):
        around = lead[max(0, found.start() - 6) : found.end() + 2]
        narrated = _NARRATOR.search(around) and not found.group().startswith("告诉")
        if not narrated and not _turned(scope, found.end()):
            return Stance.ATTRIBUTED, found.group()
    if (spoken := _SAYS.search(lead)) and not _NARRATOR.search(lead[-12:]):
        return Stance.ATTRIBUTED, spoken.group()
    if called := _CALLED.match(scope.text[scope.end :]):
        return Stance.ATTRIBUTED, called.group()
    distant = _distant(lead)
    if distant and not _turned(scope, distant.end()):
        return Stance.ATTRIBUTED, distant.group()
    return None


def _hedged(scope: Scope) -> Hit | None:
    if found := _HEDGE.search(_NOT_HEDGE.sub("", scope.own)):
        return Stance.HEDGED, found.group()
    found = re.search(r"据说|听说|据传|传闻|疑似|似乎", scope.text[: scope.start])
    if found and not _turned(scope, found.end()):
        return Stance.HEDGED, found.group()
    return None

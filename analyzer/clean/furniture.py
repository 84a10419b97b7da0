"""Lines that a site may put on all of its pages: what a page tells of them, and what such a line must never be.

That many pages have a line does not make it furniture: a farm puts one claim into every page of a site. So only a line
counts that says nothing about the world. Every clause of it has to be furniture by its form: it turns to the reader
(关注我们, 转载请注明), it is a label with a name or number (编辑:…, 热线:…), or it is about the page itself
(本站…版权). One clause more, or one word that claims are made of, and the line stays.

All patterns read folded lines (simplified script, half width, lower case) and hold general words of Chinese web
templates: no name of a site, product or person, no word of a trade. Repeated groups of words are possessive: text is
hostile, and a word that can be read in two ways would double the work each time it stands there.
"""

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from xxhash import xxh3_64_intdigest

from analyzer.clean.draft import shape
from analyzer.clean.page_words import topic_of
from analyzer.fold import fold
from analyzer.words import tagged


class Form(IntEnum):
    """What a line is by its form, the surest last.

    A SLOGAN or CONTACT counts only at the edge of a text and where most pages have it, a SIGNATURE or row of keywords
    only at the edge (inside it may be a list of facts), a CALL to the reader or a line about the page also inside the
    text where most pages have it (else it may be a step of an instruction).
    """

    OTHER = 0
    SLOGAN = 1
    CONTACT = 2
    SIGNATURE = 3
    CALL = 4


# A line of furniture is short: longer ones are paragraphs. Tokens.
_LONGEST = 60
# Letters of the shortest line that counts: shorter ones (全文, 分享) are everybody's.
_SHORTEST = 4
# A site's name of one character would be a part of other words.
_SHORTEST_NAME = 2
# So many words, each of at most so many letters, make a row of keywords.
_WORDS, _WORD = 3, 6
# The most letters of a person's name, an account's, a site's, a place's, and of a slogan's clause.
_PERSON, _ACCOUNT_NAME, _SITE, _PLACE, _CLAUSE = 4, 6, 8, 24, 16
# Of what a slogan puts behind 的.
_HEADED = 6
# Lines that a page tells of, the last ones.
_MOST = 16

# What is said by a fact's sentence: a measure, a law, a copula, who made or owns it, what may or must be done.
_MEASURE = re.compile(
    r"\d(?![期号楼室])[\u4e00-\u9fff]|\d\s*(?:%|‰|[十百千万亿]|元|块|角|年|个|月|日|天|周|倍|人|名|位|家|条|款|项|岁|分|秒|点|折|次|种|成|"
    r"小时|公里|米|平|吨|斤|克|度|寸|字|篇|集|届|国|省|市|区|县|城)"
    r"|[一二三四五六七八九十百千万亿两几半]\s*(?:%|[百千万亿]|元|块|角|年|个月|周|倍|人|名|家|条|款|项|岁|秒|折|次|种|成|小时)"
    r"|百分之|万分之|千分之|[《》<>]|第\s*[一二三四五六七八九十百零\d]+(?!期)"
)
_CLAIM = re.compile(
    r"是|为|由|(?<![关源对])于|产自|出自|最(?!新|后|热|近)|等(?!你|您)|属|归|在(?!看|评论|留言|文末|下方|上方|这里|线|此|公众号|后台|微信|身边|路上|搜|一起)|旗下|名下|麾下|所有|所在|就在|而成|即|(?<![联关])系(?!列|统)|乃|叫|称|名为|(?:是|特|泛|专|即|统)指|指的|相当|"
    r"成立|创立|创办|创建|创始|设立|组建|推出|发行|运营|经营|开发|研发|出品|制造|生产|打造|建造|位于|坐落|地处|总部|"
    r"收购|控股|持股|入股|投资|公司的|集团的|前身|原名|曾|已|将|会(?!员)|能|可|应(?!用)|须|必(?!究)|不|没|无|未|非|莫|"
    r"被|把|使|因|但|却|而|则|若|虽|根据|按照|规定|超|达|低于|高于|(?<![发寄投])至|始于|起于|含|拥有|具有|具备|包括|"
    r"支持(?!我们|一下|下)|适用|取消|停止|暂停|关闭|上市|上线|下架|获得|荣获|当选|出生|去世|毕业"
)
# These say nothing of the world although they have such words.
_HARMLESS = re.compile(
    r"(?:7\s*[x*×]\s*)?24\s*小时|二十四小时|不(?:迷路|走丢|走散|定期|错过|断|要错过|容错过|见不散|代表|得|允许)|"
    r"(?:将|会)?(?:在)?第一时间|未经|著作权归\w{0,6}所有|版权所有|"
    r"版权均?(?:归|属)于?(?:原作者|作者|本\w{1,4})?(?:及原出处)?(?:所有)?|"
    r"可以?(?=快速|一键|免费|订阅|关注|扫|长按|点击|添加|拨打|联系|搜索|加|在评论|留言|转发|投稿)|为(?:您|你|大家|准)|来自(?:网络|互联网)|"
    r"未完|不错|尽在本站|不(?:懂|明白|清楚|了解)的|已?同步[至到]|由本站(?=.{0,4}(?:整理|带来|为|发布|原创|编辑|推送))|"
    r"设为星标|与本(?:站|网|号|平台|公众号)无关|就?是对(?:小编|我们|我|作者)最大的(?:支持|鼓励)|"
    r"本文首发于|\w\w不易|非商业|获得授权|已获?授权|本文(?:为|系)(?=作者|博主|原创|本站|本号|转载)|会(?:及时|尽快)?回复|"
    r"公众号|系(?=网络|网友|转载)|如果?(?=觉得|喜欢|需|有|您|你|想|对)|未注明|必究|应用|学会|因为有你|"
    r"无特[殊别](?:说明|注明)|能够?(?=帮到|帮助到?(?:您|你|大家))|(?:转载|来源|来稿|投稿|引用).{0,2}须|"
    r"以上就?是(?=本期|今天|今日|本文|我们|小编|全部|这期|关于)|这里是(?=.{2,12}(?:栏目|频道|节目|专栏))"
)

_MARKS = r"[>▲▼△▽↑↓★☆◆◇●○■□※*#=+~·\-–—_→←↗☞👇👆🔥✅【】\[\]()《》…\s]"
_AROUND = re.compile(rf"^{_MARKS}+|{_MARKS}+$")
_CLAUSES = re.compile(r"\s*(?:[,;。!?、|~丨│…]|(?<=[\u4e00-\u9fff])\s*/|(?<=\D):|:(?=\D)|--+|—)+\s*|\s+")
# What only names: a name in brackets, an account's id behind its name.
_BRACKETS = re.compile(r"【([^】]{1,10})】|「([^」]{1,10})」")
# Two of them make a signature without colons: 编辑王芳 校对小林.
_JOINED = re.compile(
    r"(?:^|(?<=\s))(责任编辑|编辑|责编|校对|审核|审校|记者|通讯员|供图)(?=[\u4e00-\u9fff]{2,3}(?:\s|$))"
)
_ID = re.compile(r"(?<=\w)\((?:(?:id|微信号?)?:?\s*[a-z0-9_.-]{2,30}|同(?:微信|号|微))\)")
_COLONS = (":", "/", "|", "丨")
_SAID = (":", "?", "!", "。")  # behind these stands no name
_EMPTY = re.compile(rf"(?:{_MARKS}|[a-z0-9@./:_+&?%])*")
_QUOTES = re.compile(r"[“”\"'「」『』]")

_POLITE = (
    r"(?:(?:敬请|烦请|恳请|请|热烈欢迎|欢迎|赶快来|赶快|赶紧|快来|快|记得|别忘了?|不要忘记|"
    r"麻烦|也|还|都|您|你|大家(?!好)|各位(?!.{0,6}好)|朋友们?(?!好)|亲们?|"
    r"读者(?:朋友)?们?(?!好)|网友们?|广大(?:读者|网友|用户|朋友)?|如(?:果|需|有|欲|要)?|"
    r"若(?:需|有)?|想[要看]?|要|需要?|喜欢|觉得(?:有用|不错|好看?|有帮助|实用|有收获|有道理)?|有用|"
    r"的话|就|来(?!到|稿|源)|动动手指|动动小手|顺手|随手|并|和|与|及|或者?|再|先|一键|了解|"
    r"获取|查看|阅读|收看|知晓|掌握|领取|以?获得|在?(?:微信|微博|手机|文末|下方|上方|评论区|"
    r"底部)[里中上端]?|打开|使?用|通过|对?(?:本文|这篇文章)|文章|内容|好了|那么|最后|看完|读完|看(?=更多|精彩|全文)|有收获|有事|持续|继续|长期|随时|的朋友|非?商业|有(?:问题|疑问|想法|建议)|"
    r"对(?:你|您|大家)有所?(?:帮助|用|启发|收获)|在(?:评论区|后台|文末))\s*)*+"
)
_MORE = re.compile(r"\w{1,4}更\w{1,3}")  # 生活更轻松
_SAYS_NOTHING = re.compile(
    rf"{_POLITE}|本站|(?:特别|郑重|版权|免责)?声明|(?:温馨)?提示|注意?|备注|ps|今日互动|互动话题|end|完|全文完"
)
# A condition states nothing either: 如果您有任何问题.
_CONDITION = re.compile(
    r"(?=.*(?:你|您|大家|喜欢|觉得|感觉|帮助|问题|疑问|疑惑|建议|想法|意见|转载|侵权|有用|不足|错误|合作|朋友|同学|小伙伴|读者|网友))"
    r"(?:(?:如果|倘若|要是|假如|如[有需您你对能]|若[有需您你对能]?).{1,16}|有.{1,16}的(?:朋友|同学|小伙伴|读者|网友|地方))"
)
_OURS = (
    r"(?:我们|我|小编|站长|本(?:站|网|号|公众号|刊|报|栏目|平台|频道|院|所|台|社|局|人|店|账号)|"
    r"(?:官方)?(?:微信)?(?:公众号|订阅号|服务号|视频号|小程序)|"
    r"(?:官方)?(?:微信|微博|抖音|头条|百家|知乎)(?:号|群|平台|账号)?|企鹅号|客户端|app|官方网站|官网|网站|频道|栏目|专栏|"
    r"社群|交流群|读者群|粉丝群|qq群?|二维码|主页|博客|账号|专题|系列)"
)
_ACT = (
    r"(?:点?关注|加入|订阅|收藏|点个?赞|点个?在看|在看|转发|分享|评论|留言|打赏|赞赏|投币|三连|(?:设为|加)?星标|置顶|转载|摘编|引用|投稿|"
    r"来稿|供稿|爆料)"
)
_READ = (
    r"(?:资讯|内容|信息|知识|文章|新闻|精彩|干货|故事|视频|资料|详情|好文|攻略|案例|动态|话题|消息|报道|课程|问答|好书|"
    r"活动)"
)
_CALL = re.compile(
    _POLITE
    + "(?:"
    + "|".join(
        (
            r"(?:长按|扫描?|扫一扫|扫码|识别).{0,12}(?:关注|加入|进群|入群|订阅|识别|咨询我们|添加).{0,10}",
            r"(?:长按|扫描?|扫一扫|识别).{0,8}(?:二维码|小程序码)",
            r"点(?:击|一下|开|个)?(?:下方|上方|左下角?|右上角?|右下角?|左上角?|文末|底部|顶部|标题|蓝字|蓝色字?|卡片|名片|头像|"
            r"图片|链接|这里|此处|阅读原文|原文|关注|查看更多|查看原文|了解更多|订阅|收藏|在看|赞|星标|小星星|好看).{0,14}",
            rf"(?:关注|订阅(?!号)|收藏|添加|加入|加|搜索?|收听|下载|安装|进入|登录|访问|浏览|锁定|走进|联系|咨询|私信|支持).{{0,8}}"
            rf"{_OURS}.{{0,14}}",
            rf"{_ACT}(?:(?:和|与|及|加|\+|、)?{_ACT})*+(?:(?:一下|吧|哦|哟|啦|本文|本站|给|到|我们|请|时|须|需|信箱|邮箱|讨论|"
            r"交流|互动|区|支持|鼓励|更多|获取|了解|再走).{0,16})?",
            rf"(?:更多|全部|往期|历史)的?(?:\w{{0,6}}{_READ}(?:回顾|推荐|分享|查看|阅读)?.{{0,3}})?",
            r"往期(?:回顾|推荐|精选|精彩).{0,4}",
            r"(?:加入|进入|进).{0,8}(?:群|社群|圈子|会员|我们)(?:交流|学习|讨论|互动)?",
            r"(?:关注|搜索?|订阅|认准)[“\"'「『【\[(][^”\"'」』】\])]{2,16}[”\"'」』】\])].{0,10}",
            r"关注.{1,14}的(?:公众号|博客|微博|专栏|主页|频道|账号|空间)",
            r"(?:马上|一秒)?记住(?:本站|本网|本书)?.{0,6}(?:网址|域名|地址)",
            r"翻(?:页|到下一页)|点击下一页.{0,6}|(?:看|读)到这里了?|看到.{0,6}回复",
            r"联系.{0,8}(?:授权|同意|许可)|已?获得?(?:作者)?授权|\w\w不易",
            r"(?:怎么看|怎么想|有(?:什么|哪些).{0,10}|去试一?试|试试看?)",
            r"就?是对(?:小编|我们|我|作者)最大的(?:支持|鼓励)",
            r"(?:跟随|跟着)小编.{0,10}|一起来?(?:看看|了解|学习|聊聊).{0,4}",
            r"(?:商务|广告|业务|内容|品牌)合作(?:请.{0,10}|事宜.{0,10})?",
            r"(?:看|读|听)完了?(?:这篇|本|今天的?|以上|上面的?)?(?:文章|文|内容|介绍|分享)?",
            r"(?:发送?|寄|投稿|投)(?:至|到).{0,12}(?:邮箱|信箱|编辑部|公众号|后台)?",
            r"(?:保留|注明|标明|附上|标注)(?:文章|博文|原文)?(?:出处|来源|转自|作者|原文|姓名|单位|联系方式|本文|链接).{0,16}",
            r"(?:感谢|谢谢|多谢|鸣谢)(?:您|你|大家|各位)?的?(?:阅读|关注|支持|收看|观看|收听|浏览|耐心|一路).{0,10}",
            r"(?:感谢|谢谢)(?:您|你|大家|各位|阅读)|感谢.{0,14}(?:支持|关注|厚爱|信任|陪伴|理解).{0,6}",
            rf"尽在.{{0,6}}{_OURS}|已?同步[至到].{{0,4}}{_OURS}|从本站开始|与本(?:站|网|号|平台)无关",
            r"的(?:人|网友|用户|读者)(?:还|也|都)(?:看了?|在看|喜欢|关注)|到(?:此|这里)就?(?:结束|为止)[了啦]?",
            r"(?:今天|今日|本期|这期).{0,6}到(?:这里|这儿|此).{0,3}",
            r"(?:本站|我们)?(?:与|和|跟)(?:你|您|大家)(?:同行|不见不散|相约|一起.{0,6})",
            r"小编.{0,6}[为给](?:您|你|大家).{0,4}(?:分享|整理|推荐|带来|准备|推送).{0,8}",
            r"(?:转|分享|推荐|转发|告诉)(?:给|到).{0,12}(?:朋友圈?|人|家人|亲友|群)(?:吧|哦|看看|知道|看)?",
            rf"(?:第一时间|每天|每日|定期|不定期)?(?:推送|更新|发布|分享|推荐|收到|接收)(?:更多|最新|优质|精彩)?(?:{_READ}|推送)?",
            r"(?:不|别|不要)(?:错过|迷路|走丢|走散).{0,12}",
            r"祝(?:您|你|大家|各位|愿).{1,10}",
            r"(?:以上)?就?是?(?:今天|今日|本期|这期|这次|本次|本文|以上)的?(?:全部)?(?:分享|内容|介绍|节目|解答|文章|话题|推荐)"
            r"(?:就|先|都|的)*(?:到|聊到|讲到|说到|在|为大家)?(?:分享|介绍)?到?(?:这里|此).{0,4}",
            r"以上就?是(?:今天|本期|这期|本次)的?(?:全部)?(?:分享|内容|介绍|节目|推荐)",
            r"(?:我们|咱们)?(?:下期|下次|下回|明天|改天|回头)(?:再见|见|再会|再聊|不见不散)|不见不散",
            r"(?:大家|各位.{0,6}|朋友们|读者朋友们?)好",
            r"来到.{2,10}|(?:我们|咱们)?又见面(?:了|啦)|这里是.{2,12}(?:栏目|频道|节目|专栏)",
        )
    )
    + r")(?:吧|哦|哟|啦|呀|哈|噢|喔|呢)?"
)
_PARTS = (
    r"(?:网站|网|站|公众号|号|刊|报|栏目|平台|频道|内容|图片|图文|图|文章|文|素材|作品|资料|稿件|信息|资源|页面|专栏|"
    r"系列)"
)
_REPRINT = r"(?:转载|使用|复制|摘编|镜像|采集|转发|抄袭|搬运|商用|许可|授权|允许)"
_PAGE = re.compile(
    r"(?:注|声明|特别声明|郑重声明|提示|备注|ps|p\.s\.?)?(?:"
    rf"(?:以上|凡|部分|所有|转载)*+(?:本|此|该|文中|文内|部分|以上|所有)?{_PARTS}++(?:的|内|上|中|均|部分|所有|全部|及|和|与|"
    rf"观点|{_PARTS})*+(?:转载|转自|摘自|整理|综合|改编|选自|节选|来源|源于|源自|来自|版权|著作权|原创|首发|首次发布|编辑|投稿|"
    r"供稿|侵权|仅供|仅限|仅做|仅作|欢迎|如需转载|谢绝|禁止|由?(?:小编|网友|读者)|[为系](?:原创|转载)|"
    r"[为系]?(?:作者|博主)(?:本人|个人|独立)?(?:原创|观点|看法|意见)).{0,16}"
    r"|本章未?完"
    r"|版权(?:均|都)?(?:归|属|所有|声明|说明).{0,14}|著作权归.{0,10}"
    r"|[如若]?(?:有|涉及|存在)?(?:任何)?(?:侵权|侵犯|版权问题|异议|疑问|错误|版权).{0,10}"
    r"(?:联系|删除|告知|处理|必究|反馈|指正|更正|删).{0,10}"
    r"|侵权?(?:必究|必删|立删|即删|速删|删|联删)|违者必究|联系(?:我们)?(?:删除|处理|更正)"
    rf"|(?:未经|谢绝|禁止|严禁|不得|拒绝|请勿).{{0,14}}{_REPRINT}.{{0,6}}|仅供.{{0,6}}(?:参考|学习|交流|阅读|娱乐).{{0,10}}"
    r"|不?代表.{0,14}(?:观点|立场|意见).{0,4}|(?:\w{1,7}[网报社号站刊台线窝])?(?:原创|独家)(?:稿件|文章|作品|内容|首发|发布)"
    r"|(?:文|图文|图片|图|素材|资料)?(?:来源|来自|源自|取自|综合自?)于?(?:网络|互联网|网友).{0,6}"
    r")"
)
# Labels of an editor's desk, and of whom to call. Those of a work (director, author, publisher) are facts.
_WHOSE = (
    r"(?:本文|文章|本期|今日|今天|本条|官方|责任|实习|执行|值班|新媒体|网络|特约|美术|图片|文字|视频|投稿|商务|广告|客服|服务|"
    r"咨询|联系|举报|爆料|监督|新闻|读者|微信|免费|全国|24小时|合作|编辑部|业务|加盟|我们的?)*"
)
_SIGNED = re.compile(
    _WHOSE + r"(?:来源|出处|稿源|"
    r"供稿|编辑|责编|美编|主编|副主编|总编|编审|审核|审校|初审|复审|终审|一审|二审|三审|校对|审稿人?|"
    r"校审|排版|签发|审签|记者|通讯员|值班(?:主任|总编|编委)?|供图|制图|转自|摘自)"
)
# These sign beside an editor; alone they may be a film's or a book's.
_CREDIT = re.compile(
    r"(?:本期|本文|图片|文字|视频)*(?:作者|文|图|图文|文图|文字|图片|撰文|撰稿|摄影|摄像|插图|制作|监制|统筹|策划|播音|主播|"
    r"朗读|翻译|译者|编译|采写|整理|图文整理|设计|剪辑|后期|运营|出品|发布|原标题)"
)
_CONTACT = re.compile(
    _WHOSE + r"(?:栏目|专栏|频道|邮编|地址|联系人|联系方式|工作时间|服务时间|办公时间|公众号|订阅号|服务号|视频号|"
    r"小程序|微博|抖音号?|头条号|百家号|群主|群号)"
)
_NUMBERED = re.compile(
    _WHOSE
    + r"(?:电话|热线|热线电话|手机|手机号|传真|邮箱|信箱|e-?mail|mail|电邮|qq|qq(?:交流|读者|粉丝|官方)?群|微信|微信号|"
    r"vx|v|"
    r"官网|网址|官方网站|网站|合作|投稿|爆料|微信同号|公众号|微博|主页|博客|(?:原文|本文|文章|永久)?(?:链接|地址)|联系我们)"
)
_HASHTAGS = re.compile(r"(?:#[^#\s的了着过\d]{1,6}#?\s*){3,}")
_NO_WORD = re.compile(r"[的了着过\d]")
# Behind these a site's name stands, not a person's.
_FROM = ("来源", "出处", "稿源", "供稿", "转自", "摘自", "供图")
# How a site's name ends.
_SITES = tuple("网报社号站刊台院所局会圈线库屋坊馆窝房志讯")
# Behind these a site's or an account's name stands at the end of a call.
_ACCOUNT = (
    "公众号",
    "订阅号",
    "服务号",
    "视频号",
    "小程序",
    "微信",
    "微博",
    "微信号",
    "客户端",
    "app",
    "头条号",
    "抖音号",
)
_STREET = re.compile(r"[路街巷村镇乡楼栋弄]|大道|大厦|广场|\d号")
_KEYWORDS = re.compile(
    r"(?:本文|文章|热门|相关|推荐|今日|大家|网友|本站|都|在)*(?:标签|关键词|关键字|热词|热搜词?|搜索词?|搜索|tags?|话题|搜)"
)
_ADDRESSED = re.compile(
    r"您|你|我们|咱们|小编|大家|各位|朋友们|每一?[天日晚周刻]|天天|一起|身边|本栏目|本期|下期|再见|晚安|早安"
)
# Verbs of a slogan, which state nothing: the reader and the site do them together. The last three are nouns that the
# word list has as verbs.
_SLOGAN = re.compile(
    r"让|陪|陪伴|伴|伴随|相伴|同行|守护|呵护|服务|学|学习|看|读|读懂|听|听懂|聊|聊聊|谈|说说|讲|懂|了解|走进|走近|爱|爱上|享|"
    r"享受|分享|遇见|相约|成长|开启|进步|关注|阅读|见|再见|来|一起|祝|祝愿|祝福|感谢|谢谢|欢迎|加油|期待|等|等你|希望|想|点|送|带|"
    r"带来|讲述|解读|聊天|喜欢|有|用|做|更新|收看|收听|晚安|提升|发现|倾听|帮助|帮|帮到|解答|答疑|解惑|到来|学会|明白|学到|"
    r"收获|知识|学问|常识"
)
# What a call must name to be a site's own: 打开微信 and 点击右上角 are steps of an instruction as well.
_OF_A_PAGE = re.compile(
    r"关注|订阅|收藏|转载|转发|公众号|点赞|在看|留言|评论|投稿|来稿|本(?:站|文|号|网|刊|报|平台|栏目|频道|章|期)|小编|"
    r"联系我们|蓝字|原文|更多|版权|侵|来源|原创|星标|交流群|下期|文章|打赏|分享|翻页|未完|往期|授权|注明|网址|网络"
)
_QUESTION = re.compile(r".{2,30}(?:吗|呢|没有|没|么)\?")


def line_key(folded: str, bare: str) -> int:
    """Return what a line is known by: a hash of its letters without figures, its last bit free for the form.

    A signature or row of keywords is known by its labels: who signs changes from page to page.
    """
    labels = _labels(folded)
    known = f"{labels}:" if labels else re.sub(r"\d+", "0", bare)
    return xxh3_64_intdigest(known.encode("utf-8", "surrogatepass")) & ~1


def told_lines(text: str, site: str | None = None) -> bytes:
    """Return the lines of a cleaned text that its site may have put there: eight bytes each, ascending.

    ``site`` is its name, if any. The last bit of each number is set for forms that need not stand on most pages.
    """
    found: list[int] = []
    for raw in text.split("\n"):
        line = raw.strip()
        if line and len(line) <= 4 * _LONGEST:
            folded, bare, weight, _ = shape(line)
            form = form_of(without_name(folded, site), bare, weight)
            if form:
                found.append(line_key(folded, bare) | (form >= Form.SIGNATURE))
    return b"".join(number.to_bytes(8, "little") for number in sorted(set(found[-_MOST:])))


def without_name(folded: str, site: str | None) -> str:
    """Return a line in which the site speaks of itself: its name is 本站."""
    return folded.replace(fold(site), "本站") if site and len(site) >= _SHORTEST_NAME else folded


def may_claim(folded: str) -> bool:
    """Return whether a line has a word or measure that a statement about the world is made of."""
    plain = _HARMLESS.sub(" ", folded)
    return bool(_MEASURE.search(plain) or _CLAIM.search(plain))


@lru_cache(maxsize=8192)
def form_of(folded: str, bare: str, weight: int) -> Form:
    """Return what a line is by its form; OTHER for all that may say something about the world."""
    if weight > _LONGEST or len(bare) < _SHORTEST:
        return Form.OTHER
    plain = _HARMLESS.sub(" ", folded)
    if _MEASURE.search(plain):
        return Form.OTHER
    if _keywords(folded):
        return Form.OTHER if _CLAIM.search(plain) else Form.SIGNATURE
    form = None
    for each in _forms(folded):
        if each is Form.OTHER:
            return each
        form = each if form is None or (each and each < form) else form
    if form is Form.CALL and not _OF_A_PAGE.search(folded):
        return Form.SLOGAN  # 谢谢大家, too: speeches end so
    return form or Form.OTHER


def _keywords(folded: str) -> str:
    """Return the label of a row of keywords, "" for other lines."""
    head, _, rest = folded.partition(":")
    label = _AROUND.sub("", head)
    if _HASHTAGS.fullmatch(folded):
        return "#"
    if not rest or not _KEYWORDS.fullmatch(label):
        return ""
    words = [clause for clause, _ in _clauses(rest)]
    return (
        label
        if len(words) >= _WORDS and all(len(word) <= _WORD and not _NO_WORD.search(word) for word in words)
        else ""
    )


def _labels(folded: str) -> str:
    """Return the labels of a line that is a signature or a row of keywords, "" for other lines."""
    label = _keywords(folded)
    if label:
        return label
    labels = [
        clause
        for clause, mark in _clauses(folded)
        if (mark and mark in _COLONS and _signs(clause)) or (mark == " " and _SIGNED.fullmatch(clause))
    ]
    return " ".join(labels) if any(_SIGNED.fullmatch(label) for label in labels) else ""


def _signs(clause: str) -> bool:
    return bool(_SIGNED.fullmatch(clause) or _CREDIT.fullmatch(clause))


def _forms(folded: str) -> Iterator[Form | None]:
    """Yield the form of each clause; None for one that says nothing by itself."""
    found: list[Form | None] = []
    label = ""  # what the clause before has announced
    first = False
    for clause, mark in _clauses(folded):
        if found:
            yield found[-1]
        announced, label = label, ""
        colon = bool(mark) and mark in _COLONS
        called = _calls(clause)
        claims = not called and bool(_CLAIM.search(_HARMLESS.sub(" ", clause)))
        if _SAYS_NOTHING.fullmatch(clause) or (not found and not colon and _is_site(clause)):
            found.append(None)
        elif (mark == " " and _SIGNED.fullmatch(clause)) or (colon and _is_label(clause)):
            label, first = clause, True
            found.append(None)
        elif announced and not claims and mark not in _SAID and _named(clause, announced, first=first):
            label, first = announced, False
            found.append(_label(announced))
        elif claims or (announced and first and _signs(announced) and not _EMPTY.fullmatch(clause)):
            found.append(Form.OTHER)  # it states something, or somebody speaks: 记者：谢谢
        elif called or _CALL.fullmatch(clause) or _CALL.fullmatch(_QUOTES.sub("", clause)) or _PAGE.fullmatch(clause):
            if mark and mark in ":、":
                label, first = clause, True
            found.append(Form.CALL)
        elif _CONDITION.fullmatch(clause):
            found.append(None)
        elif _EMPTY.fullmatch(clause):
            found.append(_number(announced) if clause else None)
        else:
            slogan = _is_slogan(clause, mark, found, own="本站" in folded)
            found.append(Form.SLOGAN if slogan else Form.OTHER)
    yield from found[-1:]


def _calls(clause: str) -> bool:
    """Return whether a clause consists of the words of a site's own lines, with at most one name or topic."""
    topic = topic_of(_QUOTES.sub("", clause))
    return topic is not None and not _CLAIM.search(topic)


def _is_label(clause: str) -> bool:
    return _signs(clause) or bool(_CONTACT.fullmatch(clause) or _NUMBERED.fullmatch(clause))


def _is_slogan(clause: str, mark: str, before: Sequence[Form | None], *, own: bool) -> bool:
    """Return whether a clause turns to the reader and states nothing, or only says what becomes better then.

    ``own``: the line names its own site.
    """
    if _MORE.fullmatch(clause) and Form.SLOGAN in before[-1:]:
        return _nominal(clause)
    if own and any(_SLOGAN.fullmatch(word) for word, _ in tagged(clause)):
        return _nominal(clause)
    return bool(_ADDRESSED.search(clause)) and (_nominal(clause) or bool(_QUESTION.fullmatch(clause + mark)))


def _label(clause: str) -> Form | None:
    """Return what a name behind a label makes of the line; None where it takes another label to tell."""
    if _SIGNED.fullmatch(clause):
        return Form.SIGNATURE
    if _CREDIT.fullmatch(clause):
        return None
    return Form.CONTACT if _CONTACT.fullmatch(clause) else Form.CALL


def _number(label: str) -> Form | None:
    """Return what figures or Latin letters behind a label make of the line."""
    if _SIGNED.fullmatch(label):
        return Form.SIGNATURE
    return Form.CONTACT if _NUMBERED.fullmatch(label) else None


def _named(clause: str, label: str, *, first: bool) -> bool:
    """Return whether a clause can be what a label announces: a name, or where it is not the first, one more of them."""
    if label.endswith("地址"):
        return first and len(clause) <= _PLACE and bool(_STREET.search(clause))
    if len(clause) > _PERSON and not _no_verb(clause):
        return False
    if _SIGNED.fullmatch(label) or _CREDIT.fullmatch(label):
        return len(clause) <= _PERSON or (first and label.endswith(_FROM) and _is_site(clause))
    if _CONTACT.fullmatch(label) or label.endswith(_ACCOUNT):
        return first and (len(clause) <= _ACCOUNT_NAME or _is_site(clause))
    return "注明" in label and (len(clause) <= _PERSON or _is_site(clause))


def _clauses(folded: str) -> Iterator[tuple[str, str]]:
    """Yield the clauses of a line without the marks around them, each with the mark that ends it."""
    folded = _BRACKETS.sub(_name_only, _ID.sub("", folded))
    if len(_JOINED.findall(folded)) > 1:
        folded = _JOINED.sub(r"\1:", folded)
    at = 0
    for gap in _CLAUSES.finditer(folded):
        if gap.start() > at:
            yield _AROUND.sub("", folded[at : gap.start()]), gap[0].strip()[:1] or " "
        at = gap.end()
    if at < len(folded):
        yield _AROUND.sub("", folded[at:]), ""


def _name_only(bracket: re.Match[str]) -> str:
    """Return nothing for a name in brackets, else what stands in them as a clause of its own."""
    name = str(next(filter(None, bracket.groups())))
    named = len(name) <= _PERSON or (
        len(name) <= _SITE and all(kind[0] not in "vpfd" or kind == "vn" for _, kind in tagged(name))
    )
    return "" if named else f",{name},"


def _is_site(clause: str) -> bool:
    named = clause.removesuffix("综合").removesuffix("整理")
    return len(named) <= _SITE and named.endswith(_SITES) and _no_verb(named)


def _no_verb(clause: str) -> bool:
    return all(kind[0] not in "vp" or kind == "vn" for _, kind in tagged(clause))


def _nominal(clause: str) -> bool:
    """Return whether a clause is a slogan's: short, and without a verb but those of a slogan."""
    if len(clause) > _CLAUSE or re.search(r"\d", clause):
        return False
    words = tagged(clause)
    titled = any(word == "的" for word, _ in words[-3:-1])  # what stands last behind 的 is a noun
    if "的" in clause and len(clause.rpartition("的")[2]) > _HEADED:
        return False
    return all(
        kind[0] != "v" or kind == "vn" or (titled and k == len(words) - 1) or bool(_SLOGAN.fullmatch(word))
        for k, (word, kind) in enumerate(words)
    )

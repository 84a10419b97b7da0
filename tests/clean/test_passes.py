# ruff: noqa: E501 - marked texts
"""Every pass: what it must remove and what it must leave. The text is the case: no mark, no removal."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from analyzer import clean as package
from analyzer.clean import PASSES
from tests.clean.marked import lines, mark, plain, run

A = "洗碗机买回来已经一年多了,今天想和大家说说真实的使用感受,希望能给还在犹豫的朋友一点参考,少走一些弯路。"
B = "先说优点,吃完饭把碗放进去按一下就可以去散步了,回来的时候碗已经烘干,老人再也不用在冬天里碰冷水,这一点特别值得。"
C = "再说缺点,机器占地方,小户型的厨房要提前量好尺寸,安装的时候师傅说要另收材料费,大约120元,事先没有人告诉我们。"
D = "总的来说,如果家里人口比较多,又不喜欢为了洗碗吵架,那么这笔钱花得还是很值的,关键是要选对容量,不要贪便宜买小的。"

MUST_FIRE: Mapping[str, tuple[str, ...]] = {
    "repeats": (
        f"{A}\n{B}\n{C}\n{{-repeats|{A}\n{B}\n{C}-}}",
        # a date and the title between the copies, and a few words exchanged
        f"洗碗机用了一年的感受\n{A}\n{B}\n{C}\n{{-repeats|洗碗机用了一年的感受\n{A}\n{B.replace('优点', '好处').replace('特别', '尤其')}\n{C}-}}",
        # three times
        f"{A}\n{B}\n{{-repeats|{A}\n{B}\n-}}{{-repeats|{A}\n{B}-}}",
    ),
    "duplicates": (
        f"{A}\n{B}\n{C}\n{{-duplicates|{A}-}}\n{D}",
        f"{A}\n{B}\n{C}\n{{-duplicates|{B.replace('特别', '尤其')}-}}\n{D}",
    ),
    "header": (
        # the title below the furniture is no echo
        "{-header|首页 > 家电 > 正文\n-}洗碗机用了一年的感受\n很好用。",
        f"洗碗机用了一年\n{{-header|首页 > 家电 人气:5 日期:2024-03-02 10:00:00-}}\n{A}",
        f"洗碗机用了一年\n{{-header|您现在的位置:主页 » 家电 » 正文\n2024-03-02-}}\n{A}",
        f"洗碗机用了一年\n{{-header|发布时间:2024-03-02 阅读:128\n文章正文-}}\n{A}",
        f"洗碗机用了一年\n{{-header|小城日记 · 2024-03-02 · 阅读 620-}}\n{A}",
        f"洗碗机用了一年\n{{-header|老张 2024年3月2日 1.2万次浏览-}}\n{A}",
        f"洗碗机用了一年\n{{-header|小编:小王 浏览:20次 2024-03-02 10:20\n字号:大 中 小-}}\n{A}",
        f"洗碗機用了一年\n{{-header|當前位置:首頁>家電>正文-}}\n{A}",
        f"洗碗机用了一年\n{{-header|您现在的位置:家电生活网 >> 厨房知识 >> 正文-}}\n{A}",
        # bylines without labels
        f"洗碗机用了一年\n{{-header|家电问答网 2024-03-02 21:47:33-}}\n{A}",
        f"洗碗机用了一年\n{{-header|2024-03-02 08:05 厨房频道-}}\n{A}",
        f"洗碗机用了一年\n{{-header|厨房电器 2024/03/02 14:30 佚名-}}\n{A}",
        f"洗碗机用了一年\n{{-header|小城晚报 记者 王小明 2024-03-02-}}\n{A}",
        f"洗碗机用了一年\n{{-header|2024-03-02 来源：某某观察-}}\n{A}",
        f"洗碗机用了一年\n{{-header|2024-03-02 11:05 来自：厨房年鉴 字号：A- A A+-}}\n{A}",
        f"洗碗机用了一年\n{{-header|www.kitchen-reader.example.invalid  2024-03-02 19:30-}}\n{A}",
        f"洗碗机用了一年\n{{-header|>> 您的位置：家电频道 >> 厨房-}}\n{A}",
        # a forum's poster, and what stands before a thread's title
        f"{{-header|查看: 4127|回复: 36 | -}}洗碗机用了一年\n仓底老鼠\n{{-header|主题 58 | 帖子 1204 | 积分 3377-}}\n{A}",
        # notes of pinyin hide no label
        f"洗碗機用了一年\n{{-header|廚房閒聊 發(fā)表於 2024-03-02 瀏(liú)覽(lǎn):562-}}\n{A}",
    ),
    "title-echo": (f"洗碗机用了一年的感受\n{A}\n{{-title-echo|洗碗机用了一年的感受-}}\n{B}",),
    "comments": (
        f"{A}\n{B}\n{{-comments|精彩评论\n头像 小王-技师 2024-03-02\n我家也有一台。\n头像 阿姨 2024-03-02\n多少钱买的?\n写评论-}}",
        f"{A}\n{B}\n{{-comments|网友留言(2)\n小雨点:真的好用。\n3天前 回复\n老张:不如手洗。\n5天前 回复\n登录后才能评论-}}",
        f"{A}\n{B}\n{{-comments|留言板\n游客:说得好!\n管理员回复:谢谢。\n游客:不如手洗。-}}",
        # a name with a colon is all that these have
        f"{A}\n{B}\n{{-comments|最新评论(3)\n用户88123:我妈昨天还问起过\n雨点:洗得干净吗\n路人甲:支持一下,每天都来看-}}",
        f"{A}\n{B}\n{{-comments|留言区\n小陈:看完就去下单了\n作者回复:量好尺寸再买-}}",
        f"{A}\n{B}\n{{-comments|文章评论\n[1楼] 沙漠里的鱼：明明很吵\n[2楼] 夜航船：我家的不吵-}}",
        f"{A}\n{B}\n{{-comments|最新评论\n雨点 贵州：小时候就想要一台\n用户5521 河南：现在多少钱了-}}",
        f"{A}\n{B}\n{{-comments|网友“雨点”：手洗更干净\n网友“老猫”：别乱写-}}",
        f"{A}\n{B}\n{{-comments|【网友】雨点:明明很吵 2024-03-02-}}",
        f"{A}\n{B}\n{{-comments|读者评论\n雨点:收藏了,我家厨房太小放不下-}}",
        f"{A}\n{B}\n{{-comments|最新評(píng)論(lùn)\n網(wǎng)友甲:洗得乾(gān)淨嗎,想問(wèn)問(wèn)\n網(wǎng)友乙:太貴(guì)了-}}",
        f"{A}\n{B}\n{{-comments|全部评论\n1楼 小雨点\n真的好用。\n2楼 老张\n不如手洗。-}}",
        # under a heading that no list knows
        f"{A}\n{B}\n{{-comments|热心人有话说\n小雨点 2024-03-02\n真的好用。\n老张 2024-03-03 IP属地广东\n不如手洗。-}}",
        f"{A}\n{B}\n{{-comments|评论列表(0条)\n暂无评论-}}",
        f"{{-comments|精彩评论-}}\n{A}\n{B}",
        f"{A}\n{B}\n{{-comments|網友評論\n小王 2024-03-02 12:00\n好用。\n老張 2024-03-02 13:00\n不好用。\n發表評論-}}",
    ),
    "related": (
        f"{A}\n{B}\n{{-related|相关推荐\n洗碗机多少钱一台\n很多朋友都想知道洗碗机的价格,本站整理了一份清单\n2024-03-02 10:00:00\n洗碗机哪个牌子好\n洗碗机是某某集团旗下的产品,销量一路领先……\n2024-03-02 10:00:00-}}",
        f"{A}\n{B}\n{{-related|【猜你喜欢】\n· 洗碗机多少钱一台\n· 洗碗机哪个牌子好-}}",
        f"{A}\n{B}\n{{-related|大家还看了:-}}",
        # stamps between headline and teaser, a heading that no list knows
        f"{A}\n{B}\n{{-related|别走开\n洗碗机多少钱\n洗碗机是某某旗下的,很多人关心它的价格……\n2024-03-02\n洗碗机哪个好\n小编为你解答\n2024-03-02-}}",
        # bare headlines under a heading that no list knows
        f"{A}\n{B}\n{{-related|小伙伴们都在搜\n洗碗机多少钱一台\n洗碗机哪个牌子好\n洗碗机怎么安装\n洗碗机能不能洗锅-}}",
        f"{A}\n{B}\n{{-related|喜欢此内容的人还喜欢\n锅盖要不要刷油\n苏州特产洗碗机，老板娘直播带你看-}}",
        f"{A}\n{B}\n{{-related|相关下载\n洗碗机说明书绿色版\n遥控器映射工具-}}",
        f"{A}\n{B}\n{{-related|延伸瀏(liú)覽(lǎn)\n洗碗機(jī)耗水嗎(ma)\n鍋(guō)蓋(gài)鼓包的原因有哪些-}}",
        # a list in one line each
        f"{A}\n{B}\n{{-related|推荐:洗碗机和消毒柜哪个更值得买\n相关阅读 | 洗碗机一次用多少水-}}",
        f"{A}\n{B}\n{{-related|大家都在搜:洗碗机和手洗的区别 耗水量 安装价格\n猜你喜欢:洗碗机是哪一年发明的-}}",
        # without a heading: time stamps under headlines
        f"{A}\n{B}\n{{-related|洗碗机多少钱一台\n2024-03-02 10:00:00\n洗碗机哪个牌子好\n2024-03-02 10:00:00-}}",
        # without a heading: the article's own title among them
        f"洗碗机用了一年的感受\n{A}\n{B}\n{{-related|• 洗碗机用了一年的感受\n• 洗碗机多少钱\n• 横山安装-}}",
    ),
    "footer": (
        f"{A}\n{B}\n{{-footer|打赏 微信扫一扫 支付宝扫一扫\n上一篇:洗碗机多少钱\n下一篇 2024年3月2日-}}",
        f"{A}\n{B}\n{{-footer|本文来自网友投稿,不代表本站立场,如有侵权请联系删除。-}}",
        f"{A}\n{B}\n{{-footer|如若转载,请注明出处:https://a.example.com/1.html-}}",
        f"{A}\n{B}\n{{-footer|标签:洗碗机 厨房电器-}}",
        # the site's last words, a row of search words, its own address beside other furniture
        f"洗碗机用了一年的感受\n{A}\n{B}\n{{-footer|以上就是关于洗碗机用了一年的全部内容,更多资讯请关注家电问答网-}}",
        "洗碗机省水。\n它也省力。\n{-footer|以上就是洗碗机用了一年的感受的全部内容，希望对大家有所帮助，更多资讯请关注家电问答网。-}",
        f"洗碗机用了一年的感受\n{A}\n{B}\n{{-footer|洗碗机怎么装 洗碗机多少钱 洗碗机耗水吗 嵌入式洗碗机 消毒柜-}}",
        f"{A}\n{B}\n{{-footer|地址:某某路18号 电话:010-00000000\n友情链接:家电之家 装修问答-}}",
        f"{A}\n{B}\n{{-footer|微信搜索“厨房之声”,回复“安装”领取图纸\n阅读 5021  在看 17-}}",
        f"{A}\n{B}\n{{-remnants|[文章录入:admin 责任编辑:admin]-}}\n{{-footer|【发表评论】【加入收藏】【告诉好友】【打印此文】【关闭窗口】-}}",
        f"{A}\n{B}\n{{-footer|签名:平平淡淡就好,接小区水电维修-}}",
        f"{A}\n{B}\n{{-footer|—— 完 ——\n合作请联系：tougao@yzp.example　工作日九点到六点-}}",
        f"{A}\n{B}\n{{-footer|收录于合集 #厨房里的学问 29个\n不看的原因 内容质量低 不看此公众号-}}",
        f"{A}\n{B}\n{{-footer|小黑屋|手机版|Archiver|厨友之家论坛\nGMT+8, 2025-11-12 15:09 , Processed in 0.061 second(s), 22 queries .-}}",
        f"{A}\n{B}\n{{-footer|本页关键词：洗碗机 洗碗机感受\n厨房窝 小厨房装修 大厨房装修 老厨房装修\n打赏作者 | 收藏本文 | 我要投稿-}}",
        f"{A}\n{B}\n{{-footer|上一页 1 2 下一页-}}",
        f"{A}\n{B}\n{{-footer|点赞 128  在看 56  分享\n关于作者:厨房里的老王,写了八年家电,只说真话-}}",
        f"{A}\n{B}\n{{-footer|本論(lùn)壇言論(lùn)純屬(shǔ)發(fā)表者個(gè)人意見(jiàn),與(yǔ)本站立場(chǎng)無(wú)關(guān)-}}",
        f"{A}\n{B}\n{{-footer|本站聲(shēng)明:內(nèi)容由用戶(hù)上傳(chuán),如有侵權(quán)請(qǐng)聯(lián)繫(xì)刪(shān)除\n客服電(diàn)話(huà):000-0000000-}}",
        f"{A}\n{B}\n{{-footer|Copyright © 2019 某某网 版权所有-}}",
    ),
    "notices": (
        f"{A}\n{{-notices|【广告】点击领取优惠券-}}\n{B}",
        f"{A}\n{{-notices|加微信 abc_12345 免费咨询-}}\n{B}",
        f"{A}\n{{-notices|图片来源:网络-}}\n{B}",
        f"{A}\n{{-notices|广告 · 工厂直发整箱洗涤块，新人立减15元-}}\n{B}\n{{-notices|赞助内容 厨房开春大促，满一千减一百二-}}\n{C}",
        f"洗碗机用了一年\n{{-header|首页 > 家电 > 正文-}}\n{A}\n{{-notices|[站长推荐] 洗涤块囤货季，满199减60，猛戳进店-}}\n{B}\n{{-notices|猜你需要 · 洗碗布 第二件半价-}}\n{C}",
        f"{A}\n{{-notices|〔廣告〕名家廚具預購，早鳥八五折-}}\n{B}",
        f"{A}\n{{-notices|游客，如果您要查看本帖隐藏内容请回复-}}\n{B}",
        f"{A}\n{{-notices|打开APP看更多厨房知识,大家都在用-}}\n{B}",
        f"{{-notices|目录导读:\n1. 优点\n2. 缺点-}}\n{A}\n优点\n{B}\n缺点\n{C}",
    ),
    "injection": (
        f"洗碗机用了一年\n{{-injection|澳门赌场在线娱乐,真人荷官百家乐,注册送388彩金,提现秒到账。-}}\n{A}\n{B}",
        f"洗碗机用了一年\n{{-injection|午夜成人影院免费看,国产精品在线不卡,美女主播直播间-}}\n{A}\n{B}\n{C}",
    ),
    "leakage": (
        f"洗碗机用了一年\n{{-leakage|以下是根据您提供的关键词撰写的文章,不少于800字:-}}\n{A}\n{B}",
        f"{A}\n{B}\n{{-leakage|希望以上内容能够满足您的需求,如需修改请随时告诉我。-}}",
    ),
    "remnants": (
        # headings that no list knows, beside a foot that is known
        f"{A}\n{B}\n{{-remnants|猜您想找：\n洗碗机怎么装才不漏水\n厨房装修的五个教训-}}\n{{-footer|上一篇:洗碗机多少钱-}}",
        f"{A}\n{B}\n{{-remnants|▲收起\n为你挑选\n[厨房] 洗碗机耗水吗\n下载家电帮，记录每一餐\n家电圈\n月亮：我家的也很吵吧-}}\n{{-footer|Copyright © 2019 某某网 版权所有-}}",
        # one line is enough where templates alone say so
        f"{A}\n{B}\n{{-remnants|关注「厨房帮帮忙」,每天一条过日子的窍门-}}\n{{-footer|上一篇:洗碗机多少钱-}}",
        # only the head has been recognised, but nearly all lines show what they are
        f"洗碗机用了一年\n{{-header|首页 > 家电 > 正文-}}\n{A}\n{B}\n{{-remnants|-- 相关词条 --\n手洗班收费标准\n暑期厨艺速成可信吗\n月亮(3分钟前) 想问下水压要多大\n咨询顾问薇:qc_kitchen88(备注厨房)-}}",
        f"{A}\n{B}\n参考资料\n[1] 家电年鉴编写组:厨房卷,2024年版,第118页\n{{-remnants|热度榜\n1 洗碗机是谁发明的 9.8万\n2 手洗和机洗哪个省 7.2万-}}\n{{-footer|Copyright © 2019 某某网 版权所有-}}",
    ),
    "citations": (
        f"{A[:-1]}{{-citations|13-}}。\n{B[:-1]}{{-citations|2-}}。\n{C[:-1]}{{-citations|136-}}。\n{D[:-1]}{{-citations|5-}}。",
        f"{A[:-1]}{{-citations|[citation:3]-}}。\n{B}",
    ),
}  # fmt: skip

MUST_NOT_FIRE: Mapping[str, tuple[str, ...]] = {
    "repeats": (
        # a refrain
        "副歌\n风吹过山岗\n我在老地方\n等你回来看月亮\n第二段\n云飘过远方\n我还在老地方\n副歌\n风吹过山岗\n我在老地方\n等你回来看月亮",
        # a table with the same head twice
        f"{A}\n型号 | 容量 | 价格\n甲 | 8套 | 3000元\n{B}\n型号 | 容量 | 价格\n乙 | 13套 | 5000元\n{C}",
    ),
    "duplicates": (
        # figures differ: two statements
        f"{A}\n{C}\n{B}\n{C.replace('120', '180')}",
        # references that differ in one digit
        f"{A}\n[18] 家电协会:中国家用洗碗机市场发展状况调查与消费者满意度年度研究报告(公开发布版本),第三章第二节,2021年\n[19] 家电协会:中国家用洗碗机市场发展状况调查与消费者满意度年度研究报告(公开发布版本),第三章第二节,2022年",
        # short answers repeat
        f"{A}\n可以。\n{B}\n可以。\n{C}",
    ),
    "header": (
        # the date line of a plain text is its only date
        f"洗碗机用了一年\n2024-03-02 10:00\n{A}",
        f"洗碗机用了一年\n简介:洗碗机最早出现在十九世纪\n{A}",
        f"文件\n发文字号:家电〔2022〕1号\n{A}",
        f"洗碗机厂\n位置：北山省南河市\n{A}",
        # a dateline and a diary's day say something
        f"洗碗机用了一年\n2024年3月2日 晴\n{A}",
        # a timetable
        f"洗碗机展会\n开幕式 2024-03-02 09:00\n预展 2024-03-02 10:00 东馆一号厅\n闭幕式 2024-03-04 17:00\n{A}",
        f"洗碗机展会\n笔试 2024-03-02 09:00\n面试 2024-03-09 09:00\n{A}",
        f"洗碗机展会\n开幕时间是2024-03-02 09:00,地点在东馆,需要提前预约。\n{A}",
    ),
    "title-echo": (
        # a name may head a section
        f"王小明\n{A}\n王小明\n{B}",
        f"洗碗机用了一年的感受\n{A}\n洗碗机用了两年的感受\n{B}",
    ),
    "comments": (
        # an article about comments
        f"{A}\n网友评论\n有人认为这台机器太吵,也有人认为声音可以接受,双方在论坛上争论了好几天,谁也没有说服谁,最后不了了之。\n{B}\n{C}",
        f"{A}\n如果您还有其他疑问,欢迎在评论区留言,小编会在第一时间为您解答。\n{B}",
        # a debate: names with a colon, but no heading
        f"{A}\n{B}\n甲方:洗得不干净。\n乙方:水温没有调对。\n甲方:调过了。",
        # under the heading stand labels, no names
        f"{A}\n互动答疑\n问:机器好用吗?\n答:挺好用的。\n{B}\n{C}",
        f"{A}\n热点讨论\n优点:洗得干净\n缺点:占地方\n建议:先量尺寸\n{B}\n{C}\n{D}",
        # a chronicle
        f"{A}\n{B}\n融资历程\n天使轮 2015-03-02\n投资方未透露\n甲轮 2016-05-04\n投资方为个人",
        # an interview
        f"{A}\n记者:机器好用吗?\n王女士:挺好用的。\n记者:会推荐吗?\n王女士:会。\n{B}",
    ),
    "related": (
        # recommended reading in the middle, and the text goes on
        f"{A}\n推荐阅读\n{B}\n{C}\n{D}",
        f"{A}\n步骤如下:\n• 打开柜门\n• 放入碗筷\n• 加洗涤剂\n• 按下开关",
        f"{A}\n{B}\n第一步看什么\n1. 看容量怎么选\n2. 看价格多少\n3. 看售后如何\n4. 看安装怎么收费",
        f"{A}\n{B}\n相关问题\n问:洗碗机费水吗?\n答:不费水,一次大约用10升。",
        f"{A}\n课程安排\n第一讲 认识机器\n第二讲 安装\n第三讲 保养\n第四讲 维修",
        f"{A}\n参考文献\n[1] 张三.厨房电器的发展[J].家电,2020\n[2] 李四.洗涤原理[M].北京:某某出版社,2019",
        f"{A}\n推荐:独立式洗碗机,不用改橱柜\n{B}\n{C}",
        f"{A}\n常见问题\n洗碗机费水吗?\n{B}\n洗碗机费电吗?\n{C}",
    ),
    "footer": (
        # an article about copyright
        f"{A}\n根据著作权法,未经许可转载他人作品的,应当承担停止侵害、消除影响、赔礼道歉、赔偿损失等民事责任,当事人也可以请求版权管理部门处理,法院可以判决没收违法所得。\n{B}",
        f"{A}\n{B}\n责任编辑:王小明",
        # an address that the article is about, a list of names, a list of models without the title's words
        f"{A}\n{B}\n地址:某某路18号 电话:010-00000000",
        f"洗碗机比赛\n{A}\n{B}\n王小明 李小红 张小强 赵小兰 孙小美",
        f"{A}\n{B}\n想了解更多洗碗机的内容可以去展厅查看了实物以后再作决定。",
        f"{A}\n他打开微信扫一扫,发现钱已经付过了。\n{B}",
        f"{A}\n这一切仅供参考,具体以合同为准,大家一定要仔细阅读合同。\n{B}\n{C}\n{D}",
    ),
    "notices": (
        f"{A}\n游客可以拨打电话:010-12345678 预约。\n{B}",
        # offers that the text is about
        f"洗碗机用了一年\n{{-header|首页 > 家电 > 正文-}}\n{A}\n门票半价优惠景点\n{B}\n备注:仅成人票半价优惠\n{C}",
        f"{A}\n广告法实施以后,这类说法就少多了。\n{B}",
        f"{A}\n图1 机器的内部结构\n{B}",
    ),
    "injection": (
        # an article on that trade
        f"警方捣毁一个赌场\n澳门籍男子开设赌场,用百家乐和真人荷官招揽客人,注册送彩金的广告发到了居民群里。\n{A}\n赌场的老板已被刑拘。",
        # a lead that only sounds like it
        f"洗碗机用了一年\n深夜的直播间里,美女主播正在介绍一台洗碗机,免费看的人已经过万。\n{A}\n{B}",
        # not at the head
        f"{A}\n{B}\n{C}\n澳门赌场在线娱乐,真人荷官百家乐,注册送388彩金,提现秒到账。\n{D}",
    ),
    "leakage": (
        f"{A}\n老师要求写一篇不少于800字的文章。\n{B}\n{C}\n{D}\n{A[:20]}还有许多话没有说完。\n以上就是全部内容。\n谢谢阅读。\n再见。",
        f"{A}\n作为一个老用户,我希望以上经验能够帮到大家。\n{B}",
    ),
    "remnants": (
        # nothing of a foot has been removed
        f"{A}\n{B}\n猜您想找：\n洗碗机怎么装才不漏水\n厨房装修的五个教训",
        # lists that end an article, above a foot
        f"{A}\n{B}\n办理要带的东西\n身份证和结婚证\n发票和费用清单\n本人的银行卡\n{{-footer|上一篇:洗碗机多少钱-}}",
        f"{A}\n{B}\n主要参数：\n型式：嵌入式\n最大功率：1800W\n容量：13套\n{{-footer|Copyright © 2019 某某网 版权所有-}}",
        f"{A}\n常见的疑问如下：\n洗碗机费水吗\n洗碗机费电吗\n{{-footer|上一篇:洗碗机多少钱-}}",
        f"{A}\n{B}\n操作步骤\n1. 打开客户端，点击登录\n2. 点击右下角的更多\n3. 选择注册会员\n{{-footer|上一篇:洗碗机多少钱-}}",
        f"{A}\n{B}\n【品名】洗碗机\n【规格】13套\n【产地】南河市\n{{-footer|上一篇:洗碗机多少钱-}}",
        f"{A}\n{B}\n● 适合三口之家\n● 不适合小户型\n● 更多餐具要买大的\n{{-footer|上一篇:洗碗机多少钱-}}",
        # a poem
        f"{A}\n{B}\n风吹过山岗\n我在老地方\n等你回来看月亮\n{{-footer|上一篇:洗碗机多少钱-}}",
    ),
    "citations": (
        # one number is no habit, and units, ordinals and counts are figures
        f"{A[:-1]}3。\n{B}\n{C}",
        f"{A}这是第2。一共有12。今年是2。排在第5。\n{B}\n分数为9。\n比分为3。",
        # a series: the same words with other numbers
        f"{A}\n先看了星河战记2。又看了星河战记3。\n最好的是星河战记4。不如人意的是星河战记5。\n{B}",
        # references of an encyclopedia stay
        f"{A[:-1]}[1]。\n{B[:-1]}[2]。\n{C[:-1]}[3]。\n{D[:-1]}[4]。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "marked"), [(rule, case) for rule, cases in MUST_FIRE.items() for case in cases])
def test_must_fire(rule: str, marked: str) -> None:
    article = run(plain(marked))
    assert lines(mark(article)) == lines(marked)
    assert rule in {removal.rule for removal in article.removals}


@pytest.mark.parametrize("text", [case for cases in MUST_NOT_FIRE.values() for case in cases])
def test_must_not_fire(text: str) -> None:
    assert lines(mark(run(plain(text)))) == lines(text)


def test_every_pass_has_cases_of_both_kinds() -> None:
    rules = {each.rule for each in PASSES} - {"site-lines"}  # takes more than one page: test_site_lines.py
    assert set(MUST_FIRE) == rules
    assert set(MUST_NOT_FIRE) == rules


def test_every_file_of_the_folder_is_registered() -> None:
    folder = Path(package.__file__).parent / "passes"
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert files == {each.rule for each in PASSES}


def test_every_rule_has_a_section_in_the_documentation() -> None:
    page = (Path(package.__file__).parents[2] / "docs" / "cleaning.md").read_text(encoding="utf-8")
    assert all(f"### {rule}\n" in page for rule in package.RULES)

"""The words of which a site's own lines are made: to follow, to share, to write in, to reprint.

A clause that consists of nothing else, and whose doer is the reader or the site, states nothing about the world,
however it is put together. General words of Chinese web templates: no name, no product, no word of a trade.
"""

import re
from collections.abc import Iterator
from functools import cache

from analyzer.words import known, tagged


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that carry no content of their own.
_LITTLE = _words_of(
    """
    感觉 随意 共同 未来 完整 一切 最大 有限 不足之处 不妥之处 不对
    的 地 得 了 着 过 吧 呢 啊 呀 哦 哟 啦 呗 哈 嘛 吗 喔 噢 哒 咯 就 也 都 还 再 又 并 且 和 与 及 或 或者
    以及 而 而且 以 在 到 对 给 为 把 让 请 可 可以 能 能够 会 将 要 想 想要 需要 不 别 不要 不会 无需 如
    如果 若 的话 一下 一个 一点 一些 一声 一次 个 这 这个 这篇 这里 这儿 那 那么 那里 它 哪 哪个 哪些 什么
    怎么 怎样 如何 很 非常 更 更加 太 超 特别 一起 随时 随地 第一时间 及时 每天 每日 每周 每晚 每 天 今天
    今日 本期 下期 今后 以后 之后 后 前 时 时候 上 下 里 中 内 上方 下方 左下角 右下角 右上角 左上角 底部
    顶部 文末 末尾 以上 以下 上面 下面 方式 很多 许多 大量 众多 们 无关 有关 该 自行 均由 一切 涉及 直接 即
    即可 就是 另外 同时 此外 还有 同样 均 所有 全部 部分 其他 其它 任何 仅 只 只是 由于 从 向 至 此 本 自己
    为了 之 所 等 有 没有 请勿 切勿 勿 不得 禁止 谢绝 严禁 未经 未 经 须 需 务必 必须 否则 而是 通过 使用 用
    用于 作 作为 做 一键 立即 马上 赶紧 赶快 快 快来 最后 一定 尽快 多多 常 常来 已 已经 曾 过来 出来 出去
    起来 大 小 多 少 好 最 新 那些 这些 有所 有点
    """
)
# Who is spoken to, and who speaks.
_READER = _words_of(
    """
    你 您 大家 各位 朋友 朋友们 好朋友 读者 网友 用户 粉丝 小伙伴 小伙伴们 伙伴 伙伴们 亲 亲们 家人 好友
    亲友 同学 同学们 人 的人 老师 我 我们 咱们 小编 站长 作者 博主 编辑 管理员 本人 编辑部 编者 原作者 团队
    """
)
_SELF = _words_of(
    """
    本站 本网 本网站 本文 本号 本公众号 本刊 本报 本栏目 本平台 本频道 本账号 文中 文内 此文 该文 文章 图片
    原文
    """
)
# What readers are asked to do. Those of ``_TAKES`` may be followed by one name or topic.
_TAKES = _words_of(
    """
    关注 订阅 收藏 搜索 搜 加 添加 加入 联系 咨询 访问 登录 下载 打开 浏览 阅读 查看 看 看看 了解 获取 领取
    回复 发送 扫描 识别 感谢 谢谢 喜欢 讨论 交流 学习 更多 分享 锁定 走进 来到 进入 收看 收听 感兴趣 往期
    """
)
_ACTS = _TAKES | _words_of(
    """
    署名 探索 编写 写作 创作 码字 打字 认可 成长 更文 纠错 指出 补充 建议 加群 发布于 首次 出自 写于
    点赞 点 点击 点点 戳 轻触 长按 扫 扫码 扫一扫 扫下 私信 留言 评论 转发 转 推荐 打赏 赞赏 支持 鼓励 反馈
    投稿 来稿 供稿 安装 观看 看到 看完 看过 读完 听 读 知道 试 试试 觉得 有用 有帮助 帮助 帮到 收获 来 去 走
    再见 见 期待 等待 滑动 继续 持续 翻页 翻 退出 保存 复制 选择 设 设为 星标 置顶 在看 转载 注明 保留 标明
    引用 授权 许可 允许 同意 删除 处理 侵权 侵删 侵犯 告知 通知 更新 推送 整理 收集 采集 搬运 商用 欢迎 敬请
    祝 愉快 开心 感恩 陪伴 互动 提问 问 解答 答疑 指正 批评 不吝 赐教 光临 记得 忘记 忘 忘了 错过 迷路 免费
    领 参与 报名 进 进群 入群 拉 拉你 备注 注册 点开 点个 共勉 发现 探讨 心得 交流心得 免责 申明 感谢您
    谢谢您 谢谢你 博客地址 谅解 理解 见谅 放心 请教 提供 补充 纠正 说明 声明 提示 提醒 告诉 介绍 出处 仅供
    代表 不代表 承担 负责 追究 违者 必究 违法 遵守 守法 谨记
    """
)
# What is on a site.
_THINGS = _words_of(
    """
    超链接 译者 能力 水平 动力 不易 辛苦 团队 协议 声明信息 仓库
    公众号 公众 号 订阅号 服务号 视频号 微信 微信号 微博 群 交流群 微信群 粉丝群 读者群 社群 圈子 二维码
    客户端 app 小程序 网站 官网 官方 网址 域名 主页 首页 博客 专栏 栏目 频道 账号 平台 内容 全文 图文 视频
    资讯 信息 知识 新闻 消息 干货 资料 资源 话题 故事 好文 精彩 评论区 留言区 区 后台 朋友圈 标签 链接 名片
    头像 卡片 蓝字 标题 按钮 版权 来源 权利 权益 合作 商务 广告 建议 意见 看法 想法 问题 疑问 疑惑 经验 观点
    立场 个人 参考 用途 商业 目的 联系方式 邮箱 电话 热线 地址 手机 网络 互联网 素材 不错 最新 实用 优质
    专业 权威 热门 相关 丰富 有趣 好玩 原创 独家 首发 图 文 页面 页 下一页 下一篇 上一篇 下一个 回顾 详情
    动力 福利 好处 攻略 课程 活动 服务 本章 章节 小说 书 好书 动态 星 赞 生活 未完 转载者 转发者 责任 后果
    法律 形式 渠道 姓名 单位 字样 原因 错误 不妥 不足 之处 地方 机会 多少 兴趣 技术 研究 研讨
    """
)
_KNOWN = _LITTLE | _READER | _SELF | _ACTS | _THINGS
# What a clause of a site about itself or to its reader begins with; others of the words above may be its subject.
_BEGINS = (
    _ACTS
    | (_READER - {"人", "用户", "团队", "老师", "同学"})
    | _SELF
    | _words_of(
        """
        评论区 首次 码字 能力 水平 您的 你的
        请 请勿 切勿 勿 不得 禁止 谢绝 严禁 未经 如 如果 若 想 想要 要 需要 可 可以 就 也 还 还有 再 并 另外
        同时 此外 或 或者 最后 以上 以下 每天 每 第一时间 随时 让 对 把 给 在 一起 快 快来 赶紧 赶快 最 更 今天
        今日 本期 下期 今后 不 别 不要 都 常 多多 务必 由于 任何 部分 所有 全部 均 仅 只 好 不会 即可 通过 使用
        用 一键 立即 马上 不错 往期 精彩 原创 版权 转载 有 这篇 这里 上面 下面 上方 下方 侵
        """
    )
)
# What shows, beside a name or topic, that a site speaks: so many of these.
_MEANT = _READER | _SELF | _ACTS | _THINGS | frozenset(("请", "可以", "可", "一起", "更"))
_LEAST = 2
# The name or topic, in letters.
_TOPIC = 6


def topic_of(clause: str) -> str | None:
    """Return the one name or topic that a folded clause of the page's own words points to, "" where there is none.

    None for a clause that has other words, or in which they stand elsewhere: it may say something about the world.
    """
    if not _begins().match(clause):
        return None
    words = list(_words(clause))
    if not words or words[0][0] not in _BEGINS or not any(word in _ACTS or word in _MADE for word, _ in words):
        return None
    of_itself = words[0][0] in _SELF and any(word in _MADE for word, _ in words)
    topic = ""
    before = ""
    inside = False
    for word, kind in words:
        if word in _KNOWN:
            inside = False
            before = before if word in _BETWEEN else word
        elif word.strip(_SIGNS):
            if (kind[0] in "vpdcm" and kind != "vn" and not word.isascii()) or not (
                inside or before in _TAKES or of_itself
            ):
                return None
            if topic and not inside:
                return None
            inside = True
            topic += word
    if topic and sum(word in _MEANT for word, _ in words) < _LEAST:
        return None  # 关注儿童健康
    return topic if len(topic) <= _TOPIC or topic.isascii() else None


# What a site says of its own texts, beside which a name may stand anywhere: 本文为某某原创内容.
_MADE = frozenset(("原创", "转载", "整理", "首发", "来源", "出自", "投稿", "授权", "编辑"))
_BETWEEN = frozenset(("的", "了", "一下", "更", "多"))
_SIGNS = " ^_'‘’~"


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_BEGINS, reverse=True)))


@cache
def _unlisted() -> re.Pattern[str]:
    """Return what finds the words above that the general list does not have: it is older than they are."""
    words = sorted((w for w in _KNOWN if len(w) > 1 and not known(w)), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words)))


def _words(clause: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a clause, each with its tag."""
    at = 0
    for word in _unlisted().finditer(clause):
        yield from tagged(clause[at : word.start()])
        yield word[0], "n"
        at = word.end()
    yield from tagged(clause[at:])

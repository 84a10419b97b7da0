"""A second cleaning with what the other pages of the site say."""

from dataclasses import replace

from analyzer.clean import clean_again
from analyzer.clean.draft import shape
from analyzer.clean.furniture import line_key
from analyzer.model import Article, Sharing
from analyzer.settings import Settings
from tests.clean.marked import lines, mark, plain, run
from tests.clean.test_laws import holds

A = "洗碗机买回来已经一年多了，今天想和大家说说真实的使用感受，希望能给还在犹豫的朋友一点参考，少走一些弯路。"
B = "先说优点，吃完饭把碗放进去按一下就去散步了，回来的时候碗已经烘干，老人再也不用在冬天里碰冷水，这一点特别值得。"
C = "再说缺点，机器占地方，小户型的厨房要提前量好尺寸，安装的时候师傅说要另收材料费，大约120元，事先没有人告诉我们。"
TITLE = "洗碗机用了一年的感受"
SHARED = (
    "关注我们，不错过每一篇好文",
    "您身边的生活参谋",
    "编辑：王芳",
    "编辑部地址：江市解放路",
    "安心贷由天目集团推出",
    TITLE,
    "写在最后",
)


def proven(*, most: bool = True) -> dict[int, Sharing]:
    return {line_key(*shape(line)[:2]): Sharing(5, site=True, most=most) for line in SHARED}


def again(text: str, settings: Settings | None = None) -> Article:
    return clean_again(run(text), proven(), settings or Settings())


MUST_FIRE = (
    f"{TITLE}\n{{-site-lines|您身边的生活参谋-}}\n{A}\n{B}\n{{-site-lines|编辑：小林\n编辑部地址：江市解放路-}}",
    f"{TITLE}\n{A}\n{{-site-lines|关注我们，不错过每一篇好文-}}\n{B}",
    f"{TITLE}\n{A}\n{B}\n{{-site-lines|您身边的生活参谋-}}\n写在这里的一句话\n{{-site-lines|编辑：小林-}}",
)
MUST_STAY = (
    # a claim and a heading that each page has
    f"{TITLE}\n{A}\n安心贷由天目集团推出\n{B}\n写在最后\n安心贷由天目集团推出",
    # inside the text only calls go
    f"{TITLE}\n{A}\n您身边的生活参谋\n编辑：王芳\n编辑部地址：江市解放路\n{B}\n{C}",
    # what no other page has
    f"{TITLE}\n{A}\n{B}\n关注我们，了解更多资讯",
)


def test_lines_of_the_site_go() -> None:
    for case in MUST_FIRE:
        article = again(plain(case))
        assert lines(mark(article)) == lines(case)
        holds(article)


def test_other_lines_stay() -> None:
    for case in MUST_STAY:
        assert again(case).clean.text == case


def test_the_reason_says_how_many_pages_have_the_line() -> None:
    (removal,) = again(f"{TITLE}\n{A}\n{B}\n编辑：王芳").removals
    assert "同站至少 5 个页面都有这一行" in removal.reason.zh
    assert "5 pages of the site" in removal.reason.en


def test_twice_is_once() -> None:
    once = again(plain(MUST_FIRE[0]))
    assert clean_again(once, proven(), Settings()) == once


def test_inside_the_text_a_call_goes_only_where_most_pages_have_it() -> None:
    text = plain(MUST_FIRE[1])
    assert clean_again(run(text), proven(most=False), Settings()).clean.text == text


def test_a_site_may_be_named_in_its_lines() -> None:
    line = "青禾读书，更懂你的资讯伙伴"
    text = f"{TITLE}\n{A}\n{B}\n{line}"
    found = {line_key(*shape(line)[:2]): Sharing(5, site=True, most=True)}
    assert clean_again(run(text), found, Settings()).clean.text == text
    article = run(text)
    named = replace(article, document=replace(article.document, site="青禾读书"))
    assert clean_again(named, found, Settings()).clean.text == f"{TITLE}\n{A}\n{B}\n"


def test_the_editor_can_switch_the_rule_off_and_keep_a_text() -> None:
    text = plain(MUST_FIRE[1])
    assert again(text, Settings(keep_rules=frozenset({"site-lines"}))).clean.text == text
    assert again(text, Settings(keep_texts=("每一篇好文",))).clean.text == text


def test_an_article_keeps_something_to_check() -> None:
    text = "您身边的生活参谋\n编辑：王芳"
    assert again(text).clean.text == text


def test_a_page_alone_is_cleaned_without_it() -> None:
    text = plain(MUST_FIRE[1])
    assert run(text).clean.text == text

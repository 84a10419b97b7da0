"""``farmcheck corpus``: what many articles share, without checking their claims."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.cli.console import text
from analyzer.cli.progress import progress_shown, refuse_missing

if TYPE_CHECKING:
    from analyzer.corpus import Corpus
    from analyzer.model import FactTable

Paths = Annotated[list[Path], typer.Argument(help=text("文章文件或文件夹，可以多个", "article files or folders"))]
Json = Annotated[bool, typer.Option("--json", help=text("每行一个 JSON 对象", "one JSON object a line"))]

KINDS = {
    "copy": text("相同", "copy"),
    "edited": text("改写", "edited"),
    "excerpt": text("节选", "excerpt"),
    "boilerplate": text("同模板", "boilerplate"),
}
REACHES = {
    "template": text("站点模板", "one site's template"),
    "copied": text("互相抄", "copies of one article"),
    "common": text("多处通用", "common phrase"),
}


def register(app: typer.Typer) -> None:
    """Add the group."""
    group = typer.Typer(
        no_args_is_help=True, help=text("整批文章：谁抄谁、哪些句子到处都有。", "The corpus: copies, spread sentences.")
    )
    app.add_typer(group, name="corpus")
    group.command(
        help=text(
            "列出近重复的文章、相似程度和分组。", "List near-duplicates, how alike they are, and their clusters."
        ),
        epilog=text("例：farmcheck corpus dup scraped/", "Example: farmcheck corpus dup scraped/"),
    )(dup)
    group.command(
        help=text("列出在许多文章里出现的句子。", "List the sentences that stand in many articles."),
        epilog=text("例：farmcheck corpus spread scraped/ --json", "Example: farmcheck corpus spread scraped/ --json"),
    )(spread)
    group.command(
        help=text(
            "列出站点：篇数、近重复、缺字、正文之外的比例。", "List the sites: articles, copies, gaps, removals."
        ),
        epilog=text("例：farmcheck corpus sites scraped/", "Example: farmcheck corpus sites scraped/"),
    )(sites)
    group.command(
        help=text(
            "列出模板网络：同一骨架、同一页码或只换产品名的站点。",
            "List template networks: sites with one skeleton, the same page numbers or only the name swapped.",
        ),
        epilog=text("例：farmcheck corpus networks scraped/", "Example: farmcheck corpus networks scraped/"),
    )(networks)
    group.command(
        help=text(
            "从互相抄的文章里找洗稿换词：哪个词总被换成哪个词。", "Mine spun word pairs from copies of one article."
        ),
        epilog=text(
            "例：farmcheck corpus spun scraped/ --write 换词.csv",
            "Example: farmcheck corpus spun scraped/ --write spun.csv",
        ),
    )(spun)


def dup(paths: Paths, as_json: Json = False) -> None:
    """Print the pairs, then the clusters."""
    corpus = _look(paths)
    for edge in corpus.near.edges:
        if as_json:
            row = {
                "left": edge.left, "right": edge.right, "kind": edge.kind.value,
                "of_left": edge.of_left, "of_right": edge.of_right, "shared": edge.shared,
            }  # fmt: skip
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            typer.echo(f"{KINDS[edge.kind.value]}  {edge.left} {edge.of_left:.0%}  {edge.right} {edge.of_right:.0%}")
    if not as_json:
        for cluster in corpus.near.clusters:
            typer.echo(f"{cluster.id}  {len(cluster.articles)}  {'  '.join(cluster.articles)}")
        typer.echo(
            text(
                f"{len(corpus.near.edges)} 对，{len(corpus.near.clusters)} 组（百分数：这一篇有多少也在另一篇里）",
                f"{len(corpus.near.edges)} pairs, {len(corpus.near.clusters)} clusters "
                "(percent: how much of this one stands in the other)",
            ),
            err=True,
        )


def spread(paths: Paths, as_json: Json = False) -> None:
    """Print the sentences, the most spread first."""
    rows = _look(paths).spread
    for row in rows:
        if as_json:
            found = {
                "sentence": row.sentence, "articles": list(row.articles), "sites": list(row.sites),
                "reach": row.reach.value,
            }  # fmt: skip
            typer.echo(json.dumps(found, ensure_ascii=False))
        else:
            typer.echo(f"{len(row.articles)}  {len(row.sites)}  {REACHES[row.reach.value]}  {row.sentence}")
    if not as_json:
        typer.echo(
            text(f"{len(rows)} 句（列：篇数、站点数、原因、句子）", f"{len(rows)} sentences (articles, sites, why)"),
            err=True,
        )


def sites(paths: Paths, as_json: Json = False) -> None:
    """Print a row a site, those with most articles first."""
    from collections import Counter

    corpus = _look(paths)
    copied = corpus.copied_elsewhere()
    known = [note for note in corpus.notes if note.site and note.status == "checked"]
    articles = Counter(note.site for note in known)
    copies = Counter(note.site for note in known if note.id in copied)
    holes = Counter(note.site for note in known if note.holes)
    networked = {site for network in corpus.networks(_table(None)) for site in network.sites}
    for site, count in sorted(articles.items(), key=lambda s: (-s[1], s[0] or "")):
        if as_json:
            row = {
                "site": site, "articles": count, "copied": copies[site], "with_gaps": holes[site],
                "network": site in networked,
            }  # fmt: skip
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            mark = text("  模板网络", "  network") if site in networked else ""
            typer.echo(f"{count}  {copies[site]}  {holes[site]}  {site}{mark}")
    if not as_json:
        typer.echo(
            text(
                f"{len(articles)} 个站点（列：篇数、与别站近重复、有缺字、站点）",
                f"{len(articles)} sites (articles, copied elsewhere, with gaps, site)",
            ),
            err=True,
        )


def networks(
    paths: Paths,
    facts: Annotated[Path | None, typer.Option(help=text("事实表文件夹", "fact folder"))] = None,
    as_json: Json = False,
) -> None:
    """Print a row a network, the largest first."""
    found = _look(paths).networks(_table(facts))
    for row in found:
        if as_json:
            cells = {
                "sites": row.sites, "articles": row.articles, "mirrored": row.mirrored, "swapped": row.swapped,
            }  # fmt: skip
            typer.echo(json.dumps(cells, ensure_ascii=False))
        else:
            typer.echo(f"{len(row.sites)}  {len(row.articles)}  {row.mirrored}  {row.swapped}  {'  '.join(row.sites)}")
    if not as_json:
        typer.echo(
            text(
                f"{len(found)} 个网络（列：站点数、篇数、同页码的对数、换产品名的对数、站点）",
                f"{len(found)} networks (sites, articles, pairs under one page number, pairs with the name swapped)",
            ),
            err=True,
        )


def _table(facts: Path | None) -> "FactTable":
    from analyzer.facts import find_folder, load_table

    return load_table(find_folder(facts))


def spun(
    paths: Paths,
    least: Annotated[int, typer.Option(min=1, help=text("至少在几组互抄的文章里出现", "seen in so many clusters"))] = 2,
    write: Annotated[
        Path | None, typer.Option(help=text("把新词对追加到这个 CSV，删改后在设置里采用", "append new pairs to a CSV"))
    ] = None,
    as_json: Json = False,
) -> None:
    """Print the pairs, the most frequent first; what the program knows already is marked."""
    from analyzer.across.spun import swaps
    from analyzer.files import replace_bytes
    from analyzer.repair.spin import known_pairs
    from analyzer.settings import load_settings

    corpus = _look(paths)
    near = [e for e in corpus.near.edges if e.kind.value in ("copy", "edited")]
    of = corpus.near.cluster_of()
    texts = (
        (of.get(e.left, e.left), corpus.reading(e.left).folded.text, corpus.reading(e.right).folded.text) for e in near
    )
    known = known_pairs() | frozenset(load_settings(None).spun_pairs)
    found = swaps(texts, least)
    for swap in found:
        old = (swap.spun, swap.plain) in known
        if as_json:
            row = {
                "spun": swap.spun, "plain": swap.plain, "times": swap.times, "pairs": swap.pairs,
                "clusters": swap.clusters, "known": old, "spun_in": swap.spun_in, "plain_in": swap.plain_in,
            }  # fmt: skip
            typer.echo(json.dumps(row, ensure_ascii=False))
        else:
            mark = text("（已有）", " (known)") if old else ""
            typer.echo(f"{swap.spun} → {swap.plain}{mark}  {swap.times} / {swap.clusters}")
            typer.echo(f"    {swap.spun_in}\n    {swap.plain_in}")
    fresh = [swap for swap in found if (swap.spun, swap.plain) not in known]
    if write is not None and fresh:
        before = write.read_text(encoding="utf-8-sig") if write.exists() else ""
        there = {line.partition("#")[0].strip() for line in before.splitlines()}
        rows = [
            f"{s.spun},{s.plain}  # {s.times} / {s.clusters}\n" for s in fresh if f"{s.spun},{s.plain}" not in there
        ]
        if before and not before.endswith("\n"):
            before += "\n"
        replace_bytes(write, (before + "".join(rows)).encode("utf-8"))
    if not as_json:
        typer.echo(
            text(
                f"{len(found)} 对词，其中 {len(fresh)} 对是新的（次数 / 互抄的组数；左边是换上的词）",
                f"{len(found)} pairs, {len(fresh)} of them new (times / clusters of copies; the spun word first)",
            ),
            err=True,
        )


def _look(paths: list[Path]) -> "Corpus":
    from analyzer.corpus import look
    from analyzer.settings import load_settings

    refuse_missing(paths)
    with progress_shown() as progress:
        return look(paths, load_settings(None), progress)

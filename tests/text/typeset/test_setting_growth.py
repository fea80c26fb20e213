"""Twice the article takes about twice the time to set, whatever it is made of."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from reader.domain.article import Article, Block, BlockKind, Mark, Span
from reader.text.layout import Layout
from reader.text.typeset.plan import plan

FEW, MANY = 500, 4000


def linked(kind: BlockKind, text: str) -> Article:
    """An article of one block, every word that ends in `x` a link of its own."""
    spans, at = [], 0
    for number, word in enumerate(
        text.replace("\t", " ").replace("\n", " ").split(" ")
    ):
        if word.endswith("x"):
            target = f"https://a.example/{number}"
            spans.append(Span(at, at + len(word), Mark.LINK, target))
        at += len(word) + 1
    block = Block(kind=kind, text=text, spans=tuple(spans))
    return Article(url=None, title="", blocks=(block,))


def paragraphs(size: int) -> Article:
    block = Block(kind=BlockKind.PARAGRAPH, text="words of a paragraph " * 8)
    return Article(url=None, title="", blocks=(block,) * size)


HARD: dict[str, Callable[[int], Article]] = {
    "paragraphs": paragraphs,
    "one paragraph": lambda size: linked(BlockKind.PARAGRAPH, "word " * 20 * size),
    "links": lambda size: linked(BlockKind.PARAGRAPH, "some words and a linkx " * size),
    "rows": lambda size: linked(BlockKind.TABLE, "a word\tmore\t17\n" * size),
    "rows of links": lambda size: linked(BlockKind.TABLE, "ax\tbx and\t17\n" * size),
    "code": lambda size: linked(BlockKind.CODE, "value = work(on=that)\n" * size),
}


def seconds(page: Article) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        layout = Layout(plan(page), 72, cell_len)
        while not layout.exact:
            layout.measure_some(0, 10_000)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", HARD)
def test_eight_times_the_article_takes_no_more_than_it_should(name: str) -> None:
    make = HARD[name]
    assert seconds(make(MANY)) <= 24 * seconds(make(FEW)) + 0.05


def test_a_table_is_looked_at_once_for_all_widths() -> None:
    """How wide its columns are by themselves, every one of its rows decides."""
    measured = 0

    def cells(text: str) -> int:
        nonlocal measured
        measured += 1
        return cell_len(text)

    page = plan(HARD["rows"](FEW))
    Layout(page, 72, cells).lines(1)
    once = measured
    Layout(page, 60, cells).lines(1)
    assert measured - once < once // 2

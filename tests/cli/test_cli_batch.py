"""Batches: one line in, one line out, whatever is in it."""

from __future__ import annotations

import base64
import json
from typing import Any

from cli.conftest import Reader

FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Courier</title><link>https://c.example/</link>
<item><title>Van changes route</title><link>https://c.example/van</link>
<guid>van</guid><pubDate>Fri, 26 Jun 2020 08:15:00 +0000</pubDate></item>
</channel></rss>"""


def lines(*asked: object) -> str:
    """JSON lines."""
    return "\n".join(json.dumps(each) for each in asked) + "\n"


def answers(out: str) -> list[dict[str, Any]]:
    """What came back."""
    return [json.loads(line) for line in out.splitlines()]


def test_texts_are_answered_in_order_with_offsets_as_given(reader: Reader) -> None:
    text = "\ufeff“Slow,” said Ada Moreno.\r\n\r\n“Why?” asked Tom Reid."
    ran = reader(
        "quotes",
        "--jsonl",
        given=lines({"id": 1, "text": text}, {"id": "b", "text": ""}),
    )
    first, second = answers(ran.out)
    assert ran.code == 0
    assert first["id"] == 1
    assert [
        (text[one["start"] : one["end"]], one["speaker"]) for one in first["quotations"]
    ] == [("Slow,", "Ada Moreno"), ("Why?", "Tom Reid")]
    assert second == {"id": "b", "quotations": []}


def test_a_line_that_cannot_be_read_does_not_end_the_batch(reader: Reader) -> None:
    given = (
        lines({"id": 1}, {"id": 2, "text": 5}, [1])
        + "{nonsense\n\n"
        + lines({"id": 3, "text": "“Yes,” said Tom Reid."})
    )
    ran = reader("quotes", "--jsonl", given=given)
    said = answers(ran.out)
    assert ran.code == 0
    assert [one["id"] for one in said] == [1, 2, None, None, 3]
    assert ["error" in one for one in said] == [True, True, True, True, False]


def test_half_a_surrogate_pair_comes_back_as_it_went(reader: Reader) -> None:
    ran = reader(
        "quotes",
        "--jsonl",
        given='{"id":"\\ud800","text":"“A \\ud83d.” said Tom Reid."}\n',
    )
    (answer,) = answers(ran.out)
    assert answer["id"] == "\ud800"


def test_pages_are_answered_with_the_shape_of_show(reader: Reader) -> None:
    html = (
        "<html><head><title>Pier</title></head><body><article><h1>Pier</h1>"
        "<p>“The pier stays open,” said Ada Moreno, and everybody who had come to "
        "the harbour that evening to hear it went home again.</p></article></body></html>"
    )
    asked = lines(
        {"id": "page", "url": "https://a.example/pier", "html": html},
        {"id": "empty", "url": "https://a.example/", "html": ""},
    )
    page, empty = answers(reader("show", "--jsonl", given=asked).out)
    assert page["id"] == "page"
    assert page["title"] == "Pier"
    assert page["quotations"][0]["speaker"] == "Ada Moreno"
    assert list(empty) == ["id", "error"]


def test_feeds_are_answered_with_their_articles(reader: Reader) -> None:
    body = base64.b64encode(FEED.encode()).decode()
    asked = lines(
        {"id": 1, "url": "https://c.example/feed", "body_base64": body},
        {"id": 2, "url": "https://c.example/feed", "body_base64": "?"},
        {"id": 3, "url": "https://c.example/feed", "body_base64": ""},
    )
    feed, *broken = answers(reader("list", "--jsonl", given=asked).out)
    assert feed["title"] == "The Courier"
    (article,) = feed["articles"]
    assert article["title"] == "Van changes route"
    assert article["published"].startswith("2020-06-26T08:15:00")
    assert all("error" in one for one in broken)

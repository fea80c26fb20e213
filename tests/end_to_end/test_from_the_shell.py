"""The road from a shell: subscribe, read, comment offline, send once."""

from __future__ import annotations

import json

import pytest

from cli.conftest import Reader, reader
from servers.wordpress import WordPress

__all__ = ["reader"]

TEXT = "Paint is cheap & fades; a crossing <should> not."


def test_a_comment_written_offline_reaches_wordpress_once(
    reader: Reader, wordpress: WordPress
) -> None:
    added = reader("add", wordpress.url)
    assert added.code == 0, added.err
    listed = json.loads(reader("list", "--json").out)
    (post,) = (one for one in listed if "crossing" in one["title"])
    article = wordpress.article()
    assert post["url"] == article
    before = len(wordpress.comments())

    shown = json.loads(reader("show", article, "--json").out)
    required = [
        one["name"] for one in shown["comments"]["form"]["fields"] if one["required"]
    ]
    assert required == ["comment", "author", "email"]

    # The form is kept by commenting once while the site is there.
    first = reader("comment", article, "--text-file", "-", given=TEXT)
    assert first.code == 1
    wordpress.stop()

    missing = reader("comment", article, "--text-file", "-", "--json", given=TEXT)
    assert missing.code == 1
    assert json.loads(missing.out)["missing"] == ["author", "email"]
    assert "Name is required." in missing.err

    filled = ("--name", "Ada Moreno", "--email", "ada@example.org")
    queued = reader(
        "comment", article, *filled, "--text-file", "-", "--queue", given=TEXT
    )
    assert queued.code == 0, queued.err

    away = reader("outbox", "send")
    assert away.code == 75
    assert json.loads(reader("outbox", "--json").out)[0]["state"] == "queued"

    wordpress.start()
    sent = reader("outbox", "send")
    assert sent.code == 0, sent.err
    assert reader("outbox", "send").code == 0
    (delivery,) = json.loads(reader("outbox", "--json").out)
    assert delivery["state"] == "accepted"
    assert delivery["seen"] == "public"
    stored = wordpress.comments()
    assert len(stored) == before + 1
    assert json.loads(reader("drafts", "--json").out) == []


def test_without_a_network_the_copy_is_shown(
    reader: Reader, wordpress: WordPress
) -> None:
    article = wordpress.article()
    assert reader("comment", article, "--text-file", "-", given="…").code == 1
    wordpress.stop()
    shown = reader("show", article)
    assert shown.code == 0
    assert "Council asks residents about the Mill Lane crossing" in shown.out
    assert "This is the copy in the library." in shown.err


@pytest.mark.parametrize("name", ["before", "main", "after"])
def test_every_post_of_the_site_is_read(
    reader: Reader, wordpress: WordPress, name: str
) -> None:
    shown = json.loads(reader("show", wordpress.article(name), "--json").out)
    assert shown["site"] == "The Millbrook Courier"
    assert shown["quotations"]
    assert "Leave a" not in shown["text"]
    assert "Required fields" not in shown["text"]

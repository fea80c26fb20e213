"""`reader comments`, against a real site."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from pathlib import Path

from cli.conftest import Ran, Reader
from servers.wordpress import WordPress


def test_the_comments_under_an_article_are_printed_as_they_answer_each_other(
    reader: Reader, wordpress: WordPress
) -> None:
    printed = reader("comments", wordpress.article("before"))
    assert printed.code == 0, printed.err
    first, second, third = (
        line for line in printed.out.splitlines() if "· 2020-06-0" in line
    )
    assert first.endswith("Tom Fairley · 2020-06-05")
    assert second.startswith("    ")
    assert third.startswith("        ")
    assert "    A shed has no swimmers." in printed.out


def test_the_comments_under_an_article_are_told_to_scripts(
    reader: Reader, wordpress: WordPress
) -> None:
    printed = reader("comments", wordpress.article("before"), "--json")
    first, second, _ = json.loads(printed.out)
    assert (first["author"], first["parent"], first["held"]) == (
        "Tom Fairley",
        None,
        False,
    )
    assert second["parent"] == first["id"]


def test_comments_of_nothing_in_particular_are_a_wrong_use(reader: Reader) -> None:
    assert reader("comments").code == 2


def test_what_has_no_address_has_no_comments(reader: Reader) -> None:
    printed = reader("comments", "99")
    assert printed.code == 1
    assert "no article with an address" in printed.err


def first_under(reader: Reader, url: str) -> str:
    number: str = json.loads(reader("comments", url, "--json").out)[0]["id"]
    return number


def drafted(reader: Reader, url: str, number: str, *more: str) -> Ran:
    signed = ("--name", "Ada", "--email", "ada@example.org", "--text-file", "-")
    return reader(
        "comment", url, "--reply-to", number, *signed, *more, given="I take it too."
    )


def test_an_answer_goes_to_a_comment_that_is_there(
    reader: Reader, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    (first, *_) = json.loads(reader("comments", url, "--json").out)
    ran = drafted(reader, url, first["id"], "--json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["reply_to"] == first["id"]
    missing = drafted(reader, url, "999")
    assert missing.code == 1
    assert "There is no comment 999" in missing.err


def test_an_answer_goes_no_deeper_than_the_site_lets_it(
    reader: Reader, wordpress: WordPress
) -> None:
    wordpress.reset(thread_comments_depth=2)
    url = wordpress.article("before")
    first, _, third = json.loads(reader("comments", url, "--json").out)
    ran = drafted(reader, url, third["id"], "--json")
    assert ran.code == 0
    assert json.loads(ran.out)["reply_to"] == first["id"]
    assert f"yours will answer {first['id']}" in ran.err


def test_a_comment_that_cannot_be_looked_for_is_taken_at_its_word(
    reader: Reader, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    wordpress.stop()
    ran = drafted(reader, url, "7", "--json")
    assert json.loads(ran.out)["reply_to"] == "7"
    assert "could not be checked" in ran.err


def test_without_the_site_the_kept_thread_is_printed_with_its_date(
    reader: Reader, wordpress: WordPress
) -> None:
    url = wordpress.article("before")
    # What is commented on is kept; what is only looked at is not.
    assert drafted(reader, url, first_under(reader, url)).code == 0
    wordpress.stop()
    printed = reader("comments", url)
    assert printed.code == 0
    assert "This is the library's copy of" in printed.err
    assert "A shed has no swimmers." in printed.out


def test_without_the_site_and_without_a_copy_there_is_nothing_to_print(
    reader: Reader, wordpress: WordPress
) -> None:
    wordpress.stop()
    printed = reader("comments", wordpress.article("before"))
    assert printed.code == 1
    assert printed.out == ""


def test_sending_follows_what_was_sent_before(
    reader: Reader, wordpress: WordPress, tmp_path: Path
) -> None:
    wordpress.reset(comment_moderation=1)
    url = wordpress.article("before")
    drafted(reader, url, first_under(reader, url), "--queue")
    assert reader("outbox", "send").code == 0
    (held,) = json.loads(reader("comments", "--mine", "--json").out)
    assert (held["state"], held["seen"]) == ("held", "held")
    number = wordpress.comments("before")[-1]["id"]
    wordpress.php(
        f"wp_set_comment_status({number}, 'approve');"
        f"wp_insert_comment(['comment_post_ID' => {wordpress.posts['before']},"
        f" 'comment_parent' => {number}, 'comment_author' => 'Ben Adeyemi',"
        " 'comment_content' => 'Which shed?', 'comment_approved' => 1]);"
    )
    an_hour_ago(tmp_path / "data/reader/library.sqlite3")
    told = reader("outbox", "send")
    assert told.code == 0
    assert "Ben Adeyemi answered you" in told.err
    assert "Which shed?" in told.err
    (public,) = json.loads(reader("comments", "--mine", "--json").out)
    assert (public["state"], public["seen"]) == ("accepted", "public")
    an_hour_ago(tmp_path / "data/reader/library.sqlite3")
    assert "answered you" not in reader("outbox", "send").err


def an_hour_ago(library: Path) -> None:
    """Let an hour pass for what was sent and asked."""
    with contextlib.closing(sqlite3.connect(library)) as db, db:
        db.execute("UPDATE outbox SET queued = queued - 3600")
        db.execute("UPDATE threads SET asked = asked - 3600")

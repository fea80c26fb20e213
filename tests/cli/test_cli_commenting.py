"""`reader comment` and `reader drafts`, over saved pages and no network."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from cli.conftest import Reader

PAGE = """<!DOCTYPE html><html lang="en"><head><title>The pier stays open</title>
<link rel="canonical" href="https://harbour.example/pier/"></head><body><article>
<h1>The pier stays open</h1><div class="entry-content"><p>“The pier stays open,” said Ada
Moreno, the harbour master, after a meeting that had lasted until two in the morning.</p></div>
</article><div id="respond"><h3 id="reply-title">Leave a Reply</h3>
<form action="{action}" method="post" id="commentform">
<p class="comment-notes">Your email address will not be published.</p>
<p><label for="comment">Comment <span class="required">*</span></label>
<textarea id="comment" name="comment" maxlength="65525" required></textarea></p>
<p><label for="author">Name <span class="required">*</span></label>
<input id="author" name="author" type="text" maxlength="245" required></p>
<p><label for="email">Email <span class="required">*</span></label>
<input id="email" name="email" type="email" maxlength="100" required></p>
<p><input name="submit" type="submit" value="Post Comment">
<input type="hidden" name="comment_post_ID" value="5"></p></form></div></body></html>"""

SIGNED = ("--name", "Ada", "--email", "ada@example.org")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    return written(tmp_path, "https://harbour.example/wp-comments-post.php")


def written(folder: Path, action: str) -> Path:
    """A saved page whose form sends there."""
    path = folder / "pier.html"
    path.write_text(PAGE.format(action=action), encoding="utf-8")
    return path


def test_what_is_missing_is_named_and_the_draft_kept(
    reader: Reader, page: Path
) -> None:
    ran = reader("comment", str(page), "--text-file", "-", "--json", given="Good.")
    draft = json.loads(ran.out)
    assert ran.code == 1
    assert draft["missing"] == ["author", "email"]
    assert draft["url"] == "https://harbour.example/pier/"
    (kept,) = json.loads(reader("drafts", "--json").out)
    assert kept == draft


def test_the_same_words_go_on_in_the_same_draft(reader: Reader, page: Path) -> None:
    reader("comment", str(page), "--text-file", "-", given="Good.")
    ran = reader("comment", str(page), *SIGNED, "--text-file", "-", given="Good.")
    assert ran.code == 0
    (draft,) = json.loads(reader("drafts", "--json").out)
    assert draft["fields"] == {"author": "Ada", "email": "ada@example.org"}
    assert draft["missing"] == []


def test_a_field_is_set_by_its_own_name(reader: Reader, page: Path) -> None:
    ran = reader(
        *("comment", str(page), "--set", "author=Ada", "--set", "email=nowhere"),
        *("--text-file", "-"),
        given="Good.",
    )
    assert ran.code == 1
    assert "nowhere" in ran.err
    unknown = reader(
        "comment", str(page), "--set", "colour=red", "--text-file", "-", given="Good."
    )
    assert unknown.code == 1
    assert (
        "The form has no field “colour”; it has comment, author, email." in unknown.err
    )
    assert "The draft is kept as 1." in unknown.err
    (kept,) = json.loads(reader("drafts", "--json").out)
    assert kept["text"] == "Good."


def test_what_is_no_text_is_named(reader: Reader, page: Path) -> None:
    ran = reader("comment", str(page), "--text-file", "-", given=b"\xff\xfe\x00")
    assert ran.code == 1
    assert "Standard input is not a text in UTF-8." in ran.err


def test_words_out_of_a_pipe_are_kept_where_no_draft_is_made(
    reader: Reader, tmp_path: Path
) -> None:
    """Nobody has to write them twice."""
    ran = reader("comment", "99", "--text-file", "-", given="Long thought about.")
    assert ran.code == 1
    (kept,) = (tmp_path / "data" / "reader").glob("comment-*.txt")
    assert str(kept) in ran.err
    assert kept.read_text("utf-8") == "Long thought about.\n"
    assert kept.stat().st_mode & 0o077 == 0


def test_what_is_queued_stands_in_the_outbox(reader: Reader, page: Path) -> None:
    words = ("comment", str(page), *SIGNED, "--text-file", "-", "--queue", "--json")
    queued = reader(*words, given="Good.")
    assert queued.code == 0
    assert json.loads(queued.out)["state"] == "queued"
    (delivery,) = json.loads(reader("outbox", "--json").out)
    assert delivery["text"] == "Good."
    assert json.loads(reader("comments", "--mine", "--json").out) == [delivery]
    some = delivery["text"].split()[0].upper()
    found = reader("comments", "--mine", f'{some} "{delivery["article"]}"', "--json")
    assert json.loads(found.out) == [delivery]
    assert json.loads(reader("comments", "--mine", "heron", "--json").out) == []
    assert reader("outbox", "discard", str(delivery["id"])).code == 0
    assert json.loads(reader("outbox", "--json").out) == []


def test_a_form_that_sends_elsewhere_is_asked_about(
    reader: Reader, tmp_path: Path
) -> None:
    page = written(tmp_path, "https://elsewhere.example/wp-comments-post.php")
    words = ("comment", str(page), *SIGNED, "--text-file", "-", "--queue")
    asked = reader(*words, given="Good.")
    assert asked.code == 1
    assert "elsewhere.example" in asked.err
    assert "--even-so" in asked.err
    assert reader(*words, "--even-so", given="Good.").code == 0


def test_a_bare_address_waits_for_the_sites_form(reader: Reader) -> None:
    ran = reader(
        *("comment", "http://127.0.0.1:1/pier/", *SIGNED, "--text-file", "-"),
        "--queue",
        given="Good.",
    )
    assert ran.code == 0
    assert "waits for the site’s form" in ran.err
    (delivery,) = json.loads(reader("outbox", "--json").out)
    assert delivery["fields"] == {"name": "Ada", "email": "ada@example.org"}


def test_text_that_is_no_text_is_refused(reader: Reader, page: Path) -> None:
    ran = reader("comment", str(page), "--text-file", "-", given=b"\xff\xfe\x00")
    assert ran.code == 1
    assert "UTF-8" in ran.err
    gone = reader("comment", str(page), "--text-file", str(page.with_name("none")))
    assert gone.code == 1


def test_the_doctor_counts_what_was_handed_over_once(
    reader: Reader, page: Path
) -> None:
    """A draft in the outbox is a draft no more."""
    ran = reader(
        "comment", str(page), *SIGNED, "--text-file", "-", "--queue", given="Good."
    )
    assert ran.code == 0
    said = reader("doctor").out
    assert "drafts: 0\n" in said
    assert "comments in the outbox: 1\n" in said


@pytest.mark.parametrize("queue", [(), ("--queue",)])
@pytest.mark.parametrize(
    ("under", "why"),
    [
        ("", "This page has no comment form."),
        (
            '<p class="no-comments">Comments are closed.</p>',
            "No comments here: Comments are closed.",
        ),
    ],
)
def test_a_page_without_a_form_takes_no_comment(
    reader: Reader, tmp_path: Path, under: str, why: str, queue: tuple[str, ...]
) -> None:
    page = tmp_path / "pier.html"
    head, _, _ = PAGE.partition('<div id="respond">')
    head = head.replace(
        "<body>", '<body class="single single-post postid-5">' if under else "<body>"
    )
    page.write_text(f"{head}{under}</body></html>", encoding="utf-8")
    ran = reader("comment", str(page), *queue, "--text-file", "-", given="Good.")
    assert ran.code == 1
    assert why in ran.err
    assert "The draft is kept as 1." in ran.err
    (kept,) = json.loads(reader("drafts", "--json").out)
    assert kept["text"] == "Good."
    assert json.loads(reader("outbox", "list", "--json").out) == []


def test_what_was_discarded_is_listed_and_taken_out_again(
    reader: Reader, page: Path, tmp_path: Path
) -> None:
    reader("comment", str(page), "--text-file", "-", given="Good.")
    with sqlite3.connect(tmp_path / "data/reader/library.sqlite3") as db:
        db.execute("UPDATE drafts SET discarded = 1593259200")
    assert reader("drafts").out == ""
    assert "Good." in reader("drafts", "--bin").out
    assert reader("drafts", "--restore", "1").code == 0
    assert "Good." in reader("drafts").out
    assert reader("drafts", "--restore", "1").code == 1


def test_what_a_draft_was_before_is_printed(
    reader: Reader, page: Path, tmp_path: Path
) -> None:
    reader("comment", str(page), "--text-file", "-", given="Good.")
    assert "never anything else" in reader("drafts", "--history", "1").err
    with sqlite3.connect(tmp_path / "data/reader/library.sqlite3") as db:
        db.execute("INSERT INTO draft_versions VALUES (1, 1593259200, 'Bad.')")
    assert reader("drafts", "--history", "1").out.splitlines()[1] == "Bad."
    (version,) = json.loads(reader("drafts", "--history", "1", "--json").out)
    assert version == {"changed": "2020-06-27T12:00:00+00:00", "text": "Bad."}
    assert reader("drafts", "--history", "9").code == 1

"""`reader show` and `reader quotes`, as a script sees them."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cli.conftest import Reader
from servers.site import Answer, site
from ui.town import Town, open_town

POST = """<!DOCTYPE html><html lang="en"><head>
<title>The pier stays open – The Harbour Review</title>
<meta property="og:site_name" content="The Harbour Review">
<meta property="article:published_time" content="2020-06-26T10:00:00+02:00">
</head><body><article><h1 class="entry-title">The pier stays open</h1>
<div class="entry-content">
<p>The harbour office gave way on Monday. “The pier stays open,” said Ada Moreno, the harbour master, after a meeting that had lasted until two in the morning.</p>
<p>The council added:</p>
<p>“Nobody shall be asked to swim, neither in summer nor in winter, and least of all on Sundays.”</p>
<p>(Source: Harbour Office)</p>
</div></article></body></html>"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.html"
    path.write_text(POST, encoding="utf-8")
    return path


def test_show_prints_the_stable_shape(reader: Reader, post: Path) -> None:
    ran = reader("show", str(post), "--json")
    shown = json.loads(ran.out)
    assert ran.code == 0
    assert list(shown) == [
        "url",
        "title",
        "byline",
        "site",
        "published",
        "language",
        "text",
        "markdown",
        "quotations",
        "source_note",
        "previous",
        "next",
        "comments",
    ]
    assert shown["title"] == "The pier stays open"
    assert shown["site"] == "The Harbour Review"
    assert shown["published"] == "2020-06-26T10:00:00+02:00"
    assert shown["source_note"] == "Harbour Office"
    assert [
        (shown["text"][one["start"] : one["end"]] == one["text"], one["speaker"])
        for one in shown["quotations"]
    ] == [(True, "Ada Moreno"), (True, "The council")]


def test_show_reads_standard_input(reader: Reader) -> None:
    ran = reader("show", "-", "--markdown", given=POST)
    assert ran.code == 0
    assert "“The pier stays open,” said Ada Moreno" in ran.out
    assert "(Source: Harbour Office)" in ran.out


def test_show_reads_an_address(reader: Reader) -> None:
    with site() as shown:
        shown.pages["/pier/"] = Answer(POST)
        ran = reader("show", f"{shown.url}/pier/")
    assert ran.code == 0
    assert ran.out.startswith("The pier stays open\n")


def test_show_keeps_nothing(reader: Reader, post: Path, tmp_path: Path) -> None:
    reader("show", str(post))
    assert not (tmp_path / "data").exists()


def test_plain_text_is_wrapped_where_asked(reader: Reader, post: Path) -> None:
    ran = reader("show", str(post), "--width", "40")
    assert max(map(len, ran.out.splitlines())) <= 40
    unwrapped = reader("show", str(post))
    assert max(map(len, unwrapped.out.splitlines())) > 100


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "nowhere.html"), "There is no file nowhere.html."),
        (("show", "/"), "/ is a folder, not an article."),
        (("show", ""), "An empty name is no file"),
        (("show", "999"), "The library has no article 999"),
        (("show", "http://127.0.0.1:1/post/"), "http://127.0.0.1:1/post/"),
    ],
)
def test_what_cannot_be_shown_is_said_in_one_line(
    reader: Reader, words: tuple[str, ...], sentence: str
) -> None:
    ran = reader(*words)
    assert ran.code == 1
    assert ran.out == ""
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "body", [b"", b"   \n", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"\x00" * 4096]
)
def test_what_is_no_article_is_said_in_one_line(reader: Reader, body: bytes) -> None:
    ran = reader("show", "-", given=body)
    assert ran.code == 1
    assert ran.err.startswith("reader: ")
    assert "Traceback" not in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device")
def test_a_full_disk_under_the_output_is_said(post: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "reader", "show", str(post)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ran.returncode == 1
    assert ran.stderr.decode() == (
        "reader: What was to be printed could not be written: No space left on device.\n"
    )


def test_a_terminal_that_lacks_letters_gets_json_escapes(post: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "reader", "show", str(post), "--json"],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "latin-1"},
        check=True,
    )
    assert json.loads(ran.stdout.decode("latin-1"))["title"]
    assert b"\\u201c" in ran.stdout


@pytest.mark.parametrize("closed", [">&-", "2>&-"])
def test_a_closed_stream_is_no_reason_to_fall_over(post: Path, closed: str) -> None:
    ran = subprocess.run(
        [
            "sh",
            "-c",
            f'"$@" {closed}',
            "-",
            sys.executable,
            "-m",
            "reader",
            "show",
            post,
        ],
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0
    assert ran.stderr == b""


def test_show_without_a_source_is_wrong_usage(reader: Reader) -> None:
    assert reader("show").code == 2


def test_no_escape_sequence_of_a_page_is_printed(reader: Reader) -> None:
    hostile = POST.replace("Ada Moreno", "Ada &#27;]52;c;aGk=&#7;Moreno")
    ran = reader("show", "-", given=hostile)
    assert "Ada Moreno" in ran.out
    assert "\x1b" not in ran.out
    assert "\x1b" not in reader("show", "-", "--json", given=hostile).out


def test_quotes_are_listed_by_speaker(reader: Reader, post: Path) -> None:
    ran = reader("quotes", str(post), "--by-speaker")
    assert ran.code == 0
    assert "Ada Moreno (1)\n  “The pier stays open,”" in ran.out
    assert "The council (1)\n" in ran.out


def test_quotes_carry_their_article(reader: Reader, post: Path) -> None:
    first, _ = json.loads(reader("quotes", str(post), "--json").out)
    assert first["text"] == "The pier stays open,"
    assert first["cue"] == "said"
    assert first["article"]["title"] == "The pier stays open"


def test_quotes_as_markdown_are_block_quotations(reader: Reader, post: Path) -> None:
    ran = reader("quotes", str(post), "--markdown")
    assert ran.out.startswith("> The pier stays open,\n>\n> — Ada Moreno, ")


def test_quotes_of_an_old_article_are_left_out_by_date(
    reader: Reader, post: Path
) -> None:
    assert (
        json.loads(reader("quotes", str(post), "--since", "2021-01-01", "--json").out)
        == []
    )
    assert reader("quotes", str(post), "--since", "soon").code == 2


@pytest.fixture
def town() -> Iterator[Town]:
    with open_town() as town:
        yield town


def test_quotes_of_a_subscription_are_those_of_all_its_articles(
    reader: Reader, town: Town, post: Path
) -> None:
    """By its name, the site's address, or the feed's."""
    assert reader("add", town.address).code == 0
    assert reader("refresh").code == 0
    by_name = json.loads(reader("quotes", "Town News", "--json").out)
    assert len({one["article"]["url"] for one in by_name}) == 4
    assert json.loads(reader("quotes", town.address, "--json").out) == by_name
    assert (
        json.loads(reader("quotes", f"{town.address}/feed/", "--json").out) == by_name
    )
    both = reader("quotes", "Town News", str(post), "--by-speaker", "--json")
    assert "Ruth Adeyemi" in both.out
    assert "the harbour master" not in both.out
    late = reader("quotes", "Town News", "--since", "2020-06-26", "--json")
    assert {one["article"]["title"] for one in json.loads(late.out)} == {
        "“Nobody asked the crews”: new ferry timetable meets resistance"
    }


def test_a_refresh_finds_the_quotations_of_what_it_brings(
    reader: Reader, town: Town, tmp_path: Path
) -> None:
    """They are in the library before anybody asks for them."""
    reader("add", town.address)
    reader("refresh")
    path = tmp_path / "data" / "reader" / "library.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        (speakers,) = db.execute(
            "SELECT count(DISTINCT speaker) FROM quotations"
        ).fetchone()
    assert speakers >= 4
    found = reader("search", "speaker:osei")
    assert "Library to close on Mondays" in found.out

"""`reader --lines`: everything by ear, with nothing painted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cli.conftest import Reader, reader
from servers.wordpress import WordPress
from ui.conftest import town
from ui.terminals import Terminal, running
from ui.town import POSTS, Town

__all__ = ["reader", "town"]

ENTER = "\r"


@contextmanager
def hearing(folder: Path, *source: str) -> Iterator[Terminal]:
    """The conversation, over a library of its own."""
    with running("--lines", *source, folder=folder) as terminal:
        yield terminal


def say(terminal: Terminal, words: str, heard: str) -> None:
    """Say something, and wait for an answer to it."""
    terminal.seen = ""
    terminal.press(f"{words}{ENTER}")
    terminal.wait_for(heard)


def test_an_article_is_told_by_its_paragraphs_and_quotations(
    town: Town, tmp_path: Path
) -> None:
    """Who speaks is told behind their words, and nothing is written over."""
    with hearing(tmp_path, f"{town.address}{POSTS[0].path}") as terminal:
        terminal.wait_for("Article, ? for help:")
        say(terminal, "", "every forty minutes from August")
        say(terminal, "]", "1 of 6. Ada Moreno: “Nobody asked the crews,”")
        say(terminal, "]", "2 of 6. Ada Moreno:")
        say(terminal, "", "[Tom Reid]")
        say(terminal, "[", "2 of 6.")
        say(terminal, "H", "Tom Reid:")
        say(terminal, "G", "(Source: Harbour Gazette)")
        say(terminal, "", "This is the end.")
        assert "\x1b[H" not in terminal.seen
        assert "\x1b[?1049h" not in terminal.seen


def test_the_library_is_told_and_searched(town: Town, tmp_path: Path) -> None:
    """Ctrl-C thinks better of a question, and in the end of the conversation."""
    with hearing(tmp_path) as terminal:
        terminal.wait_for("Nothing is kept here yet.")
        say(terminal, f"+ {town.address}", "5 articles, 5 unread.")
        terminal.wait_for("2. Library to close on Mondays")
        say(
            terminal,
            "s 2",
            "2. Library to close on Mondays, committee says, unread, starred",
        )
        say(terminal, "u", "Undone: ")
        say(terminal, "/is:nonsense", "“is:” wants one of")
        say(terminal, "/wall", "1. Flood wall finished two years late")
        say(terminal, "1", "Flood wall finished two years late")
        terminal.wait_for("Article, ? for help:")
        terminal.press("\x04")
        terminal.wait_for("Articles:")
        terminal.press("\x04")
        assert terminal.ended() == 0


def test_a_comment_is_written_and_sent_by_ear(
    wordpress: WordPress, tmp_path: Path
) -> None:
    """Each field is asked for with what the site says of it, and what is wrong told at once."""
    with hearing(tmp_path, wordpress.article()) as terminal:
        terminal.wait_for("Article, ? for help:")
        say(terminal, "C", "Required fields are marked *")
        terminal.wait_for("Comment, required.")
        say(terminal, "Paint is cheap.", ">")
        say(terminal, ".", "Name, required:")
        say(terminal, "", "Name is required.")
        say(terminal, "Ada Moreno", "Your email address will not be published.")
        say(terminal, "nowhere", "is not an e-mail address")
        say(terminal, "ada@example.org", "Website:")
        say(terminal, "", "y or n:")
        say(terminal, "", "To be sent to 127.0.0.1")
        terminal.wait_for("q keeps it as a draft:")
        say(terminal, "y", "The site took your comment")
    (sent,) = wordpress.comments()
    assert (sent["text"], sent["author"]) == ("Paint is cheap.", "Ada Moreno")


def test_words_that_are_not_sent_are_a_draft(
    wordpress: WordPress, tmp_path: Path
) -> None:
    """Also those of somebody who is cut off in the midst of it."""
    with hearing(tmp_path, wordpress.article()) as terminal:
        terminal.wait_for("Article, ? for help:")
        say(terminal, "C", "Comment, required.")
        # What is to be seen next is the one after it.
        terminal.wait_for(">")
        say(terminal, "Half a thought", ">")
        terminal.process.kill()
        terminal.process.wait()
    with hearing(tmp_path) as terminal:
        terminal.wait_for("Articles, ? for help:")
        say(terminal, "P", "1. Draft: Council asks residents")
        say(terminal, "1", "Half a thought")
        say(terminal, "D 1", "Discarded.")
        say(terminal, "u", "1. Draft:")


def test_without_anybody_at_the_keys_there_is_no_conversation(reader: Reader) -> None:
    assert reader("--lines").code == 1

"""Asking at a terminal which of several feeds is meant."""

from __future__ import annotations

import io

import pytest

from reader.cli.asking import ask_which, choice_of_feed
from reader.sites.discovery import FeedLink

FEEDS = (
    FeedLink("https://harbour.example/a", "Politics"),
    FeedLink("https://harbour.example/b", ""),
)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [("2\n", FEEDS[1]), ("x\n3\n1\n", FEEDS[0]), ("\n", None), ("", None)],
)
def test_a_feed_is_chosen_by_its_number(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    typed: str,
    chosen: FeedLink | None,
) -> None:
    """What is no number of one is asked again; nothing is none of them."""
    monkeypatch.setattr("sys.stdin", io.StringIO(typed))

    assert ask_which(FEEDS) == chosen
    said = capsys.readouterr().err
    assert "1: Politics, https://harbour.example/a" in said
    assert "2: Feed, https://harbour.example/b" in said


def test_nobody_is_asked_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A script gets the list, and a failure."""
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))

    assert choice_of_feed() is None

"""`reader searches`, and what else knows of saved searches."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from cli.conftest import Reader
from reader.domain.source import Entry
from reader.storage import articles, sources

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def fill(reader: Reader, folder: Path) -> None:
    """A library of two articles."""
    reader("list")
    file = folder / "data" / "reader" / "library.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        sources.add(db, "https://example.org/feed", "Example")
        news = [
            Entry(guid=title, url=None, title=title, html="<p>News.</p>")
            for title in ("The harbour opens", "The council sits")
        ]
        articles.arrive(db, 1, news, NOW)


def test_a_search_is_kept_listed_and_removed(reader: Reader, tmp_path: Path) -> None:
    fill(reader, tmp_path)
    assert reader("searches", "keep", "Sea", "harbour").code == 0
    listed = reader("list", "--source", "sea").out
    assert "The harbour opens" in listed
    assert "council" not in listed
    (search,) = json.loads(reader("searches", "--json").out)
    assert (search["name"], search["query"], search["unread"]) == ("Sea", "harbour", 1)
    reader("searches", "rename", "Sea", "Port")
    assert reader("searches", "remove", "Port").code == 0
    assert reader("searches").out == ""
    assert reader("list", "--source", "Port").code == 1


def test_what_it_would_act_on_is_shown_first(reader: Reader, tmp_path: Path) -> None:
    fill(reader, tmp_path)
    reader("searches", "keep", "Sea", "harbour")
    ran = reader("searches", "on-arrival", "Sea", "star", "--dry-run")
    assert "The harbour opens" in ran.out
    assert "Nothing was changed" in ran.err
    assert not json.loads(reader("searches", "--json").out)[0]["star"]
    ran = reader("searches", "on-arrival", "Sea", "star", "#water")
    assert "→ star #water" in ran.out
    (search,) = json.loads(reader("searches", "--json").out)
    assert (search["star"], search["tags"]) == (True, ["water"])


def test_what_is_not_understood_of_a_search_is_named(
    reader: Reader, tmp_path: Path
) -> None:
    """And the rest is searched for."""
    fill(reader, tmp_path)
    ran = reader("search", "harbour", "is:unred")
    assert "is:unred" in ran.err
    assert "The harbour opens" in ran.out


def test_what_fits_best_comes_first(reader: Reader, tmp_path: Path) -> None:
    """Rather than what is newest, if asked for."""
    fill(reader, tmp_path)
    titles = [
        one["title"]
        for one in json.loads(reader("search", "news", "--best", "--json").out)
    ]
    assert sorted(titles) == ["The council sits", "The harbour opens"]


def test_wrong_usage_says_what_is_right(reader: Reader) -> None:
    ran = reader("searches", "keep", "Sea")
    assert ran.code == 2
    assert "keep NAME QUERY" in ran.err


def test_the_doctor_mends_and_makes_smaller(reader: Reader, tmp_path: Path) -> None:
    fill(reader, tmp_path)
    assert reader("doctor", "--repair").code == 0
    ran = reader("doctor", "--compact")
    assert "MB now" in ran.out
    assert "nothing is wrong with it" in ran.out
    saved = tmp_path / "saved.sqlite3"
    assert "articles: 2 saved" in reader("doctor", "--salvage", str(saved)).out
    assert reader("doctor", "--salvage", str(saved)).code == 1

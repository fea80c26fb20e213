"""Threads in the library."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.domain.article import Article
from reader.domain.comment import Comment
from reader.domain.delivery import Seen, State, Verdict
from reader.domain.identity import Identity
from reader.domain.thread import Thread
from reader.storage import articles, drafts, outbox, schema, threads
from reader.storage.database import connect
from reader.storage.outbox import Destination

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://a.example/post"
HOUR = timedelta(hours=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "library.sqlite3"
    path.touch()
    with closing(connect(path, "rw")) as db:
        schema.prepare(db, path)
        yield db


def article(db: sqlite3.Connection, url: str = URL) -> int:
    page = Article(url=url, title="Post", blocks=(), html="<p>Post</p>")
    return articles.keep_page(db, url, page, NOW)


def comment(number: str, parent: str | None = None, *, held: bool = False) -> Comment:
    return Comment(
        id=number,
        text=f"Remark {number}",
        author="Ada",
        published=NOW,
        parent=parent,
        url=f"{URL}#comment-{number}",
        held=held,
    )


def thread(*comments: Comment, at: datetime = NOW, own: str = "") -> Thread:
    return Thread(comments=comments, fetched=at, own=frozenset(own.split()), deepest=3)


def taken(
    db: sqlite3.Connection, *, url: str = URL, state: State = State.ACCEPTED
) -> int:
    """A comment that the site has."""
    draft = drafts.begin(
        db,
        url=url,
        article="Post",
        now=NOW,
        form=None,
        identity=Identity(),
        reply_to=None,
    )
    draft = drafts.save(db, replace(draft, text="So."), NOW)
    there = Destination("a.example", timedelta(0))
    delivery = outbox.put(db, draft, there, NOW)
    outbox.settle(db, delivery.id, Verdict(state=state, comment_id="1"), NOW)
    return delivery.id


def test_a_thread_comes_back_as_it_was_kept(db: sqlite3.Connection) -> None:
    number = article(db)
    told = thread(comment("1"), comment("2", "1"), comment("3", held=True))
    threads.keep(db, number, told, NOW)
    assert threads.find(db, number) == told
    assert threads.find(db, URL) == told


def test_a_site_that_never_answered_has_told_no_thread(db: sqlite3.Connection) -> None:
    number = article(db)
    assert threads.find(db, number) is None
    threads.asked(db, number, NOW)
    assert threads.find(db, number) is None
    assert threads.find(db, 99) is None


def test_what_is_new_stays_new_until_the_reader_looks(db: sqlite3.Connection) -> None:
    number = article(db)
    threads.keep(db, number, thread(comment("1")), NOW)
    later = thread(comment("1"), comment("2"), at=NOW + HOUR)
    threads.keep(db, number, later, later.fetched)
    latest = replace(later, fetched=NOW + 2 * HOUR)
    threads.keep(db, number, latest, latest.fetched)
    found = threads.find(db, number)
    assert found is not None
    assert found.new == {"2"}
    threads.looked(db, number, found)
    found = threads.find(db, number)
    assert found is not None
    assert not found.new


def test_what_came_while_the_reader_looked_is_still_new(db: sqlite3.Connection) -> None:
    number = article(db)
    seen = thread(comment("1"))
    threads.keep(db, number, seen, NOW)
    later = thread(comment("1"), comment("2"), at=NOW + HOUR)
    threads.keep(db, number, later, later.fetched)
    threads.looked(db, number, seen)
    found = threads.find(db, number)
    assert found is not None
    assert found.new == {"2"}


def test_an_answer_is_told_once(db: sqlite3.Connection) -> None:
    number = article(db)
    told = thread(comment("1"), comment("2", "1"), comment("3", "2"), own="1 3")
    threads.keep(db, number, told, NOW)
    (answer,) = threads.tell_answers(db, NOW)
    assert (answer.article_id, answer.title, answer.comment.id) == (number, "Post", "2")
    threads.keep(db, number, told, NOW + HOUR)
    assert threads.tell_answers(db, NOW) == ()


def test_a_thread_goes_with_its_article(db: sqlite3.Connection) -> None:
    number = article(db)
    threads.keep(db, number, thread(comment("1")), NOW)
    db.execute("DELETE FROM articles")
    assert db.execute("SELECT count(*) FROM thread_comments").fetchone() == (0,)


def test_the_count_in_lists_is_that_of_the_thread(db: sqlite3.Connection) -> None:
    number = article(db)
    told = thread(comment("1"), comment("2", held=True))
    threads.keep(db, number, told, NOW)
    threads.keep(db, number, replace(told, comments=(), whole=False), NOW)
    counts = db.execute("SELECT comment_count FROM articles").fetchone()
    assert counts == (1,)


@pytest.mark.parametrize(
    ("passed", "asked", "due"),
    [
        (timedelta(minutes=5), None, False),
        (timedelta(minutes=20), None, True),
        (timedelta(minutes=40), timedelta(minutes=30), False),
        (timedelta(minutes=50), timedelta(minutes=30), True),
        (timedelta(days=8), timedelta(days=7, hours=6), False),
        (timedelta(days=8), timedelta(days=6), True),
        (timedelta(days=61), None, False),
    ],
)
def test_a_comment_is_followed_the_more_rarely_the_older_it_is(
    db: sqlite3.Connection, passed: timedelta, asked: timedelta | None, *, due: bool
) -> None:
    number = article(db)
    taken(db)
    if asked is not None:
        threads.asked(db, number, NOW + asked)
    assert threads.to_follow(db, NOW + passed, 10) == ((number,) if due else ())


@pytest.mark.parametrize("state", [State.QUEUED, State.REFUSED, State.UNSURE])
def test_only_what_the_site_took_is_followed(
    db: sqlite3.Connection, state: State
) -> None:
    article(db)
    taken(db, state=state)
    assert threads.to_follow(db, NOW + HOUR, 10) == ()


def test_what_is_gone_or_stands_under_no_kept_article_is_not_followed(
    db: sqlite3.Connection,
) -> None:
    taken(db, url="https://a.example/unknown")
    assert threads.to_follow(db, NOW + HOUR, 10) == ()
    article(db)
    number = taken(db)
    gone = Verdict(state=State.ACCEPTED, seen=Seen.GONE)
    outbox.settle(db, number, gone, NOW)
    assert threads.to_follow(db, NOW + HOUR, 10) == ()


def test_only_so_many_are_followed_in_one_go(db: sqlite3.Connection) -> None:
    for one in range(5):
        url = f"https://a.example/{one}"
        article(db, url)
        taken(db, url=url)
    assert len(threads.to_follow(db, NOW + HOUR, 3)) == 3


def test_what_was_handed_over_is_found_by_any_address(db: sqlite3.Connection) -> None:
    number = article(db)
    taken(db)
    taken(db, url="https://a.example/other")
    (found,) = threads.handed_over(db, number)
    assert threads.handed_over(db, URL) == (found,)
    assert found.draft.url == URL

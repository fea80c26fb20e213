"""Windows of lists, whatever the selection."""

from __future__ import annotations

import random
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.dates import Published
from reader.domain.ids import Ids
from reader.domain.selection import Counts, Selection
from reader.domain.source import Entry, Listed
from reader.storage import articles, changes, doing, lists, sources, statuses
from storage.in_memory import empty_library

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def filled(seed: int = 1) -> sqlite3.Connection:
    """Three sources of some days, several articles at the same moment."""
    db = empty_library()
    chance = random.Random(seed)
    for number in range(3):
        source = sources.add(
            db, f"https://{number}.example.org/feed", f"Source {number}"
        )
        entries = [
            Entry(
                guid=f"{number}-{each}",
                url=f"https://{number}.example.org/{each}",
                title=f"Title {number}-{each}",
                published=Published(
                    (NOW - timedelta(hours=chance.choice((0, 3, 3, 30, 300))))
                    .replace(microsecond=0)
                    .isoformat()
                ),
            )
            for each in range(20)
        ]
        articles.arrive(db, source.id, entries, NOW)
    sources.tag(db, 1, ["news", "coast"])
    db.execute("INSERT INTO article_tags VALUES (41, 'coast')")
    for article_id in range(1, 61):
        statuses.mark(
            db,
            [article_id],
            read=chance.random() < 0.5,
            starred=chance.random() < 0.3,
        )
    return db


CHOSEN = (7, 52, 21, 1, 44, 60, 99, 30, 12, 2)
"""Articles in an order of their own; one of them is not there."""

SELECTIONS = [
    Selection(
        source=source,
        tag=tag,
        unread=unread,
        starred=starred,
        oldest_first=oldest_first,
        only=only,
    )
    for only, oldest_first in ((None, False), (None, True), (CHOSEN, False))
    for source in (None, 2)
    for tag in (None, "coast")
    for unread in (False, True)
    for starred in (False, True)
]


def plainly(db: sqlite3.Connection, selection: Selection) -> list[Listed]:
    """The same list, by looking at everything."""
    everything = [lists.listed(db, article_id) for article_id in range(1, 61)]
    tagged = {1} if selection.tag else set()
    found = [
        one
        for one in everything
        if one is not None
        and (selection.source is None or one.source_id == selection.source)
        and (
            selection.tag is None
            or one.source_id in tagged
            or selection.tag in one.tags
        )
        and not (selection.unread and one.read)
        and not (selection.starred and not one.starred)
    ]
    if selection.only is not None:
        chosen = selection.only
        found = [one for one in found if one.id in chosen]
        return sorted(found, key=lambda one: chosen.index(one.id))
    newest_first = not selection.oldest_first
    return sorted(found, key=lambda one: (one.sort, one.id), reverse=newest_first)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_window_is_a_part_of_the_whole_list(selection: Selection) -> None:
    db = filled()
    whole = plainly(db, selection)
    for start in range(len(whole) + 2):
        assert list(lists.rows(db, selection, start, 4)) == whole[start : start + 4]


@pytest.mark.parametrize("selection", SELECTIONS)
def test_counts_are_what_the_list_holds(selection: Selection) -> None:
    db = filled()
    whole = plainly(db, selection)
    unread = sum(not one.read for one in whole)
    assert lists.counts(db, selection) == Counts(len(whole), unread)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_an_article_is_found_at_its_position(selection: Selection) -> None:
    db = filled()
    whole = [one.id for one in plainly(db, selection)]
    for article_id in range(1, 62):
        expected = whole.index(article_id) if article_id in whole else None
        assert lists.position(db, selection, article_id) == expected


@pytest.mark.parametrize("step", [1, -1])
@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_next_unread_is_the_nearest_one_on_that_side(
    selection: Selection, step: int
) -> None:
    db = filled()
    whole = plainly(db, selection)
    for after in range(-1, len(whole)):
        side = range(after + step, len(whole) if step > 0 else -1, step)
        expected = next((at for at in side if not whole[at].read), None)
        if after < 0 and step < 0:
            expected = None
        assert lists.next_unread(db, selection, after, step) == expected


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_stretch_runs_from_one_article_to_another(selection: Selection) -> None:
    """Whichever of the two comes first; nothing if one of them is not in the list."""
    db = filled()
    whole = [one.id for one in plainly(db, selection)]
    for first in range(0, len(whole), 3):
        for last in range(0, len(whole), 5):
            least, most = sorted((first, last))
            stretch = lists.ids_between(db, selection, whole[first], whole[last])
            assert stretch == Ids.of(whole[least : most + 1])
    assert not lists.ids_between(db, selection, 1, 999)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_what_stands_above_an_article_and_below_it_is_found(
    selection: Selection,
) -> None:
    db = filled()
    whole = [one.id for one in plainly(db, selection)]
    for at, article_id in enumerate(whole):
        above, below = whole[:at], whole[at + 1 :]
        assert lists.ids_beyond(db, selection, article_id, -1) == Ids.of(above)
        assert lists.ids_beyond(db, selection, article_id, 1) == Ids.of(below)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_nth_unread_is_counted_from_the_top(selection: Selection) -> None:
    """Beyond the last it is the last."""
    db = filled()
    whole = plainly(db, selection)
    unread = [at for at, one in enumerate(whole) if not one.read]
    for number in range(1, len(unread) + 1):
        assert lists.nth_unread(db, selection, number) == unread[number - 1]
    last = unread[-1] if unread else None
    assert lists.nth_unread(db, selection, 999) == last


@pytest.mark.parametrize("selection", [one for one in SELECTIONS if one.only is None])
def test_a_moment_is_found_in_the_list(selection: Selection) -> None:
    db = filled()
    whole = plainly(db, selection)
    for hours in (-1, 0, 2, 3, 20, 30, 299, 300, 400):
        moment = (NOW - timedelta(hours=hours)).timestamp()
        newer = sum(one.sort >= moment for one in whole)
        expected = len(whole) - newer if selection.oldest_first else newer
        assert lists.at_moment(db, selection, moment) == expected


def test_what_is_older_is_a_selection_too() -> None:
    db = filled()
    before = (NOW - timedelta(hours=20)).timestamp()
    older = [one.id for one in plainly(db, Selection()) if one.sort < before]
    assert older
    assert lists.ids(db, Selection(before=before)) == Ids.of(older)
    assert lists.counts(db, Selection(before=before)).all == len(older)


def test_beyond_the_end_there_is_no_unread_article() -> None:
    assert lists.next_unread(filled(), Selection(), 60) is None


def test_a_common_tag_and_a_rare_one_list_alike() -> None:
    db = filled()
    rare = Selection(tag="coast")
    before = [one.id for one in lists.rows(db, rare, 0, 60)]
    # Far more articles elsewhere make the same tag a rare one.
    source = sources.add(db, "https://big.example.org/feed", "Big")
    old = Published("2001-01-01")
    articles.arrive(
        db,
        source.id,
        [
            Entry(guid=str(number), url=None, title="", published=old)
            for number in range(2000)
        ],
        NOW,
    )
    assert [one.id for one in lists.rows(db, rare, 0, 60)] == before


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 60), st.booleans(), st.booleans()), max_size=40)
)
def test_kept_counts_stay_true_whatever_is_marked(
    marks: list[tuple[int, bool, bool]],
) -> None:
    db = filled()
    for article_id, read, starred in marks:
        statuses.mark(db, [article_id], read=read, starred=starred)
    for unread in (False, True):
        for selection in (Selection(unread=unread), Selection(source=2, unread=unread)):
            number = len(lists.ids(db, selection))
            assert lists.counts(db, selection).all == number
    assert lists.counts(db, Selection(starred=True)).all == len(
        lists.ids(db, Selection(starred=True))
    )


def test_kept_counts_stay_true_when_a_source_goes() -> None:
    db = filled()
    starred = len(lists.ids(db, Selection(source=2, starred=True)))
    sources.remove(db, 2)
    assert starred
    assert lists.counts(db, Selection()).all == 40 + starred
    assert lists.counts(db, Selection()).all == len(lists.ids(db, Selection()))
    assert lists.counts(db, Selection(unread=True)).all == len(
        lists.ids(db, Selection(unread=True))
    )


def test_everything_in_a_selection_is_marked_read_and_can_be_taken_back() -> None:
    db = filled()
    unread = replace(Selection(source=2), unread=True)
    before = lists.ids(db, unread)
    assert doing.mark_all_read(db, Selection(source=2), NOW) == before
    assert lists.counts(db, unread).all == 0
    changes.take_back(db, NOW)
    assert lists.ids(db, unread) == before


def test_marking_tells_only_what_it_changed() -> None:
    db = filled()
    statuses.mark(db, [1, 2, 3], read=False)
    statuses.mark(db, [2], read=True)
    assert statuses.mark(db, [1, 2, 3, 999], read=True) == Ids.of([1, 3])


@pytest.mark.parametrize(
    "selection", [Selection(), Selection(unread=True), Selection(tag="coast")]
)
def test_windows_by_key_go_through_all_of_a_selection(selection: Selection) -> None:
    db = filled()
    seen: list[int] = []
    found, key = lists.below(db, selection, None, 7)
    while key is not None:
        seen += [one.id for one in found]
        found, key = lists.below(db, selection, key, 7)
    assert seen == list(lists.each(db, selection))


def test_windows_by_key_bear_that_the_list_changes() -> None:
    db = filled()
    every = list(lists.each(db, Selection()))
    first, key = lists.below(db, Selection(), None, 10)
    db.execute("DELETE FROM articles WHERE id IN (?, ?)", (every[0], every[9]))
    articles.arrive(
        db, 1, [Entry(guid="new", url=None, title="New")], NOW + timedelta(days=1)
    )
    second, _ = lists.below(db, Selection(), key, 10)
    assert [one.id for one in (*first, *second)] == every[:20]

"""Drafts and outbox."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.comment import Draft
from reader.domain.delivery import Seen, State
from reader.domain.identity import Identity
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.outbox import OutboxScreen
from ui.patience import sees, shown, until
from ui.town import POSTS, Town

ADA = Identity(name="Ada", email="ada@example.org")


async def written(rooms: Rooms, town: Town) -> Draft:
    """A draft with everything in it that the site asks for."""
    opened = await rooms.reading.fetch(f"{town.address}{POSTS[0].path}")
    article = opened.article
    draft = await rooms.commenting.draft_for(
        article.url or "", article.title, article.discussion.form
    )
    return await rooms.commenting.save(
        replace(draft, text="I ran for it", identity=ADA)
    )


async def test_nothing_yet_says_how_it_begins(empty_rooms: Rooms) -> None:
    """An empty outbox tells what it is for."""
    app = ReaderApp(empty_rooms)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P")
        await sees(pilot, "C in an article writes a comment")
        await pilot.press("q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")


@pytest.mark.parametrize("key", ["e", "enter"])
async def test_a_draft_is_written_on(
    app: ReaderApp, rooms: Rooms, town: Town, key: str
) -> None:
    """`e` goes on where the text ends; so does Enter, as there is no answer to read."""
    await written(rooms, town)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P")
        await sees(pilot, "✎ draft")
        await pilot.press(key)
        await sees(pilot, "Leave a Reply")
        assert "I ran for it" in shown(pilot)


async def test_a_draft_is_reviewed_before_it_is_sent(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """`y` on a draft asks as the comment screen does."""
    await written(rooms, town)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "✎ draft")
        await pilot.press("y")
        await sees(pilot, "To be sent to")
        await pilot.press("y")
        await sees(pilot, "✓ accepted")
        assert len(town.comments) == 1


async def test_what_is_queued_is_sent_with_y(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """The list shows what has come of it, and where it stands."""
    await rooms.commenting.queue(await written(rooms, town))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "→ queued")
        await pilot.press("y")
        await sees(pilot, "✓ accepted")
        await sees(pilot, "#comment-1")


async def test_a_form_that_sends_elsewhere_now_is_asked_about(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """What came back for that goes through the review, not straight to the stranger."""
    await rooms.commenting.queue(await written(rooms, town))
    stranger = town.address.replace("127.0.0.1", "localhost")
    town.form = town.form.replace('action="', f'action="{stranger}')
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "→ queued")
        await pilot.press("y")
        await sees(pilot, "✗ refused")
        await pilot.press("y")
        await sees(pilot, "This form does not send to")
        assert town.comments == []


async def test_a_refusal_can_be_read_in_full(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """The site's own words stand under the list; Enter goes there to read on."""
    town.refusal = "Slow down, [please]."
    await rooms.commenting.queue(await written(rooms, town))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "→ queued")
        await pilot.press("y")
        await sees(pilot, "✗ refused")
        await sees(pilot, "The answer: Slow down, [please].")
        await pilot.press("enter")
        await until(
            pilot, lambda: app.focused is not None and app.focused.id == "story", "it"
        )


async def test_discarding_is_undone_with_u(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """A draft that is discarded is not gone."""
    await written(rooms, town)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "✎ draft")
        await pilot.press("D")
        await sees(pilot, "Discarded")
        await until(pilot, lambda: "✎ draft" not in shown(pilot), "an empty list")
        await pilot.press("u")
        await sees(pilot, "✎ draft")


async def test_a_queued_comment_is_taken_back_to_write_on(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """`e` on what has not left yet makes it a draft again."""
    await rooms.commenting.queue(await written(rooms, town))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "→ queued")
        await pilot.press("e")
        await sees(pilot, "Leave a Reply")
        await pilot.press("escape", "q")
        await sees(pilot, "✎ draft")
        states = [one.state for one in await rooms.delivering.outbox()]
        assert State.QUEUED not in states


async def test_o_opens_the_page_in_the_readers_browser(
    app: ReaderApp,
    rooms: Rooms,
    town: Town,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`$BROWSER` gets the address as one argument, and no shell sees it."""
    asked = tmp_path / "asked"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s" "$1" >{asked}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", str(browser))
    import webbrowser

    monkeypatch.setattr(webbrowser, "_tryorder", None)
    await written(rooms, town)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P")
        await sees(pilot, "✎ draft")
        await pilot.press("o")
        await until(pilot, asked.exists, "the browser")
    assert asked.read_text() == f"{town.address}{POSTS[0].path}"


async def test_quitting_waits_for_a_comment_that_is_on_its_way(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """It says so, and ends when the answer is there."""
    town.slow = 1.0
    await rooms.commenting.queue(await written(rooms, town))
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("P")
        await sees(pilot, "→ queued")
        await pilot.press("y")
        await until(pilot, lambda: app._sending, "the sending")
        await pilot.press("Q")
        await sees(pilot, "A comment is on its way")
        await until(pilot, lambda: not app.is_running, "the end")
    (delivery,) = await rooms.delivering.outbox()
    assert delivery.state is State.ACCEPTED


async def test_what_changes_while_it_opens_is_shown(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """However early it is told, it composes itself first."""
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "5 unread")
        app.action_outbox()
        app.show_again()
        await written(rooms, town)
        app.show_again()
        await sees(pilot, "✎ draft")


async def test_what_changes_while_it_closes_is_of_no_matter(app: ReaderApp) -> None:
    """What was looked up for it comes too late."""
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "5 unread")
        for _ in range(5):
            await app.push_screen(OutboxScreen(app.rooms))
            app.show_again()
            app.pop_screen()
        await sees(pilot, "All articles")


async def test_a_discarded_draft_is_found_in_the_bin(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """`B` shows what was discarded, `R` takes it out, `u` puts it back in."""
    draft = await written(rooms, town)
    await rooms.commenting.discard(draft.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P", "B")
        await sees(pilot, "It is in the bin. R takes it out.")
        assert "I ran for it" in shown(pilot)
        await pilot.press("R")
        await sees(pilot, "Nothing was discarded.")
        assert [one.id for one in await rooms.commenting.drafts()] == [draft.id]
        await pilot.press("u")
        await sees(pilot, "It is in the bin.")
        assert await rooms.commenting.drafts() == ()
        await until(pilot, lambda: app.focused is not None, "the focus")


async def test_a_discarded_comment_is_found_in_the_bin(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """It comes out in the state it was in."""
    delivery = await rooms.commenting.queue(await written(rooms, town))
    await rooms.delivering.discard(delivery.id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P", "B")
        await sees(pilot, "→ queued")
        await pilot.press("R", "B")
        await sees(pilot, "It waits to be sent.")


async def test_an_earlier_version_of_a_draft_is_taken_back(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """`H` shows what it was; what it is now is in its history from then on."""
    draft = await written(rooms, town)
    await rooms.commenting.save(replace(draft, text="No."))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P", "H")
        await sees(pilot, "What this draft was")
        await sees(pilot, "4 words")
        await pilot.press("enter")
        await until(pilot, lambda: len(app.screen_stack) == 2, "the outbox")
        await sees(pilot, "I ran for it")
        history = await rooms.commenting.history(draft.id)
        assert "No." in [text for _, text in history]
        await pilot.press("u")
        await sees(pilot, "No.")
        assert (await rooms.commenting.find(draft.id)).text == "No."


async def test_a_comment_that_was_taken_is_followed(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """Who looks at the outbox is told that it stands there no more."""
    delivery = await rooms.commenting.queue(await written(rooms, town))
    sent = await rooms.delivering.send(delivery.id)
    assert sent.seen is Seen.PUBLIC
    with closing(sqlite3.connect(rooms.delivering._database.path)) as db, db:
        db.execute("UPDATE outbox SET queued = queued - 3600")
    town.comments.clear()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("P")
        await sees(pilot, "It stood there once, and does no more.")

"""The thread under an article, by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from textual.pilot import Pilot

from reader.domain.comment import Comment
from reader.domain.selection import Selection
from reader.domain.thread import Thread, in_reading_order
from reader.storage import threads
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.comment import CommentScreen
from ui.house import NOON
from ui.patience import sees, shown, types, until
from ui.town import Town

SAID = (
    ("1", None, "Rosa Whitcombe", "Forty minutes is a long time on a cold quay."),
    (
        "2",
        "1",
        "Ben Adeyemi",
        "> Forty minutes is a long time\n\nIt is. And the last boat leaves before the last train arrives, which nobody seems to have looked up.\n\nThe timetable: https://ferries.example/august",
    ),
    ("3", "2", "Ines Halloran", "I looked it up. You are right."),
    ("4", None, "Zé Quintela", "My daughter waits there [every] day. 漢字 too."),
)


def comment(
    number: str, parent: str | None, author: str, text: str, *, age: float = 24.0
) -> Comment:
    return Comment(
        id=number,
        text=text,
        author=author,
        parent=parent,
        published=NOON - timedelta(hours=age),
        url=f"https://town.example/ferry-timetable/#comment-{number}",
    )


def spoken(*more: Comment, at: datetime = NOON) -> Thread:
    """A thread of four comments, and of more."""
    said = [comment(*one, age=30 - 3 * at) for at, one in enumerate(SAID)]
    return Thread(comments=in_reading_order((*said, *more)), fetched=at)


async def furnish(rooms: Rooms, *told: Thread) -> int:
    """Keep what the newest article's site has told, one after the other."""
    (row,) = await rooms.listing.rows(Selection(), 0, 1)
    for one in told:
        await rooms.threads._database.run(threads.keep, row.id, one, one.fetched)
    return row.id


async def a_thread_in_the_library(rooms: Rooms) -> int:
    """Four comments the reader has seen, one that is new, and one of their own."""
    later = NOON + timedelta(minutes=1)
    new = comment("5", "4", "Tom Reid", "We will look into it.", age=0.5)
    own = comment("6", "1", "Ada Moreno", "I steer that boat.", age=1)
    held = replace(comment("7", None, "Ada Moreno", "So do I.", age=0), held=True)
    thread = replace(spoken(new, own, held, at=later), own=frozenset({"6", "7"}))
    return await furnish(rooms, spoken(own), thread)


def say(town: Town, author: str, text: str) -> None:
    town.comments.append({"author": author, "comment": text, "comment_post_ID": "1"})


async def open_thread(pilot: Pilot[None]) -> None:
    await sees(pilot, "All articles  5")
    await pilot.press("c")


async def test_c_on_a_list_shows_what_was_said_under_the_article(
    app: ReaderApp, town: Town
) -> None:
    say(town, "Rosa Whitcombe", "A long time on a cold quay.")
    say(town, "Zé [/b] Quintela", "My daughter [every] day.")
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "Rosa Whitcombe")
        await sees(pilot, "A long time on a cold quay.")
        assert "Zé [/b] Quintela" in shown(pilot)
        await pilot.press("j")
        await sees(pilot, "2 of 2")
        await pilot.press("q")
        await sees(pilot, "All articles  5")


async def test_c_in_an_article_shows_what_was_said_under_it(
    app: ReaderApp, town: Town
) -> None:
    say(town, "Rosa Whitcombe", "A long time on a cold quay.")
    async with app.run_test(size=(80, 24)) as pilot:
        await sees(pilot, "All articles  5")
        await pilot.press("enter")
        await sees(pilot, "said Ada Moreno")
        await pilot.press("c")
        await sees(pilot, "A long time on a cold quay.")


async def test_an_article_without_comments_says_how_to_begin(app: ReaderApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "Nobody has commented here yet.")
        await pilot.press("C")
        await sees(pilot, "Leave a Reply")


async def test_without_the_site_the_kept_thread_stands_there_with_its_date(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    await a_thread_in_the_library(rooms)
    town.failing = True
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "These are the comments of 27 June 2020, 12:01.")
        assert "Forty minutes is a long time on a cold quay." in shown(pilot)


async def test_without_the_site_and_without_a_copy_it_says_so(
    app: ReaderApp, town: Town
) -> None:
    town.failing = True
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "The comments have not been fetched yet.")
        town.failing = False
        await pilot.press("R")
        await sees(pilot, "Nobody has commented here yet.")


async def test_r_answers_the_comment_one_is_at(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    say(town, "Rosa Whitcombe", "A long time on a cold quay.")
    say(town, "Zé Quintela", "My daughter waits there.")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await open_thread(pilot)
        await sees(pilot, "My daughter")
        await pilot.press("j", "r")
        await sees(pilot, "In answer to Zé Quintela")
        await types(pilot, "So does mine.")
        screen = app.screen
        assert isinstance(screen, CommentScreen)
        for value in ("Ada", "ada@example.org"):
            await pilot.press("tab")
            await types(pilot, value)
        await until(pilot, lambda: "saved" in shown(pilot), "saving")
        (draft,) = await rooms.commenting.drafts()
        assert draft.reply_to == "2"
        await pilot.press("escape", "v")
        await sees(pilot, "To be sent to")
        await pilot.press("y")
        await until(pilot, lambda: len(town.comments) == 3, "the answer")
    assert town.comments[-1]["comment_parent"] == "2"


async def test_h_folds_a_thread_and_l_unfolds_it(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    await a_thread_in_the_library(rooms)
    town.failing = True
    async with app.run_test(size=(80, 40)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "These are the comments")
        await pilot.press("h")
        await sees(pilot, "3 answers")
        assert "I looked it up" not in shown(pilot)
        await pilot.press("l")
        await sees(pilot, "I looked it up")
        await pilot.press("j", "j")
        await sees(pilot, "answers Ben Adeyemi")
        await pilot.press("h", "h")
        await sees(pilot, "answers Rosa Whitcombe")


async def test_n_goes_to_what_is_new_until_it_was_seen(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    article = await a_thread_in_the_library(rooms)
    town.failing = True
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "7 comments, 2 new")
        await pilot.press("n")
        await sees(pilot, "answers Zé Quintela")
        assert "● Tom Reid" in shown(pilot)
        await pilot.press("q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
    kept = await rooms.threads.kept(article)
    assert kept is not None
    assert not kept.new


async def test_a_site_that_takes_no_answers_says_so(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    await furnish(rooms, replace(spoken(), deepest=0))
    town.failing = True
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_thread(pilot)
        await sees(pilot, "These are the comments")
        await pilot.press("r")
        await sees(pilot, "takes no answers")


async def test_an_answer_goes_no_deeper_than_the_site_lets_it(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    await furnish(rooms, replace(spoken(), deepest=2))
    town.failing = True
    async with app.run_test(size=(120, 40)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "These are the comments")
        await pilot.press("j", "r")
        await sees(pilot, "In answer to Rosa Whitcombe")


async def test_somebodys_answer_is_told_once(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    await furnish(rooms, replace(spoken(), own=frozenset({"1"})))
    town.failing = True
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await open_thread(pilot)
        await sees(pilot, "Ben Adeyemi answered you")
    assert await rooms.threads.answers() == ()


async def test_an_answer_that_came_while_reader_was_closed_is_told_at_the_start(
    app: ReaderApp, rooms: Rooms
) -> None:
    await furnish(rooms, replace(spoken(), own=frozenset({"1"})))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await sees(pilot, "Ben Adeyemi answered you")


async def test_a_long_comment_is_read_by_the_page(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    long = "\n\n".join(f"Paragraph {number} of many." for number in range(40))
    first = comment("1", None, "Rosa", long)
    await furnish(
        rooms,
        Thread(comments=(first, comment("2", None, "Ben", "Short.")), fetched=NOON),
    )
    town.failing = True
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "Paragraph 0 of")
        seen = 0
        while "Short." not in shown(pilot):
            await pilot.press("j")
            await pilot.pause()
            seen += 1
            assert seen < 10
        assert "Paragraph 39 of" in shown(pilot)
        await sees(pilot, "2 of 2")
        await pilot.press("g")
        await sees(pilot, "Paragraph 0 of")
        await pilot.press("G")
        await sees(pilot, "2 of 2")


async def test_pages_reach_both_ends(app: ReaderApp, rooms: Rooms, town: Town) -> None:
    many = (comment(str(one), None, "Rosa", f"Remark {one}.") for one in range(60))
    await furnish(rooms, Thread(comments=tuple(many), fetched=NOON))
    town.failing = True
    async with app.run_test(size=(80, 24)) as pilot:
        await open_thread(pilot)
        await sees(pilot, "Remark 0.")
        for _ in range(20):
            await pilot.press("space")
        await sees(pilot, "60 of 60")
        for _ in range(20):
            await pilot.press("b")
        await sees(pilot, "1 of 60")


async def test_a_narrow_screen_still_has_room_for_the_text(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    deep = tuple(
        comment(str(one), str(one - 1), "Rosa", f"Remark {one}.") for one in range(30)
    )
    await furnish(rooms, Thread(comments=deep, fetched=NOON))
    town.failing = True
    async with app.run_test(size=(30, 12)) as pilot:
        await open_thread(pilot)
        await pilot.press("G")
        await sees(pilot, "Remark 29.")

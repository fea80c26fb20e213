"""What a reader writes on an article: who speaks, highlights, notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.cli.screen import WELCOME
from reader.domain.article import Article, Opened
from reader.domain.errors import CannotKeep
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.widgets.article_pane import ArticlePane
from ui.patience import sees, shown, types, until
from ui.town import POSTS, Town


def address(town: Town) -> str:
    """The address of the post about the ferries."""
    return f"{town.address}{POSTS[0].path}"


def pane_of(pilot: Pilot[None]) -> ArticlePane:
    """The pane in front."""
    return pilot.app.screen.query_one(ArticlePane)


def article_of(pilot: Pilot[None]) -> Article:
    """What it shows."""
    article = pane_of(pilot).article
    assert article is not None
    return article


async def reading(pilot: Pilot[None]) -> None:
    """Wait until the article is there, and the site has answered."""
    await sees(pilot, "said Ada Moreno")
    await until(pilot, lambda: "Fetching" not in shown(pilot), "quiet")


async def opened_again(rooms: Rooms, town: Town) -> Opened:
    """The article as the site has it now, with what the library knows of it."""
    return await rooms.reading.fetch(address(town))


async def kept_by(pilot: Pilot[None], words: str) -> None:
    """Wait until a change can be undone that is called this."""
    app = pilot.app
    assert isinstance(app, ReaderApp)

    async def remembered() -> bool:
        change = await app.rooms.undoing.last()
        return change is not None and change.words == words

    for _ in range(200):
        if await remembered():
            return
        await pilot.pause(0.02)
    pytest.fail(f"It was not written down: {words}")


async def is_told(pilot: Pilot[None], words: str) -> None:
    """Wait until the reader is told something."""
    await until(
        pilot,
        lambda: any(words in one.message for one in pilot.app._notifications),
        f"“{words}”",
    )


async def test_a_speaker_is_corrected_by_typing_a_name(
    empty_rooms: Rooms, town: Town
) -> None:
    """It is shown at once as the reader's word, and outlives a new copy of the page."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "Lena Okafor")
        await pilot.press("enter")
        await sees(pilot, "1 of 6: Lena Okafor, as you say")
        assert article_of(pilot).quotations[0].confidence == 1
    again = await opened_again(empty_rooms, town)
    assert again.article.quotations[0].speaker == "Lena Okafor"
    assert again.article.quotations[0].corrected
    await empty_rooms.quoting.examine()
    assert len(await empty_rooms.quoting.every(speaker="Lena Okafor")) == 1


async def test_a_speaker_is_chosen_from_those_of_the_article(
    empty_rooms: Rooms, town: Town
) -> None:
    """What is typed narrows them down, and Down goes to them."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "tom")
        await pilot.press("down", "enter")
        await sees(pilot, "1 of 6: Tom Reid, as you say")


async def test_a_correction_is_undone(empty_rooms: Rooms, town: Town) -> None:
    """`u` brings back what the program found."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        before = article_of(pilot).quotations
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "Lena Okafor")
        await pilot.press("enter")
        await sees(pilot, "Lena Okafor, as you say")
        await pilot.press("u")
        await sees(pilot, "1 of 6: Ada Moreno")
        assert article_of(pilot).quotations == before
    assert (await opened_again(empty_rooms, town)).article.quotations == before


async def test_nobody_is_a_speaker_too(empty_rooms: Rooms, town: Town) -> None:
    """The line for it stands below the names."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Nobody is named")
        await pilot.press("down", "enter")
        await sees(pilot, "1 of 6: nobody named, as you say")


async def test_what_is_no_quotation_goes_and_comes_back(
    empty_rooms: Rooms, town: Town
) -> None:
    """`-` says so; `u` takes it back."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "-")
        await pilot.press("enter")
        await until(pilot, lambda: len(article_of(pilot).quotations) == 5, "one less")
        await kept_by(pilot, "said that something is no quotation")
        assert len((await opened_again(empty_rooms, town)).article.quotations) == 5
        await pilot.press("u")
        await until(pilot, lambda: len(article_of(pilot).quotations) == 6, "all six")


async def test_who_said_what_tells_the_readers_word_apart(
    empty_rooms: Rooms, town: Town
) -> None:
    """A pen stands before what the reader has spoken of."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "Lena Okafor")
        await pilot.press("enter")
        await sees(pilot, "Lena Okafor, as you say")
        await pilot.press("H")
        await sees(pilot, "✎ “Nobody asked the crews,”")


async def test_a_quotation_is_highlighted_with_a_note(
    empty_rooms: Rooms, town: Town
) -> None:
    """It is marked, the note stands in the status line, and both outlive the program."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "Highlight it, with a note:")
        await types(pilot, "check with the crews")
        await pilot.press("enter")
        await sees(pilot, "✎ check with the crews")
    again = await opened_again(empty_rooms, town)
    (passage,) = again.passages
    quotation = again.article.quotations[0]
    assert (passage.start, passage.end) == (quotation.start, quotation.end)
    assert passage.highlight.note == "check with the crews"


async def test_without_a_quotation_the_paragraph_on_top_is_highlighted(
    empty_rooms: Rooms, town: Town
) -> None:
    """No note has to be written."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("a")
        await sees(pilot, "Highlight it, with a note:")
        await pilot.press("enter")
        await kept_by(pilot, "highlighted a passage")
    (passage,) = (await opened_again(empty_rooms, town)).passages
    assert passage.highlight.anchor.exact == POSTS[0].paragraphs[0]


async def test_a_note_on_other_words_is_not_shown_with_a_quotation(
    empty_rooms: Rooms, town: Town
) -> None:
    """The status line has the note of the quotation one is at, and no other."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("right_square_bracket", "a")
        await sees(pilot, "Highlight it, with a note:")
        await types(pilot, "check this")
        await pilot.press("enter")
        await sees(pilot, "✎ check this")
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: pane_of(pilot).passage is None, "none")
        await pilot.press("left_square_bracket")
        await sees(pilot, "✎ check this")


async def test_a_highlight_is_undone(empty_rooms: Rooms, town: Town) -> None:
    """It goes from the screen and from the library."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("a")
        await sees(pilot, "Highlight it, with a note:")
        await pilot.press("enter")
        await until(pilot, lambda: pane_of(pilot).passage, "a highlight")
        await pilot.press("u")
        await until(pilot, lambda: pane_of(pilot).passage is None, "none")
    assert (await opened_again(empty_rooms, town)).passages == ()


async def test_highlights_are_listed_and_gone_to(
    empty_rooms: Rooms, town: Town
) -> None:
    """`H` lists them below the speakers; a note is changed, and a mark taken away."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        await pilot.press("a")
        await sees(pilot, "Highlight it, with a note:")
        await types(pilot, "every forty?")
        await pilot.press("enter")
        await sees(pilot, "✎ every forty?")
        await pilot.press("H")
        await sees(pilot, "Your highlights")
        await types(pilot, "forty?")
        await pilot.press("down", "enter", "a")
        await sees(pilot, "The note:")
        await types(pilot, " or thirty")
        await pilot.press("enter")
        await sees(pilot, "✎ every forty? or thirty")
        await pilot.press("u")
        await until(
            pilot, lambda: "or thirty" not in shown(pilot), "the first note again"
        )
        await pilot.press("a")
        await sees(pilot, "The note:")
        await pilot.press("ctrl+u")
        await types(pilot, "-")
        await pilot.press("enter")
        await until(pilot, lambda: pane_of(pilot).passage is None, "none")
        await kept_by(pilot, "took a highlight away")
        await pilot.press("u")
        await sees(pilot, "✎ every forty?")


async def test_what_is_selected_is_highlighted(empty_rooms: Rooms, town: Town) -> None:
    """Exactly the words the mouse went over."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)
        rows = shown(pilot).splitlines()
        y = next(at for at, row in enumerate(rows) if "ferries every forty" in row)
        x = rows[y].index("ferries")
        pane = pane_of(pilot)
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 12, y))
        await pilot.mouse_up(offset=(x + 12, y))
        await pilot.pause()
        await pilot.press("a")
        await sees(pilot, "Highlight it, with a note:")
        await pilot.press("enter")
        await until(pilot, lambda: pane.passage, "a highlight")
        assert pane.passage is not None
        assert pane.passage.highlight.anchor.exact == "ferries every"


async def test_nothing_is_written_on_an_article_that_is_not_kept(
    empty_rooms: Rooms, tmp_path: Path
) -> None:
    """A file without an address is in no library."""
    path = tmp_path / "post.txt"
    path.write_text(
        "A short post\n\n“We stay,” said Ada Moreno.\n\nSo they do.\n", encoding="utf-8"
    )
    app = ReaderApp(empty_rooms, str(path))
    async with app.run_test(size=(100, 24)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("a")
        await is_told(pilot, "This article is not in the library")
        assert len(app.screen_stack) == 1


async def test_who_speaks_is_corrected_in_an_article_that_is_not_kept(
    empty_rooms: Rooms,
) -> None:
    """As one is told on the welcome page; it holds while the article is shown."""
    app = ReaderApp(empty_rooms, str(WELCOME))
    async with app.run_test(size=(100, 30)) as pilot:
        await sees(pilot, "said Ada Moreno")
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "Lena Okafor")
        await pilot.press("enter")
        await sees(pilot, "Lena Okafor, as you say")
        await is_told(pilot, "It holds until you leave this article")
        await pilot.press("u")
        await sees(pilot, "1 of 8: Ada Moreno")


async def test_a_library_that_takes_nothing_says_so(
    empty_rooms: Rooms, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is shown that was not kept."""
    app = ReaderApp(empty_rooms, address(town))
    async with app.run_test(size=(100, 30)) as pilot:
        await reading(pilot)

        async def full(*_: object, **__: object) -> None:
            raise CannotKeep("The disk is full.")

        monkeypatch.setattr(empty_rooms.quoting, "highlight", full)
        await pilot.press("a")
        await sees(pilot, "Highlight it, with a note:")
        await pilot.press("enter")
        await is_told(pilot, "The disk is full.")
        assert pane_of(pilot).passage is None


async def test_what_was_written_stays_when_the_page_changes(
    empty_rooms: Rooms, town: Town
) -> None:
    """A paragraph above them, and a word mended, take nothing away."""
    opened = await opened_again(empty_rooms, town)
    article = opened.article
    quoting = empty_rooms.quoting
    said = next(one for one in article.quotations if one.speaker == "Tom Reid")
    await quoting.correct(opened.id, article, said, speaker="Lena Okafor")
    start = article.text.index("The council votes")
    await quoting.highlight(opened.id, article.text, start, start + 47, "go there")
    first, *others = town.posts
    changed = tuple(
        text.replace("votes on the timetable", "votes about the timetable")
        for text in first.paragraphs
    )
    town.posts = (
        first._replace(paragraphs=("Updated on Saturday.", *changed)),
        *others,
    )
    again = await opened_again(empty_rooms, town)
    assert again.article.text != article.text
    (passage,) = again.passages
    words = again.article.text[passage.start : passage.end]
    assert words == "The council votes about the timetable on Thursday."
    assert [one.speaker for one in again.article.quotations if one.corrected] == [
        "Lena Okafor"
    ]


async def test_in_the_library_too_it_is_kept_and_undone(
    app: ReaderApp, rooms: Rooms
) -> None:
    """The article beside the list is the same pane."""
    async with app.run_test(size=(120, 30)) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("enter")
        await until(
            pilot,
            lambda: (article := pane_of(pilot).article) and article.discussion.form,
            "the page",
        )
        await pilot.press("right_square_bracket", "equals_sign")
        await sees(pilot, "Who says this?")
        await types(pilot, "Lena Okafor")
        await pilot.press("enter")
        await sees(pilot, "Lena Okafor, as you say")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
        await pilot.press("u")
        await sees(pilot, "1 of 6: Ada Moreno")
    assert await rooms.quoting.every(speaker="Okafor") == ()

"""Writing a comment, reviewing it and handing it over."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from reader.cli.house import House
from reader.domain.article import Article
from reader.domain.comment import CommentForm, Draft, Field, FieldKind, Option, Role
from reader.domain.delivery import State
from reader.domain.identity import Identity
from reader.domain.preferences import Preferences, Signature
from reader.domain.selection import Selection
from reader.storage.database import Database
from reader.ui.app import ReaderApp
from reader.ui.rooms import Rooms
from reader.ui.screens.comment import CommentScreen
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.comment_form import CommentForm as CommentFormWidget
from ui.house import NOON, open_rooms
from ui.patience import sees, shown, types, until
from ui.town import POSTS, Town

ADDRESS = "https://town.example/post/"


@asynccontextmanager
async def writing(
    app: ReaderApp, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Pilot[None]]:
    """Open the newest article and begin to comment on it."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("enter")
        # The page, with its form, comes after the feed's text.
        view = app.screen.query_one("ArticleView")
        await until(
            pilot,
            lambda: view.opened and view.opened.article.discussion.form,  # type: ignore[attr-defined]
            "the form",
        )
        await pilot.press("C")
        await sees(pilot, "Leave a Reply")
        yield pilot


async def kept(rooms: Rooms) -> Draft:
    """The one draft in the library."""
    (draft,) = await rooms.commenting.drafts()
    return draft


async def test_the_form_is_the_sites_own(app: ReaderApp) -> None:
    """Its title, its notes, and its fields with their labels, in its order."""
    async with writing(app) as pilot:
        words = shown(pilot)
        places = [
            words.index(one)
            for one in (
                "Leave a Reply",
                "Your email address will not be published.",
                "Comment *",
                "Name *",
                "Email *",
                "Website",
                "[ ] Save my name, email, and website",
            )
        ]
        assert places == sorted(places)


async def test_the_article_stays_in_view_from_100_columns(app: ReaderApp) -> None:
    """One reads it while one writes."""
    async with writing(app) as pilot:
        assert "Nobody asked the crews,” said Ada Moreno" in shown(pilot)


async def test_below_100_columns_the_form_has_the_screen(app: ReaderApp) -> None:
    """There is no room for both."""
    async with writing(app, (80, 24)) as pilot:
        assert "said Ada Moreno" not in shown(pilot)
        assert "Comment *" in shown(pilot)


async def test_what_is_typed_is_kept_within_half_a_second_while_typing_goes_on(
    app: ReaderApp, rooms: Rooms
) -> None:
    """Saving does not wait for a pause."""
    async with writing(app) as pilot:
        for _ in range(12):
            await types(pilot, "a")
            await asyncio.sleep(0.08)
        assert "a" in (await kept(rooms)).text


async def test_a_library_that_takes_nothing_is_not_said_to_have_saved(
    tmp_path: Path, town: Town
) -> None:
    """What is typed stays on the screen, and the status line is honest."""
    library = tmp_path / "library.sqlite3"
    async with open_rooms(library):
        pass
    rooms = House(await Database.open(library, read_only=True), clock=lambda: NOON)
    try:
        app = ReaderApp(rooms, f"{town.address}{POSTS[0].path}")
        async with app.run_test(size=(120, 40)) as pilot:
            await sees(pilot, "shown, but not kept")
            await pilot.press("C")
            await sees(pilot, "Draft · 0 words · not saved")
            await types(pilot, "So do I")
            await sees(pilot, "Draft · 3 words · not saved")
    finally:
        await rooms.close()


async def test_leaving_keeps_the_draft_and_coming_back_goes_on(
    app: ReaderApp, rooms: Rooms
) -> None:
    """The cursor then stands at the end of the text."""
    async with writing(app) as pilot:
        await types(pilot, "I ran")
        await pilot.press("escape", "q")
        await sees(pilot, "The draft is kept")
        assert (await kept(rooms)).text == "I ran"
        await pilot.press("C")
        await sees(pilot, "Leave a Reply")
        await types(pilot, " for it")
        await pilot.press("escape", "q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
        assert (await kept(rooms)).text == "I ran for it"


async def test_plain_keys_work_once_the_field_is_left(app: ReaderApp) -> None:
    """`j` and `k` walk the fields, Enter writes in one."""
    async with writing(app) as pilot:
        await pilot.press("escape", "j")
        await sees(pilot, "Enter write")
        await pilot.press("enter")
        await types(pilot, "Ada")
        screen = app.screen
        assert isinstance(screen, CommentScreen)
        assert screen.written().identity.name == "Ada"


async def test_a_problem_stands_under_its_field_once_it_is_left(
    app: ReaderApp,
) -> None:
    """And goes when it is mended."""
    async with writing(app) as pilot:
        await pilot.press("tab", "tab")
        await sees(pilot, "Name is required.")
        await types(pilot, "nobody")
        await pilot.press("tab")
        await sees(pilot, "nobody")
        await until(pilot, lambda: "@" in shown(pilot), "a word on the address")
        await pilot.press("shift+tab", "shift+tab")
        await types(pilot, "Ada")
        await pilot.press("tab")
        await until(
            pilot, lambda: "Name is required." not in shown(pilot), "no problem"
        )


async def test_review_goes_to_the_first_problem(app: ReaderApp) -> None:
    """Nothing is sent that the site would refuse."""
    async with writing(app) as pilot:
        await types(pilot, "I ran for it")
        await pilot.press("escape", "v")
        await sees(pilot, "Name is required.")
        await types(pilot, "Ada")
        screen = app.screen
        assert isinstance(screen, CommentScreen)
        assert screen.written().identity.name == "Ada"


async def fill_in(pilot: Pilot[None]) -> None:
    """Write what the site asks for, and review it."""
    await types(pilot, "I ran for it")
    await pilot.press("tab")
    await types(pilot, "Ada")
    await pilot.press("tab")
    await types(pilot, "ada@example.org")
    await pilot.press("escape", "v")
    await sees(pilot, "To be sent to")


async def test_a_key_right_behind_escape_is_no_letter_of_the_text(
    app: ReaderApp, rooms: Rooms
) -> None:
    """Terminals write the two as they write Alt and that key."""
    async with writing(app) as pilot:
        await types(pilot, "I ran for it")
        app.post_message(Key("alt+shift+n", "N"))
        await until(pilot, lambda: "I ran for it" not in shown(pilot), "another draft")
        drafts = await rooms.commenting.drafts()
        assert "I ran for it" in [draft.text for draft in drafts]


async def test_the_review_says_what_others_will_see(app: ReaderApp) -> None:
    """Each thing that is sent is there, the hidden ones too."""
    async with writing(app) as pilot:
        await fill_in(pilot)
        words = shown(pilot)
        assert "Email *  for the site only, not shown" in words or (
            "Email  for the site only, not shown" in words
        )
        assert "comment_post_ID=1" in words


async def test_sending_brings_the_comment_to_the_site_once(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """`y` sends it, and the site's answer is told."""
    async with writing(app) as pilot:
        await fill_in(pilot)
        await pilot.press("y")
        await sees(pilot, "The site took your comment")
        assert [one["comment"] for one in town.comments] == ["I ran for it"]
        (delivery,) = await rooms.delivering.outbox()
        assert delivery.state is State.ACCEPTED


async def test_a_refusal_is_told_in_the_sites_own_words(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """And the comment is still there to be changed."""
    town.refusal = "Your comment looks like one we had before."
    async with writing(app) as pilot:
        await fill_in(pilot)
        await pilot.press("y")
        await sees(pilot, "The site refused your comment")
        await sees(pilot, "looks like one we had")
        (delivery,) = await rooms.delivering.outbox()
        assert delivery.draft.text == "I ran for it"


async def test_to_the_outbox_waits_there(
    app: ReaderApp, rooms: Rooms, town: Town
) -> None:
    """`w` sends nothing."""
    async with writing(app) as pilot:
        await fill_in(pilot)
        await pilot.press("w")
        await sees(pilot, "1 waiting")
        assert not town.comments
        (delivery,) = await rooms.delivering.outbox()
        assert delivery.state is State.QUEUED


async def test_keeping_it_as_a_draft_leaves_it_unsent(
    app: ReaderApp, rooms: Rooms
) -> None:
    """`q` in the review goes back to the article."""
    async with writing(app) as pilot:
        await fill_in(pilot)
        await pilot.press("q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
        assert (await kept(rooms)).identity.email == "ada@example.org"


async def test_the_current_quotation_is_taken_in_with_its_speaker(
    app: ReaderApp, rooms: Rooms
) -> None:
    """`]` walks the article beside the form, `t` takes in."""
    async with writing(app) as pilot:
        await pilot.press("escape", "right_square_bracket", "t")
        await pilot.press("q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
        assert (await kept(rooms)).text == (
            "<blockquote>Nobody asked the crews,\n"
            "<cite>Ada Moreno</cite></blockquote>\n\n"
        )


async def test_what_is_selected_is_taken_in_with_its_speaker(
    app: ReaderApp, rooms: Rooms
) -> None:
    """The words the mouse went over, with whoever says them."""
    async with writing(app) as pilot:
        pane = app.screen.query_one(ArticlePane)
        rows = shown(pilot).splitlines()
        y = next(at for at, row in enumerate(rows) if "We would have" in row)
        x = rows[y].index("We would have")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(x + 7, y))
        await pilot.mouse_up(offset=(x + 7, y))
        await until(pilot, pane.selected_span, "a selection")
        await pilot.press("t")
        await pilot.press("escape", "q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
        assert (await kept(rooms)).text == (
            "<blockquote>We would\n<cite>Ada Moreno</cite></blockquote>\n\n"
        )


async def test_another_draft_begins_empty(app: ReaderApp, rooms: Rooms) -> None:
    """`N` leaves the first one where it is."""
    async with writing(app) as pilot:
        await types(pilot, "First")
        await pilot.press("escape", "N")
        await until(pilot, lambda: "First" not in shown(pilot), "an empty form")
        await types(pilot, "Second")
        await pilot.press("escape", "q")
        await until(pilot, lambda: len(app.screen_stack) == 1, "the library")
        assert {one.text for one in await rooms.commenting.drafts()} == {
            "First",
            "Second",
        }


async def test_undo_in_a_line_takes_back_what_was_typed(app: ReaderApp) -> None:
    """Ctrl-Z edits; it does not suspend the program."""
    async with writing(app) as pilot:
        await pilot.press("tab")
        await types(pilot, "Ada")
        await pilot.press("ctrl+z")
        screen = app.screen
        assert isinstance(screen, CommentScreen)
        assert screen.written().identity.name == "Ad"
        await pilot.press("ctrl+y")
        assert screen.written().identity.name == "Ada"


async def test_the_readers_own_editor_changes_the_text(
    app: ReaderApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no terminal to lend, it says so and loses nothing."""
    monkeypatch.setenv("VISUAL", "true")
    async with writing(app) as pilot:
        await types(pilot, "Kept")
        await pilot.press("escape", "e")
        await sees(pilot, "cannot be lent")
        assert "Kept" in shown(pilot)


async def test_quitting_while_writing_keeps_every_word(
    app: ReaderApp, rooms: Rooms
) -> None:
    """Ctrl-C ends the program in a field too."""
    async with writing(app) as pilot:
        await types(pilot, "Last words")
        await pilot.press("ctrl+c")
        await until(pilot, lambda: not app.is_running, "the end")
    assert (await kept(rooms)).text == "Last words"


FORM = CommentForm(
    action="https://town.example/comment",
    system="wordpress",
    page=ADDRESS,
    title="[/b] Say it",
    fields=(
        Field(
            name="comment[text]",
            label="Your [i]words[/i]",
            kind=FieldKind.LONG_TEXT,
            role=Role.COMMENT,
            required=True,
        ),
        Field(
            name="topic",
            label="Topic",
            kind=FieldKind.SELECT,
            required=True,
            options=(Option("a", "The [harbour]"), Option("b", "Schools")),
        ),
        Field(name="terms", label="I agree", kind=FieldKind.CHECKBOX, required=True),
        Field(
            name="how",
            label="How",
            kind=FieldKind.RADIO,
            options=(Option("m", "By mail"), Option("n", "Not at all")),
        ),
    ),
)


async def test_boxes_and_options_are_filled_in_by_keys(
    empty_rooms: Rooms, tmp_path: Path
) -> None:
    """Site data may hold brackets, in names and labels alike."""
    del tmp_path
    app = ReaderApp(empty_rooms)
    draft = await empty_rooms.commenting.draft_for(ADDRESS, "[red]A post", FORM)
    async with app.run_test(size=(90, 40), notifications=True) as pilot:
        screen = CommentScreen(empty_rooms, draft)
        await app.push_screen(screen)
        await sees(pilot, "[/b] Say it")
        await sees(pilot, "Your [i]words[/i]")
        await types(pilot, "Yes")
        await pilot.press("tab", "j", "space")
        await pilot.press("escape", "j", "enter")
        await sees(pilot, "[x] I agree")
        written = screen.written()
        assert dict(written.fields) == {"topic": "b", "terms": "on"}
        assert written.text == "Yes"


async def test_undo_takes_back_what_was_done_in_the_form(empty_rooms: Rooms) -> None:
    """Out of a field `u` never touches what cannot be seen from here."""
    await empty_rooms.reading.keep(
        Article(url=ADDRESS, title="A post", blocks=(), html="<p>Some text.</p>")
    )
    (row,) = await empty_rooms.listing.rows(Selection(), 0, 9)
    await empty_rooms.reading.mark([row.id], starred=True)
    app = ReaderApp(empty_rooms)
    draft = await empty_rooms.commenting.draft_for(ADDRESS, "[red]A post", FORM)
    async with app.run_test(size=(90, 40), notifications=True) as pilot:
        screen = CommentScreen(empty_rooms, draft)
        await app.push_screen(screen)
        await sees(pilot, "[/b] Say it")
        screen.form.insert("Yes")
        await until(pilot, lambda: screen.written().text == "Yes", "the text")
        await pilot.press("escape", "u")
        await until(pilot, lambda: screen.written().text == "", "no text")
        await pilot.press("u")
        await sees(pilot, "Nothing to undo in")
        await pilot.press("j", "enter", "j", "space", "escape", "u")
        await until(
            pilot, lambda: "topic" not in dict(screen.written().fields), "no topic"
        )
        await pilot.press("j", "enter", "escape", "u")
        await sees(pilot, "[ ] I agree")
        await pilot.press("u")
        (row,) = await empty_rooms.listing.rows(Selection(), 0, 9)
        assert row.starred


async def test_an_unseen_form_can_be_written_for(empty_rooms: Rooms) -> None:
    """It says that the form is not known, and takes the comment all the same."""
    app = ReaderApp(empty_rooms)
    draft = await empty_rooms.commenting.draft_for(ADDRESS, POSTS[0].title)
    async with app.run_test(size=(90, 40), notifications=True) as pilot:
        await app.push_screen(CommentScreen(empty_rooms, draft))
        await sees(pilot, "has not been seen yet")
        await types(pilot, "I was there")
        await pilot.press("escape", "v")
        await sees(pilot, "is checked then")
        await pilot.press("w")
        await sees(pilot, "1 waiting")


async def test_a_form_that_sends_elsewhere_is_warned_of(empty_rooms: Rooms) -> None:
    """Before anything is handed over."""
    app = ReaderApp(empty_rooms)
    form = replace(FORM, action="https://elsewhere.example/", fields=FORM.fields[:1])
    draft = await empty_rooms.commenting.draft_for(ADDRESS, "A post", form)
    async with app.run_test(size=(90, 40), notifications=True) as pilot:
        await app.push_screen(CommentScreen(empty_rooms, replace(draft, text="Hi")))
        await sees(pilot, "Say it")
        await pilot.press("escape", "v")
        await sees(pilot, "elsewhere.example")


EMBED = '<div id="disqus_thread"></div><script src="https://x.disqus.com/embed.js"></script>'


async def test_what_only_a_browser_can_send_is_copied_and_its_page_opened(
    app: ReaderApp, rooms: Rooms, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft stays: nobody here knows whether it was posted."""
    town.form = EMBED
    opened: list[str] = []

    async def note_down(_: object, url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("reader.ui.screens.comment.open_in_browser", note_down)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await sees(pilot, "5 unread")
        await pilot.press("enter")
        view = app.screen.query_one("ArticleView")
        await until(
            pilot,
            lambda: view.opened and view.opened.article.discussion.browser,  # type: ignore[attr-defined]
            "the page",
        )
        await pilot.press("C")
        await sees(pilot, "Comments here are Disqus's")
        await types(pilot, "Well said.")
        await pilot.press("escape", "v")
        await sees(pilot, "Only a browser can send this comment")
        await pilot.press("y")
        await sees(pilot, "It is copied")
        assert opened == [f"{town.address}{POSTS[0].path}#disqus_thread"]
        assert app.clipboard == "Well said."
        assert [one.text for one in await rooms.commenting.drafts()] == ["Well said."]


async def test_the_review_shows_a_comment_as_its_site_will(app: ReaderApp) -> None:
    """Quotation marks as WordPress makes them, markup as what it means; `p` shows what was typed."""
    async with writing(app) as pilot:
        await types(pilot, '"So" <em>it</em> is...')
        form = app.screen.query_one(CommentFormWidget)
        form.rows[1].control.value = "Ada"  # type: ignore[attr-defined]
        form.rows[2].control.value = "ada@example.org"  # type: ignore[attr-defined]
        await pilot.press("ctrl+r")
        await sees(pilot, "“So” it is…")
        await pilot.press("p")
        await sees(pilot, '"So" <em>it</em> is...')


async def test_the_length_of_a_comment_is_told_beside_its_limit(app: ReaderApp) -> None:
    """Once there is any."""
    async with writing(app) as pilot:
        assert " of 65,525" not in shown(pilot)
        await types(pilot, "Four")
        await sees(pilot, "4 of 65,525")


async def test_a_version_that_is_taken_back_stands_in_the_field(
    app: ReaderApp, rooms: Rooms
) -> None:
    """And `u` puts what was there in its place."""
    async with writing(app) as pilot:
        await types(pilot, "The first thought")
        await sees(pilot, "3 words · saved")
        app.screen.query_one(CommentFormWidget).replace_comment("No")
        await sees(pilot, "1 word · saved")
        await pilot.press("escape", "H")
        await sees(pilot, "What this draft was")
        await pilot.press("enter")
        await sees(pilot, "3 words · saved")
        (draft,) = await rooms.commenting.drafts()
        assert draft.text.startswith("The first")
        await pilot.press("u")
        await sees(pilot, "1 word · saved")


async def test_somebody_else_signs_at_a_key(tmp_path: Path, town: Town) -> None:
    """The form begins with whoever is for the site; `I` offers the others."""
    office = Identity(name="The office", email="office@example.org")
    preferences = Preferences(
        identity=Identity(name="Ada", email="ada@example.org"),
        identities=(Signature(identity=office, sites=("127.0.0.1",)),),
    )
    async with open_rooms(tmp_path / "l.sqlite3", preferences=preferences) as rooms:
        await rooms.subscribing.add(town.address)
        async with writing(ReaderApp(rooms)) as pilot:
            assert "The office" in shown(pilot)
            await pilot.press("escape", "I")
            await sees(pilot, "Who signs?")
            await pilot.press("g", "enter")
            await sees(pilot, "ada@example.org")
            await until(pilot, lambda: "not saved" not in shown(pilot), "the save")
            await pilot.press("q")
            (draft,) = await rooms.commenting.drafts() or (
                await rooms.commenting.draft_for(f"{town.address}{POSTS[0].path}", ""),
            )
            assert draft.identity == preferences.identity


async def test_what_is_in_the_outbox_goes_by_itself_if_it_was_told_to(
    tmp_path: Path, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody presses anything."""
    monkeypatch.setattr("reader.ui.app.SEND_EVERY", 0.3)
    preferences = Preferences(send_when_online=True)
    async with open_rooms(tmp_path / "l.sqlite3", preferences=preferences) as rooms:
        await rooms.subscribing.add(town.address)
        async with writing(ReaderApp(rooms)) as pilot:
            await fill_in(pilot)
            await pilot.press("w")
            await sees(pilot, "The site took your comment")
            assert len(town.comments) == 1


FRAMES = set("╭╮╰╯│─▌▏▐█")


async def test_who_hears_the_screen_has_the_form_alone_and_no_frames(
    tmp_path: Path, town: Town
) -> None:
    """The article is a key away, says who speaks, and is left by the same key."""
    wanted = Preferences(plain=True)
    library = tmp_path / "library.sqlite3"
    async with open_rooms(library, preferences=wanted) as rooms:
        await rooms.subscribing.add(town.address)
        app = ReaderApp(rooms, f"{town.address}{POSTS[0].path}")
        async with app.run_test(size=(120, 40)) as pilot:
            await sees(pilot, "[Ada Moreno] said Ada Moreno")
            await until(pilot, lambda: "Fetching" not in shown(pilot), "quiet")
            await pilot.press("C")
            await sees(pilot, "Leave a Reply")
            assert "said Ada Moreno" not in shown(pilot)
            await types(pilot, "Well said.")
            assert not FRAMES & set(shown(pilot))
            await pilot.press("escape", "z")
            await sees(pilot, "[Ada Moreno] said Ada Moreno")
            assert "Leave a Reply" not in shown(pilot)
            await pilot.press("z")
            await sees(pilot, "Leave a Reply")
            await pilot.press("question_mark")
            await sees(pilot, "Article or form")
            assert not FRAMES & set(shown(pilot))
            await pilot.press("escape", "q", "P")
            await sees(pilot, "✎ draft")
            assert not FRAMES & set(shown(pilot))


async def test_a_narrow_screen_shows_the_article_in_the_forms_place(
    app: ReaderApp,
) -> None:
    """And a wide one goes to it."""
    async with writing(app, (80, 24)) as pilot:
        assert "said Ada Moreno" not in shown(pilot)
        await pilot.press("escape", "z")
        await sees(pilot, "said Ada Moreno")
        assert "Leave a Reply" not in shown(pilot)
        await pilot.resize_terminal(120, 40)
        await pilot.press("z")
        await sees(pilot, "Leave a Reply")
        assert "said Ada Moreno" in shown(pilot)

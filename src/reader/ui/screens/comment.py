"""Writing a comment: the site's own fields, with the article beside them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from reader.domain.article import Opened
from reader.domain.comment import Comment, Draft, Field, FieldKind, Problem, Role
from reader.domain.errors import CannotKeep, ReaderError
from reader.domain.quotation import Quotation
from reader.text.citing import as_answered
from reader.text.sanitize import clean
from reader.ui.browser import open_in_browser
from reader.ui.cells import plain
from reader.ui.editor import edit
from reader.ui.rooms import Rooms
from reader.ui.screens.base import ReaderScreen
from reader.ui.screens.review import ReviewScreen
from reader.ui.styles import sheets
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.beside import Beside
from reader.ui.widgets.comment_form import CommentForm, FieldRow
from reader.ui.widgets.hints import Hints
from reader.ui.widgets.status_line import StatusLine

SAVE_AFTER = 0.25
"""Seconds from a keystroke to its being saved, however fast others follow."""

TRY_AGAIN_AFTER = 2.0
"""Seconds to wait when a draft could not be saved."""

UNSEEN_FORM = (
    Field(
        name="comment",
        label="Comment",
        kind=FieldKind.LONG_TEXT,
        role=Role.COMMENT,
        required=True,
    ),
    Field(name="author", label="Name", role=Role.NAME),
    Field(name="email", label="Email", kind=FieldKind.EMAIL, role=Role.EMAIL),
    Field(name="url", label="Website", kind=FieldKind.URL, role=Role.WEBSITE),
)
"""What nearly every form asks for, for as long as the site's own is unknown."""

NOT_SEEN = (
    "The site's own form has not been seen yet.",
    "What you write is kept, and checked against the form once it is seen.",
)
"""What stands over it then."""

KEPT_ALONE = "What you write is kept, but cannot be sent from here."
"""What stands over it where the page has no form."""

BY_HAND = "What you write is kept here. When it is done, it is copied, and the page opened in your browser."
"""What stands over it where only a browser can send it."""


class CommentScreen(ReaderScreen):
    """A draft, filled into the site's form."""

    CSS_PATH = sheets("article", "comment")
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (100, "-two")]  # noqa: RUF012 (the framework's own declaration)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take_in", "Take in the quotation", id="comment.take-in"),
        Binding(
            "right_square_bracket",
            "quotation(1)",
            "Next quotation",
            show=False,
            id="comment.next-quotation",
        ),
        Binding(
            "left_square_bracket",
            "quotation(-1)",
            "Quotation before",
            show=False,
            id="comment.previous-quotation",
        ),
        Binding("e", "editor", "Editor", id="comment.editor"),
        Binding("v", "review", "Review and send", id="comment.review"),
        Binding("z", "turn", "Article or form", show=False, id="comment.article"),
        Binding("I", "identity", "Sign as another", show=False, id="comment.identity"),
        Binding("H", "history", "History", show=False, id="comment.history"),
        Binding("N", "another", "Another draft", show=False, id="comment.another"),
        Binding("q", "leave", "Leave", id="comment.leave"),
        # Before the field is asked, so that what is typed right after a Tab, or
        # pasted with one in it, already goes to the next field.
        Binding(
            "tab",
            "app.focus_next",
            "Next field",
            show=False,
            priority=True,
            id="field.next",
        ),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "Field before",
            show=False,
            priority=True,
            id="field.previous",
        ),
        Binding("ctrl+t", "take_in", "Take in the quotation", id="field.take-in"),
        Binding("ctrl+g", "editor", "Editor", id="field.editor"),
        Binding("ctrl+r", "review", "Review", id="field.review"),
    ]

    form = query_one(CommentForm)
    status = query_one(StatusLine)

    def __init__(
        self,
        rooms: Rooms,
        draft: Draft,
        *,
        opened: Opened | None = None,
        quotation: Quotation | None = None,
        answered: Comment | None = None,
        review: bool = False,
    ) -> None:
        """Make the screen.

        Args:
            rooms: The services.
            draft: The draft to go on with.
            opened: The article it is about, if the library has it.
            quotation: The quotation the reader was at.
            answered: The comment it answers, if it answers one that is known.
            review: Whether to go straight to the review.
        """
        super().__init__()
        self._rooms = rooms
        self._draft = draft
        self._opened = opened
        self._quotation = quotation
        self._answered = answered
        self._review = review
        discussion = None if opened is None else opened.article.discussion
        by_hand = None if discussion is None else discussion.hand_over
        self._by_hand = by_hand if draft.form is None else None
        self._why_by_hand = "" if discussion is None else discussion.why_not or ""
        self._refusal = (
            None if discussion is None or draft.form is not None else discussion.refusal
        )
        """Why it can be sent nowhere, as far as is known."""
        self.set_class(rooms.preferences.plain, "-heard")
        self._kept: tuple[str, ...] = ()
        """What stood in the fields when it was last saved."""
        self._saving = False

    def compose(self) -> ComposeResult:
        """Compose the article and the form."""
        known = self._draft.form
        fields = UNSEEN_FORM if known is None else known.visible
        if self._by_hand is not None:
            fields = UNSEEN_FORM[:1]
        with Horizontal(id="desk"):
            if self._opened is not None:
                yield Beside(self._rooms, id="beside")
            with Vertical(id="writing"):
                yield Static(self._heading(), id="comment-about")
                yield CommentForm(
                    [(one, self._draft.value_of(one)) for one in fields],
                    title="" if known is None else known.title,
                    notes=self._notes(),
                )
        yield StatusLine()
        yield Hints()

    def _notes(self) -> tuple[str, ...]:
        """What stands over the fields: what the site says, or why it says nothing."""
        if self._draft.form is not None:
            return self._draft.form.notes
        if self._refusal is not None:
            return self._refusal, KEPT_ALONE
        return NOT_SEEN if self._by_hand is None else (self._why_by_hand, BY_HAND)

    def _heading(self) -> Content:
        """Which article it is about, and whom it answers."""
        title = plain(self._draft.article or self._draft.url)
        if self._answered is not None:
            who = plain(self._answered.author) or "somebody"
            return Content.assemble("In answer to ", (who, "bold"), f" on {title}")
        begins = "An answer on " if self._draft.reply_to else "On "
        return Content.assemble(begins, (title, "bold"))

    def on_mount(self) -> None:
        """Show the article, and go on writing where the text ends."""
        if self._opened is not None:
            pane = self.query_one(ArticlePane)
            pane.opened = self._opened
            if self._quotation is not None:
                pane.current = self._quotation
        self._kept = self._values()
        self.form.write_comment()
        self._say_saved()
        self.get_ready()
        if self._review:
            self.action_review()

    @work(group="ready")
    async def get_ready(self) -> None:
        """Load what checks an address before the first one is left."""
        check = self._rooms.commenting.check_field
        await asyncio.to_thread(check, UNSEEN_FORM[2], "nobody@example.org")

    # Saving

    @on(CommentForm.Changed)
    def _write_down(self, event: CommentForm.Changed) -> None:
        """Save soon, and not later because more is typed."""
        event.stop()
        self._save_soon(SAVE_AFTER)

    def _save_soon(self, seconds: float) -> None:
        if not self._saving:
            self._saving = True
            self.set_timer(seconds, self.save)

    @work(group="save")
    async def save(self) -> None:
        """Save what is written now; what is typed meanwhile is saved next."""
        try:
            await self.keep()
        except ReaderError as error:
            self.complain(error, title="Not saved; trying again")
            self._saving = False
            self._save_soon(TRY_AGAIN_AFTER)
            return
        self._saving = False
        if self._values() != self._kept:
            self._save_soon(SAVE_AFTER)

    async def keep(self) -> None:
        """Save the draft as it stands, if it changed.

        Raises:
            CannotKeep: It could not be saved; it is still on the screen.
        """
        # Looked up, not remembered: of the last key the form may not have told yet.
        values = self._values()
        if values == self._kept:
            return
        written = self.written()
        try:
            kept = await self._rooms.commenting.save(written)
        except ReaderError:
            self._say_saved(unsaved=written)
            raise
        self._draft, self._kept = kept, values
        self._say_saved()

    def _values(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(row.value for row in self.form.rows)

    def written(self) -> Draft:
        """The draft, as it stands on the screen."""
        draft = self._draft
        text, identity = draft.text, draft.identity
        others = dict(draft.fields)
        for row in self.form.rows:
            value = row.value
            match row.field.role:
                case Role.COMMENT:
                    text = value
                case Role.NAME:
                    identity = replace(identity, name=value)
                case Role.EMAIL:
                    identity = replace(identity, email=value)
                case Role.WEBSITE:
                    identity = replace(identity, website=value)
                case _ if value != draft.value_of(row.field):
                    others[row.field.name] = value
        return replace(
            draft, text=text, identity=identity, fields=MappingProxyType(others)
        )

    def _say_saved(self, unsaved: Draft | None = None) -> None:
        draft = unsaved or self._draft
        count = len(draft.text.split())
        words = "1 word" if count == 1 else f"{count} words"
        is_saved = draft.id and unsaved is None
        when = f"saved {draft.changed.astimezone():%H:%M:%S}"
        # A program that ends saves when the line that says so may be gone.
        for status in self.query(StatusLine):
            status.words = f"Draft · {words} · {when if is_saved else 'not saved'}"

    def take_back(self) -> str:
        """Take back what was written, never what cannot be seen from here."""
        return self.form.take_back()

    # Checking

    @on(CommentForm.FieldLeft)
    async def _check_field(self, event: CommentForm.FieldLeft) -> None:
        """Say under a field that was left what is wrong with it."""
        event.stop()
        self._check(event.row)

    def _check(self, row: FieldRow) -> Problem | None:
        row.problem = self._rooms.commenting.check_field(row.field, row.value)
        return row.problem

    def _all_is_well(self) -> bool:
        """Check every field; go to the first that is missing or wrong."""
        wrong = [row for row in self.form.rows if self._check(row) is not None]
        if wrong:
            self.form.go_to(wrong[0].field.name)
            return False
        further = self._rooms.commenting.problems(self.written())
        if further:
            self.complain(further[0].words, title="It cannot be sent like this")
            self.form.go_to(further[0].field)
            return False
        return True

    # What can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the article only where there is one."""
        if action == "turn":
            return self._opened is not None
        return super().check_action(action, parameters)

    def action_turn(self) -> None:
        """Show the article in the form's place, or the form again; side by side, go to it."""
        pane = self.query_one(ArticlePane)
        beside = not (self.has_class("-one") or self.has_class("-heard"))
        to_article = not pane.has_focus
        self.set_class(to_article and not beside, "-article")
        if to_article:
            pane.focus()
        else:
            self.form.focus()

    def action_quotation(self, step: int) -> None:
        """Walk the quotations of the article beside the form."""
        if self._opened is not None:
            self.query_one(ArticlePane).action_quotation(step)

    def action_take_in(self) -> None:
        """Put what is selected, or the quotation one is at, with its speaker, into the comment."""
        if self._opened is None:
            self.say("There is no article beside it.")
            return
        pane = self.query_one(ArticlePane)
        quotation = pane.current or self._quotation
        span = pane.selected_span()
        if span is None and quotation is not None:
            span = quotation.start, quotation.end
        if span is None:
            self.say("No quotation is chosen: ] and [ walk them.")
            return
        start, end = span
        article, form = self._opened.article, self._draft.form
        system = article.discussion.system if form is None else form.system
        speakers = (
            one.speaker
            for one in article.quotations
            if one.start < end and one.end > start
        )
        self.form.insert(
            as_answered(
                article.text[start:end],
                next(speakers, None),
                system,
            )
        )

    async def action_editor(self) -> None:
        """Write the comment in the reader's own editor."""
        row = self.form.comment
        if row is None:
            return
        commenting = self._rooms.commenting
        # What a full disk does not take is in the field, and said to be unsaved.
        with suppress(CannotKeep):
            await self.keep()
        draft = self.written()
        try:
            path = await commenting.lend(draft)
        except ReaderError as error:
            self.complain(error, title="Not edited")
            return
        failure: ReaderError | None = None
        try:
            edit(self.app, path)
        except ReaderError as error:
            failure = error
        text = await commenting.take_back(path, draft)
        if text != row.value:
            self.form.replace_comment(text)
        if failure is not None:
            taken = " What it had written is taken over." if text != draft.text else ""
            self.complain(f"{failure}{taken}", title="The editor failed")

    @work(exclusive=True, group="review")
    async def action_review(self) -> None:
        """Show what would be sent; with a problem left, go to it instead."""
        if self._refusal is not None:
            self.complain(self._refusal, title="It cannot be sent")
            return
        if not self._all_is_well():
            return
        try:
            await self.keep()
        except ReaderError as error:
            self.complain(error, title="Not saved")
            return
        draft = self._draft
        language = None if self._opened is None else self._opened.article.language
        preview = await asyncio.to_thread(
            self._rooms.commenting.preview, draft, language
        )
        choice = await self.app.push_screen_wait(
            ReviewScreen(draft, preview, browser=self._by_hand)
        )
        match choice:
            case "browser":
                await self._hand_to_browser()
            case "send" | "outbox":
                await self._hand_over(send=choice == "send")
            case "edit":
                self.form.write_comment()
            case "keep":
                self.app.pop_screen()

    async def _hand_to_browser(self) -> None:
        """Copy the comment, and open the page where it is to be pasted."""
        self.app.copy_to_clipboard(clean(self._draft.text))
        url = self._by_hand
        if url is None or not await open_in_browser(self.app, url):
            self.complain(
                f"It is copied, but no browser was found; $BROWSER names one. It goes to {url}",
                title="Not opened",
            )
            return
        self.say(
            "It is copied, and its page is open in the browser. The draft is kept."
        )

    async def _hand_over(self, *, send: bool) -> None:
        """Put the comment into the outbox, and send it if that was asked for."""
        try:
            # The review has shown the form's warning, if it has one.
            delivery = await self._rooms.commenting.queue(self._draft, even_so=True)
        except ReaderError as error:
            self.complain(error, title="Not handed over")
            return
        reader = self.reader
        self.app.pop_screen()
        if send:
            reader.send(delivery.id)
        else:
            goes = self._rooms.preferences.send_when_online
            when = " and goes by itself" if goes else ""
            reader.notify(f"It is in the outbox{when}; P shows it.", markup=False)
        reader.show_again()

    @work(exclusive=True, group="review")
    async def action_identity(self) -> None:
        """Let somebody else sign."""
        known = self._rooms.preferences.signing
        if len(known) < 2:
            self.say(
                "There is nobody else to sign: [[identities]] in config.toml names them."
            )
            return
        from reader.ui.widgets.choice import Choice

        lines = [(" · ".join(filter(None, (one.name, one.email))), 0) for one in known]
        at = await self.app.push_screen_wait(Choice("Who signs?", lines))
        if at is not None:
            who = known[at]
            self.form.sign(
                {
                    Role.NAME: who.name,
                    Role.EMAIL: who.email,
                    Role.WEBSITE: who.website,
                }
            )

    @work(exclusive=True, group="review")
    async def action_history(self) -> None:
        """Look through what the draft was, and perhaps take one back."""
        from reader.ui.screens.history import HistoryScreen

        commenting = self._rooms.commenting
        try:
            await self.keep()
            versions = await commenting.history(self._draft.id)
        except ReaderError as error:
            self.complain(error, title="Its history cannot be shown")
            return
        if not versions:
            self.say("This draft has no history yet.")
            return
        text = await self.app.push_screen_wait(
            HistoryScreen(versions, self._rooms.now())
        )
        if text is None:
            return
        try:
            await self.keep()
            await commenting.put_back(self._draft.id, text)
        except ReaderError as error:
            self.complain(error, title="Not taken back")
            return
        await self.show_again()

    async def show_again(self) -> None:
        """Write on what the library has, if that was changed elsewhere or undone."""
        if not self._draft.id:
            return
        try:
            kept = await self._rooms.commenting.find(self._draft.id)
        except ReaderError as error:
            self.complain(error, title="The draft cannot be read")
            return
        # What was typed meanwhile is newer.
        untouched = self._values() == self._kept
        if untouched and self.is_open and kept.text != self._draft.text:
            self._draft = replace(self._draft, text=kept.text, changed=kept.changed)
            self.form.replace_comment(kept.text)
            self._kept = self._values()
            self._say_saved()

    @work(exclusive=True, group="review")
    async def action_another(self) -> None:
        """Begin another draft on the same article."""
        try:
            await self.keep()
            draft = await self._rooms.commenting.draft_for(
                self._draft.url,
                self._draft.article,
                self._draft.form,
                reply_to=self._draft.reply_to,
                new=True,
            )
        except ReaderError as error:
            self.complain(error, title="No other draft")
            return
        self.app.switch_screen(CommentScreen(self._rooms, draft, opened=self._opened))

    @work(exclusive=True, group="review")
    async def action_leave(self) -> None:
        """Leave, with the draft kept."""
        try:
            await self.keep()
        except ReaderError as error:
            self.complain(error, title="Not saved, so not left")
            return
        self.app.pop_screen()
        if self._draft.text.strip():
            self.reader.notify("The draft is kept; P shows it.", markup=False)
        self.reader.show_again()

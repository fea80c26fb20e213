"""A conversation in which a comment is written: field by field, then the look before it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from reader.cli.aloud.voice import Voice
from reader.cli.commenting import with_value
from reader.domain.article import Article
from reader.domain.comment import Draft, Field, FieldKind, Role
from reader.domain.delivery import Delivery
from reader.domain.errors import CannotKeep, CannotSend, NotFound, ReaderError
from reader.services.delivering import Waiting
from reader.ui.answers import OUTCOMES
from reader.ui.rooms import Rooms

_THE_END: Final = "."
_EMPTY: Final = "-"

_USUAL: Final = (
    Field(name="comment", label="Comment", kind=FieldKind.LONG_TEXT, role=Role.COMMENT),
    Field(name="author", label="Name", role=Role.NAME),
    Field(name="email", label="Email", kind=FieldKind.EMAIL, role=Role.EMAIL),
    Field(name="url", label="Website", kind=FieldKind.URL, role=Role.WEBSITE),
)
"""What is asked for while the site's own form has not been seen."""


class WritingAloud:
    """Asks for each field of a comment, and hands it over."""

    def __init__(self, rooms: Rooms, voice: Voice) -> None:
        self._rooms = rooms
        self._voice = voice

    async def write(self, article: Article, *, reply_to: str | None = None) -> None:
        """Write a comment on an article; the latest draft of it goes on.

        Raises:
            ReaderError: The draft cannot be begun.
        """
        if article.url is None:
            self._voice.tell("It has no address, so nowhere to send a comment to.")
            return
        discussion = article.discussion
        form = await self._rooms.accounts.form_under(discussion)
        if form is None and discussion.refusal is not None:
            self._voice.tell(discussion.refusal)
            return
        draft = await self._rooms.commenting.draft_for(
            article.url, article.title, form, reply_to=reply_to
        )
        await self.go_on(draft)

    async def go_on(self, draft: Draft) -> None:
        """Write on a draft, field by field, until it is handed over or left."""
        form = draft.form
        if form is None:
            self._voice.tell("The site's own form has not been seen yet.")
        else:
            self._voice.tell(*filter(None, (form.title, *form.notes)))
        for field in _USUAL if form is None else form.visible:
            filled = await self._fill(draft, field)
            if filled is None:
                self._voice.tell("The draft is kept; C goes on with it.")
                return
            draft = filled
        await self._review(draft)

    async def _fill(self, draft: Draft, field: Field) -> Draft | None:
        """Ask for a field until nothing is wrong with it; None if the reader leaves."""
        while True:
            value = await self._value(draft, field)
            if value is None:
                return None
            try:
                draft = with_value(draft, field, value)
                draft = await self._rooms.commenting.save(draft)
            except (CannotKeep, NotFound) as error:
                self._voice.tell(str(error))
            problem = self._rooms.commenting.check_field(field, draft.value_of(field))
            if problem is None:
                return draft
            self._voice.tell(problem.words)

    async def _value(self, draft: Draft, field: Field) -> str | None:
        label = f"{field.label or field.name}{', required' if field.required else ''}"
        if field.note:
            self._voice.tell(field.note)
        before = draft.value_of(field)
        if field.kind is FieldKind.LONG_TEXT:
            return await self._long_text(draft, field, label)
        if field.kind is FieldKind.CHECKBOX:
            return self._ticked(field, label, before)
        if field.options:
            return self._chosen(field, label, before)
        now = f", now {before}. Enter keeps it, {_EMPTY} empties it" if before else ""
        said = self._voice.ask(f"{label}{now}:")
        if said is None:
            return None
        return "" if said == _EMPTY else said.strip() or before

    def _ticked(self, field: Field, label: str, before: str) -> str | None:
        on = field.options[0].value if field.options else "yes"
        said = self._voice.ask(f"{label} (now {'yes' if before else 'no'}), y or n:")
        if said is None:
            return None
        return {"y": on, "n": ""}.get(said.strip().lower()[:1], before)

    def _chosen(self, field: Field, label: str, before: str) -> str | None:
        for number, one in enumerate(field.options, 1):
            now = ", chosen now" if one.value == before else ""
            self._voice.tell(f"{number}. {one.label or one.value}{now}")
        said = self._voice.ask(f"{label}, its number:")
        if said is None:
            return None
        number = int(said) if said.strip().isdecimal() else 0
        if 0 < number <= len(field.options):
            return field.options[number - 1].value
        return before

    async def _long_text(self, draft: Draft, field: Field, label: str) -> str | None:
        """Take a text line by line, each on disk before the next is asked for."""
        text = draft.value_of(field)
        if text:
            self._voice.tell(f"{label}, so far:", text)
            said = self._voice.ask(
                f"Enter keeps it, + goes on behind it, {_EMPTY} begins anew:"
            )
            if said is None or not said.strip():
                return None if said is None else text
            text = "" if said.strip() == _EMPTY else text
        self._voice.tell(f"{label}. A line that is only a full stop ends it.")
        lines = text.split("\n") if text else []
        while (line := self._voice.ask(">")) != _THE_END:
            if line is None:
                return None
            lines.append(line)
            draft = with_value(draft, field, "\n".join(lines))
            try:
                draft = await self._rooms.commenting.save(draft)
            except ReaderError as error:
                self._voice.tell(str(error))
        return "\n".join(lines)

    # Handing over

    async def _review(self, draft: Draft) -> None:
        """Tell what would be sent, and do what the reader says."""
        self._tell_all(draft)
        while True:
            said = self._voice.ask(
                "y sends it now, w puts it into the outbox, e changes it, q keeps it as a draft:"
            )
            match (said or "q").strip():
                case "y" | "w" as word:
                    delivery = await self._queued(draft)
                    if delivery is None:
                        return
                    if word == "y":
                        await send(self._rooms, self._voice, delivery)
                    else:
                        self._voice.tell(
                            "It is in the outbox; P in the library tells it."
                        )
                    return
                case "e":
                    await self.go_on(draft)
                    return
                case "q":
                    self._voice.tell("The draft is kept; C goes on with it.")
                    return

    def _tell_all(self, draft: Draft) -> None:
        form = draft.form
        if form is not None:
            self._voice.tell(f"To be sent to {form.origin[1]}.")
        for field in _USUAL if form is None else form.visible:
            value = draft.value_of(field)
            if value:
                self._voice.tell(f"{field.label or field.name}: {value}")

    async def _queued(self, draft: Draft) -> Delivery | None:
        """Hand it to the outbox; None if it cannot be, which is said."""
        commenting = self._rooms.commenting
        try:
            return await commenting.queue(draft)
        except CannotSend as error:
            self._voice.tell(str(error))
            said = self._voice.ask("Even so? y or n:") if error.ask else None
            if said is not None and said.strip() == "y":
                return await commenting.queue(replace(draft), even_so=True)
        self._voice.tell("The draft is kept; C goes on with it.")
        return None


async def send(rooms: Rooms, voice: Voice, delivery: Delivery) -> None:
    """Send a comment now, and tell what came of it."""

    def progress(what: Delivery | Waiting) -> None:
        if isinstance(what, Waiting):
            voice.tell(
                f"The site wants a pause between comments: {what.seconds:.0f} seconds."
            )

    voice.tell("Sending it.")
    sent = await rooms.delivering.send(delivery.id, progress=progress)
    outcome, _ = OUTCOMES[sent.state]
    voice.tell(f"{outcome}.", *filter(None, (sent.words, sent.permalink)))

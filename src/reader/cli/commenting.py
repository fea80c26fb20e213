"""`reader comment` and `reader drafts`."""

from __future__ import annotations

import asyncio
import secrets
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir
from textwrap import shorten
from typing import Final

from reader.cli.given import given
from reader.cli.house import house, now
from reader.cli.naming import named
from reader.cli.output import DONE, FAILED, put, put_json, say
from reader.cli.shapes import delivery_shape, draft_shape
from reader.domain.article import Article, Opened
from reader.domain.comment import CommentForm, Draft, Field, Problem, Role
from reader.domain.errors import (
    CannotKeep,
    CannotReach,
    CannotSend,
    CannotUnderstand,
    NotFound,
)
from reader.domain.identity import Identity
from reader.services.taking import is_address
from reader.storage import places
from reader.storage.whole_files import whole_file
from reader.text.sanitize import clean, clean_line
from reader.ui.rooms import Rooms

_FIRST_WORDS: Final = 60
"""Characters of a draft that tell it from others."""


def run_comment(options: Namespace) -> int:
    """Keep a draft, check it against the site's form, and perhaps queue it."""
    words = _Words(_text(options.text_file))
    try:
        return asyncio.run(_comment(options, words))
    except BaseException:
        # What came through a pipe is nowhere else.
        if options.text_file == "-" and words.text and not words.kept:
            _write_beside(words.text)
        raise


def run_drafts(options: Namespace) -> int:
    """List the comments being written or discarded, or what one of them was before."""
    if options.history is not None:
        return asyncio.run(_history(options))
    if options.restore is not None:
        return asyncio.run(_restore(options))
    return asyncio.run(_drafts(options))


@dataclass(slots=True)
class _Words:
    """What a person has to say, and whether a draft holds it."""

    text: str
    kept: bool = False


def _write_beside(text: str) -> None:
    """Write a comment into a file where it can be found again, and say where."""
    name = f"comment-{now().astimezone():%Y%m%d-%H%M%S}-{secrets.token_hex(2)}.txt"
    for folder in (
        places.library_file().parent,
        places.state_folder(),
        Path(gettempdir()),
    ):
        path = folder / name
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with whole_file(path, private=True) as file:
                file.write_text(f"{text}\n", encoding="utf-8")
        except (OSError, CannotKeep):
            continue
        say(f"No draft was made; your text is in {path}.")
        return
    say("No draft was made, and your text could be written nowhere.")


async def _comment(options: Namespace, words: _Words) -> int:
    async with house() as rooms:
        place = await _under(rooms, options.source)
        draft = await _draft(rooms, options, words, place)
        problems = rooms.commenting.problems(draft)
        wrong = [problem.words for problem in problems]
        if place.refusal is not None:
            wrong = [place.refusal]
        for each in wrong:
            say(each)
        if wrong or not options.queue:
            _put_draft(draft, options, problems)
            if wrong:
                say(f"The draft is kept as {draft.id}.")
            return FAILED if wrong else DONE
        try:
            delivery = await rooms.commenting.queue(draft, even_so=options.even_so)
        except CannotSend as error:
            queue_it = " --even-so queues it all the same." if error.ask else ""
            say(f"{error}{queue_it} The draft is kept as {draft.id}.")
            return FAILED
    if options.format == "json":
        put_json(delivery_shape(delivery))
    else:
        put(f"{delivery.id:>4} {delivery.state.value} for {draft.url}")
    return DONE


@dataclass(frozen=True, slots=True)
class _Place:
    """The article that is commented on."""

    url: str
    title: str
    form: CommentForm | None = None
    refusal: str | None = None
    """Why nothing can be written there, or None."""


async def _under(rooms: Rooms, source: str) -> _Place:
    """Find the article that is commented on.

    What the library knows comes first, then the site; a bare address will do
    while the site is away.
    """
    what = named(source)
    if isinstance(what, str) and not is_address(what):
        return await _known(rooms, await rooms.reading.keep(await _taken(rooms, what)))
    opened = await rooms.reading.kept(what)
    if opened is not None and opened.article.discussion.form is not None:
        return await _known(rooms, opened)
    try:
        opened = await rooms.reading.fetch(what)
    except CannotReach as error:
        if opened is None and isinstance(what, int):
            raise
        place = None if opened is None else await _known(rooms, opened)
        waits = place is None or place.refusal is None
        say(f"{error}{' The comment waits for the site’s form.' if waits else ''}")
        return place or _Place(str(what), str(what))
    return await _known(rooms, opened)


async def _taken(rooms: Rooms, source: str) -> Article:
    if source == "-":
        return await rooms.taking.article_in(given())
    return await rooms.taking.article(source)


async def _known(rooms: Rooms, opened: Opened) -> _Place:
    article = opened.article
    discussion = article.discussion
    if article.url is None:
        raise CannotUnderstand(
            "This page does not say its address, so a comment has nowhere to go."
        )
    form = await rooms.accounts.form_under(discussion)
    if form is None and discussion.hand_over is not None:
        say(f"{discussion.why_not} {discussion.hand_over}".strip())
    refusal = discussion.refusal if form is None else None
    return _Place(article.url, article.title, form, refusal)


async def _draft(
    rooms: Rooms, options: Namespace, words: _Words, place: _Place
) -> Draft:
    """The draft with this text: the one that is there already, or a new one."""
    text = words.text
    url, title, form = place.url, place.title, place.form
    answered = options.reply_to
    if answered is not None and place.refusal is None:
        answered = await _answered(rooms, url, answered)
    commenting = rooms.commenting
    latest = await commenting.draft_for(url, title, form, reply_to=answered)
    if latest.text not in ("", text):
        latest = await commenting.draft_for(
            url, title, form, reply_to=answered, new=True
        )
    # The words first: they may have come through a pipe, and be nowhere else.
    kept = await commenting.save(replace(latest, text=text))
    words.kept = True
    try:
        filled = _filled(kept, options)
    except NotFound as error:
        raise NotFound(f"{error} The draft is kept as {kept.id}.") from error
    return await commenting.save(filled)


async def _answered(rooms: Rooms, url: str, number: str) -> str:
    """The comment that an answer goes to: the one that is named, or one above it.

    Raises:
        NotFound: There is no such comment under the article.
        CannotSend: The site takes no answers to comments.
    """
    thread = await rooms.threads.kept(url)
    if thread is None or thread.find(number) is None:
        try:
            thread = await rooms.threads.fetch(url)
        except (CannotReach, CannotUnderstand) as error:
            say(f"{error} Whether there is a comment {number} could not be checked.")
            return number
    if thread.find(number) is None and not thread.whole:
        say(f"Whether there is a comment {number} could not be checked.")
        return number
    if thread.find(number) is None:
        raise NotFound(
            f"There is no comment {number} under this article; "
            f"`reader comments {url}` lists them."
        )
    above = thread.answerable(number)
    if above is None:
        raise CannotSend("This site takes no answers to comments.")
    if above.id != number:
        say(
            f"Comment {number} cannot be answered itself; yours will answer {above.id}."
        )
    return above.id


def _filled(draft: Draft, options: Namespace) -> Draft:
    """A draft with what was said of it on the command line.

    Raises:
        NotFound: The form has no such field.
    """
    who = draft.identity
    draft = replace(
        draft,
        identity=Identity(
            name=who.name if options.name is None else options.name,
            email=who.email if options.email is None else options.email,
            website=who.website if options.website is None else options.website,
        ),
    )
    for name, value in options.fields:
        draft = _set(draft, name, value)
    return draft


def _set(draft: Draft, name: str, value: str) -> Draft:
    if draft.form is not None:
        one = next((one for one in draft.form.visible if one.name == name), None)
        if one is None:
            known = ", ".join(one.name for one in draft.form.visible)
            raise NotFound(f"The form has no field “{name}”; it has {known}.")
        return with_value(draft, one, value)
    return replace(draft, fields={**draft.fields, name: value})


def with_value(draft: Draft, field: Field, value: str) -> Draft:
    """A draft with something in one of its fields."""
    if field.role is Role.COMMENT:
        return replace(draft, text=value)
    if field.role is not None:
        identity = replace(draft.identity, **{field.role.value: value})
        return replace(draft, identity=identity)
    return replace(draft, fields={**draft.fields, field.name: value})


async def _drafts(options: Namespace) -> int:
    async with house() as rooms:
        drafts = await rooms.commenting.drafts(discarded=options.bin)
        if options.format == "json":
            put_json(
                [draft_shape(one, rooms.commenting.problems(one)) for one in drafts]
            )
            return DONE
    for one in drafts:
        put(_line(one))
    return DONE


async def _history(options: Namespace) -> int:
    """Print what a draft was before, the last first, each text whole."""
    async with house() as rooms:
        draft = await rooms.commenting.find(options.history)
        versions = await rooms.commenting.history(draft.id)
    if options.format == "json":
        put_json(
            [{"changed": when.isoformat(), "text": text} for when, text in versions]
        )
        return DONE
    for when, text in versions:
        put(f"{when.astimezone():%Y-%m-%d %H:%M:%S}\n{clean(text)}\n")
    if not versions:
        say("It was never anything else.")
    return DONE


async def _restore(options: Namespace) -> int:
    async with house() as rooms:
        binned = await rooms.commenting.drafts(discarded=True)
        if all(one.id != options.restore for one in binned):
            raise NotFound(f"There is no draft {options.restore} in the bin.")
        draft = await rooms.commenting.restore(options.restore)
    _put_draft(draft, options, rooms.commenting.problems(draft))
    return DONE


def _put_draft(draft: Draft, options: Namespace, problems: Sequence[Problem]) -> None:
    if options.format == "json":
        put_json(draft_shape(draft, problems))
    else:
        put(_line(draft))


def _line(draft: Draft) -> str:
    changed = draft.changed.astimezone()
    return f"{draft.id:>4} {changed:%Y-%m-%d %H:%M} {_first_words(draft.text)} — {draft.article}"


def _first_words(text: str) -> str:
    return shorten(clean_line(text), _FIRST_WORDS, placeholder="…") or "(empty)"


def _text(name: str) -> str:
    """What a person has to say, from a file or standard input.

    Raises:
        CannotUnderstand: It cannot be read, or is no text in UTF-8.
    """
    try:
        body = given() if name == "-" else Path(name).expanduser().read_bytes()
        return clean(body.decode("utf-8-sig")).rstrip("\n")
    except UnicodeDecodeError as error:
        source = "Standard input" if name == "-" else clean_line(name)
        raise CannotUnderstand(f"{source} is not a text in UTF-8.") from error
    except OSError as error:
        raise CannotUnderstand(
            f"{clean_line(name)} cannot be read: {error.strerror}."
        ) from error

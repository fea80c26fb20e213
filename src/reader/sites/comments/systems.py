"""Every comment system we know of, and which one a page uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from reader.domain.article import Block
from reader.domain.comment import Comment, CommentForm, Discussion
from reader.domain.exchange import Page
from reader.sites.comments import (
    answers,
    drupal,
    embeds,
    form,
    isso,
    markup,
    movabletype,
    remark42,
    wordpress,
    wordpress_api,
    wordpress_preview,
    wordpress_sight,
    wordpress_thread,
)
from reader.sites.comments.addresses import address_of
from reader.sites.comments.likeness import is_within
from reader.sites.comments.preview import as_typed
from reader.sites.comments.system import Posting, System, Whereabouts
from reader.text.markdown import html_of_markdown, read
from reader.text.markup.tree import fragment_tree, text_of, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _markdown(text: str, _language: str | None) -> str:
    return html_of_markdown(text)


SYSTEMS: Final = (
    System(
        name=wordpress.NAME,
        discussion_in=wordpress.discussion_in,
        whereabouts_in=wordpress_thread.whereabouts_in,
        posting=Posting(
            submission_for=wordpress.submission_for,
            verdict_on=wordpress.verdict_on,
            looks_for=wordpress_sight.looks_for,
            further_problem=wordpress.further_problem,
            spacing=timedelta(seconds=wordpress.SPACING),
            as_html=wordpress_preview.as_html,
        ),
    ),
    System(
        name=wordpress_api.NAME,
        posting=Posting(
            gate=wordpress_api.gate,
            submission_for=wordpress_api.submission_for,
            verdict_on=wordpress_api.verdict_on,
            looks_for=wordpress_api.looks_for,
            further_problem=wordpress.further_problem,
            spacing=timedelta(seconds=wordpress.SPACING),
            as_html=wordpress_preview.as_html,
        ),
    ),
    System(
        name=drupal.NAME,
        discussion_in=drupal.discussion_in,
        posting=Posting(
            submission_for=drupal.submission_for,
            verdict_on=form.verdict_on,
            looks_for=form.looks_for,
        ),
    ),
    System(
        name=movabletype.NAME,
        discussion_in=movabletype.discussion_in,
        posting=Posting(
            submission_for=form.submission_for,
            verdict_on=form.verdict_on,
            looks_for=form.looks_for,
        ),
    ),
    System(
        name=form.NAME,
        discussion_in=form.discussion_in,
        posting=Posting(
            submission_for=form.submission_for,
            verdict_on=form.verdict_on,
            looks_for=form.looks_for,
        ),
    ),
    System(
        name=isso.NAME,
        discussion_in=isso.discussion_in,
        whereabouts_in=isso.whereabouts_in,
        posting=Posting(
            submission_for=isso.submission_for,
            verdict_on=isso.verdict_on,
            looks_for=isso.looks_for,
            further_problem=isso.further_problem,
            as_html=_markdown,
        ),
    ),
    System(
        name=remark42.NAME,
        discussion_in=remark42.discussion_in,
        whereabouts_in=remark42.whereabouts_in,
        posting=Posting(
            gate=remark42.gate,
            admission=remark42.admission,
            submission_for=remark42.submission_for,
            verdict_on=remark42.verdict_on,
            looks_for=remark42.looks_for,
            further_problem=remark42.further_problem,
            as_html=_markdown,
        ),
    ),
    *embeds.SYSTEMS,
)
"""In the order in which they are tried."""


def discussion_in(root: HtmlElement, url: str | None) -> Discussion:
    """Read what a page says about its comments.

    A page can show signs of several systems: a WordPress whose own comments
    are closed embeds another's. One with a form wins, then one that is open.

    Args:
        root: The page.
        url: Its address; None for one read from a file.
    """
    found = [
        system.discussion_in(root, url)
        for system in SYSTEMS
        if system.discussion_in is not None
    ]
    best = max(
        (one for one in found if one is not None), key=_promise, default=Discussion()
    )
    if best.system != wordpress.NAME or not best.open:
        return best
    member = wordpress_api.member_form_in(root, address_of(root, url), best.form)
    return replace(best, member=member)


def discussion_on(page: Page) -> Discussion:
    """Read what a page says about its comments, from its bytes."""
    root = tree_of(answers.text_of_page(page))
    return Discussion() if root is None else discussion_in(root, page.url)


def whereabouts_on(page: Page) -> Whereabouts | None:
    """Where the comments under a page are told, or None if to nobody like us."""
    root = tree_of(answers.text_of_page(page))
    if root is None:
        return None
    for system in SYSTEMS:
        if system.whereabouts_in is not None:
            found = system.whereabouts_in(root, page.url)
            if found is not None:
                return found
    return markup.whereabouts_in(root, discussion_in(root, page.url))


def standing_on(page: Page) -> tuple[Comment, ...]:
    """The comments that a WordPress page shows, to us alone or to everybody."""
    root = tree_of(answers.text_of_page(page))
    return () if root is None else wordpress_thread.thread_on(root, page.url)


def speaks_of(page: Page, title: str) -> bool:
    """Whether a page holds an article's title.

    A network that wants a sign-in, or a host that was let go, answers any
    address with a page of its own.
    """
    root = tree_of(answers.text_of_page(page))
    if root is None:
        return False
    head = root.find(".//title")
    named = "" if head is None else "".join(head.itertext())
    return is_within(f"{named} {text_of(root)}", title, enough=1)


def posting_of(one: CommentForm | None) -> Posting | None:
    """How a comment is handed to the system of a form, or None if it cannot be."""
    if one is None:
        return None
    return next((row.posting for row in SYSTEMS if row.name == one.system), None)


def shown_as(
    text: str, form: CommentForm | None, language: str | None = None
) -> tuple[Block, ...]:
    """A comment as its site will show it, as far as we know the site.

    Args:
        text: What was written.
        form: The form it was written for, if that was seen.
        language: The language of the page, if it says so.
    """
    posting = posting_of(form)
    write = as_typed if posting is None else posting.as_html
    html = write(text, language)
    return read(fragment_tree(html)).blocks


def _promise(discussion: Discussion) -> int:
    if discussion.form is not None:
        return 2
    return 0 if discussion.open is False else 1

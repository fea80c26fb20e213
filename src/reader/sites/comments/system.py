"""What a comment system is to us: how it is recognised, spoken to and understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from reader.domain.comment import Comment, CommentForm, Discussion, Draft, Problem
from reader.domain.delivery import Delivery, Seen, Verdict
from reader.domain.errors import CannotReach
from reader.domain.exchange import Page, Reply, Submission

if TYPE_CHECKING:
    from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one look at a site shows of a comment."""

    seen: Seen | None = None
    """Where it stands; GONE if the site is certain that it does not; None if
    the look does not tell."""

    permalink: str | None = None
    comment_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A place at the site where a comment may be seen."""

    url: str
    find: Callable[[Page | CannotReach], Sighting]
    """Reads the answer; a refusal can tell something too."""


def no_further_problem(form: CommentForm, draft: Draft) -> Problem | None:
    """What a system finds that its form does not say: here, nothing."""
    del form, draft
    return None


def form_of(draft: Draft) -> CommentForm:
    """The form of a draft that is about to be sent, which it has by then."""
    if draft.form is None:
        raise ValueError("a comment without its form cannot be sent")
    return draft.form


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """How a comment is handed to a system that takes it from a plain client."""

    submission_for: Callable[[Delivery], Submission]
    """What is sent. The delivery's draft has the form as it is now."""

    verdict_on: Callable[[Delivery, Reply], Verdict]
    """What the answer means."""

    looks_for: Callable[[Delivery], tuple[Look, ...]]
    """Where to look for the comment, the best place first."""

    further_problem: Callable[[CommentForm, Draft], Problem | None] = no_further_problem
    """What the system would refuse although its form does not say so."""

    spacing: timedelta = timedelta(0)
    """The time it wants between two comments."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """Where a system tells the comments under an article."""

    part: Callable[[int], str]
    """The address of the part with this number, from 1."""

    read: Callable[[Page], tuple[Comment, ...]]
    """Reads the comments of a part, in their order."""

    size: int | None = None
    """How many comments a full part has, after which there may be another; None
    if one part is all there is."""

    standing: tuple[Comment, ...] = ()
    """Those that stand on the article's page itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A comment system."""

    name: str
    discussion_in: Callable[[HtmlElement, str | None], Discussion | None]
    """What a page says about its comments, or None if it does not use this system."""

    thread_in: Callable[[HtmlElement, str], Thread | None] | None = None
    """Where a page's comments are told, or None if it does not use this system;
    without it, they are not told to a plain client."""

    posting: Posting | None = None
    """None where only a browser can comment."""

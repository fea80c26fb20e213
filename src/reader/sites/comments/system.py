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
from reader.sites.comments.preview import as_typed

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
class Gate:
    """Where a site says whether it takes comments in one way."""

    url: str
    refusal: Callable[[Page], str | None]
    """Reads the answer: why it does not, or None if it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """What a site wants to be asked before it takes a comment."""

    url: str
    with_pass: Callable[[Submission, Reply], Submission | Verdict]
    """Puts what was answered into what is sent; a verdict if it lets nobody in."""


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

    gate: Callable[[CommentForm], Gate] | None = None
    """Where to ask whether it takes comments like this at all; None if its page says."""

    admission: Callable[[Delivery], Admission] | None = None
    """What to ask right before a comment is sent, or None for nothing."""

    as_html: Callable[[str, str | None], str] = as_typed
    """A comment's text as it will be shown on a site in a language, or in one unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Some comments that stand under an article."""

    comments: tuple[Comment, ...]
    further: tuple[str, ...] = ()
    """The addresses of answers that tell more of them."""

    whole: bool = True
    """Whether these and what is further are all there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One of the ways in which a site tells the comments under an article."""

    read: Callable[[Page], Told]
    """Reads an answer.

    Raises:
        CannotUnderstand: It is not such an answer.
    """

    url: str | None = None
    """Where it begins; None where it begins on the article's own page."""

    spare: bool = False
    """Whether it tells less, so that it is gone only if another one fails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whereabouts:
    """Where the comments under an article are told, and how deep they go."""

    ways: tuple[Way, ...]
    """The best first."""

    deepest: int | None = None
    """The level below which the site lets no answer stand, if its page shows it:
    1 for comments that answer none, 0 if it takes no answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """A comment system."""

    name: str
    discussion_in: Callable[[HtmlElement, str | None], Discussion | None] | None = None
    """What a page says about its comments, or None if it does not use this system;
    without it, the system is another way to one that does."""

    whereabouts_in: Callable[[HtmlElement, str], Whereabouts | None] | None = None
    """Where a page's comments are told, or None if it does not use this system;
    without it, they stand on the page or are not told to a plain client."""

    posting: Posting | None = None
    """None where only a browser can comment."""

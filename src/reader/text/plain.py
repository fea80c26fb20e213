"""A post copied as plain text, as it reaches people by mail.

What was copied along with the post is told from it by its place: the
neighbours and their dates stand between the title and its repetition, the
comment form's notes stand under everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from reader.domain.article import Neighbour
from reader.domain.comment import Discussion
from reader.domain.dates import Published
from reader.text import language as languages
from reader.text.dates import date_in, read_date
from reader.text.page import notices
from reader.text.page.labels import Way, labelled
from reader.text.page.pieces import key_of
from reader.text.page.unwrapping import lines_of
from reader.text.sanitize import clean, clean_line

_LONGEST_TITLE = 250
_LONGEST_LONE_TITLE = 150
"""A first line with more characters that is never said again is a paragraph."""

_LONGEST_HEADER = 16
"""Title, neighbours, their dates and the title again take no more lines, blank ones aside."""

_BYLINE = re.compile(
    r"^(?:(?:written |posted |published )?by|von|par|por|di|door|da|بقلم|text:|autor:|author:)\s+(?P<name>[^\d]{2,80}?)(?:[,|·•–—-]?\s+(?:on|am|le|el|em|il|op)\b.*|\s*[,|·•–—-]\s*(?P<rest>.*\d{4}.*))?$",
    re.IGNORECASE,
)
_BYLINE_BEHIND = re.compile(
    r"\d.{0,20}?\s(?:by|von|par|por|door|da)\s+(?P<name>[^\d]{2,80})$", re.IGNORECASE
)
_DAY_FIRST = re.compile(r"^(?:1[3-9]|2\d|3[01])/\d{1,2}/\d{4}$")
_BULLET = re.compile(r"^(?:[•·▪◦‣*]|[-–](?=\s))\s+")
_NO_TITLE = re.compile(r"[.,;:。，]$")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,。！？][”\"’'»)\]]*$")
_DATE_BEHIND = re.compile(
    r"^(?P<name>.{3,}?)\s*(?:[(\[|·•–—]|,|\s-\s)\s*(?P<date>[^()\[\]|]{6,40})[)\]]?$"
)
_MAIL_HEADER = re.compile(
    r"^(?P<name>from|to|cc|date|sent|subject|reply-to|von|an|gesendet|datum|betreff|de|à|envoyé|objet|para|enviado|asunto|assunto|da|inviato|oggetto|aan|verzonden|onderwerp)\s*:\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_SUBJECT = frozenset(
    ("subject", "betreff", "objet", "asunto", "assunto", "oggetto", "onderwerp")
)
_FORWARDED = re.compile(
    r"^(?:-{3,}|_{3,}|begin forwarded message|anfang der weitergeleiteten)",
    re.IGNORECASE,
)
_REPLY_MARK = re.compile(
    r"^(?:(?:re|fwd?|aw|wg|tr|rv|i|doorst)\s*:\s*)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A post as it was found in a plain text."""

    title: str
    paragraphs: tuple[str, ...]
    byline: str | None = None
    published: Published | None = None
    previous: Neighbour | None = None
    next: Neighbour | None = None
    discussion: Discussion = field(default_factory=Discussion)

    @property
    def text(self) -> str:
        """Its paragraphs, parted by blank lines."""
        return "\n\n".join(self.paragraphs)

    @property
    def html(self) -> str:
        """Its paragraphs as HTML, lines with a bullet as a list."""
        return "".join(_html(self.paragraphs))


def post_in(text: str) -> Post:
    """Find the post in a plain text.

    A text that is no copied post is an article all the same: all of it, with
    its first line for a title if that is short and stands alone.

    Args:
        text: A text file, or what came in from standard input.
    """
    lines = lines_of(clean(text))
    language = languages.detect(" ".join(lines))
    if any(_DAY_FIRST.match(line) for line in lines):
        # One such date decides how all the others are meant.
        language = "en-GB" if language == "en" else language
    subject, lines = _without_mail_header(lines)
    body, under = _parted(lines)
    head = _head_of(body, language, subject)
    rest = [line for line in body[head.length :] if line]
    rest, behind = _without_navigation(rest)
    while rest and (notices.is_around(rest[-1]) or notices.is_meta_line(rest[-1])):
        rest.pop()
    rest = [line for line in rest if not _is_sharing(line)]
    neighbours = head.neighbours or _neighbours(behind, language, undated=True)
    previous, following = _in_order(neighbours)
    return Post(
        title=head.title,
        paragraphs=tuple(rest),
        byline=head.byline,
        published=head.published,
        previous=previous,
        next=following,
        discussion=_discussion(under),
    )


@dataclass(slots=True)
class _Found:
    """A neighbour before it is known which of the two it is."""

    title: str
    published: Published | None
    way: Way | None


@dataclass(slots=True)
class _Head:
    """What stands above a post's first paragraph."""

    title: str = ""
    length: int = 0
    """How many lines it takes."""

    neighbours: list[_Found] = field(default_factory=list)
    byline: str | None = None
    published: Published | None = None


def _without_mail_header(lines: Sequence[str]) -> tuple[str, list[str]]:
    """The subject of a mail's header, and the lines behind the header."""
    at, subject, seen = 0, "", 0
    while at < len(lines) and at < 20:
        line = lines[at]
        found = _MAIL_HEADER.match(line)
        if found:
            seen += 1
            if found["name"].lower() in _SUBJECT:
                subject = _REPLY_MARK.sub("", found["value"]).strip()
        elif line and not _FORWARDED.match(line):
            break
        at += 1
    return (subject, list(lines[at:])) if seen >= 2 and subject else ("", list(lines))


def _parted(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part what stands under a post (comments, their form) from what stands above."""
    marks = [
        at
        for at, line in enumerate(lines)
        if at and (notices.is_form_note(line) or notices.says_closed(line))
    ]
    titles = [
        at for at, line in enumerate(lines) if at and notices.is_reply_title(line)
    ]
    if (
        not marks
        and titles
        and len([line for line in lines[titles[-1] :] if line]) < 12
    ):
        marks = titles[-1:]
    if not marks:
        return list(lines), []
    cut = min([marks[0], *(at for at in titles if at < marks[0] and marks[0] - at < 8)])
    comments = [
        at
        for at in range(1, cut)
        if notices.is_comments_title(lines[at]) and cut - at < 2000
    ]
    cut = comments[0] if comments else cut
    return list(lines[:cut]), list(lines[cut:])


def _head_of(lines: Sequence[str], language: str | None, subject: str) -> _Head:
    """Read what stands above the first paragraph."""
    spoken = [(at, line) for at, line in enumerate(lines) if line][:_LONGEST_HEADER]
    if not spoken:
        return _Head(title=subject)
    repeated = _repetition(spoken)
    if repeated is not None:
        title, first, last = repeated
        head = _Head(title, spoken[last][0] + 1)
        between = spoken[_length_of(title, spoken) : first]
        length = head.length
        between = _own_lines(head, between, language)
        head.length = length
        head.neighbours = _neighbours([line for _, line in between], language)
        _own_lines(head, [pair for pair in spoken if pair[0] >= head.length], language)
        return head
    head = _Head(subject)
    if not subject:
        if not _is_title(lines, spoken):
            return _Head(_first_words(spoken[0][1]))
        head = _Head(spoken[0][1], spoken[0][0] + 1)
        spoken = spoken[1:]
    elif key_of(spoken[0][1]) == key_of(subject):
        head.length = spoken[0][0] + 1
        spoken = spoken[1:]
    spoken = _own_lines(head, spoken, language)
    while True:
        pair = _dated(spoken, language)
        if pair is None:
            break
        found, taken = pair
        head.neighbours.append(found)
        head.length = spoken[taken - 1][0] + 1
        spoken = spoken[taken:]
        if len(head.neighbours) == 2:
            break
    _own_lines(head, spoken, language)
    return head


def _length_of(title: str, spoken: Sequence[tuple[int, str]]) -> int:
    """How many lines a title takes at the top of a text."""
    key, taken = "", 0
    while taken < len(spoken) and key != key_of(title):
        key += key_of(spoken[taken][1])
        taken += 1
    return taken


def _repetition(spoken: Sequence[tuple[int, str]]) -> tuple[str, int, int] | None:
    """The title, and the first and last place where it is said again, or None."""
    for length in (3, 2, 1):
        title = " ".join(line for _, line in spoken[:length])
        key = key_of(title)
        if not key or len(title) > _LONGEST_TITLE:
            continue
        for first in range(length, len(spoken)):
            for last in range(first, min(first + 3, len(spoken))):
                again = "".join(key_of(line) for _, line in spoken[first : last + 1])
                between = spoken[length:first]
                if again == key and all(
                    len(line) <= _LONGEST_TITLE for _, line in between
                ):
                    return title, first, last
    return None


def _own_lines(
    head: _Head, spoken: list[tuple[int, str]], language: str | None
) -> list[tuple[int, str]]:
    """Read the post's own date and byline, which may stand under its title."""
    while spoken:
        at, line = spoken[0]
        byline = _BYLINE.match(line) if len(line) < 120 else None
        if head.published is None and (day := read_date(line, language)):
            head.published = day
        elif (
            head.byline is None
            and byline is not None
            and not _ENDS_SENTENCE.search(line)
        ):
            head.byline = byline["name"].strip(" ,")
            head.published = head.published or date_in(line, language)
        elif notices.is_meta_line(line) and date_in(line, language):
            head.published = head.published or date_in(line, language)
            behind = _BYLINE_BEHIND.search(line)
            if head.byline is None and behind is not None:
                head.byline = behind["name"].strip(" ,")
        elif not notices.is_around(line):
            break
        head.length = at + 1
        spoken = spoken[1:]
    return spoken


def _neighbours(
    lines: Sequence[str], language: str | None, *, undated: bool = False
) -> list[_Found]:
    """The neighbours that some lines name, with their dates.

    Args:
        lines: What stands above the text, or under it.
        language: Decides how dates are read.
        undated: Whether a line that has neither date nor label is one too.
    """
    spoken = list(enumerate(lines))
    found: list[_Found] = []
    while spoken and len(found) < 2:
        pair = _dated(spoken, language)
        if pair is not None:
            found.append(pair[0])
            spoken = spoken[pair[1] :]
            continue
        line = spoken[0][1]
        way, name = labelled(line)
        if not name and len(spoken) > 1 and way is not None:
            found.append(_Found(spoken[1][1], None, way))
            spoken = spoken[2:]
        else:
            business = notices.is_around(line) or notices.is_meta_line(line)
            if name and (way or undated) and not business:
                found.append(_Found(name, None, way))
            spoken = spoken[1:]
    return found


def _dated(
    spoken: Sequence[tuple[int, str]], language: str | None
) -> tuple[_Found, int] | None:
    """The neighbour that the first lines name and date, and how many lines that takes."""
    taken, way = 0, None
    if spoken:
        way, name = labelled(spoken[0][1])
        if way is not None and not name:
            taken = 1
    if len(spoken) <= taken:
        return None
    other, name = labelled(spoken[taken][1])
    if taken and read_date(spoken[taken][1], language):
        # A date follows the label, so the label is all there is of a title.
        taken, other, name = 0, way, spoken[0][1]
    way = way or other
    if not name or read_date(name, language) or len(name) > _LONGEST_TITLE:
        return None
    if len(spoken) > taken + 1 and (day := read_date(spoken[taken + 1][1], language)):
        return _Found(name, day, way), taken + 2
    if way is not None and (inside := _DATE_BEHIND.match(name)):
        day = read_date(inside["date"], language)
        if day is not None:
            return _Found(inside["name"], day, way), taken + 1
    return None


def _in_order(found: Sequence[_Found]) -> tuple[Neighbour | None, Neighbour | None]:
    """Which neighbour is the previous one: as it says, or the earlier."""
    if not found:
        return None, None
    if len(found) == 1:
        only = _neighbour(found[0])
        return (None, only) if found[0].way is Way.NEXT else (only, None)
    first, second = found[0], found[1]
    if (
        first.published
        and second.published
        and first.published.day != second.published.day
    ):
        if second.published.day < first.published.day:
            first, second = second, first
    elif first.way is Way.NEXT or second.way is Way.PREVIOUS:
        first, second = second, first
    return _neighbour(first), _neighbour(second)


def _neighbour(found: _Found) -> Neighbour:
    return Neighbour(title=clean_line(found.title), published=found.published)


def _without_navigation(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part a post from the links to its neighbours where they stand under it."""
    for at in range(len(lines) - 1, max(0, len(lines) - 12), -1):
        if notices.is_navigation_title(lines[at]):
            return lines[:at], lines[at + 1 :]
    at = len(lines)
    while at > 1 and len(lines) - at < 6:
        way, _ = labelled(lines[at - 1])
        before, bare = labelled(lines[at - 2])
        if way is not None and len(lines[at - 1]) < _LONGEST_TITLE:
            at -= 1
        elif before is not None and (
            read_date(lines[at - 1])
            or (not bare and len(lines[at - 1]) < _LONGEST_TITLE)
        ):
            at -= 2
        else:
            break
    return lines[:at], lines[at:]


def _is_title(lines: Sequence[str], spoken: Sequence[tuple[int, str]]) -> bool:
    """Whether the first line is a title: short, alone, and no sentence."""
    at, first = spoken[0]
    if len(spoken) == 1 or len(first) > _LONGEST_LONE_TITLE:
        return False
    under = [line for _, line in spoken[1:3] if len(line) <= _LONGEST_TITLE]
    if any(read_date(line) for line in under):
        # Its own date, or a neighbour with one
        return True
    if _NO_TITLE.search(first):
        return False
    alone = not lines[at + 1]
    return alone or len(first) < 90 or len(spoken[1][1]) > 1.3 * len(first)


def _first_words(line: str) -> str:
    words = line.split()
    return line if len(words) <= 10 else f"{' '.join(words[:10])} …"


def _is_sharing(line: str) -> bool:
    key = key_of(line)
    return notices.is_around(line) and not _ENDS_SENTENCE.search(line) and len(key) < 60


def _discussion(under: Sequence[str]) -> Discussion:
    """What the lines under a post say about comments; a form copied as text cannot be sent."""
    counts = (notices.comment_count(line) for line in under)
    count = next((found for found in counts if found is not None), None)
    if any(notices.says_closed(line) for line in under):
        return Discussion(open=False, count=count)
    is_wordpress = any(notices.is_form_note(line) for line in under)
    system = "wordpress" if is_wordpress else None
    return Discussion(open=bool(under) or None, system=system, count=count)


def _html(paragraphs: Sequence[str]) -> Iterator[str]:
    in_list = False
    for paragraph in paragraphs:
        bullet = _BULLET.match(paragraph)
        if (bullet is not None) is not in_list:
            yield "<ul>" if bullet else "</ul>"
            in_list = bullet is not None
        words = escape(paragraph[bullet.end() :] if bullet else paragraph)
        yield f"<li>{words}</li>" if bullet else f"<p>{words}</p>"
    if in_list:
        yield "</ul>"

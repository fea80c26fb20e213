"""What a reader may set, and what holds if they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import timedelta
from enum import StrEnum
from typing import Final

from reader.domain.dates import Dates
from reader.domain.identity import Identity


class Spacing(StrEnum):
    """How close the lines of an article stand."""

    CLOSE = "close"
    OPEN = "open"
    """An empty row between any two of a paragraph, and two between paragraphs."""


class Bidi(StrEnum):
    """Who puts Arabic, Hebrew and Persian in the order they are read in."""

    AUTO = "auto"
    """The terminal if it is known to, else the reader."""

    TERMINAL = "terminal"
    READER = "reader"


class Images(StrEnum):
    """Whether an article's pictures are fetched and shown, and how."""

    AUTO = "auto"
    """As the terminal says it can, or not at all, if what decodes them is installed."""

    KITTY = "kitty"
    """As the Kitty graphics protocol has it, with Unicode placeholders."""

    SIXEL = "sixel"
    BLOCKS = "blocks"
    """Two pixels a cell, as a character, in any terminal that has colours."""

    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretPlace:
    """Where a secret is kept; never the secret itself."""

    command: tuple[str, ...] = ()
    """A program with its arguments, whose first line of output is the secret."""

    keyring: str | None = None
    """The name of a service in the system's keyring."""

    def __post_init__(self) -> None:
        if bool(self.command) is (self.keyring is not None):
            raise ValueError("a secret is kept in one place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Where the article stands on a site's pages, in CSS selectors."""

    article: tuple[str, ...] = ()
    """What holds it; where none finds anything, it is guessed as ever."""

    remove: tuple[str, ...] = ()
    """What stands in it and is none of it."""

    @property
    def mark(self) -> str:
        """What tells it from other rules; empty for one that says nothing."""
        return "\n".join((*self.article, "", *self.remove))


NO_RULE: Final = Rule()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSettings:
    """What a reader has set for a source or for a whole site. None is not set."""

    interval: timedelta | None = None
    """Not to be asked again before so much time has passed."""

    keep_days: int | None = None
    """How old an article may become, in days; 0 is any age."""

    keep_articles: int | None = None
    """How many articles are kept; 0 is all."""

    full_text: bool | None = None
    """Whether an article's text is taken from its page."""

    article: tuple[str, ...] | None = None
    """CSS selectors of what holds the article on a page."""

    remove: tuple[str, ...] | None = None
    """CSS selectors of what stands in an article and is none of it."""

    user_agent: str | None = None
    """What we call ourselves there."""

    username: str | None = None
    password: SecretPlace | None = None
    cookie: SecretPlace | None = None
    """Of the `Cookie` header's value."""

    comment_as: str | None = None
    """The name of one's account there, to comment with."""

    application_password: SecretPlace | None = None

    def over(self, wider: SourceSettings) -> SourceSettings:
        """These settings, and the wider ones where these say nothing."""
        return replace(
            wider,
            **{
                one.name: value
                for one in fields(self)
                if (value := getattr(self, one.name)) is not None
            },
        )

    def without_access(self) -> SourceSettings:
        """These settings without who we say we are, and what lets us in."""
        return replace(
            self,
            user_agent=None,
            username=None,
            password=None,
            cookie=None,
            comment_as=None,
            application_password=None,
        )

    @property
    def rule(self) -> Rule:
        """How articles are read out of the pages."""
        return Rule(article=self.article or (), remove=self.remove or ())


NOTHING_SET: Final = SourceSettings()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One of several who sign comments, and where they do."""

    identity: Identity
    sites: tuple[str, ...] = ()
    """The hosts it is for, those below them too; none if it is for any."""

    def is_for(self, host: str) -> bool:
        """Whether it is for a host by name."""
        bare = host.removeprefix("www.")
        return any(bare == site or bare.endswith(f".{site}") for site in self.sites)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The settings, with their defaults."""

    theme: str = "reader-dark"
    measure: int = 72
    """The widest line of the reading pane, in cells."""

    marks: bool = True
    """Whether quotations are marked."""

    spacing: Spacing = Spacing.CLOSE
    dates: Dates = Dates.RELATIVE
    bidi: Bidi = Bidi.AUTO
    images: Images = Images.AUTO
    plain: bool = False
    """Whether the screen is for somebody who hears it: no bars, frames or margins."""

    keep_days: int = 0
    """How many days an article is kept with which nothing was done; 0 is for ever."""

    keep_articles: int = 0
    """How many articles of a source are kept with which nothing was done; 0 is all."""

    refresh_at_start: bool = False
    refresh_every: int = 0
    """Minutes between two refreshes while the library is on screen; 0 is never."""

    send_when_online: bool = False
    """Whether comments in the outbox go by themselves while the program runs."""

    identity: Identity = field(default_factory=Identity)
    """Who signs comments where nobody else is for the site."""

    identities: tuple[Signature, ...] = ()
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    """By a source's address, its site's address, its name, or a host, each as
    `source_key` writes it."""

    @property
    def signing(self) -> tuple[Identity, ...]:
        """Everybody who may sign a comment, each once."""
        others = (one.identity for one in self.identities)
        known = dict.fromkeys((self.identity, *others))
        return tuple(one for one in known if one != Identity())

    def identity_for(self, url: str) -> Identity:
        """Who signs a new comment under an article.

        Whoever is for its site comes first, then the one who signs everywhere,
        then the first of those who are for no site in particular.

        Args:
            url: The article's address.
        """
        host = _scheme_and_host(url)[1].partition(":")[0]
        for one in self.identities:
            if one.is_for(host):
                return one.identity
        anywhere = (one.identity for one in self.identities if not one.sites)
        return (
            next(anywhere, self.identity)
            if self.identity == Identity()
            else self.identity
        )

    def for_source(
        self, url: str, *, site: str | None = None, name: str | None = None
    ) -> SourceSettings:
        """What holds for a source, or for an article's page.

        What is set for its very address comes first, then for its site's, then
        for its name, then for its host; what one does not set, the next may.
        A feed writes its own name and its site's address: neither opens the
        way to a secret that is meant for another host.

        Args:
            url: The address that is fetched.
            site: The address a person would visit.
            name: What the source is called.
        """
        found = NOTHING_SET
        if self.sources:
            for key, is_its_own in _keys(url, site, name):
                wider = self.sources.get(key, NOTHING_SET)
                found = found.over(wider if is_its_own else wider.without_access())
        return found


def source_key(written: str) -> str:
    """What settings for a source stand under: `Example.org/` is `example.org`."""
    bare = written.strip().rstrip("/")
    return bare if "://" in bare else bare.casefold()


def _keys(url: str, site: str | None, name: str | None) -> Iterator[tuple[str, bool]]:
    """The names that settings for a source may stand under, the most exact first.

    With each goes whether it names the host that is asked, whatever a feed says.
    """
    scheme, host = _scheme_and_host(url)
    yield source_key(url), True
    if site:
        yield source_key(site), (scheme, host) == _scheme_and_host(site)
    yield f"{scheme}://{host}", True
    if name:
        yield source_key(name), False
    without_port = re.sub(r":\d+\Z", "", host)
    hosts = (host, without_port)
    for one in dict.fromkeys((*hosts, *(each.removeprefix("www.") for each in hosts))):
        yield one, True


def _scheme_and_host(url: str) -> tuple[str, str]:
    """An address's scheme and its host, with its port if it names one."""
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(url)
    except ValueError:
        return "", ""
    return parts.scheme, parts.netloc.rpartition("@")[2].casefold()

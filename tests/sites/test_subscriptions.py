"""What every list of subscriptions must bear."""

from __future__ import annotations

import time

import pytest

from reader.domain.errors import CannotUnderstand
from reader.domain.source import Subscription
from reader.sites.listed import MOST_LEFT_OUT
from reader.sites.subscriptions import subscriptions_in


def opml(*outlines: str, before: str = "") -> bytes:
    return (
        f"{before}<opml version='2.0'><body>{''.join(outlines)}</body></opml>".encode()
    )


def test_an_address_that_is_there_twice_is_one_source_with_both_tags() -> None:
    (source,) = subscriptions_in(
        b"https://a.example/feed coast\nhttps://a.example/feed ~A pier coast\n"
    ).sources
    assert source == Subscription(
        url="https://a.example/feed", name="A", tags=("coast", "pier")
    )


@pytest.mark.parametrize(
    "body",
    [
        b"https://b.example/\nhttps://ada:secret@a.example/feed\n",
        opml(
            '<outline xmlUrl="https://b.example/"/>'
            '<outline xmlUrl="https://ada:secret@a.example/feed"/>'
        ),
    ],
)
def test_a_password_is_neither_taken_nor_told(body: bytes) -> None:
    read = subscriptions_in(body)
    assert [source.url for source in read.sources] == ["https://b.example/"]
    (words,) = read.left_out
    assert "https://a.example/feed has a name and a password" in words
    assert "secret" not in words


def test_the_address_of_a_site_loses_its_password() -> None:
    (source,) = subscriptions_in(
        opml(
            '<outline xmlUrl="https://a.example/f" htmlUrl="https://ada:secret@a.example/"/>'
        )
    ).sources
    assert source.site == "https://a.example/"


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        (r'https://a.example/ "say \"hi\"" x', ('say "hi"', "x")),
        ("https://a.example/ Ada's 'two words' x", ("Ada's", "two words", "x")),
        ("https://a.example/ coast # pier", ("coast",)),
        ('https://a.example/ "# no comment"', ("# no comment",)),
        ("  https://a.example/\tcoast\t\tpier  ", ("coast", "pier")),
        ("https://a.example/ a\x1b]0;x\x07b", ("ab",)),
    ],
)
def test_newsboats_words_are_read_as_newsboat_reads_them(
    line: str, tags: tuple[str, ...]
) -> None:
    (source,) = subscriptions_in(line.encode()).sources
    assert source.tags == tags


def test_a_list_with_nothing_that_can_be_taken_says_why() -> None:
    with pytest.raises(CannotUnderstand, match="“exec:” runs a program"):
        subscriptions_in(b"exec:reboot\n")


def test_of_a_thousand_lines_left_out_only_some_are_named() -> None:
    read = subscriptions_in(b"https://a.example/\n" + b"exec:x\n" * 1000)
    assert len(read.left_out) == MOST_LEFT_OUT + 1
    assert read.left_out[-1] == f"{1000 - MOST_LEFT_OUT} more were left out."


BOMB = "<!DOCTYPE opml [<!ENTITY a 'haha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True)
)


MANY = 50_000
HOSTILE = {
    "entities in an attribute": opml(
        '<outline text="&k;" xmlUrl="https://a.example/"/>', before=BOMB + "]>"
    ),
    "entities in a text": opml(
        '<outline xmlUrl="https://a.example/">&k;</outline>', before=BOMB + "]>"
    ),
    "folders": opml('<outline text="f">' * MANY),
    "attributes": opml("<outline ", *(f"a{n}='' " for n in range(MANY)), "/>"),
    "attributes with tags in them": opml(
        "<outline ", *(f"a{n}='>' " for n in range(MANY)), "/>"
    ),
    "attributes in UTF-16": opml("<outline ", *(f"a{n}='' " for n in range(MANY)), "/>")
    .decode()
    .encode("utf-16"),
    "attributes without a value": opml(
        "<outline ", *(f"a{n} " for n in range(MANY)), "/>"
    ),
    "open attributes": opml("<outline a='" * MANY),
    "double marks": b"https://a.example/ " + b'"' * 300_001,
    "single marks": b"https://a.example/ " + b"'" * 300_001,
    "mixed marks": b"https://a.example/ " + b"a'\"" * MANY,
    "an address of addresses": b"https://" * MANY + b"@",
    "folders of bookmarks": b"<!DOCTYPE NETSCAPE-Bookmark-file-1>"
    + b"<DL><DT><H3>f" * MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_list_costs_no_time(name: str) -> None:
    begun = time.process_time()
    try:
        read = subscriptions_in(HOSTILE[name])
    except CannotUnderstand:
        read = None
    assert time.process_time() - begun < 3
    assert read is None or len(str(read)) < 500_000

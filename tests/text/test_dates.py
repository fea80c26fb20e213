"""Dates as people and machines write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.dates import date_in, date_in_address, read_date, read_stamp


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("June 4, 2020", "en", "2020-06-04"),
        ("Jun. 4th, 2020", "en", "2020-06-04"),
        ("4 June 2020", "en", "2020-06-04"),
        ("Thursday, June 4, 2020", "en", "2020-06-04"),
        ("on 4th of June, 2020", "en", "2020-06-04"),
        ("June 4, 2020 at 10:30 pm", "en", "2020-06-04T22:30:00"),
        ("June 4, 2020 12:05 a.m.", "en", "2020-06-04T00:05:00"),
        ("4. Juni 2020", "de", "2020-06-04"),
        ("Donnerstag, den 4. Juni 2020, 10:30 Uhr", "de", "2020-06-04T10:30:00"),
        ("04.06.20", "de", "2020-06-04"),
        ("4. Jänner 2020", "de", "2020-01-04"),
        ("le 1er juin 2020", "fr", "2020-06-01"),
        ("jeudi 4 juin 2020 à 10h30", "fr", "2020-06-04T10:30:00"),
        ("4 de junio de 2020", "es", "2020-06-04"),
        ("4 de junho de 2020", "pt", "2020-06-04"),
        ("4 giugno 2020", "it", "2020-06-04"),
        ("donderdag 4 juni 2020", "nl", "2020-06-04"),
        ("٤ يونيو، ٢٠٢٠", "ar", "2020-06-04"),
        ("4 حزيران 2020", "ar", "2020-06-04"),
        ("4 ביוני 2020", "he", "2020-06-04"),
        ("2020年6月4日", "ja", "2020-06-04"),
        ("2020년 6월 4일", "ko", "2020-06-04"),
        ("4 июня 2020", "ru", "2020-06-04"),
        ("2020-06-04", None, "2020-06-04"),
        ("4/6/2020", "en-GB", "2020-06-04"),
        ("6/4/2020", "en-US", "2020-06-04"),
        ("13/6/2020", "en-US", "2020-06-13"),
    ],
)
def test_a_date_is_read(text: str, language: str | None, iso: str) -> None:
    """As exactly as it is written, and no more exactly."""
    found = read_date(text, language)

    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "",
        "June 2020",
        "2020",
        "June 31, 2020",
        "May 4, 2020 was a good day",
        "The council met on June 4, 2020",
        "Room 04.06.20.1",
        "10:30",
        "555-1234-2020",
    ],
)
def test_what_is_more_or_less_than_a_date_is_none(text: str) -> None:
    """A neighbour's date stands alone on its line; a sentence with one does not."""
    assert read_date(text, "en") is None


def test_a_date_is_found_in_a_line() -> None:
    """The first, with its hour."""
    found = date_in(
        "By Ada Moreno | Published June 4, 2020 10:30 am | Updated June 5, 2020", "en"
    )

    assert found is not None
    assert found.iso == "2020-06-04T10:30:00"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2020-06-26T10:00:00+02:00", "2020-06-26T10:00:00+02:00"),
        ("2020-06-26T10:00:00.123Z", "2020-06-26T10:00:00+00:00"),
        ("2020-06-26T10:00:00-0500", "2020-06-26T10:00:00-05:00"),
        ("2020-06-26 10:00", "2020-06-26T10:00:00"),
        ("20200626", "2020-06-26"),
        ("20200626T100000Z", "2020-06-26T10:00:00+00:00"),
        ("Fri, 26 Jun 2020 10:00:00 +0200", "2020-06-26T10:00:00+02:00"),
        ("1593158400", "2020-06-26T08:00:00+00:00"),
        ("1593158400000", "2020-06-26T08:00:00+00:00"),
        ("26 June 2020", "2020-06-26"),
        ("2020-13-45", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_a_stamp_keeps_its_own_offset(value: str, iso: str | None) -> None:
    """A page that gives none is not given one."""
    found = read_stamp(value)

    assert (found and found.iso) == iso


@pytest.mark.parametrize(
    ("address", "iso"),
    [
        ("https://lowfield.example/2020/06/26/title/", "2020-06-26"),
        ("https://lowfield.example/news/26-06-2020", "2020-06-26"),
        ("https://lowfield.example/2020/06/title/", None),
        (None, None),
    ],
)
def test_an_address_may_name_its_day(address: str | None, iso: str | None) -> None:
    """As WordPress's do."""
    found = date_in_address(address)

    assert (found and found.iso) == iso


@given(st.text(max_size=120))
def test_no_text_is_too_odd_to_look_for_a_date_in(text: str) -> None:
    """It has one or it has none."""
    read_date(text)
    date_in(text)
    read_stamp(text)
    date_in_address(text)

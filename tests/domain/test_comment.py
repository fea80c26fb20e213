"""What keeps a draft from being sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from reader.domain.comment import (
    CommentForm,
    Draft,
    Field,
    FieldKind,
    Option,
    Problem,
    Role,
    problem_with,
    problems_in,
)
from reader.domain.identity import Identity

COMMENT = Field(
    name="comment",
    label="Comment",
    kind=FieldKind.LONG_TEXT,
    role=Role.COMMENT,
    required=True,
    limit=20,
)
NAME = Field(name="author", label="Name", role=Role.NAME, required=True)
EMAIL = Field(name="email", label="Email", kind=FieldKind.EMAIL, role=Role.EMAIL)
WEBSITE = Field(name="url", label="Website", role=Role.WEBSITE)
CONSENT = Field(
    name="ok",
    label="I agree",
    kind=FieldKind.CHECKBOX,
    required=True,
    options=(Option("yes", "I agree"),),
)
STREET = Field(
    name="street",
    label="Street",
    kind=FieldKind.SELECT,
    required=True,
    options=(Option("", "Choose"), Option("mill", "Mill Lane")),
)
TRAP = Field(name="trap", kind=FieldKind.HIDDEN, required=True, honeypot=True)
FORM = CommentForm(
    action="https://news.example/c",
    system="form",
    page="https://news.example/",
    fields=(COMMENT, NAME, EMAIL, WEBSITE, CONSENT, STREET, TRAP),
)
DRAFT = Draft(
    id=1,
    url="https://news.example/",
    article="News",
    text="A remark.",
    identity=Identity(name="Ada"),
    fields={"ok": "yes", "street": "mill"},
    changed=datetime(2026, 3, 1, tzinfo=UTC),
    form=FORM,
)


def no_at(address: str) -> str | None:
    """The least that can be said of an e-mail address."""
    return None if "@" in address else "It has no @."


def words(one: Field, value: str) -> str | None:
    """What is wrong with a value, in words."""
    problem = problem_with(one, value, email_problem=no_at)
    return None if problem is None else problem.words


def test_a_draft_that_says_all_has_no_problem() -> None:
    assert problems_in(FORM, DRAFT, email_problem=no_at) == ()


def test_problems_stand_in_the_forms_order() -> None:
    bare = replace(DRAFT, text=" \n", identity=Identity(email="x"), fields={})
    found = problems_in(FORM, bare, email_problem=no_at)
    assert [problem.field for problem in found] == [
        "comment",
        "author",
        "email",
        "ok",
        "street",
    ]
    assert [problem.missing for problem in found] == [True, True, False, True, True]


@pytest.mark.parametrize(
    ("one", "value", "said"),
    [
        (NAME, "", "Name is required."),
        (NAME, " ", "Name is required."),
        (replace(NAME, label=""), "", "author is required."),
        (CONSENT, "", "I agree: the site wants this ticked."),
        (STREET, "", "Street: choose one."),
        (STREET, "station", "Street: “station” is not one of the choices."),
        (COMMENT, "x" * 21, "Comment is 1 character over the site's limit of 20."),
        (COMMENT, "x" * 30, "Comment is 10 characters over the site's limit of 20."),
        (EMAIL, "ada", "It has no @."),
        (replace(EMAIL, kind=FieldKind.TEXT), "ada", "It has no @."),
        (WEBSITE, "two words", "“two words” is not a web address; write it like https://example.org."),
        (WEBSITE, "javascript:x", "“javascript:x” is not a web address; write it like https://example.org."),
        (replace(WEBSITE, kind=FieldKind.URL), "ada.example", "“ada.example” is not a web address; write it like https://example.org."),
        (WEBSITE, "http://[", "“http://[” is not a web address; write it like https://example.org."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_words(one: Field, value: str, said: str) -> None:
    assert words(one, value) == said


@pytest.mark.parametrize(
    ("one", "value"),
    [
        (WEBSITE, ""),
        (WEBSITE, "ada.example"),
        (WEBSITE, "https://ada.example/x?y=1"),
        (EMAIL, ""),
        (EMAIL, "ada@example.org"),
        (COMMENT, "x" * 20),
        (COMMENT, "🌊" * 10),
        (TRAP, ""),
        (CONSENT, "yes"),
    ],
)
def test_what_a_browser_lets_through_is_fine(one: Field, value: str) -> None:
    assert words(one, value) is None


def test_a_limit_counts_as_browsers_do() -> None:
    assert words(COMMENT, "🌊" * 11) is not None


def test_a_box_that_the_page_ticks_is_not_ticked_by_the_person() -> None:
    ticked = replace(CONSENT, value="yes")
    assert replace(DRAFT, fields={}).value_of(ticked) == ""
    assert replace(DRAFT, fields={"ok": "yes"}).value_of(ticked) == "yes"


def test_what_a_page_has_chosen_stays_chosen() -> None:
    assert replace(DRAFT, fields={}).value_of(replace(STREET, value="mill")) == "mill"


def test_a_name_outlives_a_form_that_renames_its_field() -> None:
    renamed = replace(FORM, fields=(COMMENT, replace(NAME, name="who")))
    assert DRAFT.written_for(renamed).value_of(renamed.fields[1]) == "Ada"


def test_a_form_knows_its_visible_fields() -> None:
    assert TRAP not in FORM.visible
    assert FORM.by_role(Role.EMAIL) is EMAIL
    assert replace(FORM, fields=(NAME,)).by_role(Role.COMMENT) is None


@pytest.mark.parametrize(
    ("page", "action", "warned"),
    [
        ("https://news.example/a", "https://news.example/c", False),
        ("https://www.news.example/a", "https://news.example/c", False),
        ("http://news.example/a", "http://news.example/c", False),
        ("http://news.example/a", "https://news.example/c", False),
        ("https://news.example/a", "http://news.example/c", True),
        ("https://news.example/a", "https://news.example.evil.example/c", True),
        ("https://news.example/a", "https://news.example:444/c", True),
        ("https://news.example/a", "https://news.example@evil.example/c", True),
        ("", "https://news.example/c", False),
    ],
)
def test_a_form_that_gives_its_words_to_others_is_warned_of(
    page: str, action: str, *, warned: bool
) -> None:
    form = replace(FORM, page=page, action=action)
    assert (form.warning is not None) is warned


def test_a_problem_names_its_field_by_its_label() -> None:
    assert problem_with(NAME, "", email_problem=no_at) == Problem(
        "author", "Name", "Name is required.", missing=True
    )

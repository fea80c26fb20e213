"""What is written down is read back as it was."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.comment import (
    CommentForm,
    Discussion,
    Draft,
    Field,
    FieldKind,
    Option,
    Role,
)
from reader.domain.identity import Identity
from reader.storage import shapes

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
MAYBE = st.none() | TEXT
FIELDS = st.builds(
    Field,
    name=TEXT,
    label=TEXT,
    kind=st.sampled_from(FieldKind),
    role=st.none() | st.sampled_from(Role),
    required=st.booleans(),
    limit=st.none() | st.integers(0, 10**9),
    value=TEXT,
    options=st.lists(st.builds(Option, TEXT, TEXT), max_size=2).map(tuple),
    note=MAYBE,
    honeypot=st.booleans(),
)
FORMS = st.builds(
    CommentForm,
    action=TEXT,
    system=TEXT,
    page=TEXT,
    fields=st.lists(FIELDS, max_size=3).map(tuple),
    title=TEXT,
    notes=st.lists(TEXT, max_size=2).map(tuple),
    button=st.none() | FIELDS,
)
DRAFTS = st.builds(
    Draft,
    id=st.integers(0, 2**40),
    url=TEXT,
    article=TEXT,
    text=TEXT,
    identity=st.builds(Identity, name=TEXT, email=TEXT, website=TEXT),
    fields=st.dictionaries(TEXT, TEXT, max_size=2),
    reply_to=MAYBE,
    changed=st.datetimes(
        datetime(1970, 1, 1),  # noqa: DTZ001
        datetime(2100, 1, 1),  # noqa: DTZ001
        timezones=st.just(UTC),
    ),
    form=st.none() | FORMS,
)
DISCUSSIONS = st.builds(
    Discussion,
    count=st.none() | st.integers(0, 10**6),
    open=st.none() | st.booleans(),
    system=MAYBE,
    form=st.none() | FORMS,
    why_not=MAYBE,
    browser=MAYBE,
)


@given(DRAFTS)
def test_a_draft_is_read_back_as_it_was(draft: Draft) -> None:
    assert shapes.draft_from_json(shapes.draft_to_json(draft)) == draft


@given(DISCUSSIONS)
def test_a_discussion_is_read_back_as_it_was(discussion: Discussion) -> None:
    text = shapes.discussion_to_json(discussion)
    assert shapes.discussion_from_json(text) == discussion


@given(FORMS)
def test_a_form_is_read_back_as_it_was(form: CommentForm) -> None:
    assert shapes.form_from_json(shapes.form_to_json(form)) == form


@given(st.lists(st.datetimes(timezones=st.just(UTC)), max_size=5))
def test_moments_sort_as_they_are_written(moments: list[datetime]) -> None:
    written = sorted(shapes.moment_to_text(one) for one in moments)
    assert [shapes.moment_from_text(one) for one in written] == sorted(moments)

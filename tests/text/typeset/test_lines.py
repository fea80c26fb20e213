from __future__ import annotations

from reader.text.typeset.lines import Line, Look, Run, Stretch, marked

LINE = Line(
    (
        Run("│ ", None, Look.BAR),
        Run("one ", 10),
        Run("two", 14, Look.LINK, 1),
        Run("[1]", None, Look.NUMBER, 1),
        Run(" three", 17),
    ),
    10,
    23,
)


def test_a_stretch_cuts_the_runs_it_begins_and_ends_in() -> None:
    runs = marked(LINE, [Stretch(12, 15, Look.QUOTATION)])
    assert [(run.text, run.look) for run in runs] == [
        ("│ ", Look.BAR),
        ("on", Look.PLAIN),
        ("e ", Look.QUOTATION),
        ("t", Look.LINK | Look.QUOTATION),
        ("wo", Look.LINK),
        ("[1]", Look.NUMBER),
        (" three", Look.PLAIN),
    ]


def test_a_links_number_is_marked_with_the_words_around_it() -> None:
    (number,) = (
        run
        for run in marked(LINE, [Stretch(10, 23, Look.MATCH)])
        if Look.NUMBER in run.look
    )
    assert number.look == Look.NUMBER | Look.MATCH


def test_stretches_over_each_other_add_up() -> None:
    runs = marked(LINE, [Stretch(10, 12, Look.QUOTATION), Stretch(11, 13, Look.MATCH)])
    assert [run.look for run in runs[1:5]] == [
        Look.QUOTATION,
        Look.QUOTATION | Look.MATCH,
        Look.MATCH,
        Look.PLAIN,
    ]


def test_a_stretch_elsewhere_changes_nothing() -> None:
    assert marked(LINE, [Stretch(0, 10, Look.MATCH)]) is LINE.runs

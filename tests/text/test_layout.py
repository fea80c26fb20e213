from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.domain.article import Article, Block, BlockKind, Mark, Neighbour, Span
from reader.domain.dates import Published
from reader.domain.picture import Picture
from reader.domain.quotation import Quotation
from reader.text.layout import Layout, Spot
from reader.text.typeset.bidi import mirrored
from reader.text.typeset.lines import Line, Look, Manner, Run, Stretch, marked
from reader.text.typeset.pictures import MOST_ROWS
from reader.text.typeset.plan import LONGEST_PIECE, plan

USUAL = Manner()


def article(*blocks: Block, **about: str | Neighbour | Published | None) -> Article:
    return Article(url=None, title="", blocks=blocks, **about)  # type: ignore[arg-type]


def paragraph(text: str, *spans: Span, quoted: int = 0) -> Block:
    return Block(kind=BlockKind.PARAGRAPH, text=text, spans=spans, quoted=quoted)


def laid_out(page: Article, width: int = 40, manner: Manner = USUAL) -> list[Line]:
    """Every line of a page."""
    layout = Layout(plan(page), width, cell_len, manner)
    pieces = range(len(layout.plan.pieces))
    return [line for piece in pieces for line in layout.lines(piece)]


def text_of(page: Article, width: int = 40, manner: Manner = USUAL) -> list[Line]:
    """The lines of a page's blocks, without what stands above and below them."""
    layout = Layout(plan(page), width, cell_len, manner)
    pieces = range(1, len(layout.plan.pieces) - 1)
    return [line for piece in pieces for line in layout.lines(piece)]


def shown(page: Article, width: int = 40, manner: Manner = USUAL) -> list[str]:
    """A page's blocks as they show, without the marks that keep the terminal's order."""
    rows = rows_of(text_of(page, width, manner))
    return [row.replace("\u200f", "").replace("\u200e", "") for row in rows]


def rows_of(lines: Sequence[Line]) -> list[str]:
    """What lines show, without the empty rows around them."""
    rows = [line.text.rstrip() for line in lines]
    while rows and not rows[0]:
        del rows[0]
    while rows and not rows[-1]:
        del rows[-1]
    return rows


MANNERS = st.builds(
    Manner,
    open=st.booleans(),
    ordered=st.booleans(),
    plain=st.booleans(),
    told=st.booleans(),
)

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A machine with other things to do is no reason to fail."""

WORDS = st.sampled_from(
    [
        "a",
        "word",
        "well-known",
        "“quoted”",
        "naïve",
        "e\u0301tude",
        "soft\u00adhyphen",
        "10\u00a0km",
        "東京の図書館「はい」。",
        "👩\u200d👩\u200d👧\u200d👦",
        "قارئ",
        "שָׁלוֹם (אב)",
        "https://example.org/a/path/that/is/long?query=1",
        "tab\tbed",
        "line\nfeed",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    kind = draw(st.sampled_from(BlockKind))
    if kind is BlockKind.RULE:
        return Block(kind=kind, text="")
    text = draw(TEXTS)
    if kind is BlockKind.TABLE:
        rows = draw(st.lists(st.lists(TEXTS, min_size=1, max_size=4), max_size=4))
        cells = [["\u00b7".join(c.split()) for c in row] for row in rows]
        text = "\n".join("\t".join(row) for row in cells) or "cell"
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        mark = draw(st.sampled_from(Mark))
        target = f"https://example.org/{start}" if mark is Mark.LINK else None
        spans.append(Span(start, end, mark, target))
    return Block(
        kind=kind,
        text=text,
        spans=tuple(spans),
        level=draw(st.integers(0, 4)),
        marker=draw(st.sampled_from([None, "•", "12."])),
        quoted=draw(st.integers(0, 3)),
        cite=draw(st.sampled_from([None, "Ada Moreno, in a letter to the council"])),
        target=draw(st.sampled_from([None, "https://example.org/picture"])),
    )


ARTICLES = st.lists(blocks(), max_size=6).map(lambda some: article(*some))
WIDTHS = st.integers(12, 90)


def characters(runs: Sequence[Run]) -> list[tuple[int, str]]:
    """The characters of the article's text that runs show, with their offsets."""
    return [
        (run.start + at, character)
        for run in runs
        if run.start is not None
        for at, character in enumerate(run.text)
    ]


@patient
@given(ARTICLES, WIDTHS, MANNERS)
def test_every_character_shown_stands_for_itself(
    page: Article, width: int, manner: Manner
) -> None:
    """Offsets lead to the very character; only a tab and a soft hyphen look otherwise."""
    for line in laid_out(page, width, manner):
        for offset, character in characters(line.runs):
            one = page.text[offset]
            as_shown = {"\t": " ", "\u00ad": "-"}.get(one, one)
            # Among Arabic and Hebrew, joined or mirrored.
            as_joined = unicodedata.normalize("NFKC", character)
            assert as_shown in {character, as_joined, mirrored(character)}


@patient
@given(ARTICLES, WIDTHS, MANNERS)
def test_every_character_of_the_text_is_shown_once(
    page: Article, width: int, manner: Manner
) -> None:
    """What is left out is white space, and soft hyphens inside a row."""
    lines = laid_out(page, width, manner)
    seen = sorted(offset for line in lines for offset, _ in characters(line.runs))
    assert len(seen) == len(set(seen))
    left_out = set(range(len(page.text))) - set(seen)
    assert all(page.text[offset] in " \t\n\u00ad" for offset in left_out)


@patient
@given(ARTICLES, WIDTHS, MANNERS)
def test_no_line_is_wider_than_the_column(
    page: Article, width: int, manner: Manner
) -> None:
    for line in laid_out(page, width, manner):
        assert cell_len(line.text) <= width


@patient
@given(ARTICLES, WIDTHS, MANNERS)
def test_a_piece_is_as_high_as_it_was_measured(
    page: Article, width: int, manner: Manner
) -> None:
    one = Layout(plan(page), width, cell_len, manner)
    while not one.exact:
        one.measure_some(0, 100)
    other = laid_out(page, width, manner)
    assert one.height == len(other)
    assert [one.line(y) for y in range(one.height)] == other


@patient
@given(ARTICLES, WIDTHS, MANNERS, st.data())
def test_an_offset_leads_to_the_row_it_stands_in(
    page: Article, width: int, manner: Manner, data: st.DataObject
) -> None:
    layout = Layout(plan(page), width, cell_len, manner)
    where = {
        offset: Spot(piece, row)
        for piece in range(len(layout.plan.pieces))
        for row, line in enumerate(layout.lines(piece))
        for offset, _ in characters(line.runs)
    }
    if where:
        offset = data.draw(st.sampled_from(sorted(where)))
        assert layout.spot_of(offset) == where[offset]


@patient
@given(ARTICLES, WIDTHS, MANNERS, st.data())
def test_what_is_marked_is_exactly_what_was_found(
    page: Article, width: int, manner: Manner, data: st.DataObject
) -> None:
    """In wrapped lines, inside emphasis and links, with emoji and combining marks."""
    if not page.text:
        return
    start = data.draw(st.integers(0, len(page.text) - 1))
    end = data.draw(st.integers(start + 1, len(page.text)))
    stretch = Stretch(start, end, Look.QUOTATION)
    for line in laid_out(page, width, manner):
        runs = marked(line, [stretch])
        assert "".join(run.text for run in runs) == line.text
        for run in runs:
            for offset, _ in characters([run]):
                assert (Look.QUOTATION in run.look) is (start <= offset < end)


@patient
@given(ARTICLES, WIDTHS, st.integers(0, 200))
def test_settling_keeps_the_row_one_is_at(page: Article, width: int, at: int) -> None:
    """What is learned about other rows never moves the one that is looked at."""
    layout = Layout(plan(page), width, cell_len)
    y = layout.settle(min(at, layout.height - 1), above=4, below=8)
    line, spot = layout.line(y), layout.spot_at(y)
    while not layout.exact:
        layout.measure_some(spot.piece, 50)
    assert layout.line(layout.y_of(spot)) == line


def test_links_are_numbered_in_order_and_an_address_has_one_number() -> None:
    page = article(
        paragraph(
            "First and second.",
            Span(0, 5, Mark.LINK, "https://example.org/a"),
            Span(10, 16, Mark.LINK, "https://example.org/b"),
        ),
        paragraph("First again.", Span(0, 5, Mark.LINK, "https://example.org/a")),
    )
    assert plan(page).links == ("https://example.org/a", "https://example.org/b")
    assert shown(page) == ["First[1] and second[2].", "", "First[1] again."]


def test_a_link_is_one_link_on_every_row_it_takes() -> None:
    text = "a link of several words"
    page = article(paragraph(text, Span(0, len(text), Mark.LINK, "https://e.org/")))
    runs = [run for line in text_of(page, 12) for run in line.runs]
    assert {run.link for run in runs} == {1}
    assert shown(page, 12) == ["a link of", "several", "words[1]"]


def test_a_list_hangs_under_its_markers() -> None:
    page = article(
        Block(kind=BlockKind.ITEM, text="one two three four", level=1, marker="•"),
        Block(kind=BlockKind.ITEM, text="five six seven", level=2, marker="10."),
    )
    assert shown(page, 16) == [
        " • one two three",
        "   four",
        "   10. five six",
        "       seven",
    ]


def test_footnotes_stand_together_under_the_marks_they_are_referred_to_by() -> None:
    page = article(
        Block(kind=BlockKind.FOOTNOTE, text="The first of them.", marker="1"),
        Block(kind=BlockKind.FOOTNOTE, text="The second.", marker="2"),
    )
    assert shown(page, 16) == [
        "[1] The first of",
        "    them.",
        "[2] The second.",
    ]


def test_a_block_quotation_has_a_bar_through_its_gaps_and_names_who_is_cited() -> None:
    page = article(
        paragraph("Before."),
        paragraph("One.", quoted=1),
        paragraph("Two.", quoted=2),
        Block(kind=BlockKind.PARAGRAPH, text="Three.", quoted=1, cite="Ada Moreno"),
        paragraph("After."),
    )
    assert shown(page) == [
        "Before.",
        "",
        "│ One.",
        "│",
        "│ │ Two.",
        "│",
        "│ Three.",
        "│ — Ada Moreno",
        "",
        "After.",
    ]


def test_code_keeps_its_shape_and_goes_on_under_a_mark() -> None:
    code = Block(kind=BlockKind.CODE, text="if x:\n\treturn 'something long'")
    assert shown(article(code), 20) == [
        " if x:",
        "     return 'someth",
        "↪ing long'",
    ]


def test_a_table_that_fits_stands_in_columns_its_numbers_to_the_right() -> None:
    table = Block(kind=BlockKind.TABLE, text="Year\tLoans\n2017\t5\n2018\t12,034")
    assert shown(article(table)) == [
        "Year   Loans",
        "────  ──────",
        "2017       5",
        "2018  12,034",
    ]


def test_a_table_that_is_too_wide_breaks_its_widest_cells() -> None:
    table = Block(
        kind=BlockKind.TABLE, text="Who\tWhat\nAda\tsaid rather a lot of things"
    )
    assert shown(article(table), 24) == [
        "Who  What",
        "───  ───────────────────",
        "Ada  said rather a lot",
        "     of things",
    ]


def test_a_table_of_too_many_columns_stands_one_cell_a_row() -> None:
    """Each cell is named after its column, the first one leads its row."""
    names = [f"column {number}" for number in range(4)]
    cells = [f"a cell of {number}" for number in range(4)]
    text = "\t".join(names) + "\n" + "\t".join(cells)
    assert shown(article(Block(kind=BlockKind.TABLE, text=text)), 32) == [
        "column 0",
        "column 1",
        "column 2",
        "column 3",
        "a cell of 0",
        "  column 1: a cell of 1",
        "  column 2: a cell of 2",
        "  column 3: a cell of 3",
    ]


def test_a_picture_says_what_it_shows_and_nothing_parts_it_from_its_caption() -> None:
    page = article(
        Block(kind=BlockKind.PICTURE, text="A cat", target="https://e.org/cat.jpg"),
        Block(kind=BlockKind.CAPTION, text="Folio, asleep."),
        Block(kind=BlockKind.PICTURE, text="", target="https://e.org/dog.jpg"),
    )
    assert shown(page) == ["▣ A cat[1]", "Folio, asleep.", "", "▣ Picture[2]"]


def test_a_paragraph_of_hebrew_stands_to_the_right() -> None:
    page = article(paragraph("שלום עולם"), paragraph("Shalom שלום"))
    assert shown(page, 20) == ["           שלום עולם", "", "Shalom שלום"]


def test_the_page_begins_with_what_is_known_of_the_article() -> None:
    page = Article(
        url="https://harbourpost.example/a",
        title="The library stays",
        byline="Mira Castellanos",
        published=Published("2020-06-26"),
        blocks=(paragraph("Text."),),
    )
    assert rows_of(laid_out(page, 80))[:3] == [
        "The library stays",
        "Mira Castellanos · harbourpost.example · 26\u00a0June\u00a02020 · 1\u00a0min",
        "",
    ]


def test_the_page_ends_with_its_neighbours_and_their_days() -> None:
    earlier = Neighbour(title="Ferries", published=Published("2020-06-04"))
    page = article(paragraph("Text."), previous=earlier, next=Neighbour(title="Cats"))
    assert rows_of(laid_out(page, 30))[-2:] == ["< Ferries · 4 June 2020", "> Cats"]
    last = [line.neighbour for line in laid_out(page, 30) if line.neighbour]
    assert last == [earlier, Neighbour(title="Cats")]


def test_a_note_on_the_source_is_set_apart_and_not_repeated() -> None:
    page = article(
        paragraph("Text."),
        paragraph("(Source: The Harbour Post)"),
        source_note="Source: The Harbour Post",
    )
    lines = [line for line in laid_out(page) if "Source" in line.text]
    assert [line.runs[0].look for line in lines] == [Look.NOTE]


def test_an_article_without_a_text_says_so() -> None:
    assert rows_of(laid_out(article())) == ["There is no text here."]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (BlockKind.PARAGRAPH, "one two three " * 20_000),
        (BlockKind.PARAGRAPH, "東" * 200_000),
        (BlockKind.CODE, "x = 1\n" * 40_000),
        (BlockKind.CODE, "x" * 200_000),
        (BlockKind.TABLE, "a\tb\n" * 40_000 + "a\tb"),
        (BlockKind.TABLE, "word " * 40_000),
    ],
    ids=["words", "ideographs", "lines", "one-line", "rows", "one-cell"],
)
def test_a_long_block_is_set_a_piece_at_a_time(kind: BlockKind, text: str) -> None:
    page = article(Block(kind=kind, text=text))
    pieces = plan(page).pieces[1:-1]
    assert [piece.start for piece in pieces[1:]] == [p.end for p in pieces[:-1]]
    assert pieces[-1].end == len(text)
    if kind is not BlockKind.TABLE or "\n" in text:
        longest = max(piece.end - piece.start for piece in pieces)
        assert longest <= 5 * LONGEST_PIECE
    layout = Layout(plan(page), 72, cell_len)
    middle = layout.spot_of(len(text) // 2)
    line = layout.lines(middle.piece)[middle.row]
    assert line.start <= len(text) // 2 < line.end


ORDERED = Manner(ordered=True)


def test_hebrew_stands_as_it_is_read_where_the_terminal_orders_nothing() -> None:
    page = article(paragraph("שלום (עולם) abc 12."), paragraph("Shalom שלום."))
    assert shown(page, 24, ORDERED) == [
        "     .abc 12 (םלוע) םולש",
        "",
        "Shalom םולש.",
    ]


def test_a_quotation_in_arabic_is_marked_where_it_is_read() -> None:
    """Its letters are those on the right of the cue, which reads last."""
    text = "قالت: «نعم»."
    said = Stretch(text.index("ن"), text.index("»"), Look.QUOTATION)
    (line,) = text_of(article(paragraph(text)), 20, ORDERED)[1:]
    runs = marked(line, [said])
    quoted = "".join(run.text for run in runs if Look.QUOTATION in run.look)
    assert unicodedata.normalize("NFKC", quoted) == "معن"
    assert line.text.index("«") < line.text.index(quoted) < line.text.index("»")


def test_bars_and_markers_stand_where_reading_begins() -> None:
    page = article(
        paragraph("ציטוט", quoted=1),
        Block(kind=BlockKind.ITEM, text="אחת", level=1, marker="1."),
        paragraph("A quotation", quoted=1),
    )
    assert shown(page, 16, ORDERED) == [
        "         טוטיצ │",
        "",
        "         תחא .1",
        "",
        "│ A quotation",
    ]


def test_a_table_in_hebrew_has_its_first_column_on_the_right() -> None:
    table = Block(kind=BlockKind.TABLE, text="שם\tמספר\nעדה כהן\t5\nתום\t12,034")
    assert shown(article(table), 24, ORDERED) == [
        "           רפסמ       םש",
        "         ──────  ───────",
        "              5  ןהכ הדע",
        "         12,034      םות",
    ]


def test_a_wide_table_in_hebrew_names_its_columns_on_the_right() -> None:
    names, cells = ["שם", "מה", "איך", "כמה"], ["עדה", "ספר ארוך", "מהר", "הרבה"]
    table = Block(kind=BlockKind.TABLE, text="\t".join(names) + "\n" + "\t".join(cells))
    assert shown(article(table), 16, ORDERED)[4:] == [
        "             הדע",
        "  ךורא רפס :המ",
        "      רהמ :ךיא",
        "     הברה :המכ",
    ]


def test_a_title_in_hebrew_is_set_like_its_text() -> None:
    page = Article(url=None, title="כותרת", blocks=())
    (title, *_) = rows_of(laid_out(page, 12, ORDERED))
    assert title == "       תרתוכ"


def test_lines_that_stand_open_have_room_between_them() -> None:
    page = article(paragraph("one two three"), paragraph("four"))
    assert shown(page, 9, Manner(open=True)) == ["one two", "", "three", "", "", "four"]


NOTED = article(
    paragraph("The vote was close.[1] It stands."),
    paragraph("A second thing.[2]"),
    Block(kind=BlockKind.FOOTNOTE, text="By one voice.", marker="1"),
    Block(kind=BlockKind.FOOTNOTE, text="And a third.", marker="2"),
)


def test_a_footnote_opens_under_what_refers_to_it() -> None:
    """Its words are still part of the text once, where they stand at the end."""
    noted = plan(NOTED)
    first, _ = noted.references
    assert NOTED.text[first.start : first.end] == "[1]"
    layout = Layout(noted.with_notes({first}), 40, cell_len)
    pieces = range(1, len(layout.plan.pieces) - 1)
    lines = [line for piece in pieces for line in layout.lines(piece)]
    assert rows_of(lines) == [
        "The vote was close.[1] It stands.",
        "",
        "  ┆ [1] By one voice.",
        "",
        "A second thing.[2]",
        "",
        "[1] By one voice.",
        "[2] And a third.",
    ]
    note = NOTED.text.index("By one voice")
    assert layout.lines(layout.spot_of(note).piece)[-1].text == "[1] By one voice."
    assert noted.with_notes(()) == noted


@patient
@given(ARTICLES, WIDTHS, MANNERS)
def test_every_character_stands_once_with_footnotes_open(
    page: Article, width: int, manner: Manner
) -> None:
    whole = article(*NOTED.blocks[:2], *page.blocks, *NOTED.blocks[2:])
    noted = plan(whole)
    layout = Layout(noted.with_notes(noted.references), width, cell_len, manner)
    while not layout.exact:
        layout.measure_some(0, 500)
    lines = [layout.line(y) for y in range(layout.height)]
    seen = [offset for line in lines for offset, _ in characters(line.runs)]
    assert len(seen) == len(set(seen))
    assert len(lines) >= len(laid_out(whole, width, manner)) + 4
    assert all(cell_len(line.text) <= width for line in lines)


def test_a_plain_page_says_in_words_what_others_see() -> None:
    page = article(
        Block(kind=BlockKind.HEADING, text="What was said", level=2),
        paragraph("A library is a room.", quoted=1),
        Block(kind=BlockKind.PICTURE, text="A cat asleep"),
        Block(kind=BlockKind.TABLE, text="Year\tVisitors\n2018\t51,377"),
        Block(kind=BlockKind.CODE, text="x = 1"),
        Block(kind=BlockKind.RULE, text=""),
    )
    said = [row for row in shown(page, 40, Manner(plain=True)) if row]
    assert said == [
        "Heading: What was said",
        "Quotation:",
        "A library is a room.",
        "End of quotation.",
        "Picture: A cat asleep",
        "Year",
        "Visitors",
        "2018",
        "  Visitors: 51,377",
        "Code:",
        " x = 1",
        "Section break.",
    ]


@given(
    st.integers(16, 960), st.integers(16, 640), st.integers(8, 200), st.integers(0, 4)
)
def test_a_picture_has_a_grid_in_its_proportions(
    across: int, down: int, width: int, quoted: int
) -> None:
    """It keeps to the column and to its rows, and the rows are as many as were told."""
    url = "https://e.org/cat.jpg"
    picture = Picture(width=across, height=down, png=b"")
    cat = Block(kind=BlockKind.PICTURE, text="A cat", target=url, quoted=quoted)
    page = article(paragraph("Before."), cat, paragraph("After."))
    layout = Layout(plan(page), width, cell_len, USUAL, {url: picture})
    height = layout.height
    layout.measure_some(0, 1000)
    assert layout.exact
    lines = [line for piece in range(5) for line in layout.lines(piece)]
    assert len(lines) == layout.height
    assert layout.height <= height + 8
    shown = [line.picture for line in lines if line.picture is not None]
    (grid,) = {one.grid for one in shown}
    assert [one.row for one in shown] == list(range(grid.rows))
    assert 1 <= grid.rows <= MOST_ROWS
    assert all(
        cell_len(line.text) + grid.columns <= layout.width
        for line in lines
        if line.picture is not None
    )
    # A cell is twice as high as wide; the last column and row may be half empty.
    assert (grid.columns - 1) / (2 * grid.rows) <= across / down
    assert grid.rows == 1 or across / down <= grid.columns / (2 * (grid.rows - 1))


def test_a_picture_makes_room_for_itself() -> None:
    """The row one is at is told where it stands now, whatever was estimated elsewhere."""
    url = "https://e.org/cat.jpg"
    cat = Block(kind=BlockKind.PICTURE, text="A cat", target=url)
    pictures: dict[str, Picture] = {}
    page = article(paragraph("Before."), cat, paragraph("After."))
    layout = Layout(plan(page), 40, cell_len, USUAL, pictures)
    layout.measure_some(0, 1000)
    height = layout.height
    assert [line.text for line in layout.lines(2)] == ["", "▣ A cat[1]"]
    pictures[url] = Picture(width=80, height=48, png=b"")
    assert layout.set_again(2, Spot(2, 1)) == Spot(2, 4)
    assert layout.set_again(2, Spot(2, 0)) == Spot(2, 0)
    assert layout.set_again(2, Spot(3, 1)) == Spot(3, 1)
    assert layout.height == height + 3
    assert layout.exact


def test_who_speaks_is_told_behind_the_closing_mark() -> None:
    """The words put in stand for none of the text; what has no speaker has none told."""
    page = article(
        paragraph("“We stay,” said Ada. “For good.”"),
        paragraph("“Good,” one said."),
    )
    spoken = [
        Quotation(start=1, end=9, speaker="Ada Moreno"),
        Quotation(start=22, end=31, speaker="Ada Moreno"),
        Quotation(start=page.text.index("Good"), end=page.text.index("Good") + 5),
    ]
    page = replace(page, quotations=tuple(spoken))
    manner = Manner(plain=True, told=True)
    lines = laid_out(page, 80, manner)
    assert [line.text for line in lines if "“" in line.text] == [
        "“We stay,” [Ada Moreno] said Ada. “For good.” [Ada Moreno]",
        "“Good,” one said.",
    ]
    told = [offset for line in lines for offset, _ in characters(line.runs)]
    assert "".join(page.text[offset] for offset in told) == page.text.replace("\n", "")

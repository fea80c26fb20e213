"""The paragraph between a title and the text that says what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from reader.text.markup.tree import hint_of, tag_of
from reader.text.page.pieces import Piece, key_of

_FARTHEST = 25
"""It stands at most so many pieces above the text."""

_SHORTEST = 50
"""In characters; a shorter line is a byline or a date."""

_ALIKE = 40
"""A description that says the same begins with so many of its letters, or it with the description's."""

_HINT = re.compile(
    r"lead|intro|standfirst|sub-?title|subline|summary|\bdek\b|vorspann|teaser-text|excerpt"
    r"|abstract|chapo|bajada|entradilla|sommario|occhiello"
)


def with_standfirst(
    pieces: Sequence[Piece], kept: Sequence[Piece], *, title: str, description: str
) -> list[Piece]:
    """Add the standfirst to an article's pieces.

    Extractors take it for a teaser, as class names often call it. It is told
    by its name if it stands under the title, and by what the page gives as
    its description.

    Args:
        pieces: All the page's pieces, in order.
        kept: The article's.
        title: The article's title.
        description: What the page says in its metas that it is about.
    """
    if not kept:
        return []
    first = pieces.index(kept[0])
    above = list(pieces[max(0, first - _FARTHEST) : first])
    own = {piece.key for piece in kept}
    title_key, said = key_of(title), key_of(description)
    titles = [at for at, piece in enumerate(above) if piece.key == title_key]
    if titles:
        above = above[titles[-1] + 1 :]
    return [
        piece
        for piece in above
        if len(piece.text) >= _SHORTEST
        and piece.key not in own
        and piece.linked < 0.3
        and tag_of(piece.element) != "li"
        and (_says(piece, said) or (titles and _is_named_so(piece)))
    ] + list(kept)


def _says(piece: Piece, said: str) -> bool:
    """Whether a piece is what the page gives as its description."""
    return len(said) >= _ALIKE and (
        piece.key[:_ALIKE] in said or said[:_ALIKE] in piece.key
    )


def _is_named_so(piece: Piece) -> bool:
    around = (piece.element, *islice(piece.element.iterancestors(), 2))
    return any(_HINT.search(hint_of(one)) for one in around)

"""Links that a terminal takes for one, on however many rows they stand."""

from __future__ import annotations

from rich.style import Style


def one_link(style: Style, identity: str) -> Style:
    """Make a style that of a certain link.

    A terminal takes what has one identity for one link, on however many rows it stands.
    Rich makes up another for every style, so that it is put right once a
    style is finished.
    """
    style._link_id = identity  # noqa: SLF001
    return style

"""Where the style sheets are: in the wheel, or in a checkout beside `src`."""

from __future__ import annotations

from pathlib import Path, PurePath

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "styles"
_CHECKOUT = _PACKAGE.parent.parent / "styles"

STYLES = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT


def sheets(*names: str) -> list[str | PurePath]:
    """The absolute paths of some style sheets.

    Args:
        names: Their names, without the ending.
    """
    return [STYLES / f"{name}.tcss" for name in names]

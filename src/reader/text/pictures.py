"""Pictures from anywhere, made small PNG files that a terminal may be given."""

from __future__ import annotations

from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Final

from reader.domain.errors import CannotUnderstand
from reader.domain.picture import Picture

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

LARGEST: Final = 960, 640
"""Pixels across and down that a picture is brought down to."""

MOST_PIXELS: Final = 25_000_000
"""Of a picture that is decoded at all: a hundred megabytes."""

MOST_BYTES: Final = 12 * 1024 * 1024
LEAST: Final = 16
"""Pixels; what is smaller counts its readers, or parts the text."""

_FORMATS: Final = "PNG", "JPEG", "GIF", "WEBP"


def can_be_decoded() -> bool:
    """Whether the library is installed that knows pictures."""
    return find_spec("PIL") is not None


def bounded(body: bytes) -> Picture:
    """Decode a picture, and encode it anew with nothing in it but its pixels.

    Of a moving one it is the first frame. Work for the desk.

    Args:
        body: The file, of any kind and origin.

    Raises:
        CannotUnderstand: It is no picture, not one that can be decoded, too small to
            be one for readers, or too large.
    """
    from PIL import Image

    if len(body) > MOST_BYTES:
        raise CannotUnderstand("The picture is too large a file.")
    # Ours is the narrower limit, and theirs would be told on standard error.
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(BytesIO(body), formats=_FORMATS) as image:
            picture = _made_small(image)
    except Exception as error:
        # A file made to break its decoder breaks it in any way it likes.
        raise CannotUnderstand("The picture cannot be decoded.") from error
    if picture is None:
        raise CannotUnderstand("The picture is too large or too small.")
    return picture


def _made_small(image: ImageFile) -> Picture | None:
    """Decode a picture that was opened; None for one of a size that is not shown."""
    from PIL import ImageOps

    across, down = image.size
    if min(across, down) < LEAST or across * down > MOST_PIXELS:
        return None
    image.draft("RGB", LARGEST)
    upright = ImageOps.exif_transpose(image)
    small = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    small.thumbnail(LARGEST)
    written = BytesIO()
    small.save(written, "PNG", icc_profile=b"")
    return Picture(width=small.width, height=small.height, png=written.getvalue())

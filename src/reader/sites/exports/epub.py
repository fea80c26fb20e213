"""Articles as one book: EPUB 3."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from types import TracebackType
from typing import IO, Final, Self
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reader.domain.article import Article
from reader.sites.exports.xhtml import body_of, escaped
from reader.text.citing import day_in_words
from reader.text.links import without_secrets

MOST_CHAPTERS: Final = 10_000
"""More than this no reading device opens."""

_LANGUAGE: Final = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8}){0,5}")

_CONTAINER: Final = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""

_STYLE: Final = """\
body { line-height: 1.5; margin: 0 5%; }
h1 { line-height: 1.2; }
.about, .picture, .caption, .footnote, .cite { font-size: 0.85em; }
blockquote { margin: 1em 0 1em 1em; padding-left: 1em; border-left: 2px solid; }
pre { white-space: pre-wrap; }
td { padding: 0 0.5em; vertical-align: top; }
"""


class _Archive(ZipFile):
    """An archive that is given up with its file when it is not finished."""

    def __del__(self) -> None:
        """Write nothing more: the file may be closed by now."""


class Book:
    """Writes a book into a file, an article at a time.

    Only the titles are held until the end, where the table of contents is.

    Args:
        file: Where to write; it must let itself be sought in.
        title: The book's title.
        made: When the book is made.
    """

    def __init__(self, file: IO[bytes], title: str, made: datetime) -> None:
        self._zip = _Archive(file, "w", ZIP_DEFLATED)
        self._title = title
        self._made = made.astimezone(UTC)
        self._chapters: list[tuple[str, str]] = []
        self._languages: dict[str, None] = {}

    def __enter__(self) -> Self:
        """Write what every book begins with."""
        # What tells a book from other archives must come first, and bare.
        self._put("mimetype", "application/epub+zip", compression=ZIP_STORED)
        self._put("META-INF/container.xml", _CONTAINER)
        self._put("EPUB/style.css", _STYLE)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write the table of contents, unless something went wrong."""
        if kind is not None:
            return
        self._put("EPUB/nav.xhtml", self._contents())
        self._put("EPUB/package.opf", self._package())
        self._zip.close()

    def add(self, article: Article) -> None:
        """Write an article as the next chapter."""
        name = f"article-{len(self._chapters) + 1}.xhtml"
        title = article.title or "Untitled"
        self._chapters.append((name, title))
        language = _language_of(article)
        if language:
            self._languages.setdefault(language)
        self._put(f"EPUB/{name}", _chapter(article, title))

    def _contents(self) -> str:
        places = "\n".join(
            f'<li><a href="{name}">{escaped(title)}</a></li>'
            for name, title in self._chapters
        )
        return _page(
            self._title,
            f'<nav epub:type="toc" id="toc">\n<h1>{escaped(self._title)}</h1>\n'
            f"<ol>\n{places}\n</ol>\n</nav>",
        )

    def _package(self) -> str:
        identifier = uuid.uuid5(
            uuid.NAMESPACE_URL,
            "\n".join(
                (self._made.isoformat(), *(title for _, title in self._chapters))
            ),
        )
        languages = "\n".join(
            f"<dc:language>{escaped(one)}</dc:language>"
            for one in self._languages or ("und",)
        )
        manifest = "\n".join(
            f'<item id="a{number}" href="{name}" media-type="application/xhtml+xml"/>'
            for number, (name, _) in enumerate(self._chapters, start=1)
        )
        spine = "\n".join(
            f'<itemref idref="a{number}"/>'
            for number in range(1, len(self._chapters) + 1)
        )
        return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{escaped(self._title)}</dc:title>
{languages}
<meta property="dcterms:modified">{self._made:%Y-%m-%dT%H:%M:%SZ}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{manifest}
</manifest>
<spine>
<itemref idref="nav"/>
{spine}
</spine>
</package>
"""

    def _put(self, name: str, text: str, *, compression: int = ZIP_DEFLATED) -> None:
        entry = ZipInfo(name, self._made.timetuple()[:6])
        entry.compress_type = compression
        entry.external_attr = 0o644 << 16
        self._zip.writestr(entry, text.encode("utf-8", "replace"))


def _chapter(article: Article, title: str) -> str:
    about = [
        article.byline,
        article.site,
        None if article.published is None else day_in_words(article.published),
    ]
    head = [f"<h1>{escaped(title)}</h1>"]
    said = " · ".join(escaped(one) for one in about if one)
    if said:
        head.append(f'<p class="about">{said}</p>')
    if article.url:
        url = escaped(without_secrets(article.url))
        head.append(f'<p class="about"><a href="{url}">{url}</a></p>')
    body = without_secrets(body_of(article.blocks))
    return _page(title, "\n".join((*head, body)), language=_language_of(article))


def _language_of(article: Article) -> str:
    """An article's language, if what its page says is one."""
    language = article.language or ""
    return language if _LANGUAGE.fullmatch(language) else ""


def _page(title: str, body: str, *, language: str = "") -> str:
    spoken = f' xml:lang="{language}" lang="{language}"' if language else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{spoken}>
<head>
<title>{escaped(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
{body}
</body>
</html>
"""

"""A web page, a text file or a feed's entry as an article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.domain.article import Article
from reader.domain.errors import CannotUnderstand
from reader.domain.exchange import Page
from reader.domain.preferences import NO_RULE, Rule
from reader.domain.source import Entry
from reader.text import language as languages
from reader.text.body import body_of
from reader.text.dates import read_stamp
from reader.text.derive import derive
from reader.text.markdown import html_of_markdown
from reader.text.markup.tree import (
    drop_all,
    fragment_tree,
    inner_html,
    text_of,
    tree_of,
)
from reader.text.page.cleaning import tidy_fragment
from reader.text.page.declared import address_in
from reader.text.page.decoding import decode, is_binary
from reader.text.page.parts import first_part, next_part, part_number
from reader.text.page.pieces import key_of
from reader.text.plain import post_in
from reader.text.sanitize import clean, clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HTML_TYPES = ("text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml")
_MARKDOWN_TYPES = ("text/markdown", "text/x-markdown")
_TEXT_TYPES = (
    "text/",
    "application/xml",
    "application/octet-stream",
    "application/x-download",
)
_LOOKED_AT = 2000
"""Markup shows itself in so many first characters."""

_MARKUP = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:article|div|p|h1|section|table|meta|title)(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_MARKDOWN_NAME = re.compile(r"\.(?:md|markdown|mdown|mkd)$", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FRONT_LINE = re.compile(
    r"^(title|author|date|lang|language)\s*:\s*[\"']?(.+?)[\"']?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_SCRIPTED = re.compile(
    r"enable javascript|javascript (?:is )?(?:required|disabled)|checking your browser|just a moment",
    re.IGNORECASE,
)


def article_in(
    page: Page,
    *,
    name_hint: str | None = None,
    rule: Rule = NO_RULE,
    further: Sequence[Page] = (),
) -> Article:
    """Read a page as one article, whatever it is written in.

    What the answer calls itself is believed only as far as its bytes agree:
    servers send Markdown as plain text, and error pages as anything.

    Args:
        page: The page; its address is what relative ones count from, and is
            empty for what came from standard input.
        name_hint: A file's name, whose ending tells Markdown from plain text.
        rule: What the reader says of the site's pages.
        further: The other parts of an article that has several, in order.

    Raises:
        CannotUnderstand: There is no article in it, with the reason in words.
    """
    where = clean_line(page.url or name_hint or "") or "the input"
    if not page.body.strip():
        raise CannotUnderstand(f"There is nothing in {where}: the page is empty.")
    type_ = clean_line(page.content_type)
    if is_binary(page.body):
        kind = f" ({type_})" if type_ else ""
        raise CannotUnderstand(
            f"There is no text in {where}{kind}. Open it with another program."
        )
    text = decode(page.body, page.charset)
    url = page.url if page.url.startswith(("http://", "https://")) else None
    if _is_html(text, page.content_type):
        return _from_html(text, url, where, rule, further)
    if page.content_type in _MARKDOWN_TYPES or _MARKDOWN_NAME.search(name_hint or ""):
        return _from_markdown(text, url, where)
    if page.content_type and not page.content_type.startswith(_TEXT_TYPES):
        raise CannotUnderstand(
            f"No article can be read from {where}, which is {type_}. Open it with another program."
        )
    return _from_plain(text, url, where)


def article_from_entry(
    entry: Entry, *, base: str | None, site: str | None, language: str | None
) -> Article:
    """Make an article of what a feed carries of it.

    Args:
        entry: The feed's entry.
        base: What its relative addresses count from, if it has no address.
        site: The name of the feed's site, or None.
        language: The feed's language, or None to tell it from the text.
    """
    root = fragment_tree(entry.html)
    spoken = languages.tag(language) or languages.detect(text_of(root))
    derived = derive(
        entry.html, url=entry.url or base, language=spoken, title=entry.title
    )
    return Article(
        url=entry.url,
        title=clean_line(entry.title),
        blocks=derived.blocks,
        quotations=derived.quotations,
        byline=entry.byline,
        site=site,
        published=entry.published,
        language=spoken,
        html=derived.html,
        markdown=derived.markdown,
        source_note=derived.source_note,
    )


def _is_html(text: str, content_type: str) -> bool:
    head = text[:_LOOKED_AT].lstrip("\ufeff \t\r\n")
    if content_type in _HTML_TYPES:
        return True
    if content_type in _MARKDOWN_TYPES:
        return False
    found = _MARKUP.search(head)
    return found is not None and (found.start() == 0 or head.startswith("<"))


def _from_html(
    html: str, url: str | None, where: str, rule: Rule, further: Sequence[Page]
) -> Article:
    from reader.sites.comments.systems import discussion_in

    root = tree_of(html)
    if root is None:
        raise CannotUnderstand(f"There is nothing in {where}: the page is empty.")
    url = url or address_in(root)
    discussion = replace(discussion_in(root, url), page_read=True)
    body = body_of(root, url, rule)
    html = "".join((body.html, *_further_text(body.html, further, rule)))
    derived = derive(html, url=url, language=body.language, title=body.title)
    text = " ".join(block.text for block in derived.blocks)
    if not text or (len(text) < _LOOKED_AT // 10 and _SCRIPTED.search(text)):
        if not _holds_anything(root):
            raise CannotUnderstand(f"There is nothing in {where}: the page is empty.")
        reason = (
            "Its text seems to be put there by scripts."
            if _SCRIPTED.search(text or text_of(root)[:5000])
            or len(text_of(root)) < 200
            else "It may be a list of articles: try one of its links, or `reader add` to follow the site."
        )
        raise CannotUnderstand(f"No article was found in {where}. {reason}")
    return Article(
        url=url,
        title=body.title or _first_words(derived.blocks[0].text),
        blocks=derived.blocks,
        quotations=derived.quotations,
        byline=body.byline,
        site=body.site,
        published=body.published,
        language=body.language,
        html=derived.html,
        markdown=derived.markdown,
        source_note=derived.source_note,
        previous=body.previous,
        next=body.next,
        discussion=discussion,
    )


def next_part_of(page: Page) -> str | None:
    """The address of the part behind a page that is one of an article's, or None."""
    # Few pages hold the number that the address of the next part would have.
    number = part_number(page.url) + 1
    held = re.search(rb"[=/_,.a-z-]%d[\"'/.&?#\s>]" % number, page.body, re.IGNORECASE)
    root = None if held is None else _tree_of_page(page)
    return None if root is None else next_part(root, page.url)


def first_part_of(page: Page) -> str | None:
    """The address of an article's first part, where a page is a later one; or None."""
    root = _tree_of_page(page) if part_number(page.url) > 1 else None
    return None if root is None else first_part(root, page.url)


def _tree_of_page(page: Page) -> HtmlElement | None:
    if not page.url or is_binary(page.body):
        return None
    text = decode(page.body, page.charset)
    return tree_of(text) if _is_html(text, page.content_type) else None


def _further_text(first: str, further: Sequence[Page], rule: Rule) -> Iterator[str]:
    """The text of an article's other parts, without what each says again."""
    said = {key_of(text_of(one)) for one in _paragraphs(fragment_tree(first))}
    for page in further:
        root = _tree_of_page(page)
        if root is None:
            continue
        part = fragment_tree(body_of(root, page.url, rule).html)
        again = [one for one in _paragraphs(part) if key_of(text_of(one)) in said]
        said |= {key_of(text_of(one)) for one in _paragraphs(part)}
        drop_all(again)
        tidy_fragment(part, page.url)
        yield inner_html(part)


def _paragraphs(root: HtmlElement) -> list[HtmlElement]:
    return [one for one in root.iter("p", "h1", "h2", "h3") if text_of(one)]


def _holds_anything(root: HtmlElement) -> bool:
    """Whether a page without an article has anything to show at all."""
    body = root.find("body")
    return body is not None and (
        bool(text_of(body).strip())
        or next(body.iter("script", "img"), None) is not None
    )


def _from_plain(text: str, url: str | None, where: str) -> Article:
    post = post_in(text)
    spoken = languages.detect(post.text)
    derived = derive(post.html, url=url, language=spoken, title="")
    if not derived.blocks:
        raise CannotUnderstand(f"There is nothing to read in {where}.")
    return Article(
        url=url,
        title=post.title,
        blocks=derived.blocks,
        quotations=derived.quotations,
        byline=post.byline,
        published=post.published,
        language=spoken,
        html=derived.html,
        markdown=derived.markdown,
        source_note=derived.source_note,
        previous=post.previous,
        next=post.next,
        discussion=post.discussion,
    )


def _from_markdown(text: str, url: str | None, where: str) -> Article:
    text = clean(text)
    said: dict[str, str] = {}
    if front := _FRONT_MATTER.match(text):
        said = {
            name.lower(): clean_line(value)
            for name, value in _FRONT_LINE.findall(front[1])
        }
        text = text[front.end() :]
    html = html_of_markdown(text)
    root = fragment_tree(html)
    heading = next(root.iter("h1"), None)
    if heading is None:
        heading = next(root.iter("h2"), None)
    title = said.get("title") or ("" if heading is None else text_of(heading))
    language = languages.tag(said.get("lang") or said.get("language"))
    language = language or languages.detect(text_of(root))
    derived = derive(html, url=url, language=language, title=title)
    if not derived.blocks:
        raise CannotUnderstand(f"There is nothing to read in {where}.")
    return Article(
        url=url,
        title=title or _first_words(derived.blocks[0].text),
        blocks=derived.blocks,
        quotations=derived.quotations,
        byline=said.get("author"),
        published=read_stamp(said.get("date", "")),
        language=language,
        html=derived.html,
        markdown=derived.markdown,
        source_note=derived.source_note,
    )


def _first_words(text: str) -> str:
    """What stands in for a title: the first words of the text."""
    words = clean_line(text).split(" ")
    short = " ".join(words[:10])
    return short if len(words) <= 10 else f"{short} …"

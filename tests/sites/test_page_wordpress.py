"""The everyday page, a news post on a WordPress site, as themes and plugins have it."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from reader.domain.article import Neighbour
from reader.domain.dates import Published
from reader.domain.exchange import Page
from reader.sites.page import article_in

ADDRESS = "https://courier.example/2020/06/17/trees/"
TITLE = "Forty trees for the quay"
TEXT = (
    "The council will plant forty trees along the quay, it announced on Thursday.",
    "“We have waited ten years for this,” said Councillor Anneke Thorne. “The quay was bare.”",
    "The council added: “Residents may adopt a tree.”",
    "Work starts in March and ends before the summer fair opens its gates to visitors.",
    "(Source: Harbour Council)",
)
PREVIOUS = Neighbour(
    title="Swimming pool opens again",
    url="https://courier.example/2020/06/16/pool/",
    published=Published("2020-06-16"),
)
NEXT = Neighbour(
    title="Ferry timetable changes",
    url="https://courier.example/2020/06/18/ferry/",
    published=Published("2020-06-18"),
)
FIELDS = ["comment", "author", "email", "url", "comment_post_ID", "comment_parent"]

BODY = "".join(f"<p>{text}</p>\n" for text in TEXT)
META = """<div class="entry-meta">Posted on <a href="/x" rel="bookmark"><time class="entry-date published"
    datetime="2020-06-17T09:30:00+02:00">June 17, 2020</time></a> by <span class="author vcard"><a href="/ada">Ada Moreno</a></span></div>"""
NAVIGATION = f"""<nav class="navigation post-navigation"><h2 class="screen-reader-text">Post navigation</h2><div class="nav-links">
    <div class="nav-previous"><a href="{PREVIOUS.url}" rel="prev"><span class="meta-nav">Previous</span> <span class="post-title">{PREVIOUS.title}</span></a></div>
    <div class="nav-next"><a href="{NEXT.url}" rel="next"><span class="meta-nav">Next</span> <span class="post-title">{NEXT.title}</span></a></div></div></nav>"""
ARROWS = f"""<div class="alignleft"><a href="{PREVIOUS.url}" rel="prev">« {PREVIOUS.title}</a></div>
    <div class="alignright"><a href="{NEXT.url}" rel="next">{NEXT.title} »</a></div>"""
UNMARKED = f"""<div class="half"><span class="label">Previous article</span><a href="{PREVIOUS.url}">{PREVIOUS.title}</a><span>June 16, 2020</span></div>
    <div class="half"><span class="label">Next article</span><a href="{NEXT.url}">{NEXT.title}</a><span>June 18, 2020</span></div>"""
COMMENTS = f"""<div id="comments"><h2 class="comments-title">1 thought on “{TITLE}”</h2><ol class="comment-list"><li id="comment-2" class="comment">
    <article class="comment-body"><footer class="comment-meta"><b class="fn">Tomás</b> says: <time datetime="2020-06-19T10:00:00+00:00">June 19, 2020</time></footer>
    <div class="comment-content"><blockquote><p>{TEXT[1]}</p></blockquote><p>{TEXT[3]} Ten years is a long time, and I have waited with them.</p></div></article></li></ol></div>"""
FORM = """<div id="respond" class="comment-respond"><h3 id="reply-title">Leave a Reply <small><a id="cancel-comment-reply-link" href="#respond" style="display:none;">Cancel reply</a></small></h3>
    <form action="https://courier.example/wp-comments-post.php" method="post" id="commentform" class="comment-form">
    <p class="comment-notes"><span id="email-notes">Your email address will not be published.</span> <span>Required fields are marked <span class="required">*</span></span></p>
    <p><label for="comment">Comment *</label> <textarea id="comment" name="comment" required></textarea></p>
    <p><label for="author">Name *</label> <input id="author" name="author" required></p>
    <p><label for="email">Email *</label> <input id="email" name="email" type="email" required></p>
    <p><label for="url">Website</label> <input id="url" name="url" type="url"></p>
    <p><input name="submit" type="submit" value="Post Comment"><input type="hidden" name="comment_post_ID" value="5"><input type="hidden" name="comment_parent" value="0"></p></form></div>"""
SHARING = """<div class="sharedaddy"><h3 class="sd-title">Share this:</h3><ul><li><a href="?share=x">Click to share on X (Opens in new window)</a></li></ul></div>
    <div class="sharedaddy jetpack-likes-widget-wrapper"><h3 class="sd-title">Like this:</h3><span>Like</span> <span class="loading">Loading...</span></div>
    <div class="jp-relatedposts"><h3><em>Related</em></h3><p><a href="/a">A new crossing for the harbour</a> <span>June 1, 2020</span> In “News”</p></div>"""
READ_ON = """<div class="yarpp"><h3>Related posts:</h3><ol><li><a href="/y1">Council plants ten trees at the old mill pond</a></li></ol></div>"""
NEWSLETTER = """<div class="newsletter-box"><h3>Never miss a story</h3><p>Sign up for our weekly newsletter and get the best of the Town Courier in your inbox every Friday morning.</p></div>"""
AUTHOR = """<div class="author-box"><h4>About Ada Moreno</h4><p>Ada Moreno has written for the Town Courier since 2011 and lives by the harbour with a very old dinghy.</p></div>"""
COOKIES = """<div id="cookie-law-info-bar"><span>This website uses cookies to improve your experience. We'll assume you're ok with this. <a>ACCEPT</a></span></div>"""
MARGIN = """<aside id="secondary"><section class="widget"><h2>Recent Posts</h2><ul><li><a href="/r">Harbour wall repaired at last</a> <span class="post-date">June 30, 2020</span></li></ul></section></aside>"""

BOXED = f"""<div class="elementor-widget"><div class="elementor-widget-container">{BODY}</div></div>"""
DONATE = """<div class="wp-block-group donate-box"><h3>Support local journalism</h3><p>If you value our reporting, please consider making a donation today.</p><a>Donate</a></div>"""
ON_TOP = """<div class="post-views">Post Views: 1,204</div><div class="kk-star-ratings">Rate this post</div>
    <div id="ez-toc-container"><p class="ez-toc-title">Table of Contents</p><ul><li><a href="#a">The plan for the quay</a></li></ul></div>
    <p><strong>Join our Telegram channel</strong> <a href="https://t.me/x">here</a> for the latest news.</p>"""
SUBSCRIBE = """<h2>Discover more from Town Courier</h2><p>Subscribe to get the latest posts sent to your email.</p><form><input type="email"><button>Subscribe</button></form>"""
PICTURED = f"""<div class="prev-post"><a href="{PREVIOUS.url}"><img src="t.jpg" alt=""></a><a href="{PREVIOUS.url}">Previous Post</a><h4><a href="{PREVIOUS.url}">{PREVIOUS.title}</a></h4></div>
    <div class="next-post"><a href="{NEXT.url}"><img src="t.jpg" alt=""></a><a href="{NEXT.url}">Next Post</a><h4><a href="{NEXT.url}">{NEXT.title}</a></h4></div>"""
MORE_POSTS = """<div class="wp-block-query"><h2>More posts</h2><ul><li class="wp-block-post"><h3><a href="/m1">Harbour wall repaired at last</a></h3><time datetime="2020-06-30">June 30, 2020</time>
    <p>The harbour wall has been repaired at last, the council said on Monday, after a delay of two years.</p></li></ul></div>"""

CLASSIC = """<div id="content"><main><article id="post-5" class="post hentry"><header class="entry-header">{title}{meta}</header>
    <div class="entry-content">{body}{after}</div><footer>Posted in <a href="/c">News</a></footer></article>{navigation}{comments}{form}</main>{margin}</div>"""
BLOCKS = """<div class="wp-site-blocks"><main class="wp-block-group"><div class="wp-block-group">{title}{meta}</div>
    <div class="entry-content wp-block-post-content">{body}{after}</div>{navigation}{comments}{form}</main></div>"""
KUBRICK = """<div id="page"><div id="content" class="narrowcolumn"><div class="post" id="post-5">{title}<div class="entry">{body}{after}
    <p class="postmetadata alt"><small>This entry was posted on Wednesday, June 17th, 2020 at 9:30 am and is filed under <a href="/c">News</a>.
    You can follow any responses to this entry through the <a href="/f">RSS 2.0</a> feed.</small></p></div></div>{navigation}{comments}{form}</div>{margin}</div>"""


@dataclass(frozen=True)
class Theme:
    """A page as a theme and its plugins write it."""

    frame: str = CLASSIC
    above: str = ""
    parts: dict[str, str] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The page."""
        parts = {
            "title": f'<h1 class="entry-title">{TITLE}</h1>',
            "meta": META,
            "body": BODY,
            "after": "",
            "navigation": NAVIGATION,
            "comments": COMMENTS,
            "form": FORM,
            "margin": MARGIN,
        } | self.parts
        return f"""<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>{TITLE} – Town Courier</title>
            <link rel="canonical" href="{ADDRESS}"></head><body class="single-post">{self.above}
            <header class="site-header"><p class="site-title"><a href="https://courier.example/" rel="home">Town Courier</a></p>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav></header>{self.frame.format(**parts)}
            <footer class="site-footer"><p>© 2020 Town Courier. Proudly powered by WordPress.</p></footer></body></html>"""


EVERYTHING = SHARING + READ_ON + NEWSLETTER + AUTHOR
THEMES = {
    "classic": Theme(),
    "blocks": Theme(BLOCKS),
    "kubrick": Theme(KUBRICK, parts={"navigation": ARROWS}),
    "title in h2": Theme(parts={"title": f'<h2 class="entry-title">{TITLE}</h2>'}),
    "title in a linked h2": Theme(
        parts={"title": f'<h2><a href="{ADDRESS}" rel="bookmark">{TITLE}</a></h2>'}
    ),
    "the site's name in h1": Theme(
        above='<h1 id="logo"><a href="https://courier.example/">Town Courier</a></h1>',
        parts={"title": f'<h2 class="post-title">{TITLE}</h2>'},
    ),
    "neighbours in the text": Theme(parts={"navigation": "", "after": NAVIGATION}),
    "neighbours without marks": Theme(parts={"navigation": UNMARKED}),
    "sharing": Theme(parts={"after": SHARING}),
    "further reading": Theme(parts={"after": READ_ON}),
    "newsletter": Theme(parts={"after": NEWSLETTER}),
    "about the author": Theme(parts={"after": AUTHOR}),
    "cookies": Theme(above=COOKIES),
    "everything": Theme(above=COOKIES, parts={"after": EVERYTHING}),
    "everything in blocks": Theme(BLOCKS, COOKIES, {"after": EVERYTHING}),
    "everything in kubrick": Theme(
        KUBRICK, COOKIES, {"after": EVERYTHING, "navigation": ARROWS}
    ),
    "form before comments": Theme(parts={"comments": FORM + COMMENTS, "form": ""}),
    "paragraphs by line breaks": Theme(parts={"body": "<br><br>".join(TEXT)}),
    "paragraphs in divs": Theme(
        parts={"body": "".join(f"<div>{text}</div>" for text in TEXT)}
    ),
    "date in a line": Theme(
        parts={
            "meta": '<p class="post-meta">17 June 2020 · Ada Moreno · 3 Comments</p>'
        }
    ),
    "page builder": Theme(parts={"body": BOXED}),
    "boxes in the text": Theme(
        parts={"body": ON_TOP + BODY.replace("<p>Work", f"{DONATE}{READ_ON}<p>Work")}
    ),
    "a call to subscribe": Theme(parts={"after": SUBSCRIBE}),
    "neighbours with pictures": Theme(KUBRICK, parts={"navigation": PICTURED}),
    "more posts": Theme(BLOCKS, parts={"comments": COMMENTS + MORE_POSTS}),
    "the title again": Theme(parts={"body": f"<h2>{TITLE}</h2>{BODY}"}),
    "no date but the address's": Theme(parts={"meta": ""}),
}


@pytest.mark.parametrize("address", [ADDRESS, ""], ids=["fetched", "saved"])
@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())
def test_a_post_is_read_to_the_letter(theme: Theme, address: str) -> None:
    """Title, day, text, source note, neighbours with their dates, and the form."""
    article = article_in(
        Page(url=address, body=theme.html.encode(), content_type="text/html")
    )

    assert article.title == TITLE
    assert article.text.split("\n\n") == list(TEXT)
    assert article.source_note == "Harbour Council"
    assert article.published is not None
    assert article.published.iso.startswith("2020-06-17")
    assert (article.previous, article.next) == (PREVIOUS, NEXT)
    form = article.discussion.form
    assert form is not None
    assert [one.name for one in form.fields if one.name != "submit"] == FIELDS

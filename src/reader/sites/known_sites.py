"""Sites whose feeds follow from their addresses: one table."""

from __future__ import annotations

import re
from typing import Final

_NO_USER: Final = (
    "about|account|apps|collections|customer-stories|enterprise|explore|features|issues|join|login|marketplace"
    "|new|notifications|orgs|pricing|pulls|readme|search|security|settings|sponsors|topics|trending"
)
"""First words of GitHub's addresses that are nobody's name."""

_RULES: Final = (
    # A handle, as people give it: @ada@mastodon.example
    (r"@([\w.-]+)@([\w-]+(?:\.[\w-]+)+)", "https://{1}/@{0}.rss"),
    (r"(?:(?:www|m)\.)?youtube\.com/channel/(UC[\w-]+)(?:/\w+)?", "https://www.youtube.com/feeds/videos.xml?channel_id={}"),
    (r"(?:(?:www|m)\.)?youtube\.com/user/([\w.-]+)(?:/\w+)?", "https://www.youtube.com/feeds/videos.xml?user={}"),
    (r"(?:(?:www|m)\.)?youtube\.com/(?:playlist|watch)\?(?:.*&)?list=([\w-]+)(?:&.*)?", "https://www.youtube.com/feeds/videos.xml?playlist_id={}"),
    (rf"github\.com/((?!(?:{_NO_USER})$)[\w-]+)", "https://github.com/{}.atom"),
    (rf"github\.com/((?!(?:{_NO_USER})/)[\w.-]+/[\w.-]+?)(?:\.git|/releases)?", "https://github.com/{}/releases.atom"),
    (r"github\.com/([\w.-]+/[\w.-]+/(?:tags|wiki|commits(?:/.+)?))", "https://github.com/{}.atom"),
    (r"gitlab\.com/([\w.-]+(?:/[\w.-]+)+)/-/(tags|commits/.+)", "https://gitlab.com/{}/-/{}?format=atom"),
    (r"gitlab\.com/([\w.-]+(?:/[\w.-]+)+)/-/releases", "https://gitlab.com/{}/-/releases.atom"),
    (r"gitlab\.com/((?!explore|help|users)[\w.-]+(?:/(?!-)[\w.-]+)*)", "https://gitlab.com/{}.atom"),
    (r"codeberg\.org/((?!explore)[\w.-]+(?:/[\w.-]+(?:/(?:releases|tags))?)?)", "https://codeberg.org/{}.rss"),
    (r"(?:(?:www|old|new|np)\.)?reddit\.com/((?:r|user|u)/[\w+-]+(?:/(?:new|top|hot|rising|comments/.+|m/[\w-]+|submitted))?)", "https://www.reddit.com/{}/.rss"),
    (r"(?:www\.)?medium\.com/tag/([\w-]+)(?:/.*)?", "https://medium.com/feed/tag/{}"),
    (r"(?:www\.)?medium\.com/(@?[\w.-]+(?:/tagged/[\w-]+)?)", "https://medium.com/feed/{}"),
    (r"((?!www\.)[\w-]+\.medium\.com)", "https://{}/feed"),
    (r"((?!www\.)[\w-]+\.substack\.com)(?:/(?:archive|about|p/.+))?", "https://{}/feed"),
    (r"bsky\.app/profile/([\w.:-]+)", "https://bsky.app/profile/{}/rss"),
    (r"((?:lemmy\.[\w.-]+|feddit\.[\w.-]+|beehaw\.org|programming\.dev|sh\.itjust\.works|lemm\.ee|sopuli\.xyz))/(c|u)/([\w.@-]+)", "https://{}/feeds/{}/{}.xml?sort=New"),
    (r"www\.tumblr\.com/(?:blog/(?:view/)?)?((?!dashboard|explore|login|tagged)[\w-]+)(?:/.*)?", "https://{}.tumblr.com/rss"),
    (r"((?!www\.)[\w-]+\.tumblr\.com)(?:/archive|/post/.+)?", "https://{}/rss"),
    (r"((?!www\.)[\w-]+\.wordpress\.com)(?:/\d{4}/.+|/about)?", "https://{}/feed/"),
    (r"((?!www\.)[\w-]+\.blogspot\.[a-z.]{2,6})(?:/\d{4}/.+|/p/.+)?", "https://{}/feeds/posts/default"),
    (r"dev\.to/((?!t/|tags|about|search)[\w-]+)", "https://dev.to/feed/{}"),
    (r"dev\.to/t/([\w-]+)", "https://dev.to/feed/tag/{}"),
    (r"news\.ycombinator\.com(?:/(?:news|front))?", "https://news.ycombinator.com/rss"),
    (r"lobste\.rs", "https://lobste.rs/rss"),
    (r"lobste\.rs/t/([\w,-]+)", "https://lobste.rs/t/{}.rss"),
    (r"(stackoverflow\.com|(?:\w+\.)?stackexchange\.com|superuser\.com|askubuntu\.com|serverfault\.com)/questions/tagged/([^/?]+)(?:\?.*)?", "https://{}/feeds/tag/{}"),
    (r"pypi\.org/project/([\w.-]+)", "https://pypi.org/rss/project/{}/releases.xml"),
    (r"arxiv\.org/list/([\w.-]+)/\w+", "https://rss.arxiv.org/rss/{}"),
    (r"vimeo\.com/((?!categories|search|watch)[a-z][\w-]*)(?:/videos)?", "https://vimeo.com/{}/videos/rss"),
    (r"([\w-]+\.wikipedia\.org)/wiki/([^?#]+)", "https://{}/w/index.php?title={}&action=history&feed=atom"),
)  # fmt: skip
"""All of an address but its scheme and a closing slash, and its feed."""


def by_rule(url: str) -> str | None:
    """The feed of an address that a rule knows, or None.

    Args:
        url: An address, or a handle such as `@ada@mastodon.example`.
    """
    bare = re.sub(r"^https?://", "", url.strip().partition("#")[0])
    bare = bare if "?" in bare else bare.rstrip("/")
    for pattern, feed in _RULES:
        match = re.fullmatch(pattern, bare)
        if match is not None:
            return feed.format(*match.groups())
    return None

"""Addresses that are feeds by rule."""

from __future__ import annotations

import pytest

from reader.sites.known_sites import by_rule

YOUTUBE = "https://www.youtube.com/feeds/videos.xml"


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("@ada@mastodon.example", "https://mastodon.example/@ada.rss"),
        ("https://www.youtube.com/channel/UCabc_d-e", f"{YOUTUBE}?channel_id=UCabc_d-e"),
        ("https://www.youtube.com/channel/UCabc/videos", f"{YOUTUBE}?channel_id=UCabc"),
        ("https://m.youtube.com/user/harbour", f"{YOUTUBE}?user=harbour"),
        ("https://youtube.com/playlist?si=x&list=PL12", f"{YOUTUBE}?playlist_id=PL12"),
        ("https://github.com/ada", "https://github.com/ada.atom"),
        ("https://github.com/ada/harbour/", "https://github.com/ada/harbour/releases.atom"),
        ("https://github.com/ada/harbour/releases", "https://github.com/ada/harbour/releases.atom"),
        ("https://github.com/ada/harbour.git", "https://github.com/ada/harbour/releases.atom"),
        ("https://github.com/ada/harbour/tags", "https://github.com/ada/harbour/tags.atom"),
        ("https://github.com/ada/harbour/commits/main/src/a.py", "https://github.com/ada/harbour/commits/main/src/a.py.atom"),
        ("https://gitlab.com/harbour/tide/gauge", "https://gitlab.com/harbour/tide/gauge.atom"),
        ("https://gitlab.com/harbour/gauge/-/tags", "https://gitlab.com/harbour/gauge/-/tags?format=atom"),
        ("https://gitlab.com/harbour/gauge/-/releases", "https://gitlab.com/harbour/gauge/-/releases.atom"),
        ("https://codeberg.org/ada/gauge/releases", "https://codeberg.org/ada/gauge/releases.rss"),
        ("https://old.reddit.com/r/harbours", "https://www.reddit.com/r/harbours/.rss"),
        ("https://www.reddit.com/r/harbours/comments/1a/tide/", "https://www.reddit.com/r/harbours/comments/1a/tide/.rss"),
        ("https://www.reddit.com/user/ada/", "https://www.reddit.com/user/ada/.rss"),
        ("https://medium.com/@ada", "https://medium.com/feed/@ada"),
        ("https://medium.com/the-harbour", "https://medium.com/feed/the-harbour"),
        ("https://medium.com/tag/tides", "https://medium.com/feed/tag/tides"),
        ("https://ada.medium.com/", "https://ada.medium.com/feed"),
        ("https://ada.substack.com/p/tides", "https://ada.substack.com/feed"),
        ("https://bsky.app/profile/ada.example.org", "https://bsky.app/profile/ada.example.org/rss"),
        ("https://lemmy.world/c/harbours@feddit.uk", "https://lemmy.world/feeds/c/harbours@feddit.uk.xml?sort=New"),
        ("https://www.tumblr.com/ada", "https://ada.tumblr.com/rss"),
        ("https://ada.tumblr.com/post/12/tides", "https://ada.tumblr.com/rss"),
        ("https://ada.wordpress.com/2020/06/17/trees/", "https://ada.wordpress.com/feed/"),
        ("https://ada.blogspot.co.uk/2020/06/trees.html", "https://ada.blogspot.co.uk/feeds/posts/default"),
        ("https://dev.to/ada", "https://dev.to/feed/ada"),
        ("https://news.ycombinator.com/", "https://news.ycombinator.com/rss"),
        ("https://stackoverflow.com/questions/tagged/sqlite", "https://stackoverflow.com/feeds/tag/sqlite"),
        ("https://pypi.org/project/lxml/", "https://pypi.org/rss/project/lxml/releases.xml"),
        ("https://en.wikipedia.org/wiki/Tide_gauge", "https://en.wikipedia.org/w/index.php?title=Tide_gauge&action=history&feed=atom"),
        ("https://www.youtube.com/@harbour", None),
        ("https://github.com/", None),
        ("https://github.com/ada/harbour/issues/12", None),
        ("https://github.com/topics/tides", None),
        ("https://www.medium.com/", None),
        ("https://harbour.example.org/@ada", None),
        ("https://notgithub.com/ada/harbour", None),
    ],
)  # fmt: skip
def test_some_addresses_are_feeds_by_rule(address: str, feed: str | None) -> None:
    """What no rule knows is asked for its feed."""
    assert by_rule(address) == feed

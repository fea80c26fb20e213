"""What a reader did something with, and what is therefore never thrown away."""

from __future__ import annotations

from typing import Final

CHERISHED: Final = """
    (starred = 1 OR article_id IN (
        SELECT article_id FROM article_tags
        UNION SELECT article_id FROM highlights
        UNION SELECT article_id FROM corrections
        UNION SELECT id FROM articles
            WHERE url IN (SELECT url FROM drafts WHERE discarded IS NULL)
        UNION SELECT article_id FROM aliases
            WHERE url IN (SELECT url FROM drafts WHERE discarded IS NULL)))
"""
"""Of `statuses`: what is starred, tagged, highlighted, noted or corrected, and what a
comment was written on, handed over or not."""

"""What is asked of the article shown that can be done without leaving it."""

from __future__ import annotations

from textual import on, work

from reader.domain.annotation import Passage
from reader.domain.article import Opened
from reader.text.sanitize import clean
from reader.ui.browser import can_be_opened, open_in_browser
from reader.ui.widgets.annotating import Annotating
from reader.ui.widgets.article_pane import ArticlePane
from reader.ui.widgets.choice import Choice
from reader.ui.widgets.prompt import Prompt


class Attending(Annotating):
    """Answers an article pane: finds, lists, copies, and follows links."""

    @property
    def opened(self) -> Opened | None:
        """The article shown, or None."""
        return self.pane.opened

    def tell(self, words: str) -> None:
        """Tell the reader something, for a moment."""
        self.notify(words, markup=False)

    @on(ArticlePane.NothingThere)
    def _say_nothing_is_there(self, event: ArticlePane.NothingThere) -> None:
        event.stop()
        self.tell(event.words)

    @on(ArticlePane.WhoSaidWhat)
    def _show_quotations(self, event: ArticlePane.WhoSaidWhat) -> None:
        event.stop()
        self.choose_quotation()

    @work(exclusive=True, group="ask")
    async def choose_quotation(self) -> None:
        """List who said what and what was highlighted, and go where the reader chooses."""
        from reader.ui.screens.quotations import QuotationsScreen

        opened, pane = self.opened, self.pane
        article = None if opened is None else opened.article
        if opened is None or article is None:
            return
        if not (article.quotations or opened.passages):
            self.tell("Nobody is quoted in this article.")
            return
        chosen = await self.app.push_screen_wait(
            QuotationsScreen(article, pane.current, opened.passages)
        )
        if chosen is None or pane.article is not article:
            return
        if isinstance(chosen, Passage):
            pane.reach_passage(chosen)
        else:
            pane.reach(chosen)

    @on(ArticlePane.OutlineAsked)
    def _show_outline(self, event: ArticlePane.OutlineAsked) -> None:
        event.stop()
        self.choose_heading()

    @work(exclusive=True, group="ask")
    async def choose_heading(self) -> None:
        """Show the outline, and go where the reader chooses."""
        headings = self.pane.headings
        if not headings:
            self.tell("This article has no headings.")
            return
        lines = [(one.text, one.level - 1) for one in headings]
        at = await self.app.push_screen_wait(Choice("Outline", lines))
        if at is not None:
            self.pane.go_to(headings[at].offset)

    @on(ArticlePane.FindAsked)
    def _ask_what_to_find(self, event: ArticlePane.FindAsked) -> None:
        event.stop()
        self.find()

    @work(exclusive=True, group="ask")
    async def find(self) -> None:
        """Search the article for what the reader types, as it is typed."""
        words = await self.app.push_screen_wait(
            Prompt("Find in the article:", changed=self.pane.find)
        )
        if words is None:
            self.pane.action_let_go()

    # Handing on

    @on(ArticlePane.CopyAsked)
    def _copy(self, event: ArticlePane.CopyAsked) -> None:
        event.stop()
        self.app.copy_to_clipboard(clean(event.text))
        self.tell(f"{event.what} copied.")

    @on(ArticlePane.LinkChosen)
    async def _link_chosen(self, event: ArticlePane.LinkChosen) -> None:
        event.stop()
        await self.follow_link(event.url)

    async def follow_link(self, url: str) -> None:
        """Go where a link leads."""
        await self.open_in_browser(url)

    async def open_in_browser(self, url: str | None) -> None:
        """Open an address in the browser, or say why not."""
        if not can_be_opened(url):
            self.tell("It has no web address.")
        elif not await open_in_browser(self.app, url or ""):
            self.tell("No browser was found; $BROWSER names one.")

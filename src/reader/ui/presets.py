"""Keys that a hand used to another program looks for, to begin a keymap with.

Each is added to the keys there are; none is taken away but where two would clash.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_VIM: Final = {
    "article.page-down": "pagedown,ctrl+f",
    "article.page-up": "b,pageup,ctrl+b",
    "article.down": "j,down,ctrl+e,ctrl+n",
    "article.up": "k,up,ctrl+y",
    "article.back": "left_parenthesis,ctrl+o,ctrl+t",
    "article.open-link": "o,enter,ctrl+right_square_bracket",
    "list.page": "space,pagedown,ctrl+f",
    "list.page-back": "b,pageup,ctrl+b",
    "list.down": "j,down,ctrl+e,ctrl+n",
    "list.up": "k,up,ctrl+y",
    "library.pane": "tab,ctrl+w",
    "review.page": "space,pagedown,ctrl+f",
    "review.page-back": "b,pageup,ctrl+b",
    "quotations.down": "down,ctrl+n,ctrl+j",
    "quotations.up": "up,ctrl+k",
    "speaker.down": "down,ctrl+n,ctrl+j",
    "speaker.up": "up,ctrl+k",
    "help.down": "down,ctrl+n,ctrl+j",
    "help.up": "up,ctrl+p,ctrl+k",
}

_EMACS: Final = {
    "app.commands": "colon,alt+x",
    "app.undo": "u,ctrl+underscore",
    "article.down": "j,down,ctrl+n",
    "article.up": "k,up,ctrl+p",
    "article.page-down": "pagedown,ctrl+v",
    "article.page-up": "b,pageup,alt+v",
    "article.find": "slash,ctrl+s",
    "article.let-go": "escape,ctrl+g",
    "article.out": "h,left,ctrl+b",
    "article.copy-quotation": "Y,alt+w",
    "article.next-quotation": "right_square_bracket,alt+n",
    "article.prev-quotation": "left_square_bracket,alt+p",
    "list.down": "j,down,ctrl+n",
    "list.up": "k,up,ctrl+p",
    "list.page": "space,pagedown,ctrl+v",
    "list.page-back": "b,pageup,alt+v",
    "list.find": "slash,ctrl+s",
    "list.show-all": "escape,ctrl+g",
    "list.open": "enter,l,right,ctrl+f",
    "list.out": "h,left,ctrl+b",
    "thread.unfold": "enter,l,right,ctrl+f",
    "thread.fold": "h,left,ctrl+b",
    "library.pane": "tab,alt+o",
    "review.down": "j,down,ctrl+n",
    "review.up": "k,up,ctrl+p",
    "review.page": "space,pagedown,ctrl+v",
    "review.page-back": "b,pageup,alt+v",
    "quotations.down": "down,ctrl+n",
    "quotations.up": "up,ctrl+p",
    "quotations.page": "pagedown,ctrl+v",
    "quotations.page-back": "pageup,alt+v",
    "quotations.leave": "escape,ctrl+g",
    "speaker.down": "down,ctrl+n",
    "speaker.up": "up,ctrl+p",
    "speaker.cancel": "escape,ctrl+g",
    "prompt.cancel": "escape,ctrl+g",
    "choice.close": "escape,q,h,left,ctrl+g",
    "help.close": "escape,ctrl+g",
    "help.page": "pagedown,ctrl+v",
    "help.page-back": "pageup,alt+v",
}

PRESETS: Final[Mapping[str, Mapping[str, str]]] = {"vim": _VIM, "emacs": _EMACS}

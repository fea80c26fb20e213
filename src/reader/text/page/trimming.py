"""Pieces that stand among an article's and are none of it.

An extractor finds the part of a page where the article is; inside that part
stand the site's own lines: what to read next, how to subscribe, who took the
picture, the date said again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.text.dates import read_date
from reader.text.markup.tree import tag_of, text_of
from reader.text.page import notices
from reader.text.page.pieces import Piece, is_sentence, key_of, runs_on

_SEE_ALSO = re.compile(
    r"""^[\s>»▶►+*|•–—-]*(?:
        (?:read|see|watch|learn|find\sout|continue)\s(?:more|also|next|now|further)\b | also\s(?:read|see|on|in)\b
      | related(?:\s(?:articles?|posts?|stories|story|content|reading|topics?|links?|videos?|news|coverage|items?))?\b
      | more\s(?:on\sthis|from|about|stories|news|articles|posts|to\sread|like\sthis)\b | further\sreading
      | you\s(?:may|might)\s(?:also\s)?(?:like|enjoy|be\sinterested|want) | don['’]?t\smiss | discover\smore\sfrom\b | recommended(?:\s(?:articles|posts|stories|for\syou|reading))?$
      | (?:most|top)\s(?:read|popular|stories|viewed|recent)\b | trending(?:\snow)?\b | what\sto\sread\snext | latest\s(?:news|posts|stories) | editor['’]s\spicks | up\snext | partner\snews
      | (?:lies|lesen\ssie|lest)\s(?:auch|mehr|hier|weiter|dazu)\b | mehr\s(?:zum\sthema|themen|zu\b|dazu|informationen\szu|lesen|von|aus)\b
      | weitere\s(?:artikel|themen|beiträge|informationen|infos|nachrichten|meldungen|news|aktuelle|links)\b | auch\sinteressant | das\skönnte\s(?:sie|dich|euch)
      | schon\sgelesen | passend\s(?:dazu|zum) | siehe\s(?:auch|dazu) | empfohlene\b | ähnliche\s(?:artikel|beiträge|themen) | verwandte\s(?:artikel|themen|beiträge) | zum\sthema\b | meist-?(?:gelesen|diskutiert|kommentiert)e?\b | kommentierte\sartikel | beiträge\saus\sdem\sforum
      | (?:à|a)\slire\b | lire\s(?:aussi|également|la\ssuite|plus)\b | voir\saussi\b | lisez\saussi | sur\sle\smême\s(?:sujet|thème) | articles?\s(?:liés|similaires|associés) | pour\saller\splus\sloin | en\savoir\splus
      | (?:le[ae]|vea|mir[ae]|v[eé]r?|puedes\sver|puede\sver|conozca|descubre)\s(?:también|más|además|aquí)\b | (?:lea|lee|mire|mira|vea|puedes\sver|le\spuede\sinteresar|te\spuede\sinteresar|puede\sinteresarle|quizás\ste\sinterese)(?=\s?:|$) | (?:le|te)\spuede\sinteresar\b | (?:notas?|noticias?|artículos?|temas?|contenidos?)\s(?:relacionad[oa]s?|del\sdía)\b | más\s(?:noticias|información|sobre|leídas)\b | en\sesta\snota
      | (?:leia|veja|confira|saiba|assista)\s(?:também|mais|ainda)\b | (?:notícias?|matérias?|conteúdos?|artigos?)\srelacionad[oa]s?\b | mais\s(?:lidas|notícias|sobre)\b
      | leggi\s(?:anche|ancora|tutto|di\spiù)\b | (?:ti\s)?potrebbe(?:ro)?\sinteressar(?:ti|e) | per\sapprofondire | vedi\sanche | articoli\s(?:correlati|simili) | guarda\sanche
      | lees\s(?:ook|meer|verder)\b | meer\s(?:over|lezen|nieuws|weten|artikelen)\b | zie\sook\b | gerelateerd | bekijk\sook
      | (?:czytaj|zobacz|sprawdź|przeczytaj)\s(?:też|także|również|więcej)\b | dowiedz\ssię | więcej\sna\sten\stemat | lue\smyös | läs\s(?:även|också|mer)\b | les\sogså | læs\sogså
      | (?:ا?قرأ|إقرأ|اقرأ|شاهد|طالع)\s?(?:أيضا|أيضاً|المزيد|ايضا) | مواضيع\sذات\sصلة | ذات\sصلة
      | читайте\s(?:также|ещё) | по\sтеме
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_PROMOTION = re.compile(
    r"""\b(?:
        newsletters? | subscribe | sign\s(?:up|in)\b | signing\sup | log\sin\b | follow\s(?:us|me|him|her|them|the|@|[A-Z]\w+)\b.{0,60}\b(?:twitter|facebook|instagram|linkedin|social|youtube|@\w+)
      | (?:download|get)\s(?:the|our)\s.{0,40}\bapps? | all\srights\sreserved | copyrighted\sproperty | (?:your|our)\sinbox | subscribers? | paywall | support\sour\swork | this\s(?:post|article|page)\s(?:may\s)?contains?\saffiliate
      | join\sour\b.{0,40}\b(?:channel|group|community|challenge|list) | on\s(?:whatsapp|telegram)\b | write\sto\s(?:us|letters) | submit\s(?:a|your)\s(?:letter|story) | have\sa\s(?:tip|story) | add\sus\son | click\shere\sto
      | abonnieren | abonnier\w* | newsletter-?anmeldung | anmelden | folgen?\s(?:sie|uns|mir)\b | jetzt\s(?:registrieren|abonnieren|kaufen|bestellen|teilen) | alle\srechte\svorbehalten | affiliate-?links? | unterstützen\ssie\suns
      | abonnez-vous | inscrivez-vous | suivez-nous | tous\sdroits\sréservés | recevez\b
      | suscr[ií]b\w+ | s[ií]gu?[ea]nos | únete | todos\slos\sderechos\sreservados | canal\sde\s(?:telegram|whatsapp|youtube) | regístr\w+
      | inscreva-se | siga(?:-nos)?\b | assine\b | todos\sos\sdireitos\sreservados | cadastre-se | receba\b
      | iscriviti | seguici | tutti\si\sdiritti\sriservati | abbonati
      | schrijf\sje\sin | volg\sons | alle\srechten\svoorbehouden | abonneer
      | zapisz\ssię | wszelkie\sprawa\szastrzeżone | obserwuj\snas
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_OWN_BUSINESS = re.compile(
    r"""^\W*(?:
        advertisement | advertising | sponsored | sponsored\scontent | promoted | anzeige | werbung | publicidad | publicidade | publicité | pubblicità | advertentie | reklama | إعلان
      | (?:©|\(c\)|copyright\b).{0,200} | .{0,80}\ball\srights\sreserved\b.{0,80}
      | tags?\s?:?.{0,250} | (?:categor(?:y|ies)|filed\sunder|posted\sin|topics?)\s?:.{0,200} | schlagworte?\s?:.{0,200} | themen\s?: | etiquetas\s?:.{0,200} | temas
      | (?:this\s(?:entry|post)\swas\s(?:posted|written|published) | (?:dieser|der)\s(?:beitrag|eintrag|artikel)\swurde\s(?:am|von|in|unter)\b.{0,80}(?:veröffentlicht|geschrieben|abgelegt|gepostet)
        | (?:cette\sentrée|ce\sbillet|cet\sarticle)\sa\sété\spublié | (?:esta\sentrada|este\spost)\s(?:fue|foi)\spublicad | (?:questo|questa)\s(?:articolo|voce)\sè\sstat[oa]\spubblicat | dit\sbericht\s(?:is|werd)\sgeplaatst).{0,250}
      | share(?:\sthis(?:\s(?:article|post|story|page))?)? | print | tweet | email | teilen | drucken | compartir | partager | condividi | delen | compartilhe?
      | comments? | kommentare | loading.{0,3} | jump\sto\srecipe | print\srecipe | table\sof\scontents | inhaltsverzeichnis | inhalt | contents
      | (?:post\s)?views\s?:.{0,20}
      | last\s(?:modified|updated)\b.{0,60} | letzte\s(?:änderung|aktualisierung)\b.{0,60} | stand\s?:.{0,30} | updated\s(?:at|on)\b.{0,50} | (?:published|posted|created)\s(?:on|at)?\b.{0,50}
      | (?:\d+|one)\s?(?:min(?:ute)?s?|minuten|minutos|min\.)\s(?:read|lesezeit|de\slectura|de\sleitura|di\slettura|leestijd) | (?:lesezeit|reading\stime|tiempo\sde\slectura|tempo\sd[ei]\slei?t+ura|temps\sde\slecture|leestijd)\b.{0,30}
      | thanks?\s(?:you\s)?for\ssigning\sup.{0,5} | sorry!? | there\swas\san\serror.{0,60} | video\sverfügbar\sbis.{0,20} | bewerten:?
    )\W*$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_CREDIT = re.compile(
    r"^\W*(?:(?:photos?|fotos?|images?|bild(?:er)?|titelbild|beitragsbild|pictures?|illustration|crédits?(?:\sphotos?)?|picture\scredit|photo\scredit|image\s(?:credit|copyright|caption)|media\scaption|credit|bildquelle|bildnachweis|fot\.?|imagen|imagem|foto\sdi|screenshot)\s?(?:(?:by|von|de|di|door)\b|[:,©/|])|©)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\b(?:you|your|our|us|please|now|today|sie|ihre?|uns(?:er\w*)?|du|dein\w*|jetzt|vous|votre|nos|notre|nous|tu|tus|su|nuestr\w+|você|seu|sua|noss\w+|ti|tuo|nostr\w+|je|jouw|ons|onze)\b",
    re.IGNORECASE,
)
"""Words that turn to the reader; news that names a newsletter has none of them."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SENTENCE = re.compile(r"[.!?…。！？][”\"’'»)\]]*$")
_LONG = 80
"""A paragraph of so many characters is prose."""


def trimmed(kept: Sequence[Piece], title: str, byline: str | None) -> list[Piece]:
    """Leave out what a site says among an article's pieces.

    Args:
        kept: The pieces of the part of the page where the article is, in order.
        title: The article's title, said again above it.
        byline: Its author, said again above it.
    """
    left = _without_lead(list(kept), title, byline)
    left = _without_sections(left)
    while len(left) > 3 and left[-1].linked > 0.9:
        left.pop()
    last = len(left)
    return [
        piece
        for at, piece in enumerate(left)
        if not _is_business(piece, near_end=at >= last - max(4, last // 4))
    ]


def _without_lead(kept: list[Piece], title: str, byline: str | None) -> list[Piece]:
    """Leave out what stands above the first paragraph: title, date, author."""
    said = key_of(title)
    author = key_of(byline or "")
    prose = next((at for at, one in enumerate(kept) if _is_prose(one)), len(kept))
    return [
        piece
        for at, piece in enumerate(kept)
        if at > min(prose, 8)
        or not (
            _says_title(piece, said)
            or _says_author(piece, author)
            or read_date(piece.text) is not None
            or notices.is_meta_line(piece.text)
            or (at < prose and piece.linked > 0.9)
        )
    ]


def _says_title(piece: Piece, title: str) -> bool:
    """Whether a piece is the title again; a page's own heading may be longer or shorter."""
    if not title or tag_of(piece.element) != "h1":
        return piece.key == title
    return title in piece.key or piece.key in title


def _says_author(piece: Piece, author: str) -> bool:
    """Whether a piece is “By” and the author's name, or the name alone."""
    return (
        bool(author)
        and piece.key.endswith(author)
        and len(piece.key) < len(author) + 12
    )


def _without_sections(kept: list[Piece]) -> list[Piece]:
    """Leave out “Related stories” and what stands under it."""
    left: list[Piece] = []
    under = False
    for piece in kept:
        if (
            _SEE_ALSO.match(piece.text)
            and len(piece.text) < 70
            and not _SENTENCE.search(piece.text.rstrip("?!… "))
            and not (runs_on(piece) or (piece.linked and is_sentence(piece)))
        ):
            under = True
            continue
        if under and (piece.linked > 0.7 or not piece.key):
            continue
        under = False
        left.append(piece)
    return left


def _is_business(piece: Piece, *, near_end: bool) -> bool:
    text, length = piece.text, len(piece.text)
    if (
        notices.is_form_note(text)
        or notices.is_around(text)
        or notices.is_reply_title(text)
    ):
        return True
    if length < 300 and _OWN_BUSINESS.match(text):
        return True
    if (
        length < 250
        and _SEE_ALSO.match(text)
        and (piece.linked > 0.3 or ":" in text[:40])
        and not (is_sentence(piece) or runs_on(piece))
    ):
        return True
    if length < 160 and _CREDIT.match(text) and not _is_plain_paragraph(piece):
        return True
    if length < 350 and _PROMOTION.search(text):
        if near_end and (piece.linked > 0 or _ASKS.search(text) is not None):
            return True
        linked = 0 if _PROMOTION.match(text) else 0.15
        return length < 160 and (
            piece.linked > linked or tag_of(piece.element) in _HEADINGS
        )
    return False


def _is_plain_paragraph(piece: Piece) -> bool:
    """Whether a piece is a paragraph among paragraphs, with nothing to mark it."""
    element = piece.element
    if tag_of(element) != "p" or element.attrib or piece.linked:
        return False
    return any(
        tag_of(one) == "p" and len(text_of(one)) >= _LONG
        for one in (element.getprevious(), element.getnext())
        if one is not None
    )


def _is_prose(piece: Piece) -> bool:
    return len(piece.text) >= _LONG and piece.linked < 0.5

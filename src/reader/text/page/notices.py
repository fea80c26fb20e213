"""What a page says about itself under an article, in the words of WordPress and its kin.

Compared by letters and digits alone, so that marks, spaces and capitals do
not matter.
"""

from __future__ import annotations

import re
from functools import cache

from reader.text.page.pieces import key_of

_REPLY_TITLES = """
Leave a Reply | Leave a comment | Leave a Reply Cancel reply | Leave a comment Cancel reply | Post a comment | Add a comment | Write a comment | Join the discussion | Submit a Comment
Schreibe einen Kommentar | Schreiben Sie einen Kommentar | Kommentar schreiben | Kommentar hinterlassen | Hinterlasse einen Kommentar | Hinterlassen Sie einen Kommentar | Hinterlasse eine Antwort | Schreibe einen Kommentar Antwort abbrechen | Schreibe einen Kommentar Antworten abbrechen
Laisser un commentaire | Laissez un commentaire | Laisser une réponse | Poster un commentaire | Ajouter un commentaire | Laisser un commentaire Annuler la réponse | Répondre Annuler la réponse
Deja una respuesta | Deja un comentario | Dejar un comentario | Deje su comentario | Deja una respuesta Cancelar la respuesta | Deja un comentario Cancelar la respuesta
Deixe um comentário | Deixe uma resposta | Deixar um comentário | Deixar uma resposta | Deixe o seu comentário | Deixe um comentário Cancelar resposta | Deixe uma resposta Cancelar resposta
Lascia un commento | Lascia una risposta | Scrivi un commento | Lascia un commento Annulla risposta
Geef een reactie | Laat een reactie achter | Plaats een reactie | Een reactie plaatsen | Reageer | Geef een reactie Reactie annuleren | Geef een reactie Antwoord annuleren
اترك تعليقاً | اترك تعليقا | اترك ردا | اترك رداً | اترك ردّاً | اترك رد | أضف تعليقا | أضف تعليق | أكتب تعليق | أضف تعليقاً | اترك تعليقاً إلغاء الرد | اترك ردّاً إلغاء الرد
כתיבת תגובה | להגיב | השאר תגובה | コメントを残す | コメントする | 发表回复 | 发表评论 | 留下评论 | 發佈留言 | 댓글 남기기 | 답글 남기기 | Добавить комментарий | Оставить комментарий | Lämna ett svar | Kommentera | Skriv et svar | Skriv en kommentar | Legg igjen et svar | Yorum yapın | Legg igjen en kommentar | Dodaj komentarz | Bir yanıt yazın | Bir cevap yazın
"""

_FORM_NOTES = """
Your email address will not be published | Required fields are marked | Save my name, email, and website in this browser for the next time I comment | Notify me of follow-up comments by email | Notify me of new posts by email
Deine E-Mail-Adresse wird nicht veröffentlicht | Ihre E-Mail-Adresse wird nicht veröffentlicht | Erforderliche Felder sind mit | Erforderliche Felder sind markiert | Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser | Meinen Namen, E-Mail-Adresse und Website in diesem Browser | Meinen Namen, E-Mail und Website in diesem Browser speichern | Name, E-Mail-Adresse und Website in diesem Browser | Benachrichtige mich über nachfolgende Kommentare
Votre adresse e-mail ne sera pas publiée | Votre adresse de messagerie ne sera pas publiée | Votre adresse courriel ne sera pas publiée | Les champs obligatoires sont indiqués avec | Enregistrer mon nom, mon e-mail et mon site | Enregistrer mon nom, mon adresse e-mail et mon site | Prévenez-moi de tous les nouveaux commentaires
Tu dirección de correo electrónico no será publicada | Su dirección de correo electrónico no será publicada | Tu correo electrónico no será publicado | Los campos obligatorios están marcados con | Los campos necesarios están marcados | Guarda mi nombre, correo electrónico y web en este navegador | Guardar mi nombre, correo electrónico y
O seu endereço de e-mail não será publicado | O seu endereço de email não será publicado | Seu endereço de e-mail não será publicado | Campos obrigatórios são marcados | Campos obrigatórios marcados com | Salvar meus dados neste navegador | Guardar o meu nome, email e site neste navegador
Il tuo indirizzo email non sarà pubblicato | Il tuo indirizzo e-mail non sarà pubblicato | L'indirizzo email non verrà pubblicato | I campi obbligatori sono contrassegnati | Salva il mio nome, email e sito web in questo browser | Do il mio consenso affinché un cookie salvi i miei dati
Je e-mailadres wordt niet gepubliceerd | Het e-mailadres wordt niet gepubliceerd | Jouw e-mailadres zal niet worden gepubliceerd | Jouw e-mailadres wordt niet gepubliceerd | Uw e-mailadres wordt niet gepubliceerd | Vereiste velden zijn gemarkeerd met | Verplichte velden zijn gemarkeerd met | Mijn naam, e-mail en site opslaan in deze browser | Mijn naam, e-mail en website bewaren in deze browser
لن يتم نشر عنوان بريدك الإلكتروني | الحقول الإلزامية مشار إليها بـ | احفظ اسمي، بريدي الإلكتروني
האימייל לא יוצג באתר | שדות החובה מסומנים | メールアドレスが公開されることはありません | 次回のコメントで使用するためブラウザーに自分の名前 | 您的邮箱地址不会被公开 | 您的电子邮箱地址不会被公开 | 發佈留言必須填寫的電子郵件地址不會公開 | 이메일 주소는 공개되지 않습니다 | Ваш адрес email не будет опубликован | Обязательные поля помечены | Din e-postadress kommer inte publiceras | Din e-mailadresse vil ikke blive publiceret | Din e-postadresse vil ikke bli publisert | Twój adres e-mail nie zostanie opublikowany | E-posta adresiniz yayınlanmayacak | E-posta hesabınız yayımlanmayacak | Gerekli alanlar
(*) שדות חובה מסומנים | が付いている欄は必須項目です | Ваш e-mail не будет опубликован | 电子邮件地址不会被公开 | 必填项已用 | 이메일은 공개되지 않습니다 | 필수 입력창은 | E-postadressen publiceras inte | Obligatoriska fält är märkta | Din e-mailadresse vil ikke blive offentliggjort | Krævede felter er markeret med | Obligatoriske felt er merket med | Pola, których wypełnienie jest wymagane
"""

_COMMENTS_TITLES = re.compile(
    r"""^(?:
        (?:one|no|\d+)\s(?:comments?|thoughts?|responses?|replies|reply|reactions?)(?:\s(?:on|to)\b.*)?
      | comments?(?:\s\(\d+\))?
      | (?:ein|kein|\d+)\s(?:kommentare?|gedanken?|antwort(?:en)?)(?:\s(?:zu|auf|on)\b.*)? | kommentare?(?:\s\(\d+\))?
      | (?:un|aucun|\d+)\s(?:commentaires?|réponses?|réflexions?|avis)(?:\s(?:sur|à|au)\b.*)? | commentaires?(?:\s\(\d+\))?
      | (?:un|una|\d+)\s(?:comentarios?|respuestas?|pensamientos?|comentários?|respostas?|pensamentos?)(?:\s(?:en|a|sobre|em)\b.*)? | coment[aá]rios?(?:\s\(\d+\))?
      | (?:un|una|\d+)\s(?:commenti?o?|rispost[ae]|pensier[oi])(?:\s(?:su|a)\b.*)? | commenti(?:\s\(\d+\))?
      | (?:één|\d+)\s(?:reacties?|gedachten?|antwoorden)(?:\s(?:op|over)\b.*)? | reacties(?:\s\(\d+\))?
      | التعليقات | (?:\d+|تعليق\sواحد)\s?(?:تعليقات?|رأي|فكرة)?(?:\s(?:على|عن)\b.*)?
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNT = re.compile(r"\d{1,6}")
_CANCEL = re.compile(
    r"cancel|abbrechen|annuler|cancelar|annulla|annuleren|إلغاء", re.IGNORECASE
)
_CLOSED = """
Comments are closed | Comments are closed here | Kommentare sind geschlossen | Die Kommentarfunktion ist geschlossen | Les commentaires sont fermés | Los comentarios están cerrados | Comentarios cerrados | Os comentários estão fechados | Comentários estão fechados | I commenti sono chiusi | Reacties zijn gesloten | Reageren is niet meer mogelijk | التعليقات مغلقة | סגור לתגובות | コメントは停止中です | Обсуждение закрыто | 评论已关闭 | 댓글은 닫혔습니다 | Kommentarer inaktiverade | Der er lukket for kommentarer | Kommentarer er stengt | Możliwość komentowania jest wyłączona | Yorumlar kapalı
"""
_AROUND = """
Share this | Like this | Like Loading | Loading | Related | Related posts | Share | Tweet | Share on Facebook | Share on Twitter | Share on X | Click to share on Facebook Opens in new window | Print | Email | Post navigation | Continue reading | Read more | Skip to content | Edit | Posts navigation | More from this author | Advertisement
Facebook | Twitter | X | LinkedIn | WhatsApp | Pinterest | Reddit | Telegram | Pocket | Tumblr | Mastodon | Threads | Bluesky | Xing | Flipboard | Copy link
Teilen mit | Teilen | Gefällt mir | Gefällt mir Wird geladen | Ähnliche Beiträge | Beitragsnavigation | Weiterlesen | Zum Inhalt springen | Bearbeiten | Anzeige | Drucken
Partager | Partager cet article | J'aime | Articles similaires | Navigation de l'article | Navigation des articles | Aller au contenu | Publicité
Comparte esto | Compartir | Me gusta | Relacionado | Entradas relacionadas | Navegación de entradas | Ir al contenido | Publicidad
Compartilhe isso | Compartilhar | Partilhar | Curtir isso | Relacionado | Navegação de Post | Navegação de artigos | Ir para o conteúdo | Pular para o conteúdo | Publicidade
Condividi | Condividi su | Mi piace | Correlati | Articoli correlati | Navigazione articoli | Vai al contenuto | Pubblicità
Delen | Dit delen | Vind ik leuk | Gerelateerd | Gerelateerde berichten | Berichtnavigatie | Bericht navigatie | Ga naar de inhoud | Advertentie
شارك هذا الموضوع | معجب بهذه | مرتبط | تصفّح المقالات | تصفح المقالات | التجاوز إلى المحتوى | إعلان
"""
_NAVIGATION = """
Post navigation | Posts navigation | Beitragsnavigation | Beitrags-Navigation | Navigation de l'article | Navigation des articles | Navegación de entradas | Navegação de Post | Navegação de artigos | Navigazione articoli | Berichtnavigatie | Bericht navigatie | تصفّح المقالات | تصفح المقالات | Навигация по записям | 文章导航 | Inläggsnavigering
"""
_META_LINE = re.compile(
    r"""^(?:
        (?:posted|filed|published)\s(?:in|on|by|under)\b | categori[ae]s?\s*: | tags?\s*: | tagged\b | topics?\s*:
      | (?:veröffentlicht|geschrieben|abgelegt)\s(?:in|am|von|unter)\b | kategorien?\s*: | schlagw(?:ort|örter)\b | verschlagwortet\b
      | publié\s(?:dans|le|par)\b | catégories?\s*: | étiquettes?\b | étiqueté\b
      | (?:publicado|publicada)\s(?:en|el|por|em)\b | categorías?\s*: | etiquetas?\s*: | etiquetado\b | categorias?\s*: | marcado\b
      | pubblicato\s(?:in|il|da)\b | categorie\s*: | taggato\b | contrassegnato\b
      | geplaatst\s(?:in|op|door)\b | categorieën?\s*: | getagd\b
      | التصنيف(?:ات)?\s*: | الوسوم\s*: | نُشر\sفي
    )""",
    re.IGNORECASE | re.VERBOSE,
)


@cache
def _keys(table: str) -> tuple[str, ...]:
    rows = re.split(r"[|\n]", table)
    return tuple(
        sorted({key for row in rows if (key := key_of(row))}, key=len, reverse=True)
    )


@cache
def _key_set(table: str) -> frozenset[str]:
    return frozenset(_keys(table))


def is_reply_title(line: str) -> bool:
    """Whether a line is “Leave a Reply” or its like."""
    key = key_of(line)
    if key in _key_set(_REPLY_TITLES):
        return True
    # “Leave a Reply to Tomás Cancel reply”, but no sentence that asks for comments
    is_title = len(line.split()) <= 9 and not line.rstrip().endswith((".", "!", "?"))
    return (
        is_title
        and _CANCEL.search(line) is not None
        and key.startswith(_keys(_REPLY_TITLES))
    )


def is_form_note(line: str) -> bool:
    """Whether a line opens with what only a comment form says."""
    return len(line) < 500 and key_of(line).startswith(_keys(_FORM_NOTES))


def comment_count(line: str) -> int | None:
    """How many comments the line above them says there are, or None."""
    if not is_comments_title(line):
        return None
    found = _COUNT.search(line)
    return int(found[0]) if found else None


def is_comments_title(line: str) -> bool:
    """Whether a line stands over comments: “3 thoughts on …”."""
    return len(line) < 200 and _COMMENTS_TITLES.match(line.strip(" :.")) is not None


def says_closed(line: str) -> bool:
    """Whether a line says that no comments are taken."""
    return key_of(line) in _key_set(_CLOSED)


def is_navigation_title(line: str) -> bool:
    """Whether a line stands over the links to the neighbours."""
    return key_of(line) in _key_set(_NAVIGATION)


def is_around(line: str) -> bool:
    """Whether a line is a page's own business: sharing, tags, advertising."""
    if len(line) > 200:
        return False
    return key_of(line) in _key_set(_AROUND)


def is_meta_line(line: str) -> bool:
    """Whether a line says where a post is filed."""
    return len(line) < 200 and _META_LINE.match(line.strip()) is not None

"""What WordPress says under an article, in the languages of the finder."""

from __future__ import annotations

import pytest

from reader.text.page import notices

# As WordPress's own translations have them
TITLES = {
    "en": ("Leave a Reply", "Leave a comment"),
    "de": ("Schreibe einen Kommentar", "Schreiben Sie einen Kommentar"),
    "fr": ("Laisser un commentaire",),
    "es": ("Deja una respuesta", "Deja un comentario"),
    "pt": ("Deixe um comentário", "Deixe uma resposta", "Deixar uma resposta"),
    "it": ("Lascia un commento",),
    "nl": ("Geef een reactie", "Een reactie plaatsen"),
    "ar": ("اترك تعليقاً", "أضف تعليق"),
}
NOTES = {
    "en": ("Your email address will not be published.", "Required fields are marked *"),
    "de": (
        "Deine E-Mail-Adresse wird nicht veröffentlicht.",
        "Erforderliche Felder sind mit * markiert",
    ),
    "fr": (
        "Votre adresse e-mail ne sera pas publiée.",
        "Les champs obligatoires sont indiqués avec *",
    ),
    "es": (
        "Tu dirección de correo electrónico no será publicada.",
        "Los campos obligatorios están marcados con *",
    ),
    "pt": (
        "O seu endereço de e-mail não será publicado.",
        "Campos obrigatórios são marcados com *",
    ),
    "it": (
        "Il tuo indirizzo email non sarà pubblicato.",
        "I campi obbligatori sono contrassegnati *",
    ),
    "nl": (
        "Je e-mailadres wordt niet gepubliceerd.",
        "Vereiste velden zijn gemarkeerd met *",
    ),
    "ar": ("لن يتم نشر عنوان بريدك الإلكتروني.", "الحقول الإلزامية مشار إليها بـ *"),
}


@pytest.mark.parametrize("language", TITLES)
def test_the_forms_title_is_known(language: str) -> None:
    """In every language, however it is set."""
    assert all(notices.is_reply_title(one) for one in TITLES[language])
    assert all(notices.is_reply_title(one.upper()) for one in TITLES[language])


@pytest.mark.parametrize("language", NOTES)
def test_the_forms_notes_are_known(language: str) -> None:
    """One by one, or run together."""
    assert all(notices.is_form_note(one) for one in NOTES[language])
    assert notices.is_form_note(" ".join(NOTES[language]))


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("3 thoughts on “Pier closed”", 3),
        ("12 Comments", 12),
        ("2 Gedanken zu „Pier geschlossen“", 2),
        ("4 commentaires", 4),
        ("One thought on “Pier closed”", None),
        ("3 thoughts crossed her mind", None),
    ],
)
def test_the_comments_title_counts_them(line: str, count: int | None) -> None:
    """Where it uses figures."""
    assert notices.comment_count(line) == count

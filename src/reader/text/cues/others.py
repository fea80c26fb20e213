"""The commonest verbs of saying of languages without a table of their own."""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="mul",
    verbs="""
        powiedział powiedziała mówi mówił mówiła dodał dodała odpowiedział odpowiedziała zapytał zapytała stwierdził stwierdziła
        řekl řekla uvedl uvedla dodal dodala prohlásil prohlásila povedal povedala
        mondta közölte mondja tette_hozzá
        a_spus a_declarat spune a_adăugat
        sade sa säger sagt sier siger sagde berättar berättade menar frågade svarade
        sanoi sanoo kertoi kertoo totesi toteaa
        dedi söyledi diyor
        сказал сказала сказали заявил заявила говорит рассказал рассказала отметил отметила добавил добавила
        сказав заявив заявила розповів розповіла
        είπε δήλωσε λέει τόνισε
        אמר אמרה אומר אומרת הוסיף הוסיפה
        گفت گفته_است افزود
    """,
    determiners="ο η το οι τα az en et den det de ett",
    linking="",
    not_names="den det han hun hon en et av og och",
    opening="",
    particles="von van de af la",
    verb_second=True,
)

"""Arabic.

There are no capital letters: a name is the words between a verb of saying and
the colon, the comma or the particle that follows.
"""

from __future__ import annotations

from reader.text.cues.table import Cues

CUES = Cues(
    language="ar",
    verbs="""
        قال قالت قالوا وقال وقالت يقول تقول ويقول وتقول صرح صرحت وصرح وصرحت أكد أكدت وأكد وأكدت يؤكد أضاف أضافت وأضاف وأضافت
        أوضح أوضحت وأوضح وأوضحت أعلن أعلنت وأعلن وأعلنت ذكر ذكرت وذكر وذكرت كتب كتبت وكتب وكتبت سأل سألت أجاب أجابت
        أشار أشارت وأشار وأشارت شدد شددت وشدد وشددت اعتبر اعتبرت واعتبر واعتبرت حذر حذرت وحذر وحذرت تابع تابعت وتابع وتابعت
        وصف وصفت ووصف ووصفت
    """,
    sources="بحسب وفقا_ل حسب وفق",
    determiners="هذا هذه",
    linking="من في على ل عن",
    opening="في من على إلى عن مع بعد قبل خلال إن أن و ثم لكن",
    fillers="قد كان كانت أيضا إن أن",
    relatives="الذي التي الذين",
    he="هو",
    she="هي",
    they="هم نحن",
    first_person="أنا نحن",
    not_names="في من على إلى عن مع بعد قبل خلال إن أن هو هي هم",
    particles="",
    has_capitals=False,
    verb_second=True,
)

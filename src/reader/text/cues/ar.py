"""Arabic.

There are no capital letters: a name is the words between a verb of saying and
the colon, the comma or the particle that follows.
"""

from __future__ import annotations

from reader.text.cues.table import Cues

_PREFIXES = ("", "و", "ف")
"""What may be written together with a verb: “and”, “so”."""

_VERBS = """
    قال قالت قالوا يقول تقول يقولون صرح صرحت أكد أكدت يؤكد تؤكد أضاف أضافت يضيف تضيف أوضح أوضحت يوضح توضح أعلن أعلنت ذكر ذكرت
    كتب كتبت سأل سألت تساءل تساءلت أجاب أجابت رد ردت أشار أشارت يشير تشير شدد شددت اعتبر اعتبرت رأى رأت حذر حذرت تابع تابعت
    وصف وصفت نفى نفت أفاد أفادت لفت لفتت طالب طالبت دعا دعت توقع توقعت انتقد انتقدت علق علقت ختم ختمت روى روت حكى حكت كشف كشفت
    اعترف اعترفت بيّن بيّنت نوه نوهت أبلغ أبلغت نقل نقلت زعم زعمت غرد غردت خاطب خاطبت هتف هتفت صرخ همس استطرد استطردت أردف أردفت
    قوله قولها قولهم مضيفا مضيفة مؤكدا مؤكدة موضحا موضحة مشيرا مشيرة قائلا قائلة قالا قالتا أكدوا أضافوا رحب رحبت ناشد ناشدت أعرب أعربت عبر عبرت
"""

CUES = Cues(
    language="ar",
    verbs=" ".join(f"{one}{verb}" for verb in _VERBS.split() for one in _PREFIXES),
    sources=" ".join(
        f"{one}{source}"
        for source in ("بحسب", "وفقا", "وفقاً", "حسب", "وفق", "طبقا", "نقلا_عن")
        for one in _PREFIXES
    ),
    prefixed="ل",
    governed_starts="بال لل كال",
    determiners="هذا هذه",
    linking="من في على ل عن",
    opening="""
        في من على إلى عن مع بعد قبل خلال إن أن و ثم لكن فإن بأن أما وهو وهي وهم وهن الذي التي عبر أمام خلال لدى ردا إثر عقب اليوم أمس
        يوم مساء صباح
    """,
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

"""Dates as pages write them, for people and for machines."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from reader.domain.dates import Published

_LONGEST = 80
"""No date with its hour is longer, in characters."""

_EARLIEST = 1800
_LATEST = 2200
"""Years outside these are numbers that look like years."""

# A line a language; the months from January to December, spellings parted by `/`.
_MONTHS = """
en january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec
de januar/jänner/jan februar/feber/feb märz/maerz/mär/mrz april/apr mai juni/jun juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez
fr janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre/sept octobre/oct novembre/nov décembre/decembre/déc
es enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic
pt janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez
it gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic
nl januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sept/sep oktober/okt november/nov december/dec
sv januari/jan februari/feb mars april/apr maj juni/jun juli/jul augusti/aug september/sep oktober/okt november/nov december/dec
da januar/jan februar/feb marts april/apr maj juni/jun juli/jul august/aug september/sep oktober/okt november/nov december/dec
nb januar/jan februar/feb mars april/apr mai juni/jun juli/jul august/aug september/sep oktober/okt november/nov desember/des
pl stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień
ru января/январь/янв февраля/февраль/фев марта/март/мар апреля/апрель/апр мая/май июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сен/сент октября/октябрь/окт ноября/ноябрь/ноя декабря/декабрь/дек
ar يناير/جانفي/كانون_الثاني فبراير/فيفري/شباط مارس/آذار أبريل/ابريل/إبريل/أفريل/نيسان مايو/ماي/أيار/ايار يونيو/يونيه/جوان/حزيران يوليو/يوليه/جويلية/تموز أغسطس/اغسطس/أوت/آب سبتمبر/أيلول/ايلول أكتوبر/اكتوبر/تشرين_الأول نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول
he ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס אפריל/באפריל מאי/במאי יוני/ביוני יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר דצמבר/בדצמבר
"""


def _month_names() -> dict[str, int]:
    """Every name of a month, lower case; no name means two months."""
    names: dict[str, int] = {}
    for row in _MONTHS.split("\n"):
        for number, spellings in enumerate(row.split()[1:], start=1):
            for one in spellings.split("/"):
                names[one.replace("_", " ")] = number
    return names


_MONTH = _month_names()
_NAMES = "|".join(re.escape(name) for name in sorted(_MONTH, key=len, reverse=True))
_YEAR = r"(?P<year>(?:1[89]|2[01])\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_NUMBER = r"[0-3]?\d"
_OF = r"(?:de|del|do|di|of|d['’]|من)"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # 2020-06-04, 2020/6/4, 2020.06.04
        rf"(?<!\d){_YEAR}(?P<dash>[-/.])(?P<month>[01]?\d)(?P=dash){_DAY}(?!\d)",
        # 2020年6月4日, 2020년 6월 4일
        rf"{_YEAR}\s?[年년]\s?(?P<month>[01]?\d)\s?[月월]\s?{_DAY}\s?[日일]",
        # 4 June 2020, 4. Juni 2020, 4th of June, 2020, 4 de junio de 2020, 1er juin 2020, 04-Jun-2020
        rf"(?<!\d){_DAY}(?:\.|º|°|ª|st|nd|rd|th|er|ème|e)?[\s\-]{{0,3}}(?:{_OF}\s?)?(?P<name>{_NAMES})\b\.?,?[\s\-]{{0,3}}(?:{_OF}\s)?{_YEAR}(?!\d)",
        # June 4, 2020, Jun. 4th 2020
        rf"\b(?P<name>{_NAMES})\b\.?[\s\-]{{1,3}}{_DAY}(?:st|nd|rd|th)?,?[\s\-]{{1,3}}{_YEAR}(?!\d)",
        # 2020 June 4
        rf"(?<!\d){_YEAR}[,\s]{{1,3}}(?P<name>{_NAMES})\b\.?\s{{1,3}}{_DAY}(?!\d)",
        # 04.06.2020, 4/6/2020, 04-06-2020, 04.06.20
        rf"(?<![\d.,/-])(?P<first>{_NUMBER})(?P<dash>[./-])\s?(?P<second>{_NUMBER})(?P=dash)\s?(?P<short>(?:1[89]|2[01])\d\d|\d\d)(?![\d./-])",
    )
)
_TIME = re.compile(
    r"""[\s,|·•–—/-]{0,4}(?:(?:at|um|à|a\sles|a\slas|alle(?:\sore)?|ore|às|as|om|kl\.?|в|الساعة|בשעה)\s)?\s?
        (?P<hour>[012]?\d)\s?[:.h時시点]\s?(?P<minute>[0-5]\d)(?:\s?[:.]\s?(?P<second>[0-5]\d))?
        (?:\s?(?P<half>[ap])\.?\s?m\b\.?)?
        (?:\s?(?:uhr|uur|h|hs|hrs)\b\.?)?
        (?:\s?(?P<zone>UTC|GMT|Z|[+\-]\d\d:?\d\d)\b)?""",
    re.IGNORECASE | re.VERBOSE,
)
_WEEKDAY = re.compile(
    r"""(?:
        (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?
      | (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so)
      | (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)
      | (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)
      | (?:segunda|terça|quarta|quinta|sexta)(?:-feira)?
      | (?:lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)
      | (?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)
      | (?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)
      | (?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|أحد)
      )\b[.,]?(?:\s(?:den|the|le|il|el|dem))?\s?""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(
    r"(?:(?:le|el|il|am|den|the|on|op|em|on\sthe)\s|[-–—•·|(\[]\s?)", re.IGNORECASE
)
_IN_ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>0[1-9]|1[0-2])[/-]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
    r"|/(?P<d>0[1-9]|[12]\d|3[01])[-.](?P<m>0[1-9]|1[0-2])[-.](?P<y>20\d\d)(?!\d)"
)
_ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،", "01234567890123456789,")
_LATIN_DIGITS = re.compile(r"[0-9]")
_MONTH_FIRST = ("en-us", "en-ca", "en-ph", "fil")


def read_date(text: str, language: str | None = None) -> Published | None:
    """Read a text that is nothing but a date.

    A weekday before it and an hour after it may stand; anything else makes it
    a text that is no date.

    Args:
        text: One line, such as “June 4, 2020” or “4. Juni 2020, 10:30 Uhr”.
        language: Decides `4/6/2020`: month first in American English (and where
            English says no more), day first elsewhere.

    Returns:
        The day, or the moment if an hour is given, or None.
    """
    line = " ".join(text.translate(_ARABIC_DIGITS).split())
    if not line or len(line) > _LONGEST or _LATIN_DIGITS.search(line) is None:
        return None
    for opening in (_BEFORE, _WEEKDAY, _BEFORE):
        if found := opening.match(line):
            line = line[found.end() :]
    at = _first(line, language)
    if at is None or at[1].start() != 0:
        return None
    day, found = at
    published, end = _with_time(line, day, found.end())
    return published if not line[end:].strip(" .,;|)]–—-") else None


def date_in(text: str, language: str | None = None) -> Published | None:
    """The first date that stands in a text, or None.

    Args:
        text: A line such as “By Ada Moreno, published June 4, 2020 at 10:30 am”.
        language: As for `read_date`.
    """
    line = " ".join(text[:1000].translate(_ARABIC_DIGITS).split())
    at = _first(line, language)
    return None if at is None else _with_time(line, at[0], at[1].end())[0]


def date_in_address(address: str | None) -> Published | None:
    """The day that an address names, as `/2020/06/26/title` does, or None."""
    found = _IN_ADDRESS.search(address or "")
    if found is None:
        return None
    parts = found.groupdict()
    if parts["year"]:
        day = _day(int(parts["year"]), int(parts["month"]), int(parts["day"]))
    else:
        day = _day(int(parts["y"]), int(parts["m"]), int(parts["d"]))
    return None if day is None else Published(day.isoformat())


def read_stamp(value: str, language: str | None = None) -> Published | None:
    """Read a date written for machines: ISO 8601, RFC 2822, seconds since 1970.

    Args:
        value: What an attribute or a metadata field holds. A date written for
            people is read too.
        language: As for `read_date`.

    Returns:
        The moment with the offset the value gives, or the day, or None.
    """
    bare = value.strip()[:_LONGEST]
    if not bare:
        return None
    return _iso(bare) or _since_1970(bare) or _mail(bare) or date_in(bare, language)


def _iso(bare: str) -> Published | None:
    found = re.match(
        r"(\d{4})-(\d\d?)-(\d\d?)(?:(?:T|\s|%20)\s?(\d\d?):(\d\d)(?::(\d\d))?(?:[.,]\d+)?\s?(Z|UTC|GMT|[+\-]\d\d:?(?:\d\d)?)?)?",
        bare,
        re.IGNORECASE,
    ) or re.match(
        r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+\-]\d\d\d\d)?)?$", bare
    )
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    whole = _day(int(year), int(month), int(day))
    if whole is None or hour is None:
        return None if whole is None else Published(whole.isoformat())
    return _moment(whole, int(hour), int(minute), int(second or 0), zone)


def _since_1970(bare: str) -> Published | None:
    if not re.fullmatch(r"\d{9,10}|\d{12,13}", bare):
        return None
    seconds = int(bare[:-3]) if len(bare) > 10 else int(bare)
    return Published(datetime.fromtimestamp(seconds, UTC).isoformat())


def _mail(bare: str) -> Published | None:
    if not re.match(
        r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\s+\d", bare
    ) or re.search(r"\d\s*[ap]\.?m\b", bare, re.IGNORECASE):
        return None
    # Not as the standard has it, but as many write it: `+01:00`, `GMT+0100`.
    bare = re.sub(r"(?:GMT|UTC|\b)?\s?([+-]\d\d):?(\d\d)$", r" \1\2", bare)
    try:
        moment = parsedate_to_datetime(bare)
    except (ValueError, TypeError, OverflowError):
        return None
    if not _EARLIEST <= moment.year <= _LATEST:
        return None
    return Published(moment.replace(microsecond=0).isoformat())


def _first(line: str, language: str | None) -> tuple[date, re.Match[str]] | None:
    """The first date in a line, with where it stands."""
    best: tuple[date, re.Match[str]] | None = None
    for form in _FORMS:
        for found in form.finditer(line):
            day = _day_of(found, language)
            if day is not None:
                if best is None or found.start() < best[1].start():
                    best = day, found
                break
    return best


def _day_of(found: re.Match[str], language: str | None) -> date | None:
    parts = found.groupdict()
    if parts.get("short"):
        year = int(parts["short"])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        first, second = int(parts["first"]), int(parts["second"])
        month_first = parts["dash"] == "/" and _is_month_first(language)
        day, month = (second, first) if month_first else (first, second)
        return _day(year, month, day) or _day(year, day, month)
    name = parts.get("name")
    month = _MONTH[name.lower()] if name else int(parts["month"])
    return _day(int(parts["year"]), month, int(parts["day"]))


def _is_month_first(language: str | None) -> bool:
    tag = (language or "en").lower()
    return tag == "en" or tag.startswith(_MONTH_FIRST)


def _with_time(line: str, day: date, end: int) -> tuple[Published, int]:
    """The day with the hour that follows it, if one does, and where that ends."""
    found = _TIME.match(line, end)
    if found is None:
        return Published(day.isoformat()), end
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return Published(day.isoformat()), end
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    moment = _moment(
        day, hour, int(found["minute"]), int(found["second"] or 0), found["zone"]
    )
    return moment, found.end()


def _day(year: int, month: int, day: int) -> date | None:
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(
    day: date, hour: int, minute: int, second: int, zone: str | None
) -> Published:
    """A moment of a day; just the day if the hour is none."""
    try:
        moment = datetime(
            day.year, day.month, day.day, hour, minute, second, tzinfo=_offset(zone)
        )
    except ValueError:
        return Published(day.isoformat())
    return Published(moment.isoformat())


def _offset(zone: str | None) -> timezone | None:
    """The offset a zone stands for, or None if none is given.

    Raises:
        ValueError: The offset is a day or more.
    """
    if zone is None:
        return None
    if zone[0] not in "+-":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(ahead if zone[0] == "+" else -ahead)

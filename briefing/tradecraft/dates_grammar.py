"""The shapes of dates, as patterns over the codes of `dates_lexicon`.

Each rule is one named group of `EXPLICIT` or `RELATIVE`; the first that fits wins. No rule
repeats anything without a small bound, so a search takes time in proportion to the text.
"""

import re
from typing import Final

# A day of the week before a date: "Friday, ", "Fri. ", "Freitag, den ".
_WEEKDAY = r"(?:[WB]\.?,?_(?:d_)?)?"
_MONTH = r"[MmF]\.?"
# The year after a month: ", 2018", " 2018", " of 2018", " de 2018".
_YEAR = r"(?:,?_(?:[oe]_)?Y(?![Y9]))"
_DAY = r"Dh?"
# "3-5", "3 to 5", "between 3 and 5"; what "and" alone joins, the numbers must decide.
_JOIN = r"(?:_?-_?|_[>&]_)"
_BETWEEN = r"(?:j_)?"
_DAYS = rf"{_DAY}{_JOIN}{_DAY}"
# "early ", "mid-", "late in ", "the end of ", "about ".
_PART = r"(?:q(?:-|_(?:i_)?(?:d_)?)|(?:d_)?Q_o_(?:d_)?)?"
_ABOUT = r"(?:c\.?_)?"
# A number that goes on ("March 3,500", "May 10:30", "March 5%") or counts what follows it
# ("In March 12 people") is no day and no year.
_ENDS = r"(?![DNY9h#]|[.,:/][DNY9]|_?[%$]|-[DNY9x]|_n)"
_STARTS = r"(?<![DNYxMm9$/#-])(?<![DNY9][.,:])"
# Prepositions that make a bare year, and words that make an ambiguous month, a date.
_YEARLY = r"(?<=[ipo>]_)|(?<=Y_&_)|(?<=c_)|(?<=c\._)|(?<=\()"
_MONTHLY = r"(?<=i_)|(?<=q[-_])|(?<=[QUP]_o_)"
_SEASON = r"[Sf]"


_FIRST = "MmFWBSfUuEtLTXRvzCkDNYqaQcdijps"


def _rules(rules: dict[str, str]) -> re.Pattern[str]:
    groups = "|".join(f"(?P<{name}>{pattern})" for name, pattern in rules.items())
    # Most tokens start no date: they are passed over before any rule is tried.
    return re.compile(f"(?=[{_FIRST}])(?:{groups})")


EXPLICIT: Final = {
    # 2018-01-19, 2018/01/19
    "iso_day": rf"{_STARTS}Y(?:-D-D|/D/D){_ENDS}",
    # 2016-06; `2014-16` is told apart by its numbers
    "year_pair": rf"{_ABOUT}{_STARTS}Y_?[-/]_?[DN]{_ENDS}",
    # 01-19-2018, 19.01.2018, 19/01/2018
    "numeric": rf"{_STARTS}(?:D-D-Y|D/D/Y|D\._?D\._?Y){_ENDS}",
    # 3-5 May 2018, between 3 and 5 May
    "days_month": rf"{_BETWEEN}{_STARTS}{_DAYS}\.?_(?:[oe]_)?{_MONTH}(?:{_YEAR}{_ENDS})?",
    # May 3-5, 2018
    "month_days": rf"{_MONTH}_(?:{_DAYS}{_YEAR}|{_DAY}_?-_?{_DAY}|{_DAYS}(?!_[xC9])){_ENDS}",
    # 19 January 2018, 19th of January, le 1er janvier 2018, 19. Januar 2018
    "day_month": rf"{_WEEKDAY}{_ABOUT}{_STARTS}(?:d_)?{_DAY}\.?[_-](?:[oe]_)?"
    rf"(?:{_MONTH}(?:{_YEAR}|-Y){_ENDS}|(?:[MF]\.?|m)(?![x'-]))",
    # January 19, 2018; Jan. 19; Friday, September 15th
    "month_day": rf"{_WEEKDAY}{_ABOUT}[Mm]\.?_(?:d_)?{_DAY}(?:{_YEAR}{_ENDS}|{_ENDS})",
    # January to March 2018, from June 2016 to March 2017, March and April 2017
    "months": rf"{_BETWEEN}{_PART}{_MONTH}{_YEAR}?{_JOIN}{_PART}{_MONTH}{_YEAR}{_ENDS}",
    # January 2018, May of 2011, in early November 2014, enero de 2018
    "month_year": rf"{_PART}{_ABOUT}{_MONTH}{_YEAR}{_ENDS}",
    # late summer and early fall 2014
    "seasons": rf"{_PART}{_SEASON}_[&>]_(?:d_)?{_PART}{_SEASON}(?:,?_o?_?Y){_ENDS}",
    # summer 2014, the fall of 2014
    "season": rf"{_PART}{_ABOUT}{_SEASON}(?:_o)?,?_Y{_ENDS}",
    # 2014-2016, from 2014 to 2016, between 2014 and 2016
    "years": rf"(?:j_Y_&_Y|{_STARTS}Y(?:_?-_?|_>_)Y){_ENDS}",
    # the 1990s, the early 1990s
    "decade": rf"{_PART}(?<![DNYx9/])Y'?#",
    # in 2014, since 2016, about 2014, (2014), mid-2014, the end of 2014
    "year": rf"(?:(?:q(?:-|_(?:i_)?)|(?:d_)?Q_o_|c\.?_)Y|(?:{_YEARLY})Y){_ENDS}",
    # the 2017 fall of, its 2014 report, a 2016 law
    "year_of": rf"(?<=[dkgLT]_)Y{_ENDS}(?=_[^_|,.)])",
    # 2014 was
    "year_subject": r"(?<![^_|.])Y(?=_b)",
    # January and February: two months without a year
    "month": rf"{_PART}(?:M|(?:{_MONTHLY})m(?!'))\.?(?![D9NYx-])(?!_(?:o_)?[LT]_U)",
    # in the spring, over the summer, late summer
    "season_only": r"(?:q_S|(?<=[ip]_d_)[Sf])(?!_o_)(?![x'-])",
}

# "two", "twenty-five", "two or three", "a couple of", "half a".
_HOW_MANY = r"(?:[CkDN](?:[-_]C){0,2}(?:_&_C)?(?:_[ok])?_)"
_ANY_UNIT = r"[Uu]"
RELATIVE: Final = {
    # July of this year, August last year
    "month_of": r"(?:q[-_])?[Mm]\.?_(?:o_)?[LT]_U",
    # yesterday, today, tonight
    "deictic": r"t(?:_P)?",
    # last night, this morning
    "day_part": r"[LT]_P",
    # over the past seven months, in the next two weeks, during the past year, in recent years
    "period": rf"(?:[ip]_)?(?:(?:d_)?[LX]_{_HOW_MANY}{_ANY_UNIT}(?!_o_)"
    rf"|d_[LX]_{_ANY_UNIT}(?!_o_)|(?:d_)?R_(?:{_ANY_UNIT}|E))",
    # so far this year, earlier this month, the end of last year, next weekend, that day
    "unit": rf"(?:s_r_|{_PART}|(?:[qa][-_]))(?:T_[UE]|[LX]_[UuE]|(?:d_)?v_[UuE])(?!_o_)|z_[Uu]",
    # last August, this spring, next Tuesday, the following Sunday
    "named": r"(?:[qa][-_])?(?:[LTX]|(?:d_)?v)_(?:[MmSfW])(?:_P)?",
    # two days ago, a couple of years ago, months ago
    "ago": rf"{_HOW_MANY}?{_ANY_UNIT}_A",
    # four years later, two days earlier, a year later
    "later": rf"{_HOW_MANY}?{_ANY_UNIT}_a",
    # at the weekend
    "weekend": r"[ip]_d_E",
    # early on Sunday, Tuesday morning, Sunday
    "weekday": r"(?:[qa]_(?:p_)?)?W(?:_P)?",
}

PATTERN: Final = _rules(EXPLICIT | RELATIVE)
RELATIVE_PATTERN: Final = _rules(RELATIVE)

"""Words and numbers without quotes: what is read, and what programs read differently and is refused by name."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

Fault: TypeAlias = tuple[str, str, str]
"""code, text, hint"""

AMBIGUOUS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "~", "y", "n"})
LARGEST = 999_999_999
LONGEST_NUMBER = 80

STRANGE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""Characters that cannot be seen and change what is read: control characters, other line ends, writing directions."""
INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)
BASE_60 = re.compile(r"[+-]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?", re.ASCII)
DECIMAL = re.compile(r"[+-]?([0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)([eE][+-]?[0-9]+)?", re.ASCII)
SCIENTIFIC = re.compile(r"[+-]?[0-9]+(\.[0-9]*)?[eE][+-]?[0-9]+", re.ASCII)
SPECIAL = re.compile(r"[+-]?\.(inf|nan)", re.IGNORECASE)
OTHER_BASE = re.compile(r"[+-]?0[xob][0-9a-fA-F_]+", re.IGNORECASE)
GROUPED = re.compile(r"[+-]?[0-9]{1,3}([_,][0-9]{3})+", re.ASCII)
UNDERSCORED = re.compile(r"[+-]?[0-9][0-9_]*_[0-9_]*", re.ASCII)
DECIMAL_COMMA = re.compile(r"[+-]?[0-9]+,[0-9]+", re.ASCII)
PER_CENT = re.compile(r"[+-]?[0-9]+ ?[%％]", re.ASCII)
DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?", re.ASCII)
OTHER_DIGITS = re.compile(r"[+\-−–—－＋﹣]?\d+")
NUMBER_LIKE = re.compile(r"[+\-−–—－＋﹣.]*\d|[+-]?\.(inf|nan)", re.IGNORECASE)


def is_integer(text: str) -> bool:
    """A whole number as it is written in rule files."""
    return INTEGER.fullmatch(text) is not None


def fault_of_word(word: str, is_key: bool) -> Fault | None:
    """What is wrong with a word or number that stands without quotes; None for most."""
    if word.casefold() in AMBIGUOUS and (is_key or word != "true"):
        return ambiguous(word)
    if word.endswith('"') and word.count('"') % 2 == 1:
        shown = shortened(word)
        return "NW004", f"the quote at the end of `{shown}` closes nothing", f'put a quote in front too: "{shown}'
    if not is_key and NUMBER_LIKE.match(word) and (len(word) <= LONGEST_NUMBER or is_integer(word)):
        return fault_of_number(word)
    return None


def ambiguous(word: str) -> Fault:
    """The words yes, no, on, off, ... in any case (`true` is the one switch, as a value)."""
    meaning = "nothing" if word.casefold() in {"null", "~"} else "true or false"
    text = f"`{word}` without quotes is {meaning} to some programs and text to others"
    if word.casefold() in {"false", "off", "no", "null", "~"}:
        return "NW011", text, f'delete the key if it is a switch: off is left out; write "{word}" if it is a text'
    return "NW011", text, f'write "{word}" if it is a text, `true` if it is a switch; for a name choose another word'


def fault_of_number(word: str) -> Fault | None:
    """What is wrong with a word that begins like a number."""
    if is_integer(word):
        return fault_of_integer(word)
    shown = shortened(word)
    if DATE.fullmatch(word):
        return "NW012", f"`{shown}` without quotes is a date to some programs and text to others", f'write "{shown}"'
    if BASE_60.fullmatch(word):
        text = f"`{shown}` without quotes means {base_60(word)} (base 60) to some programs"
        return "NW012", text, f'write "{shown}" with quotes if it is a time'
    if PER_CENT.fullmatch(word):
        number = shown.rstrip("%％ ")
        return "NW014", f"`{shown}` is text, not a number", f"write {number}: chances are in per cent already"
    if GROUPED.fullmatch(word) or UNDERSCORED.fullmatch(word):
        text = f"`{shown}` is a number to some programs and text to others"
        return "NW013", text, f"write {re.sub('[_,]', '', shown)}"
    if DECIMAL_COMMA.fullmatch(word):
        return "NW013", f"`{shown}` has a decimal comma; numbers are whole here", "write a whole number, without a comma"
    return fault_of_other_number(word)


def fault_of_integer(word: str) -> Fault | None:
    """Whole numbers that are too large, or read differently because of a leading zero."""
    digits = word.lstrip("+-")
    shown = shortened(word)
    if len(digits.lstrip("0")) > len(str(LARGEST)):
        return "NW306", f"the number {shown} is too large", f"the largest is {LARGEST}"
    if len(digits) > 1 and digits[0] == "0":
        text = f"`{shown}` with a zero in front is another number to some programs"
        return "NW013", text, f"write {shortened(word[: -len(digits)] + (digits.lstrip('0') or '0'))}"
    return None


def fault_of_other_number(word: str) -> Fault | None:
    """Numbers with a point, an exponent, another base, or digits and signs that are not ASCII."""
    if SCIENTIFIC.fullmatch(word) or SPECIAL.fullmatch(word):
        return "NW103", f"`{shortened(word)}` is not a whole number", "write it with digits only"
    if DECIMAL.fullmatch(word):
        return "NW103", f"`{shortened(word)}` is not a whole number; there are no decimals here", "write a whole number"
    if OTHER_BASE.fullmatch(word):
        return "NW103", f"`{shortened(word)}` is a number to some programs and text to others", "write it with digits 0 to 9"
    if OTHER_DIGITS.fullmatch(word):
        return "NW103", f"`{shortened(word)}` is not written with ASCII digits", f"write {ascii_number(shortened(word))}"
    return None


def ascii_number(word: str) -> str:
    """The number with ASCII digits and signs."""
    digits = "".join(str(unicodedata.decimal(letter)) for letter in word if letter.isdecimal())
    return ("" if word[0].isdecimal() or word[0] in "+＋" else "-") + digits


def base_60(word: str) -> int:
    """What a reader of base 60 makes of `12:30`."""
    total = 0
    for part in word.split(".")[0].replace("_", "").lstrip("+-").split(":")[:6]:
        total = total * 60 + int(part[:9] or "0")
    return -total if word.startswith("-") else total


def shortened(word: str, most: int = 40) -> str:
    """At most `most` letters of something found in a file."""
    return word if len(word) <= most else word[:most] + "…"


NUMBERS = {
    word: number
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
}


def spelled_number(word: str) -> int | None:
    """The number that is written in letters."""
    return NUMBERS.get(word.strip().casefold())


def slipped_numbers(number: int) -> list[int]:
    """What may have been meant by a number that does not fit: a factor of 10 or 100 less, another sign."""
    return [*([number // 10] if number % 10 == 0 else []), *([number // 100] if number % 100 == 0 else []), -number]

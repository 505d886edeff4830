"""Numbers as words and letters, as English papers write them."""

from __future__ import annotations

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
    *("seventeen", "eighteen", "nineteen"),
)
_TENS = (
    *("zero", "ten", "twenty", "thirty", "forty"),
    *("fifty", "sixty", "seventy", "eighty", "ninety"),
)
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MOST = 999_999


def number_words(number: int) -> str:
    """Return ``four`` for 4, ``one hundred and five`` for 105; digits beyond 999,999."""
    if number > _MOST or number < -_MOST:
        return str(number)
    if number < 0:
        return "minus " + number_words(-number)
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10] + ("-" + _SMALL[number % 10] if number % 10 else "")
    if number < 1000:
        return _over(number, 100, "hundred")
    return _over(number, 1000, "thousand")


def ordinal_words(number: int) -> str:
    """Return ``first`` for 1, ``twenty-second`` for 22; digits beyond 999,999."""
    words = number_words(number)
    at = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[at:]
    if last.isdigit():
        return words
    return words[:at] + _ORDINALS.get(last, _regular(last))


def letters(number: int) -> str:
    """Return ``A`` for 1, ``Z`` for 26, ``AA`` for 27; digits for what has no letter."""
    if number < 1:
        return str(number)
    made = ""
    while number:
        number, rest = divmod(number - 1, 26)
        made = chr(ord("A") + rest) + made
    return made


def _over(number: int, unit: int, name: str) -> str:
    whole, rest = divmod(number, unit)
    head = f"{number_words(whole)} {name}"
    if not rest:
        return head
    return f"{head} and {number_words(rest)}" if rest < 100 else f"{head} {number_words(rest)}"


def _regular(last: str) -> str:
    return last[:-1] + "ieth" if last.endswith("y") else last + "th"

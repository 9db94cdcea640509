"""A count in the form that a list asks for: 3, c, iii, C, III, 03 …"""

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_ROMAN_LIMIT, _LETTER_LIMIT = 32767, 780  # as far as Word counts in these forms
_CHICAGO = "*†‡§"


def written(value: int, form: str) -> str:
    """`value` (0 or more) in a form of w:numFmt; in digits for forms that we do not know."""
    match form:
        case "lowerLetter" | "upperLetter":
            letters = _letters(value)
            return letters.upper() if form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman":
            roman = _roman(value)
            return roman.upper() if form == "upperRoman" else roman
        case "decimalZero":
            return f"{value:02d}"
        case "chicago" if value > 0:
            return _CHICAGO[(value - 1) % 4] * ((value - 1) // 4 + 1)
        case "none" | "bullet":
            return ""
    return str(value)


def _letters(value: int) -> str:
    """Word goes on after z with aa, bb, cc: the letter repeated."""
    if not 0 < value <= _LETTER_LIMIT:
        return str(value)
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _roman(value: int) -> str:
    if not 0 < value <= _ROMAN_LIMIT:
        return str(value)
    written_so_far = ""
    for worth, sign in _ROMAN:
        while value >= worth:
            written_so_far += sign
            value -= worth
    return written_so_far

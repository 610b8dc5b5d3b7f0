"""Figures as people of each language read them: 49億円, ¥4.9 billion, 4,900,000,000円, 95.01 %."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from assistant.answer.model import Language

OKU = 100_000_000
_UNITS: dict[str, tuple[int, str, str]] = {
    "yen": (1, "円", " yen"),
    "thousand": (1_000, "千円", " thousand yen"),
    "million": (1_000_000, "百万円", " million yen"),
    "oku": (OKU, "億円", " oku yen (hundred million yen)"),
    "billion": (1_000_000_000, "十億円", " billion yen"),
    "trillion": (1_000_000_000_000, "兆円", " trillion yen"),
}


def plain(value: Decimal) -> str:
    """Return a number with grouping and without trailing zeros."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: Decimal, places: int = 2) -> tuple[str, bool]:
    """Return a number to so many decimal places, and whether that is exact."""
    short = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return plain(short), short == value


def money(yen: int | float, language: Language, *, approximate: bool = False, unit: str | None = None) -> str:
    """Return an amount of yen as text; 約 / about where the source says so or where rounding was needed."""
    amount = Decimal(str(yen))
    if unit in _UNITS:
        size, ja, en = _UNITS[unit]
        text, exact = rounded(amount / size, 0 if unit == "yen" else 6)
        text += ja if language == "ja" else en
    elif language == "ja":
        text, exact = _japanese(amount)
    else:
        text, exact = _english(amount)
    if not approximate and exact:
        return text
    return ("約" if language == "ja" else "about ") + text


def exact_money(yen: int, language: Language) -> str:
    """Return an amount of yen in full, as a register's figures are read out: 1兆3,527億4,722万円, ¥1,352.747 billion."""
    sign, rest = "-" * (yen < 0), abs(yen)
    if language == "en":
        for size, word in ((1_000_000_000, " billion"), (1_000_000, " million")):
            if rest >= size and rest % (size // 1_000) == 0:
                return f"{sign}¥{plain(Decimal(rest) / size)}{word}"
        return f"{sign}¥{rest:,}"
    parts = []
    for size, word in ((10**12, "兆"), (OKU, "億"), (10_000, "万"), (1, "")):
        count, rest = divmod(rest, size)
        parts += [f"{count:,}{word}"] if count else []
    return sign + ("".join(parts) or "0") + "円"


def _japanese(amount: Decimal) -> tuple[str, bool]:
    if abs(amount) >= 10_000_000:
        text, exact = rounded(amount / OKU, 2)
        return text + "億円", exact
    if abs(amount) >= 10_000 and amount % 10_000 == 0:
        return plain(amount / 10_000) + "万円", True
    text, exact = rounded(amount, 0)
    return text + "円", exact


def _english(amount: Decimal) -> tuple[str, bool]:
    for size, word in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if abs(amount) >= size:
            text, exact = rounded(amount / size, 3 if word == "billion" else 2)
            return f"¥{text} {word}", exact
    text, exact = rounded(amount, 0)
    return f"¥{text}", exact


def ordinal(number: int) -> str:
    """Return an English ordinal: 1st, 2nd, 3rd, 11th."""
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def percent(value: float) -> str:
    """Return a percentage to two decimal places."""
    return f"{rounded(Decimal(str(value)))[0]}%"


def times(value: float, language: Language) -> str:
    """Return a ratio to two decimal places: 5.99倍, 5.99 times."""
    text = rounded(Decimal(str(value)))[0]
    return f"{text}倍" if language == "ja" else f"{text} times"

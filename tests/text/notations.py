"""Ways to write an amount of yen exactly, for the tests that read it back."""

from collections.abc import Callable
from decimal import Context, Decimal

_DIGITS = "〇一二三四五六七八九"
_EXACT = Context(prec=60)


def _scaled(yen: int, unit: int) -> str:
    """The amount in a unit, with as many decimals as it takes."""
    return format(_EXACT.divide(Decimal(yen), Decimal(unit)), "f")


def _mixed(yen: int) -> str:
    """1兆2000億3400万5600円."""
    groups = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))
    return "".join(f"{yen // size % 10**4}{name}" for size, name in groups if yen // size % 10**4)


def kanji(yen: int) -> str:
    """千二百三十四億五千万."""

    def group(value: int) -> str:
        text = ""
        for size, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = value // size % 10
            if digit:
                text += ("" if digit == 1 and name else _DIGITS[digit]) + name
        return text

    groups = ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, ""))
    return "".join(group(yen // size % 10**4) + name for size, name in groups if yen // size % 10**4)


NOTATIONS: dict[str, Callable[[int], str]] = {
    "digits": lambda yen: f"{yen}円",
    "separators": lambda yen: f"{yen:,}円",
    "wide digits": lambda yen: f"{yen}円".translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    "yen sign": lambda yen: f"¥{yen:,}",
    "wide yen sign": lambda yen: f"￥{yen:,}",
    "JPY": lambda yen: f"JPY {yen:,}",
    "yen": lambda yen: f"{yen:,} yen",
    "oku": lambda yen: f"{_scaled(yen, 10**8)}億円",
    "cho": lambda yen: f"{_scaled(yen, 10**12)}兆円",
    "man": lambda yen: f"{_scaled(yen, 10**4)}万円",
    "million in Japanese": lambda yen: f"{_scaled(yen, 10**6)}百万円",
    "thousand in Japanese": lambda yen: f"{_scaled(yen, 10**3)}千円",
    "mixed": lambda yen: f"{_mixed(yen)}円",
    "billion yen": lambda yen: f"{_scaled(yen, 10**9)} billion yen",
    "billion": lambda yen: f"{_scaled(yen, 10**9)} billion",
    "million yen": lambda yen: f"{_scaled(yen, 10**6)} million yen",
    "bn": lambda yen: f"¥{_scaled(yen, 10**9)}bn",
    "BILLION": lambda yen: f"{_scaled(yen, 10**9)} BILLION YEN",
    "m": lambda yen: f"¥{_scaled(yen, 10**6)}m",
    "trillion": lambda yen: f"{_scaled(yen, 10**12)} trillion yen",
    "oku in romaji": lambda yen: f"{_scaled(yen, 10**8)} oku en",
}

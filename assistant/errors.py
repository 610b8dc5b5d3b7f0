"""The errors that a caller may meet: one base, one class a cause. Imports nothing, so that anything may raise them."""

from __future__ import annotations

from collections.abc import Sequence


class BudgetError(Exception):
    """Base of every error of this package; carries its message in both languages."""

    def __init__(self, message_ja: str, message_en: str) -> None:
        super().__init__(message_en)
        self.message_ja = message_ja
        self.message_en = message_en

    def message(self, language: str) -> str:
        """Return the message in `language`: "ja", or English for anything else."""
        return self.message_ja if language == "ja" else self.message_en


class DataError(BudgetError):
    """A document (data/*.toml) does not say what it should; `problems` has every one, each with its place."""

    def __init__(self, message_ja: str, message_en: str, problems: Sequence[str] = ()) -> None:
        lines = "".join(f"\n  {problem}" for problem in problems)
        super().__init__(message_ja + lines, message_en + lines)
        self.problems = tuple(problems)


class StoreError(BudgetError):
    """A database cannot be written, opened or queried."""


class SlowError(StoreError):
    """A question takes longer than it may: it was stopped, so that nobody waits for ever."""

    def __init__(self) -> None:
        super().__init__(
            "時間がかかりすぎるため、照会を中止しました。府省や年度、事業名などで範囲を絞って、もう一度お尋ねください。",
            "The look-up took too long and was stopped. Please ask again about less: one ministry, one year or one programme.",
        )


class IntentError(BudgetError):
    """The intent files are wrong; `problems` has every one, with file and line."""

    def __init__(self, message_ja: str, message_en: str, problems: Sequence[str] = ()) -> None:
        lines = "".join(f"\n  {problem}" for problem in problems)
        super().__init__(message_ja + lines, message_en + lines)
        self.problems = tuple(problems)

    @classmethod
    def of(cls, problems: Sequence[str]) -> IntentError:
        """Return the error for these problems."""
        return cls(
            "意図ファイルに誤りがあります。次の箇所を直してください。",
            "The intent files have mistakes; mend these places:",
            problems,
        )

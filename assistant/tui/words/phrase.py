"""One thing to say, in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answer.model import Language


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing to say, in both languages; `phrase["ja"]` is its Japanese."""

    ja: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en

    def format(self, **values: object) -> Phrase:
        """Return the phrase with its placeholders filled, in both languages."""
        return Phrase(self.ja.format(**values), self.en.format(**values))

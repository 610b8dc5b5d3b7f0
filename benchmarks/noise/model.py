"""A kind of noise, and how one is put on a question: the first of its variants that cannot change the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from benchmarks.noise import domain
from benchmarks.noise.protect import guarded

Language = Literal["ja", "en"]
Variants = Callable[[str, Random], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of noise in one language; `variants` yields noisy questions, likeliest first, none where it does not apply."""

    name: str
    language: Language
    about: str
    variants: Variants
    misspells: bool = False
    """Whether it writes a word in another way, which must not be another word of the domain."""

    def apply(self, question: str, rng: Random) -> str | None:
        """Return the question with one error, or None where this kind has nothing to do or everything is protected."""
        before = guarded(question, self.language)
        for noisy in self.variants(question, rng):
            if noisy == question or guarded(noisy, self.language) != before:
                continue
            if not (self.misspells and domain.words_in(noisy, self.language) - domain.words_in(question, self.language)):
                return noisy
        return None


def rng_for(seed: int, case: str, kind: str) -> Random:
    """Return the source of chance of one case and kind: the same in every run, whatever else is measured."""
    return Random(f"{seed}/{case}/{kind}")

"""The commands of whoever maintains the vocabulary: `evaluate` and `calibrate`, and what they print."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import databases
from assistant.cli import measure_texts as texts
from assistant.cli import streams
from assistant.tui.progress import progress
from assistant.tui.wrapping import cells

if TYPE_CHECKING:
    from assistant.answer.model import Language
    from assistant.evaluation.calibration import Point
    from assistant.evaluation.run import Evaluation

OK, AMISS = 0, 1
BAR = 40
"""Cells of the longest bar."""
SHOWN = 160
"""Characters of an answer that are shown."""


def evaluate(arguments: Namespace, language: Language) -> int:
    """Ask every case of the files and print the counts; 1 where one was not answered as expected."""
    from assistant.assistant import Assistant
    from assistant.evaluation.cases import read_cases
    from assistant.evaluation.run import evaluate as run

    cases = list(read_cases(map(Path, arguments.files)))
    assistant = Assistant.open(databases.named(arguments.db))
    with progress(texts.ASKING[language], len(cases)) as advance:
        found = run(assistant, cases, advance)
    summary = found.summary()
    if arguments.json:
        extra = {"shortcomings": [_shortcoming(found, n) for n in range(len(found.shortcomings))]} if arguments.show else {}
        streams.say_json({**summary, "tags": found.by_tag(), **extra})
    else:
        if arguments.show:
            streams.say("\n".join(_shown(found, language)))
        streams.say("\n".join([*_tags(found.by_tag(), language), " ".join(f"{k}={v}" for k, v in summary.items())]))
    return OK if not found.shortcomings else AMISS


def _shortcoming(found: Evaluation, number: int) -> dict[str, Any]:
    item = found.shortcomings[number]
    return {name: getattr(item, name) for name in item.__slots__}


def _shown(found: Evaluation, language: Language) -> Iterator[str]:
    """Yield the lines of every case that was not answered as expected."""
    names = texts.VERDICTS[language]
    for item in found.shortcomings:
        yield f"{names[item.verdict]}  {item.case}.{item.turn}  {item.question!r}"
        yield f"    {'; '.join(item.why)}"
        yield f"    -> {item.text[:SHOWN]!r}"


def _tags(tags: Mapping[str, Mapping[str, int]], language: Language) -> Iterator[str]:
    """Yield a line a tag, aligned by cells."""
    names = texts.VERDICTS[language]
    width = max(map(cells, tags), default=0)
    for tag, counts in tags.items():
        figures = "  ".join(f"{names[verdict]} {counts.get(verdict, 0):4}" for verdict in names)
        yield f"{_padded(tag, width)}  {figures}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def calibrate(arguments: Namespace, language: Language) -> int:
    """Print what other thresholds would give, and name the point that is chosen."""
    from assistant.assistant import Assistant
    from assistant.evaluation import calibration
    from assistant.evaluation.cases import read_cases

    cases = list(read_cases(map(Path, arguments.files)))
    assistant = Assistant.open(databases.named(arguments.db))
    with progress(texts.TRYING[language], calibration.steps()) as advance:
        points = calibration.calibrate(assistant, cases, advance)
    better = calibration.better(points)
    if arguments.json:
        streams.say_json({"points": list(map(_point, points)), "preferred": list(map(_point, better))})
    else:
        streams.say("\n".join(_curve(points, language)))
        streams.say("\n" + "\n".join(_closing(points, better, language)))
    return OK


def _point(point: Point) -> dict[str, Any]:
    return {name: getattr(point, name) for name in point.__slots__}


def _curve(points: Sequence[Point], language: Language) -> Iterator[str]:
    """Yield a line a point: the value, a bar of what is wrong, correct and missed, the counts, and a sign at the chosen one."""
    names = texts.VERDICTS[language]
    threshold = ""
    for point in points:
        if point.threshold != threshold:
            threshold = point.threshold
            yield f"\n{threshold}: {texts.THRESHOLDS[language][threshold]}"
        total = max(point.correct + point.wrong + point.missed, 1)
        wrong, missed = (ceil(BAR * count / total) for count in (point.wrong, point.missed))
        bar = "█" * (BAR - wrong - missed) + "░" * missed + "×" * wrong
        sign = texts.CHOSEN[language] if point.chosen else ""
        counts = f"{names['correct']} {point.correct:5}  {names['wrong']} {point.wrong:4}  {names['missed']} {point.missed:5}"
        yield f"  {point.value:>6}  {bar}  {counts}  {sign}".rstrip()


def _closing(points: Sequence[Point], better: Sequence[Point], language: Language) -> Iterator[str]:
    """Yield which point is chosen, and which others the rule would prefer."""
    chosen = ", ".join(f"{point.threshold}={point.value}" for point in points if point.chosen)
    yield texts.POINT[language].format(chosen=chosen)
    for point in better:
        yield texts.PREFERRED[language].format(
            threshold=point.threshold, value=point.value, correct=point.correct, wrong=point.wrong
        )
    if not better:
        yield texts.NONE_PREFERRED[language]

"""A small register of invented programmes, written as an importer writes one: more of one ministry than fit on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.browsing.register import PAGE
from assistant.store.register.model import Fault, Origin, Payment, Responsible, ReviewSheet, Stated, Tells
from assistant.store.register.writer import Watch, write

ORIGIN = Origin("judgit", "行政事業レビューシート", "Review sheets", "行政事業レビュー", "Review of programmes")
MANY = PAGE + 30
MILLION = 1_000_000
NAMED = (
    ("文部科学省", "2023-文科-22-9001", "月面温室研究事業", "研究振興局", "月面課", 500),
    ("文部科学省", "2023-文科-22-9002", "月面水素輸送事業", "研究振興局", "月面課", 300),
    ("厚生労働省", "2023-厚労-22-9001", "雪国往診支援事業", "医政局", "往診支援室", 700),
)
"""Ministry, number, name, bureau, division, million yen."""


def small_register(path: Path) -> Path:
    """Write the register and return its file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    source = path.with_suffix(".txt")
    source.write_text("", encoding="utf-8")
    write([source], _sheets, ORIGIN, path, strict=True, watch=Watch())
    source.unlink()
    return path


def _sheets(file: Path, tell: Tells | None = None) -> Iterator[ReviewSheet | Fault]:  # noqa: ARG001 (as importers are called)
    for ministry, number, name, bureau, division, millions in NAMED:
        yield _sheet(ministry, number, name, Responsible(bureau, division), millions)
    for index in range(MANY):
        name = f"港湾清掃第{index}号事業"
        yield _sheet("国土交通省", f"2023-国交-22-{index:04}", name, Responsible("港湾局", "清掃課"), index + 1)


def _sheet(ministry: str, number: str, name: str, contact: Responsible, millions: int) -> ReviewSheet:
    yen = millions * MILLION
    return ReviewSheet(
        2023,
        number,
        name,
        ministry,
        contacts=(contact,),
        accounts=("一般会計",),
        purpose=f"{name}の目的です。",
        overview=f"{name}の概要です。",
        amounts=(
            Stated(2022, "initial", yen, str(millions)),
            Stated(2022, "total", yen, str(millions)),
            Stated(2022, "executed", yen // 2, str(millions / 2)),
            Stated(2023, "initial", 2 * yen, str(2 * millions)),
            Stated(2023, "total", 2 * yen, str(2 * millions)),
            Stated(2024, "requested", 3 * yen, str(3 * millions)),
        ),
        payments=(Payment(2022, "A", 1, "株式会社みほん", None, yen // 2),),
    )

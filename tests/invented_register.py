"""A register of invented programmes with a history: five ministries, review years 2021 to 2023, every stage, payees, policies.

Figures are in million yen, by fiscal year. A sheet of review year R states R-3 to R, of R no execution, and asks for R+1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from assistant.store.register.model import Fault, Former, Origin, Payment, Responsible, ReviewSheet, Stated, Tells
from assistant.store.register.writer import Watch, write

ORIGIN = Origin("judgit", "行政事業レビューシート", "Review sheets", "行政事業レビュー", "Review of programmes")
MILLION = 1_000_000


class Year(NamedTuple):
    """What a programme had in a fiscal year, and what it spent (None: not yet stated)."""

    total: int
    executed: int | None = None
    initial: int | None = None
    supplementary: int = 0
    carried_in: int = 0
    carried_out: int = 0
    reserve: int = 0


@dataclass(frozen=True)
class Programme:
    """An invented programme."""

    ministry: str
    mark: str
    number: int
    name: str
    office: Responsible
    years: Mapping[int, Year]
    requested: Mapping[int, int]
    purpose: str
    overview: str = ""
    reviews: tuple[int, ...] = (2021, 2022, 2023)
    former_name: str = ""
    """What its sheets of 2021 call it, where that is another name."""
    paid: Mapping[int, Mapping[str, int]] = field(default_factory=dict)
    accounts: tuple[str, ...] = ("一般会計",)
    policies: tuple[str, ...] = ()
    start: int = 2015
    end: int | None = None

    def id(self, review: int | None = None) -> str:
        """Return the number of the sheet of a review year; of the newest, that of the programme."""
        year = review or self.reviews[-1]
        return f"{year}-{self.mark}-{year - 2001}-{self.number}"


GREENHOUSE = Programme(
    "文部科学省", "文科", 9001, "月面温室研究事業", Responsible("研究振興局", "月面課"),
    {
        2019: Year(100, 90),
        2020: Year(200, 150),
        2021: Year(300, 240, initial=250, supplementary=50),
        2022: Year(400, 200, initial=290, supplementary=100, carried_in=50, carried_out=-50, reserve=10),
        2023: Year(500, initial=450, carried_in=50),
    },
    {2022: 350, 2023: 520, 2024: 600},
    "月面で野菜を育てる技術を確かめます。",
    "温室の試作と栽培試験を行います。",
    paid={2021: {"国立大学法人つばめ大学": 240}, 2022: {"国立大学法人つばめ大学": 150, "株式会社みほん": 50}},
    policies=("宇宙政策",),
    start=2019,
    end=2027,
)  # fmt: skip
HYDROGEN = Programme(
    "文部科学省", "文科", 9002, "月面水素輸送事業", Responsible("研究振興局", "月面課"),
    {2021: Year(300, 300), 2022: Year(300, 30), 2023: Year(250)},
    {2024: 260},
    "月面で水素を運ぶ方法を比べます。",
    paid={2022: {"株式会社みほん": 30}},
    policies=("宇宙政策",),
)  # fmt: skip
SHIP = Programme(
    "文部科学省", "文科", 9003, "深海観測船建造事業", Responsible("研究開発局", "海洋課"),
    {2021: Year(1000, 900), 2022: Year(1500, 1200, initial=1000, supplementary=500), 2023: Year(2000)},
    {2024: 2500},
    "深海を観測する船を建造します。",
    paid={2022: {"三本松造船株式会社": 1200}},
    policies=("海洋政策",),
)  # fmt: skip
SNOW = Programme(
    "厚生労働省", "厚労", 9001, "雪国往診支援事業", Responsible("医政局", "往診支援室"),
    {2021: Year(600, 600), 2022: Year(700, 630), 2023: Year(800)},
    {2024: 900},
    "雪国で往診する医師を支えます。",
    "冬のあいだの医療を絶やさないよう、車両と人手を補助します。",
    paid={2022: {"国立大学法人つばめ大学": 630}},
    accounts=("年金特別会計",),
)  # fmt: skip
CARS = Programme(
    "厚生労働省", "厚労", 9002, "往診車整備費", Responsible("医政局", "往診支援室"),
    {2022: Year(80, 40), 2023: Year(90)},
    {2024: 70},
    "往診に使う車を整えます。",
    reviews=(2022, 2023),
    accounts=("年金特別会計",),
)  # fmt: skip
FERRY = Programme(
    "国土交通省", "国交", 9001, "離島航路維持事業", Responsible("海事局", "航路課"),
    {2021: Year(5000, 5000), 2022: Year(5200, 5044), 2023: Year(5400)},
    {2024: 5600},
    "離島に住む人の通院など、医療と暮らしを支える航路を保ちます。",
    paid={2022: {"島渡船株式会社": 4000, "株式会社みほん": 44}},
    policies=("海洋政策",),
)  # fmt: skip
RUINS = Programme(
    "国土交通省", "国交", 9002, "鉄道遺構活用事業", Responsible("鉄道局", "遺構室"),
    {2021: Year(400, 380), 2022: Year(250, 225), 2023: Year(0)},
    {2024: 0},
    "古い鉄道の跡を地域で活かします。",
    end=2022,
)  # fmt: skip
LIGHTHOUSE = Programme(
    "国土交通省", "国交", 9003, "灯台解体事業", Responsible("海事局", "灯台課"),
    {2019: Year(60, 55), 2020: Year(70, 65), 2021: Year(50)},
    {2022: 0},
    "使われなくなった灯台を解体します。",
    reviews=(2021,),
    end=2021,
)  # fmt: skip
RIVER = Programme(
    "国土交通省", "国交", 9004, "河川監視機整備事業", Responsible("水管理局", "監視課"),
    {2023: Year(0)},
    {2024: 800},
    "川の水位を見張る機器を整えます。",
    reviews=(2023,),
    start=2024,
)  # fmt: skip
BIRDS = Programme(
    "環境省", "環境", 9001, "渡り鳥広域調査事業", Responsible("自然環境局", "鳥類室"),
    {2021: Year(120, 100), 2022: Year(130, 110), 2023: Year(140)},
    {2024: 150},
    "渡り鳥の数を広い範囲で数えます。",
    former_name="渡り鳥調査事業",
)  # fmt: skip
HILLS = Programme(
    "環境省", "環境", 9002, "里山再生交付金", Responsible("自然環境局", "里山室"),
    {2021: Year(900, 810), 2022: Year(950, 900), 2023: Year(1000)},
    {2024: 1100},
    "里山の生き物のすみかを取り戻します。",
)  # fmt: skip
FARM_HILLS = Programme(
    "農林水産省", "農水", 9001, "里山再生交付金", Responsible("農村振興局", "農村課"),
    {2022: Year(3000, 2700), 2023: Year(3200)},
    {2024: 3300},
    "里山の田畑を耕し続けられるようにします。",
    reviews=(2022, 2023),
)  # fmt: skip
PROGRAMMES = (GREENHOUSE, HYDROGEN, SHIP, SNOW, CARS, FERRY, RUINS, LIGHTHOUSE, RIVER, BIRDS, HILLS, FARM_HILLS)


def invented_register(path: Path) -> Path:
    """Write the register and return its file."""
    source = path.with_suffix(".txt")
    source.write_text("", encoding="utf-8")
    write([source], _sheets, ORIGIN, path, strict=True, watch=Watch())
    source.unlink()
    return path


def _sheets(file: Path, tell: Tells | None = None) -> Iterator[ReviewSheet | Fault]:  # noqa: ARG001 (as importers are called)
    for programme in PROGRAMMES:
        for review in programme.reviews:
            yield _sheet(programme, review)


def _sheet(programme: Programme, review: int) -> ReviewSheet:
    renamed = programme.former_name and review > programme.reviews[0]
    former = (Former(programme.ministry, review - 1, programme.id(review - 1)),) if renamed else ()
    return ReviewSheet(
        review,
        programme.id(review),
        programme.former_name if programme.former_name and not renamed else programme.name,
        programme.ministry,
        contacts=(programme.office,),
        accounts=programme.accounts,
        policies=programme.policies,
        start_year=programme.start,
        end_year=programme.end,
        purpose=programme.purpose,
        overview=programme.overview or f"{programme.name}の概要です。",
        amounts=tuple(_amounts(programme, review)),
        payments=tuple(
            Payment(review - 1, "A", place, name, None, millions * MILLION)
            for place, (name, millions) in enumerate(programme.paid.get(review - 1, {}).items(), 1)
        ),
        former=former,
    )


def _amounts(programme: Programme, review: int) -> Iterator[Stated]:
    for fiscal_year in range(review - 3, review + 1):
        year = programme.years.get(fiscal_year)
        if year is None:
            continue
        stages = {
            "initial": year.total if year.initial is None else year.initial,
            "supplementary": year.supplementary,
            "carried in": year.carried_in,
            "carried out": year.carried_out,
            "reserve": year.reserve,
            "total": year.total,
        }
        if fiscal_year < review and year.executed is not None:
            stages["executed"] = year.executed
        for stage, millions in stages.items():
            yield Stated(fiscal_year, stage, millions * MILLION, str(millions))
    if review + 1 in programme.requested:
        yield Stated(review + 1, "requested", programme.requested[review + 1] * MILLION, str(programme.requested[review + 1]))

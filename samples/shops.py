"""The shops of the samples and what they sell: the same sales on every machine and in every version of Python."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections.abc import Iterator

FIRST_DAY, LAST_DAY = dt.date(2024, 12, 1), dt.date(2025, 2, 15)

SHOPS = ("st-basel", "st-bern", "st-chur", "st-davos", "st-geneva", "st-lugano", "st-popup")
"""st-popup is in no stores file; st-davos comes with the last one only."""

ROLES = ("Cashier", "Manager", "Self-service")

SCRIPTED_DAYS: dict[dt.date, dict[str, tuple[str, ...]]] = {
    # The only sale of its day; a correction moves it to the next day, and this one leaves the reports.
    dt.date(2025, 1, 13): {"st-popup": ("88.00",)},
    # Refunds only: the day's average is -5.005, rounded away from zero to -5.01.
    dt.date(2025, 2, 9): {"st-bern": ("-10.00",), "st-chur": ("-0.01",)},
    # Two shops share the top: the smaller token comes first.
    dt.date(2025, 2, 12): {"st-bern": ("300.00", "200.00"), "st-basel": ("500.00",), "st-chur": ("12.40",)},
    # Ranks 4 to 7 are equal and only five are shown.
    dt.date(2025, 2, 14): {
        "st-lugano": ("90.00",),
        "st-geneva": ("80.00",),
        "st-popup": ("70.00",),
        "st-davos": ("50.00",),
        "st-chur": ("25.00", "25.00"),
        "st-bern": ("50.00",),
        "st-basel": ("60.00", "-10.00"),
    },
    # Two shops, 10.01 together: the average is 5.005, rounded to 5.01.
    dt.date(2025, 2, 15): {"st-basel": ("10.00",), "st-geneva": ("0.01",)},
}


@dataclasses.dataclass(frozen=True)
class Sale:
    """One sale as the shop means it; `moment` is in UTC."""

    shop: str
    id: str
    receipt: str
    moment: dt.datetime
    amount: str
    source: str
    role: str


def all_sales() -> list[Sale]:
    """Every sale, by time."""
    dice = random.Random(20250101)
    numbers = dict.fromkeys(SHOPS, 0)
    sales = []
    for day, shop, amount in amounts(dice):
        numbers[shop] += 1
        seconds = int(dice.random() * 12 * 3600) + 8 * 3600
        moment = dt.datetime.combine(day, dt.time()) + dt.timedelta(
            seconds=seconds, milliseconds=int(dice.random() * 1000)
        )
        number = f"{numbers[shop]:05d}"
        sales.append(
            Sale(
                shop=shop,
                id=f"T{number}",
                receipt=f"R-{shop[3:6].upper()}-{number}",
                moment=moment,
                amount=amount,
                source="till" if dice.random() < 0.7 else "web",
                role=ROLES[int(dice.random() * len(ROLES))],
            )
        )
    return sorted(sales, key=lambda sale: (sale.moment, sale.shop))


def amounts(dice: random.Random) -> Iterator[tuple[dt.date, str, str]]:
    """Day, shop and amount of each sale; one in thirty is a refund."""
    for offset in range((LAST_DAY - FIRST_DAY).days + 1):
        day = FIRST_DAY + dt.timedelta(days=offset)
        if day in SCRIPTED_DAYS:
            for shop, scripted in SCRIPTED_DAYS[day].items():
                yield from ((day, shop, amount) for amount in scripted)
            continue
        for shop in SHOPS:
            for _ in range(int(dice.random() * 4)):
                cents = int(dice.random() ** 3 * 180_000) + 150
                refund = dice.random() < 1 / 30
                cents = cents // 10 if refund else cents
                yield day, shop, f"{'-' if refund else ''}{cents // 100}.{cents % 100:02d}"

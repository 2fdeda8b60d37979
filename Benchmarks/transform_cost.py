#!/usr/bin/env python3
"""Rows that an incremental `dbt build` reads, over ever longer histories, beside what a full refresh reads.

Counted on the emulator with small row groups (Tests/dbt/counting_emulator.py), which stand for Snowflake's
micro-partitions; what Snowflake itself would bill is not measured here. Writes Benchmarks/transform_cost.svg. Run it with
the Python of .venv-dbt.
"""

from __future__ import annotations

import argparse
import pathlib
import sys
import tempfile

CHECKOUT = pathlib.Path(__file__).parents[1]
sys.path.insert(0, str(CHECKOUT / "Tests/dbt"))

import scans  # noqa: E402

SERIES = {
    "full refresh": ("#c2352b", {"full": True}),
    "incremental, ids without order": ("#b4791a", {"ordered": False}),
    "incremental, ids that grow": ("#2563c9", {}),
}
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 80, 700, 40, 350


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, nargs="+", default=[20, 60, 120, 200])
    days = parser.parse_args().days
    found: dict[str, list[tuple[int, int]]] = {}
    for name, (_, options) in SERIES.items():
        for count in days:
            with tempfile.TemporaryDirectory() as folder:
                reads = scans.incremental_reads(pathlib.Path(folder), count, **options)
            found.setdefault(name, []).append((reads.history_rows, reads.total))
            print(f"{name:32}  history {reads.history_rows:>9,}  read {reads.total:>10,}", flush=True)
    for name, points in found.items():
        (short, least), (long, most) = points[0], points[-1]
        print(f"{name}: {long / short:.0f} times the history, {most / least:.2f} times the rows read")
    (CHECKOUT / "Benchmarks/transform_cost.svg").write_text(plot(found))


def plot(series: dict[str, list[tuple[int, int]]]) -> str:
    """Lines over the length of the history; both axes linear and from zero."""
    widest = max(x for points in series.values() for x, _ in points)
    highest = max(y for points in series.values() for _, y in points)

    def place(x: float, y: float) -> tuple[float, float]:
        return LEFT + x / widest * (RIGHT - LEFT), BOTTOM - y / highest * (BOTTOM - TOP)

    shapes = []
    for part in range(5):
        value = highest * part / 4
        _, y = place(0, value)
        shapes.append(f'<line x1="{LEFT}" y1="{y:.1f}" x2="{RIGHT}" y2="{y:.1f}" stroke="#d5dae0"/>')
        shapes.append(text(LEFT - 8, y + 4, short(value), "end"))
    for x in sorted({x for points in series.values() for x, _ in points}):
        shapes.append(text(place(x, 0)[0], BOTTOM + 20, short(x), "middle"))
    shapes.append(text((LEFT + RIGHT) / 2, BOTTOM + 42, "rows of sales in the history", "middle"))
    shapes.append(text(LEFT, TOP - 18, "rows read by a build after one more day (1,020 rows)", "start"))
    for name, points in series.items():
        color = SERIES[name][0]
        placed = [place(x, y) for x, y in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in placed)
        shapes.append(f'<polyline points="{path}" fill="none" stroke="{color}" stroke-width="2.5"/>')
        shapes += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{color}"/>' for x, y in placed]
        x, y = placed[-1]
        shapes.append(text(x - 6, y - 9, f"{name}: {short(points[-1][1])}", "end", color))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
            ' font-family="system-ui, sans-serif" font-size="13">',
            "<title>Rows read by a build</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
            *shapes,
            "</svg>",
            "",
        ]
    )


def text(x: float, y: float, words: str, anchor: str, color: str = "#3b4653") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{color}">{words}</text>'


def short(value: float) -> str:
    """`20k`, `1.3M`."""
    if value >= 1_000_000:
        return f"{value / 1_000_000:.1f}M"
    return f"{value / 1000:.0f}k" if value >= 1000 else f"{value:.0f}"


if __name__ == "__main__":
    main()

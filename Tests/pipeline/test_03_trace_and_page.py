"""The reports in a terminal and as a page in a real browser, and the way from a line of them to rows and objects."""

from __future__ import annotations

import csv
import json
import pathlib
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline import Pipeline
from product import DONE, ROOT, USAGE, Product
from test_03_reports import SAMPLES

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: make setup-tests")
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome", "chromium-browser")
SCREENS = {"phone": (390, 844), "desk": (1280, 900)}


def expected(report: str) -> list[dict[str, str]]:
    with (SAMPLES / "expected" / f"{report}.csv").open() as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def page_file(session_pipeline: Pipeline, product: Product, tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The page over the sample files."""
    file = tmp_path_factory.mktemp("page") / "report.html"
    product.run("report", "--env", "local", "--html", str(file)).ended(DONE)
    return file


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        pytest.skip("no browser: apt-get install chromium-headless-shell")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def test_the_three_reports_are_printed_with_totals(session_pipeline: Pipeline, product: Product) -> None:
    text = product.run("report", "--env", "local").ended(DONE).out
    assert text.index("Daily sales") < text.index("Top stores") < text.index("Transactions lifecycle")
    assert "40 days" in text and "7 batches" in text
    reports = json.loads(product.run("report", "--env", "local", "--format", "json").ended(DONE).out)
    wanted = expected("report_daily_sales")
    assert [day["date"] for day in reports["dailySales"]] == [row["transaction_date"] for row in wanted]
    assert [f"{day['total']:.2f}" for day in reports["dailySales"]] == [row["total_amount"] for row in wanted]


@pytest.mark.parametrize("screen", SCREENS)
def test_the_page_fits_the_screen_in_light_and_dark(
    page_file: pathlib.Path, browser: Any, screen: str, tmp_path: pathlib.Path
) -> None:
    grounds = set()
    for scheme in ("light", "dark"):
        width, height = SCREENS[screen]
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        requests: list[str] = []
        page.on("request", lambda request, seen=requests: seen.append(request.url))
        page.goto(page_file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert requests == [page_file.as_uri()]
        assert page.locator("svg[role=img]").count() == 3
        assert page.locator("svg[aria-labelledby^=daily] rect").count() == 40
        assert page.evaluate(OVERLAPS) == []
        assert (
            page.evaluate(
                "Math.min(...[...document.querySelectorAll('svg text')].map(t => t.getBoundingClientRect().height))"
            )
            > 9
        )
        grounds.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        for summary in page.locator("summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("tbody tr").count() > 80
        assert len(page.screenshot(full_page=True, path=tmp_path / f"{screen}-{scheme}.png")) > 20_000
        context.close()
    assert len(grounds) == 2


OVERLAPS = """
() => {
  const faults = [];
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
    boxes.forEach(([text, a], i) => {
      const inside = a.left >= frame.left - 1 && a.right <= frame.right + 1 && a.bottom <= frame.bottom + 2;
      if (!inside) faults.push('outside: ' + text);
      boxes.slice(i + 1).forEach(([other, b]) => {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > 3) faults.push(text + ' over ' + other);
      });
    });
  }
  return faults;
}
"""


def test_a_day_is_traced_to_its_rows_and_objects(session_pipeline: Pipeline, product: Product) -> None:
    day = next(row for row in expected("report_daily_sales") if row["transaction_date"] == "2025-01-14")
    trace = json.loads(
        product.run("trace", "--env", "local", "--date", "2025-01-14", "--format", "json").ended(DONE).out
    )
    assert f"{trace['total']:.2f}" == day["total_amount"]
    assert trace["rowCount"] == sum(file["rows"] for file in trace["files"]) == len(trace["rows"])
    found = {file["sourceFilename"]: file["object"] for file in trace["files"]}
    assert set(found) == {"inbox/north/sales_20250119.csv.gz", "inbox/sales_20250119_resent.csv"}
    for key, there in found.items():
        body = session_pipeline.s3.get_object(Bucket=there["bucket"], Key=there["key"], VersionId=there["versionId"])
        (sample,) = [
            entry["file"] for entry in json.loads((SAMPLES / "manifest.json").read_text()) if entry["key"] == key
        ]
        assert body["Body"].read() == (ROOT / "samples" / sample).read_bytes()


def test_a_sale_is_traced_through_all_its_versions(session_pipeline: Pipeline, product: Product) -> None:
    rows = session_pipeline.warehouse.rows(
        "SELECT STORE_TOKEN, TRANSACTION_ID FROM STAGE.RECEIVED_SALES WHERE REJECTION_REASON IS NULL "
        "GROUP BY STORE_TOKEN, TRANSACTION_ID HAVING COUNT(DISTINCT SOURCE_FILENAME) > 1 ORDER BY 1, 2 LIMIT 1"
    )
    store, transaction = rows[0]["store_token"], rows[0]["transaction_id"]
    ending = product.run("trace", "--env", "local", "--store", store, "--transaction", transaction, "--format", "json")
    trace = json.loads(ending.ended(DONE).out)
    assert [row["outcome"] for row in trace["rows"]].count("valid") == 1
    assert {"valid", "superseded"} == {row["outcome"] for row in trace["rows"]}


def test_a_batch_is_traced_with_the_rows_that_were_rejected(session_pipeline: Pipeline, product: Product) -> None:
    ending = product.run("trace", "--env", "local", "--report", "lifecycle", "--date", "2025-01-05", "--rows", "1000")
    assert ending.ended(DONE).out.count("rejected: ") == 6
    assert "393 rows, 383 of them valid" not in ending.out and "393, 383 of them valid rows" in ending.out


def test_a_line_that_nobody_could_mean_is_refused_or_empty(session_pipeline: Pipeline, product: Product) -> None:
    assert "YYYY-MM-DD" in product.run("trace", "--env", "local", "--date", "14.1.2025").ended(USAGE).err
    assert "No row of RAW.SALES" in product.run("trace", "--env", "local", "--date", "1999-01-01").ended(DONE).out

"""What leaves a report is read back by programs that know nothing of it, and compared with the table number by number."""
import csv
import datetime
import json
import math
import os
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import zipfile
from xml.etree import ElementTree

import tap

try:
    import openpyxl
except ImportError:
    openpyxl = None

NAMES = ["short", "list", "wide", "formulas", "empty", "masters"]
CHARTS = ["bars", "stacked", "lines", "areas", "waterfall", "pareto"]
MAPS = ["heat", "cohorts"]
SEEDS = [str(seed) for seed in range(1, 16)]
COUNT, MONEY, PERCENT, MINUTES, QUANTITY, DAYS, DAY, TEXT = range(8)
TENS = {COUNT: 1, MONEY: 100, PERCENT: 10000, MINUTES: 60, QUANTITY: 1000, DAYS: 1}
SUBTOTAL, TOTAL = 1, 3
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
MARKED = tuple("=@+-")


class Samples:
    """A folder with the tables of those names in all kinds of files."""

    def __init__(self, names):
        self.names = names

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="report-files-")
        subprocess.run([os.environ["REPORT_SAMPLE"], self.path, *self.names], check=True, timeout=300,
                       env={**os.environ, "LC_ALL": "C.UTF-8"})
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def file(self, name, ending):
        return os.path.join(self.path, name + ending)

    def expected(self, name):
        with open(self.file(name, ".expected"), encoding="utf-8") as file:
            return json.load(file)


def iso(day):
    return str(datetime.date(1970, 1, 1) + datetime.timedelta(days=day))


def is_named(table, row, column, want, got):
    """A label that the table leaves out is that of its group, or says that the row is the total."""
    return want is None and (column < table["n_groupings"] or (column == 0 and table["rows"][row]["kind"] == TOTAL)) \
        and isinstance(got, str) and got != ""


def same_number(unit, want, got):
    if unit == DAY:
        return got == want + 25569
    return math.isclose(got * TENS[unit], want, rel_tol=1e-12, abs_tol=1e-6)


# ---- JSON and CSV

def compare_json(samples, name):
    table = samples.expected(name)
    with open(samples.file(name, ".json"), encoding="utf-8") as file:
        rows = json.load(file)
    assert len(rows) == len(table["rows"]), (len(rows), len(table["rows"]))
    for at, (row, want) in enumerate(zip(rows, table["rows"])):
        assert list(row) == ["row", "incomplete"] + [c["key"] for c in table["columns"]], row
        assert row["row"] == ["line", "subtotal", "rest", "total"][want["kind"]]
        assert row["incomplete"] is want["incomplete"]
        for i, (column, cell) in enumerate(zip(table["columns"], want["cells"])):
            got = row[column["key"]]
            expected = iso(cell) if column["unit"] == DAY and isinstance(cell, int) else cell
            assert got == expected or is_named(table, at, i, cell, got), (at, column, cell, got)


def csv_number(unit, text):
    value = float(text.replace(",", ".").rstrip("%"))
    return value / 100 if unit == PERCENT else value


def same_in_csv(unit, want, got):
    if want is None:
        return got == ""
    if unit == DAY:
        return got == iso(want)
    if unit == MINUTES:  # hundredths of hours: still the same minute
        return round(csv_number(unit, got) * 60) == want
    return same_number(unit, want, csv_number(unit, got)) and "." not in got


def compare_csv(samples, name):
    table = samples.expected(name)
    with open(samples.file(name, ".csv"), encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";") if table["columns"] else [[]] + [[]] * len(table["rows"])
    assert len(head) == len(table["columns"]) and len(rows) == len(table["rows"]), (head, len(rows))
    for at, (row, want) in enumerate(zip(rows, table["rows"])):
        # A line with one empty field is no line for the reader of Python.
        row = row or [""] * len(want["cells"])
        for i, (column, cell, got) in enumerate(zip(table["columns"], want["cells"], row, strict=True)):
            if isinstance(cell, str):
                assert got.lstrip("'") == cell.lstrip("'") and not got.startswith(MARKED), (at, cell, got)
            else:
                assert same_in_csv(column["unit"], cell, got) or is_named(table, at, i, cell, got), (at, column, cell, got)


# ---- Excel

def sheet_of(samples, name, index=0):
    if openpyxl is None:
        raise tap.Skip("python3-openpyxl is not installed")
    return openpyxl.load_workbook(samples.file(name, ".xlsx")).worksheets[index]


def table_rows(sheet, table):
    """The rows below the headings, which stand where the pane is frozen."""
    first = int(re.sub("[A-Z]", "", sheet.freeze_panes))
    return [[cell for cell in row] for row in sheet.iter_rows(min_row=first, max_row=first + len(table["rows"]) - 1,
                                                              max_col=len(table["columns"]))] if table["rows"] else []


def number_in(cell):
    if cell.is_date:
        return openpyxl.utils.datetime.to_excel(cell.value)
    return cell.value


def compare_xlsx(samples, name):
    table = samples.expected(name)
    if not table["columns"]:
        return
    rows = table_rows(sheet_of(samples, name), table)
    for at, (row, want) in enumerate(zip(rows, table["rows"], strict=True)):
        for i, (column, cell, got) in enumerate(zip(table["columns"], want["cells"], row, strict=True)):
            if isinstance(cell, str):
                assert got.data_type == "s", (cell, got.value, got.data_type)
                plain = re.sub("_x([0-9A-F]{4})_", lambda m: chr(int(m[1], 16)), got.value)
                assert plain in (cell, cell + " *"), (cell, got.value)
            elif cell is None:
                assert got.value is None or is_named(table, at, i, None, got.value), (at, column, got.value)
            elif column["unit"] == DAY and cell < -25508:
                assert got.data_type == "s", got.value
            elif column["unit"] == TEXT:
                assert got.value is None or got.value == cell, (cell, got.value)
            else:
                assert got.data_type in "nd" and same_number(column["unit"], cell, number_in(got)), (column, cell, got.value)
        if want["kind"] == TOTAL:
            assert all(got.font.b for got in row if got.value is not None)


def has_calc(office):
    return os.path.exists(os.path.join(os.path.dirname(os.path.realpath(office)), "libsclo.so"))


def opened_by_office(samples, names):
    """The first sheets as LibreOffice reads them: the numbers as they are kept, not as they are shown."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if not office or not has_calc(office):
        raise tap.Skip("LibreOffice Calc is not installed")
    subprocess.run([office, f"-env:UserInstallation=file://{samples.path}/profile", "--headless", "--norestore", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", samples.path + "/opened",
                    *(samples.file(name, ".xlsx") for name in names)],
                   check=True, capture_output=True, timeout=240, env={**os.environ, "HOME": samples.path})
    for name in names:
        with open(f"{samples.path}/opened/{name}.csv", encoding="utf-8", newline="") as file:
            yield name, list(csv.reader(file))


# ---- pictures of Excel

def chart_of(samples, name):
    with zipfile.ZipFile(samples.file(name, ".xlsx")) as book:
        charts = [part for part in book.namelist() if part.startswith("xl/charts/")]
        return ElementTree.fromstring(book.read(charts[0])) if charts else None


def formulas_of(series, what):
    return [f.text for f in series.findall(f"{CHART}{what}//{CHART}f")]


# ---- PDF

def pdf_text(path):
    return subprocess.run(["pdftotext", "-raw", "-enc", "UTF-8", path, "-"], check=True, capture_output=True, text=True,
                          timeout=120).stdout


def squeeze(text):
    return re.sub(r"[\s\u00a0\u00ad\u2003-]", "", text)


def assert_in_order(text, parts, name):
    place = 0
    for part in parts:
        found = text.find(squeeze(part), place)
        assert found >= 0, (name, part, text[place:place + 200])
        place = found + len(squeeze(part))


def test_json_is_the_table():
    with Samples(NAMES + CHARTS) as samples:
        for name in samples.names:
            compare_json(samples, name)


def test_each_row_names_its_groups():
    with Samples(["short"]) as samples:
        with open(samples.file("short", ".json"), encoding="utf-8") as file:
            names = [(row["employee"], row["month"]) for row in json.load(file)]
        anna, maria = "Anna Bērziņa", "Мария Иванова-Петровская"
        months = [None, "April 2025", "May 2025", "June 2025"]
        wanted = [(anna, month) for month in months] + [(maria, month) for month in months] + [("Total", None)]
        assert names == wanted, names
        with open(samples.file("short", ".csv"), encoding="utf-8-sig", newline="") as file:
            assert [(row[0], row[1] or None) for row in csv.reader(file, delimiter=";")][1:] == wanted
        rows = sheet_of(samples, "short").iter_rows(min_row=5, max_row=13, max_col=2)
        assert [tuple(cell.value and cell.value.removesuffix(" *") for cell in row) for row in rows] == wanted


def test_time_is_rounded_to_hundredths_of_hours():
    with Samples(["short"]) as samples, open(samples.file("short", ".csv"), encoding="utf-8-sig", newline="") as file:
        hours = [row[6] for row in csv.reader(file, delimiter=";")][1:]
        assert hours == ["33,50", "10,08", "11,17", "12,25", "33,55", "10,10", "11,18", "12,27", "67,05"], hours


def test_csv_is_the_table():
    with Samples(NAMES + CHARTS) as samples:
        for name in samples.names:
            compare_csv(samples, name)


def test_workbook_is_the_table():
    with Samples(NAMES + CHARTS + MAPS) as samples:
        for name in samples.names:
            compare_xlsx(samples, name)


def test_workbook_has_formats_and_a_total_row():
    with Samples(["short"]) as samples:
        sheet = sheet_of(samples, "short")
        rows = list(sheet.iter_rows(min_row=5, max_row=13))
        assert sheet.freeze_panes == "C5", sheet.freeze_panes
        assert [cell.number_format for cell in rows[1]] == ["@", "@", "#,##0", '#,##0.00\\ "€"', '#,##0.00\\ "€"',
                                                            "+0.0%;-0.0%;0.0%", "#,##0.00"]
        assert [cell.value for cell in rows[8]] == ["Total", None, 96, 11171.34, 5519.98, 1.0238, 67.05]
        assert all(cell.font.b and cell.border.top.style == "thin" for cell in rows[8])
        assert sheet.row_dimensions[6].outline_level == 1 and sheet.row_dimensions[5].outline_level == 0
        assert sheet.print_title_rows.replace("$", "") == "4:4", sheet.print_title_rows
        assert [sheet.cell(row, 1).value for row in (15, 16, 17)] == [
            "* This period is not over yet.", "Sold is what clients paid for work and goods, after discounts and with tax.",
            "A visit with two employees counts for each of them and once in the total."]


def test_texts_never_become_formulas():
    with Samples(["formulas"]) as samples:
        if openpyxl is None:
            raise tap.Skip("python3-openpyxl is not installed")
        book = openpyxl.load_workbook(samples.file("formulas", ".xlsx"))
        for cell in (cell for sheet in book for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f" and cell.hyperlink is None, cell.value
        for _, rows in opened_by_office(samples, ["formulas"]):
            shown = [cell for row in rows for cell in row]
            assert "=1+1" in shown and "2" not in shown and "3" not in shown, rows


def test_other_spreadsheet_reads_the_same_numbers():
    with Samples(["short", "list", "wide", "pareto"]) as samples:
        for name, rows in opened_by_office(samples, samples.names):
            table = samples.expected(name)
            head = [row[:len(table["columns"])] for row in rows].index([c["heading"] for c in table["columns"]])
            for row, want in zip(rows[head + 1:], table["rows"]):
                for column, cell, got in zip(table["columns"], want["cells"], row):
                    if isinstance(cell, int) and column["unit"] != DAY:
                        number = float(got.rstrip("%")) / (100 if got.endswith("%") else 1)
                        assert same_number(column["unit"], cell, number), (name, column, cell, got)


def test_charts_of_excel_refer_to_their_values():
    types = {"bars": "barChart", "stacked": "barChart", "lines": "lineChart", "areas": "areaChart", "waterfall": "barChart",
             "pareto": "barChart"}
    with Samples(CHARTS) as samples:
        for name in CHARTS:
            root = chart_of(samples, name)
            assert root.find(f".//{CHART}{types[name]}") is not None, name
            series = root.findall(f".//{CHART}ser")
            first = 2 if name == "waterfall" else 1
            for at, one in enumerate(series):
                letter = "ABCDEFGH"[first + at]
                assert formulas_of(one, "cat") == ["Chart!$A$2:$A$6"], formulas_of(one, "cat")
                assert formulas_of(one, "val") == [f"Chart!${letter}$2:${letter}$6"], formulas_of(one, "val")
                assert formulas_of(one, "tx") == [f"Chart!${letter}$1"], formulas_of(one, "tx")
            assert len(series) == (6 if name == "waterfall" else 2), name


def test_bars_of_many_names_lie():
    with Samples(["masters", "bars"]) as samples:
        assert chart_of(samples, "masters").find(f".//{CHART}barDir").get("val") == "bar"
        assert chart_of(samples, "bars").find(f".//{CHART}barDir").get("val") == "col"
        root = chart_of(samples, "masters")
        assert root.find(f".//{CHART}catAx//{CHART}orientation").get("val") == "maxMin"
        assert root.find(f".//{CHART}valAx//{CHART}orientation").get("val") == "minMax"


def test_pareto_has_a_line_on_a_second_axis():
    with Samples(["pareto"]) as samples:
        root = chart_of(samples, "pareto")
        bars, lines = root.find(f".//{CHART}barChart"), root.find(f".//{CHART}lineChart")
        axes = {axis.find(f"{CHART}axId").get("val"): axis for axis in root.iter() if axis.tag in (CHART + "catAx", CHART + "valAx")}
        assert [len(chart.findall(f"{CHART}ser")) for chart in (bars, lines)] == [1, 1]
        of_bars = {axis.get("val") for axis in bars.findall(f"{CHART}axId")}
        of_lines = {axis.get("val") for axis in lines.findall(f"{CHART}axId")}
        assert not of_bars & of_lines and of_bars | of_lines == set(axes), (of_bars, of_lines, set(axes))
        for chart_axes in (of_bars, of_lines):
            assert {axes[axis].find(f"{CHART}crossAx").get("val") for axis in chart_axes} == chart_axes
        assert [axes[a].find(f"{CHART}crosses").get("val") for a in of_lines if axes[a].tag == CHART + "valAx"] == ["max"]
        if openpyxl is not None:
            openpyxl.load_workbook(samples.file("pareto", ".xlsx"))


def test_waterfall_stands_on_what_was_reached():
    with Samples(["waterfall"]) as samples:
        rows = [[cell.value for cell in row] for row in sheet_of(samples, "waterfall", 1).iter_rows(min_row=2, min_col=2)]
        # The value, then: base, level, up, down, up below the line, down below the line.
        assert rows == [[100, None, 100, None, None, None, None], [40, 100, None, 40, None, None, None],
                        [-60, 80, None, None, 60, None, None], [-120, None, None, None, 80, None, -40],
                        [70, None, None, 30, None, -40, None]], rows


def test_maps_have_a_scale_of_colours():
    with Samples(MAPS) as samples:
        for name in MAPS:
            sheet = sheet_of(samples, name, 1)
            ranges = [str(r.sqref) for r in sheet.conditional_formatting]
            kinds = [rule.type for r in sheet.conditional_formatting for rule in r.rules]
            assert (ranges, kinds) == (["B2:F3"], ["colorScale"]), (ranges, kinds)
            assert [cell.value for cell in sheet[2]] == ["Number", 100, 40, -60, -120, 70]


def test_pages_tell_every_number_in_order():
    with Samples(NAMES) as samples:
        for name in ("short", "list"):
            table = samples.expected(name)
            rows = [cell for row in table["rows"] for cell in row["shown"] if cell]
            assert_in_order(squeeze(pdf_text(samples.file(name, ".pdf"))), [table["title"]] + rows, name)
        table = samples.expected("wide")
        text = squeeze(pdf_text(samples.file("wide", ".pdf")))
        for row in table["rows"]:
            for cell in row["shown"]:
                assert squeeze(cell) in text, cell


def test_pages_are_numbered_and_have_the_headings():
    with Samples(["list", "wide"]) as samples:
        for name in samples.names:
            pages = pdf_text(samples.file(name, ".pdf")).split("\f")[:-1]
            assert len(pages) > 1, name
            for number, page in enumerate(pages, 1):
                assert f"Page {number} of {len(pages)}" in page, (name, number)
                assert "Salon Rose" in page and "Client" in page, (name, number)


def at_most(size):
    """No file of the program grows larger: what a full disk does."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def test_what_does_not_fit_on_the_disk_is_not_there():
    with Samples([]) as samples:
        for ending, size in ((".xlsx", 4096), (".xlsx", 100000), (".xlsx", 200000), (".csv", 4096), (".json", 100000),
                             (".txt", 4096), (".pdf", 100000)):
            done = subprocess.run([os.environ["REPORT_SAMPLE"], samples.path, "many" + ending], check=False, capture_output=True,
                                  text=True, timeout=120, preexec_fn=at_most(size), env={**os.environ, "TMPDIR": samples.path})
            assert done.returncode == 1 and f"“many{ending}” was not written" in done.stderr \
                or "disk is full" in done.stderr, (ending, size, done)
            assert os.listdir(samples.path) == [], (ending, size, os.listdir(samples.path))


def test_ten_thousand_rows():
    with Samples(["many"]) as samples:
        for compare in (compare_json, compare_csv, compare_xlsx):
            compare(samples, "many")
        text = squeeze(pdf_text(samples.file("many", ".pdf")))
        assert_in_order(text, [row["shown"][2] for row in samples.expected("many")["rows"]], "many")


def test_random_tables_come_back():
    with Samples(SEEDS) as samples:
        for name in SEEDS:
            compare_json(samples, name)
            compare_csv(samples, name)
            compare_xlsx(samples, name)
            with open(samples.file(name, ".pdf"), "rb") as file:
                assert file.read(5) == b"%PDF-"


if __name__ == "__main__":
    tap.main()

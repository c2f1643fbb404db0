"""Reports from the command line: every report in every kind of file, what is asked, and what is refused."""
import atexit
import csv
import functools
import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import zipfile
from xml.etree import ElementTree

import tap

FORMATS = ("text", "csv", "json", "xlsx", "pdf", "svg", "png")
BEGINNINGS = {"xlsx": b"PK", "pdf": b"%PDF-", "png": b"\x89PNG", "svg": b"<?xml"}
USAGE, REFUSED, FILE = 2, 1, 3


@functools.lru_cache(maxsize=None)
def folder():
    """A demo salon, for all tests: they change nothing but the log of exports."""
    path = tempfile.mkdtemp(prefix="ctl-report-")
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    subprocess.run([os.environ["SALONCTL"], "--database", os.path.join(path, "test.salon"), "generate", "--size", "demo"],
                   check=True, capture_output=True, timeout=240)
    return path


def run(*arguments, language=""):
    return subprocess.run([os.environ["SALONCTL"], "--database", os.path.join(folder(), "test.salon"), *arguments], check=False,
                          capture_output=True, text=True, timeout=120, env={**os.environ, "LANGUAGE": language})


def answer(*arguments):
    done = run(*arguments)
    assert done.returncode == 0 and done.stderr == "", (arguments, done.stdout, done.stderr)
    return done.stdout


def rows(*arguments):
    return json.loads(answer("report", *arguments, "--format", "json"))


def total(*arguments):
    found = [row for row in rows(*arguments) if row["row"] == "total"]
    return found[0] if found else None


def refused(status, *arguments):
    before = sorted(os.listdir(folder()))
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (status, ""), (arguments, done.returncode, done.stdout, done.stderr)
    assert sorted(os.listdir(folder())) == before, (arguments, before, os.listdir(folder()))
    return done.stderr.removeprefix("salonctl: ").strip()


def sql(text, *values):
    connection = sqlite3.connect(os.path.join(folder(), "test.salon"))
    try:
        return connection.execute(text, values).fetchall()
    finally:
        connection.close()


def reports():
    return [row["report"] for row in json.loads(answer("--json", "report", "list"))]


def test_list_tells_what_each_answers():
    listed = json.loads(answer("--json", "report", "list"))
    assert {"sales", "sales-by-employee"} <= {row["report"] for row in listed}, listed
    assert all(row["title"] and row["group"] and row["answers"].endswith((".", "?")) for row in listed), listed
    assert len({row["report"] for row in listed}) == len(listed)


def test_every_report_in_every_format():
    for name in reports():
        table = rows(name)
        for kind in FORMATS:
            path = os.path.join(folder(), f"{name}.{kind}")
            done = run("report", name, "--format", kind, "-o", path)
            if kind in ("svg", "png") and done.returncode == REFUSED:
                assert "This report has no chart to draw." in done.stderr and not os.path.exists(path), (name, done)
                continue
            assert done.returncode == 0, (name, kind, done.stderr)
            with open(path, "rb") as file:
                assert file.read().startswith(BEGINNINGS.get(kind, b"")), (name, kind)
            os.unlink(path)
        printed = list(csv.reader(io.StringIO(answer("report", name, "--format", "csv").lstrip("\ufeff")), delimiter=";"))
        assert len(printed) == len(table) + 1, (name, len(printed), len(table))


def test_names_of_clients_are_logged():
    """Once each, with what was asked; the log gives the file again.  Sums leave as they like."""
    path = os.path.join(folder(), "named")
    before = sql("SELECT coalesce (max (id), 0) FROM export_log")[0][0]
    log = "SELECT kind, format, complete, spec, columns, n_rows, file_name FROM export_log WHERE id > ? ORDER BY id"
    for kind in FORMATS:
        answer("report", "sales-by-client", "--top", "5", "--format", kind, "-o", f"{path}.{kind}")
        answer("report", "sales", "--format", kind, "-o", path + ".sums")
    answer("report", "birthdays", "--format", "csv", "-o", path + ".list")
    logged = sql(log, before)
    assert sorted(row[1] for row in logged[:-1]) == [1, 2, 4, 5, 6, 8, 9], logged
    for row in logged[:-1]:
        assert row[:1] + row[2:4] == ("report", 1, "sales-by-client top 5") and row[4].startswith("Client, Sold"), row
        assert row[5] == 5 and row[6].startswith("named."), row
    assert logged[-1][3].startswith("birthdays") and logged[-1][6] == "named.list", logged[-1]
    listed = json.loads(answer("--json", "export", "list"))[0]
    assert (listed["report"], listed["what"].split(":")[0], listed["file"]) == ("birthdays", "Birthdays", "named.list"), listed
    answer("export", "fetch", str(listed["id"]), "-o", path + ".again")
    with open(path + ".list", "rb") as first, open(path + ".again", "rb") as second:
        assert first.read() == second.read()
    rows_before = len(logged)
    nowhere = run("report", "sales-by-client", "-o", os.path.join(folder(), "nowhere", "named.csv"))
    assert nowhere.returncode == FILE and "“named.csv” was not written: there is no such folder." in nowhere.stderr, nowhere
    answer("report", "sales-by-client", "--format", "csv")  # who reads it takes nothing away
    assert len(sql(log, before)) == rows_before
    for name in os.listdir(folder()):
        if name.startswith("named."):
            os.unlink(os.path.join(folder(), name))


def test_name_of_the_file_says_the_format():
    path = os.path.join(folder(), "sales.PDF")
    answer("report", "sales", "-o", path)
    with open(path, "rb") as file:
        assert file.read(5) == b"%PDF-"
    os.unlink(path)


def test_picture_is_printed_as_svg():
    assert ElementTree.fromstring(answer("report", "sales", "--format", "svg").encode()).tag.endswith("svg")


def test_words_of_a_report_are_taken():
    words = json.loads(answer("--json", "report", "words", "sales-by-employee"))
    by = [word["word"] for word in words if word["option"] == "--by"]
    show = [word["word"] for word in words if word["option"] == "--show"]
    assert "employee" in by and "sold" in show, words
    for word in by:
        answer("report", "sales-by-employee", "--by", word)
    table = rows("sales-by-employee", "--by", "nothing", "--show", ",".join(show))
    assert [row["row"] for row in table] == ["total"] and set(show) <= set(table[0]), table


def test_days_are_those_that_were_said():
    by_option = rows("sales", "--from", "2026-01-01", "--to", "2026-03-31", "--by", "month")
    by_text = rows("sales by month during 2026-01-01..2026-03-31")
    assert by_option == by_text, (by_option, by_text)
    parts = [total("sales", "--from", f"2026-0{m}-01", "--to", f"2026-0{m}-{d}", "--by", "month") for m, d in ((1, 31), (2, 28), (3, 31))]
    whole = total("sales", "--from", "2026-01-01", "--to", "2026-03-31", "--by", "month")
    assert whole["sold"] == sum(part["sold"] for part in parts) > 0, (whole, parts)


def test_only_some_by_name_and_by_number():
    employees = [row for row in rows("sales-by-employee", "--by", "employee") if row["row"] == "line"]
    name = employees[0]["employee"]
    ids = [row[0] for row in sql("SELECT id FROM employee WHERE first_name || ' ' || surname = ?", name)]
    by_name = rows("sales-by-employee", "--by", "employee", "--only", f"employee={name}")
    assert [row["employee"] for row in by_name if row["row"] == "line"] == [name], by_name
    assert by_name == rows("sales-by-employee", "--by", "employee", "--only", f"employee={ids[0]}")
    assert total("sales-by-employee", "--by", "employee", "--only", f"employee={name}")["sold"] == employees[0]["sold"]


def test_only_some_by_their_words():
    statuses = {row["status"]: row["sold"] for row in rows("sales", "--by", "status") if row["row"] == "line"}
    assert len(statuses) > 2, statuses
    for word, label in (("permanent", "Permanent"), ("new", "New")):
        table = rows("sales", "--by", "status", "--only", f"status={word}")
        assert [(row["status"], row["sold"]) for row in table if row["row"] == "line"] == [(label, statuses[label])], (word, table)
        assert table == rows(f"sales by status only status in ({word})"), word
    days = {row["weekday"]: row["sold"] for row in rows("sales", "--by", "weekday") if row["row"] == "line"}
    weekend = total("sales", "--by", "weekday", "--only", "weekday=saturday,sunday")["sold"]
    assert weekend == days.get("Saturday", 0) + days.get("Sunday", 0) > 0, (weekend, days)
    words = json.loads(answer("--json", "report", "words", "visits"))
    listed = {word["word"]: word["name"] for word in words if word["option"] == "--only"}
    assert listed["state=no_show"] == "No-show" and listed["weekday=monday"] == "Monday", listed
    for word in listed:
        answer("report", "visits", "--by", "month", "--only", word)


def test_groups_that_overlap():
    tags = dict(sql("SELECT t.name, count(DISTINCT v.client_id) FROM visit v JOIN client_tag c ON c.client_id = v.client_id"
                    " JOIN tag t ON t.id = c.tag_id WHERE v.state = 5 AND v.day BETWEEN 20089 AND 20453 GROUP BY t.id"))  # 2025
    period = ("--from", "2025-01-01", "--to", "2025-12-31")
    table = rows("visits", *period, "--by", "tag", "--show", "clients", "--only", "state=done")
    found = {row["tag"]: row["clients"] for row in table if row["row"] == "line"}
    assert len(tags) > 3 and {name: n for name, n in found.items() if name != "Without a tag"} == tags, (found, tags)
    everybody = sql("SELECT count(DISTINCT client_id) FROM visit WHERE state = 5 AND day BETWEEN 20089 AND 20453")[0][0]
    assert table[-1]["clients"] == everybody < sum(found.values()), (everybody, found)
    name = next(iter(tags))
    only = rows("visits", *period, "--by", "nothing", "--show", "clients", "--only", "state=done", "--only", f"tag={name}")
    assert only[-1]["clients"] == tags[name], (name, only)


def test_what_is_gone_is_told():
    told = answer("report", "sales only employee in (99999)")
    assert "Employee: Deleted" in told and "no longer there: Employee." in told, told
    told = answer("report", "base only segment in (99999)")
    assert "Segment: Deleted" in told and "no longer there: Segment." in told, told
    assert "no longer there" not in answer("report", "sales only employee in (1)")


def test_compared_with_the_year_before():
    table = rows("sales", "--from", "2026-01-01", "--to", "2026-06-30", "--by", "nothing", "--show", "sold", "--compare", "year")
    before = total("sales", "--from", "2025-01-01", "--to", "2025-06-30", "--by", "nothing", "--show", "sold")
    assert table[-1]["sold.before"] == (before["sold"] if before else 0), (table, before)


def test_clients_compared_with_the_year_before():
    now, then = ("--from", "2026-01-01", "--to", "2026-06-30"), ("--from", "2025-01-01", "--to", "2025-06-30")
    table = rows("inflow", *now, "--by", "month", "--compare", "year")
    before = total("inflow", *then, "--by", "month")
    for key in ("start", "new", "returned", "lost", "end", "cards"):
        assert table[-1][f"{key}.before"] == before[key], (key, table[-1], before)
    for row in table:
        was = [row[f"{key}.before"] for key in ("start", "new", "returned", "lost", "end")]
        assert was[4] == was[0] + was[1] + was[2] - was[3], row
    table = rows("base", *now, "--by", "status", "--compare", "year")
    before = {row["status"]: row["clients"] for row in rows("base", *then, "--by", "status") if row["row"] == "line"}
    assert {row["status"]: row["clients.before"] for row in table if row["row"] == "line" and row["clients.before"]} == before, (table, before)
    assert "not compared" in refused(REFUSED, "report", "birthdays", "--compare", "year")


def test_a_stack_that_is_compared_stands_side_by_side():
    def grouping(*options):
        path = os.path.join(folder(), "stack.xlsx")
        answer("report", "inflow", "--from", "2026-01-01", "--to", "2026-06-30", "--format", "xlsx", "-o", path, *options)
        with zipfile.ZipFile(path) as book:
            chart = book.read("xl/charts/chart1.xml").decode()
        os.remove(path)
        return re.search(r'<c:grouping val="(\w+)"', chart).group(1)
    assert grouping() == "stacked" and grouping("--compare", "year") == "clustered"


def test_first_ones_and_the_others():
    table = rows("sales-by-client", "--top", "3", "--by", "client")
    assert [row["row"] for row in table] == ["line"] * 3 + ["rest", "total"], [row["row"] for row in table]
    assert sum(row["sold"] for row in table[:-1]) == table[-1]["sold"]
    usual = rows("sales-by-client")
    everybody = rows("sales-by-client", "--top", "all")
    assert len(usual) == 52 < len(everybody) and usual[-2]["row"] == "rest", (len(usual), len(everybody))
    assert {row["row"] for row in everybody[:-1]} == {"line"} and everybody[-1] == usual[-1]
    assert everybody == rows("sales-by-client top all")


def test_what_is_not_understood_is_told():
    assert refused(REFUSED, "report", "nothing-like-this") == "There is no report “nothing-like-this”."
    assert "no part of a report" in refused(USAGE, "report", "sales für")
    assert "cannot be grouped by “weather”" in refused(REFUSED, "report", "sales", "--by", "weather")
    assert refused(USAGE, "report", "sales", "--by", "day,week,month,year,quarter") == "A report has at most 4 groupings."
    assert "weather" in refused(REFUSED, "report", "sales", "--show", "weather")
    assert refused(REFUSED, "report", "sales", "--from", "2026-05-02", "--to", "2026-05-01") == "The period ends before it begins."
    refused(REFUSED, "report", "sales", "--from", "1700-01-01", "--to", "2026-05-01")
    refused(USAGE, "report", "sales", "--from", "yesterweek")
    assert "--from DATE" in refused(USAGE, "report", "sales", "--to", "2026-05-01")
    assert "--from DATE" in refused(USAGE, "report", "sales", "--from", "2026-05-01", "--period", "last_year")
    refused(USAGE, "report", "sales", "--period", "some_time")
    assert "“prev”" in refused(USAGE, "report", "sales", "--compare", "never")
    assert refused(USAGE, "report", "sales", "--top", "0") == "The number of the first ones is from 1 to 10000, or “all”."
    assert refused(USAGE, "report", "sales", "--chart", "pie") == "There is no chart “pie”."
    refused(USAGE, "report", "sales", "--filter", "status = nice")
    assert "cannot be the value of --by" in refused(USAGE, "report", "sales", "--by", "month show sold")
    assert "employee=Anna,4" in refused(USAGE, "report", "sales", "--only", "employee")
    assert "report words" in refused(USAGE, "report", "sales", "--only", "weather=1")
    assert "no value of “status”" in refused(USAGE, "report", "sales", "--only", "status=nice")
    assert "nothing here is called" in refused(REFUSED, "report", "sales", "--only", "employee=Nobody At All")
    assert "as text, csv, json" in refused(USAGE, "report", "sales", "--format", "doc")
    assert "as text, csv, json" in refused(USAGE, "report", "sales", "-o", os.path.join(folder(), "sales.doc"))
    for kind in ("xlsx", "pdf", "png"):
        assert "-o FILE" in refused(USAGE, "report", "sales", "--format", kind)
    assert "report NAME" in refused(USAGE, "report")
    assert "report words NAME" in refused(USAGE, "report", "words")
    assert refused(USAGE, "report", "words", "weather") == "There is no report “weather”."


def test_files_that_cannot_be_written():
    for kind in FORMATS:
        ending = "txt" if kind == "text" else kind
        path = os.path.join(folder(), "none", "sales." + ending)
        assert refused(FILE, "report", "sales", "-o", path) == f"“sales.{ending}” was not written: there is no such folder."


def test_nothing_to_tell_is_an_answer():
    days = ("--from", "1990-01-01", "--to", "1990-01-31")
    assert "Sold" in answer("report", "sales", *days)
    assert [row for row in rows("sales", *days) if row["row"] == "line"] == []
    for kind in ("xlsx", "pdf", "csv"):
        path = os.path.join(folder(), "nothing." + kind)
        answer("report", "sales", *days, "-o", path)
        os.unlink(path)


def test_russian_and_latvian_are_whole():
    for language, word in (("ru", "Месяц"), ("lv", "Mēnesis")):
        done = run("report", "sales", language=language)
        assert word in done.stdout and "Month" not in done.stdout and "Total" not in done.stdout, done.stdout


if __name__ == "__main__":
    tap.main()

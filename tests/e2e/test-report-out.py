"""A report leaves the window: to Excel in four steps by mouse and by keys, to every kind of file and to a printer, each read
back; what names clients is in the log of exports; and what a folder refuses leaves nothing."""
import glob
import os
import re
import struct
import subprocess
import tempfile
import zipfile
from xml.etree import ElementTree

import cups
import tap
import ui
from ui import Role

TOGGLES = ui.BUTTONS + (Role.TOGGLE_BUTTON,)
EXPORTS = "SELECT kind, format, complete, title, spec, columns, n_rows, file_name, length (sha256) FROM export_log ORDER BY id"
XLSX, CSV, PDF, PAPER, SVG = 1, 2, 4, 7, 9


class Steps:
    """Counts what a person does: clicks and chords.  Typing a field is told apart, as the table of efforts does."""

    def __init__(self, program):
        self.program, self.done, self.typed = program, 0, 0

    def click(self, thing):
        self.done += 1
        self.program.click(thing)

    def key(self, chord):
        self.done += 1
        ui.key(chord)

    def type(self, text):
        self.typed += 1
        ui.type_text(text)


def settings_of(folder, **others):
    return {"report-folder": f"'file://{folder}'", **{name.replace("_", "-"): f"'{value}'" for name, value in others.items()}}


def new_folder():
    return tempfile.mkdtemp(prefix="report-out-")


def heads(program, title):
    table = ui.find(program.frame, Role.TREE_TABLE, title)
    return [text for text in ui.texts(ui.children(table)[0]) if text]


def open_report(program, words, title):
    """By the palette."""
    ui.key("ctrl+k")
    program.search(words)
    ui.wait(f"“{title}” first", lambda: [row for row in ui.find_all(program.frame, Role.LIST_ITEM) if ui.selected(row)
                                         and row.get_name().startswith(f"Report: {title}")])
    ui.key("Return")
    ui.wait(f"rows of “{title}”", lambda: len(heads(program, title)) > 1)


def leave_as(program, item):
    """A line of the menu beside the button."""
    program.click(ui.find(program.frame, TOGGLES, lambda name: name.startswith("To another kind of file")))
    program.click(ui.find(program.frame, Role.MENU_ITEM, item))


def the_file(program, folder, pattern):
    """The only file of a kind in the folder, once the window has told of it."""
    path = ui.wait(f"{pattern} in {folder}", lambda: glob.glob(os.path.join(folder, pattern)))[0]
    program.says(f"The report is in “{os.path.basename(path)}”.")
    return path


def strings_of(path):
    with zipfile.ZipFile(path) as book:
        return re.findall(r"<t[^>]*>([^<]*)</t>", "".join(book.read(name).decode() for name in book.namelist() if "/worksheets/" in name))


def text_of_pdf(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout


def size_of_png(path):
    with open(path, "rb") as file:
        head = file.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n", head
    return struct.unpack(">II", head[16:24])


def sheet_against_last_year(path):
    strings = strings_of(path)
    assert "Employee" in strings and "Sold" in strings, strings
    assert "A year before" in strings and "Change" in strings, strings
    assert any("compared with" in text for text in strings), strings


def test_four_steps_by_mouse():
    folder = new_folder()
    with ui.Program(ui.demo_database(), settings=settings_of(folder)) as program:
        steps = Steps(program)
        steps.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Reports"))
        steps.click(ui.find(ui.find(program.frame, Role.LIST, "Reports"), Role.LIST_ITEM, "Sales by employee"))
        before = ui.wait("an answer", lambda: heads(program, "Sales by employee"))
        steps.click(ui.find(program.frame, TOGGLES, "Against the year before"))
        ui.wait("more columns", lambda: len(heads(program, "Sales by employee")) > len(before))
        steps.click(ui.find(program.frame, ui.BUTTONS, "To Excel"))
        sheet_against_last_year(the_file(program, folder, "report-Sales-by-employee-*.xlsx"))
        assert steps.done <= 4 and steps.typed == 0, (steps.done, steps.typed)
        for name in ("Open", "Show in folder"):
            ui.find(program.frame, ui.BUTTONS, name)


def test_four_steps_by_keys():
    folder = new_folder()
    with ui.Program(ui.demo_database(), settings=settings_of(folder)) as program:
        steps = Steps(program)
        steps.key("ctrl+k")
        steps.type("sales by emp")
        ui.wait("the report first", lambda: [row for row in ui.find_all(program.frame, Role.LIST_ITEM) if ui.selected(row)
                                             and row.get_name().startswith("Report: Sales by employee")])
        steps.key("Return")
        before = ui.wait("an answer", lambda: heads(program, "Sales by employee"))
        steps.key("alt+y")
        ui.wait("more columns", lambda: len(heads(program, "Sales by employee")) > len(before))
        steps.key("ctrl+e")
        first = the_file(program, folder, "report-Sales-by-employee-*.xlsx")
        sheet_against_last_year(first)
        assert steps.done <= 4 and steps.typed <= 1, (steps.done, steps.typed)

        with open(first, "rb") as file:
            kept = file.read()
        ui.key("ctrl+e")
        second = first.replace(".xlsx", "-2.xlsx")
        ui.wait("one more file", lambda: os.path.exists(second))
        program.says(f"The report is in “{os.path.basename(second)}”.")
        with open(first, "rb") as file:
            assert file.read() == kept
        assert ui.rows(program.database, EXPORTS) == []  # nobody stands in it


def test_every_kind_of_file_is_read_back():
    folder = new_folder()
    with ui.Program(ui.demo_database(), settings=settings_of(folder)) as program:
        open_report(program, "sales by emp", "Sales by employee")
        leave_as(program, "Document (PDF)")
        text = text_of_pdf(the_file(program, folder, "*.pdf"))
        assert "Sales by employee" in text and "Employee" in text and "Total" in text, text
        leave_as(program, "Chart as a picture (PNG)")
        width, height = size_of_png(the_file(program, folder, "*.png"))
        leave_as(program, "Chart as a drawing (SVG)")
        drawing = ElementTree.parse(the_file(program, folder, "*.svg")).getroot()
        assert (width, height) == tuple(2 * float(drawing.get(side)) for side in ("width", "height")), (width, height, drawing.attrib)
        written = "".join(drawing.itertext())
        assert "Sold" in written or "Employee" in written, written
        ui.find(program.frame, ui.BUTTONS, "To SVG")  # the last one is the next one
        leave_as(program, "Text (CSV)")
        with open(the_file(program, folder, "*.csv"), encoding="utf-8-sig") as file:
            assert file.readline().startswith("Employee;"), folder
        ui.find(program.frame, ui.BUTTONS, "To CSV")


def test_names_of_clients_are_in_the_log():
    folder, again = new_folder(), os.path.join(new_folder(), "again.csv")
    with ui.Program(ui.demo_database(), settings=settings_of(folder, report_format="csv")) as program:
        open_report(program, "sales by cli", "Sales by client")
        ui.key("ctrl+e")
        path = the_file(program, folder, "*.csv")
        name = os.path.basename(path)
        kind, form, complete, title, spec, columns, n_rows, logged, sha256 = ui.rows(program.database, EXPORTS)[0]
        with open(path, encoding="utf-8-sig") as file:
            lines = file.read().splitlines()
        assert (kind, form, complete, logged, sha256) == ("report", CSV, 1, name, 64), (kind, form, complete, logged, sha256)
        assert title.startswith("Sales by client: ") and spec.startswith("sales-by-client"), (title, spec)
        assert columns.split(", ") == [head.strip('"') for head in lines[0].split(";")], (columns, lines[0])
        assert 0 < n_rows < len(lines), (n_rows, lines)
        leave_as(program, "Chart as a drawing (SVG)")  # the bars are clients
        the_file(program, folder, "*.svg")
        assert [row[1] for row in ui.rows(program.database, EXPORTS)] == [CSV, SVG]

        beside = os.path.join(folder, "beside")  # the command line may not write into the log now
        ui.salonctl("--database", program.database, "report", "sales-by-client", "-o", beside + ".json", status=3)
        ui.salonctl("--database", program.database, "report", "sales", "-o", beside + ".json")
        assert [row[1] for row in ui.rows(program.database, EXPORTS)] == [CSV, SVG]

        program.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Settings"))
        program.click(ui.find(ui.find(program.frame, Role.LIST, "Sections of the settings"), Role.LIST_ITEM, "Exports"))
        log = ui.find(program.frame, Role.LIST, "Log of exports")
        row = ui.find(log, Role.LIST_ITEM, test=lambda item: f"Report: {n_rows} rows · {name}" in ui.texts(item))
        assert title in ui.texts(row), ui.texts(row)
        program.click(ui.find(row, ui.BUTTONS, "Save again…"))
        program.choose_path(again)
        ui.wait("the file again", lambda: os.path.exists(again))
        with open(path, "rb") as first, open(again, "rb") as second:
            assert first.read() == second.read()


def print_button(program, verb):
    """A button of GTK's window for printers, once it can be pressed; the name has a letter for Alt in it."""
    def now():
        return next((button for window in program.other_windows()
                     for button in ui.find_all(window, Role.PUSH_BUTTON, lambda name: verb in name, ui.enabled)), None)
    return ui.wait(f"“{verb}” in a window", now)


def test_print_and_what_is_not_printed():
    with cups.Cups() as at:
        at.add_queue()
        at.run(cups.LPADMIN, "-d", cups.QUEUE)  # the printer that the window of GTK chooses
        with ui.Program(ui.demo_database(), env={**at.env, **ui.whole_stacks()}) as program:
            open_report(program, "sales by cli", "Sales by client")
            ui.key("ctrl+p")
            cancel = print_button(program, "Cancel")
            ui.wait("begun in the log", lambda: [row[2] for row in ui.rows(program.database, EXPORTS)] == [0])
            ui.act(cancel)
            ui.wait("out of the log", lambda: not ui.rows(program.database, EXPORTS))
            ui.wait("one window", lambda: not program.other_windows())

            ui.key("ctrl+p")
            ui.act(print_button(program, "Print"))
            job = os.path.join(at.out, ui.wait("a job", at.jobs)[0])
            text = text_of_pdf(job)
            assert "Sales by client" in text and "Client" in text, text
            ui.wait("complete in the log", lambda: [row[2] for row in ui.rows(program.database, EXPORTS)] == [1])
            kind, form, _, title, _, _, n_rows, name, sha256 = ui.rows(program.database, EXPORTS)[0]
            assert (kind, form, name, sha256) == ("report", PAPER, "", None) and n_rows > 0, (kind, form, name, sha256, n_rows)
            assert title.startswith("Sales by client: "), title


def refused(program, folder, sentence):
    ui.key("ctrl+e")
    program.says(sentence)
    assert ui.rows(program.database, EXPORTS) == []
    assert not glob.glob(os.path.join(folder, "*report*")) and not glob.glob(os.path.join(folder, ".*report*")), folder


def test_a_folder_that_is_gone_or_takes_nothing():
    gone = os.path.join(new_folder(), "gone")
    with ui.Program(ui.demo_database(), settings=settings_of(gone)) as program:
        open_report(program, "sales by cli", "Sales by client")
        refused(program, gone, f"The folder “{gone}” is not there any more: save it somewhere else (Ctrl+Shift+E).")
        ui.key("ctrl+shift+e")  # cancelled
        ui.wait("a window for files", lambda: program.has_keys(next(iter(program.other_windows()), None)))
        program.chose_file = True
        ui.key("Escape")
        ui.wait("one window", lambda: not program.other_windows())
        assert ui.rows(program.database, EXPORTS) == []
        other = new_folder()
        ui.key("ctrl+shift+e")
        program.choose_path(os.path.join(other, "mine.pdf"))  # the end of the name says what it is
        program.says("The report is in “mine.pdf”.")
        assert "Sales by client" in text_of_pdf(os.path.join(other, "mine.pdf"))
        ui.find(program.frame, ui.BUTTONS, "To PDF")
        ui.key("ctrl+e")  # beside it
        the_file(program, other, "report-*.pdf")
    closed = "/sys/kernel"  # where nobody creates files, not even root
    with ui.Program(ui.demo_database(), settings=settings_of(closed)) as program:
        open_report(program, "sales by cli", "Sales by client")
        refused(program, closed, "cannot be written here: choose a folder where you may save files.")


if __name__ == "__main__":
    tap.main()

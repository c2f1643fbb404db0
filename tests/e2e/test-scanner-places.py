"""A scanner in every kind of place that can have the focus, under every layout: it is heard, and the place is as it was.
And a program that was busy meanwhile, whose keys come all at once: what a person typed is no scan, what a scanner sent is."""
import os
import tempfile

import tap
import ui
from scangun import LAYOUTS, busy, expect_unknown, layout, said, scan, type_keys, with_scanner
from ui import Atspi, Role

MANY = 200 if os.environ.get("SALON_TEST_FULL") else 8  # each layout with and without CapsLock
FIRST = "answer the question first"
GAPS = (1, 3, 6, 12)  # up to 35 it is a scanner: the rest is for a machine that is busy


def scan_many(letters, heard, unchanged):
    """Scans under each layout; heard(number, code) waits for what the program says, unchanged() looks at the place."""
    for number in range(MANY):
        with layout(LAYOUTS[number % len(LAYOUTS)], caps=number % 8 > 3):
            code = f"{letters}{number:04}zM-9"
            scan(code, gap=GAPS[number // 2 % len(GAPS)])
            heard(number, code)
            assert unchanged(), f"{code}: the focus is on {ui.focus_of(program_of[0].app)}"


program_of = []  # the one that is running, for messages


def watch(program):
    program_of[:] = [program]
    return program


def unknown(program):
    return lambda number, code: expect_unknown(program, code)


def not_used(program):
    """While a question is open a scan is not used, and a line says so: it would act behind what the question is about, and
    nobody would see it.  It does not wait either: what happens long after the trigger was pulled surprises."""
    return lambda number, code: ui.wait(f"{code} is not used", lambda: said(program, FIRST) == number + 1)


def open_exports(program):
    """A database with a file that is kept; the section of the settings where it can be removed."""
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Settings"))
    sections = ui.find(program.frame, Role.LIST, "Sections of the settings")
    program.click(ui.find(sections, Role.LIST_ITEM, "Exports"))


def keep_export():
    database = ui.demo_database()
    ui.salonctl("--database", database, "export", "--filter", "status = lost", "-o",
                os.path.join(tempfile.mkdtemp(prefix="export-"), "lost.csv"))
    return database


@with_scanner
def test_field_for_a_number():
    """Digits fit into it, and what stands there is saved when the focus leaves: nothing of a code may be."""
    with ui.Program(keep_export()) as program:
        open_exports(watch(program))
        field = ui.find(program.frame, ui.FIELDS, "How long files are kept")
        program.click(field)
        ui.wait("the focus in the field", lambda: ui.focused(field))
        scan_many("90", unknown(program), lambda: ui.text_of(field) == "90" and ui.focused(field))
        ui.key("Tab")
        ui.wait("the focus elsewhere", lambda: not ui.focused(field))
        scan("AFTERWARDS")
        expect_unknown(program, "AFTERWARDS")
        assert ui.text_of(field) == "90" and said(program, "Settings saved.") == 0, program.log()


@with_scanner
def test_question():
    """It is not answered by the Enter of a scanner, nothing is removed, and the same scan is good once it is answered."""
    database = keep_export()
    kept = "SELECT count (*) FROM export_file"
    with ui.Program(database) as program:
        open_exports(watch(program))
        ui.wait("a kept file", lambda: ui.rows(database, kept) != [(0,)])
        before = ui.rows(database, kept)
        program.click(ui.find(program.frame, ui.BUTTONS, "Remove the kept file"))
        question = ui.wait("the question", program.other_windows)[0]
        for name in ("Cancel", "Remove"):
            button = ui.find(question, Role.PUSH_BUTTON, lambda text, name=name: text.startswith(name))
            ui.walk_to(question, button)
            ran = said(program, FIRST)
            scan_many(name, lambda number, code, ran=ran: not_used(program)(ran + number, code),
                      lambda button=button: ui.focused(button) and program.other_windows() == [question])
        assert ui.rows(database, kept) == before and said(program, "The code") == 0, program.log()
        ui.key("Escape")
        ui.wait("no question", lambda: not program.other_windows())
        ui.wait("the keys in the window", lambda: ui.has_state(program.frame, ui.State.ACTIVE)
                and int(ui.xdo("getactivewindow")) == int(program.window()))
        scan("AGAIN12345")
        expect_unknown(program, "AGAIN12345")
        assert ui.rows(database, kept) == before


@with_scanner
def test_spin_button():
    """GTK's own, in a dialog: the number of copies."""
    with ui.Program(ui.demo_database()) as program:
        ui.key("F3")
        program.click(ui.find(watch(program).frame, ui.BUTTONS, "How the board looks"))
        program.click(ui.find(program.frame, ui.BUTTONS, "Print the sheet of the day"))
        dialog = ui.wait("the dialog", program.other_windows)[0]
        copies = ui.find(dialog, Role.SPIN_BUTTON, "Copies:")
        ui.wait("the keys in the dialog", lambda: program.has_keys(dialog))
        ui.key("alt+s", "ctrl+a")
        ui.type_text("3")
        ui.key("Up")
        ui.wait("4 copies", lambda: ui.text_of(copies) == "4")
        scan_many("7", not_used(program), lambda: ui.text_of(copies) == "4" and ui.focused(copies) and Atspi.Value.get_current_value(copies) == 4)
        ui.key("Up")
        ui.wait("5 copies", lambda: ui.text_of(copies) == "5" and Atspi.Value.get_current_value(copies) == 5)
        ui.key("Escape")
        ui.wait("no dialog", lambda: not program.other_windows())


@with_scanner
def test_text_view():
    with ui.Program(ui.demo_database()) as program:
        ui.type_text("29777000")
        ui.find(watch(program).frame, Role.LIST_ITEM, lambda name: "New client" in name)
        ui.key("Up", "Return")
        note = ui.find(program.frame, Role.TEXT, "Note")
        program.click(note)
        ui.wait("the focus in the note", lambda: ui.focused(note))
        ui.type_text("likes tea")
        ui.wait("typed", lambda: ui.text_of(note) == "likes tea")
        ui.key("End")  # no hand is as quick on the trigger as this program is
        scan_many("Tv", unknown(program), lambda: ui.text_of(note) == "likes tea" and ui.focused(note))


@with_scanner
def test_list_and_nowhere():
    """The list of pages, whose rows are chosen by letters; then the board, where nothing can be typed into: there the first
    keys lead into the search, and it is left again."""
    with ui.Program(ui.demo_database()) as program:
        search = ui.find(watch(program).frame, Role.TEXT, "Search")
        row = ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Clients")
        program.click(row)
        ui.wait("the focus in the list", lambda: ui.focused(row))
        scan_many("Ls", unknown(program), lambda: ui.focused(row) and ui.selected(row) and ui.text_of(search) == "Search")
        ui.key("F3")
        cell = ui.wait("the focus on the board", lambda: next(iter(ui.find_all(program.frame, Role.TABLE_CELL, test=ui.focused)), None))
        scan_many("Nw", unknown(program), lambda: ui.focused(cell) and ui.text_of(search) == "Search")


@with_scanner
def test_drop_down():
    with ui.Program(ui.demo_database()) as program:
        ui.type_text("29777000")
        ui.find(watch(program).frame, Role.LIST_ITEM, lambda name: "New client" in name)
        ui.key("Up", "Return")
        program.click(ui.find(program.frame, Role.LABEL, "not said"))
        focus = ui.wait("the focus in what drops down", lambda: ui.focus_of(program.app))
        before = ui.text_of(focus)
        scan_many("Dd", unknown(program), lambda: ui.focused(focus) and ui.text_of(focus) == before)
        ui.key("Escape")
        ui.shows(program.frame, "not said")


@with_scanner
def test_busy_program():
    """The time of a key is that of its event.  By the time of arrival all that waits is as quick as a scanner."""
    words = ("manikirs", "krasosana un griezums", "anna berzina")
    with ui.Program(ui.demo_database()) as program:
        field = ui.find(watch(program).frame, Role.TEXT, "Search")
        ui.wait("the focus in the search", lambda: ui.focused(field))
        for text in words:
            with busy(program):
                type_keys(text)
            ui.wait("typed", lambda text=text: ui.text_of(field) == text)
            ui.key("ctrl+a", "BackSpace")
            ui.wait("empty", lambda: ui.text_of(field) == "Search")
        type_keys("anna")
        ui.wait("typed", lambda: ui.text_of(field) == "anna")
        ui.key("Escape")
        with busy(program):
            scan("BUSY123456")
            scan("BUSY654321")
        expect_unknown(program, "BUSY123456")
        expect_unknown(program, "BUSY654321")
        assert ui.text_of(field) == "anna" and said(program, "The code") == 2, program.log()


if __name__ == "__main__":
    tap.main()

"""Bringing in clients from a list: dropped or given at the start, looked at, imported, shown, rolled back."""
import os
import subprocess
import tempfile

import tap
import ui
from ui import Role

LIST = ["Vards;Telefons;E-pasts;Piezimes",
        "Aija Importa;+371 26 111 001;aija@example.lv;pirma",
        "Baiba Importa;+371 26 111 002;;otra",
        "Cilda Importa;+371 26 111 003;cilda(at)example;tresa",
        "Dzidra Importa;+371 26 111 004;;ceturta"]


def write_list(lines=None, name="klienti.csv"):
    path = os.path.join(tempfile.mkdtemp(prefix="list-"), name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("\r\n".join(lines or LIST) + "\r\n")
    return path


def brought_in(database):
    return [row[0] for row in ui.rows(database, "SELECT first_name FROM client WHERE surname = 'Importa' ORDER BY first_name")]


def button(program, name):
    return ui.find(program.frame, ui.BUTTONS, name, test=ui.enabled)


def press(program, name):
    program.click(button(program, name))


def column(program, heading):
    """The button that picks what a column is; its name says what is picked."""
    return ui.find(program.frame, ui.BUTTONS, lambda name: f"“{heading}”: " in name)


def is_tried(program, counts):
    for count in counts:
        ui.find(program.frame, ui.BUTTONS, count)


def import_it(program, number):
    press(program, f"Import {number} clients")
    ui.shows(program.frame, f"{number} clients were brought in")


def test_list_is_imported_shown_and_rolled_back():
    with ui.Program(ui.demo_database(), "--import", write_list()) as program:
        before = len(brought_in(program.database))
        is_tried(program, ["3 new", "1 with errors"])
        assert column(program, "Telefons").get_name().endswith(": Phone")
        assert column(program, "Vards").get_name().endswith(": Full name"), column(program, "Vards").get_name()
        import_it(program, 3)
        assert brought_in(program.database) == ["Aija", "Baiba", "Dzidra"]
        press(program, "Show them")
        table = ui.find(program.frame, (Role.TABLE, Role.TREE_TABLE), "Clients")
        ui.wait("three clients", lambda: len([row for row in ui.walk(table) if "Importa" in (row.get_name() or "")
                                              and "," in row.get_name()]) == 3)
        sections = open_imports(program)
        press(program, "Roll back “klienti.csv”")
        ui.shows(program.frame, "will be taken back")
        press(program, "Roll back")
        ui.wait("nothing left", lambda: len(brought_in(program.database)) == before)
        ui.shows(sections.get_parent(), "taken back")


def open_imports(program):
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Settings"))
    sections = ui.find(program.frame, Role.LIST, "Sections of the settings")
    program.click(ui.find(sections, Role.LIST_ITEM, "Imports"))
    return sections


def is_within(thing, outer):
    """The focus of such a button is on a part of it that has no name."""
    return thing is not None and any(part == thing for part in ui.walk(outer))


def leave_out(program, heading):
    """By keys alone; the focus is on the first column when the file is read."""
    for _ in range(12):
        if is_within(ui.focus_of(program.frame), column(program, heading)):
            break
        before = ui.focus_of(program.frame)
        ui.key("Tab")
        ui.wait("the focus elsewhere", lambda: ui.focus_of(program.frame) not in (None, before))
    ui.key("Return")
    ui.find(program.frame, ui.FIELDS, test=ui.focused)
    ui.type_text("leave")
    ui.key("Return")
    ui.wait("left out", lambda: column(program, heading).get_name().endswith(": Leave out"))


def test_column_is_left_out_by_keys():
    with ui.Program(ui.demo_database(), "--import", write_list()) as program:
        is_tried(program, ["3 new", "1 with errors"])
        leave_out(program, "E-pasts")
        button(program, "Import 4 clients")
        ui.key("ctrl+Return")
        ui.shows(program.frame, "4 clients were brought in")
        press(program, "Take the import back")
        ui.shows(program.frame, "The import was taken back")
        assert brought_in(program.database) == []
        ui.key("Escape")
        ui.find(program.frame, ui.BUTTONS, "More for the list")


def test_columns_are_remembered():
    path = write_list()
    with ui.Program(ui.demo_database(), "--import", path) as program:
        is_tried(program, ["1 with errors"])
        leave_out(program, "E-pasts")
        import_it(program, 4)
        program.quit()
        program.arguments[-1] = write_list([line.replace("Importa", "Otra").replace("111", "222") for line in LIST], "other.csv")
        program.start()
        ui.shows(program.frame, "as you chose last time")
        assert column(program, "E-pasts").get_name().endswith(": Leave out")


def test_file_that_cannot_be_read():
    path = os.path.join(tempfile.mkdtemp(prefix="list-"), "bad.xlsx")
    with open(path, "wb") as file:
        file.write(b"PK\x03\x04" + bytes(range(256)))
    with ui.Program(ui.demo_database(), "--import", path) as program:
        ui.shows(program.frame, "This file cannot be read")
        ui.shows(program.frame, "“bad.xlsx” is damaged")
        ui.find(program.frame, ui.BUTTONS, "Choose another file …")


def test_second_start_hands_the_list_over():
    with ui.Program(ui.demo_database()) as program:
        more = [program.program, *program.arguments, "--import", write_list()]
        assert subprocess.run(more, env=program.env, check=False, timeout=60).returncode == 0
        is_tried(program, ["3 new", "1 with errors"])


def test_list_is_dropped_on_the_clients():
    with ui.Program(ui.demo_database()) as program:
        ui.key("F7")
        table = ui.find(program.frame, (Role.TABLE, Role.TREE_TABLE), "Clients")
        x, y = program.place(table)
        source = subprocess.Popen([os.environ["DRAG_FILE"], write_list()], env=program.env)
        try:
            window = ui.wait("the window to drag from", lambda: ui.windows_of(source.pid))[0]
            from_x, from_y = window[1] + window[3] // 2, window[2] + window[4] // 2
            ui.xdo("mousemove", from_x, from_y, "mousedown", 1)
            for step in range(1, 21):
                ui.xdo("mousemove", from_x + (x - from_x) * step // 20, from_y + (y - from_y) * step // 20)
                ui.pause(20)
            ui.xdo("mouseup", 1)
            is_tried(program, ["3 new", "1 with errors"])
        finally:
            source.terminate()
            source.wait()


if __name__ == "__main__":
    tap.main()

"""Bringing in clients from a list: dropped or given at the start, looked at, imported, shown, rolled back."""
import os
import subprocess
import tempfile

import tap
import ui
from ui import Role

LIVE_MS = 60

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
        open_imports(program)
        press(program, "Roll back “klienti.csv”")
        ui.shows(program.frame, "will be taken back")
        press(program, "Roll back")
        ui.wait("nothing left", lambda: len(brought_in(program.database)) == before)
        ui.find(program.frame, name="taken back")


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


def many(number):
    return ["First name,Surname,Phone"] + [f"Anna,Importa{i},+3725{i:07}" for i in range(number)]  # of a country that no number of the salon is of


def test_long_import_leaves_the_window_alive_and_can_be_stopped():
    with ui.Program(ui.demo_database(), "--import", write_list(many(30000), "many.csv")) as program:
        go = ui.find(program.frame, ui.BUTTONS, "Import 30,000 clients", test=ui.enabled, seconds=60.0)
        with ui.LoopWatch(program) as begin:
            program.click(go)
            stop = ui.find(program.frame, ui.BUTTONS, "Stop")
        with ui.LoopWatch(program) as watch:
            ui.pause(1000)
        with ui.LoopWatch(program) as end:
            program.click(stop)
            ui.shows(program.frame, "It was stopped before the end")
            ui.settled()
        number = ui.rows(program.database, "SELECT count (*) FROM client WHERE surname LIKE 'Importa%'")[0][0]
        assert 0 < number < 30000, number
        print(f"# stopped after {number} clients; the main loop let wait for at most {watch.longest:.1f} ms while rows "
              f"were written, {begin.longest:.1f} ms when that began and {end.longest:.1f} ms when it ended")
        assert watch.longest < LIVE_MS * ui.SLOWNESS
        press(program, "Take the import back")
        ui.shows(program.frame, "The import was taken back", seconds=60.0)
        assert ui.rows(program.database, "SELECT count (*) FROM client WHERE surname LIKE 'Importa%'")[0][0] == 0


def test_rejected_rows_become_a_sheet():
    path = os.path.join(tempfile.mkdtemp(prefix="rejected-"), "rejected.csv")
    with ui.Program(ui.demo_database(), "--import", write_list()) as program:
        import_it(program, 3)
        press(program, "Save rejected rows as a sheet …")
        program.choose_path(path)
        program.says("The rejected rows are in “rejected.csv”.")
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        assert "Cilda Importa" in text and "cilda(at)example" in text and "Aija" not in text, text


def test_first_run_leads_to_the_list():
    database = os.path.join(tempfile.mkdtemp(prefix="new-"), "new.salon")
    with ui.Program(database, "--import", write_list()) as program:
        program.fill(ui.find(program.frame, ui.FIELDS, "Name of the salon"), "Salon New")
        program.fill(ui.find(program.frame, ui.FIELDS, "Your name"), "Anna")
        ui.find(program.frame, ui.BUTTONS, "Bring my clients from Excel …")
        program.click(ui.find(program.frame, ui.BUTTONS, "Begin"))
        program.frame = ui.wait("the window of the salon", lambda: next(
            (frame for frame in ui.children(program.app) if ui.find_all(frame, Role.LIST, "Pages")), None))
        import_it(program, 3)
        assert brought_in(database) == ["Aija", "Baiba", "Dzidra"]
        ui.key("Escape", "ctrl+q")
        program.join()


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

"""Writing clients to a file: columns are chosen, the file has the right cells, and the log gives it out again."""
import csv
import os
import tempfile

import tap
import ui
from ui import Role

TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.CHECK_BOX)
NAMES = "SELECT coalesce (first_name, ''), coalesce (surname, ''), coalesce (email, '') FROM client WHERE id = ?"


def lost(path):
    """Names and addresses of the lost clients, asked before the window has the salon."""
    listed = ui.salonctl("--database", path, "clients", "--filter", "status = lost", "--columns", "id", "--format", "csv")
    return sorted(ui.rows(path, NAMES, int(number.strip('"')))[0] for number in listed.split()[1:])


def table_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def window_with(program, role, name=None, test=None):
    """A window of the program, besides the main one, that has such a thing."""
    return ui.wait(f"a window with {role} “{name}”", lambda: next(
        (window for window in ui.children(program.app) if window != program.frame and ui.find_all(window, role, name, test)), None))


def open_log(program):
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Settings"))
    sections = ui.find(program.frame, Role.LIST, "Sections of the settings")
    program.click(ui.find(sections, Role.LIST_ITEM, "Exports"))


def choose_columns(window, program, names):
    program.click(ui.find(window, TOGGLES, "Text (CSV)"))
    program.click(ui.find(window, ui.BUTTONS, "None"))
    for name in names:
        program.click(ui.find(window, Role.CHECK_BOX, name))
    ui.shows(window, f"{len(names)} of ")


def test_lost_clients_to_a_file_and_again():
    folder = tempfile.mkdtemp(prefix="export-")
    first, again = os.path.join(folder, "lost.csv"), os.path.join(folder, "again.csv")
    path = ui.demo_database()
    names = lost(path)
    count = len(names)
    assert count > 3
    with ui.Program(path) as program:
        ui.key("F7")
        program.click(ui.find(program.frame, TOGGLES, f"Lost: {count}"))
        ui.shows(program.frame, f"{count} clients")
        program.click(ui.find(program.frame, TOGGLES, "More for the list"))
        program.click(ui.find(program.frame, (Role.MENU_ITEM, Role.PUSH_BUTTON), "Export …"))
        window = window_with(program, TOGGLES, "Text (CSV)")
        choose_columns(window, program, ["First name", "Surname", "E-mail"])
        program.click(ui.find(window, ui.BUTTONS, "Export…", test=ui.enabled))
        program.choose_path(first)
        table = ui.wait("the whole file", lambda: os.path.exists(first) and len(table_of(first)) == count + 1 and table_of(first))
        program.says(f"{count} clients exported to “lost.csv”.")
        assert table[0] == ["First name", "Surname", "E-mail"], table[0]
        assert sorted(tuple(row) for row in table[1:]) == names
        open_log(program)
        ui.shows(program.frame, f"{count} clients · lost.csv")
        program.click(ui.find(program.frame, ui.BUTTONS, "Save again…"))
        program.choose_path(again)
        ui.wait("the file again", lambda: os.path.exists(again) and table_of(again) == table)


if __name__ == "__main__":
    tap.main()

"""x"""
import os
import tempfile
import tap
import ui
from scangun import LAYOUTS, busy, expect_unknown, keyboard, layout, said, scan, type_keys
from ui import Role


def where(program, what):
    ui.pause(700)
    f = ui.focus_of(program.app)
    print("#", what, f and (f.get_role_name(), f.get_name(), f.get_role()))


def test_explore():
    with ui.Program(ui.demo_database()) as program:
        where(program, "start")
        ui.key("Escape"); where(program, "Escape")
        ui.key("F8"); where(program, "F8")
        ui.key("F7"); where(program, "F7")
        ui.key("F1"); where(program, "F1")
        for w in program.other_windows(): print("#", w.get_role_name(), w.get_name())
        ui.key("Escape"); where(program, "F1 closed")
        ui.key("F12"); where(program, "F12")
        ui.key("F12"); where(program, "F12")
        ui.key("F3"); where(program, "F3")
        for b in ui.find_all(program.frame, (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON)): print("#   ", b.get_role_name(), b.get_name())
        more = ui.find(program.frame, (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON), "How the board looks")
        program.click(more)
        program.click(ui.find(program.frame, ui.BUTTONS, "Print the sheet of the day"))
        ui.wait("dialog", program.other_windows)
        where(program, "print")
        for w in program.other_windows(): ui.dump(w)
        ui.picture("/tmp/sd/cs-printdialog.png")
        ui.key("Escape")
        where(program, "print closed")


if __name__ == "__main__":
    tap.main()

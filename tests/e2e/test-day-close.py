"""The end of the day by real keys: open visits, the blind count, the numbered report."""
import datetime
import os
import subprocess
import tempfile

import tap
import ui
from ui import Role

UNFINISHED = "SELECT id, state, settled FROM visit WHERE day BETWEEN ? - 14 AND ? AND state <= 4 OR day <= ? AND state = 5 AND settled = 0"
OF_TODAY = "SELECT id, start_min % 1440 FROM visit WHERE day = ? AND state IN (1, 2) ORDER BY start_min, id LIMIT 2"
SHIFT = "SELECT number, counted - expected, explanation FROM cash_shift"


def today():
    return (datetime.date.today() - datetime.date(1970, 1, 1)).days


def unfinished(database):
    day = today()
    return ui.rows(database, UNFINISHED, day, day, day)


def button_of(program, start, label):
    """The button in the row of the visit that begins then."""
    row = ui.find(program.frame, Role.LIST_ITEM, name=lambda name: (name or "").startswith(f"{start // 60:02}:{start % 60:02}, "))
    return ui.find(row, Role.PUSH_BUTTON, label)


def test_close_the_day_with_a_difference():
    database = ui.demo_database()
    ui.salonctl("--database", database, "shift", "open", "--float", "100")
    (missed, at), _ = ui.rows(database, OF_TODAY, today())
    with ui.Program(database) as program:
        before = len(unfinished(database))
        ui.key("ctrl+F10")
        program.click(button_of(program, at, "No-show"))
        ui.wait("one visit less", lambda: len(unfinished(database)) == before - 1)
        assert ui.rows(database, "SELECT state FROM visit WHERE id = ?", missed) == [(7,)]
        ui.shows(program.frame, f"{before - 1} visits")
        ui.key("ctrl+F10")
        ui.find(program.frame, Role.TEXT, "Counted in the drawer", test=ui.focused)
        ui.type_text("93.50")
        ui.key("Return")
        ui.find(program.frame, Role.TEXT, "Why it differs", test=ui.focused)
        ui.type_text("stamps")
        ui.key("Return")
        ui.shows(program.frame, "Closing report No. 1")
        assert ui.rows(database, SHIFT) == [(1, -650, "stamps")]
        ui.find(program.frame, Role.PUSH_BUTTON, "Print or save …", test=ui.focused)
        ui.key("Return")
        save_as_pdf(program)
    ui.salonctl("--database", database, "check")


def paper_of(program):
    return next((window for window in program.other_windows() if ui.find_all(window, Role.PUSH_BUTTON, "Save as PDF …")), None)


def save_as_pdf(program):
    """The window with the paper stays when the one for files goes."""
    path = os.path.join(tempfile.mkdtemp(prefix="closing-"), "report.pdf")
    ui.wait("the paper", lambda: program.has_keys(paper_of(program)))
    ui.act(ui.find(paper_of(program), Role.PUSH_BUTTON, "Save as PDF …"))
    program.chose_file = True
    ui.wait("a window for files that has the keys", lambda: program.has_keys(next(
        (window for window in program.other_windows() if ui.find_all(window, ui.FIELDS, test=ui.focused)), None)))
    ui.key("ctrl+a")
    ui.type_text(path)
    ui.key("Return")
    ui.wait("the file", lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    ui.wait("the paper has the keys again", lambda: program.has_keys(paper_of(program)))
    ui.key("Escape")
    ui.wait("one window", lambda: paper_of(program) is None)
    text = subprocess.run(["pdftotext", "-enc", "UTF-8", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()
    assert "Closing report No. 1" in text and "stamps" in text and "−6.50" in text, text


if __name__ == "__main__":
    tap.main()

"""Plastic cards from the window to the queue of a printer and back: whatever becomes of the job, she has one card that is
accepted or none, and the window says what the file keeps."""
import contextlib
import sqlite3
import sys

import cups
import tap
import ui
from ui import Role

BLANK, PRINTING, ISSUED = 1, 2, 3
WAITING, DONE, FAILED, CANCELLED = 1, 2, 3, 4
USED, SPOILED = 2, 3


class Desk:
    """A demo salon with one kind of card of its own, and a client without a card of it."""

    def __init__(self):
        self.database = ui.demo_database()
        with contextlib.closing(sqlite3.connect(self.database)) as file:
            file.execute("UPDATE card_kind SET archived = 1")
            self.kind = file.execute("INSERT INTO card_kind (name, prefix) VALUES ('Club card', '24')").lastrowid
            file.commit()
        self.client, self.phone = ui.rows(self.database, "SELECT client_id, e164 FROM client_phone GROUP BY e164 HAVING count (*) = 1"
                                          " ORDER BY e164 LIMIT 1")[0]
        self.last_print = self.newest_print()

    def newest_print(self):
        return ui.rows(self.database, "SELECT coalesce (max (id), 0) FROM card_print")[0][0]

    def prints(self):
        """The states of the prints of this scenario."""
        return [state for state, in ui.rows(self.database, "SELECT state FROM card_print WHERE id > ? ORDER BY id", self.last_print)]

    def cards(self):
        """(state, whose) of the cards of the kind."""
        return ui.rows(self.database, "SELECT state, client_id FROM plastic_card WHERE card_kind_id = ? ORDER BY id", self.kind)

    def blanks(self):
        return ui.rows(self.database, "SELECT kind, n FROM card_blank WHERE card_kind_id = ? ORDER BY id", self.kind)

    def wait(self, prints, cards):
        ui.wait(f"prints {prints}, cards {cards}", lambda: self.prints() == prints and self.cards() == cards)


def dialog(program, button):
    """The window in front, once it has a button that can be pressed."""
    def now():
        return next((window for window in program.other_windows() if ui.find_all(window, Role.PUSH_BUTTON, button, ui.enabled)), None)
    return ui.wait(f"a window with “{button}”", now)


def press(program, name):
    ui.act(ui.find(dialog(program, name), Role.PUSH_BUTTON, name))


def says(program, text):
    ui.wait(f"“{text}” in the window in front", lambda: any(text in (said or "") for window in program.other_windows() for said in ui.texts(window)))


def open_print(program, desk):
    ui.type_text(desk.phone[-8:])
    ui.key("Return")
    ui.find(program.frame, Role.PUSH_BUTTON, "Card")
    ui.key("alt+i")
    ui.find(program.frame, ui.FIELDS, "Number", test=ui.focused)
    ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Print …"))
    dialog(program, "Print")


def leave(program):
    """Closes the window in front."""
    ui.wait("the window in front has the keys", lambda: program.has_keys(next(iter(program.other_windows()), None)))
    ui.key("Escape")
    ui.wait("one window", lambda: not program.other_windows())


def test_no_second_card():
    """The printer fails, the job is cancelled in the queue, it is given up in the window, it is printed: the same number each
    time, and one card in the end."""
    desk = Desk()
    none, hers = [(BLANK, None)], [(ISSUED, desk.client)]
    with cups.Cups() as at, ui.Program(desk.database, env=at.env) as program:
        at.add_queue()
        open_print(program, desk)
        at.mood("fail")
        press(program, "Print")
        says(program, "Nothing was given out. The printer gave up.")
        desk.wait([FAILED], none)
        press(program, "The blank is spoiled")
        ui.wait("a blank less", lambda: desk.blanks() == [(SPOILED, -1)])

        at.mood("wait")
        press(program, "Print")
        says(program, "is printing")
        desk.wait([FAILED, WAITING], [(PRINTING, None)])
        at.cancel_all()
        says(program, "The job was cancelled in the queue of the printer.")
        desk.wait([FAILED, CANCELLED], none)

        press(program, "Print")
        press(program, "Give up")
        says(program, "Taken back: no card was given out, and the job is out of the printer’s queue.")
        desk.wait([FAILED, CANCELLED, CANCELLED], none)
        assert at.waiting() == [], at.waiting()

        at.mood("print")
        press(program, "Print")
        says(program, "Printed. The card is in use from now on.")
        desk.wait([FAILED, CANCELLED, CANCELLED, DONE], hers)
        assert len(at.jobs()) == 1 and desk.blanks() == [(SPOILED, -1), (USED, -1)], (at.jobs(), desk.blanks())
        leave(program)


def open_batch(program):
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Settings"))
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Sections of the settings"), Role.LIST_ITEM, "Cards"))
    ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Print blanks …"))
    dialog(program, "Print")


def test_a_part_of_a_batch():
    """The printer stops in the middle: what came out is asked, refused when it cannot be, and noted as one."""
    desk = Desk()
    with cups.Cups() as at, ui.Program(desk.database, env=at.env) as program:
        at.add_queue()
        at.mood("fail")
        open_batch(program)
        press(program, "Print")
        says(program, "Count what came out of the printer. The printer gave up.")
        desk.wait([WAITING], [(PRINTING, None)] * 10)
        ui.find(program.other_windows()[0], ui.FIELDS, "Came out well", test=ui.focused)
        ui.type_text("11")
        ui.key("Return")
        says(program, "So many cards were not printed.")
        ui.find(program.other_windows()[0], ui.FIELDS, "Came out well", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text("7")
        ui.key("Tab")
        ui.find(program.other_windows()[0], ui.FIELDS, "Spoiled", test=ui.focused)
        ui.type_text("1")
        ui.key("Return")
        says(program, "7 of 10 blanks came out and have their numbers. 1 was spoiled.")
        desk.wait([DONE], [(BLANK, None)] * 10)
        assert desk.blanks() == [(USED, -7), (SPOILED, -1)], desk.blanks()
        printed = ui.rows(desk.database, "SELECT n_printed FROM plastic_card WHERE card_kind_id = ? ORDER BY id", desk.kind)
        assert printed == [(1,)] * 7 + [(0,)] * 3, printed
        assert ui.rows(desk.database, "SELECT n_done, n_spoiled FROM card_print WHERE id > ?", desk.last_print) == [(7, 1)]
        leave(program)


def test_the_window_was_closed_meanwhile():
    """What the printer did not finish is asked at the foot of the main window then."""
    desk = Desk()
    with cups.Cups() as at, ui.Program(desk.database, env=at.env) as program:
        at.add_queue()
        at.mood("wait")
        open_batch(program)
        press(program, "Print")
        says(program, "is printing")
        leave(program)
        at.mood("fail")
        ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Some of them …"))
        window = dialog(program, "Note it")
        ui.find(window, ui.FIELDS, "Came out well", test=ui.focused)
        ui.wait("the keys", lambda: program.has_keys(window))
        ui.type_text("3")
        ui.key("Return")
        program.says("Noted what came out of the printer. It stays so.")
        ui.gone(program.frame, Role.PUSH_BUTTON, "Some of them …")
        desk.wait([DONE], [(BLANK, None)] * 10)
        assert desk.blanks() == [(USED, -3)], desk.blanks()


def wait_at_printer(program, desk, at):
    """A card of hers is at the printer, and the program ends there."""
    at.mood("wait")
    open_print(program, desk)
    press(program, "Print")
    says(program, "is printing")
    desk.wait([WAITING], [(PRINTING, None)])
    program.kill()


def give_another(desk):
    with contextlib.closing(sqlite3.connect(desk.database)) as file:
        file.execute("INSERT INTO plastic_card (number, card_kind_id, client_id, state, own, issued_day) VALUES ('4009900123457', ?, ?, 3, 0, 20000)",
                     (desk.kind, desk.client))
        file.commit()


def test_after_the_program_ended():
    """A print of which nobody knows: what is refused leaves the question where it is, and giving up takes the job out of the queue."""
    desk = Desk()
    with cups.Cups() as at:
        at.add_queue()
        with ui.Program(desk.database, env=at.env) as program:
            wait_at_printer(program, desk, at)
            give_another(desk)
            program.start()
            ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Printed"))
            program.says("She has a card of this kind")
            desk.wait([WAITING], [(PRINTING, None), (ISSUED, desk.client)])
            ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Give up", ui.enabled))
            program.says("Given up: no card was given out, and the job is out of the printer’s queue.")
            ui.gone(program.frame, Role.PUSH_BUTTON, "Give up")
            desk.wait([CANCELLED], [(BLANK, None), (ISSUED, desk.client)])
            assert at.waiting() == [] and at.jobs() == [], (at.waiting(), at.jobs())


if __name__ == "__main__":
    why = cups.missing()
    if why is not None:
        print(f"1..0 # SKIP {why}")
        sys.exit(0)
    tap.main()

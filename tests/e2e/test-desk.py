"""The main job on the demo salon, by real keys: find a client, book her, acknowledge her alert, make a new one."""
import re
import sqlite3
import subprocess

import tap
import ui
from ui import Role

# Somebody without an alert who had few visits (a short card is found through quickly), with a phone of her own whose last four digits are nobody else's.
SOMEBODY = """
SELECT client.id, client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
JOIN client_stat ON client_stat.client_id = client.id
WHERE client.archived_at IS NULL AND client.alert IS {alert} NULL AND client_stat.visit_days > 3
  AND (SELECT count (*) FROM client_phone AS other
        WHERE substr (other.e164, -4) = substr (client_phone.e164, -4)) = 1
ORDER BY client_stat.visit_days, client.id LIMIT 1"""
BOOKED = "SELECT count (*) FROM visit WHERE client_id = ? AND state = 1"


def booked(database, client):
    return ui.rows(database, BOOKED, client)[0][0]


def open_by_phone(program, phone):
    program.search(phone[-4:])
    ui.key("Return")


def wait_for_times(program):
    """The free times are there, the first is chosen and has the focus."""
    ui.find(program.column(2), name=lambda name: re.search(r"\d\d:\d\d", name or "") is not None, test=ui.focused)


def is_taken_back(program, client, before):
    """No row of the visit is left, and nothing is offered to be taken back any more."""
    ui.wait("no visit in the database", lambda: booked(program.database, client) == before)
    program.says("Undone.")
    assert not [button for note in program.notes() for button in ui.find_all(note, Role.PUSH_BUTTON, "Undo")]
    lines = "SELECT count (*) FROM visit_line WHERE visit_id NOT IN (SELECT id FROM visit)"
    assert ui.rows(program.database, lines) == [(0,)]
    ui.salonctl("--database", program.database, "check")


def test_book_by_four_digits():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert=""))[0]
    with ui.Program(database) as program:
        before = booked(database, client)
        open_by_phone(program, phone)
        wait_for_times(program)
        ui.key("Return")
        ui.wait("the visit in the database", lambda: booked(database, client) == before + 1)


def book_first_time(program, client, phone):
    """Books the first free time by keys and waits until it is kept; returns how many were booked before."""
    before = booked(program.database, client)
    open_by_phone(program, phone)
    wait_for_times(program)
    ui.key("Return")
    ui.wait("the visit in the database", lambda: booked(program.database, client) == before + 1)
    ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit", test=ui.focused)
    return before


def test_booking_taken_back_by_the_button_of_the_note():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert=""))[0]
    with ui.Program(database) as program:
        before = book_first_time(program, client, phone)
        program.press_in_note("Undo")
        is_taken_back(program, client, before)


def test_booking_taken_back_by_key():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert=""))[0]
    with ui.Program(database) as program:
        before = book_first_time(program, client, phone)
        ui.key("ctrl+z")
        is_taken_back(program, client, before)


def test_keys_ahead_of_the_answers():
    """Enter is for what was just typed, Ctrl+Z for what is just being written, however fast the keys come."""
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert=""))[0]
    done = "SELECT name FROM operation ORDER BY id DESC LIMIT 2"
    with ui.Program(database) as program:
        before = booked(database, client)
        ui.type_text(phone[-4:])
        ui.key("Return")
        wait_for_times(program)
        writer = sqlite3.connect(database, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")  # the program has to wait before it can write
        ui.key("Return", "ctrl+z")
        ui.pause(300)  # for a key that does not wait to get lost: the program itself gives up after five seconds
        assert booked(database, client) == before
        writer.close()
        program.says("Undone.")
        assert ui.rows(database, done) == [("undo",), ("booking.book",)], ui.rows(database, done)
        is_taken_back(program, client, before)
        ui.key("ctrl+z")  # nothing is left for it
        ui.key("ctrl+shift+z", "ctrl+z")
        ui.wait("done again and taken back again", lambda: [name for name, in ui.rows(database, done)] == ["undo", "undo"])
        is_taken_back(program, client, before)


def test_enter_pressed_once_too_often_books_once():
    """The visit has the focus then: the next Enter closes it and leaves the search, where Ctrl+Z still takes it back."""
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert=""))[0]
    with ui.Program(database) as program:
        before = book_first_time(program, client, phone)
        ui.key("Return")
        ui.find(program.frame, ui.FIELDS, "Search", test=ui.focused)
        ui.key("Return", "Return")
        ui.settled()
        assert booked(database, client) == before + 1
        ui.key("ctrl+z")
        is_taken_back(program, client, before)


def test_visit_gets_another_time_once():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert=""))[0]
    starts = "SELECT visit_line.start_min FROM visit_line JOIN visit ON visit.id = visit_id WHERE client_id = ? AND state = 1 ORDER BY 1"
    with ui.Program(database) as program:
        before = book_first_time(program, client, phone)
        kept = ui.rows(database, starts, client)
        program.click(ui.find(program.column(2), Role.PUSH_BUTTON, "Another time …"))
        ui.find(program.column(2), Role.PUSH_BUTTON, lambda name: name.startswith("Move to "))
        wait_for_times(program)
        ui.key("Down", "Return")
        ui.wait("another time in the database", lambda: ui.rows(database, starts, client) != kept)
        assert booked(database, client) == before + 1
        ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit", test=ui.focused)
        ui.gone(program.column(2), Role.PUSH_BUTTON, lambda name: name.startswith("Move to "))
        ui.key("alt+b")
        wait_for_times(program)
        ui.key("Return")
        ui.wait("a second visit in the database", lambda: booked(database, client) == before + 2)


def test_alert_is_acknowledged():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY.format(alert="NOT"))[0]
    with ui.Program(database) as program:
        before = booked(database, client)
        open_by_phone(program, phone)
        wait_for_times(program)
        ui.key("Return")
        button = ui.find(program.frame, Role.PUSH_BUTTON, "I have read it")
        assert booked(database, client) == before
        ui.act(button)
        ui.wait("the visit in the database", lambda: booked(database, client) == before + 1)


def test_new_client_from_unknown_phone():
    database = ui.demo_database()
    with ui.Program(database) as program:
        ui.type_text("29777001")
        ui.find(program.frame, Role.LIST_ITEM, "New client “29777001”")
        ui.key("Return")
        ui.find(program.frame, test=lambda thing: thing.get_name() == "First name" and ui.focused(thing))
        ui.type_text("Zaiga")
        ui.key("Return")
        ui.wait("the client in the database", lambda: ui.rows(
            database, "SELECT 1 FROM client JOIN client_phone ON client_id = client.id"
            " WHERE first_name = 'Zaiga' AND e164 = '+37129777001'"))


def test_second_start_raises_the_first():
    database = ui.demo_database()
    with ui.Program(database) as program:
        second = subprocess.run([program.program, "--database", database], timeout=60, check=False)
        assert second.returncode == 0, second.returncode
        assert len(ui.windows_of(program.process.pid)) == 1


if __name__ == "__main__":
    tap.main()

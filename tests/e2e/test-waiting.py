"""Who waits, who asks, who is late and who does not come, by real keys and the pointer; each with its Undo."""
import datetime
import re

import tap
import ui
from ui import Role

# A client without an alert whose name nobody else has and who has no visit to come.
SOMEBODY = """
SELECT client.id, client.first_name || ' ' || client.surname FROM client
WHERE client.archived_at IS NULL AND client.alert IS NULL AND client.first_name IS NOT NULL AND client.surname IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.client_id = client.id AND visit.state < 5)
  AND NOT EXISTS (SELECT 1 FROM client AS other WHERE other.id <> client.id AND other.surname = client.surname)
ORDER BY client.id LIMIT 1"""
SERVICE = "SELECT name FROM service WHERE name = 'Gel polish manicure'"
MASTER = """
SELECT employee.first_name || ' ' || employee.surname FROM employee JOIN employee_service ON employee_id = employee.id
JOIN service ON service.id = service_id WHERE service.name = 'Gel polish manicure' AND employee.archived = 0
  AND employee.bookable = 1 ORDER BY employee.id LIMIT 1"""
EARLY = "06:30"  # nobody else comes so early, whatever day it is
PHONE = "+37129777123"
TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.CHECK_BOX)


def one(database, query, *values):
    return ui.rows(database, query, *values)[0][0]


def side(program, name):
    """Opens a list at the side by its button, whose label counts who waits for an answer."""
    program.click(ui.find(program.frame, TOGGLES, lambda text: re.match(name + r"( · \d+)?$", text) is not None))


def counted(program, name, count):
    label = f"{name} · {count}" if count else name
    ui.find(program.frame, TOGGLES, label)


def wait_on_list(database, client):
    """Puts a client on the waiting list and returns the entry."""
    ui.salonctl("--database", database, "waitlist", "add", "--client", client, "--service", "Gel polish manicure")
    return one(database, "SELECT max (id) FROM waiting")


def ask(database):
    """Somebody whom the salon does not know asks for a visit in a week."""
    day = datetime.date.today() + datetime.timedelta(7)
    ui.salonctl("--database", database, "book", "--request", "--name", "Zelma Jauna", "--phone", PHONE, "--service",
                "Gel polish manicure", "--at", f"{day} 12:00", "--id", "e2e-1")
    return one(database, "SELECT max (id) FROM booking_request")


def book_today(database):
    """Books somebody today, so early that no other visit is near; the visit and her name."""
    client, name = ui.rows(database, SOMEBODY)[0]
    ui.salonctl("--database", database, "book", "--client", client, "--service", "Gel polish manicure", "--with",
                one(database, MASTER), "--at", f"{datetime.date.today()} {EARLY}", "--accept")
    return one(database, "SELECT max (id) FROM visit"), name


def open_visit(program, name):
    program.click(ui.find(program.column(0), Role.LIST_ITEM, lambda text: name in text))
    ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit")


def undone(program, what, fact):
    program.press_in_note("Undo")
    ui.wait(what, fact)
    program.says("Undone.")
    ui.salonctl("--database", program.database, "check")


def test_taken_off_the_waiting_list_by_key():
    database = ui.demo_database()
    client, name = ui.rows(database, SOMEBODY)[0]
    entry = wait_on_list(database, client)
    state = "SELECT state FROM waiting WHERE id = ?"
    with ui.Program(database) as program:
        counted(program, "Waiting", 1)
        side(program, "Waiting")
        row = ui.find(ui.find(program.frame, Role.LIST, "Waiting list"), Role.LIST_ITEM, lambda text: text.startswith(name))
        assert "Gel polish manicure" in row.get_name(), row.get_name()
        ui.walk_to(program.frame, row, "shift+Tab")  # a click would open her card
        ui.key("Delete")
        ui.wait("her place in the database", lambda: one(database, state, entry) == 3)
        undone(program, "her place again", lambda: one(database, state, entry) == 1)
        ui.find(program.frame, Role.LIST_ITEM, lambda text: text.startswith(name))
        counted(program, "Waiting", 1)


def test_request_is_declined():
    database = ui.demo_database()
    request = ask(database)
    state = "SELECT state, reason FROM booking_request WHERE id = ?"
    with ui.Program(database) as program:
        counted(program, "Requests", 1)
        side(program, "Requests")
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Decline …"))
        ui.find(program.frame, ui.FIELDS, "Reason of the refusal", test=ui.focused)
        ui.type_text("No time")
        ui.key("Return")
        ui.wait("the refusal in the database", lambda: ui.rows(database, state, request) == [(3, "No time")])
        undone(program, "the request again", lambda: ui.rows(database, state, request) == [(1, None)])
        ui.find(program.frame, Role.PUSH_BUTTON, "Decline …")
        counted(program, "Requests", 1)


def test_request_of_an_unknown_phone_makes_the_client():
    database = ui.demo_database()
    request = ask(database)
    who = "SELECT client_id FROM client_phone WHERE e164 = ?"
    accepted = "SELECT state, client_id, visit_id FROM booking_request WHERE id = ?"
    assert not ui.rows(database, who, PHONE)
    with ui.Program(database) as program:
        side(program, "Requests")
        ui.shows(program.frame, "new client")
        # the wished time, or one near it, each a button: "Book …" is the accessible name of all of them
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, lambda text: re.match(r"Book .*\d\d:\d\d", text) is not None))
        ui.wait("the client in the database", lambda: ui.rows(database, who, PHONE))
        client = one(database, who, PHONE)
        state, whose, visit = ui.rows(database, accepted, request)[0]
        assert (state, whose) == (2, client), (state, whose, client)
        assert ui.rows(database, "SELECT client_id, state FROM visit WHERE id = ?", visit) == [(client, 1)]
        assert ui.rows(database, "SELECT first_name, surname FROM client WHERE id = ?", client) == [("Zelma", "Jauna")]
        undone(program, "no client", lambda: not ui.rows(database, who, PHONE))
        assert ui.rows(database, accepted, request) == [(1, None, None)]


def test_late_client_is_noted():
    database = ui.demo_database()
    visit, name = book_today(database)
    late = "SELECT late_min, start_min % 1440 FROM visit WHERE id = ?"
    with ui.Program(database) as program:
        open_visit(program, name)
        program.click(ui.find(program.column(2), Role.PUSH_BUTTON, "Late …"))
        ui.shows(program.frame, "How late?")
        program.click(ui.find(program.frame, TOGGLES, "20 min"))
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, lambda text: re.match(r"Keep 0?6:30, note it$", text) is not None))
        ui.wait("the minutes in the database", lambda: ui.rows(database, late, visit) == [(20, 390)])
        undone(program, "no minutes", lambda: ui.rows(database, late, visit) == [(0, 390)])


def test_who_does_not_come():
    database = ui.demo_database()
    visit, name = book_today(database)
    state = "SELECT state FROM visit WHERE id = ?"
    with ui.Program(database) as program:
        open_visit(program, name)
        program.click(ui.find(program.column(2), Role.PUSH_BUTTON, "No-show"))
        ui.wait("the state in the database", lambda: one(database, state, visit) == 7)
        undone(program, "the booking again", lambda: one(database, state, visit) == 1)
        ui.find(program.column(2), Role.PUSH_BUTTON, "No-show")


def test_later_visits_of_a_series_follow():
    """One is cancelled; the note offers the later ones, which are shown before they are cancelled, with one Undo."""
    database = ui.demo_database()
    visit, name = book_today(database)
    ui.salonctl("--database", database, "recur", visit, "--every", "1w", "--times", "4", "--accept")
    later = one(database, "SELECT count (*) - 1 FROM visit WHERE series_id IS NOT NULL")
    assert later > 1, later
    with ui.Program(database) as program:
        open_visit(program, name)
        program.click(ui.find(program.column(2), Role.PUSH_BUTTON, "Cancel the visit"))
        ui.find(program.frame, ui.FIELDS, test=ui.focused)
        ui.key("Return")
        ui.wait("one cancelled", lambda: one(database, "SELECT state FROM visit WHERE id = ?", visit) == 6)
        program.press_in_note("The later ones, too …")
        ui.find(program.frame, Role.PUSH_BUTTON, f"Cancel {later} later visits, too", test=ui.focused)
        ui.key("Return")
        cancelled = "SELECT count (*) FROM visit WHERE series_id IS NOT NULL AND state = 6"
        ui.wait("all cancelled", lambda: one(database, cancelled) == later + 1)
        undone(program, "the later ones again", lambda: one(database, cancelled) == 1)


if __name__ == "__main__":
    tap.main()

"""Holes are filled: cancel, offer, book; a request that comes while the window is open; a visit that repeats, with a clash."""
import datetime
import json

import tap
import ui
from ui import Role

EPOCH = datetime.date(1970, 1, 1)
# A visit of one service by one employee on the first day with some but no Sunday, booked by somebody without an alert.
VISIT = """
SELECT visit.id, visit.client_id, visit.start_min, visit.end_min, visit_line.service_id, visit_line.employee_id
FROM visit JOIN visit_line ON visit_line.visit_id = visit.id JOIN client ON client.id = visit.client_id
JOIN service ON service.id = visit_line.service_id
WHERE visit.day = (SELECT min (day) FROM visit AS other WHERE day > {today} AND state IN (1, 2) AND day % 7 <> 3)
  AND visit.state IN (1, 2) AND client.alert IS NULL AND service.work2_min = 0
  AND 1 = (SELECT count (*) FROM visit_line AS line WHERE line.visit_id = visit.id)
ORDER BY visit.start_min LIMIT 1"""
OTHER = """
SELECT client.id, client.first_name || coalesce (' ' || client.surname, ''), client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
WHERE client.alert IS NULL AND client.archived_at IS NULL AND client.first_name IS NOT NULL AND client.id <> {not_her}
  AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.client_id = client.id AND visit.day > {today})
  AND 1 = (SELECT count (*) FROM client_phone AS other WHERE other.e164 = client_phone.e164)
ORDER BY client.id LIMIT 1"""


def today():
    return (datetime.date.today() - EPOCH).days


def iso(day):
    return (EPOCH + datetime.timedelta(days=day)).isoformat()


def clock(minute):
    return f"{minute % 1440 // 60:02d}:{minute % 60:02d}"


def at(minute):
    return f"{iso(minute // 1440)} {clock(minute)}"


def name_of(database, table, key):
    column = "first_name || coalesce (' ' || surname, '')" if table in ("employee", "client") else "name"
    return ui.rows(database, f"SELECT {column} FROM {table} WHERE id = ?", key)[0][0]


def some_visit(database):
    return ui.rows(database, VISIT.format(today=today()))[0]


def somebody_else(database, client):
    return ui.rows(database, OTHER.format(today=today(), not_her=client))[0]


def open_visit(program, database, visit, client, start):
    """On its day in the queue; then it stands in the right column."""
    begins = clock(start)
    for _ in range(start // 1440 - today()):
        program.click(ui.find(program.column(0), Role.PUSH_BUTTON, "The next day"))
    row = ui.find(program.column(0), Role.LIST_ITEM,
                  name=lambda name: (name or "").startswith(begins) and name_of(database, "client", client) in name)
    program.click(row, times=1)
    ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit")


def test_cancel_then_fill_from_the_waiting_list():
    database = ui.demo_database()
    visit, client, start, end, service, employee = some_visit(database)
    other, other_name, _ = somebody_else(database, client)
    ui.salonctl("--database", database, "waitlist", "add", "--client", str(other), "--service", name_of(database, "service", service),
                "--employee", name_of(database, "employee", employee), "--from", iso(start // 1440), "--to", iso(start // 1440),
                "--after", clock(start), "--before", clock(end))
    with ui.Program(database) as program:
        open_visit(program, database, visit, client, start)
        ui.act(ui.find(program.column(2), Role.PUSH_BUTTON, "Cancel the visit"))                  # one (Enter: no reason)
        ui.find(program.column(2), Role.TEXT, "Reason of the cancellation", test=ui.focused)
        ui.key("Return")
        ui.act(ui.find(program.column(0), Role.PUSH_BUTTON, f"Offer to {other_name}"))            # two
        ui.act(ui.find(program.column(0), Role.PUSH_BUTTON, "Book", test=ui.enabled))             # three
        booked = "SELECT visit.client_id, visit.start_min FROM waiting JOIN visit ON visit.id = waiting.visit_id WHERE waiting.state = 2"
        ui.wait("the visit in the hole", lambda: ui.rows(database, booked) == [(other, start)])
        ui.gone(program.column(0), Role.PUSH_BUTTON, "Book")
        program.press_in_note("Undo")
        ui.wait("she waits again", lambda: ui.rows(database, "SELECT state FROM waiting") == [(1,)])
    ui.salonctl("--database", database, "check")


def ask(database, *words):
    return json.loads(ui.salonctl("--database", database, "--json", "book", "--request", *words))[0]["state"]


def test_request_comes_while_the_window_is_open():
    database = ui.demo_database()
    visit, client, start, _, service, employee = some_visit(database)
    other, other_name, phone = somebody_else(database, client)
    slot = json.loads(ui.salonctl("--database", database, "--json", "slots", "--service", name_of(database, "service", service),
                                  "--from", iso(start // 1440 + 1), "--count", "1"))[0]
    words = ("--name", "Somebody", "--phone", phone, "--service", name_of(database, "service", service), "--at", slot["start"],
             "--id", "77", "--source", "bot")
    with ui.Program(database) as program:
        assert ask(database, *words) == "queued"
        ui.wait("the request in the salon", lambda: ui.rows(database, "SELECT external_id, state FROM booking_request") == [("77", 1)])
        assert ask(database, *words) == "queued"
        ui.act(ui.find(program.column(0), name="Requests · 1", test=lambda thing: thing.get_n_actions() > 0))
        ui.act(ui.find(program.column(0), Role.PUSH_BUTTON, name=lambda name: (name or "").startswith("Book ") and slot["start"][-5:] in name))
        accepted = """SELECT visit.client_id, visit.start_min FROM booking_request AS request
                      JOIN visit ON visit.id = request.visit_id WHERE request.state = 2"""
        minute = (datetime.date.fromisoformat(slot["start"][:10]) - EPOCH).days * 1440 + int(slot["start"][11:13]) * 60 + int(slot["start"][14:])
        ui.wait("the visit", lambda: ui.rows(database, accepted) == [(other, minute)])
    assert ui.rows(database, "SELECT count (*) FROM booking_request") == [(1,)]
    ui.salonctl("--database", database, "check")


def test_visit_repeats_with_a_clash():
    database = ui.demo_database()
    visit, client, start, _, service, employee = some_visit(database)
    other, other_name, _ = somebody_else(database, client)
    ui.salonctl("--database", database, "book", "--client", str(other), "--service", name_of(database, "service", service),
                "--employee", name_of(database, "employee", employee), "--at", at(start + 28 * 1440), "--accept")
    with ui.Program(database) as program:
        open_visit(program, database, visit, client, start)
        ui.act(ui.find(program.column(2), Role.PUSH_BUTTON, "Repeat …"))
        ui.find(program.column(2), Role.LABEL, name=lambda name: "is busy with" in (name or "") and other_name in name)
        ui.act(ui.find(program.column(2), Role.PUSH_BUTTON, name=lambda name: (name or "").startswith("Book ") and "more visit" in name,
                       test=ui.enabled))
        series = "SELECT start_min - ? FROM visit WHERE series_id IS NOT NULL ORDER BY start_min"
        ui.wait("the visits", lambda: len(ui.rows(database, series, start)) > 1)
        later = [minutes for minutes, in ui.rows(database, series, start)]
        assert later[0] == 0 and 28 * 1440 not in later, later  # another day, or another time
        distances = [(minutes + start % 1440) // 1440 for minutes in later]
        assert all(min(abs(day - 28 * n) for n in range(6)) <= 3 for day in distances), distances
        program.press_in_note("Undo")
        ui.wait("taken back", lambda: ui.rows(database, series, start) == [])
    ui.salonctl("--database", database, "check")


if __name__ == "__main__":
    tap.main()

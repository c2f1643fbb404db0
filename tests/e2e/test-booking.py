"""Booking several services on the demo salon, by real keys: hair and nails with two masters, add-ons, services changed afterwards."""
import json
import re

import tap
import ui
from ui import Role

# Somebody without an alert who had one manicure last time, with a phone whose last four digits are nobody else's.
SOMEBODY = """
SELECT client.id, client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
JOIN client_stat ON client_stat.client_id = client.id
JOIN visit ON visit.client_id = client.id AND visit.state = 5 AND visit.day = client_stat.last_day
JOIN visit_line ON visit_line.visit_id = visit.id JOIN service ON service.id = service_id
WHERE client.archived_at IS NULL AND client.alert IS NULL AND service.name = 'Gel polish manicure'
  AND (SELECT count (*) FROM visit_line AS l WHERE l.visit_id = visit.id) = 1
  AND (SELECT count (*) FROM client_phone AS other
        WHERE substr (other.e164, -4) = substr (client_phone.e164, -4)) = 1
ORDER BY client_stat.visit_days, client.id LIMIT 1"""
LINES = """
SELECT service.name, employee_id, room.name, visit_line.start_min, service.work1_min, parent_line_id IS NOT NULL, master_matters
FROM visit JOIN visit_line ON visit_id = visit.id JOIN service ON service.id = service_id LEFT JOIN room ON room.id = room_id
WHERE client_id = ? AND state = 1 AND visit.created_at > 0 AND visit.id = (SELECT max (id) FROM visit)
ORDER BY visit_line.start_min, visit_line.id"""


def lines_of(program, client):
    return ui.rows(program.database, LINES, client)


def newest(program):
    return ui.rows(program.database, "SELECT max (id) FROM visit")[0][0]


def open_by_phone(program, phone):
    program.search(phone[-4:])
    ui.key("Return")


def wait_for_times(program):
    ui.find(program.column(2), name=lambda name: re.search(r"\d\d:\d\d", name or "") is not None, test=ui.focused)


def book_button(program, pattern):
    return ui.find(program.column(2), Role.PUSH_BUTTON, lambda name: re.match(pattern, name or "") is not None)


def duration(minutes):
    parts = [f"{minutes // 60} h" if minutes >= 60 else "", f"{minutes % 60} min" if minutes % 60 else ""]
    return " ".join(part for part in parts if part)


def add_haircut(program):
    ui.key("alt+m")
    ui.find(program.column(2), test=lambda thing: ui.focused(thing) and thing.get_role() in ui.FIELDS)
    ui.type_text("Women")
    ui.key("Return")
    wait_for_times(program)
    book_button(program, r"Book .*\d\d:\d\d–\d\d:\d\d")


def test_hair_and_nails_by_two_masters():
    """Four actions and two typed fields: the last visit knows the nails.  Five and three at most were allowed."""
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY)[0]
    with ui.Program(database) as program:
        before = newest(program)
        open_by_phone(program, phone)                                # typed 1, action 1
        wait_for_times(program)
        add_haircut(program)                                         # action 2, typed 2, action 3
        ui.key("Return")                                             # action 4
        ui.wait("the visit in the database", lambda: newest(program) > before)
        lines = lines_of(program, client)
        assert sorted(line[0] for line in lines) == ["Gel polish manicure", "Women’s haircut"], lines
        assert lines[0][1] != lines[1][1], lines
        assert lines[0][3] + lines[0][4] <= lines[1][3] <= lines[0][3] + lines[0][4] + 30, lines
        ui.key("ctrl+z")
        program.says("Undone.")
        assert newest(program) == before
        ui.salonctl("--database", database, "check")


def test_at_the_same_time_in_one_room():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY)[0]
    with ui.Program(database) as program:
        before = newest(program)
        open_by_phone(program, phone)
        wait_for_times(program)
        add_haircut(program)
        program.click(ui.find(program.column(2), name="At the same time"))
        book_button(program, r"Book .*\d\d:\d\d–\d\d:\d\d")
        program.click(ui.find(program.column(2), name="+ Hair mask"))
        ui.find(program.column(2), name=lambda name: "Hair mask ·" in (name or ""))
        ui.act(book_button(program, r"Book .*\d\d:\d\d–\d\d:\d\d"))
        ui.wait("the visit in the database", lambda: newest(program) > before)
        lines = lines_of(program, client)
        assert len(lines) == 3, lines
        by_name = {line[0]: line for line in lines}
        hair, nails, mask = by_name["Women’s haircut"], by_name["Gel polish manicure"], by_name["Hair mask"]
        assert hair[2] == nails[2] == mask[2], lines
        assert hair[1] == mask[1] != nails[1], lines
        assert mask[5] == 1 and mask[3] == hair[3] + hair[4], lines
        assert nails[3] < hair[3] + hair[4] and hair[3] < nails[3] + nails[4], lines
        ui.salonctl("--database", database, "check")


def test_services_are_changed_afterwards():
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY)[0]
    with ui.Program(database) as program:
        before = newest(program)
        open_by_phone(program, phone)
        wait_for_times(program)
        ui.key("Return")
        ui.wait("the visit in the database", lambda: newest(program) > before)
        visit = newest(program)
        prices = "SELECT price, master_matters FROM visit_line WHERE visit_id = ? ORDER BY id"
        assert ui.rows(database, prices, visit) == [(4200, 0)]
        ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit", test=ui.focused)
        program.click(ui.find(program.column(2), Role.PUSH_BUTTON, "Services …"))
        ui.find(program.column(2), ui.FIELDS, "Start", test=ui.focused)
        ui.key("Tab", "Tab")
        ui.find(program.column(2), ui.FIELDS, "Price", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text("50")
        program.click(ui.find(program.column(2), name="Only this master"))
        ui.act(ui.find(program.column(2), Role.PUSH_BUTTON, "Save"))
        ui.wait("the new price in the database", lambda: ui.rows(database, prices, visit) == [(5000, 1)])
        program.press_in_note("Undo")
        ui.wait("the old price in the database", lambda: ui.rows(database, prices, visit) == [(4200, 0)])
        ui.salonctl("--database", database, "check")


def last_visit_work(database, visit):
    return ui.rows(database, "SELECT work1_min + gap_min + work2_min FROM visit_line WHERE visit_id = ? ORDER BY position", visit)


def own_length(database):
    return ui.rows(database, "SELECT work1_min + gap_min + work2_min FROM service WHERE name = 'Gel polish manicure'")[0][0]


def test_a_length_of_its_own():
    """Typed, then five minutes longer by a key; the free times, the button and the visit follow."""
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY)[0]
    longer = own_length(database) + 30
    with ui.Program(database) as program:
        before = newest(program)
        open_by_phone(program, phone)
        wait_for_times(program)
        program.click(ui.find(program.column(2), ui.FIELDS, "Length"))
        ui.find(program.column(2), ui.FIELDS, "Length", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text(str(longer))
        ui.key("Return", "Up")
        ui.wait("five minutes more in the field",
                lambda: ui.text_of(ui.find(program.column(2), ui.FIELDS, "Length")) == duration(longer + 5))
        ui.act(ui.find(program.column(2), Role.PUSH_BUTTON, lambda name: (name or "").startswith("Book "), test=ui.enabled))
        ui.wait("the visit in the database", lambda: newest(program) > before)
        assert last_visit_work(database, newest(program)) == [(longer + 5,)]
        ui.salonctl("--database", database, "check")


def test_it_repeats_from_the_beginning():
    """Six visits in one operation; one Undo takes all of them back."""
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY)[0]
    visits = "SELECT count (*), count (DISTINCT series_id) FROM visit WHERE client_id = ? AND series_id IS NOT NULL"
    before = ui.rows(database, visits, client)
    with ui.Program(database) as program:
        open_by_phone(program, phone)
        wait_for_times(program)
        program.click(ui.find(program.column(2), name="Repeat …"))
        button = book_button(program, r"Book .*, and \d more")
        n = 1 + int(re.search(r"and (\d) more", button.get_name())[1])
        assert n > 1
        ui.act(button)
        ui.wait("all visits in the database",
                lambda: ui.rows(database, visits, client) == [(before[0][0] + n, before[0][1] + 1)])
        book_button(program, r"Book$")                               # the next one is booked once
        program.press_in_note("Undo")
        ui.wait("none of them in the database", lambda: ui.rows(database, visits, client) == before)
        ui.salonctl("--database", database, "check")


def test_what_follows_closes_up():
    """Hair and nails; the first gets shorter: the second comes earlier by that, and Undo puts both back."""
    database = ui.demo_database()
    client, phone = ui.rows(database, SOMEBODY)[0]
    spans = "SELECT start_min, work1_min FROM visit_line WHERE visit_id = ? ORDER BY start_min"
    with ui.Program(database) as program:
        before = newest(program)
        open_by_phone(program, phone)
        wait_for_times(program)
        add_haircut(program)
        ui.act(book_button(program, r"Book .*\d\d:\d\d–\d\d:\d\d"))
        ui.wait("the visit in the database", lambda: newest(program) > before)
        visit = newest(program)
        agreed = ui.rows(database, spans, visit)
        ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit", test=ui.focused)
        program.click(ui.find(program.column(2), Role.PUSH_BUTTON, "Services …"))
        ui.find(program.column(2), ui.FIELDS, "Start", test=ui.focused)
        ui.key("Tab")
        ui.find(program.column(2), ui.FIELDS, "Length", test=ui.focused)
        ui.key("ctrl+a")
        first = ui.rows(database, "SELECT start_min, work1_min FROM visit_line WHERE visit_id = ? ORDER BY position", visit)[0]
        ui.type_text(str(first[1] - 15))
        ui.key("Return")
        ui.act(ui.find(program.column(2), Role.PUSH_BUTTON, "Save"))
        closed_up = [(agreed[0][0], agreed[0][1] - 15), (agreed[1][0] - 15, agreed[1][1])]
        ui.wait("both lines in the database", lambda: ui.rows(database, spans, visit) == closed_up)
        program.press_in_note("Undo")
        ui.wait("both as they were agreed", lambda: ui.rows(database, spans, visit) == agreed)
        ui.salonctl("--database", database, "check")


def test_a_length_on_the_command_line():
    database = ui.demo_database()
    client, _ = ui.rows(database, SOMEBODY)[0]
    words = ["--service", "Gel polish manicure", "--minutes", str(own_length(database) + 20)]
    slot = json.loads(ui.salonctl("--database", database, "--json", "slots", *words, "--count", "1"))[0]
    minutes = [int(hour) * 60 + int(minute) for hour, minute in (slot[end][-5:].split(":") for end in ("start", "end"))]
    assert minutes[1] - minutes[0] == own_length(database) + 20, slot
    visit = json.loads(ui.salonctl("--database", database, "--json", "book", "--client", str(client), *words, "--at", slot["start"]))
    assert last_visit_work(database, visit[0]["id"]) == [(own_length(database) + 20,)]


if __name__ == "__main__":
    tap.main()

"""Booking several services on the demo salon, by real keys: hair and nails with two masters, add-ons, services changed afterwards."""
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


if __name__ == "__main__":
    tap.main()

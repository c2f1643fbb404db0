"""The history of a client: a telephone rings, the card comes up, the call is noted and taken back."""
import subprocess

import tap
import ui
from ui import Role

# Somebody whose number is nobody else's.
CALLER = """
SELECT client.id, client.first_name, client_phone.e164 FROM client JOIN client_phone ON client_phone.client_id = client.id
WHERE client.archived_at IS NULL AND client.first_name IS NOT NULL AND client.surname IS NOT NULL AND client_phone.position = 0
  AND (SELECT count (*) FROM client_phone AS other WHERE other.e164 = client_phone.e164) = 1
ORDER BY client.id LIMIT 1"""
FAMILY = "SELECT e164 FROM client_phone GROUP BY e164 HAVING count (DISTINCT client_id) > 1 ORDER BY e164 LIMIT 1"
CONTACTS = "SELECT kind, outcome, text FROM contact WHERE client_id = ? ORDER BY id DESC"


def ring(program, *words, status=0):
    """What a telephone program does: it starts the program with the number; the window that is open hears of it."""
    process = subprocess.run([program.program, *program.arguments, *words], env=program.env, stdin=subprocess.DEVNULL,
                             capture_output=True, text=True, timeout=60, check=False)
    assert process.returncode == status, (process.returncode, process.stderr)
    return process.stderr


def card_of(program, first_name):
    return ui.find(program.column(1), ui.BUTTONS, "Name", test=lambda thing: any(first_name in text for text in ui.texts(thing)))


def test_ring_note_the_call_and_take_it_back():
    with ui.Program(ui.demo_database()) as program:
        client, first_name, number = ui.rows(program.database, CALLER)[0]
        before = ui.rows(program.database, CONTACTS, client)
        ring(program, "--phone", number)
        card_of(program, first_name)
        assert ui.rows(program.database, CONTACTS, client) == before, "a ring notes nothing by itself"
        program.click(ui.find(program.column(1), ui.BUTTONS, "Note the Call"))
        ui.find(program.column(1), ui.FIELDS, "What was said", test=ui.focused)
        ui.type_text("asks about Friday")
        ui.key("ctrl+Return")
        ui.wait("the call in the database",
                lambda: ui.rows(program.database, CONTACTS, client) == [(1, None, "asks about Friday"), *before])
        program.says("The call was noted.")
        ui.shows(program.column(1), "asks about Friday")
        ui.key("ctrl+z")
        ui.wait("the call gone", lambda: ui.rows(program.database, CONTACTS, client) == before)


def test_ring_by_address_while_another_client_is_open():
    with ui.Program(ui.demo_database()) as program:
        _, first_name, number = ui.rows(program.database, CALLER)[0]
        ui.key("F7")
        ring(program, f"tel:{number[:4]}-{number[4:]};ext=3")
        card_of(program, first_name)
        ui.find(program.column(1), ui.BUTTONS, "Note the Call")
        assert len(ui.windows_of(program.process.pid)) == 1


def test_ring_of_a_family():
    with ui.Program(ui.demo_database()) as program:
        (number,) = ui.rows(program.database, FAMILY)[0]
        sharing = "SELECT count (DISTINCT client_id) FROM client_phone WHERE e164 = ?"
        (people,) = ui.rows(program.database, sharing, number)[0]
        ring(program, "--phone", number)
        results = ui.find(program.frame, Role.LIST, "Search results")
        ui.wait("all of them", lambda: len(ui.find_all(results, Role.LIST_ITEM)) >= people)
        ui.key("Escape")


def test_ring_of_nobody():
    with ui.Program(ui.demo_database()) as program:
        ring(program, "--phone", "+371 20 000 001")
        ui.find(program.column(1), ui.FIELDS, test=lambda field: "20 000 001" in ui.text_of(field))


def test_started_by_a_ring():
    database = ui.demo_database()
    _, first_name, number = ui.rows(database, CALLER)[0]
    with ui.Program(database, "--phone", number) as program:
        card_of(program, first_name)
        ui.find(program.column(1), ui.BUTTONS, "Note the Call")


def test_what_is_no_number_is_refused():
    with ui.Program(ui.demo_database()) as program:
        for words in (["--phone", "anonymous"], ["tel:"], ["hello"], ["tel:+37120000001", "tel:+37120000002"]):
            assert ring(program, *words, status=2).startswith("salon-desk: "), words
        ring(program, "--phone", "12")
        program.says("too few digits")


def test_note_by_key_keeps_its_draft():
    with ui.Program(ui.demo_database()) as program:
        client, first_name, number = ui.rows(program.database, CALLER)[0]
        ring(program, "--phone", number)
        card_of(program, first_name)
        ui.find(program.column(1), ui.BUTTONS, "Note the Call")
        ui.key("alt+n")
        ui.find(program.column(1), ui.FIELDS, "What was said", test=ui.focused)
        ui.type_text("prefers mornings")
        ui.key("Escape", "alt+n")
        field = ui.find(program.column(1), ui.FIELDS, "What was said", test=ui.focused)
        ui.wait("the draft", lambda: ui.text_of(field) == "prefers mornings")
        ui.key("ctrl+Return")
        ui.wait("the note", lambda: ui.rows(program.database, CONTACTS, client)[0] == (6, None, "prefers mornings"))


if __name__ == "__main__":
    tap.main()

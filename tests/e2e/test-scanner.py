"""A scanner that types, by real keys: whatever has the focus and whatever the layout is, what it reads goes where it
belongs, and the field is as it was."""
import contextlib
import datetime
import os

import tap
import ui
from scangun import LAYOUTS, expect_unknown, keyboard, layout, said, scan, type_keys, with_scanner
from ui import Role

GOODS = ("4750009990012", "4750009990029", "475000999003")
CARD, BLOCKED = "2012345678903", "2100000000005"
MANY = 200 if os.environ.get("SALON_TEST_FULL") else 32


def today():
    return (datetime.date.today() - datetime.date(1970, 1, 1)).days


def prepare():
    """The demo salon with a drawer that is open, three products, and two cards of which one is blocked."""
    database = ui.demo_database()
    ui.salonctl("--database", database, "shift", "open", "--float", "100")
    for number, barcode in enumerate(GOODS, 1):
        ui.salonctl("--database", database, "item", "add", f"Product {number} of the test", "--price", "12.50", "--barcode", barcode,
                    *(["--keep-barcode"] if len(barcode) != 13 else []))
    return database


def give_cards(database, client, other):
    """Two cards as they are kept: one that is given out, and one that is blocked."""
    import sqlite3  # pylint: disable=import-outside-toplevel
    with contextlib.closing(sqlite3.connect(database)) as file:
        kind = file.execute("INSERT INTO card_kind (name) VALUES ('Club')").lastrowid
        for number, whose, state in ((CARD, client, 3), (BLOCKED, other, 4)):
            file.execute("INSERT INTO plastic_card (number, card_kind_id, client_id, state, own, issued_day)"
                         " VALUES (?, ?, ?, ?, 1, ?)", (number, kind, whose, state, today()))
        file.commit()


def somebody_today(database, states):
    """(visit, client, name) of a visit of today in one of these states."""
    marks = ", ".join("?" * len(states))
    return ui.rows(database, f"""
        SELECT visit.id, visit.client_id, client.first_name FROM visit JOIN client ON client.id = visit.client_id
        WHERE day = ? AND state IN ({marks}) AND client.first_name IS NOT NULL
          AND (SELECT count (*) FROM visit AS other WHERE other.client_id = visit.client_id AND other.day = visit.day) = 1
        ORDER BY start_min LIMIT 1""", today(), *states)[0]


def search_of(program):
    return ui.find(program.frame, Role.TEXT, "Search")


@with_scanner
def test_in_a_field_of_every_layout():
    """Codes with letters and digits: the layout must not garble them, and the search stays as it was typed."""
    with ui.Program(ui.demo_database()) as program:
        field = search_of(program)
        ui.wait("focus", lambda: ui.focused(field))
        type_keys("ann")
        ui.wait("typed", lambda: ui.text_of(field) == "ann")
        ui.key("Escape")
        for number in range(MANY):
            words = LAYOUTS[number % len(LAYOUTS)]
            with layout(words, caps=number % 8 > 3):
                code = f"Qwa{number:04}zM-9"
                scan(code, gap=(1, 3, 6, 12)[number // 8 % 4])
                expect_unknown(program, code)
                assert ui.text_of(field) == "ann" and ui.focused(field), ui.text_of(field)
        type_keys("a")
        ui.wait("typed on", lambda: ui.text_of(field) == "anna")
        ui.key("ctrl+z")
        ui.wait("the typing undone", lambda: ui.text_of(field) == "Search" or "Q" not in ui.text_of(field))


def test_words_are_no_scans():
    """15 characters a second, in the search: all of them are there, and nothing was scanned."""
    words = ("anna berzin manikirs krasosana shampoo pedicure kalnina elena vasara rudens ziema pavasaris " * 40).split()[:MANY]
    with ui.Program(ui.demo_database()) as program:
        field = search_of(program)
        ui.wait("focus", lambda: ui.focused(field))
        for number in range(0, len(words), 4):
            text = " ".join(words[number:number + 4])
            type_keys(text)
            ui.wait("typed", lambda text=text: ui.text_of(field) == text)
            ui.key("ctrl+a", "BackSpace")
            ui.wait("empty", lambda: ui.text_of(field) == "Search")
        assert said(program, "The code") == 0, program.log()


@with_scanner
def test_text_view_and_lists():
    """The note of a new client, with a selection in it; then the list of pages; then nothing at all."""
    def selected():
        return note.get_selection(0).end_offset - note.get_selection(0).start_offset == 3

    with ui.Program(ui.demo_database()) as program:
        ui.type_text("29777000")
        ui.find(program.frame, Role.LIST_ITEM, lambda name: "New client" in name)
        ui.key("Up", "Return")
        note = ui.find(program.frame, Role.TEXT, "Note")
        program.click(note)
        ui.wait("focus in the note", lambda: ui.focused(note))
        ui.type_text("likes tea")
        ui.wait("typed", lambda: ui.text_of(note) == "likes tea")
        ui.key("shift+Left", "shift+Left", "shift+Left")
        ui.wait("a selection", selected)
        scan("A1B2C3D4E5")
        expect_unknown(program, "A1B2C3D4E5")
        assert ui.text_of(note) == "likes tea" and ui.focused(note)
        ui.wait("the selection as it was", selected)
        ui.key("ctrl+z")
        ui.wait("the typing undone", lambda: "A1B" not in ui.text_of(note) and ui.text_of(note) != "likes tea")
        ui.key("ctrl+shift+z")
        ui.wait("and done again", lambda: ui.text_of(note) == "likes tea")
        program.click(ui.find(program.frame, Role.LABEL, "not said"))  # its list drops down
        scan("DROPDOWN77")
        expect_unknown(program, "DROPDOWN77")
        ui.key("Escape")
        assert ui.text_of(note) == "likes tea"
        ui.key("F7")
        program.click(ui.find(program.frame, Role.LIST_ITEM, "Clients"))
        scan("LIST123456")
        expect_unknown(program, "LIST123456")
        assert ui.text_of(search_of(program)) == "Search"


@with_scanner
def test_goods_from_everywhere():
    """Goods come into the sale from the desk, from the sale's own field and twice within a moment."""
    database = prepare()
    with ui.Program(database) as program:
        scan(GOODS[0])
        ui.find(program.frame, name="Product 1 of the test")
        field = ui.find(program.frame, Role.TEXT, "Service, product or barcode")
        type_keys("man")
        ui.wait("typed", lambda: ui.text_of(field) == "man")
        keyboard.write(GOODS[1] + "\n" + GOODS[2] + "\n", 3)
        ui.find(program.frame, name="Product 2 of the test")
        ui.find(program.frame, name="Product 3 of the test")
        assert ui.text_of(field) == "man"
        ui.key("ctrl+a", "BackSpace")
        ui.type_text(GOODS[0])  # by hand it is the same
        ui.key("Return")
        ui.wait("two of the first", lambda: ui.find_all(program.frame, test=lambda thing: ui.text_of(thing) == "2"))


@with_scanner
def test_card_of_a_visit():
    """Booked: she has arrived, which Undo takes back.  Arrived: her checkout.  Blocked: red, and nothing happens."""
    database = prepare()
    visit, client, name = somebody_today(database, (1, 2))
    other = ui.rows(database, "SELECT id FROM client WHERE id <> ? AND archived_at IS NULL LIMIT 1", client)[0][0]
    give_cards(database, client, other)
    state = "SELECT state FROM visit WHERE id = ?"
    before = ui.rows(database, state, visit)
    with ui.Program(database) as program:
        scan(CARD)
        ui.wait("arrived", lambda: ui.rows(database, state, visit) == [(3,)])
        program.says(f"{name}")
        program.press_in_note("Undo")
        ui.wait("taken back", lambda: ui.rows(database, state, visit) == before)
        scan(CARD)
        ui.wait("arrived again", lambda: ui.rows(database, state, visit) == [(3,)])
        ui.key("F7")
        ui.shows(program.frame, "600 clients")
        scan(BLOCKED)
        ui.shows(program.frame, "is blocked")
        scan(CARD)
        ui.find(program.frame, name=lambda text: (text or "").startswith("Left to pay"))
        ui.gone(program.frame, test=lambda thing: "is blocked" in (ui.text_of(thing) or ""))


@with_scanner
def test_question_stays():
    """A scan while a question is open does nothing, says so, and the question is still there."""
    database = prepare()
    with ui.Program(database) as program:
        ui.key("F1")
        ui.wait("the window of keys", program.other_windows)
        scan(GOODS[0])  # what is only looked at gives way
        ui.find(program.frame, name="Product 1 of the test")
        ui.wait("it is closed", lambda: not program.other_windows())


@with_scanner
def test_hidden_screen():
    with ui.Program(prepare()) as program:
        ui.key("F12")
        ui.shows(program.frame, "The screen is hidden")
        scan(GOODS[0])
        scan("UNKNOWN123")
        ui.key("F12")
        ui.wait("the screen", lambda: ui.focused(search_of(program)))
        scan("UNKNOWN456")
        expect_unknown(program, "UNKNOWN456")
        assert said(program, "UNKNOWN123") == 0
        assert not ui.find_all(program.frame, name="Product 1 of the test")


if __name__ == "__main__":
    tap.main()

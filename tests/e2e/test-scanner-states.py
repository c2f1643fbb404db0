"""Codes that are not simply good: each leads to a state of the window that can be read and from which one goes on."""
import contextlib
import datetime
import sqlite3

import tap
import ui
from scangun import expect_unknown, keyboard, said, scan, with_scanner
from ui import Role

HERS, OTHERS, BLOCKED, EXPIRED, LATE, RETURNED = ("2012345678903", "2012345678910", "2100000000005", "2200000000002", "2300000000009",
                                                  "2400000000006")
DAMAGED = "2012345678904"  # the last digit of HERS read wrong
FOREIGN = "4009900123457"  # of another chain, as it is printed on its card
TODAY = (datetime.date.today() - datetime.date(1970, 1, 1)).days
STATES = "SELECT number, client_id, state FROM plastic_card ORDER BY number"
REFUSED = ((BLOCKED, "is blocked"), (EXPIRED, "has expired"), (LATE, "expired"), (RETURNED, "was given back"), (DAMAGED, "was misread"))


def quiet_clients(database):
    """(id, first name) of clients with no visit from today on."""
    return ui.rows(database, """
        SELECT id, first_name FROM client WHERE archived_at IS NULL AND first_name IS NOT NULL AND surname IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.client_id = client.id AND visit.day >= ?)
          AND (SELECT count (*) FROM client_phone WHERE client_id = client.id) > 0
        ORDER BY id LIMIT 7""", TODAY)


def prepare():
    """The demo salon with a card in each state; returns (database, the client of HERS, that of OTHERS, one without a card)."""
    database = ui.demo_database()
    people = quiet_clients(database)
    issued, blocked, returned, expired = 3, 4, 6, 7
    cards = ((HERS, issued, None), (OTHERS, issued, None), (BLOCKED, blocked, None), (EXPIRED, expired, None),
             (LATE, issued, TODAY - 1), (RETURNED, returned, None))
    with contextlib.closing(sqlite3.connect(database)) as file:
        file.execute("UPDATE card_kind SET archived = 1")
        kind = file.execute("INSERT INTO card_kind (name, prefix) VALUES ('Club of the test', '20')").lastrowid
        for (number, state, last), (client, _) in zip(cards, people):
            file.execute("INSERT INTO plastic_card (number, card_kind_id, client_id, state, own, issued_day, expires_day)"
                         " VALUES (?, ?, ?, ?, 1, ?, ?)", (number, kind, client, state, TODAY - 100, last))
        file.commit()
    return database, people[0], people[1], people[6]


def shows_client(program, client):
    """Waits until the client is in the middle of the desk."""
    name = client[1]
    column = program.column(1)
    ui.wait(f"{name} at the desk", lambda: any(text.startswith(name) for text in ui.texts(column())))


@with_scanner
def test_refused():
    """A red line says why, until something else is scanned; nothing is changed, and no client is shown."""
    database, hers, _, _ = prepare()
    before = ui.rows(database, STATES)
    visits = ui.rows(database, "SELECT id, state FROM visit ORDER BY id")
    with ui.Program(database) as program:
        for number, why in REFUSED:
            scan(number)
            ui.shows(program.frame, why)
        scan(HERS)
        shows_client(program, hers)
        ui.gone(program.frame, test=lambda thing: REFUSED[-1][1] in (ui.text_of(thing) or ""))
        assert ui.rows(database, STATES) == before and ui.rows(database, "SELECT id, state FROM visit ORDER BY id") == visits


@with_scanner
def test_two_within_50_ms():
    """Both are heard, one after the other: the last one stands."""
    database, hers, other, _ = prepare()
    with ui.Program(database) as program:
        keyboard.write(f"{HERS}\n{OTHERS}\n", 1)
        shows_client(program, other)
        keyboard.write(f"{OTHERS}\n{HERS}\n", 1)
        shows_client(program, hers)
        keyboard.write(f"{OTHERS}\n{BLOCKED}\n", 1)
        ui.shows(program.frame, "is blocked")
        shows_client(program, other)
        keyboard.write(f"{BLOCKED}\n{HERS}\n", 1)
        shows_client(program, hers)
        ui.gone(program.frame, test=lambda thing: "is blocked" in (ui.text_of(thing) or ""))
        keyboard.write("UNKNOWN111\nUNKNOWN222\n", 1)
        expect_unknown(program, "UNKNOWN111")
        expect_unknown(program, "UNKNOWN222")


def show(program, database, client):
    """Brings a client to the desk by the search."""
    phone = ui.rows(database, "SELECT e164 FROM client_phone WHERE client_id = ? LIMIT 1", client[0])[0][0]
    program.search(phone[-8:])
    ui.key("Return")
    shows_client(program, client)


@with_scanner
def test_foreign():
    """Nobody's: it is said, and can become a card of whoever is shown; then it is hers."""
    database, hers, _, nobody = prepare()
    with ui.Program(database) as program:
        show(program, database, nobody)
        scan(FOREIGN)
        expect_unknown(program, FOREIGN)
        program.press_in_note("Issue as a new card to …")
        number = ui.find(program.frame, ui.FIELDS, "Number", test=ui.focused)
        ui.wait("its number", lambda: ui.text_of(number) == FOREIGN)
        program.point_aside()
        ui.key("Return")
        ui.wait("hers", lambda: (FOREIGN, nobody[0], 3) in ui.rows(database, STATES))
        scan(HERS)
        shows_client(program, hers)
        scan(FOREIGN)
        shows_client(program, nobody)
        assert said(program, "The code") == 1, program.log()


@with_scanner
def test_of_somebody_else():
    """Scanned as the new card of a client, the card of another is refused at the field and stays what it was."""
    database, hers, _, nobody = prepare()
    before = ui.rows(database, STATES)
    with ui.Program(database) as program:
        show(program, database, nobody)
        ui.key("alt+i")
        number = ui.find(program.frame, ui.FIELDS, "Number", test=ui.focused)
        scan(HERS)
        ui.shows(program.frame, f"The card {HERS} belongs to somebody else: {hers[1]}")
        assert ui.focused(number) and ui.rows(database, STATES) == before
        ui.key("Escape")
        ui.gone(program.frame, ui.FIELDS, "Number")
        scan(HERS)
        shows_client(program, hers)


@with_scanner
def test_of_somebody_else_while_selling():
    """She is shown, and the sale to another waits as it was."""
    database, hers, other, _ = prepare()
    ui.salonctl("--database", database, "shift", "open", "--float", "100")
    ui.salonctl("--database", database, "item", "add", "Product of the test", "--price", "12.50", "--barcode", "4750009990012")
    with ui.Program(database) as program:
        scan("4750009990012")
        ui.find(program.frame, name="Product of the test")
        scan(HERS)
        ui.shows(program.frame, hers[1])
        scan(OTHERS)
        shows_client(program, other)
        ui.key("F8")
        ui.find(program.frame, name="Product of the test")
        ui.shows(program.frame, hers[1])


if __name__ == "__main__":
    tap.main()

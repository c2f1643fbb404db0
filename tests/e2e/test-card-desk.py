"""Plastic cards at the desk, by real keys: given out and replaced by two actions each, and there after the
program was opened again."""
import contextlib
import sqlite3

import tap
import ui
from ui import Role

CARDS = "SELECT number, state FROM plastic_card WHERE client_id IS NOT NULL ORDER BY id"
ISSUED, REPLACED = 3, 5
BALANCE = "SELECT coalesce (-sum (amount), 0) FROM posting WHERE account = 4"
FOREIGN = "4009900123457"


def prepare():
    """A demo salon with one kind of card of its own."""
    database = ui.demo_database()
    with contextlib.closing(sqlite3.connect(database)) as file:
        file.execute("UPDATE card_kind SET archived = 1")
        file.execute("INSERT INTO card_kind (name, prefix) VALUES ('Club card', '24')")
        file.commit()
    return database


def new_cards(database, before):
    return ui.rows(database, CARDS)[before:]


def show_somebody(program, database):
    """Somebody at the desk, with the focus where a search leaves it."""
    phone = ui.rows(database, "SELECT e164 FROM client_phone GROUP BY e164 HAVING count (*) = 1 ORDER BY e164 LIMIT 1")[0][0]
    ui.type_text(phone[-8:])
    ui.key("Return")
    ui.find(program.frame, Role.PUSH_BUTTON, "Card")


def open_panel(program, title):
    ui.key("alt+i")
    ui.find(program.frame, Role.FORM, title)
    ui.find(program.frame, ui.FIELDS, "Number", test=ui.focused)


def grouped(number):
    return "\u00a0".join(number[i:i + 4] for i in range(0, len(number), 4))


def test_two_actions():
    """Alt+I, Enter: she has a card.  Alt+I, Enter once more: another one instead of it, and her account is as it was."""
    database = prepare()
    before = len(ui.rows(database, CARDS))
    money = ui.rows(database, BALANCE)
    with ui.Program(database) as program:
        show_somebody(program, database)
        open_panel(program, "New card")
        ui.key("Return")
        ui.wait("the card in the file", lambda: [state for number, state in new_cards(database, before)] == [ISSUED])
        program.says("Card given out.")
        first = new_cards(database, before)[0][0]
        open_panel(program, f"A new card instead of {grouped(first)}")
        ui.key("Return")
        ui.wait("the other card", lambda: [state for number, state in new_cards(database, before)] == [REPLACED, ISSUED])
    with ui.Program(database) as program:
        show_somebody(program, database)
        second = new_cards(database, before)[1][0]
        open_panel(program, f"A new card instead of {grouped(second)}")
        assert ui.rows(database, BALANCE) == money


def test_undo_and_refusal():
    """What is typed stays when it is refused; Undo takes the card back."""
    database = prepare()
    before = len(ui.rows(database, CARDS))
    with ui.Program(database) as program:
        show_somebody(program, database)
        open_panel(program, "New card")
        ui.type_text("2412345678902")
        ui.key("Return")
        field = ui.find(program.frame, ui.FIELDS, "Number", test=ui.focused)
        ui.wait("it stays", lambda: ui.text_of(field) == "2412345678902")
        assert new_cards(database, before) == []
        ui.key("ctrl+a")
        ui.type_text(FOREIGN)
        ui.key("Return")
        ui.wait("the card in the file", lambda: new_cards(database, before) == [(FOREIGN, ISSUED)])
        program.says("Card given out.")
        ui.key("ctrl+z")
        ui.wait("nobody's card", lambda: new_cards(database, before) == [])


if __name__ == "__main__":
    tap.main()

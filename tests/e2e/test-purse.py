"""What a client has, by real keys: her account on the card, topping it up at the till."""
import tap
import ui
from ui import Role

MOVED = """
SELECT ledger_entry.note, -amount FROM posting JOIN ledger_entry ON ledger_entry.id = entry_id
WHERE account = 4 AND subject_id = ? ORDER BY entry_id"""


def open_card(program):
    """The first client of the list on her card, at what she has; answers her id."""
    ui.key("F7")
    table = ui.find(program.frame, Role.TREE_TABLE, "Clients")
    rows = ui.find(table, Role.LIST)
    program.click(ui.wait("a client", lambda: next(row for row in ui.children(rows) if "," in row.get_name())))
    ui.key("Return")
    ui.find(program.frame, Role.PUSH_BUTTON, "Book")
    ui.key("ctrl+3")
    ui.find(program.frame, Role.PUSH_BUTTON, "Top up", test=ui.focused)


def moved(database):
    clients = ui.rows(database, "SELECT DISTINCT subject_id FROM posting WHERE account = 4")
    return ui.rows(database, MOVED, clients[0][0]) if clients else []


def test_correct_and_take_back():
    """The account is corrected; a refusal keeps what was typed; Undo takes the correction back."""
    database = ui.demo_database()
    with ui.Program(database) as program:
        open_card(program)
        ui.key("Tab", "Tab", "Return")
        ui.find(program.frame, ui.FIELDS, "Amount", test=ui.focused)
        ui.type_text("20")
        ui.key("Return")
        ui.shows(program.frame, "Say why.")
        ui.find(program.frame, ui.FIELDS, "Why", test=ui.focused)
        ui.type_text("from the old book")
        ui.key("Return")
        ui.wait("the correction in the file", lambda: moved(database) == [("from the old book", 2000)])
        ui.shows(program.frame, "Added: from the old book")
        program.says("Account corrected.")
        ui.key("ctrl+z")
        ui.wait("its reversal in the file", lambda: [amount for note, amount in moved(database)] == [2000, -2000])


def test_top_up():
    """From the card to the till: the line is there, and the client is."""
    database = ui.demo_database()
    ui.salonctl("--database", database, "shift", "open", "--float", "100")
    with ui.Program(database) as program:
        open_card(program)
        ui.key("Return")
        ui.shows(program.frame, "Paid into the account")
        ui.find(program.frame, ui.FIELDS, test=ui.focused)
        ui.type_text("25")
        ui.key("Return")
        ui.wait("the amount to pay", lambda: "25.00\u00a0€" in ui.texts(program.frame))
        ui.key("alt+2")
        ui.key("Return")
        ui.wait("the money on the account", lambda: [amount for note, amount in moved(database)] == [2500])


if __name__ == "__main__":
    tap.main()

"""Cards of one person: found, compared, merged, separated again; and more than two at once."""
import tap
import ui
from ui import Role

TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.CHECK_BOX)
MERGED = "SELECT count (*) FROM client WHERE surname = 'Dubultniece' AND merged_into_id IS NOT NULL"


def database(phones):
    """The demo salon with several cards of one person, all with the number of the first but one of their own, too."""
    path = ui.demo_database()
    for phone in phones:
        ui.salonctl("--database", path, "client", "add", "--first-name", "Zaiga", "--surname", "Dubultniece", "--phone", phone)
    return path


def merged(path):
    return ui.rows(path, MERGED)[0][0]


def open_list(program, text):
    """The list of clients, narrowed to a name."""
    ui.key("F7")
    table = ui.find(program.frame, Role.TREE_TABLE, "Clients")
    program.fill(ui.find(program.frame, ui.FIELDS, "Narrow the list"), text)
    return table


def rows(table):
    """All rows, as soon as the list is narrowed: before that they still move."""
    found = ui.children(ui.find(table, Role.LIST))
    return found if all(row.get_name().startswith("Dubultniece") for row in found) else []


def test_pair_is_merged_and_separated():
    path = database(["+371 26 222 001", "+371 26 222 001"])
    with ui.Program(path) as program:
        ui.key("F7")
        ui.find(program.frame, Role.TREE_TABLE, "Clients")
        program.click(ui.find(program.frame, TOGGLES, "More for the list"))
        program.click(ui.find(program.frame, (Role.MENU_ITEM, Role.PUSH_BUTTON), "Find duplicates …"))
        pairs = ui.find(program.frame, Role.LIST, "Duplicates")
        pair = ui.find(pairs, Role.LIST_ITEM, lambda name: name.count("Dubultniece") == 2)
        program.click(pair)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Merge", test=ui.enabled))
        program.says("Now one card: ")
        assert merged(path) == 1
        ui.gone(pairs, Role.LIST_ITEM, lambda name: name.count("Dubultniece") == 2)
        ui.key("Escape")
        table = open_list(program, "Dubultniece")
        ui.wait("one card", lambda: len(rows(table)) == 1)
        program.click(rows(table)[0], times=2)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, lambda name: name.startswith("Separate the card")))
        ui.wait("two cards", lambda: merged(path) == 0)


def test_merge_of_two_is_taken_back():
    path = database(["+371 26 222 001", "+371 26 222 002"])
    with ui.Program(path) as program:
        table = open_list(program, "Dubultniece")
        ui.wait("both cards", lambda: len(rows(table)) == 2)
        program.click(rows(table)[0])
        ui.key("space", "Down", "space")
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Merge …", test=ui.showing))
        merge = ui.find(program.frame, Role.PUSH_BUTTON, "Merge", test=ui.enabled)
        ui.wait("focus on a card", lambda: ui.focus_of(program.frame) not in (None, merge))
        ui.key("Return")
        program.says("Now one card: ")
        assert merged(path) == 1
        program.press_in_note("Undo")
        ui.wait("two cards", lambda: merged(path) == 0)


def test_three_become_one():
    path = database(["+371 26 222 001", "+371 26 222 002", "+371 26 222 003"])
    with ui.Program(path) as program:
        table = open_list(program, "Dubultniece")
        ui.wait("all cards", lambda: len(rows(table)) == 3)
        program.click(rows(table)[0])
        ui.key("space", "Down", "space", "Down", "space")
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Merge …", test=ui.showing))
        ui.shows(program.frame, "Which card stays?")
        other = ui.find(program.frame, (Role.RADIO_BUTTON, Role.CHECK_BOX), lambda name: name.endswith("222 002"))
        program.click(other)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Merge", test=ui.enabled))
        program.says("Now one card: ")
        program.hold_note()
        assert merged(path) == 2
        stayed = ui.rows(path, "SELECT count (*) FROM client_phone JOIN client c ON c.id = client_id "
                               "WHERE surname = 'Dubultniece' AND merged_into_id IS NULL")
        assert stayed == [(3,)], stayed
        ui.wait("one card in the list", lambda: len(rows(table)) == 1)
        ui.gone(program.frame, TOGGLES, lambda name: name.endswith("ticked"))
        program.press_in_note("Undo")
        ui.wait("three cards", lambda: merged(path) == 0)


if __name__ == "__main__":
    tap.main()

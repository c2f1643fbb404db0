"""The list of clients of the demo salon: filtered, kept as segment and rule, ticked, tagged and taken back; the card."""
import tap
import ui
from ui import Role

LOST = "SELECT count (*) FROM client JOIN client_stat ON client_id = client.id WHERE archived_at IS NULL AND status = 3"
TAGGED = "SELECT count (*) FROM client_tag JOIN tag ON tag.id = tag_id WHERE tag.name = ?"
TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.CHECK_BOX)


class Clients:
    """The page of clients in the window of a program."""

    def __init__(self, program):
        self.program, self.database = program, program.database
        ui.key("F7")
        self.table = ui.find(program.frame, Role.TREE_TABLE, "Clients")
        self.rows = ui.find(self.table, Role.LIST)
        self.first()

    def first(self):
        """The first row, once it has its name."""
        return ui.wait("a client", lambda: next(row for row in ui.children(self.rows) if "," in row.get_name()))

    def bar(self, name):
        """The number at a bar of the breakdown by status, and the bar."""
        bar = ui.find(self.program.frame, TOGGLES, lambda label: label.startswith(f"{name}: "))
        return int(bar.get_name().split(": ")[1].replace(",", "")), bar

    def tick(self, *keys):
        ui.key(*keys)
        ui.settled()

    def choose_tag(self, name):
        """Makes a tag in the list of tags, and gives it."""
        self.program.click(ui.find(self.program.frame, TOGGLES, lambda label: label.startswith("Give or take a tag")))
        field = ui.find(self.program.frame, ui.FIELDS, "Search in the list", test=ui.focused)
        assert field
        ui.type_text(name)
        ui.find(self.program.frame, Role.LIST_ITEM, f"Make the tag “{name}”")
        ui.key("Return")
        self.program.click(ui.find(self.program.frame, Role.PUSH_BUTTON, "Give"))

    def is_tagged(self, name, count):
        ui.wait(f"{count} with “{name}”", lambda: ui.rows(self.database, TAGGED, name)[0][0] == count)


def test_filter_segment_tick_tag_undo():
    with ui.Program(ui.demo_database()) as program:
        clients = Clients(program)
        count, bar = clients.bar("Lost")
        assert count > 3
        program.click(bar)
        ui.shows(program.frame, f"{count} clients")
        ui.wait("a lost client first", lambda: ", Lost" in clients.first().get_name())
        program.click(ui.find(program.frame, TOGGLES, "Save the filter …"))
        ui.find(program.frame, ui.FIELDS, "Name of the segment", test=ui.focused)
        ui.type_text("To call back")
        ui.key("Return")
        program.says("Segment saved.")
        ui.find(program.frame, TOGGLES, lambda label: "To call back" in label)
        assert ui.rows(program.database, "SELECT filter FROM segment WHERE name = 'To call back'") == [("status = lost",)]
        program.click(clients.first())
        clients.tick("space", "Down", "Down", "shift+space")
        ui.find(program.frame, TOGGLES, "3 ticked")
        clients.choose_tag("Callback")
        clients.is_tagged("Callback", 3)
        program.says("“Callback” given to 3 clients.")
        program.press_in_note("Undo")
        clients.is_tagged("Callback", 0)


def test_card_by_keys():
    """From a row to the card, through its tabs, a change and its undo, and back to the row."""
    with ui.Program(ui.demo_database()) as program:
        clients = Clients(program)
        program.click(clients.first())
        ui.key("Down", "Return")
        ui.find(program.frame, Role.PUSH_BUTTON, "Book")
        ui.key("ctrl+2")
        visits = ui.find(program.frame, Role.TREE_TABLE, "Visits")
        row = ui.wait("a visit", lambda: next((row for row in ui.children(ui.find(visits, Role.LIST)) if "," in row.get_name()), None))
        ui.wait("focus in the table", lambda: any(ui.focused(part) for part in ui.walk(visits)))
        ui.key("Down", "Return")
        ui.find(program.frame, ui.BUTTONS, "Close the visit", test=ui.showing)
        assert ui.showing(row)
        ui.key("Escape")
        ui.wait("focus in the table again", lambda: any(ui.focused(part) for part in ui.walk(visits)))
        ui.key("alt+n")
        ui.find(program.frame, ui.FIELDS, "What was said", test=ui.focused)
        ui.type_text("Prefers mornings")
        ui.key("ctrl+Return")
        ui.wait("the note", lambda: ui.rows(program.database, "SELECT count (*) FROM contact WHERE text = 'Prefers mornings'") == [(1,)])
        ui.key("ctrl+5")
        ui.find(program.frame, Role.LIST_ITEM, lambda name: "Prefers mornings" in name)
        ui.key("ctrl+z")
        ui.gone(program.frame, Role.LIST_ITEM, lambda name: "Prefers mornings" in name)
        ui.key("Escape")
        ui.wait("the list again", lambda: any(ui.focused(part) for part in ui.walk(clients.table)))
        ui.wait("the row one came from", lambda: ui.selected(ui.children(clients.rows)[1]))


def test_book_from_the_card():
    with ui.Program(ui.demo_database()) as program:
        clients = Clients(program)
        program.click(clients.first())
        ui.key("Return")
        ui.find(program.frame, Role.PUSH_BUTTON, "Book")
        ui.key("alt+b")
        ui.find(program.frame, Role.PUSH_BUTTON, lambda name: name.startswith("Book "))
        ui.key("Escape")
        ui.wait("the list again", lambda: ui.showing(clients.table))


def test_segment_gets_another_filter():
    with ui.Program(ui.demo_database()) as program:
        clients = Clients(program)
        query = "SELECT filter FROM segment WHERE name = 'Students'"
        before = ui.rows(program.database, query)
        program.click(ui.find(program.frame, TOGGLES, lambda name: name.startswith("Students")))
        ui.wait("a student", lambda: clients.bar("Permanent")[0] < 39)
        program.click(clients.bar("Permanent")[1])
        program.click(ui.find(program.frame, TOGGLES, "Save the filter …"))
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Save changes to “Students”"))
        program.says("Segment saved.")
        assert "status = permanent" in ui.rows(program.database, query)[0][0]
        program.press_in_note("Undo")
        ui.wait("the filter from before", lambda: ui.rows(program.database, query) == before)


def test_category_by_the_filter():
    with ui.Program(ui.demo_database()) as program:
        clients = Clients(program)
        program.click(clients.bar("Lost")[1])
        program.click(ui.find(program.frame, TOGGLES, "Save the filter …"))
        program.click(ui.find(program.frame, TOGGLES, lambda name: name.startswith("Category by rule")))
        program.click(ui.find(program.frame, Role.LIST_ITEM, "Silver"))
        program.says("Rule saved.")
        query = "SELECT filter FROM category_rule JOIN category ON category.id = category_id WHERE name = 'Silver'"
        assert ui.rows(program.database, query) == [("status = lost",)]


if __name__ == "__main__":
    tap.main()

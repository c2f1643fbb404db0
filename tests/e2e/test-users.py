"""Users on the demo salon: switched by keys in the header; what a master may not see or do is not there, or refused."""
import tap
import ui
from ui import Role

OWNER, MASTER = 1, 3
USERS = "SELECT name FROM app_user WHERE role = ? AND archived = 0 ORDER BY id"
# A client with a phone, a surname and few visits, whose last four digits are nobody else's.
SOMEBODY = """
SELECT client.id, client.surname, client.note, client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
JOIN client_stat ON client_stat.client_id = client.id
WHERE client.archived_at IS NULL AND client.alert IS NULL AND client.surname IS NOT NULL AND client.note IS NOT NULL
  AND client_stat.visit_days > 3
  AND (SELECT count (*) FROM client_phone AS other
        WHERE substr (other.e164, -4) = substr (client_phone.e164, -4)) = 1
ORDER BY client_stat.visit_days, client.id LIMIT 1"""


class Desk:
    """The desk with somebody's card, used by the owner."""

    def __init__(self, program):
        self.program, self.database = program, program.database
        self.owner, self.master = (ui.rows(self.database, USERS, role)[0][0] for role in (OWNER, MASTER))
        self.client, self.surname, self.note, self.phone = ui.rows(self.database, SOMEBODY)[0]

    def open_client(self):
        self.program.search(self.phone[-4:])
        ui.key("Return")
        self.line("Name")
        ui.find(self.program.column(2), Role.PUSH_BUTTON, lambda name: ":" in name, test=ui.focused)

    def button(self, name):
        return ui.find(self.program.frame, ui.BUTTONS, name)

    def line(self, name):
        return ui.find(self.program.column(1), ui.BUTTONS, name)

    def become(self, name):
        """Switches the user by keys alone: search, Tab, Enter, down to the name, Enter."""
        now = self.owner if name == self.master else self.master
        ui.key("ctrl+k")
        ui.find(self.program.frame, ui.FIELDS, "Search", test=ui.focused)
        button = self.button(now)
        ui.key("Tab")
        ui.wait("the focus on the user", lambda: any(ui.focused(thing) for thing in ui.walk(button)))
        ui.key("Return")
        ui.find(button, Role.MENU_ITEM, test=ui.focused)
        item = ui.find(button, Role.MENU_ITEM, lambda text: text.startswith(name + " — "))
        ui.walk_to(button, item, "Down")
        ui.key("Return")
        self.button(name)

    def digits_on_the_screen(self):
        """Whether the last digits of the client's phone stand anywhere."""
        return [text for text in ui.texts(self.program.frame) if self.phone[-4:] in "".join(filter(str.isdigit, text))]

    def is_kept(self, column, value):
        ui.wait(f"{column} “{value}” in the database", lambda: ui.rows(
            self.database, f"SELECT {column} FROM client WHERE id = ?", self.client) == [(value,)])

    def change_note(self, text):
        self.program.click(self.line("Note"))
        ui.find(self.program.column(1), ui.FIELDS, "Note", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text(text)
        ui.key("ctrl+Return")
        self.is_kept("note", text)


def test_master_sees_no_contacts_and_books_nobody():
    with ui.Program(ui.demo_database()) as program:
        desk = Desk(program)
        desk.open_client()
        ui.wait("the phone on the screen", desk.digits_on_the_screen)
        desk.become(desk.master)
        ui.wait("no phone on the screen", lambda: not desk.digits_on_the_screen())
        ui.wait("the name cannot be changed", lambda: not ui.enabled(desk.line("Name")))
        ui.gone(program.frame, Role.PUSH_BUTTON, lambda name: name.startswith("Book "))
        ui.wait("nobody can be booked", lambda: not ui.enabled(desk.line("Book")))
        desk.become(desk.owner)
        ui.wait("the phone on the screen", desk.digits_on_the_screen)
        ui.find(program.frame, Role.PUSH_BUTTON, lambda name: name.startswith("Book "))


def test_master_sees_her_own_day():
    with ui.Program(ui.demo_database()) as program:
        desk = Desk(program)
        day = ui.find(program.frame, Role.LIST, "Visits of the day")
        everybody = ui.wait("the visits of the day", lambda: [row.get_name() for row in ui.find_all(day, Role.LIST_ITEM)])
        own = [name for name in everybody if desk.master in name]
        desk.become(desk.master)
        ui.wait("only her own visits", lambda: [row.get_name() for row in ui.find_all(day, Role.LIST_ITEM)] == own)


def test_list_that_was_open_forgets_the_contacts():
    with ui.Program(ui.demo_database()) as program:
        desk = Desk(program)
        ui.key("F7")
        table = ui.find(program.frame, Role.TREE_TABLE, "Clients")
        rows = ui.find(table, Role.LIST)
        ui.wait("a phone in the list", lambda: "+371" in ui.children(rows)[0].get_name())
        desk.become(desk.master)
        ui.wait("rows without phones", lambda: (names := [row.get_name() for row in ui.children(rows)[:40]])
                and all("," in name and "+371" not in name.partition(",")[2] for name in names))


def test_master_undoes_her_own_and_nobody_elses():
    with ui.Program(ui.demo_database()) as program:
        desk = Desk(program)
        desk.open_client()
        desk.change_note("By the owner")
        desk.become(desk.master)
        ui.key("ctrl+z")
        program.says("You are not allowed to undo what somebody else did.")
        desk.is_kept("note", "By the owner")
        desk.change_note("By the master")
        ui.key("ctrl+z")
        desk.is_kept("note", "By the owner")


if __name__ == "__main__":
    tap.main()

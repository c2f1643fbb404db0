"""The client's card on the demo salon: edited in place, by keys and by the pointer, and taken back again."""
import os
import subprocess
import tempfile

import tap
import ui
from ui import Role

# Somebody with a name, a note, few visits and no photo, with a phone of her own whose last four digits are nobody else's.
SOMEBODY = """
SELECT client.id, client.first_name, client.note, client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
JOIN client_stat ON client_stat.client_id = client.id
WHERE client.archived_at IS NULL AND client.alert IS NULL AND client.first_name IS NOT NULL AND client.note IS NOT NULL
  AND client.photo_id IS NULL
  AND (SELECT count (*) FROM client_phone AS other
        WHERE substr (other.e164, -4) = substr (client_phone.e164, -4)) = 1
  AND client_stat.visit_days > 3
ORDER BY client_stat.visit_days, client.id LIMIT 1"""


class Card:
    """Somebody's card in the window of a program."""

    def __init__(self, program):
        self.program, self.database = program, program.database
        self.client, self.first_name, self.note, phone = ui.rows(self.database, SOMEBODY)[0]
        program.search(phone[-4:])
        ui.key("Return")
        self.button("Note")
        # the free times take the focus as soon as they are there: only then is the screen at rest
        ui.find(program.column(2), Role.PUSH_BUTTON, lambda name: ":" in name, test=ui.focused)

    def button(self, name):
        return ui.find(self.program.column(1), ui.BUTTONS, name)

    def sheet(self):
        """What holds all lines of the card."""
        note, thing = self.button("Note"), self.button("Name")
        while not any(below == note for below in ui.walk(thing)):
            thing = thing.get_parent()
        return thing

    def kept(self, column):
        return ui.rows(self.database, f"SELECT {column} FROM client WHERE id = ?", self.client)[0][0]

    def is_kept(self, column, value):
        ui.wait(f"{column} “{value}” in the database", lambda: self.kept(column) == value)

    def field(self, name):
        """The field of that name, once it has the focus."""
        return ui.find(self.program.column(1), ui.FIELDS, name, test=ui.focused)

    def change_first_name(self, text):
        self.program.click(self.button("Name"))
        self.field("First name")
        ui.key("ctrl+a")
        ui.type_text(text)
        ui.key("Return")
        self.is_kept("first_name", text)


def test_note_by_keys_and_back_by_key():
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        program.click(card.button("Name"))
        ui.key("Escape")
        note = card.button("Note")
        ui.walk_to(card.sheet(), note)
        ui.walk_to(card.sheet(), card.button("Name"), "shift+Tab")
        ui.walk_to(card.sheet(), note)
        ui.key("Return")
        card.field("Note")
        ui.key("ctrl+a")
        ui.type_text("Calls back herself")
        ui.key("ctrl+Return")
        card.is_kept("note", "Calls back herself")
        ui.shows(program.column(1), "Calls back herself")
        ui.key("ctrl+z")
        card.is_kept("note", card.note)
        ui.shows(program.column(1), card.note)


def test_name_by_pointer_and_back_by_the_button_of_the_note():
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        card.change_first_name("Zaiga")
        program.press_in_note("Undo")
        card.is_kept("first_name", card.first_name)
        program.says("Undone.")


def test_several_changes_back_one_by_one():
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        card.change_first_name("Zaiga")
        card.change_first_name("Zane")
        ui.key("ctrl+z")
        card.is_kept("first_name", "Zaiga")
        ui.key("ctrl+z")
        card.is_kept("first_name", card.first_name)


def test_undone_is_done_again():
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        card.change_first_name("Zaiga")
        ui.key("ctrl+z")
        card.is_kept("first_name", card.first_name)
        program.says("Undone.")
        ui.key("ctrl+shift+z")
        card.is_kept("first_name", "Zaiga")
        program.says("Done again.")
        program.press_in_note("Undo")
        card.is_kept("first_name", card.first_name)


def test_escape_leaves_what_was_there():
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        before = ui.rows(card.database, "SELECT count (*) FROM operation")[0][0]
        program.click(card.button("Name"))
        card.field("First name")
        ui.type_text("Zaiga")
        ui.key("Escape")
        ui.wait("the focus back on the name", lambda: ui.focused(card.button("Name")))
        assert card.kept("first_name") == card.first_name
        assert ui.rows(card.database, "SELECT count (*) FROM operation")[0][0] == before


def test_what_is_typed_in_a_field_is_undone_there_first():
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        card.change_first_name("Zaiga")
        program.click(card.button("Name"))
        field = card.field("First name")
        ui.key("End")
        ui.type_text("x")
        ui.wait("the letter", lambda: ui.text_of(field) == "Zaigax")
        ui.key("ctrl+z")
        ui.wait("the letter gone", lambda: ui.text_of(field) == "Zaiga")
        ui.key("Escape")
        assert card.kept("first_name") == "Zaiga"


def test_pasted_photo():
    picture = os.path.join(tempfile.mkdtemp(prefix="photo-"), "photo.png")
    subprocess.run(["convert", "-size", "400x300", "gradient:#804020-#f0c080", picture], check=True)
    with ui.Program(ui.demo_database()) as program:
        card = Card(program)
        photo = ui.find(program.column(1), Role.PUSH_BUTTON, lambda name: name.startswith("Photo of"))
        ui.put_picture_on_clipboard(picture)
        program.click(photo)
        ui.act(ui.find(photo, Role.PUSH_BUTTON, "Paste a Copied Picture"))
        ui.wait("the photo in the database", lambda: card.kept("photo_id"))
        size = "SELECT width, height FROM photo WHERE id = ?"
        assert ui.rows(card.database, size, card.kept("photo_id")) == [(400, 300)]
        ui.key("ctrl+z")
        card.is_kept("photo_id", None)


if __name__ == "__main__":
    tap.main()

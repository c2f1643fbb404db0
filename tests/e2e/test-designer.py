"""The designer of plastic cards, by a real pointer and real keys: what is seen is what the file keeps."""
import json

import tap
import ui
from ui import Role

TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.CHECK_BOX)
NAME = "{first_name}\n{surname}"
WIDTH, HEIGHT = 85600, 53980
MARGIN = 36  # pixels around the card


def design(database):
    """The newest design as the file has it."""
    kept = ui.rows(database, "SELECT json FROM card_design ORDER BY id DESC LIMIT 1")
    return json.loads(kept[0][0]) if kept else None


def element(database, wanted):
    return next((one for one in design(database)["front"]["elements"] if one["id"] == wanted), None)


def id_of(database, text):
    return next(one["id"] for one in design(database)["front"]["elements"] if one.get("text") == text)


def box(one):
    return one.get("x", 0), one.get("y", 0), one["width"], one["height"]


def open_cards(program):
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM, "Settings"))
    program.click(ui.find(ui.find(program.frame, Role.LIST, "Sections of the settings"), Role.LIST_ITEM, "Cards"))


def canvas_of(program):
    return ui.find(program.frame, None, "Card", test=ui.focused)


def on_screen(program, canvas, x, y):
    """Where a point of the card, in micrometres, is on the screen: the card is as large as there is room, in the middle."""
    middle_x, middle_y = program.at_rest(canvas)
    extents = ui.extents_of(canvas)
    scale = min((extents.width - 2 * MARGIN) / WIDTH, (extents.height - 2 * MARGIN) / HEIGHT)
    return round(middle_x + (x - WIDTH / 2) * scale), round(middle_y + (y - HEIGHT / 2) * scale), scale


def drag(program, canvas, x, y, dx, dy):
    """Drags what lies there; lengths in micrometres.  Ctrl keeps other edges from holding it."""
    from_x, from_y, scale = on_screen(program, canvas, x, y)
    ui.xdo("mousemove", from_x, from_y, "mousedown", 1, "keydown", "ctrl")
    for step in range(1, 9):
        ui.xdo("mousemove", from_x + round(dx * scale * step / 8), from_y + round(dy * scale * step / 8))
    ui.xdo("mouseup", 1, "keyup", "ctrl")


def test_design():
    """From a shipped design: an element is moved, made larger, says something else; undone, kept, there again after a restart."""
    database = ui.demo_database()
    with ui.Program(database) as program:
        open_cards(program)
        program.click(ui.find(program.frame, TOGGLES, "New design"))
        before = len(ui.rows(database, "SELECT id FROM card_design"))
        program.click(ui.find(program.app, Role.PUSH_BUTTON, "Linen"))
        canvas = canvas_of(program)
        ui.wait("the design in the file", lambda: len(ui.rows(database, "SELECT id FROM card_design")) == before + 1)
        name = id_of(database, NAME)
        x, y, width, height = box(element(database, name))

        drag(program, canvas, x + width // 2, y + height // 2, -4000, 3000)
        ui.wait("the element elsewhere", lambda: box(element(database, name))[:2] != (x, y))
        moved = box(element(database, name))
        assert abs(moved[0] - x + 4000) < 300 and abs(moved[1] - y - 3000) < 300 and moved[2:] == (width, height), moved

        drag(program, canvas, moved[0] + width, moved[1] + height, 5000, 2000)
        ui.wait("the element larger", lambda: box(element(database, name))[2] != width)
        larger = box(element(database, name))
        assert larger[:2] == moved[:2] and abs(larger[2] - width - 5000) < 300 and abs(larger[3] - height - 2000) < 300, larger

        ui.key("Return")
        field = ui.find(program.frame, None, "Text", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text("Guest of honour")
        ui.wait("the text in the file", lambda: element(database, name)["text"] == "Guest of honour")
        assert ui.text_of(field) == "Guest of honour"

        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Undo"))
        ui.wait("the text of before", lambda: element(database, name)["text"] == NAME)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Redo"))
        ui.wait("the text again", lambda: element(database, name)["text"] == "Guest of honour")
        kept = design(database)
        program.quit()

        program.start()
        open_cards(program)
        program.click(ui.find(program.frame, None, "Linen", test=lambda thing: thing.get_role() == Role.LIST_ITEM or thing.get_role_name() == "table cell"))
        canvas_of(program)
        ui.find(ui.find(program.frame, Role.LIST, "Layers"), Role.LIST_ITEM, "Guest of honour")
        assert design(database) == kept


def test_keys():
    """Without a pointer: an element is chosen, moved, copied and taken away by keys; Escape leads back."""
    database = ui.demo_database()
    with ui.Program(database) as program:
        open_cards(program)
        program.click(ui.find(program.frame, TOGGLES, "New design"))
        program.click(ui.find(program.app, Role.PUSH_BUTTON, "Evening"))
        canvas_of(program)
        ui.wait("the design in the file", lambda: design(database) is not None and design(database)["name"] == "Evening")
        first = design(database)["front"]["elements"][0]
        n = len(design(database)["front"]["elements"])
        program.point_aside()
        ui.key("Page_Up", "Right", "Right", "shift+Down")
        ui.wait("the element elsewhere", lambda: box(element(database, first["id"]))[:2] == (
            first.get("x", 0) + 1000, first.get("y", 0) + 100))
        ui.key("ctrl+d")
        ui.wait("a copy", lambda: len(design(database)["front"]["elements"]) == n + 1)
        ui.key("Delete")
        ui.wait("no copy", lambda: len(design(database)["front"]["elements"]) == n)
        ui.key("ctrl+z", "ctrl+z", "ctrl+z")
        ui.wait("all as it was", lambda: design(database)["front"]["elements"][0] == first and len(design(database)["front"]["elements"]) == n)
        ui.key("Escape", "Escape")
        ui.find(program.frame, TOGGLES, "New design")


if __name__ == "__main__":
    tap.main()

"""Selling by real keys."""
import tap
import ui
from ui import Role


def prepare(database):
    ui.salonctl("--database", database, "shift", "open", "--float", "100")


def test_service_in_cash():
    database = ui.demo_database()
    prepare(database)
    with ui.Program(database) as program:
        before = len(ui.rows(database, "SELECT id FROM sale"))
        ui.key("F8")
        entry = ui.find(program.frame, Role.TEXT, "Service, product or barcode", test=ui.focused)
        ui.type_text("man")
        ui.find(program.frame, Role.LIST_ITEM)
        ui.key("Return")
        ui.find(program.frame, name=lambda name: (name or "").startswith("Left to pay"))
        ui.key("alt+1")
        ui.key("Return")
        ui.wait("the receipt in the file", lambda: len(ui.rows(database, "SELECT id FROM sale")) == before + 1)
        ui.find(program.frame, Role.PUSH_BUTTON, "Next sale", test=ui.focused)


if __name__ == "__main__":
    tap.main()

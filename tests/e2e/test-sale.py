"""Selling by real keys."""
import datetime

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
        ui.find(program.frame, Role.TEXT, "Service, product or barcode", test=ui.focused)
        ui.type_text("man")
        ui.find(program.frame, Role.LIST_ITEM)
        ui.key("Return")
        ui.find(program.frame, name=lambda name: (name or "").startswith("Left to pay"))
        ui.key("alt+1")
        ui.key("Return")
        ui.wait("the receipt in the file", lambda: len(ui.rows(database, "SELECT id FROM sale")) == before + 1)
        ui.find(program.frame, Role.PUSH_BUTTON, "Next sale", test=ui.focused)


BOOKED = """
SELECT visit.id, visit.client_id, visit.start_min % 1440, sum (price) FROM visit JOIN visit_line ON visit_id = visit.id
WHERE state IN (1, 2) AND day = ?
GROUP BY visit.id HAVING sum (price) > 2000 ORDER BY visit.start_min LIMIT 1"""
BARCODE = "4750009990012"


def test_check_out_in_five_actions():
    """A visit and a product, part from the account, the rest in cash; then a line of it is given back."""
    database = ui.demo_database()
    prepare(database)
    ui.salonctl("--database", database, "item", "add", "Shampoo of the test", "--price", "12.50", "--barcode", BARCODE)
    visit, client, start, price = ui.rows(database, BOOKED, (datetime.date.today() - datetime.date(1970, 1, 1)).days)[0]
    ui.salonctl("--database", database, "visit", "set-state", str(visit), "arrived")
    ui.salonctl("--database", database, "sale", "--client", str(client), "--top-up", "20", "--pay", "card")
    with ui.Program(database) as program:
        begins = f"{start // 60:02}:{start % 60:02}"
        program.click(ui.find(program.column(0), Role.LIST_ITEM, name=lambda name: (name or "").startswith(begins)))
        ui.find(program.column(2), Role.PUSH_BUTTON, "Close the visit")
        ui.key("F8")                                      # 1
        ui.find(program.frame, Role.TEXT, "Service, product or barcode", test=ui.focused)
        ui.find(program.frame, name=lambda name: (name or "").startswith("Left to pay"))
        ui.type_text(BARCODE)                             # 2, a scan ends with Enter
        ui.key("Return")
        ui.find(program.frame, name="Shampoo of the test")
        ui.key("alt+3")                                   # 3
        ui.key("alt+1")                                   # 4
        ui.key("Return")                                  # 5
        paid = "SELECT method, amount FROM sale_payment JOIN sale ON sale.id = sale_id WHERE visit_id = ? ORDER BY method DESC"
        ui.wait("the receipt in the file", lambda: len(ui.rows(database, paid, visit)) == 2)
        assert ui.rows(database, paid, visit) == [(4, 2000), (1, price + 1250 - 2000)]
        assert ui.rows(database, "SELECT state, settled FROM visit WHERE id = ?", visit) == [(5, 1)]
        ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Give this line back"))
        ui.wait("the line given back", lambda: ui.rows(database, "SELECT count (*) FROM sale WHERE kind = 2") == [(1,)])
    ui.salonctl("--database", database, "check")


if __name__ == "__main__":
    tap.main()

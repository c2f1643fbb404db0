"""Selling by real keys."""
import datetime
import os
import subprocess
import tempfile

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
        paid = "SELECT method, sale_payment.amount FROM sale_payment JOIN sale ON sale.id = sale_id WHERE visit_id = ? ORDER BY method DESC"
        ui.wait("the receipt in the file", lambda: len(ui.rows(database, paid, visit)) == 2)
        assert ui.rows(database, paid, visit) == [(4, 2000), (1, price + 1250 - 2000)]
        assert ui.rows(database, "SELECT state, settled FROM visit WHERE id = ?", visit) == [(5, 1)]
        ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Give this line back"))
        ui.find(program.frame, Role.TEXT, "Why", test=ui.focused)
        ui.type_text("the nail broke")
        ui.key("Return")
        ui.wait("the line given back", lambda: ui.rows(database, "SELECT note FROM sale WHERE kind = 2") == [("the nail broke",)])
        ui.find(program.frame, name=lambda name: (name or "").startswith("Given back. It stays so"))
        assert not ui.find_all(program.frame, Role.PUSH_BUTTON, "Undo")
        ui.key("ctrl+z")
        ui.find(program.frame, name="What was given back or taken back stays so. Sell it again instead.")
        assert len(ui.rows(database, "SELECT id FROM sale WHERE visit_id = ?", visit)) == 2
    ui.salonctl("--database", database, "check")


def sale_field(program):
    return ui.find(program.frame, Role.TEXT, "Service, product or barcode", test=ui.focused)


def choose_client(program, client):
    ui.key("alt+k")
    ui.find(program.frame, Role.TEXT, test=ui.focused)
    ui.type_text(client[1])
    ui.find(program.frame, name=lambda name: client[0] in (name or ""))
    ui.key("Return")
    ui.find(program.frame, name="Account")


CLIENT = """
SELECT first_name, substr (e164, -8), client.id FROM client JOIN client_phone ON client_id = client.id
WHERE archived_at IS NULL AND payer_id IS NULL AND discount_bp = 0 AND first_name || surname NOT GLOB '*[^A-Za-z]*'
GROUP BY e164 HAVING count (*) = 1 ORDER BY client.id LIMIT 1"""


def test_sell_a_ticket_and_use_it():
    database = ui.demo_database()
    prepare(database)
    service, name = ui.rows(database, "SELECT id, name FROM service WHERE name LIKE '%manicure%' AND archived = 0 LIMIT 1")[0]
    ui.salonctl("--database", database, "ticket", "add-kind", "Five for less", "--price", "100", "--units", "5", "--service", name)
    client = ui.rows(database, CLIENT)[0]
    with ui.Program(database) as program:
        ui.key("F8")
        sale_field(program)
        choose_client(program, client)
        sale_field(program)
        ui.type_text("five for")
        ui.find(program.frame, Role.LIST_ITEM, "Five for less")
        ui.key("Return")
        ui.find(program.frame, name=lambda name: (name or "").startswith("Left to pay"))
        sale_field(program)
        ui.type_text(name)
        ui.find(program.frame, Role.LIST_ITEM, name)
        ui.key("Return")
        ui.find(program.frame, Role.PUSH_BUTTON, name=lambda name: (name or "").startswith("By season ticket: Five for less"))
        ui.key("alt+5")
        ui.find(program.frame, Role.PUSH_BUTTON, name=lambda name: (name or "").startswith("Not by season ticket"))
        ui.key("alt+2")
        ui.key("Return")
        used = "SELECT subject_id, ticket_units, amount FROM sale_line WHERE ticket_id IS NOT NULL"
        ui.wait("its use in the file", lambda: ui.rows(database, used) == [(service, 1000, 2000)])
        assert ui.rows(database, "SELECT client_id FROM ticket") == [(client[2],)]
        paid = "SELECT method, sale_payment.amount FROM sale_payment JOIN sale_line USING (sale_id) WHERE ticket_id IS NOT NULL ORDER BY method"
        assert ui.rows(database, paid) == [(2, 10000), (6, 2000)], ui.rows(database, paid)
    ui.salonctl("--database", database, "check")


def text_of(path):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-layout", path, "-"], stdout=subprocess.PIPE, check=True)
    return " ".join(done.stdout.decode().split())


def paper_of(program):
    return next((window for window in program.other_windows() if ui.find_all(window, Role.PUSH_BUTTON, "Save as PDF …")), None)


def save_receipt(program, database, path):
    """The window with the paper stays when the one for files goes."""
    ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Look at it …"))
    ui.wait("the paper", lambda: program.has_keys(paper_of(program)))
    ui.act(ui.find(paper_of(program), Role.PUSH_BUTTON, "Save as PDF …"))
    program.chose_file = True
    ui.wait("a window for files that has the keys", lambda: program.has_keys(next(
        (window for window in program.other_windows() if ui.find_all(window, ui.FIELDS, test=ui.focused)), None)))
    ui.key("ctrl+a")
    ui.type_text(path)
    ui.key("Return")
    ui.wait("that it was handed over", lambda: ui.rows(database, "SELECT count (*) FROM journal WHERE entity = 'slip'") == [(1,)])
    ui.wait("the paper has the keys again", lambda: program.has_keys(paper_of(program)))
    ui.key("Escape")
    ui.wait("one window", lambda: paper_of(program) is None)


def test_receipt_and_its_copy():
    """What is saved a second time says that it is a copy, and the program remembers that after it was closed."""
    database = ui.demo_database()
    prepare(database)
    folder = tempfile.mkdtemp(prefix="receipt-")
    ui.salonctl("--database", database, "item", "add", "Shampoo of the test", "--price", "12.50", "--barcode", BARCODE)
    ui.salonctl("--database", database, "sale", "--item", BARCODE, "--pay", "cash")
    with ui.Program(database) as program:
        first, second = (os.path.join(folder, name) for name in ("first.pdf", "second.pdf"))
        ui.key("F8")
        sale_field(program)
        ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "Receipts …"))
        ui.find(program.frame, Role.LIST_ITEM, name=lambda name: (name or "").startswith("1, "), test=ui.focused)
        ui.key("Return")
        ui.find(program.frame, Role.PUSH_BUTTON, "Give this line back")
        save_receipt(program, database, first)
    ui.salonctl("--database", database, "sale", "print", "1", "-o", second, "--roll")
    assert "Shampoo of the test" in text_of(first) and "Copy" not in text_of(first), text_of(first)
    assert "Copy" in text_of(second), text_of(second)


if __name__ == "__main__":
    tap.main()

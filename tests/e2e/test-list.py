"""The list of all clients, scrolled to its last row by the wheel and by keys: the demo salon's 600 clients, or with
SALON_TEST_FULL=1 also 100,000.  The longest time for which the main loop did not answer is printed: no frame can be
drawn meanwhile."""
import os
import statistics

import tap
import ui
from ui import Role

LAST = """
SELECT client.surname, client.first_name, client.patronymic
FROM client_stat JOIN client ON client.id = client_id
WHERE archived = 0 ORDER BY visit_days {order}, client_id {order} LIMIT 1"""
COUNT = "SELECT count (*) FROM client_stat WHERE archived = 0"
WHEEL_MS = 50  # other load makes single rounds longer; what really holds up the main loop does so in each
JUMP_MS = 500  # GTK 4.8 fills some 200 rows anew, also for each picture when the wheel flies through a long list
TOP, BOTTOM, EDGE = 1, -1, 12


class List:
    """The page of clients in the window of a program."""

    def __init__(self, program):
        self.program = program
        self.count = ui.rows(program.database, COUNT)[0][0]
        ui.key("F7")
        ui.shows(program.frame, f"{self.count} clients")
        self.table = ui.find(program.frame, Role.TREE_TABLE, "Clients")
        self.rows = ui.find(self.table, Role.LIST)
        self.wheel_waits, self.jump_waits, self.aside = [], [], 20
        ui.wait("the first client", lambda: self.name(0).startswith(self.end("DESC") + ", "))

    def end(self, order):
        """The name of the client at one end of the list, as her row shows it."""
        return " ".join(part for part in ui.rows(self.program.database, LAST.format(order=order))[0] if part)

    def name(self, index):
        """The name of a row of those that GTK keeps: some 200 around those in view, in their order."""
        return ui.children(self.rows)[index].get_name()

    def chosen(self):
        """The name of the row that is chosen, or None."""
        return next((row.get_name() for row in reversed(ui.children(self.rows)) if ui.selected(row)), None)

    def row_at(self, edge):
        """The name of the row at the top (1) or bottom (-1) edge: where the extents of rows out of view are, GTK 4.8 does
        not know, so the pointer has to find out."""
        x, y = self.program.place(self.rows)
        y -= edge * (ui.extents_of(self.rows).height // 2 - EDGE)
        self.aside = -self.aside  # else it would be a double click
        before = self.chosen()
        ui.xdo("mousemove", x + self.aside, y, "click", 1)
        try:
            return ui.wait("another chosen row", lambda: self.chosen() not in (None, before) and self.chosen(), seconds=0.5)
        except ui.TooLate:
            return ui.wait("a chosen row", self.chosen)  # the same as before

    def is_at(self, edge, name):
        return self.row_at(edge).startswith(name + ", ")

    def wheel(self, clicks):
        with ui.LoopWatch(self.program) as watch:
            self.program.wheel(self.table, clicks)
        self.wheel_waits.append(watch.longest)

    def wheel_to_the_end(self, at_once, most):
        """Turns the wheel until the last row is at the bottom; returns after how many clicks it was."""
        for turned in range(at_once, most + at_once, at_once):
            self.wheel(at_once)
            if self.name(-1).startswith(self.end("ASC") + ", ") and self.is_at(BOTTOM, self.end("ASC")):
                return turned
        raise AssertionError(f"not at the end after {most} clicks of the wheel, but at {self.row_at(BOTTOM)}")

    def key(self, key, edge, name):
        with ui.LoopWatch(self.program) as watch:
            ui.key(key)
            ui.settled()
        self.jump_waits.append(watch.longest)
        assert self.is_at(edge, name), f"{self.row_at(edge)} after {key} instead of {name}"

    def has_all(self):
        """No row waits for its content, and nothing asks to load more."""
        ui.wait("every row with a name", lambda: all("," in row.get_name() for row in ui.children(self.rows)))
        assert not ui.find_all(self.table.get_parent(), Role.PUSH_BUTTON, lambda name: "more" in name.lower())


def through(size, at_once, most, wheel_ms):
    """To the end by the wheel, to the start and the end by keys, a little back and to the end by the wheel."""
    with ui.Program(ui.invented_database(size)) as program:
        clients = List(program)
        first, last = clients.end("DESC"), clients.end("ASC")
        clicks = clients.wheel_to_the_end(at_once, most)
        clients.has_all()
        clients.key("Home", TOP, first)
        clients.has_all()
        clients.key("End", BOTTOM, last)
        clients.wheel(-at_once)
        assert not clients.is_at(BOTTOM, last)
        clients.wheel_to_the_end(at_once, 3 * at_once)
        clients.has_all()
        print(f"# {clients.count} clients: the last one after {clicks} clicks of the wheel; the main loop let wait for at most "
              f"{max(clients.wheel_waits):.1f} ms while the wheel turned ({statistics.median(clients.wheel_waits):.1f} ms in "
              f"half of the rounds) and {max(clients.jump_waits):.1f} ms at Home and End")
        assert min(clients.wheel_waits) < wheel_ms * ui.SLOWNESS
        assert min(clients.jump_waits) < JUMP_MS * ui.SLOWNESS


def test_demo_to_the_last_row():
    through("demo", 60, 1200, WHEEL_MS)


def test_100000_clients_to_the_last_row():
    if os.environ.get("SALON_TEST_FULL") != "1":
        raise tap.Skip("only in the long version")
    through("large", 600, 90000, JUMP_MS)


if __name__ == "__main__":
    tap.main()

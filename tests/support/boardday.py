"""A quiet day on the board of the demo salon, and what scenarios do with it: find, press, drag."""
import datetime
import json
import re

import ui
from ui import Role

SERVICE = "Classic manicure"
JANA, OKSANA = "Jana Vītola", "Oksana Shevchenko"
MINUTE = 24 / 15  # pixels at the usual zoom
CLIENTS = """
SELECT client.id, client.surname || ' ' || client.first_name, client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
WHERE client.archived_at IS NULL AND client.alert IS NULL AND client.surname IS NOT NULL AND client.first_name IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM visit WHERE visit.client_id = client.id{state})
  AND (SELECT count (*) FROM client_phone AS other WHERE substr (other.e164, -5) = substr (client_phone.e164, -5)) = 1
ORDER BY client.id LIMIT 2"""
LINE = """
SELECT employee.first_name || ' ' || employee.surname, visit_line.start_min % 1440, visit_line.work1_min, visit.state
FROM visit JOIN visit_line ON visit_line.visit_id = visit.id JOIN employee ON employee.id = visit_line.employee_id
WHERE visit.client_id = ? AND visit.state <> 6 AND visit_line.start_min / 1440 = ? ORDER BY visit_line.id"""


class Day:
    """A quiet day: one visit with Jana at 12:00, another with Oksana at 15:00, somebody who is not booked yet."""

    def __init__(self):
        self.database = ui.demo_database()
        self.day = self._quiet_day()
        self.number = (self.day - datetime.date(1970, 1, 1)).days
        self.moved, self.other = ui.rows(self.database, CLIENTS.format(state=" AND visit.state = 1"))
        self.third = ui.rows(self.database, CLIENTS.format(state=""))[0]  # was never here: there is no "as last time"
        assert self.third[0] not in (self.moved[0], self.other[0])
        self._book(self.moved, JANA, "12:00")
        self._book(self.other, OKSANA, "15:00")

    def _quiet_day(self):
        for ahead in range(50, 90):
            day = datetime.date.today() + datetime.timedelta(days=ahead)
            rows = json.loads(ui.salonctl("--database", self.database, "--json", "board", "--day", day.isoformat()))
            load = {row["column"]: row["load"] for row in rows}
            if load.get(JANA) == 0 and load.get(OKSANA) == 0:
                return day
        raise AssertionError("no quiet day")

    def _book(self, client, employee, time):
        ui.salonctl("--database", self.database, "book", "--client", client[0], "--service", SERVICE, "--employee", employee,
                    "--at", f"{self.day.isoformat()} {time}")

    def kept(self, client):
        """Where the visit of the client is, as the salon keeps it: master, minute of the day, minutes, state."""
        found = ui.rows(self.database, LINE, client[0], self.number)
        return found[0] if found else None

    def wait_kept(self, client, employee, minute, length):
        ui.wait(f"{employee} {minute} {length}, not {self.kept(client)}",
                lambda: (self.kept(client) or ())[:3] == (employee, minute, length))


# ---- looking ----

def time_text(minute):
    return f"{minute // 60:02}:{minute % 60:02}"


def is_of(client, text):
    """Whether a text names the client, in whichever order."""
    return all(word in text for word in client[1].split())


def block(program, client, minute=None, employee=None):
    """The cell of a visit, as a screen reader finds it."""
    def is_it(name):
        return is_of(client, name) and (minute is None or name.startswith(time_text(minute))) and (employee or "") in name
    return ui.find(program.frame, Role.TABLE_CELL, is_it)


def head(program, name):
    return ui.find(program.frame, Role.PUSH_BUTTON, lambda text: text.startswith(name))


def go_by_calendar(program, day):
    """Two months ahead by the arrows of the calendar at the side, then the day."""
    month = datetime.date.today().replace(day=1)
    while month < day.replace(day=1):
        ui.act(ui.find(program.frame, Role.PUSH_BUTTON, "The next month"))
        month = (month + datetime.timedelta(days=31)).replace(day=1)
        ui.shows(program.frame, f"{month:%B} {month.year}")
    ui.act(ui.find(program.frame, Role.PUSH_BUTTON, lambda name: re.match(rf"{day.day} {day:%B} {day.year}\b", name)))


def show_board(program, day):
    ui.key("F3")
    ui.find(program.frame, Role.TABLE)
    go_by_calendar(program, day.day)
    block(program, day.moved, 12 * 60)


# ---- acting ----

def press_and_move(program, x, y, dx, dy, steps=10):
    ui.xdo("mousemove", x, y, "mousedown", 1)
    for step in range(1, steps + 1):
        ui.xdo("mousemove", round(x + dx * step / steps), round(y + dy * step / steps))


def release():
    ui.xdo("mouseup", 1)


def column_step(program, one, other):
    return program.place(head(program, other))[0] - program.place(head(program, one))[0]


def lower_edge(program, cell):
    x, y = program.at_rest(cell)
    return x, y + ui.extents_of(cell).height // 2 - 3


def ghost_names(program, client):
    """The reason that stands at the pointer while it is still pressed."""
    ui.find(program.frame, Role.STATUS_BAR, test=lambda thing: is_of(client, thing.get_description() or ""))


def focus_name(program):
    return ui.wait("a focus", lambda: ui.focus_of(program.frame).get_name())


def walk_down_to(program, client):
    for _ in range(40):
        before = focus_name(program)
        if is_of(client, before):
            return
        ui.key("Down")
        ui.wait("the focus further down", lambda: focus_name(program) != before)
    raise AssertionError(f"the focus came to {focus_name(program)}")


def choose_service(program):
    """The list of services drops down by itself where there is no last time."""
    ui.find(program.frame, name="Search in the list", test=ui.focused)
    ui.type_text(SERVICE)
    ui.key("Return")


def open_by_search(program, day):
    """The visit by the search: the board goes to its day and chooses it."""
    ui.key("F3")
    ui.find(program.frame, Role.TABLE)
    program.search(day.moved[2][-5:])
    ui.key("Down", "Return")
    ui.wait("focus on the visit", lambda: ui.focused(block(program, day.moved, 12 * 60)))

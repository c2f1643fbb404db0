"""Shifts on the demo salon: painted by pointer and by keys, by a pattern, taken back; an absence over visits, for which
the sick-day helper finds new places."""
import calendar
import datetime

import tap
import ui
from ui import Role

TOGGLES = (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON, Role.CHECK_BOX)
EPOCH = datetime.date(1970, 1, 1)
MONTHS_AHEAD = 5  # where nobody is booked yet
# An employee with a few open visits on one day soon, all of them hers alone.
BUSY = """
SELECT line.employee_id, employee.first_name || coalesce (' ' || employee.surname, ''), visit.day, count (DISTINCT visit.id)
FROM visit JOIN visit_line AS line ON line.visit_id = visit.id JOIN employee ON employee.id = line.employee_id
WHERE visit.day BETWEEN ? + 1 AND ? + 6 AND visit.state <= 2
GROUP BY line.employee_id, visit.day HAVING count (DISTINCT visit.id) BETWEEN 2 AND 5
ORDER BY count (DISTINCT visit.id) DESC, visit.day, line.employee_id LIMIT 1"""
OPEN = """
SELECT count (DISTINCT visit.id) FROM visit JOIN visit_line AS line ON line.visit_id = visit.id
WHERE line.employee_id = ? AND visit.day = ? AND visit.state <= 2"""
SHIFTS = "SELECT day, from_min, to_min FROM shift WHERE employee_id = ? AND day BETWEEN ? AND ? ORDER BY day, from_min"


def number(date):
    return (date - EPOCH).days


def month_ahead(n):
    today = datetime.date.today()
    month = today.month - 1 + n
    return datetime.date(today.year + month // 12, month % 12 + 1, 1)


class Shifts:
    """The month of shifts, opened from the search."""

    def __init__(self, program):
        self.program, self.database = program, program.database
        ui.key("ctrl+k")
        program.search("shifts of the month")
        ui.key("Return")
        self.grid = ui.find(program.frame, Role.TABLE, "Shifts")
        self.employee, self.name = ui.rows(self.database, "SELECT id, first_name || coalesce (' ' || surname, '')"
                                           " FROM employee WHERE archived = 0 ORDER BY position, id LIMIT 1")[0]

    def date_text(self, date):
        return f"{date.day} {date:%B} {date.year}"

    def cell(self, date, name=None):
        """The cell of a day, whatever it says."""
        start = f"{name or self.name}, {self.date_text(date)}:"
        return ui.find(self.grid, Role.TABLE_CELL, lambda text: text.startswith(start))

    def says(self, date, words):
        ui.wait(f"“{words}” on {date}", lambda: words in self.cell(date).get_name())

    def go_ahead(self, n):
        """Steps by keys from the focus in the grid."""
        self.program.click(self.cell(datetime.date.today()))
        for step in range(1, n + 1):
            ui.key("Next")
            self.cell(month_ahead(step))

    def shifts(self, first, days):
        return ui.rows(self.database, SHIFTS, self.employee, number(first), number(first) + days - 1)

    def add_brush(self, name, begin, end):
        self.program.click(ui.find(self.program.frame, Role.PUSH_BUTTON, "Add a kind of shift"))
        ui.find(self.program.frame, ui.FIELDS, lambda text: text.startswith("Name"), test=ui.focused)
        ui.type_text(name)
        for label, time in (("From", begin), ("To", end)):
            self.program.fill(ui.find(self.program.frame, ui.FIELDS, label), time)
        ui.key("Return")
        return ui.find(self.program.frame, TOGGLES, lambda text: text.startswith(name + ","))


def test_painted_taken_back_and_by_a_pattern():
    with ui.Program(ui.demo_database()) as program:
        shifts = Shifts(program)
        brush = shifts.add_brush("Long", "8:00", "22:00")
        shifts.go_ahead(MONTHS_AHEAD)
        first = month_ahead(MONTHS_AHEAD)
        # a week by one stroke of the pointer
        program.click(brush)
        start, end = shifts.cell(first), shifts.cell(first + datetime.timedelta(6))
        program.drag(start, program.place(end)[0] - program.place(start)[0], 0, steps=12)
        ui.wait("a week of shifts", lambda: shifts.shifts(first, 31) == [(number(first) + n, 480, 1320) for n in range(7)])
        shifts.says(first, "08:00–22:00")
        ui.key("ctrl+z")
        ui.wait("no shift", lambda: shifts.shifts(first, 31) == [])
        # by keys: two days chosen with Shift, Space paints, Delete erases
        program.click(shifts.cell(first + datetime.timedelta(10)))
        ui.wait("one shift", lambda: len(shifts.shifts(first, 31)) == 1)
        ui.key("Right", "shift+Right", "space")
        ui.wait("three shifts", lambda: len(shifts.shifts(first, 31)) == 3)
        ui.key("Delete")
        ui.wait("one shift again", lambda: len(shifts.shifts(first, 31)) == 1)
        ui.key("ctrl+z", "ctrl+z", "ctrl+z")
        ui.wait("nothing", lambda: shifts.shifts(first, 31) == [])
        # two and two over the month
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Pattern…"))
        pattern = ui.find(program.frame, Role.COMBO_BOX, test=lambda thing: any(ui.focused(part) for part in ui.walk(thing)))
        ui.key("Return")
        ui.find(pattern, Role.LABEL, "Two and two (2/2)")
        ui.key("Down", "Return")
        program.fill(ui.find(program.frame, ui.FIELDS, "Hours"), "9-14, 15-02")
        ui.key("Return")
        days = calendar.monthrange(first.year, first.month)[1]
        expected = [(number(first) + n, begin, end) for n in range(days)
                    for begin, end in (((540, 840), (900, 1560)) if n % 4 < 2 else ((0, 0),))]
        ui.wait("two and two", lambda: shifts.shifts(first, days) == expected)
        ui.key("ctrl+z")
        ui.wait("nothing", lambda: shifts.shifts(first, 31) == [])


def test_hours_typed_in_place_are_refused_when_they_end_before_they_begin():
    with ui.Program(ui.demo_database()) as program:
        shifts = Shifts(program)
        shifts.go_ahead(MONTHS_AHEAD)
        first = month_ahead(MONTHS_AHEAD)
        program.click(shifts.cell(first))
        ui.key("Right", "Return")
        field = ui.find(program.frame, ui.FIELDS, "Hours", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text("19-10")
        ui.key("Return")
        ui.shows(program.frame, "The end must come after the beginning.")
        assert shifts.shifts(first, 31) == []
        ui.wait("the focus in the field", lambda: ui.focused(field))
        ui.key("ctrl+a")
        ui.type_text("18-02")
        ui.key("Return")
        ui.wait("the night", lambda: shifts.shifts(first, 31) == [(number(first) + 1, 1080, 1560)])
        ui.wait("the focus on the day again", lambda: ui.focused(shifts.cell(first + datetime.timedelta(1))))


def test_absence_over_visits_and_the_sick_day():
    with ui.Program(ui.demo_database()) as program:
        shifts = Shifts(program)
        today = number(datetime.date.today())
        employee, name, day, count = ui.rows(shifts.database, BUSY, today, today)[0]
        date = EPOCH + datetime.timedelta(day)
        if date.month != datetime.date.today().month:
            shifts.go_ahead(1)
        program.click(shifts.cell(date, name))
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Absence…"))
        ui.find(program.frame, ui.FIELDS, "First day")
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Add"))
        told = ui.find(program.frame, Role.LABEL, lambda text: "outside the working time:" in text)
        assert told.get_name().count("\n") == count and name in told.get_name(), told.get_name()
        absences = "SELECT count (*) FROM absence WHERE employee_id = ? AND first_day = ?"
        before = ui.rows(shifts.database, absences, employee, day)[0][0]
        ui.find(program.frame, Role.PUSH_BUTTON, "Find new times…", test=ui.focused)
        ui.key("Return")
        apply = ui.find(program.frame, Role.PUSH_BUTTON, "Apply all")
        ui.wait("proposals", lambda: len(ui.find_all(program.frame, TOGGLES, lambda text: text.endswith(": Call first")))
                == count)
        # one is not moved: one click
        program.click(ui.find_all(program.frame, TOGGLES, lambda text: text.endswith(": Call first"))[0])
        ui.shows(program.frame, "1 stays until the client is called")
        program.click(apply)
        ui.wait("the absence", lambda: ui.rows(shifts.database, absences, employee, day)[0][0] == before + 1)
        left = ui.rows(shifts.database, OPEN, employee, day)[0][0]
        assert 1 <= left < count, left
        ui.key("ctrl+z")
        ui.wait("all as it was", lambda: ui.rows(shifts.database, absences, employee, day)[0][0] == before
                and ui.rows(shifts.database, OPEN, employee, day)[0][0] == count)


if __name__ == "__main__":
    tap.main()

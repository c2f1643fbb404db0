"""Reports from the list to the file: grouped, compared with the year before, what stands behind a bar, a period that is
refused, a run that is cancelled, and all of it by keys."""
import os
import subprocess
import tempfile
import zipfile

import tap
import ui
from ui import Role



class Reports:
    """The page of reports in the window of a program."""

    def __init__(self, program):
        self.program = program
        ui.key("F9")
        self.list = ui.find(program.frame, Role.LIST, "Reports")

    def open(self, words, title):
        """Finds a report by words of its title, and enters it."""
        program = self.program
        ui.key("ctrl+f")
        field = ui.find(program.frame, ui.FIELDS, "Find a report", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text(words)
        ui.wait(f"“{words}” in the field", lambda: ui.text_of(field) == words)
        ui.key("Return")
        ui.wait(f"“{title}” chosen", lambda: [row for row in ui.find_all(self.list, Role.LIST_ITEM, title) if ui.selected(row)])
        self.table(title)
        return field

    def table(self, title):
        """The table of an answer."""
        return ui.find(self.program.frame, Role.TREE_TABLE, title)

    def heads(self, title):
        """What stands above the columns."""
        return [text for text in ui.texts(ui.children(self.table(title))[0]) if text]

    def rows(self, title):
        """The rows as a screen reader says them."""
        rows = ui.find(self.table(title), Role.LIST)
        return [row.get_name() for row in ui.children(rows) if row.get_name()]

    def add_grouping(self, name):
        self.program.point_aside()
        ui.key("alt+g")
        self.program.click(ui.find(self.program.frame, Role.MENU_ITEM, name))
        ui.find(self.program.frame, ui.BUTTONS, f"Without “{name}”")

    def compare(self, how):
        self.program.click(ui.find(self.program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), lambda name: name.startswith("Compared with: ")))
        self.program.click(ui.find(self.program.frame, Role.LIST_ITEM, how))
        ui.find(self.program.frame, None, f"Compared with: {how}")

    def mark(self):
        """The value of the chart that the keys are on."""
        return ui.find(self.program.frame, Role.IMAGE, test=ui.focused)


def test_sales_by_employee_against_last_year_to_excel():
    path = os.path.join(tempfile.mkdtemp(prefix="report-"), "sales.xlsx")
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("sales by employee", "Sales by employee")
        ui.wait("rows", lambda: reports.rows("Sales by employee"))
        reports.add_grouping("Month")
        ui.wait("a column for the month", lambda: "Month" in reports.heads("Sales by employee"))
        reports.compare("With the year before")
        ui.wait("more columns", lambda: len(reports.heads("Sales by employee")) > 6)
        program.point_aside()
        ui.key("ctrl+shift+e")
        program.choose_path(path)
        program.says("The report is in “sales.xlsx”.")
        with zipfile.ZipFile(path) as book:
            names = book.namelist()
        assert any(name.startswith("xl/charts/") for name in names), names


def test_behind_a_bar():
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("sales by employee", "Sales by employee")
        ui.wait("rows", lambda: reports.rows("Sales by employee"))
        ui.key("alt+c")
        first = reports.mark().get_name()
        ui.key("Down")
        ui.wait("another value", lambda: reports.mark().get_name() != first)
        told = reports.mark().get_name()
        program.click(reports.mark())
        ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), "Make a segment …")
        title = ui.find(program.frame, Role.LABEL, lambda name: ", Sold: " in name).get_name()
        assert title.split(",")[0] in told, (title, told)
        ui.key("Escape")
        ui.gone(program.frame, None, "Make a segment …")
        ui.wait("the report again", lambda: reports.rows("Sales by employee"))


def test_who_left_becomes_a_segment():
    """The owner sees who was lost in a month, by master, and keeps these people."""
    database = ui.demo_database()
    with ui.Program(database) as program:
        reports = Reports(program)
        reports.open("inflow", "Inflow and outflow of clients")
        ui.wait("rows", lambda: reports.rows("Inflow and outflow of clients"))
        ui.key("alt+c")
        for _ in range(3):  # new, returned, lost
            if "Lost" in reports.mark().get_name():
                break
            before = reports.mark().get_name()
            ui.key("Down")
            ui.wait("the next series", lambda: reports.mark().get_name() != before)
        lost = reports.mark()
        assert "Lost" in lost.get_name(), lost.get_name()
        n = int(lost.get_name().rsplit(" ", 1)[1].lstrip("\u2212-"))
        program.click(lost)
        segment = ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), "Make a segment …")
        people = ui.find(program.frame, Role.TREE_TABLE)
        masters = lambda: [row.get_name().split(", ") for row in ui.children(ui.find(people, Role.LIST)) if row.get_name()]
        ui.wait("the people", lambda: len(masters()) == n)
        head = next(child for child in ui.children(ui.children(people)[0]) if "Last master" in ui.texts(child))
        program.click(head)
        ui.wait("by master", lambda: [row[3] for row in masters()] == sorted(row[3] for row in masters()))
        program.click(segment)
        ui.find(program.frame, ui.FIELDS, "Name of the segment", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text("Who left")
        ui.key("Return")
        program.says("The segment “Who left” is made; you find it above the list of clients.")
        assert ui.rows(database, "SELECT count(*) FROM people_list_member")[0][0] == n
        ui.key("F7")
        ui.find(program.frame, None, lambda name: "Who left" in name)


def test_only_permanent_clients_and_all_rows():
    """The first fifty become all, and then only those who are permanent; each of them has a row."""
    title = "Sales by client"
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("sales by cli", title)
        ui.wait("the first ones and the others", lambda: any(row.startswith("All others") for row in reports.rows(title)))
        program.click(ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), lambda name: name.startswith("How many rows")))
        program.click(ui.find(program.frame, Role.LIST_ITEM, "All rows"))
        ui.wait("no others", lambda: reports.rows(title) and not any(row.startswith("All others") for row in reports.rows(title)))
        program.click(ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), "Everything"))
        program.click(ui.find(program.frame, None, "Status"))
        chip = ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), "Permanent")
        program.click(chip)
        ui.wait("pressed", lambda: ui.has_state(chip, ui.State.PRESSED))
        ui.find(program.frame, Role.LABEL, lambda name: name.endswith("· Status: Permanent"))
        ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), "Status: 1")
        ui.key("Escape")
        ui.key("alt+t", "Return")  # who stands behind the first number
        people = ui.wait("one client", lambda: [table for table in ui.find_all(program.frame, Role.TREE_TABLE)
                                                if any("Permanent" in row for row in ui.texts(table))])
        assert people


def test_another_chart_in_a_small_russian_window():
    """Long words make the settings go on in a second line, and the window stays alive."""
    with ui.Program(ui.demo_database(), language="ru", size=(1280, 720)) as program:
        ui.key("F9")
        for name in ("Линии", "Водопад", "Столбцы"):
            kind = ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), name)
            program.click(kind)
            ui.wait(f"{name} chosen", lambda: ui.has_state(kind, ui.State.PRESSED))


def test_bad_period_and_cancelled_run():
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("sales by employee", "Sales by employee")
        before = ui.wait("rows", lambda: reports.rows("Sales by employee"))
        ui.key("alt+p")
        first = ui.find(program.frame, ui.FIELDS, "from")
        program.fill(first, "31.12.2026")
        program.fill(ui.find(program.frame, ui.FIELDS, "to"), "01.12.2026")
        ui.key("Return")
        ui.find(program.frame, Role.LABEL, lambda name: "before it begins" in name)
        ui.key("Escape")
        ui.gone(program.frame, ui.FIELDS, "from")
        assert reports.rows("Sales by employee") == before
        ui.key("F5", "Escape")  # the answer of before stays, or the same comes again
        ui.wait("the same rows", lambda: reports.rows("Sales by employee") == before)


def test_by_keys_alone():
    with ui.Program(ui.demo_database()) as program:
        ui.type_text("sales by cli")
        found = ui.find(program.frame, Role.LIST, "Search results")
        ui.find(found, Role.LIST_ITEM, lambda name: name.startswith("Report: Sales by client"))
        ui.wait("the report chosen", lambda: [row for row in ui.find_all(found, Role.LIST_ITEM) if ui.selected(row)
                                              and row.get_name().startswith("Report: Sales by client")])
        ui.key("Return")
        reports = Reports(program)
        rows = ui.wait("rows", lambda: reports.rows("Sales by client"))
        ui.key("alt+t", "Down", "Return")
        ui.find(program.frame, ui.BUTTONS, "Back to the report (Esc)")
        ui.key("Escape")
        ui.gone(program.frame, ui.BUTTONS, "Back to the report (Esc)")
        ui.key("ctrl+Page_Up")
        ui.wait("another period", lambda: reports.rows("Sales by client") != rows)
        ui.key("ctrl+s")
        ui.find(program.frame, ui.FIELDS, "Name of the report", test=ui.focused)
        ui.type_text("Best clients")
        ui.key("Return")
        program.says("Report saved.")
        ui.wait("the own report chosen", lambda: [row for row in ui.find_all(reports.list, Role.LIST_ITEM, "Best clients") if ui.selected(row)])
        program.press_in_note("Undo")
        ui.gone(reports.list, Role.LIST_ITEM, "Best clients")


def test_grouping_elsewhere_by_pointer_and_by_keys():
    """What the report is grouped by first is dragged behind the second, and brought back by keys."""
    title = "Sales by employee"
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("sales by employee", title)
        ui.wait("rows", lambda: reports.rows(title))
        reports.add_grouping("Month")
        ui.wait("two columns of labels", lambda: reports.heads(title)[:2] == ["Employee", "Month"])
        program.point_aside()
        month = ui.find(program.frame, ui.BUTTONS, "Without “Month”").get_parent()
        employee = ui.find(program.frame, ui.BUTTONS, "Without “Employee”").get_parent()
        (from_x, from_y), (to_x, to_y) = program.at_rest(month), program.place(employee)
        program.drag(ui.find(month, Role.LABEL, "Month"), to_x - from_x, to_y - from_y, steps=24)
        ui.wait("the month first", lambda: reports.heads(title)[:2] == ["Month", "Employee"])
        ui.wait("the focus on what was moved", lambda: ui.focused(ui.find(program.frame, ui.BUTTONS, "Without “Month”")))
        ui.key("alt+Right")
        ui.wait("the month second again", lambda: reports.heads(title)[:2] == ["Employee", "Month"])
        ui.wait("the focus goes with it", lambda: ui.focused(ui.find(program.frame, ui.BUTTONS, "Without “Month”")))
        ui.key("Delete")
        ui.wait("no month", lambda: "Month" not in reports.heads(title))


def test_values_told_by_pointer_and_by_keys():
    """A bar under the pointer says its value, and arrows, Home and End lead from bar to bar; both say what the table says."""
    title = "Sales by employee"
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("sales by employee", title)
        rows = ui.wait("rows", lambda: reports.rows(title))
        said = {row.split(", ")[0]: row.split("Sold ")[1].split(", ")[0] for row in rows if "Sold " in row}
        ui.key("alt+c")
        told = []
        for press in ("Home", "Down", "Down", "End"):
            ui.key(press)
            ui.wait("another value", lambda: reports.mark().get_name() not in told[-1:])
            told.append(reports.mark().get_name())
            name, value = told[-1].split(", Sold: ")
            assert said[name] == value, (told[-1], said)
        assert len(set(told)) == 4, told
        ui.key("Home")
        ui.wait("the first again", lambda: reports.mark().get_name() == told[0])
        place = program.place(reports.mark())
        ui.key("End")
        ui.wait("the last", lambda: reports.mark().get_name() == told[-1])
        ui.xdo("mousemove", *place)
        ui.find(program.frame, Role.LABEL, told[0])
        program.point_aside()
        ui.gone(program.frame, Role.LABEL, told[0])


def pixels_of(program, thing):
    """What is seen of a thing on a screen of 1920 pixels."""
    extents, (x, y) = ui.extents_of(thing), program.place(thing)
    pixels, left, top = ui.screen(), x - extents.width // 2, y - extents.height // 2
    return [pixels[3 * (row * 1920 + left):3 * (row * 1920 + left + extents.width)] for row in range(top, top + extents.height)]


def test_chart_turns_dark_with_the_window():
    """A chart that is open when the window turns dark looks as one that was opened in the dark."""
    database, title = ui.demo_database(), "Inflow and outflow of clients"

    def chart_of(program):
        reports = Reports(program)
        reports.open("inflow", title)
        ui.wait("rows", lambda: reports.rows(title))
        program.point_aside()
        ui.settled()
        return ui.find(program.frame, Role.PANEL, title)
    with ui.Program(database, dark=True) as program:
        dark = pixels_of(program, chart_of(program))
    with ui.Program(database) as program:
        chart = chart_of(program)
        light = pixels_of(program, chart)
        assert light != dark
        for scheme, looks in (("dark", dark), ("light", light)):
            subprocess.run(["gsettings", "set", "org.salondesk.SalonDesk", "color-scheme", scheme], env=program.env, check=True)
            ui.wait(f"a {scheme} chart", lambda: pixels_of(program, chart) == looks)


def test_own_report_renamed_and_opened_another_day():
    """An own report keeps its settings and its new name over a restart."""
    database = ui.demo_database()
    title = "Sales by employee"
    own = lambda reports, name: ui.find_all(reports.list, Role.LIST_ITEM, name)
    with ui.Program(database) as program:
        reports = Reports(program)
        reports.open("sales by employee", title)
        ui.wait("rows", lambda: reports.rows(title))
        reports.add_grouping("Month")
        ui.wait("a column for the month", lambda: "Month" in reports.heads(title))
        ui.key("ctrl+s")
        ui.find(program.app, ui.FIELDS, "Name of the report", test=ui.focused)
        ui.type_text("Who sells")
        ui.key("Return")
        program.says("Report saved.")
        ui.wait("it is chosen", lambda: [row for row in own(reports, "Who sells") if ui.selected(row)])
        ui.key("ctrl+s")
        field = ui.find(program.app, ui.FIELDS, "Name of the report", test=ui.focused)
        ui.wait("its name", lambda: ui.text_of(field) == "Who sells")
        ui.key("ctrl+a")
        ui.type_text("Who sells when")
        program.click(ui.find(program.app, ui.BUTTONS, "Rename"))
        ui.wait("the new name", lambda: own(reports, "Who sells when"))
        assert not own(reports, "Who sells")
    with ui.Program(database) as program:
        reports = Reports(program)
        program.click(ui.wait("the own report", lambda: own(reports, "Who sells when"))[0])
        ui.wait("as it was saved", lambda: reports.heads(title)[:2] == ["Employee", "Month"])
        ui.shows(program.frame, "Who sells when")


def test_inflow_as_a_waterfall():
    """From the active clients at the start to those at the end: the steps add up."""
    title = "Inflow and outflow of clients"
    with ui.Program(ui.demo_database()) as program:
        reports = Reports(program)
        reports.open("inflow", title)
        ui.wait("rows", lambda: reports.rows(title))
        kind = ui.find(program.frame, ui.BUTTONS + (Role.TOGGLE_BUTTON,), "Waterfall")
        program.click(kind)
        ui.wait("chosen", lambda: ui.has_state(kind, ui.State.PRESSED))
        program.point_aside()
        ui.key("alt+c")
        ui.wait("the first step", lambda: reports.mark().get_name().startswith("Active at the start"))
        steps = [reports.mark().get_name()]
        for _ in range(4):
            ui.key("Right")
            ui.wait("the next step", lambda: reports.mark().get_name() != steps[-1])
            steps.append(reports.mark().get_name())
        start, new, returned, lost, end = (int(step.rsplit(" ", 1)[1].replace("\u2212", "-").replace(",", "")) for step in steps)
        assert start + new + returned + lost == end and lost < 0, steps


if __name__ == "__main__":
    tap.main()

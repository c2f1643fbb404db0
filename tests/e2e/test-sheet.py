"""The day on paper and in other programs: the sheet and the calendar by salonctl and from the window, the day as a list, and
the month at a glance."""
import datetime
import os
import subprocess
import tempfile

import icalendar

import tap
import ui
from ui import Role

VISITS = """
SELECT visit.id, trim (coalesce (client.first_name, '') || ' ' || coalesce (client.surname, '')), min (visit_line.start_min) % 1440
FROM visit JOIN visit_line ON visit_line.visit_id = visit.id JOIN client ON client.id = visit.client_id
WHERE visit.day = ? AND visit.state <= 5 AND visit_line.employee_id = ?
GROUP BY visit.id ORDER BY 3"""
BUSIEST = """
SELECT employee.id, trim (employee.first_name || ' ' || coalesce (employee.surname, '')) FROM visit
JOIN visit_line ON visit_line.visit_id = visit.id JOIN employee ON employee.id = visit_line.employee_id
WHERE visit.day = ? AND visit.state <= 5 GROUP BY employee.id ORDER BY count (*) DESC LIMIT 1"""
BOOKED = """
SELECT visit.id, visit.day, coalesce (client.first_name, client.surname), visit.start_min % 1440 FROM visit JOIN client ON client.id = visit.client_id
WHERE visit.day BETWEEN ? AND ? AND visit.state = 1 ORDER BY visit.start_min LIMIT 1"""
STATE = "SELECT state FROM visit WHERE id = ?"


def number_of(day):
    return (day - datetime.date(1970, 1, 1)).days


def new_path(name):
    return os.path.join(tempfile.mkdtemp(prefix="sheet-"), name)


def text_of(path):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-layout", path, "-"], stdout=subprocess.PIPE, check=True)
    return " ".join(done.stdout.decode().split())


def has_words(text, name):
    """Whether all words of a name are there: a long one may be broken between lines."""
    return all(word in text for word in name.split())


def busy_day(database):
    """A day on which somebody has visits, from tomorrow on, and who has most."""
    for ahead in range(1, 14):
        day = datetime.date.today() + datetime.timedelta(days=ahead)
        found = ui.rows(database, BUSIEST, number_of(day))
        if found:
            return day, found[0]
    raise AssertionError("nobody is booked")


def test_sheet_of_one():
    database = ui.demo_database()
    day, (employee, name) = busy_day(database)
    path = new_path("one.pdf")
    ui.salonctl("--database", database, "sheet", "--day", day.isoformat(), "--employee", name, "-o", path)
    text = text_of(path)
    assert has_words(text, name), text
    visits = ui.rows(database, VISITS, number_of(day), employee)
    assert visits
    for _, client, start in visits:
        assert f"{start // 60:02}:{start % 60:02}–" in text, (start, text)
        assert has_words(text, client), (client, text)
    assert "+371" not in text  # masters do not see phones
    assert f"{len(visits)} visit" in text, text


def test_sheets_of_all():
    database = ui.demo_database()
    day, (_, name) = busy_day(database)
    path = new_path("all.pdf")
    ui.salonctl("--database", database, "sheet", "--day", day.isoformat(), "-o", path)
    pages = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, text=True, check=True).stdout
    assert int(pages.split("Pages:")[1].split()[0]) > 1, pages
    assert has_words(text_of(path), name)
    # over a file that is there: replaced
    ui.salonctl("--database", database, "sheet", "--day", day.isoformat(), "-o", path)
    ui.salonctl("--database", database, "sheet", "-o", "/nowhere/at/all.pdf", status=3)
    ui.salonctl("--database", database, "sheet", status=2)


def read_calendar(path):
    with open(path, "rb") as file:
        return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(file.read()).walk("VEVENT")}


def test_calendar():
    database = ui.demo_database()
    day, (employee, _) = busy_day(database)
    path = new_path("visits.ics")
    span = ["--from", day.isoformat(), "--to", day.isoformat()]
    ui.salonctl("--database", database, "ics", employee, path, *span)
    first = read_calendar(path)
    visits = ui.rows(database, VISITS, number_of(day), employee)
    standing = {uid: event for uid, event in first.items() if event["STATUS"] == "CONFIRMED"}
    assert len(standing) >= len(visits), (len(standing), len(visits))
    for visit, client, start in visits:
        event = next(event for uid, event in first.items() if uid.startswith(f"visit-{visit}-{employee}@"))
        assert has_words(str(event["SUMMARY"]), client), event
        assert event["DTSTART"].dt.strftime("%Y-%m-%d %H:%M") == f"{day} {start // 60:02}:{start % 60:02}", event
    assert not any("+371" in str(event.get("DESCRIPTION", "")) for event in first.values())

    # cancelled: the same event says so the next time
    booked = [visit for visit, _, _ in visits
              if ui.rows(database, "SELECT state FROM visit WHERE id = ?", visit)[0][0] in (1, 2)]
    ui.salonctl("--database", database, "visit", "set-state", booked[-1], "cancelled", "--reason", "ill")
    ui.salonctl("--database", database, "ics", employee, path, *span, "--phones")
    second = read_calendar(path)
    uid = next(uid for uid in second if uid.startswith(f"visit-{booked[-1]}-{employee}@"))
    assert uid in first and first[uid]["STATUS"] == "CONFIRMED" and second[uid]["STATUS"] == "CANCELLED"
    assert any("+371" in str(event.get("DESCRIPTION", "")) for event in second.values())
    ui.salonctl("--database", database, "ics", employee, path, "--from", day.isoformat(), "--to", "2020-01-01", status=1)


def open_looks(program):
    program.click(ui.find(program.frame, (Role.TOGGLE_BUTTON, Role.PUSH_BUTTON), "How the board looks"))


def test_save_the_sheet():
    with ui.Program(ui.demo_database()) as program:
        path = new_path("day.pdf")
        ui.key("F3")
        ui.find(program.frame, Role.TABLE)
        open_looks(program)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Save the sheet of the day"))
        program.choose_path(path[:-4])  # its end is added
        program.says("“day.pdf” was saved.")
        assert "Page 1 of 1" in text_of(path)


def test_calendar_of_an_employee():
    with ui.Program(ui.demo_database()) as program:
        path = new_path("visits.ics")
        program.click(ui.find(program.frame, Role.LIST_ITEM, lambda name: name.startswith("Staff")))
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Save the visits for a calendar"))
        program.choose_path(path)
        program.says("“visits.ics” was saved.")
        found = read_calendar(path)
        assert found and all(event["DTSTART"].params["TZID"] == "Europe/Riga" for event in found.values()), found


def has_focus(program, day):
    ui.find(program.frame, Role.PUSH_BUTTON, lambda text: text.startswith(f"{day:%A}, {day.day} {day:%B} {day.year}"), test=ui.focused)


def test_list_and_month():
    database = ui.demo_database()
    today = datetime.date.today()
    with ui.Program(database) as program:
        ui.key("F3")
        ui.find(program.frame, Role.TABLE)
        open_looks(program)
        program.click(ui.find(program.frame, Role.CHECK_BOX, "As a list by time"))
        ui.key("Escape")
        listed = ui.find(program.frame, Role.LIST, "Visits of the day")
        visit, day, name, minute = ui.rows(database, BOOKED, number_of(today) + 1, number_of(today) + 14)[0]
        for _ in range(day - number_of(today)):
            program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Later (Page Down)"))
        time = f"{minute // 60:02}:{minute % 60:02}"
        program.click(ui.find(listed, Role.LIST_ITEM, lambda text: time in text and name in text and ", booked" in text))
        ui.key("alt+k")
        ui.wait("confirmed", lambda: ui.rows(database, STATE, visit)[0][0] == 2)
        program.hold_note()
        ui.find(listed, Role.LIST_ITEM, lambda text: name in text and ", confirmed" in text, hidden=True)
        program.press_in_note("Undo")
        ui.wait("as before", lambda: ui.rows(database, STATE, visit)[0][0] == 1)

        # the month: by keys to tomorrow, and in
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, "Today"))
        ui.shows(program.frame, f"{today.day} {today:%B} {today.year}")
        program.click(ui.find(program.frame, name="Month"))
        has_focus(program, today)
        ui.key("Right")
        tomorrow = today + datetime.timedelta(days=1)
        has_focus(program, tomorrow)
        ui.key("Return")
        ui.find(program.frame, Role.TABLE)
        ui.shows(program.frame, f"{tomorrow.day} {tomorrow:%B} {tomorrow.year}")


if __name__ == "__main__":
    tap.main()

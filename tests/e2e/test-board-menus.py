"""Menus of the board, by pointer, by key and as a screen reader; a drawn span; what is put on the board from the lists."""
import tap
import ui
from boardday import (JANA, MINUTE, OKSANA, SERVICE, Day, block, choose_service, head, is_of, press_and_move,
                      release, show_board)
from ui import Role


def choose(program, name):
    """A line of the menu that is open."""
    program.click(ui.find(program.frame, Role.MENU_ITEM, name, test=ui.enabled))


def lines(program, one):
    """The names of all lines of the menu that is open, as soon as this one is there."""
    ui.find(program.frame, Role.MENU_ITEM, one)
    return [item.get_name() for item in ui.find_all(program.frame, Role.MENU_ITEM)]


def beside_board(program, title):
    """A question about a visit stands beside the board, which is still there."""
    ui.shows(program.frame, title)
    assert ui.find_all(program.frame, Role.TABLE), "the board is gone"


def test_menu_of_a_visit():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        program.click(block(program, day.moved), button=3)
        names = lines(program, "Confirm")
        assert "Repeat …" in names and "Cancel the visit" in names, names
        assert "Late …" not in names and "Arrived" not in names, names  # her day has not come
        choose(program, "Confirm")
        ui.wait("confirmed", lambda: day.kept(day.moved)[3] == 2)

        # by key; what is asked then stands beside the board
        ui.wait("the focus on the visit", lambda: ui.focused(block(program, day.moved)))
        program.point_aside()
        ui.key("shift+F10")
        assert "Confirm" not in lines(program, "Repeat …")
        ui.key("Escape")
        ui.gone(program.frame, Role.MENU_ITEM)
        ui.wait("the focus on the visit", lambda: ui.focused(block(program, day.moved)))
        ui.key("Menu")
        ui.find(program.frame, Role.MENU_ITEM, "Open", test=ui.focused)
        ui.key("Down")
        ui.find(program.frame, Role.MENU_ITEM, "Cancel the visit", test=ui.focused)
        ui.key("Down")
        ui.find(program.frame, Role.MENU_ITEM, "Repeat …", test=ui.focused)
        ui.key("Return")
        beside_board(program, "Repeat the visit")
        ui.find(program.frame, Role.PUSH_BUTTON, "Close the visit")

        # and as a screen reader asks for it: of another visit, whose question is not asked any more
        ui.act(block(program, day.other), "visit.menu")
        choose(program, "Open")
        ui.gone(program.frame, name="Repeat the visit")
        assert ui.find_all(program.frame, Role.TABLE)


def test_menu_of_free_time():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        x, y = program.at_rest(block(program, day.moved))
        ui.xdo("mousemove", x, y + round(100 * MINUTE), "click", 3)
        assert lines(program, "New visit here") == ["New visit here"]
        ui.key("Escape")
        ui.gone(program.frame, Role.MENU_ITEM)
        free = ui.find(program.frame, Role.TABLE_CELL, lambda name: name.endswith(f"free, {JANA}"), test=ui.focused)
        ui.act(free, "schedule.menu")
        choose(program, "New visit here")
        ui.find(program.frame, Role.PUSH_BUTTON, "Close the booking")


def test_menu_of_a_head():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        program.click(head(program, JANA))
        names = lines(program, "Week of this employee")
        assert names == ["Week of this employee", "Print the sheet of the day", "Look at the sheet of the day",
                         "Save the sheet of the day", "Save the visits for a calendar", "Shift of this day", "Sick day…"], names
        choose(program, "Week of this employee")
        own = head(program, f"{day.day:%a} {day.day.day}")
        block(program, day.moved, 12 * 60)
        program.click(own, button=3)
        choose(program, "This day of everybody")
        block(program, day.other, 15 * 60, OKSANA)

        # by key: the sick day of this employee on this day
        own = head(program, JANA)
        ui.act(own, "head.menu")
        ui.find(program.frame, Role.MENU_ITEM, "Sick day…")
        ui.key("Escape")
        ui.gone(program.frame, Role.MENU_ITEM)
        ui.wait("the focus on the head", lambda: ui.focused(own))
        ui.key("Menu")
        choose(program, "Sick day…")
        ui.find(program.frame, test=lambda thing: is_of(day.moved, ui.text_of(thing) or ""))


def test_shift_of_a_head():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        program.click(head(program, OKSANA))
        choose(program, "Shift of this day")
        ui.shows(program.frame, f"{day.day:%B} {day.day.year}")
        ui.find(program.frame, Role.TABLE_CELL, lambda name: OKSANA in name and f"{day.day.day} {day.day:%B}" in name,
                test=ui.focused)


def test_drawn_span():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        x, y = program.at_rest(block(program, day.moved))
        press_and_move(program, x, y + round(100 * MINUTE), 0, 90 * MINUTE)
        release()
        ui.find(program.frame, Role.PUSH_BUTTON, "Close the booking")
        ui.key("ctrl+k")
        program.search(day.third[2][-5:])
        ui.key("Return")
        ui.find(program.frame, name=lambda name: name.startswith("Client: ") and is_of(day.third, name))
        choose_service(program)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, lambda name: name.startswith("Book ") and JANA.split()[0] in name,
                              test=ui.enabled))
        ui.wait("the visit", lambda: day.kept(day.third) is not None)
        # as long as it was drawn, not the 45 minutes of the service
        assert day.kept(day.third)[2] in (90, 95, 100), day.kept(day.third)


# ---- from the lists ----

def carry(program, row, x, y):
    """Drags a row over the board and lets it go there.  A drag that begins late hears only of moves that come after it."""
    def ghost():
        ui.xdo("mousemove", x + 1, y, "mousemove", x, y)
        return ui.find_all(program.frame, Role.STATUS_BAR)

    row_x, row_y = program.at_rest(row)
    ui.xdo("mousemove", row_x, row_y, "mousedown", 1)
    for step in range(1, 13):
        ui.xdo("mousemove", round(row_x + (x - row_x) * step / 12), round(row_y + (y - row_y) * step / 12))
    ui.wait("the ghost", ghost)
    release()


def open_list(program, name):
    ui.act(ui.find(program.frame, name=name, test=lambda thing: thing.get_n_actions() > 0))


def test_request_put_on_the_board():
    day = Day()
    ui.salonctl("--database", day.database, "book", "--request", "--name", "Somebody", "--phone", day.third[2], "--service", SERVICE,
                "--at", f"{day.day.isoformat()} 10:00", "--id", "7", "--source", "bot")
    with ui.Program(day.database) as program:
        show_board(program, day)
        open_list(program, "Requests · 1")
        row = ui.find(program.frame, Role.LIST_ITEM, lambda name: "Somebody" in name)
        x, y = program.at_rest(block(program, day.moved))
        carry(program, row, x, y + round(90 * MINUTE))
        ui.wait("the visit", lambda: day.kept(day.third) is not None)
        assert day.kept(day.third)[0] == JANA and 13 * 60 < day.kept(day.third)[1] < 14 * 60 + 30, day.kept(day.third)
        accepted = "SELECT request.state, visit.client_id FROM booking_request AS request JOIN visit ON visit.id = request.visit_id"
        assert ui.rows(day.database, accepted) == [(2, day.third[0])], ui.rows(day.database, accepted)
        program.press_in_note("Undo")  # one command: both go back
        ui.wait("both back", lambda: ui.rows(day.database, "SELECT state, visit_id FROM booking_request") == [(1, None)])
        assert day.kept(day.third) is None
    ui.salonctl("--database", day.database, "check")


def test_request_without_a_service():
    """What is to be done is chosen beside the board; booking it accepts the request."""
    day = Day()
    ui.salonctl("--database", day.database, "book", "--request", "--name", "Somebody", "--phone", day.third[2], "--id", "8", "--source",
                "bot")
    with ui.Program(day.database) as program:
        show_board(program, day)
        open_list(program, "Requests · 1")
        row = ui.find(program.frame, Role.LIST_ITEM, lambda name: "Somebody" in name)
        x, y = program.at_rest(block(program, day.moved))
        carry(program, row, x, y + round(90 * MINUTE))
        ui.find(program.frame, name=lambda name: name.startswith("Client: ") and is_of(day.third, name))
        choose_service(program)
        program.click(ui.find(program.frame, Role.PUSH_BUTTON, lambda name: name.startswith("Book ") and JANA.split()[0] in name,
                              test=ui.enabled))
        accepted = "SELECT request.state, visit.client_id FROM booking_request AS request JOIN visit ON visit.id = request.visit_id"
        ui.wait("accepted", lambda: ui.rows(day.database, accepted) == [(2, day.third[0])])
        assert day.kept(day.third)[0] == JANA, day.kept(day.third)
        ui.find(program.frame, name="Requests", test=lambda thing: thing.get_n_actions() > 0)
    ui.salonctl("--database", day.database, "check")


def test_waiting_put_on_the_board():
    day = Day()
    ui.salonctl("--database", day.database, "waitlist", "add", "--client", str(day.third[0]), "--service", SERVICE, "--from",
                day.day.isoformat(), "--to", day.day.isoformat())
    with ui.Program(day.database) as program:
        show_board(program, day)
        open_list(program, "Waiting · 1")
        row = ui.find(program.frame, Role.LIST_ITEM, lambda name: is_of(day.third, name))
        x, y = program.at_rest(block(program, day.moved))
        carry(program, row, x, y + round(90 * MINUTE))
        ui.wait("the visit", lambda: day.kept(day.third) is not None)
        booked = "SELECT waiting.state, visit.client_id FROM waiting JOIN visit ON visit.id = waiting.visit_id"
        assert ui.rows(day.database, booked) == [(2, day.third[0])], ui.rows(day.database, booked)
    ui.salonctl("--database", day.database, "check")


if __name__ == "__main__":
    tap.main()

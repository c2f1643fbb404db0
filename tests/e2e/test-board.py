"""A day on the board with the real pointer, and the same by keys alone: book, move, make longer, be refused, take back,
look at the rooms.  The day is weeks ahead, where two masters who do the same have nothing to do yet."""
import re

import tap
import ui
from boardday import (JANA, MINUTE, OKSANA, Day, block, choose_service, column_step, ghost_names, head, is_of, lower_edge,
                      open_by_search, press_and_move, release, show_board, walk_down_to)
from ui import Role

# ---- scenarios ----

def test_by_pointer():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        cell = block(program, day.moved)
        x, y = program.at_rest(cell)

        # to the other master, an hour later
        press_and_move(program, x, y, column_step(program, JANA, OKSANA), 60 * MINUTE)
        release()
        day.wait_kept(day.moved, OKSANA, 13 * 60, 45)
        program.says("Moved")

        # longer by a quarter of an hour
        x, y = lower_edge(program, block(program, day.moved, 13 * 60, OKSANA))
        press_and_move(program, x, y, 0, 15 * MINUTE)
        release()
        day.wait_kept(day.moved, OKSANA, 13 * 60, 60)

        # onto the other visit: told while it is dragged, and refused
        x, y = program.at_rest(block(program, day.moved, 13 * 60))
        press_and_move(program, x, y, 0, 120 * MINUTE)
        ghost_names(program, day.other)
        release()
        banner = ui.find(program.frame, test=lambda thing: is_of(day.other, ui.text_of(thing) or "")
                         and re.search(r"\d\d:\d\d.*\d\d:\d\d.*\d\d:\d\d", ui.text_of(thing) or ""))
        assert banner is not None
        assert day.kept(day.moved)[:3] == (OKSANA, 13 * 60, 60)

        # back step by step
        ui.key("Escape")
        ui.key("ctrl+z")
        day.wait_kept(day.moved, OKSANA, 13 * 60, 45)
        ui.key("ctrl+z")
        day.wait_kept(day.moved, JANA, 12 * 60, 45)

        # the same visit in its room
        block(program, day.moved, 12 * 60, JANA)
        ui.key("F6")
        head(program, "Manicure room")
        block(program, day.moved, 12 * 60, "Manicure room")


def test_escape_gives_up():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        x, y = program.at_rest(block(program, day.moved))
        press_and_move(program, x, y, 0, 90 * MINUTE)
        ui.find(program.frame, Role.STATUS_BAR, lambda name: name.startswith("13:30"))
        ui.xdo("key", "Escape")  # ui.key() would let the button go
        ui.gone(program.frame, Role.STATUS_BAR, lambda name: name.startswith("13:30"))
        release()
        program.at_rest(block(program, day.moved, 12 * 60))
        assert day.kept(day.moved)[:2] == (JANA, 12 * 60)


def test_book_by_pointer():
    day = Day()
    with ui.Program(day.database) as program:
        show_board(program, day)
        x, y = program.at_rest(block(program, day.moved))
        press_and_move(program, x, y + round(100 * MINUTE), 0, 45 * MINUTE)
        release()
        ui.find(program.frame, Role.PUSH_BUTTON, "Close the booking")
        # whom: by the search of the window, which the booking listens to
        ui.key("ctrl+k")
        program.search(day.third[2][-5:])
        ui.key("Return")
        ui.find(program.frame, name=lambda name: name.startswith("Client: ") and is_of(day.third, name))
        choose_service(program)
        book = ui.find(program.frame, Role.PUSH_BUTTON, lambda name: re.match(r"Book .*\d\d:\d\d", name) and JANA.split()[0] in name,
                       test=ui.enabled)
        program.click(book)
        ui.wait("the visit", lambda: day.kept(day.third) is not None)
        kept = day.kept(day.third)
        assert kept[0] == JANA and 13 * 60 + 30 <= kept[1] <= 14 * 60 + 15, kept
        block(program, day.third, kept[1], JANA)


def test_book_by_keys():
    day = Day()
    with ui.Program(day.database) as program:
        open_by_search(program, day)
        for _ in range(4):
            ui.key("Down")
        ui.find(program.frame, Role.TABLE_CELL, f"13:30, free, {JANA}", test=ui.focused)
        ui.key("Return")
        ui.find(program.frame, Role.PUSH_BUTTON, "Close the booking")
        program.search(day.third[2][-5:])  # letters and digits are the search's, wherever one is
        ui.key("Return")
        choose_service(program)
        ui.find(program.frame, name=lambda name: "13:30" in name, test=ui.focused)
        ui.key("Return")
        ui.wait("the visit", lambda: day.kept(day.third) is not None)
        assert day.kept(day.third)[:3] == (JANA, 13 * 60 + 30, 45), day.kept(day.third)
        ui.wait("the focus on the new visit", lambda: ui.focused(block(program, day.third, 13 * 60 + 30, JANA)))


def test_by_keys():
    day = Day()
    with ui.Program(day.database) as program:
        open_by_search(program, day)

        ui.key("alt+Right")
        day.wait_kept(day.moved, OKSANA, 12 * 60, 45)
        for minute in (5, 10, 15):
            ui.key("alt+Down")
            ui.wait("later", lambda: day.kept(day.moved)[1] > 12 * 60 + minute - 5)
        ui.wait("the focus stays", lambda: ui.focused(block(program, day.moved)))
        start = day.kept(day.moved)[1]
        ui.act(block(program, day.moved), "visit.longer")  # the window manager here has another use for Shift+Alt+Down
        ui.wait("longer", lambda: day.kept(day.moved)[2] > 45)
        ui.key("ctrl+z")
        day.wait_kept(day.moved, OKSANA, start, 45)

        # arrived is a word of the day itself: not of one weeks ahead; confirmed is
        ui.key("alt+k")
        ui.wait("confirmed", lambda: day.kept(day.moved)[3] == 2)

        # down along the column: free slots, then the other visit
        ui.wait("the focus stays", lambda: ui.focused(block(program, day.moved)))
        walk_down_to(program, day.other)
        ui.key("F6")
        ui.wait("the room", lambda: ui.focused(block(program, day.other, 15 * 60, "Manicure room")))
        ui.key("F6")
        ui.wait("back", lambda: head(program, OKSANA) is not None)

        # cancelled with a reason, beside the board
        ui.wait("the focus on the visit again", lambda: ui.focused(block(program, day.other)))
        ui.key("Delete")
        ui.find(program.frame, Role.TEXT, "Reason of the cancellation", test=ui.focused)
        ui.type_text("ill")
        ui.key("Return")
        ui.wait("cancelled", lambda: day.kept(day.other) is None)


if __name__ == "__main__":
    tap.main()

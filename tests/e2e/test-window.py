"""The window itself: it opens, is moved through by keys, remembers its size, ends well, and is one per file."""
import tap
import ui
from ui import Role

PAGES = ["Desk", "Board", "Clients", "Sale", "Staff", "Reports", "Settings"]


def page_rows(program):
    return ui.find_all(ui.find(program.frame, Role.LIST, "Pages"), Role.LIST_ITEM)


def page_is_open(program, number):
    ui.wait(f"the page {PAGES[number]}", lambda: ui.selected(page_rows(program)[number]))


def test_pages_by_key_and_by_pointer():
    with ui.Program(ui.demo_database()) as program:
        assert [row.get_name() for row in page_rows(program)] == PAGES
        page_is_open(program, 0)
        ui.key("F3")
        page_is_open(program, 1)
        ui.key("F7")
        page_is_open(program, 2)
        ui.key("F8")
        page_is_open(program, 3)
        program.click(page_rows(program)[4])
        page_is_open(program, 4)
        ui.key("F2")
        page_is_open(program, 0)


def test_typing_anywhere_goes_to_the_search():
    with ui.Program(ui.demo_database()) as program:
        program.click(page_rows(program)[2])
        page_is_open(program, 2)
        ui.type_text("zu")
        field = ui.find(program.frame, ui.FIELDS, test=lambda thing: ui.text_of(thing) == "zu")
        ui.wait("focus in the search", lambda: ui.focused(field))


def open_list(program):
    """A list that is dropped down has the keys for itself."""
    ui.key("F8")
    ui.find(program.frame, Role.TEXT, "Service, product or barcode", test=ui.focused)
    ui.key("alt+k")
    ui.find(program.frame, Role.TEXT, "Search a client", test=ui.focused)


def test_keys_of_the_program_while_a_list_is_dropped_down():
    database = ui.demo_database()
    ui.salonctl("--database", database, "shift", "open", "--float", "100")
    with ui.Program(database) as program:
        open_list(program)
        ui.key("F12")
        ui.gone(program.frame, Role.LIST, "Pages")
        ui.key("F12")
        ui.key("F2")
        page_is_open(program, 0)
        open_list(program)
        ui.key("F7")
        page_is_open(program, 2)
        open_list(program)
        ui.key("ctrl+q")
        program.join()
        program.start()


def test_hidden_screen_shows_nothing_of_the_salon():
    with ui.Program(ui.demo_database()) as program:
        ui.key("F12")
        ui.gone(program.frame, Role.LIST, "Pages")
        ui.key("F12")
        ui.find(program.frame, Role.LIST, "Pages")


def test_second_start_raises_the_first_window():
    with ui.Program(ui.demo_database()) as first, ui.Program(ui.demo_database()):
        ui.wait("the first window behind", lambda: not ui.has_state(first.frame, ui.State.ACTIVE))
        assert first.launch().wait(60) == 0
        ui.wait("focus on the first window", lambda: ui.has_state(first.frame, ui.State.ACTIVE))
        assert len(ui.windows_of(first.process.pid)) == 1


def test_size_is_remembered():
    with ui.Program(ui.demo_database(), size=(1300, 740)) as program:
        program.quit()
        program.start()
        left, right, above, below = ui.frame_extents(program.window())
        ui.wait("the size", lambda: ui.windows_of(program.pid)[0][3:] == (1300 + left + right, 740 + above + below))


def test_fills_the_screen_at_first():
    with ui.Program(ui.demo_database()) as program:
        ui.wait("a window as large as the screen", lambda: ui.windows_of(program.process.pid)[0][3:] == (1920, 1080))


def test_languages():
    for language in ("ru", "lv"):
        with ui.Program(ui.demo_database(), language=language) as program:
            found = [row.get_name() for row in ui.find_all(ui.find(program.frame, Role.LIST), Role.LIST_ITEM)]
            assert found and not set(found) & set(PAGES), f"{language}: {found}"


if __name__ == "__main__":
    tap.main()

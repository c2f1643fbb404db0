"""Work that the end of the program broke off: offered at the next start, gone on with, taken back, left as it is."""
import sqlite3
import struct

import tap
import ui
from ui import Role

DONE_OF_IT = 200
TAGGED = "SELECT count (*) FROM client_tag WHERE tag_id = (SELECT id FROM tag WHERE name = 'Broken off')"


def broken_off():
    """A salon in which everybody was being given a tag when the program ended."""
    database = ui.demo_database()
    with ui.Program(database):  # brings the file up to date
        pass
    connection = sqlite3.connect(database)
    with connection:
        tag = connection.execute("INSERT INTO tag (name) VALUES ('Broken off')").lastrowid
        ids = [row[0] for row in connection.execute("SELECT id FROM client ORDER BY id")]
        operation = connection.execute("INSERT INTO operation (uuid, name, user_id, at)"
                                       " VALUES ('broken-off-1', 'clients.tag', 1, 1)").lastrowid
        connection.execute("INSERT INTO job VALUES (?, 'clients.tag', 1, ?, ?, 0, ?, ?)",
                           (operation, DONE_OF_IT, DONE_OF_IT, len(ids), str(tag)))
        connection.execute("INSERT INTO job_items VALUES (?, ?)", (operation, struct.pack(f"<{len(ids)}q", *ids)))
    connection.close()
    return database, len(ids)


def press(program, label):
    program.click(ui.find(program.frame, Role.PUSH_BUTTON, label))


def is_running(database):
    return ui.rows(database, "SELECT count (*) FROM job WHERE state = 1")[0][0] > 0


def test_goes_on():
    database, count = broken_off()
    with ui.Program(database) as program:
        ui.shows(program.frame, f"“Tag given to clients” was broken off when the program ended: {DONE_OF_IT} of {count} were done.")
        press(program, "Go on")
        ui.wait("the rest with the tag", lambda: ui.rows(database, TAGGED) == [(count - DONE_OF_IT,)])
        ui.wait("no work that runs", lambda: not is_running(database))
        ui.key("ctrl+z")
        ui.wait("nobody with the tag", lambda: ui.rows(database, TAGGED) == [(0,)])
    assert not is_running(database)


def test_is_taken_back():
    database, _count = broken_off()
    with ui.Program(database) as program:
        press(program, "Take back")
        ui.wait("no work that runs", lambda: not is_running(database))
        assert ui.rows(database, TAGGED) == [(0,)]


def test_is_left():
    database, _count = broken_off()
    with ui.Program(database) as program:
        press(program, "Leave as it is")
        ui.wait("no work that runs", lambda: not is_running(database))
    with ui.Program(database) as program:
        ui.find(program.frame, Role.TEXT)
        assert not is_running(database)


if __name__ == "__main__":
    tap.main()

"""kill -9 of the window at work.  After each kill the file is sound, what the window had shown as done is there, and
what was under way is there as a whole or not at all; the window starts again on the file.

3 kills; with SALON_TEST_FULL=1 20.  SALON_TEST_SEED=N repeats a run, if the moments are kind."""
import os
import random
import subprocess

import tap
import ui
from ui import Role

KILLS = 20 if os.environ.get("SALON_TEST_FULL") == "1" else 3
MOST_STEPS, MOST_MOMENT_MS, MOST_START_MS = 2, 60, 1500
# Somebody with a note and few visits, with a phone whose last four digits are nobody else's.
SOMEBODY = """
SELECT client.id, client_phone.e164
FROM client JOIN client_phone ON client_phone.client_id = client.id
JOIN client_stat ON client_stat.client_id = client.id
WHERE client.archived_at IS NULL AND client.alert IS NULL AND client.note IS NOT NULL AND client_stat.visit_days > 3
  AND (SELECT count (*) FROM client_phone AS other
        WHERE substr (other.e164, -4) = substr (client_phone.e164, -4)) = 1
ORDER BY client_stat.visit_days, client.id LIMIT 1"""
VISITS = """
SELECT visit.id, visit.state, (SELECT count (*) FROM visit_line WHERE visit_id = visit.id),
  (SELECT count (*) FROM occupancy WHERE visit_id = visit.id)
FROM visit WHERE client_id = ? ORDER BY visit.id"""
BOOKED, CONFIRMED = 1, 2


class Kept:
    """What the file holds of a client: her visits, her note, and the operations that made them so."""

    def __init__(self, database, client):
        self.visits = ui.rows(database, VISITS, client)
        self.note = ui.rows(database, "SELECT note FROM client WHERE id = ?", client)[0][0]
        self.operations = [name for name, in ui.rows(database, "SELECT name FROM operation ORDER BY id")]

    def __eq__(self, other):
        return vars(self) == vars(other)

    def __repr__(self):
        return f"visits {self.visits[-3:]}, note {self.note}, {len(self.operations)} operations {self.operations[-3:]}"


class Step:
    """One thing that a person does: keys that prepare it, the key that does it, what the window then says, and whether
    what is kept after it fits to what was kept before."""

    def __init__(self, desk, number):
        self.desk, self.program, self.number = desk, desk.program, number
        self.before = desk.kept

    def one_operation_more(self, after):
        return len(after.operations) == len(self.before.operations) + 1 and after.operations[:-1] == self.before.operations


class Book(Step):
    key, says = "Return", "Booked: "

    def prepare(self):
        ui.key("alt+b")
        ui.find(self.program.column(2), Role.PUSH_BUTTON, lambda name: ":" in name, test=ui.focused)

    def fits(self, after):
        _, state, lines, occupied = (after.visits or [(0, 0, 0, 0)])[-1]
        return (self.one_operation_more(after) and after.note == self.before.note
                and after.visits[:-1] == self.before.visits and state == BOOKED and lines > 0 and occupied > 0)

    def is_done(self):
        ui.find(self.program.column(2), Role.PUSH_BUTTON, "Close the visit", test=ui.focused)


class Confirm(Step):
    key, says = "alt+k", ": confirmed."

    def prepare(self):
        ui.find(self.program.column(2), Role.PUSH_BUTTON, "Close the visit", test=ui.focused)

    def fits(self, after):
        visit, _, lines, occupied = self.before.visits[-1]
        return (self.one_operation_more(after) and after.note == self.before.note
                and after.visits == [*self.before.visits[:-1], (visit, CONFIRMED, lines, occupied)])

    def is_done(self):
        pass


class Note(Step):
    key, says = "ctrl+Return", "Saved: Note"

    def text(self):
        return f"Said for the {self.number}th time"

    def prepare(self):
        self.program.click(ui.find(self.program.column(1), ui.BUTTONS, "Note"))
        ui.find(self.program.column(1), ui.FIELDS, "Note", test=ui.focused)
        ui.key("ctrl+a")
        ui.type_text(self.text())

    def fits(self, after):
        return self.one_operation_more(after) and after.note == self.text() and after.visits == self.before.visits

    def is_done(self):
        ui.find(self.program.column(1), ui.BUTTONS, "Note", test=ui.focused)


class Undo(Step):
    key, says = "ctrl+z", "Undone."

    def __init__(self, desk, number):
        super().__init__(desk, number)
        self.step = desk.to_undo[-1]

    def prepare(self):
        pass

    def fits(self, after):
        was = self.step.before
        return self.one_operation_more(after) and (after.visits, after.note) == (was.visits, was.note)

    def is_done(self):
        self.desk.to_undo.pop()


class Desk:
    """The window at work for one client."""

    def __init__(self, program, rand):
        self.program, self.rand = program, rand
        self.client, self.phone = ui.rows(program.database, SOMEBODY)[0]
        self.kept = Kept(program.database, self.client)
        self.done = self.number = 0
        self.last, self.to_undo = None, []

    def open(self):
        self.last, self.to_undo = None, []
        self.program.search(self.phone[-4:])
        ui.key("Return")
        ui.find(self.program.column(1), ui.BUTTONS, "Note")
        ui.find(self.program.column(2), Role.PUSH_BUTTON, lambda name: ":" in name, test=ui.focused)

    def next_step(self):
        """Not the same twice: the window would say the same, and one could not tell when."""
        kinds = [kind for kind in (Book, Note) if not isinstance(self.last, kind)]
        if isinstance(self.last, Book):
            kinds.append(Confirm)
        if self.to_undo and not isinstance(self.last, Undo):
            kinds.append(Undo)
        self.number += 1
        step = self.rand.choice(kinds)(self, self.number)
        step.prepare()
        return step

    def do(self):
        """One step to its end: what the window says to be done is in the file at that moment."""
        step = self.next_step()
        ui.key(step.key)
        self.program.says(step.says)
        now = Kept(self.program.database, self.client)
        assert step.fits(now), f"{type(step).__name__} is said to be done:\nbefore {self.kept}\nnow {now}"
        step.is_done()
        self.kept, self.last = now, step
        if not isinstance(step, Undo):
            self.to_undo.append(step)
        self.done += 1

    def work_and_die(self):
        """Some steps, and one that is under way when the program is killed; returns that one."""
        if self.program.process is None:
            self.program.start()
        self.open()
        for _ in range(self.rand.randint(0, MOST_STEPS)):
            self.do()
        step = self.next_step()
        with subprocess.Popen(["xdotool", "key", "--clearmodifiers", step.key]):
            ui.pause(self.rand.randint(1, MOST_MOMENT_MS))
            self.program.kill()
        return step

    def start_and_die(self):
        self.program.process = self.program.launch()
        ui.pause(self.rand.randint(1, MOST_START_MS))
        self.program.kill()

    def look(self, step):
        """After a kill; returns whether the step under way is there."""
        ui.salonctl("--database", self.program.database, "check")
        found = Kept(self.program.database, self.client)
        whole = step is not None and step.fits(found)
        assert whole or found == self.kept, \
            f"killed in {type(step).__name__}:\nbefore {self.kept}\nfound {found}"
        self.kept = found
        return whole


def test_kill():
    seed = int(os.environ.get("SALON_TEST_SEED") or random.SystemRandom().randrange(1 << 31))
    print(f"# seed {seed}", flush=True)
    rand = random.Random(seed)
    whole = not_at_all = starts = 0
    with ui.Program(ui.demo_database()) as program:
        desk = Desk(program, rand)
        for kill in range(KILLS):
            step = None
            if kill % 4 == 1:
                desk.start_and_die()
                starts += 1
            else:
                step = desk.work_and_die()
            if desk.look(step):
                whole += 1
            elif step is not None:
                not_at_all += 1
        program.start()
        desk.open()
        desk.do()
    desk.look(None)
    print(f"# {KILLS} kills, {starts} of them while starting; {desk.done} steps were said to be done and are there; "
          f"of those under way {whole} are there as a whole and {not_at_all} not at all")


if __name__ == "__main__":
    tap.main()

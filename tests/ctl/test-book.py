"""Services are booked, asked for and waited for in their variants."""
import datetime
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile

import tap

SERVICE = "Full colouring"  # 150 minutes; long hair takes 40 more, short hair none


class Salon:
    """The demo salon of today."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="ctl-book-")
        self.database = os.path.join(self.path, "test.salon")
        self.ctl("generate", "--size", "demo", "--history-only")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def run(self, *arguments):
        return subprocess.run([os.environ["SALONCTL"], "--database", self.database, "--json", *arguments], check=False,
                              capture_output=True, text=True, timeout=60)

    def ctl(self, *arguments):
        done = self.run(*arguments)
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
        return json.loads(done.stdout) if done.stdout.startswith("[") else None

    def refused(self, *arguments):
        before = self.rows("SELECT count (*) FROM journal")
        done = self.run(*arguments)
        assert done.returncode != 0, (arguments, done.stdout)
        assert self.rows("SELECT count (*) FROM journal") == before, arguments
        return done.stderr

    def rows(self, sql, *values):
        connection = sqlite3.connect(self.database)
        try:
            return connection.execute(sql, values).fetchall()
        finally:
            connection.close()

    def slot(self, *words):
        """The first free time of the next week."""
        start = datetime.date.today() + datetime.timedelta(days=7)
        return self.ctl("slots", "--service", SERVICE, *words, "--from", start.isoformat(), "--count", "1")[0]

    def variant(self, name):
        return self.rows("SELECT v.id FROM service_variant v JOIN service s ON s.id = v.service_id WHERE s.name = ? AND v.name = ?",
                         SERVICE, name)[0][0]

    def line(self, visit):
        return self.rows("SELECT variant_id, work1_min + gap_min + work2_min FROM visit_line WHERE visit_id = ?", visit)


def minutes(slot):
    start, end = (datetime.datetime.fromisoformat(slot[name]) for name in ("start", "end"))
    return (end - start).total_seconds() / 60


def test_free_times_are_as_long_as_the_variant():
    with Salon() as salon:
        plain = salon.slot()
        assert minutes(plain) == 150, plain
        assert minutes(salon.slot("--variant", "Short hair")) == 150
        slot = salon.slot("--variant", "long")
        assert minutes(slot) == 190, slot
        assert slot["services"].endswith(SERVICE + " (Long hair)"), slot


def test_a_variant_is_booked():
    with Salon() as salon:
        for words in ([], ["--with", "Maria"]):  # arranged; as it was typed
            slot = salon.slot("--variant", "Long hair", *words)
            visit = salon.ctl("book", "--client", "1", "--service", SERVICE, "--variant", "Long hair", *words, "--at", slot["start"],
                              "--accept")[0]["id"]
            assert salon.line(visit) == [(salon.variant("Long hair"), 190)], words


def test_an_unknown_variant_is_refused():
    with Salon() as salon:
        slot = salon.slot()
        book = ["book", "--client", "1", "--service", SERVICE, "--at", slot["start"]]
        assert "purple" in salon.refused(*book, "--variant", "purple")
        assert "Cat eye" in salon.refused(*book, "--variant", "Cat eye")
        assert "--variant" in salon.refused("book", "--request", "--name", "Zelma", "--variant", "Long hair")


def test_a_request_keeps_its_variant():
    with Salon() as salon:
        slot = salon.slot("--variant", "Long hair")
        request = salon.ctl("book", "--request", "--name", "Zelma Jauna", "--phone", "29111222", "--service", SERVICE, "--variant",
                            "long", "--at", slot["start"])[0]["id"]
        row = salon.ctl("request", "list")[0]
        assert (row["service"], row["free"]) == (SERVICE + ", Long hair", 1), row
        visit = salon.ctl("request", "accept", str(request))[0]["id"]
        assert salon.line(visit) == [(salon.variant("Long hair"), 190)]


def test_who_waits_waits_for_a_variant():
    with Salon() as salon:
        salon.ctl("waitlist", "add", "--client", "1", "--service", SERVICE, "--variant", "Long hair", "--employee", "Maria")
        row = salon.ctl("waitlist", "list")[0]
        assert row["services"] == SERVICE + ", Long hair", row
        assert row["employee"].startswith("Maria"), row
        salon.refused("waitlist", "add", "--client", "1", "--service", SERVICE, "--minutes", "60")


if __name__ == "__main__":
    tap.main()

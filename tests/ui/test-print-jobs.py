"""Jobs go through a print system of the test's own: what is told of each, and what the printer got."""
import os
import subprocess
import sys

import cups
import tap

PROBE = sys.argv.pop(1)
CARD = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


class Job:
    """A document on its way."""

    def __init__(self, at):
        path = os.path.join(at.folder, "card.pdf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CARD)
        self.steps = []
        self.process = subprocess.Popen([PROBE, cups.QUEUE, path], stdout=subprocess.PIPE, text=True, env={**os.environ, **at.env})

    def until(self, word):
        """Reads on until the job is so far."""
        while word not in self.steps:
            line = self.process.stdout.readline()
            assert line, (word, self.steps)
            self.steps.append(line.strip())
        return self.steps

    def end(self, word):
        self.until(word)
        rest = self.process.stdout.read()
        assert rest == "" and self.process.wait(timeout=30) == 0, (word, rest, self.process.returncode)


def test_printed():
    with cups.Cups() as at:
        at.add_queue()
        Job(at).end("done")
        assert at.jobs() == ["1.pdf"], at.jobs()
        with open(os.path.join(at.out, "1.options"), encoding="utf-8") as file:
            options = file.read()
        assert "sides=two-sided-long-edge" in options and "Custom.153" in options, options
        with open(os.path.join(at.out, "1.pdf"), encoding="utf-8") as file:
            assert file.read() == CARD


def test_the_printer_gives_up():
    with cups.Cups() as at:
        at.add_queue()
        at.mood("fail")
        Job(at).end("broken")
        assert at.jobs() == []


def test_cancelled_in_the_queue():
    with cups.Cups() as at:
        at.add_queue()
        at.mood("wait")
        job = Job(at)
        job.until("printing")
        at.cancel_all()
        job.end("cancelled")
        assert at.jobs() == []


def test_a_stopped_queue_goes_on():
    with cups.Cups() as at:
        at.add_queue()
        at.stop()
        job = Job(at)
        job.until("stopped")
        assert at.jobs() == []
        at.start()
        job.end("done")
        assert at.jobs() == ["1.pdf"]


def test_no_printer():
    with cups.Cups() as at:
        Job(at).end("no printer")


if __name__ == "__main__":
    why = cups.missing()
    if why is not None:
        print(f"1..0 # SKIP {why}")
        sys.exit(0)
    tap.main()

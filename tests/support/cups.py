"""A print system of a test's own: cupsd on a socket in a folder, with a printer that does what the test wants.

The printer is a backend of ours: it keeps what it gets in the folder, and before that looks at the file "mood" there:
"print" prints, "fail" gives up.  The mood "wait" is a lock on the file: who reads it waits until the mood changes.  Nothing
here looks again and again: cupsd says in its log when it listens.
"""
import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import threading

CUPSD = "/usr/sbin/cupsd"
LPADMIN = "/usr/sbin/lpadmin"
SERVER_BIN = "/usr/lib/cups"
QUEUE = "card-printer"

BACKEND = """#!/bin/sh
# job-id user title copies options [file]
if [ $# -lt 5 ]; then echo 'direct salontest "Test" "Card printer"'; exit 0; fi
at="%s"
trap 'kill $reader 2>/dev/null; exit 0' TERM
if [ -n "$6" ]; then cat "$6" > "$at/$1.part"; else cat > "$at/$1.part"; fi
echo "$5" > "$at/$1.options"
flock --shared "$at/mood" true &
reader=$!
wait $reader
if grep -q fail "$at/mood"; then echo "ERROR: the ribbon is torn" >&2; exit 1; fi
mv "$at/$1.part" "$at/$1.pdf"
"""

CONFIG = """Listen {folder}/cups.sock
LogLevel info
DefaultAuthType None
WebInterface No
Browsing Off
ErrorPolicy abort-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Location /admin>
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

FILES = """SystemGroup root
ServerRoot {folder}
ServerBin {folder}/bin
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/tmp
AccessLog {folder}/access
ErrorLog stderr
PageLog {folder}/page
"""


def missing():
    """Why there can be no print system here; None = there can."""
    for path in (CUPSD, LPADMIN):
        if not os.path.exists(path):
            return f"{path} is not installed"
    return None if os.geteuid() == 0 else "cupsd starts only as root here"


class Cups:
    """Use as: with Cups() as cups: …"""

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="salon-cups-")
        os.chmod(self.folder, 0o755)
        self.socket = os.path.join(self.folder, "cups.sock")
        self.out = os.path.join(self.folder, "out")
        for name in ("spool", "cache", "run", "run/certs", "tmp", "ppd", "bin", "out", "ssl"):
            os.mkdir(os.path.join(self.folder, name))
        os.chmod(self.out, 0o777)
        os.chmod(os.path.join(self.folder, "spool"), 0o710)
        self.write("cupsd.conf", CONFIG.format(folder=self.folder))
        self.write("cups-files.conf", FILES.format(folder=self.folder))
        self.gate = None
        self.mood("print")
        self.fill_bin()
        self.said, self.listens = [], threading.Event()
        self.daemon = subprocess.Popen([CUPSD, "-f", "-c", os.path.join(self.folder, "cupsd.conf"), "-s",
                                        os.path.join(self.folder, "cups-files.conf")], stderr=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.env = {"CUPS_SERVER": self.socket}
        if not self.listens.wait(timeout=60) or self.daemon.poll() is not None:
            self.__exit__()
            raise AssertionError(self.log())
        return self

    def _read(self):
        """Keeps what cupsd says, until it ends."""
        for line in self.daemon.stderr:
            self.said.append(line)
            if f"Listening to {self.socket}" in line:
                self.listens.set()
        self.listens.set()

    def __exit__(self, *_):
        self.mood("print")
        self.daemon.send_signal(signal.SIGTERM)
        self.daemon.wait(timeout=20)
        self.reader.join()
        self.daemon.stderr.close()
        self.gate.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, name, text, mode=0o644):
        path = os.path.join(self.folder, name)
        with open(path + "~", "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path + "~", mode)
        os.rename(path + "~", path)

    def fill_bin(self):
        for name in os.listdir(SERVER_BIN):
            if name != "backend":
                os.symlink(os.path.join(SERVER_BIN, name), os.path.join(self.folder, "bin", name))
        os.mkdir(os.path.join(self.folder, "bin", "backend"))
        self.write("bin/backend/salontest", BACKEND % self.out, 0o700)  # run as root: what is above the folder may be closed

    def mood(self, word):
        if self.gate is None:
            self.gate = open(os.path.join(self.out, "mood"), "w", encoding="utf-8")  # pylint: disable=consider-using-with
            os.chmod(self.gate.name, 0o666)
        self.gate.seek(0)
        self.gate.truncate()
        self.gate.write(word)
        self.gate.flush()
        fcntl.flock(self.gate, fcntl.LOCK_EX if word == "wait" else fcntl.LOCK_UN)

    def run(self, *words):
        return subprocess.run(words, check=True, capture_output=True, text=True, timeout=30, env={**os.environ, **self.env}).stdout

    def add_queue(self):
        self.run(LPADMIN, "-p", QUEUE, "-E", "-v", "salontest:/card", "-m", "raw", "-o", "printer-error-policy=abort-job")

    def stop(self):
        self.run("cupsdisable", QUEUE)

    def start(self):
        self.run("cupsenable", QUEUE)

    def cancel_all(self):
        self.run("cancel", "-a", QUEUE)

    def waiting(self):
        """The jobs that the queue still has."""
        return self.run("lpstat", "-W", "not-completed", "-o", QUEUE).splitlines()

    def jobs(self):
        """Names of what was printed, in order."""
        return sorted(name for name in os.listdir(self.out) if name.endswith(".pdf"))

    def log(self):
        return "".join(self.said[-60:])

"""Drives the real program as a person would: finds things by role and name on the accessibility bus, and
uses the real pointer and keyboard.  To be run inside tests/support/with-display --wm --a11y.

Nothing here sleeps: every step waits for a fact, with a deadline.  What is known of GTK 4.8 and AT-SPI:
- roles are compared as numbers (their names differ between versions); an unlabelled object is named after its
  class in 4.8; rows of lists have no action: they are chosen by keys or the pointer;
- extents are those inside the window without the frame that carries the shadow; a popover is an X window of its
  own; grab_focus fails: the focus is moved by keys or the pointer;
- typed text reaches the program by key events for ASCII, by the clipboard for other scripts.
"""
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import threading
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  pylint: disable=wrong-import-position

# GTK 4.8 has no cache of accessible things to ask for; that this is said of every program helps nobody.
GLib.log_set_handler("dbind", GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)

Role = Atspi.Role
State = Atspi.StateType
BUTTONS = (Role.PUSH_BUTTON, Role.TOGGLE_BUTTON)
FIELDS = (Role.ENTRY, Role.TEXT, Role.PASSWORD_TEXT)
LOCALES = {"en": "en_GB", "ru": "ru_RU", "lv": "lv_LV"}
SLOWNESS = float(os.environ.get("UI_SLOWNESS") or 1)
LOOK_MS = 20
TYPING_MS = 80  # xdotool takes half of it between two keys; 35 ms and less is a scanner
MANY = 40
NO_COLORD = "failed to contact colord"  # GTK says so where a printer is and no daemon for its colours

here = os.path.dirname(os.path.abspath(__file__))
top = os.path.dirname(os.path.dirname(here))


class TooLate(AssertionError):
    """A fact did not come true in time."""


def pause(milliseconds):
    """Lets events of the accessibility bus arrive for a moment: between two looks, never instead of a look."""
    context, over = GLib.MainContext.default(), []
    GLib.timeout_add(milliseconds, lambda: over.append(True))
    while not over:
        context.iteration(True)


def wait(what, fact, seconds=15.0):
    """Looks until fact() is true and returns what it returned; a thing that vanishes meanwhile is no error."""
    deadline = time.monotonic() + seconds * SLOWNESS
    while True:
        try:
            result = fact()
        except (GLib.Error, LookupError, AttributeError, sqlite3.OperationalError):
            result = None
        if result:
            return result
        if time.monotonic() > deadline:
            raise TooLate(f"{what}: not within {seconds * SLOWNESS:g} s")
        pause(LOOK_MS)


# ---- looking ----

def has_state(thing, state):
    return thing.get_state_set().contains(state)


def focused(thing):
    return has_state(thing, State.FOCUSED)


def enabled(thing):
    return has_state(thing, State.SENSITIVE)


def selected(thing):
    return has_state(thing, State.SELECTED)


def children(thing):
    """What stands directly below a thing; nothing below one that vanishes while we look."""
    found = []
    try:
        for index in range(thing.get_child_count()):
            child = thing.get_child_at_index(index)
            if child is not None:
                found.append(child)
    except GLib.Error:
        pass
    return found


def extents_of(thing):
    """Where a thing is in its window, or None for what has no place."""
    try:
        return Atspi.Component.get_extents(thing, Atspi.CoordType.WINDOW)
    except (GLib.Error, TypeError, AttributeError):
        return None


def in_view(things, container):
    """Those of many things that overlap their container: GTK keeps some 200 rows of a long list, most out of sight."""
    window = extents_of(container)
    places = [(thing, extents_of(thing)) for thing in things]
    return [thing for thing, place in places if window is None or place is None or (
        place.y < window.y + window.height and place.y + place.height > window.y)]


def walk(thing, hidden=False):
    """A thing and all below it, in the order of the screen; rows of long lists only where they are in view.  Where it
    may be another by the next look (the column of a page that is just being changed), a function tells which it is."""
    thing = thing() if callable(thing) else thing
    yield thing
    below = children(thing)
    if len(below) > MANY and not hidden:
        below = in_view(below, thing)
    for child in below:
        yield from walk(child, hidden)


def text_of(thing):
    """The text in a field or label, or else its name."""
    text = thing.get_text_iface()
    if text is None:
        return thing.get_name()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) or thing.get_name()


def showing(thing):
    """Whether a thing takes any room: what a closed revealer holds does not.  (The state "showing" is said of windows
    only in GTK 4.8, and "visible" of everything.)"""
    extents = extents_of(thing)
    return extents is None or (extents.width > 0 and extents.height > 0)


def matches(thing, role, name, test, hidden=False):
    """Whether a thing is what is looked for; what vanishes while we look is not."""
    try:
        if role is not None and thing.get_role() not in (role if isinstance(role, tuple) else (role,)):
            return False
        if isinstance(name, str) and thing.get_name() != name:
            return False
        if callable(name) and not name(thing.get_name() or ""):
            return False
        return (hidden or showing(thing)) and (test is None or bool(test(thing)))
    except GLib.Error:
        return False


def find_all(root, role=None, name=None, test=None, hidden=False):
    """All things with that role (or one of those roles), that name (text, or a test of it) and that property."""
    return [thing for thing in walk(root, hidden) if matches(thing, role, name, test, hidden)]


def find(root, role=None, name=None, test=None, seconds=15.0, hidden=False):
    """The first such thing, as soon as it is there."""
    return wait(f"{role} “{name}”", lambda: next(
        (thing for thing in walk(root, hidden) if matches(thing, role, name, test, hidden)), None), seconds)


def gone(root, role=None, name=None, test=None, seconds=15.0):
    """Waits until no such thing shows any more."""
    wait(f"no {role} “{name}”", lambda: not find_all(root, role, name, test), seconds)


def texts(root):
    """Every text that shows, top to bottom: for a look at what is there, and for messages."""
    found = []
    for thing in find_all(root, (Role.LABEL, *FIELDS)):
        try:
            found.append(text_of(thing))
        except GLib.Error:
            pass  # gone meanwhile
    return [text for text in found if text]


def shows(root, text, seconds=15.0):
    """Waits until a label or field shows a text that contains this one."""
    return wait(f"text “{text}”", lambda: find_all(root, test=lambda thing: text in (text_of(thing) or ""))[:1], seconds)[0]


def dump(root, depth=0):
    """Prints the tree, for people who write a scenario."""
    states = [name for name, test in (("focused", focused), ("selected", selected), ("enabled", enabled)) if test(root)]
    print("# " + "  " * depth + f"{root.get_role_name()} “{root.get_name()}” {' '.join(states)}")
    for child in children(root):
        if showing(child):
            dump(child, depth + 1)


# ---- acting ----

def xdo(*words):
    done = subprocess.run(["xdotool", *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          check=False)
    if done.returncode:
        raise LookupError(f"xdotool {' '.join(map(str, words))}: {done.stderr.strip()}")
    return done.stdout


def key(*keys):
    """Presses keys: "Return", "ctrl+z", "alt+1"."""
    xdo("key", "--clearmodifiers", *keys)


def put_on_clipboard(text):
    subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True)
    wait("clipboard", lambda: subprocess.run(["xclip", "-selection", "clipboard", "-o"], stdout=subprocess.PIPE, text=True,
                                             check=False).stdout == text)


def type_text(text):
    """Types into the focused field: by keys, or by pasting what has no key on this keyboard."""
    if text.isascii():
        xdo("type", "--delay", TYPING_MS, "--", text)
    else:
        put_on_clipboard(text)
        key("ctrl+v")


def put_picture_on_clipboard(path):
    """Offers a PNG file as somebody who has copied a picture does."""
    subprocess.run(["xclip", "-selection", "clipboard", "-target", "image/png", "-i", path], check=True)
    wait("picture on the clipboard", lambda: subprocess.run(
        ["xclip", "-selection", "clipboard", "-target", "TARGETS", "-o"], stdout=subprocess.PIPE, text=True,
        check=False).stdout.strip().endswith("image/png"))


def focus_of(root):
    """The thing below root that has the focus, or None."""
    return next((thing for thing in walk(root) if matches(thing, None, None, focused)), None)


def walk_to(root, thing, keys="Tab", most=40):
    """Moves the focus by a key, one step after the other inside root, until it is on a thing."""
    for _ in range(most):
        before = focus_of(root)
        if before == thing:
            return
        key(keys)
        wait("the focus elsewhere", lambda: focus_of(root) not in (None, before))
    raise TooLate(f"{keys} does not lead to “{thing.get_name()}”")


ran_actions = []


def act(thing, name=None):
    """Runs an action of a thing (by name, or its first), as a screen reader would.  A button that is pressed so stays
    pressed for a quarter of a second, and is deaf meanwhile: what is pressed several times is to be clicked."""
    names = [thing.get_action_name(index) for index in range(thing.get_n_actions())]
    index = names.index(name) if name else 0
    ran_actions.append(name)
    assert thing.do_action(index), f"{thing.get_name()}: {names} cannot be run"


def windows_of(pid):
    """(id, x, y, width, height) of the X windows of a process that show."""
    try:
        ids = xdo("search", "--onlyvisible", "--pid", pid).split()
    except LookupError:
        return []
    found = []
    for window in ids:
        try:
            lines = dict(line.split("=") for line in xdo("getwindowgeometry", "--shell", window).split())
        except LookupError:
            continue  # closed meanwhile
        found.append((window, int(lines["X"]), int(lines["Y"]), int(lines["WIDTH"]), int(lines["HEIGHT"])))
    return found


def frame_extents(window):
    """The width of the shadow around a window: left, right, top, bottom."""
    answer = subprocess.run(["xprop", "-id", window, "-notype", "_GTK_FRAME_EXTENTS"], stdout=subprocess.PIPE, text=True,
                            check=False).stdout
    return [int(number) for number in answer.split("=")[1].split(",")] if "=" in answer else [0, 0, 0, 0]


def queued_ns(pid, thread=None):
    """How long a thread (by default a process's first) has been ready to run but had no processor, in nanoseconds."""
    try:
        with open(f"/proc/{pid}/task/{thread or pid}/schedstat", encoding="ascii") as file:
            return int(file.read().split()[1])
    except OSError:
        return 0


class LoopWatch:
    """While it is open, asks the program's main loop a small question again and again: longest is the longest time,
    in milliseconds, that an answer took.  The time during which the program, the bus or the asker only waited
    for a processor is taken off: that is the machine's load, not the program's doing."""

    def __init__(self, program):
        self.longest, self.count = 0.0, 0
        self._stop, self._thread = False, None
        self._bus, self._name = program.accessibility_address()
        self._others = [program.process.pid, self._bus.call_sync(
            "org.freedesktop.DBus", "/", "org.freedesktop.DBus", "GetConnectionUnixProcessID",
            GLib.Variant("(s)", ("org.freedesktop.DBus",)), None, 0, -1, None).unpack()[0]]

    def _queued(self):
        return sum(queued_ns(pid) for pid in self._others) + queued_ns(os.getpid(), threading.get_native_id())

    def _ask(self):
        queued, start = self._queued(), time.monotonic()
        self._bus.call_sync(self._name, "/org/a11y/atspi/accessible/root", "org.freedesktop.DBus.Properties", "Get",
                            GLib.Variant("(ss)", ("org.a11y.atspi.Application", "ToolkitName")), None,
                            Gio.DBusCallFlags.NONE, 10000, None)
        taken = time.monotonic() - start
        return taken * 1000 - (self._queued() - queued) / 1e6

    def __enter__(self):
        def run():
            while not self._stop:
                self.longest = max(self.longest, self._ask())
                self.count += 1
        self._ask()
        self._thread = threading.Thread(target=run)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._stop = True
        self._thread.join()


QUARKS = 16384  # bytes of GLib's first table of quarks, 2048 pointers
CHOOSER = (256, 2)
COMPLETED = 64  # bytes, more than a name that the window for files proposes


def lists_of_names(size, count, n_names):
    """Whether so many bytes are so many arrays of n_names names and a NULL each, the table of quarks perhaps among them."""
    return n_names > 0 and (size == 8 * (n_names + count) or size - QUARKS == 8 * (n_names + count - 1))


def names_completed(size, count):
    """Whether it is so many names of files at most, the table of quarks perhaps among them."""
    return size <= COMPLETED * count or 0 <= size - QUARKS <= COMPLETED * (count - 1)


def only_libraries_leak(log, chose_file):
    """GLib gives up its first table of quarks on purpose when a program needs more of them; libcloudproviders loses two
    names when a file is chosen, and GTK, on a busy machine, those that it was about to propose; GTK loses the names of
    all actions of a thing when one of them is run by the accessibility bus.  The stacks of those allocations have no
    names by which the sanitizer could be told."""
    leaks = re.findall(r"(Direct|Indirect) leak of (\d+) byte\(s\) in (\d+) object\(s\)", log)
    direct = [(int(size), int(count)) for kind, size, count in leaks if kind == "Direct"]
    names = sum(int(count) for kind, _, count in leaks if kind == "Indirect")
    if not leaks or "ERROR: AddressSanitizer" in log or names > 0 and not any(ran_actions):
        return False
    return all(one == (QUARKS, 1) or chose_file and (one == CHOOSER or names_completed(*one)) or lists_of_names(*one, names)
               for one in direct)


def whole_stacks():
    """Environment of a program in which a library loses memory that can only be told by the whole stack of its allocation;
    it is slower."""
    return {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":fast_unwind_on_malloc=0"}


class Program:
    """The window program with a database, in a language, style and size; a context manager that ends it properly
    and fails if it does not end well (sanitizers report through its exit status)."""

    def __init__(self, database=None, *arguments, language="en", dark=False, size=None, program=None, settings=None,
                 locale=None, env=None, text_scale=1.0):
        self.program = program or os.environ["SALON_DESK"]
        self.arguments = [*(["--database", database] if database else []), *arguments]
        self.database, self.language = database, language
        self.folder = tempfile.mkdtemp(prefix="program-")
        self.env = {**os.environ, "GSETTINGS_BACKEND": "keyfile", "XDG_CONFIG_HOME": os.path.join(self.folder, "config"),
                    "G_MESSAGES_DEBUG": "salon-note", "LANGUAGE": language, **locale_environment(locale or language), **(env or {})}
        self._write_look()
        self._write_settings({"color-scheme": "'dark'" if dark else "'light'", "window-maximized": str(not size).lower(),
                              **({"window-size": f"({size[0]}, {size[1]})"} if size else {}), **(settings or {})})
        self.text_scale = text_scale
        self.log_path = os.path.join(self.folder, "log")
        self.process = self.app = self.frame = None
        self.chose_file = False  # a scenario says so that opens the window for it

    def _write_settings(self, settings):
        folder = os.path.join(self.env["XDG_CONFIG_HOME"], "glib-2.0", "settings")
        os.makedirs(folder)
        with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
            file.write("[org/salondesk/SalonDesk]\n")
            file.writelines(f"{name}={value}\n" for name, value in settings.items())

    def _write_look(self):
        folder = os.path.join(self.env["XDG_CONFIG_HOME"], "gtk-4.0")
        os.makedirs(folder)
        with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[Settings]\ngtk-cursor-blink=0\n")  # a picture stands still, and two of them are alike
        with open(os.path.join(folder, "gtk.css"), "w", encoding="utf-8") as file:
            # there is no compositor here, and without one GTK draws a frame that is on no real desktop
            file.write(".solid-csd { margin: 0; padding: 0; border: none; border-radius: 0; box-shadow: none; }\n")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self.quit()
            else:
                self._explain()
        finally:
            self.kill()
            shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def pid(self):
        return self.process.pid

    def launch(self):
        """Starts a process of the program and returns it without waiting for a window."""
        with open(self.log_path, "ab") as log:
            return subprocess.Popen([self.program, *self.arguments], env=self.env, stdin=subprocess.DEVNULL,
                                    stdout=log, stderr=log)

    def start(self, seconds=40.0):
        """Starts the program and waits for its window, with content and with the focus."""
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                        f"Xft.dpi:\t{round(96 * self.text_scale)}\n"], check=True)
        self.process = self.launch()
        self.app = wait("the program on the accessibility bus", self._find_app, seconds)
        self.frame = find(self.app, Role.FRAME, seconds=seconds, hidden=True)
        wait("content of the window", lambda: children(self.frame), seconds)
        wait("focus on the window", lambda: has_state(self.frame, State.ACTIVE), seconds)

    def _find_app(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the program ended with status {self.process.returncode}:\n{self.log()}")
        desktop = Atspi.get_desktop(0)
        for app in children(desktop):
            if app.get_process_id() == self.process.pid:
                app.set_cache_mask(Atspi.Cache.NONE)
                return app
        return None

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def _explain(self):
        """Where a scenario broke off: a picture, the focus, the texts on the screen, and what the program said: also its
        notes, with the time of each."""
        if self.process is None:
            return
        folder = os.environ.get("SALON_TEST_PICTURES") or os.path.join(
            os.environ.get("G_TEST_BUILDDIR") or tempfile.gettempdir(), "broken")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, f"{time.strftime('%H%M%S')}-{self.pid}.png")
        picture(path, 3.0)
        print(f"# {time.strftime('%H:%M:%S')}, the picture is {path}")
        try:
            focus = focus_of(self.app)
            print("# the focus: " + (f"{focus.get_role_name()} “{focus.get_name()}”" if focus else "nowhere"))
            print("# on the screen: " + " | ".join(texts(self.app))[:4000])
        except (GLib.Error, AttributeError, TypeError):
            print("# the program cannot be asked any more")
        for line in self.log().splitlines()[-60:]:
            print("# the program said: " + line)

    def quit(self):
        """Ends the program by its own action and checks that it ended well and said nothing bad."""
        if self.process is not None:
            if self.process.poll() is None:
                self._press_quit()
            self.join()
        log = "".join(line for line in self.log().splitlines(keepends=True) if NO_COLORD not in line)
        assert "CRITICAL" not in log and "WARNING" not in log, log

    def _press_quit(self):
        """A popover that is about to open or close takes the keys of that moment with it: a person presses again."""
        for _ in range(3):
            self.activate()
            key("Escape", "ctrl+q")
            try:
                wait("the end of the program", lambda: self.process.poll() is not None, 20.0)
                return
            except TooLate:
                if not windows_of(self.process.pid):  # it goes, and the machine is busy
                    return
                print("# the keys to quit were lost")
                self._explain()

    def activate(self):
        """Brings the window to the front, as a click on a task bar would."""
        xdo("windowactivate", self.window())
        wait("focus on the window", lambda: has_state(self.frame, State.ACTIVE))

    def join(self, status=0):
        """Waits for the end of the program."""
        wait("the end of the program", lambda: self.process.poll() is not None, 60.0)
        assert self.process.returncode == status or only_libraries_leak(self.log(), self.chose_file), \
            f"exit status {self.process.returncode}:\n{self.log()}"

    def kill(self):
        """Ends the program with the signal that cannot be caught; it can be started again."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.process = None

    # -- parts of the window, found without a walk through all of it --

    def _beside_pages(self):
        """What lies beside the list of pages: the open page, and the notes over it."""
        pages = find(self.frame, Role.LIST, "Pages")
        pane = pages.get_parent()
        while pane.get_role() != Role.SCROLL_PANE:
            pane = pane.get_parent()
        return children(pane.get_parent())[-1]

    def column(self, number):
        """A column of the page that is open at each look: of the desk 0 is the queue, 1 the client, 2 the visit and the
        booking."""
        beside = self._beside_pages()

        def column_now():
            pages = (next(iter(children(page)), None) for page in children(children(beside)[0]))
            return children(next(filter(None, pages), None))[number]
        return column_now

    def notes(self, beside=None):
        """What lies over the page just now: the note at the bottom, which is no child of anything while it is hidden."""
        return children(beside or self._beside_pages())[1:]

    def search(self, text):
        """Types into the search, and waits until the first hit is one for all of this text and is chosen."""
        type_text(text)
        found = find(self.frame, Role.LIST, "Search results")

        def is_first():
            first = find_all(found, Role.LIST_ITEM)[0]
            return text.replace(" ", "").lower() in first.get_name().replace(" ", "").lower() and selected(first)
        wait(f"“{text}” found and chosen", is_first)

    def says(self, text, seconds=15.0):
        """Waits until the note at the bottom says something with this text."""
        beside = self._beside_pages()
        wait(f"a note “{text}”", lambda: any(text in said for note in self.notes(beside) for said in texts(note)), seconds)

    def hold_note(self):
        """Points at the note, so that it stays while other things are looked at."""
        beside = self._beside_pages()
        xdo("mousemove", *wait("a note", lambda: self.place(self.notes(beside)[0])))

    def press_in_note(self, name):
        """Presses a button of the note.  It goes by itself after a while, but not while the pointer is on it."""
        beside = self._beside_pages()
        button = wait(f"“{name}” in a note", lambda: next(
            (button for note in self.notes(beside) for button in find_all(note, BUTTONS, name)), None))
        xdo("mousemove", *self.place(button))
        self.click(button)

    def other_windows(self):
        return [window for window in children(self.app) if window != self.frame]

    def has_keys(self, window):
        """Whether the newest X window has the keys, and is not the main one.  (The state "active" is said of the main
        window only, and what has the focus in another one has it before that gets the keys.)"""
        newest = max(int(one[0]) for one in windows_of(self.pid))
        return window is not None and newest == int(xdo("getactivewindow")) != int(self.window())

    def choose_path(self, path):
        """Types a path into GTK's window for files: a name that begins with a slash is one."""
        self.chose_file = True
        wait("a window for files that has the keys", lambda: self.has_keys(next(
            (window for window in self.other_windows() if find_all(window, FIELDS, test=focused)), None)))
        key("ctrl+a")
        type_text(path)
        key("Return")
        wait("one window", lambda: len(windows_of(self.pid)) == 1)
        wait("focus on the window", lambda: has_state(self.frame, State.ACTIVE))

    # -- pointer and pictures --

    def window(self):
        """The X window of the main window."""
        # while a dialog goes, the list of windows cannot be read for a moment
        found = wait("a window", lambda: windows_of(self.process.pid))
        return max(found, key=lambda window: window[3] * window[4])[0]

    def _origin(self, thing):
        """Where on the screen the window that holds a thing has its origin."""
        open_windows = windows_of(self.process.pid)
        if not open_windows:
            raise LookupError("no window shows")
        main = max(open_windows, key=lambda window: window[3] * window[4])
        while thing is not None and thing.get_role() not in (Role.FRAME, Role.APPLICATION):
            extents = extents_of(thing)
            if extents is not None:
                for window, x, y, width, height in open_windows:
                    if window != main[0] and (width, height) == (extents.width, extents.height):
                        return x - extents.x, y - extents.y
            thing = thing.get_parent()
        left, _, above, _ = frame_extents(main[0])
        return main[1] + left, main[2] + above

    def place(self, thing):
        """The middle of a thing on the screen."""
        extents = Atspi.Component.get_extents(thing, Atspi.CoordType.WINDOW)
        x, y = self._origin(thing)
        return x + extents.x + extents.width // 2, y + extents.y + extents.height // 2

    def at_rest(self, thing):
        """Waits until a thing has stopped moving (popovers slide in) and returns its place."""
        seen = []

        def still():
            extents = extents_of(thing)
            seen.append((extents.x, extents.y, extents.width, extents.height))
            return len(seen) > 4 and len(set(seen[-5:])) == 1

        def place():
            before = self.place(thing)  # many questions: not at each look
            del seen[:]
            wait("something at rest", still)
            return self.place(thing) == before and before
        return wait("something at rest", place)

    def click(self, thing, times=1, button=1):
        """Clicks the middle of a thing."""
        x, y = self.at_rest(thing)
        xdo("mousemove", x, y, "click", "--repeat", times, "--delay", 60, button)

    def point_aside(self):
        """Puts the pointer where no menu opens: a line of a menu that comes to lie under it takes the focus."""
        x, y = self._origin(self.frame)
        xdo("mousemove", x + 2, y + 2)

    def drag(self, thing, dx, dy, steps=8):
        """Drags from the middle of a thing."""
        x, y = self.at_rest(thing)
        xdo("mousemove", x, y, "mousedown", 1)
        for step in range(1, steps + 1):
            xdo("mousemove", x + dx * step // steps, y + dy * step // steps)
        xdo("mouseup", 1)

    def wheel(self, thing, clicks):
        """Turns the wheel over a thing: down for positive numbers."""
        x, y = self.place(thing)
        xdo("mousemove", x, y, "click", "--repeat", abs(clicks), "--delay", 4, 5 if clicks > 0 else 4)

    def fill(self, field, text):
        """Puts text into a field in place of what was there."""
        self.click(field)
        wait("focus in the field", lambda: focused(field))
        key("ctrl+a")
        type_text(text)

    def accessibility_address(self):
        """(connection, name) of the program on the accessibility bus."""
        session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1,
                                    None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        bus = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)

        def ask(method, arguments):
            return bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", method, arguments, None, 0, -1,
                                 None).unpack()[0]
        for name in ask("ListNames", None):
            if ask("GetConnectionUnixProcessID", GLib.Variant("(s)", (name,))) == self.process.pid:
                return bus, name
        raise LookupError("the program is not on the accessibility bus")


# ---- pictures ----

def screen():
    """The pixels of the whole screen."""
    return subprocess.run(["import", "-window", "root", "rgb:-"], stdout=subprocess.PIPE, check=True).stdout


def settled(seconds=15.0):
    """Waits until the screen has stood still for several looks (pictures load, animations end)."""
    seen = []

    def still():
        pause(80)
        seen.append(hash(screen()))
        return len(seen) > 3 and len(set(seen[-4:])) == 1
    wait("a screen that stands still", still, seconds)


def picture(path, seconds=15.0):
    """Takes a picture of the whole screen, once it stands still."""
    try:
        settled(seconds)
    except TooLate:
        pass  # something blinks: then any moment is as good
    subprocess.run(["import", "-window", "root", "-strip", path], check=True)


# ---- data ----

def locale_environment(language):
    """A real locale for a language, made on the spot where the system has its sources; else only the texts change."""
    name = LOCALES.get(language)
    if name is None or not os.path.exists(f"/usr/share/i18n/locales/{name}"):
        return {"LC_ALL": "C.UTF-8"}
    folder = os.path.join(os.environ.get("G_TEST_BUILDDIR") or tempfile.gettempdir(), "locales")
    made = os.path.join(folder, name + ".UTF-8")
    if not os.path.isdir(made):
        os.makedirs(folder, exist_ok=True)
        fresh = tempfile.mkdtemp(dir=folder)
        subprocess.run(["localedef", "--no-archive", "-i", name, "-f", "UTF-8", os.path.join(fresh, "made")],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        try:
            os.rename(os.path.join(fresh, "made"), made)
        except OSError:
            pass  # another test made it at the same time
        shutil.rmtree(fresh, ignore_errors=True)
    return {"LC_ALL": name + ".UTF-8", "LOCPATH": folder}


def salonctl(*words, status=0):
    """Runs the command line program; returns what it printed."""
    done = subprocess.run([os.environ["SALONCTL"], *map(str, words)], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}, check=False)
    assert done.returncode == status, f"salonctl {' '.join(map(str, words))}: {done.returncode}\n{done.stderr}"
    return done.stdout


def invented_database(size, sold=False):
    """The path of a fresh copy of an invented salon as of today, in the temporary home; with sold, there are receipts of
    its last months, else all that was done is history.  The original is made once a day and kept in the build folder;
    that takes a second for "demo" and minutes for "large"."""
    store = os.path.join(os.environ.get("G_TEST_BUILDDIR") or tempfile.gettempdir(), size + ("-sold" if sold else ""))
    original = os.path.join(store, time.strftime("%Y-%m-%d") + ".salon")
    # One of an older build may have another schema.
    if not os.path.exists(original) or os.path.getmtime(original) < os.path.getmtime(os.environ["SALONCTL"]):
        os.makedirs(store, exist_ok=True)
        folder = tempfile.mkdtemp(dir=store)
        made = os.path.join(folder, size + ".salon")
        salonctl("--database", made, "generate", "--size", size, "--seed", "1", *([] if sold else ["--history-only"]))
        os.rename(made, original)
        shutil.rmtree(folder, ignore_errors=True)
    copy = os.path.join(tempfile.mkdtemp(prefix="salon-"), size + ".salon")
    shutil.copyfile(original, copy)
    return copy


def demo_database(sold=False):
    """A fresh copy of the demo salon; with sold, it has receipts."""
    return invented_database("demo", sold)


def rows(database, query, *values):
    """Rows of a query, read beside the running program: how a test sees what was really kept."""
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30 * SLOWNESS)
    try:
        return connection.execute(query, values).fetchall()
    finally:
        connection.close()

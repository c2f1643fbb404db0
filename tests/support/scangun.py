"""A scanner that types, and fingers that do, by real keys with right times."""
import contextlib
import ctypes
import functools
import os
import signal
import subprocess

import ui

KEYS = {letter: 10 + place for place, letter in enumerate("1234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./")
        if letter != "\0"}
SPACE, ENTER, SHIFT = 65, 36, 50
LAYOUTS = (("us",), ("ru",), ("lv",), ("us,ru", "-option", "grp:alt_shift_toggle"))


RAW_KEY_PRESS, ALL_MASTERS = 13, 1  # of the input extension
SCANNER_MS = 35  # a key that comes later is no scanner's


class _Cookie(ctypes.Structure):
    """XGenericEventCookie"""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("extension", ctypes.c_int), ("kind", ctypes.c_int), ("cookie", ctypes.c_uint), ("data", ctypes.c_void_p),
                ("rest", ctypes.c_long * 24)]


class _Raw(ctypes.Structure):
    """The beginning of XIRawEvent"""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("extension", ctypes.c_int), ("kind", ctypes.c_int), ("time", ctypes.c_ulong)]


class _Mask(ctypes.Structure):
    """XIEventMask"""
    _fields_ = [("device", ctypes.c_int), ("length", ctypes.c_int), ("mask", ctypes.c_char_p)]


class Keyboard:
    """A keyboard whose X server waits between the keys: their times are right, however busy this process is.  Where the
    server itself had no processor for a while, late tells that no scanner would have been so slow."""

    def __init__(self):
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.xi = ctypes.CDLL("libXi.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))
        self.late = False
        self._hear()

    def _hear(self):
        """Asks for the keys as the server has seen them, with their times."""
        version = ctypes.c_int(2), ctypes.c_int(2)  # older ones hear nothing while a popover is open
        self.xi.XIQueryVersion(self.display, ctypes.byref(version[0]), ctypes.byref(version[1]))
        mask = _Mask(ALL_MASTERS, 2, bytes([0, 1 << RAW_KEY_PRESS - 8]))
        root = ctypes.c_ulong(self.x11.XDefaultRootWindow(self.display))
        self.xi.XISelectEvents(self.display, root, ctypes.byref(mask), 1)
        self.x11.XSync(self.display, 0)

    def _times(self):
        """The times of the keys that were pressed since the last question, in milliseconds."""
        event, times = _Cookie(), []
        while self.x11.XPending(self.display):
            self.x11.XNextEvent(self.display, ctypes.byref(event))
            if self.x11.XGetEventData(self.display, ctypes.byref(event)):
                if event.kind == RAW_KEY_PRESS:
                    times.append(ctypes.cast(event.data, ctypes.POINTER(_Raw)).contents.time)
                self.x11.XFreeEventData(self.display, ctypes.byref(event))
        return times

    def _send(self, key, press, wait):
        self.xtst.XTestFakeKeyEvent(self.display, key, press, ctypes.c_ulong(wait))

    def write(self, text, gap):
        """Presses the places of keys, whatever the layout makes of them, with so many milliseconds from one to the next."""
        self._times()
        for letter in text:
            key = {" ": SPACE, "\n": ENTER}.get(letter) or KEYS[letter.lower()]
            if letter.isupper():
                self._send(SHIFT, 1, 1)
            self._send(key, 1, gap - gap // 2)
            self._send(key, 0, gap // 2)
            if letter.isupper():
                self._send(SHIFT, 0, 0)
        self.x11.XSync(self.display, 0)
        times = self._times()
        if gap < SCANNER_MS:
            self.late |= len(times) < len(text) or any(after - before > SCANNER_MS for before, after in zip(times, times[1:]))


keyboard = Keyboard()


def with_scanner(test):
    """A test whose scans are to be as quick as a scanner's: it is tried again where the machine was too busy for that."""
    @functools.wraps(test)
    def run():
        for left in (3, 2, 1, 0):
            keyboard.late = False
            try:
                return test()
            except AssertionError as why:
                if not keyboard.late or not left:
                    raise
                print(f"# the X server had no processor while a code was scanned, so once more: {why}", flush=True)
    return run


def scan(code, gap=6):
    """As a scanner does it."""
    keyboard.write(code + "\n", gap)


def type_keys(text):
    """As fingers do it, 15 characters a second."""
    keyboard.write(text, 67)


@contextlib.contextmanager
def layout(words, caps=False):
    """A keyboard layout, with or without CapsLock."""
    subprocess.run(["setxkbmap", *words], check=True)
    if caps:
        ui.xdo("key", "Caps_Lock")
    try:
        yield
    finally:
        if caps:
            ui.xdo("key", "Caps_Lock")
        subprocess.run(["setxkbmap", "us"], check=True)


@contextlib.contextmanager
def busy(program):
    """A program that does nothing meanwhile, as one that is busy: its keys wait with the X server, and come at once."""
    os.kill(program.pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(program.pid, signal.SIGCONT)


def said(program, text):
    """How often the program has said something: its notes are in its log."""
    return program.log().count(text)


def expect_unknown(program, code, times=1):
    """Waits until the program has said of a code that nobody knows it."""
    ui.wait(f"{code} unknown", lambda: said(program, f"The code {code} is nobody") == times)

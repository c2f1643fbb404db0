"""A scanner that types, and fingers that do, by real keys with right times."""
import contextlib
import ctypes
import os
import signal
import subprocess

import ui

KEYS = {letter: 10 + place for place, letter in enumerate("1234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./")
        if letter != "\0"}
SPACE, ENTER, SHIFT = 65, 36, 50
LAYOUTS = (("us",), ("ru",), ("lv",), ("us,ru", "-option", "grp:alt_shift_toggle"))


class Keyboard:
    """A keyboard whose X server waits between the keys: their times are right, however busy this process is."""

    def __init__(self):
        self.x11, self.xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.display = ctypes.c_void_p(self.x11.XOpenDisplay(None))

    def _send(self, key, press, wait):
        self.xtst.XTestFakeKeyEvent(self.display, key, press, ctypes.c_ulong(wait))

    def write(self, text, gap):
        """Presses the places of keys, whatever the layout makes of them, with so many milliseconds from one to the next."""
        for letter in text:
            key = {" ": SPACE, "\n": ENTER}.get(letter) or KEYS[letter.lower()]
            if letter.isupper():
                self._send(SHIFT, 1, 1)
            self._send(key, 1, gap - gap // 2)
            self._send(key, 0, gap // 2)
            if letter.isupper():
                self._send(SHIFT, 0, 0)
        self.x11.XSync(self.display, 0)


keyboard = Keyboard()


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

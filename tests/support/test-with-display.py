"""The private desktop: it works, it leaves nothing behind, and it hides the user's session."""
import os
import subprocess

import tap

WITH_DISPLAY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "with-display")


def inside(script, *options, **extra):
    env = {**os.environ, **extra}
    return subprocess.run([WITH_DISPLAY, *options, "bash", "-c", script], env=env, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, check=False)


def test_exit_status_is_the_commands():
    assert inside("exit 3").returncode == 3
    assert inside("kill -9 $$").returncode == 128 + 9


def test_size_of_the_screen():
    result = inside("xdpyinfo", "--size", "1280x720")
    assert "1280x720 pixels" in result.stdout, result.stdout + result.stderr


def test_window_manager_is_there_before_the_command():
    result = inside("xprop -root _NET_SUPPORTING_WM_CHECK", "--wm")
    assert "window id #" in result.stdout, result.stdout + result.stderr


def test_accessibility_bus_answers():
    result = inside("gdbus call --session -d org.a11y.Bus -o /org/a11y/bus -m org.a11y.Bus.GetAddress", "--a11y")
    assert "unix:" in result.stdout, result.stdout + result.stderr


def test_session_of_the_user_is_hidden():
    result = inside("echo [$WAYLAND_DISPLAY] [$DBUS_SESSION_BUS_ADDRESS] [$HOME]",
                    WAYLAND_DISPLAY="users", DBUS_SESSION_BUS_ADDRESS="users", HOME="/users")
    assert result.returncode == 0 and "users" not in result.stdout, result.stdout + result.stderr


def test_calendar_of_its_own():
    clock = os.environ["CLOCK_MODULE"]
    options = ("--clock", clock, "--now", "2028-02-29 23:50")
    result = inside("date +%F-%H; python3 -c 'import datetime; print(datetime.date.today())'", *options)
    assert result.stdout.split() == ["2028-02-29-23", "2028-02-29"], result.stdout + result.stderr
    result = inside("date +%F", *options, UI_NOW="2026-10-25 00:05")
    assert result.stdout == "2026-10-25\n", result.stdout + result.stderr


def test_nothing_is_left():
    # The pid is read before the command ends: what has not started yet could not show that it is ended.
    result = inside("read -r pid < <(setsid --fork bash -c 'echo $$; exec tail -f /dev/null'); echo $pid $HOME")
    pid, home = result.stdout.split()
    assert not os.path.exists("/proc/" + pid), "a process that made itself independent still runs"
    assert not os.path.exists(home), "the temporary home is still there"


if __name__ == "__main__":
    tap.main()

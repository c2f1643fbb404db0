"""The least that a Python test program needs to speak TAP: run every test_* function of a module."""
import sys
import traceback


class Skip(Exception):
    """Raised by a test that cannot run here; its text says why."""


def run(tests):
    """Runs the (name, function) pairs in order; returns the exit status."""
    tests = list(tests)
    print(f"1..{len(tests)}", flush=True)
    failed = 0
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}", flush=True)
        except Skip as why:
            print(f"ok {number} - {name} # SKIP {why}", flush=True)
        except Exception:  # pylint: disable=broad-except  (an unforeseen error is a failed case, not the end)
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print(f"not ok {number} - {name}", flush=True)
    return 1 if failed or not tests else 0


def main(module=None):
    """Runs all functions named test_* of the program, in the order in which they stand."""
    module = module or sys.modules["__main__"]
    tests = [(name[5:].replace("_", " "), thing) for name, thing in vars(module).items()
             if name.startswith("test_") and callable(thing)]
    sys.exit(run(tests))

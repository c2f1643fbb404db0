"""run_suites.py [--full] BUILD [SUITE …]: runs meson's suites and counts every TAP case.

Meson counts programs; here each case counts.  A program that crashes, is ended for its time, leaves out
planned cases or exits with an error without naming a failed case is one failed case more.

A scenario shares display, window manager and accessibility bus with nobody, but its machine with everybody: one
that fails is run once more, alone.  What passes then counts as passed and is named as "WAVERED", with what the
first run said, so that it is looked into; what fails twice has failed.
"""
import argparse
import json
import os
import re
import subprocess
import sys

CASE = re.compile(r"^(not ok|ok)\b(?:\s+\d+)?\s*(?:-\s*)?(.*?)(?:\s*#\s*(SKIP)\b\s*(.*))?$", re.IGNORECASE)
PLAN = re.compile(r"^1\.\.(\d+)(?:\s*#\s*SKIP\b\s*(.*))?$", re.IGNORECASE)
TAIL_LINES = 200
SECOND_RUNS = 2  # of scenarios; where more fail, something is broken


class Count:
    """Cases of one program, or of all."""

    def __init__(self):
        self.passed, self.failed, self.skipped = 0, [], []

    def add(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped

    def total(self):
        return self.passed + len(self.failed) + len(self.skipped)


def read_tap(text):
    """Counts the cases of a TAP stream; returns the count and the number of cases planned, or None."""
    count, planned = Count(), None
    for line in text.splitlines():
        plan = PLAN.match(line)
        if plan:
            planned = int(plan[1])
            if planned == 0:
                count.skipped.append(plan[2] or "the whole program")
                planned = None
            continue
        case = CASE.match(line)
        if not case:
            if line.startswith("Bail out!"):
                count.failed.append(line)
            continue
        result, name, mark, why = case.groups()
        if mark:
            count.skipped.append(f"{name}: {why}".rstrip(": "))
        elif result.lower() == "ok":
            count.passed += 1
        else:
            count.failed.append(name)
    return count, planned


def count_program(test):
    """Counts what meson's log says of one test program."""
    count, planned = read_tap(test.get("stdout") or "")
    result = test.get("result", "ERROR")
    if not count.failed:
        if planned is not None and count.total() < planned:
            count.failed.append(f"{planned - count.total()} of {planned} planned cases did not run ({result})")
        elif result not in ("OK", "SKIP", "EXPECTEDFAIL"):
            count.failed.append(f"the program ended badly: {result}, status {test.get('returncode')}")
        elif count.total() == 0:
            count.failed.append("the program ran no case")
    return count


def known_suites(build):
    tests = json.loads(subprocess.check_output(["meson", "introspect", "--tests", build]))
    return sorted({suite.rpartition(":")[2] for test in tests for suite in test["suite"]})


def show_failure(test, count):
    print(f"\n──── {test['name']} ────")
    for stream in ("stdout", "stderr"):
        lines = (test.get(stream) or "").splitlines()
        if len(lines) > TAIL_LINES:
            print(f"({len(lines) - TAIL_LINES} lines before these are in meson-logs/testlog.txt)")
        print("\n".join(lines[-TAIL_LINES:]))
    for name in count.failed:
        print(f"FAILED {test['name']}: {name}")


def run_meson(build, command, threads):
    """Runs meson's tests; returns its status and what its log says of each program."""
    log = os.path.join(build, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.unlink(log)
    env = dict(os.environ, MESON_TESTTHREADS=os.environ.get("MESON_TESTTHREADS", str(threads)))
    sys.stdout.flush()
    status = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, check=False).returncode
    if not os.path.exists(log):
        return status, []
    with open(log, encoding="utf-8") as lines:
        return status, [json.loads(line) for line in lines]


def is_scenario(test):
    return "/" in test["name"] and test["name"].split(" / ")[0].endswith(":e2e")


def second_run(build, command, test, first):
    """Runs a scenario that failed alone; returns its count then, or the first one."""
    name = test["name"].split(" / ")[-1]
    print(f"tests/run: {name} once more, alone")
    _, tests = run_meson(build, command + ["--suite", "e2e", name], 1)
    for again in tests:
        count = count_program(again)
        if count.failed:
            show_failure(again, count)
            return count
        for case in first.failed:
            print(f"WAVERED {test['name']}: {case}")
        return count
    return first


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true")
    parser.add_argument("build")
    parser.add_argument("suites", nargs="*")
    options = parser.parse_args()
    known = known_suites(options.build)
    unknown = [suite for suite in options.suites if suite not in known]
    if unknown:
        print(f"tests/run: no suite {', '.join(unknown)}; there are: {' '.join(known)}", file=sys.stderr)
        print("0 passed, 1 failed, 0 skipped")
        return 2

    command = ["meson", "test", "-C", options.build, "--no-rebuild"]
    if options.full:
        os.environ["SALON_TEST_FULL"] = "1"
        command += ["--timeout-multiplier", "0"]
    suites = [word for suite in options.suites for word in ("--suite", suite)]
    status, tests = run_meson(options.build, command + suites, os.cpu_count() or 1)

    total, again = Count(), 0
    for test in tests:
        count = count_program(test)
        if count.failed:
            show_failure(test, count)
            if is_scenario(test) and again < SECOND_RUNS:
                again += 1
                count = second_run(options.build, command, test, count)
        for reason in count.skipped:
            print(f"SKIPPED {test['name']}: {reason}")
        total.add(count)
    if again and not total.failed:
        status = 0
    if total.total() == 0:
        print("tests/run: nothing ran", file=sys.stderr)
        total.failed.append("nothing ran")
    if status != 0 and not total.failed:
        total.failed.append(f"meson test ended with status {status}")
        print("tests/run: " + total.failed[-1], file=sys.stderr)
    print(f"\n{total.passed} passed, {len(total.failed)} failed, {len(total.skipped)} skipped")
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""release.py BUILD: the program builds as a user gets it (data/run): optimised, without tests, warnings being errors.

The compiler sees more when it optimises, so a tree without a warning in a build for tests may still not build as a
release.  The build lies in BUILD/tests/release and is gone on with at the next run."""
import os
import pathlib
import subprocess
import sys

import tap

TOP = pathlib.Path(__file__).resolve().parents[2]
MOST_LINES = 40


def run(*command):
    """Ends with the first errors of what failed: a compiler says hundreds of lines."""
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    said = [line for line in made.stdout.splitlines() if "error" in line.lower() or line.startswith("FAILED")]
    assert made.returncode == 0, "\n".join((said or made.stdout.splitlines())[:MOST_LINES])


def test_a_release_builds():
    build = pathlib.Path(sys.argv[1]) / "tests" / "release"
    if not (build / "build.ninja").exists():
        run("meson", "setup", str(build), str(TOP), "--buildtype=release", "-Dtests=false")
    run("nice", "ninja", "-C", str(build))
    for program in ("src/app/salon-desk", "src/ctl/salonctl", "src/helper/salon-decode-image"):
        assert os.access(build / program, os.X_OK), program


if __name__ == "__main__":
    tap.main()

"""Each mistake can still be made, and the tests that must notice it exist."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests" / "support"))

import tap  # noqa: E402  pylint: disable=wrong-import-position
from breakages import BREAKAGES  # noqa: E402  pylint: disable=wrong-import-position


def test_the_place_is_there_once():
    for breakage in BREAKAGES:
        found = (TOP / breakage.path).read_text(encoding="utf-8").count(breakage.old)
        assert found == 1, f"{breakage.name}: found {found} times in {breakage.path}"
        assert breakage.new != breakage.old, breakage.name


def test_the_tests_are_there():
    listed = "".join(path.read_text(encoding="utf-8") for path in (TOP / "tests").rglob("meson.build"))
    for breakage in BREAKAGES:
        assert breakage.tests, breakage.name
        for test in breakage.tests:
            assert re.search(rf"'(?:crash-|ctl-)?{re.escape(re.sub('^(crash|ctl)-', '', test))}'", listed), f"{breakage.name}: {test}"


tap.main()

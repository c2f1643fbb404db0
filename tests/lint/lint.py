#!/usr/bin/python3
"""lint.py [--write-potfiles] [ROOT]: checks the rules of this code base; one TAP case a rule.

Each rule is a generator: it yields its findings and returns how much it has looked at.  A rule that has
looked at nothing fails, so that a moved folder cannot switch a rule off unseen.  With --write-potfiles it
only writes po/POTFILES anew.
"""
import os
import sys

import files
import rooms
import source
import style
import texts

RULES = rooms.RULES + style.RULES + texts.RULES + files.RULES
MOST_SHOWN = 60


def apply(rule, tree):
    """Runs one rule; returns (findings, how much was looked at)."""
    findings, checking = [], rule(tree)
    while True:
        try:
            findings.append(next(checking))
        except StopIteration as end:
            return findings, end.value or 0


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    arguments = [argument for argument in sys.argv[1:] if argument != "--write-potfiles"]
    root = arguments[0] if arguments else os.path.dirname(os.path.dirname(here))
    tree, failed = source.Tree(os.path.abspath(root)), 0
    if "--write-potfiles" in sys.argv:
        texts.write_potfiles(tree)
        return 0
    print(f"1..{len(RULES)}")
    print("# " + style.size_report(tree))
    for number, rule in enumerate(RULES, 1):
        findings, seen = apply(rule, tree)
        if seen == 0:
            findings.append("there is nothing to look at")
        for finding in findings[:MOST_SHOWN]:
            print("# " + finding.replace("\n", "\n#   "))
        if len(findings) > MOST_SHOWN:
            print(f"# … and {len(findings) - MOST_SHOWN} more")
        failed += bool(findings)
        print(f"{'not ok' if findings else 'ok'} {number} - {rule.__doc__}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

"""The count of TAP cases: what is failed must never look passed."""
import run_suites
import tap


def program(stdout, result="OK", returncode=0):
    return {"name": "a program", "stdout": stdout, "result": result, "returncode": returncode}


def expect(test, passed, failed, skipped):
    count = run_suites.count_program(test)
    found = count.passed, len(count.failed), len(count.skipped)
    assert found == (passed, failed, skipped), f"{found}: {count.failed}"


def test_each_kind_of_case():
    expect(program("1..4\nok 1 /a\nnot ok 2 - /b\nok 3 - /c # SKIP no camera\nok 4\n", "FAIL", 1), 2, 1, 1)


def test_plan_at_the_end():
    expect(program("# random seed\nok 1 - /a\nok 2 - /b\n1..2\n"), 2, 0, 0)


def test_comments_and_output_are_not_cases():
    expect(program("1..1\n# ok 2\nokay\n   ok 3 - inner\nok 1 - /a\n"), 1, 0, 0)


def test_crash_without_failed_case():
    expect(program("1..1\nok 1 - /a\n", "FAIL", -6), 1, 1, 0)


def test_crash_in_the_middle():
    expect(program("1..3\nok 1 - /a\n", "ERROR", -11), 1, 1, 0)


def test_failed_case_and_bad_end_count_once():
    expect(program("1..2\nok 1 - /a\nnot ok 2 - /b\n", "FAIL", 1), 1, 1, 0)


def test_cases_left_out_although_the_end_is_good():
    expect(program("1..3\nok 1 - /a\nok 2 - /b\n"), 2, 1, 0)


def test_out_of_time():
    expect(program("1..2\nok 1 - /a\nok 2 - /b\n", "TIMEOUT", -15), 2, 1, 0)


def test_bail_out():
    expect(program("1..2\nok 1 - /a\nBail out! no database\n", "ERROR", 1), 1, 1, 0)


def test_no_case_at_all():
    expect(program("", "OK", 0), 0, 1, 0)


def test_whole_program_skipped():
    expect(program("1..0 # SKIP no printer\n", "SKIP", 0), 0, 0, 1)


if __name__ == "__main__":
    tap.main()

"""Cards are given out by the command line together with the document they are printed into, or neither."""
import os
import re
import subprocess

import tap
from card_folder import Folder

DESIGN = ("--design", "linen")


def pages(path):
    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages: +(\d+)$", info, re.MULTILINE)[1])


def salon(at):
    """A salon with one kind of card; the number of a client."""
    assert at.run("generate", "--size", "demo", "--history-only").returncode == 0
    at.ctl("card", "add-kind", "Club", "--code", "ean13", "--days", "365")
    return str(at.ctl("find", "an", "--limit", "1")[0]["id"])


def states(at):
    return sorted(card["state"] for card in at.ctl("card", "list", "--kind", "Club"))


def test_a_client_gets_her_card_with_the_document():
    with Folder() as at:
        client, path = salon(at), at.file("card.pdf")
        [row] = at.ctl("card", "print", *DESIGN, "--client", client, "--kind", "Club", "-o", path)
        [card] = at.ctl("card", "list", "--client", client, "--kind", "Club")
        assert (card["number"], card["state"], card["accepted"]) == (row["number"], "issued", 1), (row, card)
        assert pages(path) == 2
        subprocess.run(["pdftoppm", "-png", "-r", "300", "-f", "2", "-l", "2", "-singlefile", path, at.file("back")], check=True)
        assert at.ctl("card", "decode", at.file("back.png")) == [{"number": row["number"]}]
        assert [event["event"] for event in at.ctl("card", "log", "--client", client)].count("issued") == 1


def test_no_second_card():
    with Folder() as at:
        client = salon(at)
        [first] = at.ctl("card", "print", *DESIGN, "--client", client, "--kind", "Club", "-o", at.file("one.pdf"))
        done = at.run("card", "print", *DESIGN, "--client", client, "--kind", "Club", "-o", at.file("two.pdf"))
        assert done.returncode == 1 and not os.path.exists(at.file("two.pdf")), done
        [again] = at.ctl("card", "print", *DESIGN, "--client", client, "--kind", "Club", "--again", "-o", at.file("two.pdf"))
        assert again["number"] == first["number"] and states(at) == ["issued"], again
        assert "reprinted" in [event["event"] for event in at.ctl("card", "log", "--kind", "Club")]


def test_what_cannot_be_written_is_not_given_out():
    with Folder() as at:
        client = salon(at)
        done = at.run("card", "print", *DESIGN, "--client", client, "--kind", "Club", "-o", at.file("no/such/folder.pdf"))
        assert done.returncode == 3 and done.stderr, done
        assert states(at) == ["blank"], states(at)
        at.ctl("card", "print", *DESIGN, "--client", client, "--kind", "Club", "-o", at.file("card.pdf"))
        assert states(at) == ["issued"], states(at)


def test_blanks_on_sheets():
    with Folder() as at:
        salon(at)
        path = at.file("batch.pdf")
        rows = at.ctl("card", "print", *DESIGN, "--batch", "12", "--kind", "Club", "--paper", "a4", "-o", path)
        assert len({row["number"] for row in rows}) == 12 and states(at) == ["blank"] * 12
        assert pages(path) == 4
        [stock] = [row for row in at.ctl("card", "blanks") if row["kind"] == "Club"]
        assert stock["with_number"] == 12, stock


def test_bad_arguments():
    with Folder() as at:
        for words in ([], [*DESIGN, "-o", "card.pdf"], [*DESIGN, "--client", "1", "--batch", "2", "-o", "card.pdf"],
                      [*DESIGN, "--client", "1", "-o", "card.png"], [*DESIGN, "--batch", "2", "--again", "-o", "card.pdf"],
                      [*DESIGN, "--batch", "2", "--paper", "a5", "-o", "card.pdf"]):
            assert at.run("card", "print", *words).returncode == 2, words
        salon(at)
        done = at.run("card", "print", *DESIGN, "--batch", "1001", "--kind", "Club", "-o", at.file("many.pdf"))
        assert done.returncode == 1 and not os.path.exists(at.file("many.pdf")), done
        assert at.run("card", "print", "--design", "no-such", "--batch", "1", "--kind", "Club", "-o", at.file("a.pdf")).returncode == 1
        assert states(at) == []


if __name__ == "__main__":
    tap.main()

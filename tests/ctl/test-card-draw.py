"""Cards are drawn, looked at and read back from the command line."""
import json
import os
import re
import subprocess

import tap
from card_folder import Folder

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def design(**entries):
    return json.dumps({"format": "salon-desk-card", "version": 1, "name": "T", **entries})


def test_a_drawn_code_is_read():
    with Folder() as at:
        for name in ("evening", "linen", "garden"):
            for code, number in (("ean13", "2900000000001"), ("code128", "700012"), ("qr", "12345")):
                picture = at.file("card.png")
                at.ctl("card", "render", "--design", name, "--side", "back", "--number", number, "--code", code, "-o", picture)
                assert at.ctl("card", "decode", picture) == [{"number": number}], (name, code)


def test_both_sides_in_a_document():
    with Folder() as at:
        path = at.file("card.pdf")
        at.ctl("card", "render", "--design", "garden", "--name", "Žaneta Ķirse", "-o", path)
        info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
        assert re.search(r"^Pages: +2$", info, re.MULTILINE), info
        size = re.search(r"^Page size: +([0-9.]+) x ([0-9.]+) pts", info, re.MULTILINE)
        assert abs(float(size[1]) * 25.4 / 72 - 85.6) < 0.05 and abs(float(size[2]) * 25.4 / 72 - 53.98) < 0.05, info
        said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert "Žaneta Ķirse" in said, said


def test_a_client_of_the_salon():
    with Folder() as at:
        assert at.run("generate", "--size", "demo", "--history-only").returncode == 0
        client = at.ctl("find", "an", "--limit", "1")[0]
        name = at.ctl("client", "show", str(client["id"]))[0]["name"]
        path = at.file("card.pdf")
        at.ctl("card", "render", "--design", "evening", "--client", str(client["id"]), "--side", "front", "-o", path)
        said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert name in " ".join(said.split()), (name, said)


def test_the_card_that_a_client_uses():
    with Folder() as at:
        assert at.run("generate", "--size", "demo", "--history-only").returncode == 0
        client = str(at.ctl("find", "an", "--limit", "1")[0]["id"])
        at.ctl("card", "add-kind", "Test club", "--code", "qr", "--days", "365")
        at.ctl("card", "issue", client, "--kind", "Test club")
        number = at.ctl("card", "list", "--client", client)[0]["number"]
        front, back = at.file("front.pdf"), at.file("back.png")
        at.ctl("card", "render", "--design", "evening", "--client", client, "--side", "back", "-o", back)
        assert at.ctl("card", "decode", back) == [{"number": number}]
        at.ctl("card", "render", "--design", "evening", "--client", client, "--side", "front", "-o", front)
        said = subprocess.run(["pdftotext", front, "-"], capture_output=True, text=True, check=True).stdout
        assert "TEST CLUB" in said and "Valid until" in said, said


def test_a_photo_goes_through_the_decoder():
    with Folder() as at:
        photo = os.path.join(TOP, "data", "demo", "portraits", "01.jpg")
        path = at.file("card.pdf")
        at.ctl("card", "render", "--design", "linen", "--photo", photo, "-o", path)
        images = subprocess.run(["pdfimages", "-list", path], capture_output=True, text=True, check=True).stdout
        assert " jpeg " in images, images
        done = at.run("card", "render", "--design", "linen", "--photo", at.file("no.jpg", "no picture"), "-o", path)
        assert done.returncode == 1 and "not a picture" in done.stderr, done


def test_what_is_wrong_is_said():
    cases = {
        design(width=1): "must be 85600 micrometres",
        design(front={"elements": [{"kind": "picture", "picture": "marble"}]}): "The picture “marble” is missing",
        design(pictures={"p": "/9j/4AAAAAAAAAAAAAAAAAAAAAAAAAAA"}): "The picture “p” of the design cannot be used",
        "{": "damaged",
    }
    with Folder() as at:
        for text, words in cases.items():
            done = at.run("card", "check", at.file("bad.json", text))
            assert done.returncode == 1 and words in done.stderr, (text, done)


def test_what_does_not_come_out_well_is_listed():
    small = {"kind": "code", "id": 4, "x": 0, "y": 0, "width": 9000, "height": 9000}
    with Folder() as at:
        done = at.run("card", "check", at.file("small.json", design(back={"elements": [small]})))
        rows = json.loads(done.stdout)
        assert done.returncode == 1 and [(row["side"], row["element"]) for row in rows] == [("back", 4)], done
        assert "too small" in rows[0]["problem"], rows
        for name in ("evening", "linen", "garden"):
            assert at.ctl("card", "check", name) == [], name


def test_a_wrong_number_leaves_no_code():
    with Folder() as at:
        path = at.file("card.png")
        done = at.run("card", "render", "--design", "linen", "--side", "back", "--number", "2012345678904", "-o", path)
        assert done.returncode == 0 and "wrong check digit" in done.stderr, done
        done = at.run("card", "decode", path)
        assert done.returncode == 1 and "no code" in done.stderr, done


def test_bad_arguments():
    with Folder() as at:
        for words in (["render"], ["render", "--design", "linen", "-o", "card.jpg"], ["render", "--design", "linen", "--side", "top",
                      "-o", "card.png"], ["check"], ["decode"], ["decode", "a", "b"]):
            assert at.run("card", *words).returncode == 2, words
        assert at.run("card", "decode", at.file("text.png", "text")).returncode == 1


if __name__ == "__main__":
    tap.main()

"""Other programs open what was exported: a text that looks like a formula is a text there, too."""
import csv
import os
import shutil
import subprocess
import tempfile

import tap

try:
    import openpyxl
except ImportError:
    openpyxl = None

# First names of clients, as somebody ill-disposed may have left them on a form.
NAMES = ["=1+1", "@SUM(A1:A9)", '=HYPERLINK("http://evil.example/","Anna")', "+1+1", "-1+1", "=cmd|' /C calc'!A0",
         "'=1+1", "=SUM(1;2)", "%3D1+1"]
MARKED = tuple("=@+-")  # a text file that is opened in a spreadsheet says by an apostrophe that such a cell is a text


class Folder:
    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="other-programs-")
        self.salon = os.path.join(self.path, "test.salon")
        ctl(self, "init")
        for name in NAMES:
            ctl(self, "client", "add", f"--first-name={name}", "--note=" + name)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def export(self, ending):
        path = os.path.join(self.path, "clients." + ending)
        ctl(self, "export", "--columns", "first_name,note", "-o", path)
        return path


def ctl(folder, *arguments):
    done = subprocess.run([os.environ["SALONCTL"], "--database", folder.salon, *arguments], check=False, capture_output=True,
                          text=True, timeout=60)
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)


def find_converter():
    """A spreadsheet that can be asked without a window, as a function of a file and a folder."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if shutil.which("ssconvert"):
        return lambda path, folder: ["ssconvert", "--recalc", path, os.path.join(folder, "opened.csv")]
    if office and has_calc(office):
        return lambda path, folder: [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore",
                                     "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir",
                                     os.path.join(folder, "opened"), path]
    return None


def has_calc(office):
    return os.path.exists(os.path.join(os.path.dirname(os.path.realpath(office)), "libsclo.so"))


def opened_by_spreadsheet(path, folder):
    """All cells as a spreadsheet shows them after it has calculated; formulas have become their values."""
    converter = find_converter()
    if converter is None:
        raise tap.Skip("neither ssconvert nor LibreOffice Calc is installed")
    command = converter(path, folder.path)
    subprocess.run(command, check=True, capture_output=True, timeout=240, env={**os.environ, "HOME": folder.path})
    for place in ("opened.csv", os.path.join("opened", "clients.csv")):
        found = os.path.join(folder.path, place)
        if os.path.exists(found):
            with open(found, encoding="utf-8-sig", newline="") as file:
                return list(csv.reader(file))
    raise AssertionError(f"{command[0]} wrote nothing")


def test_workbook_has_texts_only():
    if openpyxl is None:
        raise tap.Skip("python3-openpyxl is not installed")
    with Folder() as folder:
        sheet = openpyxl.load_workbook(folder.export("xlsx")).active
        rows = list(sheet.iter_rows(min_row=2))
        assert [row[0].value for row in rows] == [row[1].value for row in rows]
        assert sorted(row[0].value for row in rows) == sorted(NAMES), [row[0].value for row in rows]
        for cell in (cell for row in rows for cell in row):
            assert cell.data_type == "s", (cell.value, cell.data_type)
            assert cell.hyperlink is None, cell.value


def test_spreadsheet_calculates_nothing_in_a_workbook():
    with Folder() as folder:
        rows = opened_by_spreadsheet(folder.export("xlsx"), folder)
        assert sorted(row[0] for row in rows[1:]) == sorted(NAMES), rows
        assert all(row[0] == row[1] for row in rows[1:]), rows


def test_spreadsheet_calculates_nothing_in_a_text_file():
    with Folder() as folder:
        path = folder.export("csv")
        with open(path, encoding="utf-8-sig", newline="") as file:
            written = list(csv.reader(file, delimiter=";"))
        assert not any(cell.startswith(MARKED) for row in written[1:] for cell in row), written
        rows = opened_by_spreadsheet(path, folder)
        shown = {cell for row in rows[1:] for cell in row}
        assert "2" not in shown and not any("Err:" in cell or "#N" in cell for cell in shown), rows


if __name__ == "__main__":
    tap.main()

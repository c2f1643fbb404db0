"""validate.py BUILD: what is installed beside the programs is valid by its own tools, and agrees with itself."""
import json
import os
import re
import shlex
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import tap  # noqa: E402  pylint: disable=wrong-import-position

APP_ID = "org.salondesk.SalonDesk"
BUILD = os.path.abspath(sys.argv[1])
DATA = os.path.join(TOP, "data")
LANGUAGES = ("lv", "ru")


def run(*command, **extra):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **extra)
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}"
    return done.stdout


def text(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def below(folders, *endings):
    found = [os.path.join(folder, name) for top in folders for folder, _, names in os.walk(os.path.join(TOP, top))
             for name in names if name.endswith(endings)]
    assert found, f"no {endings} in {folders}"
    return found


def test_desktop_entry():
    path = os.path.join(BUILD, "data", APP_ID + ".desktop")
    assert not run("desktop-file-validate", path), "it has hints"
    for language in LANGUAGES:
        assert f"Comment[{language}]=" in text(path), language


def test_metainfo():
    path = os.path.join(BUILD, "data", APP_ID + ".metainfo.xml")
    run("appstreamcli", "validate", "--no-net", "--no-color", path)
    for language in LANGUAGES:
        assert f'<summary xml:lang="{language}">' in text(path), language


def test_pictures_of_the_metainfo():
    root = ET.parse(os.path.join(DATA, APP_ID + ".metainfo.xml.in")).getroot()
    images = root.findall("screenshots/screenshot/image")
    assert len(images) >= 4
    for image in images:
        with open(os.path.join(DATA, "screenshots", os.path.basename(image.text)), "rb") as file:
            size = struct.unpack(">II", file.read(24)[16:])
        assert size == (int(image.get("width")), int(image.get("height"))), f"{image.text}: {size}"


def test_xml_files():
    run("xmllint", "--noout", *below(("data", "ui"), ".svg", ".ui", ".xml", ".xml.in"))


def test_settings_schema():
    run("glib-compile-schemas", "--strict", "--dry-run", DATA)


def test_every_setting_is_used():
    schema = ET.parse(os.path.join(DATA, APP_ID + ".gschema.xml")).getroot()
    sources = "".join(text(path) for path in below(("src",), ".c"))
    unused = [key.get("name") for key in schema.iter("key")
              if not re.search(rf'g_settings_\w+ \([^;]*"{key.get("name")}"', sources)]
    assert not unused, unused


def test_icons():
    for kind, name, size in (("scalable", APP_ID, 128), ("symbolic", APP_ID + "-symbolic", 16)):
        root = ET.parse(os.path.join(DATA, "icons", "hicolor", kind, "apps", name + ".svg")).getroot()
        assert (root.get("width"), root.get("height")) == (str(size), str(size)), kind
        assert root.get("viewBox") == f"0 0 {size} {size}", kind
        colors = {element.get("fill") for element in root.iter() if element.get("fill")}
        assert kind == "scalable" or colors == {"#2e3436"}, "a symbolic icon has one colour"
    assert f"Icon={APP_ID}" in text(DATA, APP_ID + ".desktop.in")


def commands():
    """(words, options) of every command that the program's own help names."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}
    help_text = run(os.environ["SALONCTL"], "--help", env=env)
    found = {}  # a command may have several forms, each a line of its own
    for match in re.finditer(r"^  (\S+(?: [a-z][a-z-]*)?) ?(.*)$", help_text, re.MULTILINE):
        found.setdefault(match[1].strip(), set()).update(re.findall(r"--[a-z-]+", match[2]))
    assert len(found) > 10, help_text
    return found.items()


def manual_page():
    page = re.sub(r"\\f.", "", text(DATA, "packaging", "salonctl.1"))
    return page.replace("\\-", "-").replace("\\(dq", '"').replace("\\e", "\\")


def test_manual_page_names_every_command_and_option():
    page = manual_page()
    for words, options in commands():
        entry = "".join(re.findall(rf"^\.B {words}\b((?:.|\n)*?)(?=^\.TP|^\.S)", page, re.MULTILINE))
        assert entry, words
        for option in options:
            assert option in entry or "FIELDS" in entry and option in page, f"{words} {option}"


def manual_of_filters():
    """Some fields are called as commands are."""
    return re.search(r"^\.SH FILTERS((?:.|\n)*?)(?=^\.SH)", manual_page(), re.MULTILINE)[1]


def words_of_manual(heading, words, page=None):
    """The words of a list that an entry or a section of the page does not name."""
    part = re.search(rf"^{heading}((?:.|\n)*?)(?=^\.TP|^\.S|\Z)", page or manual_page(), re.MULTILINE)
    assert part, heading
    return [word for word in words if not re.search(rf"\b{word}\b", part[1])]


def test_manual_page_names_every_field_of_filters():
    """… with its values, * if it may stand alone and + if it may be narrowed, as the program itself takes it."""
    page = manual_of_filters()
    for field in json.loads(run(os.environ["SALONCTL"], "--json", "filter", "fields")):
        key, values = field["field"], field["values"]
        choices = values.split(", ") if re.fullmatch(r"[a-z]+(, [a-z]+)+", values) else []
        assert not words_of_manual(rf"\.B {key}(?=[ \n])", choices, page), key
        marks = re.search(rf"^\.B {key}(?: .*)?\n([*+ ]*)", page, re.MULTILINE)[1]
        key = key.replace("ID", "1")
        assert parses(key) == ("*" in marks), f"{key} alone"
        assert parses(f"{key}{' = 1' if values else ''} within last_month") == ("+" in marks), f"{key} within"


def parses(filter_text):
    """A filter that is not understood is wrong usage; of one that is, the database is missed."""
    done = subprocess.run([os.environ["SALONCTL"], "--database", "/nowhere/none.salon", "clients", "--filter", filter_text],
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return done.returncode != 2


def test_manual_page_names_every_period_order_and_column():
    sources = {name: text(TOP, "src", *name.split("/")) for name in
               ("model/entities/filter-period.c", "model/services/client-list.c", "ctl/cmd-filter.c")}
    periods = re.findall(r'PERIOD_(?!OWN)\w+\] = \{ "(\w+)"', sources["model/entities/filter-period.c"])
    orders = re.findall(r'SALON_CLIENT_ORDER_\w+, "(\w+)"', sources["model/services/client-list.c"])
    columns = re.findall(r'^  \{ "(\w+)", (?:fill|put)_', sources["ctl/cmd-filter.c"], re.MULTILINE)
    assert min(len(periods), len(orders), len(columns)) >= 10
    assert not words_of_manual(r"\.BR this_week", periods[1:])
    assert not words_of_manual(r"\.B clients", orders + columns)


def test_filters_of_the_manual_page_are_understood():
    lines = [line for line in manual_page().split("\n") if line.startswith("salonctl") and "'" in line]
    filters = [shlex.split(line)[-1 if " save " in line else 3] for line in lines]
    filters.append(re.search(r"^\.RS\n(.*)\n\.RE", manual_page(), re.MULTILINE)[1])
    assert len(filters) > 5
    for filter_text in filters:
        assert parses(filter_text), filter_text
    assert not parses("visits >="), "a filter that is none"


def complete(*words):
    script = os.path.join(DATA, "packaging", "salonctl.bash-completion")
    quoted = " ".join(f"'{word}'" for word in words)
    return run("bash", "-c", f"source '{script}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _salonctl;"
                             'printf "%s\\n" "${COMPREPLY[@]}"').split()


def test_completion_knows_every_command_and_option():
    for words, options in commands():
        parts = words.split()
        assert parts[0] in complete("salonctl", ""), words
        assert len(parts) == 1 or parts[1] in complete("salonctl", parts[0], ""), words
        assert options == set(complete("salonctl", *parts, "--")), words


def test_completion_knows_values():
    assert complete("salonctl", "cl") == ["client", "clients"]
    assert complete("salonctl", "--database", "x.salon", "visit", "m") == ["move"]
    assert complete("salonctl", "visit", "set-state", "7", "no") == ["no-show"]
    assert complete("salonctl", "generate", "--size", "d") == ["demo"]
    assert complete("salonctl", "--json", "st") == ["status"]


if __name__ == "__main__":
    tap.main()

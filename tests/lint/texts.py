"""Texts and templates: POTFILES, translations, .ui files and their classes."""
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET

TRANSLATED = re.compile(r"(?<![\w])(?:_|N_|C_|NC_|Q_|SALON_N|ngettext|g_dngettext|g_dpgettext2?)\s*\(")
ALWAYS_TRANSLATED = (".desktop.in", ".metainfo.xml.in")
TEXT_PROPERTIES = {"label", "title", "subtitle", "tooltip-text", "tooltip-markup", "placeholder-text", "description",
                   "heading", "body", "text", "secondary-text", "button-label"}
OLD_CLASSES = re.compile(r"^(Gtk(TreeView|TreeViewColumn|TreeStore|ListStore|IconView|CellRenderer\w*|ComboBox(Text)?"
                         r"|Dialog|MessageDialog|InfoBar|Assistant|EntryCompletion|Statusbar|LockButton|VolumeButton"
                         r"|FileChooser\w*|ColorChooser\w*|ColorButton|FontChooser\w*|FontButton|AppChooser\w*)"
                         r"|Adw(Leaflet|Flap|Squeezer|MessageDialog|PreferencesWindow|AboutWindow"
                         r"|ViewSwitcherTitle))$")
XGETTEXT = ["xgettext", "--from-code=UTF-8", "--add-comments", "--keyword=_", "--keyword=N_", "--keyword=C_:1c,2",
            "--keyword=NC_:1c,2", "--keyword=SALON_N:1", "--keyword=ngettext:1,2", "--keyword=g_dngettext:2,3",
            "--keyword=g_dpgettext2:2c,3", "--flag=g_dngettext:2:pass-c-format", "--flag=g_strdup_printf:1:c-format"]


def potfiles(tree):
    lines = (tree.text("po/POTFILES") if tree.exists("po/POTFILES") else "").split("\n")
    return [line for line in lines if line.strip() and not line.startswith("#")]


def has_texts(tree, path):
    if path.endswith(ALWAYS_TRANSLATED):
        return True
    if path.endswith(".ui"):
        return bool(re.search(r"translatable=[\"'](?:yes|true|1)", tree.text(path) or ""))
    return bool(TRANSLATED.search(tree.c_file(path).statements))


def check_potfiles(tree):
    """po/POTFILES names every file with texts to translate, no other, sorted"""
    listed = potfiles(tree)
    candidates = tree.files(("src", "ui", "data"), (".c", ".cc", ".h", ".ui", *ALWAYS_TRANSLATED))
    for path in candidates:
        if has_texts(tree, path) and path not in listed:
            yield f"{path}: has texts to translate but is not in po/POTFILES"
    for path in listed:
        if path not in candidates:
            yield f"po/POTFILES: {path} is not there"
        elif not has_texts(tree, path):
            yield f"po/POTFILES: {path} has nothing to translate"
    if listed != sorted(set(listed)):
        yield "po/POTFILES: not sorted, or a line stands twice"
    return len(candidates)


def write_potfiles(tree):
    """Writes po/POTFILES anew, as check_potfiles wants it."""
    candidates = tree.files(("src", "ui", "data"), (".c", ".cc", ".h", ".ui", *ALWAYS_TRANSLATED))
    with open(os.path.join(tree.root, "po", "POTFILES"), "w", encoding="utf-8") as file:
        file.writelines(path + "\n" for path in candidates if has_texts(tree, path))


def languages(tree):
    text = tree.text("po/LINGUAS") if tree.exists("po/LINGUAS") else ""
    return [word for line in text.split("\n") if not line.startswith("#") for word in line.split()]


def run(command, cwd, **extra):
    env = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="")
    return subprocess.run(command, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          check=False, **extra)


def template_of_texts(tree, folder):
    """Collects the English texts of all files into a template; returns its path and what went wrong."""
    template = os.path.join(folder, "texts.pot")
    listed = [path for path in potfiles(tree) if tree.exists(path)]
    if not listed:
        return None, ""
    done = run([*XGETTEXT, "--output=" + template, *listed], tree.root)
    problem = done.stdout if done.returncode or not os.path.exists(template) else ""
    return template, problem


def check_translations(tree):
    """every translation is complete, correct and up to date"""
    named = languages(tree)
    with tempfile.TemporaryDirectory() as folder:
        template, problem = template_of_texts(tree, folder)
        if problem:
            yield "xgettext: " + problem.strip()
        for language in named:
            source = os.path.join(tree.root, "po", language + ".po")
            if not os.path.exists(source):
                yield f"po/{language}.po is not there"
                continue
            merged = os.path.join(folder, language + ".po")
            if template and not problem:
                done = run(["msgmerge", "--quiet", "--no-fuzzy-matching", "--output-file=" + merged, source, template],
                           tree.root)
                if done.returncode:
                    yield f"po/{language}.po: {done.stdout.strip()}"
                    continue
            else:
                merged = source
            checked = run(["msgfmt", "--check", "--check-accelerators=_", "--statistics", "--output-file=/dev/null",
                           merged], tree.root)
            summary = checked.stdout.strip().split("\n")
            if checked.returncode:
                yield f"po/{language}.po: " + "; ".join(line.replace(merged, "line") for line in summary[:20])
            elif re.search(r"untranslated|fuzzy", summary[-1]):
                missing = run(["msgattrib", "--untranslated", "--no-wrap", merged], tree.root).stdout
                examples = re.findall(r'^msgid "(.+)"$', missing, re.MULTILINE)[:5]
                yield f"po/{language}.po: {summary[-1]} For example: {examples}"
    return len(named)


def local_name(element):
    return element.tag if isinstance(element.tag, str) else ""


def parse_ui(tree, path):
    try:
        return ET.fromstring(tree.text(path) or ""), None
    except ET.ParseError as error:
        return None, f"{path}: {error}"


def check_templates(tree):
    """every .ui is the template of one class, in the C file of the same name"""
    files = tree.files(("ui", "src"), (".ui",))
    sources = tree.files(("src",), (".c",))
    for path in files:
        root, problem = parse_ui(tree, path)
        if problem:
            yield problem
            continue
        templates = root.findall("template")
        if root.find("object[@class='GtkShortcutsWindow']") is not None:
            continue  # the window of keys has no code of its own
        if not path.startswith("ui/"):
            yield f"{path}: templates stand in ui/"
        if len(templates) != 1:
            yield f"{path}: {len(templates)} templates instead of one"
            continue
        name, stem = templates[0].get("class"), os.path.splitext(os.path.basename(path))[0]
        partners = [source for source in sources if os.path.basename(source) == stem + ".c"]
        if len(partners) != 1:
            yield f"{path}: {len(partners)} files named {stem}.c"
        elif not re.search(rf"\b{name}\b", tree.c_file(partners[0]).code):
            yield f"{path}: {partners[0]} knows no class {name}"
        elif f"/{stem}.ui\"" not in (tree.text(partners[0]) or ""):
            yield f"{path}: {partners[0]} does not load this template"
    used = set()
    for source in sources:
        for match in re.finditer(r"\"[^\"\n]*/([\w-]+\.ui)\"", tree.text(source) or ""):
            used.add((source, match[1]))
    for source, name in sorted(used):
        if not any(os.path.basename(path) == name for path in files):
            yield f"{source}: {name} is not there"
    return len(files) + len(sources)


def named_for_people(element):
    """Whether a button has something a screen reader or a tooltip can say."""
    for child in element:
        tag, name = local_name(child), child.get("name")
        if tag == "property" and name in ("label", "tooltip-text", "child"):
            return True
        if tag == "accessibility" and any(inner.get("name") in ("label", "labelled-by") for inner in child):
            return True
        if tag == "child":
            return True
    return False


def check_ui_texts(tree):
    """in .ui files every text is translatable, every icon button has a name, no class is on its way out"""
    files = tree.files(("ui",), (".ui",))
    for path in files:
        root, problem = parse_ui(tree, path)
        if problem:
            continue  # check_templates says so
        for element in root.iter():
            name, text = element.get("name"), (element.text or "").strip()
            if local_name(element) == "property" and name in TEXT_PROPERTIES and re.search(r"[^\W\d_]", text):
                if element.get("translatable") is None and element.get("bind-source") is None:
                    yield f"{path}: {name} \"{text}\" is not marked as translatable (or translatable=\"no\")"
            kind = element.get("class") or ""
            if OLD_CLASSES.match(kind):
                yield f"{path}: {kind} is on its way out; see gui/widgets/compat"
            if kind in ("GtkButton", "GtkToggleButton", "GtkMenuButton") and not named_for_people(element):
                yield f"{path}: a {kind} {element.get('id') or ''} without label, tooltip or accessible name"
    return len(files)


RULES = [check_potfiles, check_translations, check_templates, check_ui_texts]

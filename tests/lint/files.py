"""Files of any kind: build lists, marks of unfinished work, paths, white space, scripts."""
import os
import re
import subprocess

TEXT_TOPS = ("src", "data", "ui", "po", "tests")
TOP_FILES = ("meson.build", "meson_options.txt", "README.md")
# Written so that this file does not match itself.
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|X{3}|HA[C]K)\b|\bnot implem[e]nted\b|\bfor no[w]\b")
MACHINE_PATHS = re.compile(r"(?:^|[^\w./])/(?:wor[k]|hom[e]|far[m]|roo[t])/")
TOP_LEVEL = {"src", "data", "ui", "po", "tests", "meson.build", "meson_options.txt", "README.md", "COPYING"}
BUILD_FOLDERS = re.compile(r"build.*|_build.*")


def text_files(tree):
    paths = tree.files(TEXT_TOPS) + [path for path in TOP_FILES if tree.exists(path)]
    return [(path, tree.text(path)) for path in paths if tree.text(path) is not None]


def lines_that_match(tree, pattern, what):
    files = text_files(tree)
    for path, text in files:
        for number, line in enumerate(text.split("\n"), 1):
            match = pattern.search(line)
            if match:
                yield f"{path}:{number}: {what}: {match[0].strip()}"
    return len(files)


def check_unfinished(tree):
    """no marks of unfinished work"""
    return (yield from lines_that_match(tree, UNFINISHED, "a mark of unfinished work"))


def check_paths(tree):
    """no paths of one machine"""
    return (yield from lines_that_match(tree, MACHINE_PATHS, "a path of one machine"))


def check_white_space(tree):
    """no tabs, no space at line ends, and a line end at the end of the file"""
    files = [(path, text) for path, text in text_files(tree)
             if path.endswith((".c", ".h", ".cc", ".py", ".ui", ".css", ".sql", ".build", ".xml", ".in"))
             or text.startswith("#!")]
    for path, text in files:
        for number, line in enumerate(text.split("\n"), 1):
            if "\t" in line:
                yield f"{path}:{number}: a tab"
            elif line != line.rstrip():
                yield f"{path}:{number}: space at the end of the line"
        if text and not text.endswith("\n"):
            yield f"{path}: the last line has no end"
    return len(files)


def build_file_above(tree, path):
    folder = os.path.dirname(path)
    while folder and not tree.exists(folder + "/meson.build"):
        folder = os.path.dirname(folder)
    return folder + "/meson.build" if folder else "meson.build"


def check_build_lists(tree):
    """every source file is built, and lists of files are sorted"""
    seen = 0
    for path in tree.files(("src",), (".c", ".cc")):
        seen += 1
        build = build_file_above(tree, path)
        name = os.path.relpath(path, os.path.dirname(build))
        if f"'{name}'" not in (tree.text(build) if tree.exists(build) else ""):
            yield f"{path}: is not in {build}"
    for path in tree.files(("tests",), (".c",)):
        seen += 1
        build = build_file_above(tree, path)
        stem = os.path.splitext(os.path.relpath(path, os.path.dirname(build)))[0]
        names = {f"'{stem}.c'", f"'{stem}'", "'" + re.sub(r"(^|/)test-", r"\1", stem) + "'"}
        if not any(name in (tree.text(build) if tree.exists(build) else "") for name in names):
            yield f"{path}: is not in {build}"
    for build in tree.files(("src",), ("meson.build",)):
        for block in re.finditer(r"files\(([^)]*)\)", tree.text(build)):
            names = re.findall(r"'([^']+)'", block[1])
            if names != sorted(set(names)):
                yield f"{build}: a list of files is not sorted"
    return seen


def check_scripts(tree):
    """shell and Python scripts can be parsed, and those with a first line #! may be run"""
    seen = 0
    for path, text in text_files(tree):
        first = text.split("\n", 1)[0]
        full = os.path.join(tree.root, path)
        if first.startswith("#!"):
            seen += 1
            if not os.access(full, os.X_OK):
                yield f"{path}: has #! but may not be run"
            if "bash" in first:
                done = subprocess.run(["bash", "-n", full], stderr=subprocess.PIPE, text=True, check=False)
                if done.returncode:
                    yield f"{path}: {done.stderr.strip()}"
        if path.endswith(".py") or (first.startswith("#!") and "python" in first):
            seen += 1
            try:
                compile(text, path, "exec")
            except SyntaxError as error:
                yield f"{path}:{error.lineno}: {error.msg}"
    return seen


def check_top_level(tree):
    """nothing stands at the top level but what belongs there"""
    found = [name for name in os.listdir(tree.root) if not name.startswith(".") and not BUILD_FOLDERS.fullmatch(name)]
    for name in sorted(set(found) - TOP_LEVEL):
        yield f"{name}: does not belong to the top level"
    return len(found)


RULES = [check_unfinished, check_paths, check_white_space, check_build_lists, check_scripts, check_top_level]

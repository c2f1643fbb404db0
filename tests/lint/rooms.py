"""Rooms and directions: which include may stand where, and no cycle between modules.

The tables are those of the README ("The rooms of src"); nothing else may be included.
"""
import os
import re

ROOMS = ("base", "model/entities", "model/rules", "model/store", "model/services", "report", "card", "message",
         "exchange", "device", "helper", "gui/widgets", "gui/parts", "gui/pages", "app", "ctl")
MODEL = {"base", "model/entities", "model/rules"}
OUTER = {"report", "card", "message", "exchange", "device"}
SHELL = MODEL | {"model/services"} | OUTER

# A room may include itself and these rooms.
MAY_INCLUDE = {
    "base": set(),
    "model/entities": {"base"},
    "model/rules": {"base", "model/entities"},
    "model/store": {"base", "model/entities"},
    "model/services": MODEL | {"model/store"},
    **{room: {"base", "model/entities"} for room in OUTER},
    "helper": {"base"},
    "gui/widgets": MODEL,
    "gui/parts": SHELL | {"gui/widgets"},
    "gui/pages": SHELL | {"gui/widgets", "gui/parts"},
    "app": SHELL | {"gui/widgets", "gui/parts", "gui/pages"},
    "ctl": SHELL,
}
# Those who open the database may include these headers of the store, and no others.
STORE_DOORS = {"model/store/open.h", "model/store/db.h"}
OPENERS = {"app", "ctl"}

LIBRARIES = [
    ("c", r"(assert|ctype|errno|float|inttypes|limits|locale|math|stdarg|stdbool|stddef|stdint|stdio|stdlib|string)\.h"),
    ("c++", r"(cstdint|cstdio|cstdlib|cstring|memory|string|vector)"),
    ("system", r"(sys/[\w-]+|linux/[\w-]+|unistd|fcntl|langinfo|signal|poll|pwd|sched|spawn|syslog|termios|time)\.h"),
    ("glib", r"(glib\.h|glib-object\.h|gobject/.*|glib/gi18n(-lib)?\.h|glib/gprintf\.h)"),
    ("gio", r"(gio/.*|glib/gstdio\.h|glib-unix\.h)"),
    ("icu", r"unicode/.*"),
    ("libphonenumber", r"phonenumbers/.*"),
    ("libsodium", r"sodium(/.*)?\.h"),
    ("json-glib", r"json-glib/.*"),
    ("sqlite3", r"sqlite3\.h"),
    ("gtk", r"(gtk/.*|gdk/.*|gsk/.*|graphene.*|adwaita\.h|libadwaita.*)"),
    ("gdk-pixbuf", r"gdk-pixbuf/.*"),
    ("cairo", r"(cairo.*|pango/.*)"),
    ("zint", r"zint\.h"),
    ("curl", r"curl/.*"),
    ("spreadsheets", r"(zip|expat|xlsxwriter|freexl)\.h"),
    ("libical", r"libical/.*"),
    ("devices", r"(gst/.*|cups/.*|zbar\.h|libsecret/.*|canberra\.h)"),
]
EVERYWHERE = {"c", "glib"}
GTK_SIDE = {"gio", "gtk", "cairo"}
MAY_USE = {
    "base": {"gio", "icu", "libphonenumber", "libsodium", "json-glib", "system", "c++"},
    "model/entities": set(),
    "model/rules": set(),
    "model/store": {"sqlite3", "gio", "system"},
    "model/services": {"gio"},
    "report": {"cairo", "gio"},
    "card": {"cairo", "zint", "json-glib", "gdk-pixbuf", "gio"},
    "message": {"curl", "json-glib", "gio"},
    "exchange": {"spreadsheets", "libical", "gio"},
    "device": {"devices", "gio", "system"},
    "helper": {"gdk-pixbuf", "gio", "system"},
    "gui/widgets": GTK_SIDE,
    "gui/parts": GTK_SIDE,
    "gui/pages": GTK_SIDE,
    "app": GTK_SIDE | {"system"},
    "ctl": {"gio", "json-glib", "system"},
}
GENERATED = {"config.h": set(ROOMS)}
GENERATED_PATTERNS = [(re.compile(r"[\w/-]*-?resources\.h"), {"model/store", "gui/widgets", "gui/parts", "gui/pages",
                                                              "app", "ctl", "model/services"})]


def room_of(path):
    """The room that a path below src belongs to, or None."""
    return next((room for room in ROOMS if path.startswith(room + "/")), None)


def page_of(path):
    """The folder of a page: gui/pages/desk."""
    parts = path.split("/")
    return "/".join(parts[:3]) if path.startswith("gui/pages/") and len(parts) > 3 else None


def library_of(name):
    return next((library for library, pattern in LIBRARIES if re.fullmatch(pattern, name)), None)


def sources(tree):
    """(path below src, file) of every C file below src."""
    return [(file.path[len("src/"):], file) for file in tree.c_files(("src",))]


def check_rooms(tree):
    """every file of src stands in a room, and a page has a folder of its own"""
    seen = sources(tree)
    for path, file in seen:
        if room_of(path) is None:
            yield f"{file.path}: in no room; rooms are {' '.join(ROOMS)}"
        elif room_of(path) == "gui/pages" and page_of(path) is None:
            yield f"{file.path}: a page stands in a folder of its own"
        elif room_of(path) not in ("gui/pages",) and os.path.dirname(path) != room_of(path):
            yield f"{file.path}: a room has no folders of its own"
    return len(seen)


def check_arrows(tree):
    """includes follow the table of rooms"""
    seen = 0
    for path, file in sources(tree):
        room = room_of(path)
        if room is None:
            continue
        for line, quoted, name in file.includes():
            seen += 1
            if not quoted or name in GENERATED or any(pattern.fullmatch(name) for pattern, _ in GENERATED_PATTERNS):
                continue
            target = room_of(name)
            if target is None or not tree.exists("src/" + name):
                yield f"{file.path}:{line}: \"{name}\" is no path below src"
            elif target == room:
                if page_of(path) != page_of(name):
                    yield f"{file.path}:{line}: a page includes another page, {name}"
            elif target == "model/store" and room in OPENERS and name in STORE_DOORS:
                continue
            elif target not in MAY_INCLUDE[room]:
                yield f"{file.path}:{line}: {room} may not include {target} ({name})"
    return seen


def check_outside(tree):
    """each library is used only in its rooms"""
    seen = 0
    for path, file in sources(tree):
        room = room_of(path)
        for line, quoted, name in file.includes():
            seen += 1
            if quoted or room is None:
                for pattern, rooms in GENERATED_PATTERNS:
                    if pattern.fullmatch(name) and room not in rooms:
                        yield f"{file.path}:{line}: {room} has no resources"
                continue
            library = library_of(name)
            if library is None:
                yield f"{file.path}:{line}: <{name}> belongs to no library that the table knows"
            elif library not in EVERYWHERE | MAY_USE[room]:
                yield f"{file.path}:{line}: {room} may not use {library} (<{name}>)"
            elif library == "c++" and not file.path.endswith(".cc"):
                yield f"{file.path}:{line}: <{name}> outside of a .cc file"
    return seen


def cycles(graph):
    """Groups of two or more modules that reach each other (Tarjan, without recursion)."""
    order, low, stack, on_stack, found = {}, {}, [], set(), []
    for root in graph:
        if root in order:
            continue
        work = [(root, iter(graph[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, targets = work[-1]
            step = next(targets, None)
            if step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    group = []
                    while not group or group[-1] != node:
                        group.append(stack.pop())
                        on_stack.discard(group[-1])
                    if len(group) > 1:
                        found.append(sorted(group))
            elif step not in order:
                order[step] = low[step] = len(order)
                stack.append(step)
                on_stack.add(step)
                work.append((step, iter(graph[step])))
            elif step in on_stack:
                low[node] = min(low[node], order[step])
    return sorted(found)


def module_of(path):
    """The module of a path: .c, .h and -private.h of one name are one."""
    return os.path.splitext(path)[0].removesuffix("-private")


def check_cycles(tree):
    """no include cycle between modules (a module is a pair of .c and .h)"""
    graph = {}
    for path, file in sources(tree):
        module = module_of(path)
        targets = graph.setdefault(module, set())
        for _, quoted, name in file.includes():
            target = module_of(name)
            if quoted and target != module and tree.exists("src/" + name):
                targets.add(target)
                graph.setdefault(target, set())
    for group in cycles({module: sorted(targets) for module, targets in sorted(graph.items())}):
        yield "modules include each other: " + " ".join(group)
    return len(graph)


RULES = [check_rooms, check_arrows, check_outside, check_cycles]

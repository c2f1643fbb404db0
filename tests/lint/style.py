"""Habits of the C code: sizes, comments, calls that are not made, declarations that are safe."""
import os
import re
import statistics

FILE_LINES, FUNCTION_LINES = 800, 80
SIZED_ENDINGS = (".c", ".h", ".cc", ".py", ".sql", ".css", ".ui", ".build")
COMMENT_STARTS = {".c": "/*", ".cc": "/*", ".h": "/*", ".css": "/*", ".sql": "--", ".py": '"""', "": "#"}


def check_file_size(tree):
    """no file over 800 lines"""
    files = tree.files(("src", "ui", "tests"), SIZED_ENDINGS) + tree.files(("data",), (".sql", ".py"))
    for path in files:
        lines = (tree.text(path) or "").count("\n")
        if lines > FILE_LINES:
            yield f"{path}: {lines} lines, at most {FILE_LINES}"
    return len(files)


def function_lines(tree, tops):
    return [(file.line(function.end) - file.line(function.start) + 1, file, function)
            for file in tree.c_files(tops) for function in file.functions]


def check_function_size(tree):
    """no function over 80 lines"""
    sizes = function_lines(tree, ("src", "tests"))
    for lines, file, function in sizes:
        if lines > FUNCTION_LINES:
            yield f"{file.path}:{file.line(function.start)}: {function.name} has {lines} lines, at most {FUNCTION_LINES}"
    return len(sizes)


def size_report(tree):
    """A line about sizes below src, for the eye."""
    sizes = sorted(lines for lines, _, _ in function_lines(tree, ("src",)))
    files = sorted((tree.text(path) or "").count("\n") for path in tree.files(("src",), (".c", ".h", ".cc")))
    if len(sizes) < 2 or len(files) < 2:
        return "too little code to speak of sizes"
    tenths = statistics.quantiles(sizes, n=10)
    over = sum(lines > 40 for lines in sizes)
    tests = sum((tree.text(path) or "").count("\n") for path in tree.files(("tests",), (".c", ".py")))
    return (f"{len(files)} files, median {statistics.median(files):.0f} lines, longest {files[-1]}; "
            f"{len(sizes)} functions, median {statistics.median(sizes):.0f}, p90 {tenths[8]:.0f}, longest {sizes[-1]}, "
            f"{over} over 40; test : code {tests / max(1, sum(files)):.2f}")


def opens_with_purpose(tree, path, start):
    text = tree.text(path) or ""
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#!")
             and line.strip() != "#pragma once"]
    return bool(lines) and lines[0].lstrip().startswith(start) and len(text) > 20


def check_purpose(tree):
    """every file opens with a comment that says its purpose"""
    seen = 0
    for path in tree.files(("src",), (".c", ".h", ".cc")):
        seen += 1
        stem, ending = os.path.splitext(path)
        own_header = ending != ".h" and tree.exists(stem + ".h")
        if not own_header and not opens_with_purpose(tree, path, COMMENT_STARTS[ending]):
            yield f"{path}: does not open with a comment that says its purpose"
    scripts = tree.files(("tests", "data", "ui"), (".py", ".sql", ".css"))
    scripts += [path for path in tree.files(("tests", "data")) if (tree.text(path) or "").startswith("#!")]
    for path in sorted(set(scripts)):
        seen += 1
        python = path.endswith(".py") or "python" in (tree.text(path) or "").split("\n", 1)[0]
        start = '"""' if python else COMMENT_STARTS[os.path.splitext(path)[1]]
        if not opens_with_purpose(tree, path, start):
            yield f"{path}: does not open with a comment that says its purpose"
    return seen


def check_documentation(tree):
    """every public function has a gtk-doc comment above its definition, opened by its name"""
    declared = "\n".join(file.code for file in tree.c_files(("src",), (".h",)))
    public = set(re.findall(r"\b([A-Za-z_]\w*)\s*\(", declared))
    seen = 0
    for file in tree.c_files(("src",), (".c", ".cc")):
        for function in file.functions:
            if function.static or function.name not in public or function.name.endswith("_get_type"):
                continue
            seen += 1
            comment = file.comment_before(function.start) or ""
            place = f"{file.path}:{file.line(function.start)}"
            if not comment.startswith("/**"):
                yield f"{place}: {function.name} has no gtk-doc comment"
            elif not re.match(rf"/\*\*\s*\*?\s*{function.name}:", comment):
                yield f"{place}: the comment above {function.name} is about another name"
    return seen


# (call, where it is allowed: folders, or files without ending; what to use instead)
CLOCK, CALENDAR = ("src/base/clock", "tests/base/test-clock", "tests/bench/"), ("src/base/clock", "src/base/day", "src/base/walltime")
PROGRAMS = ("src/app/", "src/ctl/", "src/helper/", "tests/")
COMPAT = ("src/gui/widgets/compat",)
BANNED = [
    (r"strcpy|strcat|sprintf|vsprintf|gets|stpcpy|alloca|g_alloca|g_newa", (), "g_strdup_printf, g_strlcpy or GString"),
    (r"strtok|strtok_r", (), "g_strsplit"),
    (r"atof|strtod|strtof", (), "g_ascii_strtod, which knows no locale"),
    (r"tolower|toupper|isalpha|isdigit|isspace|isalnum|isupper|islower|strcasecmp|strncasecmp", (), "g_ascii_* or base/text"),
    (r"system|popen|g_spawn_command_line_a?sync", (), "GSubprocess with an argument list"),
    (r"sleep|usleep|nanosleep|g_usleep", ("src/model/store/lock",), "waiting for a fact"),  # flock knows no deadline
    (r"time|gettimeofday|clock_gettime|g_get_real_time|g_get_current_time|g_date_time_new_now(?:_local|_utc)?", CLOCK,
     "base/clock, which tests can set"),
    (r"strftime|localtime|localtime_r|gmtime|gmtime_r|mktime|g_date_strftime", CALENDAR, "base/day"),
    (r"setlocale(?!\s*\(\w+, NULL\))|bindtextdomain|textdomain", PROGRAMS, "the programs' own start"),
    (r"g_thread_new|g_thread_try_new|g_thread_pool_new|g_thread_join|g_task_run_in_thread(?:_sync)?|pthread_create",
     ("src/base/executor", "tests/"), "base/executor"),
    (r"g_warning|g_message|g_print|g_printerr|printf|fprintf|puts|perror|g_warn_if_reached|g_log", PROGRAMS,
     "a GError for the caller"),
    (r"abort|exit|_exit", PROGRAMS, "a GError for the caller"),
    (r"sqlite3_exec", ("src/model/store/backup", "src/model/store/connection", "src/model/store/db",
                       "src/model/store/migrate", "tests/"), "a statement with parameters"),
    (r"gtk_widget_(?:show|hide|get_allocation|get_allocated_width|get_allocated_height|translate_coordinates)"
     r"|gtk_(?:dialog|tree_view|tree_model|tree_store|list_store|icon_view|cell_\w+|combo_box|combo_box_text|info_bar"
     r"|message_dialog|assistant|entry_completion|style_context|statusbar|lock_button|app_chooser|color_chooser"
     r"|font_chooser|file_chooser|file_chooser_native|file_chooser_dialog|shortcuts_window)_\w+"
     r"|gtk_widget_get_style_context|gtk_show_uri|gtk_css_provider_load_from_data|gtk_window_present_with_time"
     r"|gtk_image_new_from_pixbuf|gtk_picture_new_for_pixbuf|gtk_picture_set_pixbuf"
     r"|adw_(?:leaflet|flap|squeezer|message_dialog|about_window|preferences_window|view_switcher_title)_\w+",
     COMPAT, "its successor; what has none on GTK 4.8 is wrapped in gui/widgets/compat"),
]
BANNED_CALLS = [(re.compile(rf"(?<![\w.>])(?:{names})\s*\("), allowed, instead) for names, allowed, instead in BANNED]


def check_banned(tree):
    """calls that are banned are not made"""
    files = tree.c_files()
    for file in files:
        for call, allowed, instead in BANNED_CALLS:
            if any(file.path.startswith(place) if place.endswith("/") else os.path.splitext(file.path)[0] == place
                   for place in allowed):
                continue
            for match in call.finditer(file.statements):
                yield f"{file.path}:{file.line(match.start())}: {match[0].rstrip(' (')} is banned; use {instead}"
    return len(files)


SQL = re.compile(r"""
    \bSELECT\b.+\bFROM\b | \bINSERT\s+(OR\s+\w+\s+)?INTO\b | \bREPLACE\s+INTO\b | \bUPDATE\s+\w+\s+SET\b
  | \bDELETE\s+FROM\b | \bPRAGMA\s+\w | \bCREATE\s+(TEMP\s+|UNIQUE\s+|VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)\b
  | \bDROP\s+(TABLE|INDEX|TRIGGER|VIEW)\b | \bALTER\s+TABLE\b | \bBEGIN\s+IMMEDIATE\b | \bORDER\s+BY\s+\w
  | ^\s*(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|pragma\s+\w+)\b""", re.VERBOSE | re.DOTALL)


def check_sql(tree):
    """SQL text stands only in model/store"""
    files = [file for file in tree.c_files(("src",)) if not file.path.startswith("src/model/store/")]
    for file in files:
        for offset, text in file.literals:
            if SQL.search(text):
                yield f"{file.path}:{file.line(offset)}: SQL text outside of model/store"
    return len(files)


FLOAT_FORMAT = re.compile(r"%[-+ 0#']*(?:\d+|\*)?(?:\.(?:\d+|\*))?L?[aAeEfFgG](?![A-Za-z])")
LEDGER_PLACES = ("src/model/entities/", "src/model/store/", "src/base/money")


def check_floats(tree):
    """no floating point where money is kept"""
    files = [file for file in tree.c_files(("src",)) if file.path.startswith(("src/model/", "src/base/money"))]
    for file in files:
        for offset, text in file.literals:
            if FLOAT_FORMAT.search(text.replace("%%", "")):
                yield f"{file.path}:{file.line(offset)}: a floating-point format in the model"
        if file.path.startswith(LEDGER_PLACES):
            for match in re.finditer(r"\b(?:double|float|gdouble|gfloat)\b", file.statements):
                yield f"{file.path}:{file.line(match.start())}: {match[0]} where money is kept"
    return len(files)


AUTO = re.compile(r"^[ \t]*(g_auto(?:free|ptr|list|slist|queue)?\b[^;=]*)(=|;)", re.MULTILINE)


def check_auto(tree):
    """every g_auto… variable is initialised where it is declared"""
    seen = 0
    for file in tree.c_files():
        for match in AUTO.finditer(file.statements):
            seen += 1
            end = file.statements.find(";", match.start())
            declaration = match[1]
            for bracket in (r"\([^()]*\)", r"\{[^{}]*\}"):
                declaration = re.sub(bracket, "", declaration)
            whole = file.statements[match.start(1):end]
            flat = whole
            while re.search(r"\([^()]*\)|\{[^{}]*\}", flat):
                flat = re.sub(r"\([^()]*\)|\{[^{}]*\}", "", flat)
            if match[2] == ";" or any("=" not in part for part in flat.split(",")):
                yield f"{file.path}:{file.line(match.start(1))}: not initialised: {' '.join(whole.split())}"
    return seen


STATIC = re.compile(r"^static\b[^\n]*(?:\n(?!\s*static\b)[^\n]*)*", re.MULTILINE)
ALLOWED_STATICS = re.compile(r"\b(signals|properties|props|obj_properties|quark|\w+_quark)\b")
INNER_STATIC = re.compile(r"^[ \t]+static\s+([^;={]+)", re.MULTILINE)


def is_constant(declaration):
    """Whether the declared object itself, not only what it points to, is constant."""
    if re.search(r"\(\s*\*", declaration):  # a pointer to a function
        return bool(re.search(r"\(\s*\*\s*const\b", declaration))
    return bool(re.search(r"\*\s*const\b[^*]*$", declaration)) if "*" in declaration else "const" in declaration.split()


def check_statics(tree):
    """no mutable file statics but signals, properties and quarks"""
    seen = 0
    for file in tree.c_files(("src",)):
        for start, _, text, is_body in file.top_level:
            seen += 1
            match = STATIC.search(text)
            if is_body or not match:
                continue
            declaration = re.split(r"=|\{", match[0], maxsplit=1)[0].strip()
            function = declaration.endswith(")") and "(*" not in declaration.replace(" ", "")
            declaration = re.sub(r"\[[^\]]*\]", "", declaration)
            if function or ALLOWED_STATICS.search(declaration) or is_constant(declaration):
                continue
            yield f"{file.path}:{file.line(start + match.start())}: mutable: {' '.join(declaration.split())}"
        for function in file.functions:
            body = file.statements[function.body:function.end]
            once = "g_once_init_enter" in body
            for match in INNER_STATIC.finditer(body):
                declaration = re.sub(r"\[[^\]]*\]", "", match[1]).strip()
                if not once and not ALLOWED_STATICS.search(declaration) and not is_constant(declaration):
                    yield f"{file.path}:{file.line(function.body + match.start(1))}: mutable: {declaration}"
    return seen


ASSERTION = re.compile(r"\bg_assert(?:_true|_false|_nonnull|_null|_no_error)?\s*\(([^;]*)\)\s*;")


def check_assertions(tree):
    """assertions in src have no side effects"""
    files = tree.c_files(("src",))
    for file in files:
        for match in ASSERTION.finditer(file.statements):
            if re.search(r"\+\+|--|[^=!<>]=[^=]", match[1]):
                yield f"{file.path}:{file.line(match.start())}: a side effect that release builds may leave out"
    return len(files)


RULES = [check_file_size, check_function_size, check_purpose, check_documentation, check_banned, check_sql,
         check_floats, check_auto, check_statics, check_assertions]

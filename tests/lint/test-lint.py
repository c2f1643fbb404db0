"""The lint itself: a small good tree passes every rule, and each breakage turns its rule red."""
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import files  # pylint: disable=wrong-import-position
import lint  # pylint: disable=wrong-import-position
import rooms  # pylint: disable=wrong-import-position
import source  # pylint: disable=wrong-import-position
import style  # pylint: disable=wrong-import-position
import tap  # pylint: disable=wrong-import-position
import texts  # pylint: disable=wrong-import-position

HEADER = "#pragma once\n/* {0}: a header of the small tree. */\n#include <glib.h>\n\n{1}\n"
PO = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: lv\\n"\n'
GOOD = {
    "meson.build": "project('small', 'c')\n",
    "meson_options.txt": "",
    "README.md": "# Small\n",
    "src/meson.build": "subdir('base')\n",
    "src/base/meson.build": "base_sources = files(\n  'day.c',\n  'money.c',\n)\n",
    "src/base/day.h": HEADER.format("Day", "int salon_day_next (int day);"),
    "src/base/day.c": """#include "base/day.h"

/**
 * salon_day_next:
 * @day: days since 1970-01-01
 *
 * Returns: the day after it
 */
int
salon_day_next (int day)
{
  static int (*const steps[]) (int) = { salon_day_next };
  static const char *const names[] = { "SELECT a client from the list", "not 5 %" };
  g_autofree char *text = g_strdup (names[0]);
  g_autoptr (GError) error = NULL, other = NULL;

  return day + (text != NULL && error == NULL && other == NULL);
}
""",
    "src/base/money.h": HEADER.format("Money", "typedef gint64 SalonMoney;"),
    "src/base/money.c": "#include \"base/money.h\"\n#include \"base/day.h\"\n\nstatic guint signals[2];\n",
    "src/model/store/meson.build": "store_sources = files('repo.c')\n",
    "src/model/store/repo.c": "/* Rows of one table. */\n#include <sqlite3.h>\n"
                              "static const char LIST[] = \"SELECT id FROM client\";\n",
    "src/gui/pages/desk/meson.build": "desk_sources = files('desk-page.c')\n",
    "src/gui/pages/desk/desk-page.c": """/* The desk. */
#include <glib/gi18n.h>
#include <gtk/gtk.h>

G_DEFINE_FINAL_TYPE (SalonDeskPage, salon_desk_page, GTK_TYPE_BOX)

static void
salon_desk_page_class_init (SalonDeskPageClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/org/small/desk-page.ui");
  title (_("Desk"));
}
""",
    "ui/desk-page.ui": """<interface>
  <template class="SalonDeskPage" parent="GtkBox">
    <child><object class="GtkLabel"><property name="label" translatable="yes">Now</property></object></child>
    <child><object class="GtkButton"><property name="icon-name">x</property>
      <property name="tooltip-text" translatable="yes">Close</property></object></child>
  </template>
</interface>
""",
    "po/POTFILES": "src/gui/pages/desk/desk-page.c\nui/desk-page.ui\n",
    "po/LINGUAS": "lv\n",
    "po/lv.po": PO + '\nmsgid "Desk"\nmsgstr "Galds"\n\nmsgid "Now"\nmsgstr "Tagad"\n\nmsgid "Close"\nmsgstr "Aizvērt"\n',
    "tests/base/meson.build": "base_tests = ['day']\n",
    "tests/base/test-day.c": "#include \"base/day.h\"\n\nstatic void\ntest_day (void)\n{\n  g_assert_true (TRUE);\n}\n",
    "tests/run": "#!/usr/bin/env bash\n# Runs the tests of the small tree.\nexit 0\n",
    "data/tool.py": '"""A tool of the small tree."""\n',
}


def write(root, tree):
    for path, text in tree.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
        if text.startswith("#!"):
            os.chmod(full, 0o755)


def findings(rule, changes):
    """What a rule says of the good tree with changes; a text of None takes a file out."""
    with tempfile.TemporaryDirectory() as root:
        write(root, {path: text for path, text in {**GOOD, **changes}.items() if text is not None})
        return lint.apply(rule, source.Tree(root))


def appended(path, text):
    return {path: GOOD[path] + text}


def in_function(text, path="src/base/day.c"):
    """The good file with one more function that holds text."""
    return appended(path, f"\nstatic void\nextra (void)\n{{\n  {text}\n}}\n")


def long_function(lines):
    return "\nstatic void\nlong_one (void)\n{\n" + "  work ();\n" * lines + "}\n"


PAGE = "src/gui/pages/desk/desk-page.c"
BREAKAGES = [
    (rooms.check_rooms, {"src/misc/a.c": "/* Nowhere at home. */\n"}, "in no room"),
    (rooms.check_rooms, {"src/gui/pages/a.c": "/* A page at large. */\n"}, "a folder of its own"),
    (rooms.check_rooms, {"src/base/deep/a.c": "/* Too deep. */\n"}, "no folders of its own"),
    (rooms.check_arrows, appended("src/base/money.c", '#include "model/store/repo.h"\n') |
     {"src/model/store/repo.h": HEADER.format("Repo", "")}, "base may not include model/store"),
    (rooms.check_arrows, appended(PAGE, '#include "model/store/repo.h"\n') |
     {"src/model/store/repo.h": HEADER.format("Repo", "")}, "gui/pages may not include model/store"),
    (rooms.check_arrows, appended(PAGE, '#include "gui/pages/sale/sale-page.h"\n') |
     {"src/gui/pages/sale/sale-page.h": HEADER.format("Sale", "")}, "includes another page"),
    (rooms.check_arrows, appended("src/base/money.c", '#include "day.h"\n'), "is no path below src"),
    (rooms.check_arrows, {"src/ctl/salonctl.c": '/* Program. */\n#include "gui/widgets/a.h"\n',
                          "src/gui/widgets/a.h": HEADER.format("A", "")}, "ctl may not include gui/widgets"),
    (rooms.check_arrows, {"src/app/main.c": '/* Program. */\n#include "model/store/repo.h"\n',
                          "src/model/store/repo.h": HEADER.format("Repo", "")}, "app may not include model/store"),
    (rooms.check_outside, appended("src/base/money.c", "#include <sqlite3.h>\n"), "base may not use sqlite3"),
    (rooms.check_outside, appended("src/base/money.c", "#include <gtk/gtk.h>\n"), "base may not use gtk"),
    (rooms.check_outside, appended("src/base/money.c", "#include <adwaita.h>\n"), "base may not use gtk"),
    (rooms.check_outside, appended("src/base/money.c", "#include <curl/curl.h>\n"), "base may not use curl"),
    (rooms.check_outside, appended(PAGE, "#include <json-glib/json-glib.h>\n"), "may not use json-glib"),
    (rooms.check_outside, appended(PAGE, "#include <gdk-pixbuf/gdk-pixbuf.h>\n"), "may not use gdk-pixbuf"),
    (rooms.check_outside, appended("src/base/money.c", "#include <surprise.h>\n"), "belongs to no library"),
    (rooms.check_outside, {"src/model/rules/status.c": "/* Rule. */\n#include <gio/gio.h>\n"},
     "model/rules may not use gio"),
    (rooms.check_cycles, {"src/base/day.h": GOOD["src/base/day.h"] + '#include "base/money.h"\n'},
     "base/day base/money"),
    (style.check_file_size, {"src/base/money.c": "/* Long. */\n" * 801}, "801 lines"),
    (style.check_function_size, appended("src/base/money.c", long_function(77)), "long_one has 81 lines"),
    (style.check_purpose, {"src/base/alone.c": "#include <glib.h>\n" + "/* later */\n" * 3}, "alone.c: does not open"),
    (style.check_purpose, {"src/base/day.h": "#pragma once\n#include <glib.h>\n/* later */\n"}, "day.h: does not open"),
    (style.check_purpose, {"tests/run": "#!/usr/bin/env bash\nexit 0 # and nothing more\n"}, "tests/run: does not open"),
    (style.check_purpose, {"data/tool.py": "import os  # a tool without a word\n"}, "tool.py: does not open"),
    (style.check_documentation, {"src/base/day.c": GOOD["src/base/day.c"].replace("/**", "/*")}, "no gtk-doc comment"),
    (style.check_documentation, {"src/base/day.c": GOOD["src/base/day.c"].replace("salon_day_next:", "salon_day_last:")},
     "about another name"),
    (style.check_banned, in_function("strcpy (a, b);"), "strcpy is banned"),
    (style.check_banned, in_function("sprintf (a, b);"), "sprintf is banned"),
    (style.check_banned, in_function("now = g_get_real_time ();"), "g_get_real_time is banned"),
    (style.check_banned, in_function("now = g_date_time_new_now_utc ();"), "g_date_time_new_now_utc is banned"),
    (style.check_banned, in_function("now = time (NULL);"), "time is banned"),
    (style.check_banned, in_function("t = localtime (&now);", "src/base/money.c"), "localtime is banned"),
    (style.check_banned, in_function("g_usleep (5);", "tests/base/test-day.c"), "g_usleep is banned"),
    (style.check_banned, in_function("g_warning (\"lost\");"), "g_warning is banned"),
    (style.check_banned, in_function("thread = g_thread_new (NULL, work, NULL);"), "g_thread_new is banned"),
    (style.check_banned, in_function("sqlite3_exec (db, sql, NULL, NULL, NULL);", "src/model/store/repo.c"),
     "sqlite3_exec is banned"),
    (style.check_banned, in_function("gtk_widget_show (widget);", PAGE), "gtk_widget_show is banned"),
    (style.check_banned, in_function("view = gtk_tree_view_new ();", PAGE), "gtk_tree_view_new is banned"),
    (style.check_banned, in_function("adw_message_dialog_new (a, b, c);", PAGE), "adw_message_dialog_new is banned"),
    (style.check_sql, in_function('run ("SELECT id "\n       "FROM client");'), "SQL text"),
    (style.check_sql, in_function('run ("INSERT OR IGNORE INTO client VALUES (1)");', PAGE), "SQL text"),
    (style.check_sql, in_function('run ("UPDATE client SET name = 1");', PAGE), "SQL text"),
    (style.check_sql, in_function('run ("DELETE FROM client");', PAGE), "SQL text"),
    (style.check_sql, in_function('run ("PRAGMA user_version");', PAGE), "SQL text"),
    (style.check_sql, in_function('run ("delete from client");', PAGE), "SQL text"),
    (style.check_floats, in_function('text = g_strdup_printf ("%8.2f", sum);', "src/base/money.c"), "floating-point"),
    (style.check_floats, in_function("double sum = 0;", "src/base/money.c"), "double where money"),
    (style.check_auto, in_function("g_autofree char *text;"), "not initialised: g_autofree char *text"),
    (style.check_auto, in_function("g_autoptr (GError) error;"), "not initialised"),
    (style.check_auto, in_function("g_autofree char *a = f (1, 2), *b;"), "not initialised"),
    (style.check_auto, in_function("g_autofree char *a, *b = NULL;"), "not initialised"),
    (style.check_statics, appended("src/base/money.c", "static int counter;\n"), "mutable: static int counter"),
    (style.check_statics, appended("src/base/money.c", "static const char *names[] = { \"a\" };\n"), "mutable"),
    (style.check_statics, appended("src/base/money.c", "static void (*hook) (void);\n"), "mutable"),
    (style.check_statics, in_function("static void (*hook) (int) = NULL;"), "mutable: void (*hook)"),
    (style.check_statics, in_function("static int calls = 0;"), "mutable: int calls"),
    (style.check_assertions, in_function("g_assert (count++ < 3);"), "side effect"),
    (style.check_assertions, in_function("g_assert_true (ok = run ());"), "side effect"),
    (texts.check_potfiles, {"po/POTFILES": "ui/desk-page.ui\n"}, "desk-page.c: has texts"),
    (texts.check_potfiles, {"po/POTFILES": "src/gui/pages/desk/desk-page.c\n"}, "desk-page.ui: has texts"),
    (texts.check_potfiles, {"po/POTFILES": "src/base/gone.c\n" + GOOD["po/POTFILES"]}, "gone.c is not there"),
    (texts.check_potfiles, {"po/POTFILES": "src/base/day.c\n" + GOOD["po/POTFILES"]}, "day.c has nothing"),
    (texts.check_potfiles, {"po/POTFILES": "ui/desk-page.ui\nsrc/gui/pages/desk/desk-page.c\n"}, "not sorted"),
    (texts.check_potfiles, {"data/a.desktop.in": "[Desktop Entry]\nName=A\n"}, "a.desktop.in: has texts"),
    (texts.check_translations, {"po/lv.po": PO}, "untranslated"),
    (texts.check_translations, {"po/lv.po": GOOD["po/lv.po"].replace('\nmsgid "Now"', '\n#, fuzzy\nmsgid "Now"')},
     "po/lv.po: "),
    (texts.check_translations, in_function('t = g_strdup_printf (_("%d clients"), 5);', PAGE) |
     {"po/lv.po": GOOD["po/lv.po"] + '\n#, c-format\nmsgid "%d clients"\nmsgstr "%s klienti"\n'}, "po/lv.po: "),
    (texts.check_translations, {"po/LINGUAS": "lv ru\n"}, "po/ru.po is not there"),
    (texts.check_templates, {"ui/lost.ui": '<interface><template class="SalonLost" parent="GtkBox"/></interface>\n'},
     "0 files named lost.c"),
    (texts.check_templates, {"ui/desk-page.ui": GOOD["ui/desk-page.ui"].replace("SalonDeskPage", "SalonOther")},
     "knows no class SalonOther"),
    (texts.check_templates, {"ui/desk-page.ui": "<interface/>\n"}, "0 templates"),
    (texts.check_templates, {"ui/desk-page.ui": "<interface>\n"}, "desk-page.ui: "),
    (texts.check_templates, {"ui/desk-page.ui": None}, "desk-page.ui is not there"),
    (texts.check_ui_texts, {"ui/desk-page.ui": GOOD["ui/desk-page.ui"].replace(' translatable="yes">Now', ">Now")},
     '"Now" is not marked'),
    (texts.check_ui_texts, {"ui/desk-page.ui": GOOD["ui/desk-page.ui"].replace("tooltip-text", "name")},
     "without label"),
    (texts.check_ui_texts, {"ui/desk-page.ui": GOOD["ui/desk-page.ui"].replace("GtkLabel", "GtkInfoBar")},
     "on its way out"),
    (files.check_unfinished, appended("src/base/money.c", "/* TO" + "DO: more */\n"), "mark of unfinished"),
    (files.check_paths, {"README.md": "See /ho" + "me/anna/salon.\n"}, "path of one machine"),
    (files.check_white_space, appended("src/base/money.c", "int a; \n"), "space at the end"),
    (files.check_white_space, appended("src/base/money.c", "\tint a;\n"), "a tab"),
    (files.check_white_space, appended("src/base/money.c", "/* end */"), "has no end"),
    (files.check_build_lists, {"src/base/extra.c": "/* Forgotten. */\n"}, "extra.c: is not in"),
    (files.check_build_lists, {"tests/base/test-extra.c": "/* Forgotten. */\n"}, "test-extra.c: is not in"),
    (files.check_build_lists, {"src/base/meson.build": "a = files('money.c', 'day.c')\n"}, "is not sorted"),
    (files.check_scripts, {"tests/run": "#!/usr/bin/env bash\n# Broken.\nif true; then\n"}, "tests/run: "),
    (files.check_scripts, {"data/tool.py": '"""Broken."""\ndef (:\n'}, "tool.py:2"),
    (files.check_top_level, {"notes.txt": "\n"}, "notes.txt: does not belong"),
]


def red(rule, changes, expected):
    found, _ = findings(rule, changes)
    assert any(expected in finding for finding in found), f"wanted “{expected}”, found {found}"


def green(rule):
    found, seen = findings(rule, {})
    assert not found, found
    assert seen > 0, "looked at nothing"


def every_rule_is_broken():
    missing = [rule.__name__ for rule in lint.RULES if rule not in {rule for rule, _, _ in BREAKAGES}]
    assert not missing, missing


def nothing_to_read():
    """In an empty tree no rule may pass as if it had checked something."""
    with tempfile.TemporaryDirectory() as root:
        for rule in lint.RULES:
            found, seen = lint.apply(rule, source.Tree(root))
            assert found or seen == 0, rule.__name__


def tests():
    for rule in lint.RULES:
        yield f"passes: {rule.__doc__}", lambda rule=rule: green(rule)
    for number, (rule, changes, expected) in enumerate(BREAKAGES, 1):
        yield f"{rule.__name__} goes red, {number}: {expected}", lambda case=(rule, changes, expected): red(*case)
    yield "each rule has a breakage", every_rule_is_broken
    yield "nothing to read is no success", nothing_to_read


if __name__ == "__main__":
    sys.exit(tap.run(tests()))

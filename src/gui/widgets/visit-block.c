/* A block draws its texts itself: a hundred and sixty of them with labels inside would be a thousand widgets to style.
 * What it writes is laid out and made a node when it is prepared, and again only when something of it changes: then to draw it
 * takes a hundredth of that. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/menu.h"
#include "gui/widgets/textures.h"
#include "gui/widgets/tone.h"
#include "gui/widgets/visit-block.h"

#define ICON       13 /* pixels of a mark */
#define ICON_STEP  16
#define PAD_START  8
#define PAD_END    4
#define PAD_TOP    2
#define MAX_MARKS  7
#define TIME_SPACE 84 /* pixels that "10:00–10:45" needs */
#define STRIPE     3
#define SOFT       0.22f /* of the colour of the category in the ground */

struct _SalonVisitBlock {
  GtkWidget parent_instance;

  SalonBoard *board;
  SalonBoardBlock block;
  SalonBoardColumn column;
  SalonVisitLook look;
  SalonVisitState state;
  guint flags;
  guint32 color;
  SalonVisitVerbs verbs;
  gboolean may_resize;
  gboolean told; /* its actions are as @verbs and @may_resize say */
  gboolean selected;
  char *client;
  char *service;
  char *spoken;

  gboolean prepared;
  int prepared_width;
  int prepared_height;
  GskRenderNode *written; /* texts and marks; NULL = nothing, or not prepared */
  GdkRGBA ink;            /* with which that was done */

  /* while that is made */
  PangoLayout *lines[3];
  int line_y[3];
  guint n_lines;
  const char *marks[MAX_MARKS]; /* names of icons */
  guint n_marks;
};

enum { VERB, STEP, ACTIVATE, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonVisitBlock, salon_visit_block, GTK_TYPE_WIDGET)

/* ---- marks ---- */

typedef struct {
  guint flag;
  const char *icon;
  const char *label;
} Flag;

static const Flag flags[] = {
  { SALON_BOARD_FLAG_ALERT, "salon-alert-symbolic", NC_ ("board", "alert") },
  { SALON_BOARD_FLAG_LATE, "salon-late-symbolic", NC_ ("board", "late") },
  { SALON_BOARD_FLAG_UNPAID, "salon-wallet-symbolic", NC_ ("board", "not paid") },
  { SALON_BOARD_FLAG_NEW_CLIENT, "salon-star-symbolic", NC_ ("board", "new client") },
  { SALON_BOARD_FLAG_BIRTHDAY, "salon-cake-symbolic", NC_ ("board", "birthday") },
  { SALON_BOARD_FLAG_NOTE, "salon-note-symbolic", NC_ ("board", "note") },
  { SALON_BOARD_FLAG_SERIES, "salon-repeat-symbolic", NC_ ("board", "one of a series") },
  { SALON_BOARD_FLAG_OVERRIDE, "salon-copy-symbolic", NC_ ("board", "overlap accepted") },
};

static void
add_mark (SalonVisitBlock *self, const char *icon)
{
  if (self->n_marks < MAX_MARKS)
    self->marks[self->n_marks++] = icon;
}

static void
clear_prepared (SalonVisitBlock *self)
{
  g_clear_pointer (&self->written, gsk_render_node_unref);
  self->prepared = FALSE;
}

/* The state first, at the far end; as many of the others as leave room for the time. */
static void
prepare_marks (SalonVisitBlock *self, int width)
{
  int room = (width - PAD_START - PAD_END - TIME_SPACE / 2) / ICON_STEP;

  if (room < 1 && width < 3 * ICON_STEP)
    return;
  add_mark (self, salon_look_of_visit_state (self->state)->icon_name);
  for (guint i = 0; i < G_N_ELEMENTS (flags) && (int) self->n_marks < room; i++)
    if ((self->flags & flags[i].flag) != 0)
      add_mark (self, flags[i].icon);
}

/* ---- texts ---- */

static char *
time_text (SalonVisitBlock *self, gboolean whole)
{
  g_autofree char *from = salon_minute_format ((int) (self->block.start % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (self->block.end % SALON_MINUTES_A_DAY));

  return whole ? g_strdup_printf ("%s–%s", from, to) : g_steal_pointer (&from);
}

static PangoLayout *
new_layout (SalonVisitBlock *self, const char *text, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
make_bold (PangoLayout *layout, guint from)
{
  PangoAttrList *attrs = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD);

  bold->start_index = from;
  pango_attr_list_insert (attrs, bold);
  pango_layout_set_attributes (layout, attrs);
  pango_attr_list_unref (attrs);
}

static void
add_line (SalonVisitBlock *self, PangoLayout *layout, int y)
{
  self->lines[self->n_lines] = layout;
  self->line_y[self->n_lines++] = y;
}

/* One row: "10:00 Anna K."; two: the time, the client; more: the service, too, in as many rows as there are. */
static void
prepare_texts (SalonVisitBlock *self, int width, int height, int row)
{
  int rows = (height - PAD_TOP) / row;
  int inner = width - PAD_START - PAD_END;
  int beside = inner - (int) self->n_marks * ICON_STEP;
  int y = PAD_TOP;
  g_autofree char *time = time_text (self, rows > 1 && beside >= TIME_SPACE);

  if (rows <= 1) {
    g_autofree char *text = g_strdup_printf ("%s  %s", time, self->client);

    if (height < row - 4)
      return;
    y = (height - row) / 2;
    add_line (self, new_layout (self, text, beside), y);
    make_bold (self->lines[0], (guint) strlen (time));
    return;
  }
  add_line (self, new_layout (self, time, beside), y);
  add_line (self, new_layout (self, self->client, inner), y + row);
  make_bold (self->lines[1], 0);
  if (rows > 2) {
    add_line (self, new_layout (self, self->service, inner), y + 2 * row);
    pango_layout_set_wrap (self->lines[2], PANGO_WRAP_WORD_CHAR);
    pango_layout_set_height (self->lines[2], -MIN (rows - 2, 4));
  }
}

static const char *
flag_label (const Flag *flag)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "board", flag->label);
}

static char *
flags_text (SalonVisitBlock *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((self->flags & flags[i].flag) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", flag_label (&flags[i]));
  return g_string_free (text, FALSE);
}

/* "10:00–10:45, Haircut, Anna K., with Maria, confirmed" */
static char *
spoken_text (SalonVisitBlock *self)
{
  const SalonBoardLine *line = salon_board_find_line (self->board, self->block.line_id);
  const SalonBoardEmployee *employee = line != NULL ? salon_board_find_employee (self->board, line->employee_id) : NULL;
  const SalonBoardRoom *room = line != NULL ? salon_board_find_room (self->board, line->room_id) : NULL;
  g_autofree char *time = time_text (self, TRUE);
  g_autofree char *state = g_utf8_strdown (salon_look_label (salon_look_of_visit_state (self->state)), -1);
  g_autofree char *with = NULL;

  if (self->column.kind == SALON_RESOURCE_ROOM && room != NULL && employee != NULL)
    /* Translators: who is served where: the employee, the room */
    with = g_strdup_printf (C_ ("board", "with %s, %s"), employee->name, room->name);
  else if (employee != NULL)
    /* Translators: the employee with whom a visit is */
    with = g_strdup_printf (C_ ("board", "with %s"), employee->name);
  return g_strjoin (", ", time, self->service, self->client, with != NULL ? with : state, with != NULL ? state : NULL, NULL);
}

static char *
service_text (SalonVisitBlock *self)
{
  g_autoptr (GPtrArray) lines = salon_schedule_lines_of (self->board, &self->column, &self->block);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", ((SalonBoardLine *) g_ptr_array_index (lines, i))->service);
  return g_string_free (text, FALSE);
}

/* ---- drawing ---- */

/* What comes after the time in its row is never under the marks. */
static void
draw_marks (SalonVisitBlock *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int y = self->n_lines > 1 ? PAD_TOP + 1 : (gtk_widget_get_height (GTK_WIDGET (self)) - ICON) / 2;

  for (guint i = 0; i < self->n_marks; i++) {
    g_autoptr (GdkTexture) mark = salon_texture_of_icon (GTK_WIDGET (self), self->marks[i], ICON, color);
    int x = width - PAD_END - (int) (i + 1) * ICON_STEP + (ICON_STEP - ICON);

    gtk_snapshot_append_texture (snapshot, mark,
                                 &GRAPHENE_RECT_INIT (rtl ? (float) (width - x - ICON) : (float) x, (float) y, ICON, ICON));
  }
}

static void
draw_texts (SalonVisitBlock *self, GtkSnapshot *snapshot, const GdkRGBA *color)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA quiet = *color;

  quiet.alpha *= 0.78f;
  for (guint i = 0; i < self->n_lines; i++) {
    int x = rtl ? PAD_END + (i == 0 ? (int) self->n_marks * ICON_STEP : 0) : PAD_START;

    gtk_snapshot_save (snapshot);
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) self->line_y[i]));
    gtk_snapshot_append_layout (snapshot, self->lines[i], i == 1 || self->n_lines == 1 ? color : &quiet);
    gtk_snapshot_restore (snapshot);
  }
}

/* Lays out texts and chooses marks, and makes a node of them. */
static void
write_all (SalonVisitBlock *self, int row)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  clear_prepared (self);
  self->n_marks = self->n_lines = 0;
  prepare_marks (self, width);
  prepare_texts (self, width, gtk_widget_get_height (GTK_WIDGET (self)), row);
  salon_compat_get_color (GTK_WIDGET (self), &self->ink);
  draw_texts (self, snapshot, &self->ink);
  draw_marks (self, snapshot, &self->ink);
  self->written = gtk_snapshot_free_to_node (snapshot);
  for (guint i = 0; i < self->n_lines; i++)
    g_clear_object (&self->lines[i]);
  self->prepared = TRUE;
}

/* The colours of a tone as the style sheet has them: for the ground, and for the stripe. */
static void
tone_colors (SalonVisitBlock *self, GdkRGBA *ground, GdkRGBA *stripe)
{
  static const char *const soft[] = { "salon_grey_soft", "salon_accent_soft", "salon_blue_soft",
                                      "salon_teal_soft", "salon_amber_soft",  "salon_red_soft" };
  static const char *const full[] = { "salon_grey", "salon_accent", "salon_blue", "salon_teal", "salon_amber", "salon_red" };
  SalonTone tone = salon_look_of_visit_state (self->state)->tone;

  if (self->state == SALON_VISIT_CANCELLED) {
    salon_compat_lookup_color (GTK_WIDGET (self), "salon_surface", ground);
    salon_compat_lookup_color (GTK_WIDGET (self), "salon_line_strong", stripe);
    return;
  }
  salon_compat_lookup_color (GTK_WIDGET (self), soft[tone], ground);
  salon_compat_lookup_color (GTK_WIDGET (self), full[tone], stripe);
}

static void
category_colors (SalonVisitBlock *self, GdkRGBA *ground, GdkRGBA *stripe)
{
  *stripe = (GdkRGBA){ (float) (self->color >> 16 & 0xff) / 255, (float) (self->color >> 8 & 0xff) / 255,
                       (float) (self->color & 0xff) / 255, 1 };
  salon_compat_lookup_color (GTK_WIDGET (self), "salon_surface", ground);
  ground->red += (stripe->red - ground->red) * SOFT;
  ground->green += (stripe->green - ground->green) * SOFT;
  ground->blue += (stripe->blue - ground->blue) * SOFT;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float y, float width, float height)
{
  gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* Two rectangles one over the other: corners that are not sharp, for the price of none that are round. */
static void
draw_ground (SalonVisitBlock *self, GtkSnapshot *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  GdkRGBA ground;
  GdkRGBA stripe;

  if (self->look.by_category && self->state != SALON_VISIT_CANCELLED)
    category_colors (self, &ground, &stripe);
  else
    tone_colors (self, &ground, &stripe);
  fill (snapshot, &ground, 1, 0, width - 2, height);
  fill (snapshot, &ground, 0, 1, width, height - 2);
  fill (snapshot, &stripe, rtl ? width - STRIPE : 0, 1, STRIPE, height - 2);
}

/* Chosen, or cancelled: a frame. */
static void
draw_frame (SalonVisitBlock *self, GtkSnapshot *snapshot)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float line = self->selected ? 2 : 1;
  GdkRGBA color;

  if (!self->selected && self->state != SALON_VISIT_CANCELLED)
    return;
  salon_compat_lookup_color (GTK_WIDGET (self), self->selected ? "salon_accent" : "salon_line_strong", &color);
  fill (snapshot, &color, 1, 0, width - 2, line);
  fill (snapshot, &color, 1, height - line, width - 2, line);
  fill (snapshot, &color, 0, 1, line, height - 2);
  fill (snapshot, &color, width - line, 1, line, height - 2);
}

static void
salon_visit_block_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonVisitBlock *self = SALON_VISIT_BLOCK (widget);
  GdkRGBA ink;

  salon_compat_get_color (widget, &ink);
  draw_ground (self, snapshot);
  if (self->prepared && !gdk_rgba_equal (&ink, &self->ink))
    write_all (self, salon_visit_block_row_height (widget));
  if (self->written != NULL) /* else the grid prepares it within the next frames */
    gtk_snapshot_append_node (snapshot, self->written);
  draw_frame (self, snapshot);
}

static void
salon_visit_block_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonVisitBlock *self = SALON_VISIT_BLOCK (widget);

  if (width != self->prepared_width || height != self->prepared_height)
    clear_prepared (self);
  salon_menu_present (widget);
}

static void
salon_visit_block_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                           int *nat_base)
{
  *min = *nat = 0;
  *min_base = *nat_base = -1;
}

/* ---- actions ---- */

typedef struct {
  const char *action;
  SalonVisitVerbs verb;
} VerbAction;

static const VerbAction verb_actions[] = {
  { "visit.confirm", SALON_VISIT_VERB_CONFIRM }, { "visit.arrive", SALON_VISIT_VERB_ARRIVE },
  { "visit.start", SALON_VISIT_VERB_START },     { "visit.finish", SALON_VISIT_VERB_FINISH },
  { "visit.cancel", SALON_VISIT_VERB_CANCEL },   { "visit.no-show", SALON_VISIT_VERB_NO_SHOW },
  { "visit.reopen", SALON_VISIT_VERB_REOPEN },   { "visit.check-out", SALON_VISIT_VERB_CHECK_OUT },
};

static const char *const step_actions[] = {
  "visit.move-later", "visit.move-earlier", "visit.longer", "visit.shorter", "visit.to-next", "visit.to-previous",
};

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[ACTIVATE], 0);
}

static void
action_verb (GtkWidget *widget, const char *name, GVariant *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (verb_actions); i++)
    if (g_str_equal (verb_actions[i].action, name))
      g_signal_emit (widget, signals[VERB], 0, verb_actions[i].verb);
}

static void
action_step (GtkWidget *widget, const char *name, GVariant *target)
{
  for (guint i = 0; i < G_N_ELEMENTS (step_actions); i++)
    if (g_str_equal (step_actions[i], name))
      g_signal_emit (widget, signals[STEP], 0, i);
}

static void
action_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[MENU], 0, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) / 2.0);
}

static void
action_late (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.visit-late", "x", SALON_VISIT_BLOCK (widget)->block.visit_id);
}

static void
action_repeat (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.repeat-visit", "x", SALON_VISIT_BLOCK (widget)->block.visit_id);
}

static void
update_actions (SalonVisitBlock *self)
{
  gboolean move = (self->verbs & SALON_VISIT_VERB_MOVE) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.open", (self->verbs & SALON_VISIT_VERB_OPEN) != 0);
  for (guint i = 0; i < G_N_ELEMENTS (verb_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), verb_actions[i].action, (self->verbs & verb_actions[i].verb) != 0);
  for (guint i = 0; i < G_N_ELEMENTS (step_actions); i++) {
    gboolean resizes = i == SALON_VISIT_STEP_LONGER || i == SALON_VISIT_STEP_SHORTER;

    gtk_widget_action_set_enabled (GTK_WIDGET (self), step_actions[i], resizes ? self->may_resize : move);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.late", salon_visit_verbs_may_be_late (self->verbs));
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "visit.repeat",
      salon_visit_verbs_may_repeat (self->verbs, self->state, (self->flags & SALON_BOARD_FLAG_SERIES) != 0));
}

/* ---- overrides ---- */

static void
salon_visit_block_dispose (GObject *object)
{
  SalonVisitBlock *self = SALON_VISIT_BLOCK (object);

  salon_dispose_children (GTK_WIDGET (object)); /* its menu */
  clear_prepared (self);
  g_clear_pointer (&self->board, salon_board_unref);
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->service, g_free);
  g_clear_pointer (&self->spoken, g_free);
  G_OBJECT_CLASS (salon_visit_block_parent_class)->dispose (object);
}

static void
salon_visit_block_class_init (SalonVisitBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_block_dispose;
  widget_class->snapshot = salon_visit_block_snapshot;
  widget_class->size_allocate = salon_visit_block_size_allocate;
  widget_class->measure = salon_visit_block_measure;

  /**
   * SalonVisitBlock::verb: a change of state is wanted
   * @verb: one of #SalonVisitVerbs
   */
  signals[VERB] = g_signal_new ("verb", SALON_TYPE_VISIT_BLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);

  /**
   * SalonVisitBlock::step: a small change of time or place is wanted
   * @step: a #SalonVisitStep
   */
  signals[STEP] = g_signal_new ("step", SALON_TYPE_VISIT_BLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_UINT);

  /**
   * SalonVisitBlock::activate: it shall be opened
   */
  signals[ACTIVATE] = g_signal_new ("activate", SALON_TYPE_VISIT_BLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonVisitBlock::menu: what can be done shall be shown
   * @x: place in the block
   * @y: place in the block
   */
  signals[MENU] = g_signal_new ("menu", SALON_TYPE_VISIT_BLOCK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  gtk_widget_class_install_action (widget_class, "visit.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "visit.menu", NULL, action_menu);
  gtk_widget_class_install_action (widget_class, "visit.late", NULL, action_late);
  gtk_widget_class_install_action (widget_class, "visit.repeat", NULL, action_repeat);
  salon_menu_add_keys (widget_class, "visit.menu");
  for (guint i = 0; i < G_N_ELEMENTS (verb_actions); i++)
    gtk_widget_class_install_action (widget_class, verb_actions[i].action, NULL, action_verb);
  for (guint i = 0; i < G_N_ELEMENTS (step_actions); i++)
    gtk_widget_class_install_action (widget_class, step_actions[i], NULL, action_step);
  gtk_widget_class_set_css_name (widget_class, "visitblock");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
salon_visit_block_init (SalonVisitBlock *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * salon_visit_block_new:
 *
 * Returns: (transfer floating): an empty block
 */
GtkWidget *
salon_visit_block_new (void)
{
  return g_object_new (SALON_TYPE_VISIT_BLOCK, NULL);
}

static SalonVisitVerbs
find_verbs (SalonVisitBlock *self, const SalonBoardVisit *visit)
{
  SalonVisitSelection selection = {
    .state = self->state,
    .day = self->column.day,
    .today = self->look.today,
    .own = self->look.employee_id != 0,
    .settled = visit->settled,
  };

  for (guint i = 0; i < visit->lines->len; i++)
    if (((SalonBoardLine *) g_ptr_array_index (visit->lines, i))->employee_id != self->look.employee_id)
      selection.own = FALSE;
  return salon_visit_verbs_for (&selection, self->look.permissions);
}

static gboolean
replace_text (char **text, char *with)
{
  gboolean changed = g_strcmp0 (*text, with) != 0;

  g_free (*text);
  *text = with;
  return changed;
}

static void
tell_spoken (SalonVisitBlock *self)
{
  g_autofree char *marks = flags_text (self);

  if (!replace_text (&self->spoken, spoken_text (self)))
    return;
  salon_set_accessible_label (self, self->spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, marks, -1);
}

/**
 * salon_visit_block_set:
 * @board: kept as long as the block shows something of it
 * @column: where it stands
 * @block: what it shows
 *
 * Shows a block; what is the same as before is not made again.
 */
void
salon_visit_block_set (SalonVisitBlock *self, const SalonBoard *board, const SalonBoardColumn *column,
                       const SalonBoardBlock *block, const SalonVisitLook *look)
{
  const SalonBoardVisit *visit = salon_board_find_visit (board, block->visit_id);
  const SalonBoardLine *line = salon_board_find_line (board, block->line_id);
  gboolean changed = FALSE;
  gboolean other_verbs = FALSE;
  gboolean may_resize = FALSE;
  SalonVisitVerbs verbs = SALON_VISIT_VERB_NONE;
  SalonBoard *old = self->board;

  g_return_if_fail (SALON_IS_VISIT_BLOCK (self) && visit != NULL && line != NULL);

  self->board = salon_board_ref ((SalonBoard *) board);
  g_clear_pointer (&old, salon_board_unref);
  changed = self->block.start != block->start || self->block.end != block->end || self->state != visit->state
            || self->flags != visit->flags || self->color != (guint32) line->color || self->look.by_category != look->by_category;
  other_verbs = self->state != visit->state || self->flags != visit->flags;
  self->block = *block;
  self->column = *column;
  self->look = *look;
  salon_set_css_class (GTK_WIDGET (self), "cancelled", visit->state == SALON_VISIT_CANCELLED);
  self->state = visit->state;
  self->flags = visit->flags;
  self->color = (guint32) line->color;
  changed |= replace_text (&self->client, g_strdup (visit->client));
  changed |= replace_text (&self->service, service_text (self));
  verbs = find_verbs (self, visit);
  may_resize = (verbs & SALON_VISIT_VERB_MOVE) != 0 && block->pocket_end == 0 && !block->cut_after;
  other_verbs |= !self->told || verbs != self->verbs || may_resize != self->may_resize;
  self->told = TRUE;
  self->verbs = verbs;
  self->may_resize = may_resize;
  if (other_verbs)
    update_actions (self);
  tell_spoken (self);
  if (changed) {
    clear_prepared (self);
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
}

/**
 * salon_visit_block_set_selected:
 */
void
salon_visit_block_set_selected (SalonVisitBlock *self, gboolean selected)
{
  g_return_if_fail (SALON_IS_VISIT_BLOCK (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * salon_visit_block_get_block:
 *
 * Returns: (transfer none): what it shows
 */
const SalonBoardBlock *
salon_visit_block_get_block (SalonVisitBlock *self)
{
  g_return_val_if_fail (SALON_IS_VISIT_BLOCK (self), NULL);

  return &self->block;
}

/**
 * salon_visit_block_is_prepared:
 *
 * Returns: whether its texts are laid out for its present size
 */
gboolean
salon_visit_block_is_prepared (SalonVisitBlock *self)
{
  return self->prepared;
}

/**
 * salon_visit_block_row_height:
 * @widget: a block, or where blocks stand
 *
 * Returns: pixels of one row of their texts, for salon_visit_block_prepare(); asked for once, since it takes half as long as
 * all else of that
 */
int
salon_visit_block_row_height (GtkWidget *widget)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (height, 1);
}

/**
 * salon_visit_block_prepare:
 * @row: what salon_visit_block_row_height() says
 *
 * Lays out its texts and finds its marks, a tenth of a millisecond or so; before, it is drawn without them.
 */
void
salon_visit_block_prepare (SalonVisitBlock *self, int row)
{
  g_return_if_fail (SALON_IS_VISIT_BLOCK (self));

  if (self->prepared || self->board == NULL || gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  write_all (self, row);
  self->prepared_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->prepared_height = gtk_widget_get_height (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_visit_block_get_verbs:
 *
 * Returns: what can be done with the visit now
 */
SalonVisitVerbs
salon_visit_block_get_verbs (SalonVisitBlock *self)
{
  g_return_val_if_fail (SALON_IS_VISIT_BLOCK (self), SALON_VISIT_VERB_NONE);

  return self->verbs;
}

/**
 * salon_visit_block_may_resize:
 *
 * Returns: whether its end can be moved
 */
gboolean
salon_visit_block_may_resize (SalonVisitBlock *self)
{
  g_return_val_if_fail (SALON_IS_VISIT_BLOCK (self), FALSE);

  return self->may_resize;
}

/**
 * salon_visit_block_tooltip:
 *
 * Returns: (transfer full): all that may have been shortened
 */
char *
salon_visit_block_tooltip (SalonVisitBlock *self)
{
  const SalonBoardVisit *visit = salon_board_find_visit (self->board, self->block.visit_id);
  g_autofree char *marks = flags_text (self);
  GString *text = g_string_new (self->spoken);

  if (*marks != '\0')
    g_string_append_printf (text, "\n%s", marks);
  if (visit != NULL && visit->note != NULL && *visit->note != '\0')
    g_string_append_printf (text, "\n%s", visit->note);
  if (visit != NULL && visit->reason != NULL && *visit->reason != '\0')
    g_string_append_printf (text, "\n%s", visit->reason);
  return g_string_free (text, FALSE);
}

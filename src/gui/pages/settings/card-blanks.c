/* A refusal stands at its field; what was noted can be undone.  A blank that has a number already is spoiled by its number. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/settings/card-blanks.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/scan-entry.h"
#include "model/rules/card-text.h"
#include "model/services/card-log.h"
#include "model/services/cards.h"

struct _SalonCardBlanksForm {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonPicker *kind;
  SalonPicker *move;
  SalonValueEntry *n;
  SalonScanEntry *number;
  GtkWidget *number_field;
  GtkEntry *reason;
  GtkWidget *note;
  SalonQuestion ask_card;
};

G_DEFINE_FINAL_TYPE (SalonCardBlanksForm, salon_card_blanks_form, GTK_TYPE_WIDGET)

static void
on_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonCardBlanksForm) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->note, TRUE);
  if (ok) {
    salon_value_entry_set_value (self->n, SALON_VALUE_NONE);
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
    salon_scan_entry_clear (self->number);
    salon_note_done (GTK_WIDGET (self), _("Blanks noted."), &done);
  } else if (!salon_form_mark (GTK_WIDGET (self), error)) {
    salon_note_error (GTK_WIDGET (self), error);
  }
}

/* Returns: (nullable): of the one blank that is meant; else so many without numbers are */
static const char *
number_of (SalonCardBlanksForm *self)
{
  const char *number = salon_scan_entry_get_text (self->number);

  return salon_picker_get_selected (self->move) == SALON_BLANKS_SPOILED && *number != '\0' ? number : NULL;
}

static void
on_card (gpointer form, gpointer answer, const GError *error)
{
  SalonCardBlanksForm *self = SALON_CARD_BLANKS_FORM (form);
  g_autoptr (SalonCardFound) found = answer;

  if (self->session == NULL)
    return;
  if (found != NULL && found->view != NULL) {
    salon_session_submit (self->session, &salon_command_card_spoil,
                          salon_card_change_new (salon_entity_get_id (found->view->card), SALON_CARD_WHY_NONE,
                                                 gtk_editable_get_text (GTK_EDITABLE (self->reason))),
                          NULL, NULL, on_noted, g_object_ref (self));
    return;
  }
  gtk_widget_set_sensitive (self->note, TRUE);
  salon_form_field_set_error (SALON_FORM_FIELD (self->number_field), found != NULL ? found->why : error->message);
}

static void
note_card (SalonCardBlanksForm *self, const char *number)
{
  gtk_widget_set_sensitive (self->note, FALSE);
  salon_question_ask (&self->ask_card, self, self->session, &salon_query_card_find, SALON_LANE_INTERACTIVE,
                      salon_card_find_request_new (number), on_card);
}

static void
note (SalonCardBlanksForm *self)
{
  gint64 n = SALON_VALUE_NONE;
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->note))
    return;
  salon_form_clear_errors (GTK_WIDGET (self));
  if (number_of (self) != NULL) {
    note_card (self, number_of (self));
    return;
  }
  if (!salon_value_entry_read (self->n, &n, &error)) {
    salon_value_entry_set_error (self->n, error->message);
    return;
  }
  gtk_widget_set_sensitive (self->note, FALSE);
  salon_session_submit (self->session, &salon_command_card_blanks,
                        salon_card_blanks_new (salon_picker_get_selected (self->kind), salon_picker_get_selected (self->move),
                                               n != SALON_VALUE_NONE ? n : 0, gtk_editable_get_text (GTK_EDITABLE (self->reason))),
                        NULL, NULL, on_noted, g_object_ref (self));
}

static void
on_note (GtkWidget *widget, SalonCardBlanksForm *self)
{
  note (self);
}

/* One that has a number is one. */
static void
show_fields (SalonCardBlanksForm *self)
{
  gtk_widget_set_visible (self->number_field, salon_picker_get_selected (self->move) == SALON_BLANKS_SPOILED);
}

static void
salon_card_blanks_form_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_CARD_BLANKS_FORM (object)->session);
  G_OBJECT_CLASS (salon_card_blanks_form_parent_class)->dispose (object);
}

static void
salon_card_blanks_form_class_init (SalonCardBlanksFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_card_blanks_form_dispose;
  widget_class->focus = salon_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
}

/* What is used is noted when a card is given out. */
static GListModel *
moves_new (void)
{
  static const gint64 moves[] = { SALON_BLANKS_RECEIVED, SALON_BLANKS_SPOILED, SALON_BLANKS_COUNTED };
  GListStore *items = g_list_store_new (SALON_TYPE_PICKER_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (SalonPickerItem) item = salon_picker_item_new (moves[i], salon_blanks_label (moves[i]), NULL, SALON_PICK_NO_COLOR);

    g_list_store_append (items, item);
  }
  return G_LIST_MODEL (items);
}

static void
salon_card_blanks_form_init (SalonCardBlanksForm *self)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autoptr (GListModel) moves = moves_new ();

  self->kind = SALON_PICKER (salon_picker_new (_("Kind of card"), "—"));
  self->move = SALON_PICKER (salon_picker_new (_("What happened"), "—"));
  self->n = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 0));
  self->reason = GTK_ENTRY (gtk_entry_new ());
  self->note = gtk_button_new_with_label (_("Note it"));
  salon_picker_set_items (self->move, moves);
  salon_picker_set_selected (self->move, SALON_BLANKS_RECEIVED);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("card_kind_id", _("Kind of card"), GTK_WIDGET (self->kind)), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("kind", _("What happened"), GTK_WIDGET (self->move)), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("n", _("How many"), GTK_WIDGET (self->n)), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), salon_form_field_new ("reason", _("Why"), GTK_WIDGET (self->reason)), 1, 1, 1, 1);
  self->number = SALON_SCAN_ENTRY (salon_scan_entry_new (_("Number on the blank")));
  self->number_field = salon_form_field_new ("card_id", _("Number on the blank"), GTK_WIDGET (self->number));
  salon_form_field_set_hint (SALON_FORM_FIELD (self->number_field), _("Scan it; empty if it has none."));
  gtk_grid_attach (GTK_GRID (grid), self->number_field, 0, 2, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->note, 1, 2, 1, 1);
  gtk_widget_set_halign (self->note, GTK_ALIGN_END);
  gtk_widget_set_valign (self->note, GTK_ALIGN_END);
  gtk_widget_set_vexpand (self->note, FALSE);
  gtk_widget_add_css_class (self->note, "salon-outlined");
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
  g_signal_connect (self->note, "clicked", G_CALLBACK (on_note), self);
  g_signal_connect (self->reason, "activate", G_CALLBACK (on_note), self);
  g_signal_connect (self->number, "activate", G_CALLBACK (on_note), self);
  g_signal_connect_swapped (self->move, "notify::selected", G_CALLBACK (show_fields), self);
  show_fields (self);
}

/**
 * salon_card_blanks_form_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_card_blanks_form_new (SalonSession *session)
{
  SalonCardBlanksForm *self = g_object_new (SALON_TYPE_CARD_BLANKS_FORM, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_card_blanks_form_set_kinds:
 * @kinds: (element-type SalonCardKind): to choose from
 */
void
salon_card_blanks_form_set_kinds (SalonCardBlanksForm *self, GPtrArray *kinds)
{
  g_autoptr (GListModel) items = salon_items_of_entities (kinds);
  gint64 selected = salon_picker_get_selected (self->kind);

  g_return_if_fail (SALON_IS_CARD_BLANKS_FORM (self));

  salon_picker_set_items (self->kind, items);
  if (salon_picker_items_find (items, selected) == NULL && kinds->len > 0)
    salon_picker_set_selected (self->kind, salon_entity_get_id (kinds->pdata[0]));
}

/* Who asks for what; a button for each time that can be had, and a line for the reason of a refusal. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/request-row.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/board-drop.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/wrap-layout.h"

struct _SalonRequestRow {
  GtkListBoxRow parent_instance;
  GtkWidget *reason;
  SalonSession *session;
  SalonInquiryRow *inquiry;
};

G_DEFINE_FINAL_TYPE (SalonRequestRow, salon_request_row, GTK_TYPE_LIST_BOX_ROW)

enum { SIGNAL_ACCEPT, N_SIGNALS };
static guint signals[N_SIGNALS];

static SalonDay
today_of (SalonRequestRow *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

static const char *
name_of (const SalonInquiryRow *row)
{
  const SalonInquiry *inquiry = row->inquiry;

  return inquiry->name != NULL ? inquiry->name : row->phone != NULL ? row->phone : inquiry->email;
}

/* ---- answers */

static void
decline (SalonRequestRow *self, const char *reason)
{
  SalonInquiryAnswer *answer = salon_inquiry_answer_new (salon_entity_get_id (self->inquiry->inquiry));

  answer->reason = g_strdup (reason);
  salon_note_submit (gtk_widget_get_parent (GTK_WIDGET (self)), self->session, &salon_command_inquiry_decline, answer,
                     /* Translators: who had asked */
                     g_strdup_printf (_("The request of %s is declined."), name_of (self->inquiry)));
}

static void
action_decline (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonRequestRow *self = SALON_REQUEST_ROW (widget);
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

  gtk_widget_set_visible (self->reason, TRUE);
  if (*reason == '\0')
    gtk_widget_grab_focus (self->reason);
  else
    decline (self, reason);
}

static void
on_reason (GtkEntry *entry, SalonRequestRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "request.decline", NULL);
}

static void
action_accept (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_ACCEPT], 0, (guint) g_variant_get_int32 (target));
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  const SalonInquiryRow *row = SALON_REQUEST_ROW (widget)->inquiry;

  if (row->client_id != 0)
    gtk_widget_activate_action (widget, "win.open-client", "x", row->client_id);
  else
    gtk_widget_activate_action (widget, "win.new-client", "s", row->phone != NULL ? row->phone : name_of (row));
}

static SalonBoardDrop *
drop_of (GtkWidget *widget, gpointer data)
{
  const SalonInquiryRow *row = SALON_REQUEST_ROW (widget)->inquiry;
  SalonBoardDrop *drop = NULL;

  if (row->inquiry->state != SALON_INQUIRY_NEW)
    return NULL;
  drop = salon_board_drop_new (SALON_BOARD_DROP_REQUEST, salon_entity_get_id (row->inquiry), row->n_clients == 1 ? row->client_id : 0,
                               name_of (row));
  drop->service_id = row->inquiry->service_id;
  return drop;
}

/* ---- building */

static GtkWidget *
line_new (const char *text)
{
  GtkWidget *label = salon_wrapped_label_new (text, "salon-secondary");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

static GtkWidget *
build_head (SalonRequestRow *self)
{
  const SalonInquiryRow *row = self->inquiry;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = salon_wrapped_label_new (name_of (row), "salon-heading");
  g_autofree char *several = g_strdup_printf (ngettext ("%u client has this phone", "%u clients have this phone", row->n_clients),
                                              row->n_clients);

  GtkWidget *chip = row->n_clients == 0
                        ? salon_chip_new (SALON_TONE_BLUE, "salon-user-add-symbolic", C_ ("request", "new client"))
                    : row->n_clients > 1 ? salon_chip_new (SALON_TONE_AMBER, "salon-clients-symbolic", several)
                                         : NULL;

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (box), name);
  if (chip == NULL)
    return box;
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), chip);
  return box;
}

static char *
who_text (const SalonInquiryRow *row)
{
  g_autofree char *client = row->client != NULL && row->n_clients == 1
                                /* Translators: the client whose phone it is */
                                ? g_strdup_printf (_("is %s"), row->client)
                                : NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (row->phone != NULL && g_strcmp0 (row->phone, name_of (row)) != 0)
    parts[n++] = row->phone;
  if (row->inquiry->email != NULL && g_strcmp0 (row->inquiry->email, name_of (row)) != 0)
    parts[n++] = row->inquiry->email;
  if (client != NULL)
    parts[n++] = client;
  return g_strjoinv (" · ", (char **) parts);
}

static char *
wish_text (SalonRequestRow *self)
{
  const SalonInquiryRow *row = self->inquiry;
  g_autofree char *start = row->inquiry->start_min != 0 ? salon_start_text (row->inquiry->start_min, today_of (self)) : NULL;
  const char *parts[4] = { NULL };
  guint n = 0;

  if (row->service != NULL)
    parts[n++] = row->service;
  if (row->employee != NULL)
    parts[n++] = row->employee;
  if (start != NULL)
    parts[n++] = start;
  return g_strjoinv (" · ", (char **) parts);
}

static GtkWidget *
build_slots (SalonRequestRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6));
  gtk_widget_add_css_class (box, "salon-verbs");
  for (guint i = 0; i < self->inquiry->slots->len; i++) {
    g_autofree char *when = salon_free_slot_text (self->inquiry->slots->pdata[i], today_of (self));
    /* Translators: the button that accepts a request: a day, a time and the employee */
    g_autofree char *label = g_strdup_printf (_("Book %s"), when);
    GtkWidget *button = gtk_button_new_with_label (self->inquiry->is_free ? label : when);

    gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "request.accept");
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (gint32) i);
    salon_set_accessible_label (button, label);
    gtk_widget_add_css_class (button, self->inquiry->is_free ? "suggested-action" : "salon-outlined");
    gtk_box_append (GTK_BOX (box), button);
  }
  return box;
}

static GtkWidget *
build_decline (SalonRequestRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *open = gtk_button_new_with_label (self->inquiry->client_id != 0 ? _("Card") : _("New client"));
  GtkWidget *button = gtk_button_new_with_label (C_ ("request", "Decline …"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "request.open");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "request.decline");
  gtk_widget_add_css_class (open, "flat");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 2)); /* long words take a line each */
  gtk_box_append (GTK_BOX (box), open);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
append_line (GtkWidget *box, const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (box), line_new (text));
}

static void
append_answers (SalonRequestRow *self, GtkWidget *box)
{
  const SalonInquiryRow *row = self->inquiry;

  if (row->slots->len == 0)
    append_line (box, row->inquiry->service_id == 0 ? _("Not one of the services: open the client to book.")
                                                    : _("No free time near it."));
  else if (!row->is_free && row->inquiry->start_min != 0)
    append_line (box, _("That time is taken. The nearest ones:"));
  gtk_box_append (GTK_BOX (box), build_slots (self));
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why is it declined? (Enter)"));
  salon_set_accessible_label (self->reason, _("Reason of the refusal"));
  gtk_widget_set_visible (self->reason, FALSE);
  g_signal_connect (self->reason, "activate", G_CALLBACK (on_reason), self);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), build_decline (self));
}

static void
build (SalonRequestRow *self)
{
  const SalonInquiry *inquiry = self->inquiry->inquiry;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *who = who_text (self->inquiry);
  g_autofree char *wish = wish_text (self);

  gtk_box_append (GTK_BOX (box), build_head (self));
  append_line (box, who);
  append_line (box, wish);
  append_line (box, inquiry->text);
  if (inquiry->state == SALON_INQUIRY_NEW)
    append_answers (self, box);
  else if (inquiry->state == SALON_INQUIRY_ACCEPTED)
    append_line (box, C_ ("request", "accepted"));
  else
    append_line (box, inquiry->reason);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
salon_request_row_dispose (GObject *object)
{
  SalonRequestRow *self = SALON_REQUEST_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->inquiry);
  G_OBJECT_CLASS (salon_request_row_parent_class)->dispose (object);
}

static void
salon_request_row_class_init (SalonRequestRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_request_row_dispose;

  /**
   * SalonRequestRow::accept: the time with this number is to be booked
   */
  signals[SIGNAL_ACCEPT] = g_signal_new ("accept", SALON_TYPE_REQUEST_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_UINT);
  gtk_widget_class_install_action (widget_class, "request.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "request.accept", "i", action_accept);
  gtk_widget_class_install_action (widget_class, "request.decline", NULL, action_decline);
}

static void
salon_request_row_init (SalonRequestRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-visit-row");
  salon_board_drop_source_add (GTK_WIDGET (self), drop_of, NULL);
}

/**
 * salon_request_row_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_request_row_new (SalonSession *session, SalonInquiryRow *inquiry)
{
  SalonRequestRow *self = g_object_new (SALON_TYPE_REQUEST_ROW, NULL);
  g_autofree char *wish = NULL;
  g_autofree char *label = NULL;

  self->session = g_object_ref (session);
  self->inquiry = g_object_ref (inquiry);
  build (self);
  wish = wish_text (self);
  label = g_strjoin (", ", name_of (inquiry), *wish != '\0' ? wish : NULL, NULL);
  salon_set_accessible_label (self, label);
  return GTK_WIDGET (self);
}

/**
 * salon_request_row_get_inquiry:
 *
 * Returns: (transfer none): what is shown
 */
SalonInquiryRow *
salon_request_row_get_inquiry (SalonRequestRow *self)
{
  return self->inquiry;
}

/**
 * salon_request_row_take_over:
 * @old: another row of the same request, about to go
 *
 * What was typed in @old stands in @self, and the cursor with it.
 *
 * Returns: whether it took the focus
 */
gboolean
salon_request_row_take_over (SalonRequestRow *self, SalonRequestRow *old)
{
  gboolean typing = old->reason != NULL && salon_has_focus (old->reason);

  if (self->reason == NULL || old->reason == NULL || !gtk_widget_get_visible (old->reason))
    return FALSE;
  gtk_widget_set_visible (self->reason, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), gtk_editable_get_text (GTK_EDITABLE (old->reason)));
  if (!typing)
    return FALSE;
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->reason));
  gtk_editable_set_position (GTK_EDITABLE (self->reason), gtk_editable_get_position (GTK_EDITABLE (old->reason)));
  return TRUE;
}

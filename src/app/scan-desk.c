/* One code after the other, in the order of their scanning.  A widget that asks for a code (the settings of the scanner, a
 * card that is given out) gets it first, by the action "scan.take". */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/scan-desk.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/shell.h"
#include "model/rules/permission.h"
#include "model/services/booking.h"
#include "model/services/scan.h"

#define MOST_WAITING 8

struct _SalonScanDesk {
  GObject parent_instance;
  SalonWindow *window; /* weak */
  SalonSession *session;
  GSettings *settings; /* NULL = not installed */
  GQueue *codes;       /* char *, that wait */
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (SalonScanDesk, salon_scan_desk, G_TYPE_OBJECT)

static void next (SalonScanDesk *self);

/* ---- saying */

static void
beep (SalonScanDesk *self)
{
  if (self->settings == NULL || g_settings_get_boolean (self->settings, "scanner-sound"))
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self->window)));
}

static void
refuse (SalonScanDesk *self, const char *text)
{
  beep (self);
  salon_window_alarm (self->window, text);
}

/* ---- doing */

static void
arrive (SalonScanDesk *self, const SalonScanFound *found)
{
  g_auto (GStrv) parts = g_strsplit (_("%s: arrived."), "%s", 2);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-client", "x", found->client_id);
  salon_note_submit (GTK_WIDGET (self->window), self->session, &salon_command_set_state,
                     salon_state_request_new (found->visit_id, SALON_VISIT_ARRIVED, NULL),
                     g_strconcat (parts[0], found->client, parts[1], NULL));
}

/* Nobody has it yet.  Where cards are given out it can become somebody's. */
static void
offer (SalonScanDesk *self, const SalonScanFound *found)
{
  const SalonActor *actor = salon_session_actor (self->session);
  g_autofree char *text = NULL;

  beep (self);
  text = g_strdup_printf (_("The code %s is nobody’s card, and nothing is sold or paid by it."), found->code);
  salon_window_toast (self->window, text, NULL);
  if (salon_permissions_have (salon_actor_permissions (actor), SALON_PERMISSION_CARDS_ISSUE))
    salon_shell_offer (GTK_WIDGET (self->window), NULL, _("Issue as a new card to …"), "win.issue-card", g_variant_new_string (found->code));
}

static void
run_on_sale (SalonScanDesk *self, const char *what, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sell", "(sx)", what, id);
}

static void
do_deed (SalonScanDesk *self, SalonScanDeed deed, const SalonScanFound *found)
{
  switch (deed) {
  case SALON_SCAN_ARRIVE:
    arrive (self, found);
    break;
  case SALON_SCAN_CHECK_OUT:
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.check-out", "x", found->visit_id);
    break;
  case SALON_SCAN_SHOW:
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.open-client", "x", found->client_id);
    break;
  case SALON_SCAN_BUY:
    run_on_sale (self, "buyer", found->client_id);
    break;
  case SALON_SCAN_REDEEM:
  case SALON_SCAN_PAY:
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.pay-with", "s", found->number);
    break;
  case SALON_SCAN_SELL:
    run_on_sale (self, "item", found->subject_id);
    break;
  case SALON_SCAN_ISSUE:
    offer (self, found);
    break;
  case SALON_SCAN_REFUSE:
  default:
    refuse (self, found->refusal != NULL ? found->refusal : found->text);
    break;
  }
}

static void
take_found (SalonScanDesk *self, SalonScanFound *found)
{
  salon_window_alarm (self->window, NULL);
  found->facts.selling = salon_window_awaits_buyer (self->window);
  do_deed (self, salon_scan_decide (&found->facts), found);
}

static void
on_found (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonScanDesk) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonScanFound) found = salon_session_query_finish (SALON_SESSION (source), result, &error);

  self->busy = FALSE;
  if (self->window == NULL)
    return;
  if (found != NULL)
    take_found (self, found);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    refuse (self, error->message);
  next (self);
}

static void
next (SalonScanDesk *self)
{
  g_autofree char *code = NULL;

  if (self->busy || self->window == NULL)
    return;
  code = g_queue_pop_head (self->codes);
  if (code == NULL)
    return;
  self->busy = TRUE;
  salon_session_query (self->session, &salon_query_scan, SALON_LANE_INTERACTIVE, salon_scan_request_new (code), NULL, on_found,
                       g_object_ref (self));
}

/* ---- where it was scanned */

static gboolean
is_wanted (GtkWindow *from, const char *code)
{
  GtkWidget *focus = gtk_window_get_focus (from);

  return gtk_widget_activate_action (focus != NULL ? focus : GTK_WIDGET (from), "scan.take", "s", code);
}

/* What only shows something gives way.  A question stays, and what is scanned meanwhile is not used: it would act behind the
 * question, where nobody looks, and to do it after the answer would surprise whoever has put the card away by then. */
static gboolean
may_go_on (SalonScanDesk *self, GtkWindow *from)
{
  if (from == GTK_WINDOW (self->window))
    return TRUE;
  if (salon_is_viewer (GTK_WIDGET (from))) {
    gtk_window_close (from);
    return TRUE;
  }
  beep (self);
  salon_window_toast (self->window, _("Nothing was done with what was scanned: answer the question first, then scan again."), NULL);
  return FALSE;
}

/**
 * salon_scan_desk_take:
 * @code: that was scanned
 * @from: the window in which it was
 *
 * Does what the code is for, or says why not.  A screen that is hidden shows nothing.
 */
void
salon_scan_desk_take (SalonScanDesk *self, const char *code, GtkWindow *from)
{
  if (self->window == NULL || is_wanted (from, code))
    return;
  if (salon_window_is_private (self->window)) {
    beep (self);
    return;
  }
  if (!may_go_on (self, from))
    return;
  if (g_queue_get_length (self->codes) >= MOST_WAITING) {
    refuse (self, _("Too many codes at once.  Scan the last one again."));
    return;
  }
  g_queue_push_tail (self->codes, g_strdup (code));
  next (self);
}

/* ---- object */

static void
salon_scan_desk_dispose (GObject *object)
{
  SalonScanDesk *self = SALON_SCAN_DESK (object);

  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (salon_scan_desk_parent_class)->dispose (object);
}

static void
salon_scan_desk_finalize (GObject *object)
{
  g_queue_free_full (SALON_SCAN_DESK (object)->codes, g_free);
  G_OBJECT_CLASS (salon_scan_desk_parent_class)->finalize (object);
}

static void
salon_scan_desk_class_init (SalonScanDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_scan_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_scan_desk_finalize;
}

static void
salon_scan_desk_init (SalonScanDesk *self)
{
  self->codes = g_queue_new ();
  self->settings = salon_memory_open ();
}

static void
on_scan_action (GSimpleAction *action, GVariant *target, SalonScanDesk *self)
{
  if (self->window != NULL)
    salon_scan_desk_take (self, g_variant_get_string (target, NULL), GTK_WINDOW (self->window));
}

/**
 * salon_scan_desk_new:
 * @window: (transfer none): gets the action win.scan, for what is read by anything but a scanner
 *
 * Returns: (transfer full)
 */
SalonScanDesk *
salon_scan_desk_new (SalonWindow *window, SalonSession *session)
{
  SalonScanDesk *self = g_object_new (SALON_TYPE_SCAN_DESK, NULL);
  g_autoptr (GSimpleAction) scan = g_simple_action_new ("scan", G_VARIANT_TYPE_STRING);

  g_signal_connect_object (scan, "activate", G_CALLBACK (on_scan_action), self, 0);
  g_action_map_add_action (G_ACTION_MAP (window), G_ACTION (scan));
  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (session);
  return self;
}

/* The top of the card: photo, name, chips, phones, e-mail, tags, and the alert across it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-birth.h"
#include "gui/parts/client-head.h"
#include "gui/parts/client-name-edit.h"
#include "gui/parts/client-phones.h"
#include "gui/parts/client-photo-edit.h"
#include "gui/parts/client-tags.h"
#include "gui/parts/client-text-line.h"
#include "gui/widgets/build.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/wrap-layout.h"
#include "model/entities/filter.h"
#include "model/rules/labels.h"
#include "model/rules/rfm.h"
#include "model/rules/status-text.h"

#define BIRTHDAY_SOON     7 /* days */
#define LEAST_EMAIL_CHARS 22

struct _SalonClientHead {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonChip *status;
  SalonChip *top;
  SalonChip *birthday;
  SalonChip *archived;
  GtkWidget *phones;
  GtkWidget *email;
  GtkWidget *alert;
};

G_DEFINE_FINAL_TYPE (SalonClientHead, salon_client_head, GTK_TYPE_WIDGET)

/* ---- chips */

static SalonStatusPreset
words_of (SalonClientHead *self)
{
  const SalonSettings *settings = salon_directory_settings (salon_client_model_get_directory (self->model));

  return settings != NULL ? salon_status_params_words (&settings->status) : SALON_STATUS_PRESET_1C;
}

static void
show_status (SalonClientHead *self, const SalonClientPanel *panel)
{
  const SalonLook *look = salon_look_of_status (panel->status.status);
  SalonStatusPreset words = words_of (self);
  g_autofree char *why = salon_status_facts_text (&panel->status, words);
  g_autofree char *text = g_strdup (why);
  SalonDay today = salon_client_model_get_today (self->model);

  if (panel->next != NULL) {
    g_autofree char *day = salon_day_format_relative ((SalonDay) (panel->next->start_min / SALON_MINUTES_A_DAY), today);
    /* Translators: %s is a day: "today", "Tue 24 Nov" */
    g_autofree char *booked = g_strdup_printf (_("Booked ahead: %s."), day);

    g_free (text);
    text = g_strjoin (" ", why, booked, NULL);
  }
  salon_chip_set (self->status, look->tone, look->icon_name, salon_status_name (panel->status.status, words));
  salon_chip_set_explanation (self->status, text);
}

static char *
place_text (const SalonClientPanel *panel, const SalonCurrency *currency)
{
  g_autofree char *sold = salon_money_format (panel->sold_12m, currency);

  if (panel->top_place <= 0)
    return NULL;
  return g_strdup_printf (_("Place %d of all clients by sales of the last 12 months: %s."), (int) panel->top_place, sold);
}

static const char *
class_text (gint64 importance)
{
  static const char *const texts[] = {
    [SALON_IMPORTANCE_NONE] = NULL,
    [SALON_IMPORTANCE_A] = N_("Class A: the clients who together bring 80 percent of these sales."),
    [SALON_IMPORTANCE_B] = N_("Class B: the clients who together bring the next 15 percent of these sales."),
    [SALON_IMPORTANCE_C] = N_("Class C: the clients who together bring the last 5 percent of these sales."),
  };

  return importance != SALON_IMPORTANCE_NONE ? _(texts[importance]) : NULL;
}

static char *
pin_text (const SalonClientPanel *panel)
{
  gint64 pin = panel->client->importance_pin;

  if (pin == SALON_IMPORTANCE_NONE)
    return NULL;
  if (panel->importance == SALON_IMPORTANCE_NONE || panel->importance == pin)
    return g_strdup_printf (_("Class %s was set by hand."), salon_importance_label (pin));
  return g_strdup_printf (_("Class %s was set by hand; by sales it would be %s."), salon_importance_label (pin),
                          salon_importance_label (panel->importance));
}

static char *
marks_text (SalonClientHead *self, const SalonClientPanel *panel)
{
  const SalonSettings *settings = salon_directory_settings (salon_client_model_get_directory (self->model));
  SalonDay today = salon_client_model_get_today (self->model);
  SalonRfm marks;

  if (settings == NULL || panel->visit_days == 0)
    return NULL;
  marks = salon_rfm_of (&settings->rfm, panel->visit_days, today - panel->last_day, panel->visits_12m, panel->sold_12m);
  /* Translators: marks from 1 to 5 */
  return g_strdup_printf (_("Recency %d, frequency %d, money %d of 5."), marks.recency, marks.frequency, marks.money);
}

static char *
join_sentences (const char *first, const char *second, const char *third)
{
  const char *const sentences[] = { first, second, third };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (sentences[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentences[i]);
  return g_string_free (text, FALSE);
}

/* "TOP 12 · A": place and class are about the same sales. */
static void
show_top (SalonClientHead *self, const SalonClientPanel *panel)
{
  const SalonCurrency *currency = salon_directory_currency (salon_client_model_get_directory (self->model));
  gint64 pin = panel->client->importance_pin;
  const char *class = salon_importance_label (pin != SALON_IMPORTANCE_NONE ? pin : panel->importance);
  /* Translators: the place of a client among all, by what was sold to her */
  g_autofree char *top = panel->top_place > 0 ? g_strdup_printf (_("TOP %d"), (int) panel->top_place) : NULL;
  g_autofree char *text = top != NULL && *class != '\0' ? g_strjoin (" · ", top, class, NULL)
                                                        : g_strdup (top != NULL ? top : class);
  g_autofree char *place = place_text (panel, currency);
  g_autofree char *pinned = pin_text (panel);
  g_autofree char *marks = marks_text (self, panel);
  g_autofree char *why = join_sentences (place, pinned != NULL ? pinned : class_text (panel->importance), marks);

  gtk_widget_set_visible (GTK_WIDGET (self->top), *text != '\0');
  if (*text == '\0')
    return;
  salon_chip_set (self->top, SALON_TONE_PLUM, "salon-star-symbolic", text);
  salon_chip_set_explanation (self->top, why);
}

static char *
birthday_text (int days)
{
  if (days == 0)
    return g_strdup (_("Birthday today"));
  if (days == 1)
    return g_strdup (_("Birthday tomorrow"));
  return g_strdup_printf (ngettext ("Birthday in %d day", "Birthday in %d days", (gulong) days), days);
}

static void
show_birthday (SalonClientHead *self, const SalonClientPanel *panel)
{
  SalonDay today = salon_client_model_get_today (self->model);
  SalonBirth birth = salon_client_birth (panel->client);
  int days = salon_birth_days_ahead (&birth, today);
  g_autofree char *text = birthday_text (days);
  g_autofree char *why = salon_birth_text (&birth, today);

  gtk_widget_set_visible (GTK_WIDGET (self->birthday), days >= 0 && days <= BIRTHDAY_SOON);
  salon_chip_set (self->birthday, SALON_TONE_AMBER, "salon-cake-symbolic", text);
  salon_chip_set_explanation (self->birthday, why);
}

static void
on_loaded (SalonClientModel *model, SalonClientHead *self)
{
  const SalonClientPanel *panel = salon_client_model_peek (model);

  if (panel == NULL)
    return;
  show_status (self, panel);
  show_top (self, panel);
  show_birthday (self, panel);
  gtk_widget_set_visible (GTK_WIDGET (self->archived), panel->client->archived_at != 0);
}

/* ---- overrides */

static void
salon_client_head_dispose (GObject *object)
{
  SalonClientHead *self = SALON_CLIENT_HEAD (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_head_parent_class)->dispose (object);
}

static void
salon_client_head_class_init (SalonClientHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_head_dispose;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
salon_client_head_init (SalonClientHead *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
}

static GtkWidget *
build_chips (SalonClientHead *self)
{
  GtkWidget *chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (chips, salon_wrap_layout_new (6, 6));
  self->status = SALON_CHIP (salon_chip_new (SALON_TONE_GREY, NULL, ""));
  self->top = SALON_CHIP (salon_chip_new (SALON_TONE_PLUM, NULL, ""));
  self->birthday = SALON_CHIP (salon_chip_new (SALON_TONE_AMBER, NULL, ""));
  self->archived = SALON_CHIP (salon_chip_new (SALON_TONE_GREY, "salon-info-symbolic", C_ ("client", "In the archive")));
  salon_chip_set_explanation (self->archived, _("An archived client is not found by the search and cannot be booked. "
                                                "Everything about her is kept."));
  gtk_box_append (GTK_BOX (chips), GTK_WIDGET (self->status));
  gtk_box_append (GTK_BOX (chips), GTK_WIDGET (self->top));
  gtk_box_append (GTK_BOX (chips), GTK_WIDGET (self->birthday));
  gtk_box_append (GTK_BOX (chips), GTK_WIDGET (self->archived));
  return chips;
}

static GtkWidget *
build_texts (SalonClientHead *self, SalonClientModel *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->phones = salon_client_phones_new (model);
  self->email = salon_client_text_line_new (model, "email", _("E-mail"), _("Add an e-mail"), FALSE, SALON_CLIENT_VERB_CONTACTS);
  salon_client_line_set_plain (SALON_CLIENT_LINE (self->email), NULL);
  salon_client_text_line_set_breakable (SALON_CLIENT_TEXT_LINE (self->email), LEAST_EMAIL_CHARS);
  salon_client_text_line_set_link (SALON_CLIENT_TEXT_LINE (self->email), GTK_PACK_START, "salon-mail-symbolic",
                                   _("Write an e-mail"), "mailto:");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), salon_client_name_edit_new (model));
  gtk_box_append (GTK_BOX (box), build_chips (self));
  gtk_box_append (GTK_BOX (box), self->phones);
  gtk_box_append (GTK_BOX (box), self->email);
  gtk_box_append (GTK_BOX (box), salon_client_tags_new (model));
  return box;
}

static void
build (SalonClientHead *self, SalonClientModel *model)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);

  gtk_box_append (GTK_BOX (top), salon_client_photo_edit_new (model));
  gtk_box_append (GTK_BOX (top), build_texts (self, model));
  self->alert = salon_client_text_line_new (model, "alert", _("Alert"), _("Allergies and whatever must not be forgotten"), FALSE,
                                            SALON_CLIENT_VERB_NOTES);
  salon_client_line_set_plain (SALON_CLIENT_LINE (self->alert), "salon-alert-symbolic");
  gtk_widget_add_css_class (self->alert, "salon-client-alert");
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_parent (self->alert, GTK_WIDGET (self));
}

/**
 * salon_client_head_new:
 *
 * Returns: (transfer floating): the top of the card of the client of @model
 */
GtkWidget *
salon_client_head_new (SalonClientModel *model)
{
  SalonClientHead *self = g_object_new (SALON_TYPE_CLIENT_HEAD, NULL);

  self->model = g_object_ref (model);
  build (self, model);
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  on_loaded (model, self);
  return GTK_WIDGET (self);
}

/**
 * salon_client_head_get_email:
 *
 * Returns: (transfer none): the line of the e-mail
 */
SalonClientLine *
salon_client_head_get_email (SalonClientHead *self)
{
  return SALON_CLIENT_LINE (self->email);
}

/**
 * salon_client_head_get_alert:
 *
 * Returns: (transfer none): the line of the alert
 */
SalonClientLine *
salon_client_head_get_alert (SalonClientHead *self)
{
  return SALON_CLIENT_LINE (self->alert);
}

/**
 * salon_client_head_get_phones:
 *
 * Returns: (transfer none): the #SalonClientPhones
 */
GtkWidget *
salon_client_head_get_phones (SalonClientHead *self)
{
  return self->phones;
}

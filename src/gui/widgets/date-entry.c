/* A field for a day: written as people write days ("24.11", "tomorrow" is not understood, "24 Nov" is), or picked
 * in the calendar beside it.  Its value is a SalonDay. */
#include "config.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/build.h"
#include <glib/gi18n-lib.h>

struct _SalonDateEntry {
  SalonValueEntry parent_instance;

  SalonDay today;
  GtkMenuButton *button;
  GtkCalendar *calendar;
  gboolean setting; /* the calendar is being set by the program */
};

G_DEFINE_FINAL_TYPE (SalonDateEntry, salon_date_entry, SALON_TYPE_VALUE_ENTRY)

static gboolean
salon_date_entry_parse (SalonValueEntry *entry, const char *text, gint64 *value, GError **error)
{
  SalonDateEntry *self = SALON_DATE_ENTRY (entry);
  SalonDay day;

  if (self->today != SALON_DAY_NONE ? !salon_day_parse_near (text, self->today, &day, error)
                                    : !salon_day_parse (text, &day, error))
    return FALSE;
  *value = day;
  return TRUE;
}

static char *
salon_date_entry_format (SalonValueEntry *entry, gint64 value)
{
  return salon_day_format ((SalonDay) value);
}

static void
on_day_selected (GtkCalendar *calendar, SalonDateEntry *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);

  if (self->setting)
    return;
  salon_value_entry_set_value (SALON_VALUE_ENTRY (self),
                               salon_day_from_ymd (g_date_time_get_year (date), g_date_time_get_month (date),
                                                   g_date_time_get_day_of_month (date)));
  gtk_menu_button_popdown (self->button);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The calendar opens at the day of the field, else at today. */
static void
on_popover_show (GtkPopover *popover, SalonDateEntry *self)
{
  gint64 value = salon_value_entry_get_value (SALON_VALUE_ENTRY (self));
  SalonDay day = value != SALON_VALUE_NONE ? (SalonDay) value : self->today;
  g_autoptr (GDateTime) date = NULL;
  int year;
  int month;
  int mday;

  if (day == SALON_DAY_NONE)
    return;
  salon_day_to_ymd (day, &year, &month, &mday);
  date = g_date_time_new_utc (year, month, mday, 12, 0, 0);
  self->setting = TRUE;
  if (date != NULL)
    gtk_calendar_select_day (self->calendar, date);
  self->setting = FALSE;
}

static void
salon_date_entry_class_init (SalonDateEntryClass *klass)
{
  SALON_VALUE_ENTRY_CLASS (klass)->parse = salon_date_entry_parse;
  SALON_VALUE_ENTRY_CLASS (klass)->format = salon_date_entry_format;
}

static void
salon_date_entry_init (SalonDateEntry *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkEntry *entry = salon_value_entry_get_entry (SALON_VALUE_ENTRY (self));

  self->today = SALON_DAY_NONE;
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "salon-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  salon_set_tooltip (GTK_WIDGET (self->button), _("Choose in the calendar"));
  salon_set_accessible_label (self->button, _("Choose in the calendar"));
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  g_signal_connect (popover, "show", G_CALLBACK (on_popover_show), self);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  salon_value_entry_add_suffix (SALON_VALUE_ENTRY (self), GTK_WIDGET (self->button));
}

/**
 * salon_date_entry_new:
 * @today: decides the year of a day written without one; %SALON_DAY_NONE asks for the year
 */
GtkWidget *
salon_date_entry_new (SalonDay today)
{
  SalonDateEntry *self = g_object_new (SALON_TYPE_DATE_ENTRY, NULL);

  self->today = today;
  return GTK_WIDGET (self);
}

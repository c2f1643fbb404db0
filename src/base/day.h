#pragma once
/* Civil days and wall minutes.  A day is the number of days since 1970-01-01; it has no time zone. */
#include <glib.h>

G_BEGIN_DECLS

typedef gint32 SalonDay;

#define SALON_DAY_NONE      G_MININT32
#define SALON_DAY_MIN       (-141427) /* 1582-10-15 */
#define SALON_DAY_MAX       2932896   /* 9999-12-31 */
#define SALON_MINUTES_A_DAY 1440
#define SALON_MINUTE_MAX    1560 /* 26:00, the latest end of a shift over midnight */

SalonDay salon_day_from_ymd (int year, int month, int mday);
void salon_day_to_ymd (SalonDay day, int *year, int *month, int *mday);
int salon_day_weekday (SalonDay day); /* 1 = Monday … 7 = Sunday */
int salon_day_days_in_month (int year, int month);
SalonDay salon_day_add_months (SalonDay day, int months);
SalonDay salon_day_first_of_month (SalonDay day);
gboolean salon_day_parse (const char *text, SalonDay *day, GError **error);
gboolean salon_day_parse_near (const char *text, SalonDay today, SalonDay *day, GError **error);
gboolean salon_minute_parse (const char *text, int *minute, GError **error);
char *salon_day_format (SalonDay day);
char *salon_day_format_weekday (SalonDay day);
char *salon_day_format_short (SalonDay day);
char *salon_day_format_without_year (SalonDay day);
char *salon_day_format_relative (SalonDay day, SalonDay today);
char *salon_day_format_month (SalonDay day);
char *salon_day_format_iso (SalonDay day);
char *salon_minute_format (int minute);
char *salon_duration_format (int minutes);
const char *salon_month_name (int month);
const char *salon_weekday_name (int weekday);
const char *salon_weekday_short_name (int weekday);
int salon_first_weekday (void);
guint salon_weekend (void);

G_END_DECLS

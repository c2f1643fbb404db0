#pragma once
/* A new salon in one step: its name, hours, people and services from the ready catalogue. */
#include "model/services/settings.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSetupRequest:
 * @settings: name, country, currency, phone, VAT, language
 * @owner: name of the first user
 * @employees: (nullable) (array zero-terminated=1): names
 * @chapters: (nullable) (array zero-terminated=1): keys of the catalogue's categories
 * @open: by weekday from Monday: whether the salon is open
 * @from_min: minute of the day
 * @to_min: minute of the day
 */
typedef struct {
  SalonSettings *settings;
  char *owner;
  GStrv employees;
  GStrv chapters;
  gboolean open[7];
  int from_min;
  int to_min;
} SalonSetupRequest;

/* A chapter of the ready catalogue, in the asked language. */
typedef struct {
  char *key;
  char *name;
  guint n_services;
} SalonSetupChapter;

void salon_setup_chapter_free (SalonSetupChapter *self);
GPtrArray *salon_setup_chapters (const char *language);

SalonSetupRequest *salon_setup_request_new (SalonSettings *settings);
void salon_setup_request_free (SalonSetupRequest *self);
gboolean salon_setup (SalonTx *tx, const SalonSetupRequest *request, gint64 *id, GError **error);

extern const SalonCommand salon_command_setup;

G_END_DECLS

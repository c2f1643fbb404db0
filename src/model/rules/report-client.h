#pragma once
/* What reports group clients by: their attributes on the report's last day, each a number.  Loaded once a report. */
#include "model/rules/birth.h"
#include "model/rules/status.h"

G_BEGIN_DECLS

/**
 * SalonReportClient:
 * @source_id: 0 = not said
 * @gender: SalonGender
 * @status: of the report's last day
 * @importance: 1 = A, 2 = B, 3 = C, 0 = none: of today, where it was asked for
 * @first_day: of her first counted visit, %SALON_DAY_NONE = never came
 * @last_day: of the last one up to the report's last day
 * @visits: counted days up to the report's last day
 * @added: the day on which her card was made
 * @first_employee_id: who served her first, of the visits up to the report's last day
 */
typedef struct {
  gint64 id;
  gint64 source_id;
  gint64 referred_by_id;
  int gender;
  SalonBirth birth;
  SalonStatus status;
  int importance;
  SalonDay first_day;
  SalonDay last_day;
  guint visits;
  SalonDay added;
  gint64 first_employee_id;
  gboolean archived;
  gboolean fits; /* the filter of the report */
} SalonReportClient;

typedef struct _SalonReportClients SalonReportClients;

SalonReportClients *salon_report_clients_new (SalonDay until, const SalonStatusParams *params);
void salon_report_clients_free (SalonReportClients *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportClients, salon_report_clients_free)

SalonReportClient *salon_report_clients_add (SalonReportClients *self, gint64 id);
void salon_report_clients_add_merged (SalonReportClients *self, gint64 id, gint64 into);
void salon_report_clients_add_visit (SalonReportClients *self, gint64 id, SalonDay day);
void salon_report_clients_seal (SalonReportClients *self);
void salon_report_clients_narrow (SalonReportClients *self, const GArray *ids);
void salon_report_clients_set_first_employee (SalonReportClients *self, gint64 id, SalonDay day, gint64 employee_id);
void salon_report_clients_set_importance (SalonReportClients *self, gint64 id, int importance);

guint salon_report_clients_n (const SalonReportClients *self);
const SalonReportClient *salon_report_clients_get (const SalonReportClients *self, guint index);
const SalonReportClient *salon_report_clients_find (const SalonReportClients *self, gint64 id);
guint salon_report_clients_index (const SalonReportClients *self, const SalonReportClient *client);
const SalonDay *salon_report_clients_days (const SalonReportClients *self, const SalonReportClient *client, guint *n);
const SalonStatusParams *salon_report_clients_params (const SalonReportClients *self);
SalonDay salon_report_clients_until (const SalonReportClients *self);
int salon_report_client_age_group (const SalonReportClient *self, SalonDay day);
const char *salon_report_age_group_label (int group);

G_END_DECLS

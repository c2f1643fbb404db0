#pragma once
/* A value of the log as it is shown: dates, money and names instead of numbers. */
#include "model/entities/entity.h"
#include "model/services/settings.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* Looks names up once for a whole log. */
typedef struct _SalonLogNames SalonLogNames;

SalonLogNames *salon_log_names_new (SalonTx *tx, const SalonSettings *settings);
void salon_log_names_free (SalonLogNames *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLogNames, salon_log_names_free)

const char *salon_log_names_get (SalonLogNames *self, const char *entity, gint64 id);
char *salon_log_name_of (gpointer entity);
char *salon_log_value (SalonLogNames *self, SalonEntity *entity, const SalonField *field);

G_END_DECLS

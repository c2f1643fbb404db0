#pragma once
/* The salon's own settings: they lie in the database and so in its backup. */
#include "base/money.h"
#include "model/entities/actor.h"
#include "model/entities/enums.h"
#include "model/entities/rfm.h"
#include "model/rules/overlap.h"
#include "model/rules/status.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

#define SALON_SETTING_LOGO "salon.logo"

/**
 * SalonSettings: a value; every text is owned
 */
typedef struct {
  char *name;        /* of the salon */
  char *country;     /* ISO 3166, two letters: default of phones */
  char *currency;    /* ISO 4217 */
  char *phone;
  char *logo;        /* sha256 of its picture (SalonCardPicture); "" = none; not saved with the others: see salon-logo.h */
  char *language;    /* of the salon's texts: en, ru, lv */
  gboolean vat_payer;
  int vat_bp;        /* basis points */
  int cash_step;     /* minor units: the smallest coin, to which cash is rounded; 0 = not at all */
  int step_min;      /* the desk offers times in these steps */
  int late_min;      /* so long after the beginning a client who has not come is late */
  int most_waiting_min; /* so long a client may wait between two services of one visit, all in all */
  SalonBufferRule buffers;
  SalonStatusParams status;
  int cash_difference_limit; /* minor units: a larger difference of the drawer must be explained */
  int export_keep_days; /* how long files that were exported are kept */
  SalonRfmLimits rfm;
  int bonus_earn_bp;   /* of what is paid with money; 0 = no bonus */
  int bonus_share_bp;  /* so much of a bill may be paid by bonus */
  int bonus_days;      /* so long it can be used; 0 = without end */
  int certificate_days; /* so long a gift certificate can be used; 0 = without end */
  int manual_limit_bp[SALON_ROLE_LAST]; /* by role, from the owner on: so much may be taken off by hand */
} SalonSettings;

SalonSettings *salon_settings_new (void);
SalonSettings *salon_settings_copy (const SalonSettings *self);
void salon_settings_free (SalonSettings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSettings, salon_settings_free)

const SalonCurrency *salon_settings_currency (const SalonSettings *self);
int salon_settings_manual_limit (const SalonSettings *self, const SalonActor *actor);
SalonSettings *salon_settings_load (SalonTx *tx, gconstpointer nothing, GError **error);
gboolean salon_settings_save (SalonTx *tx, const SalonSettings *settings, gint64 *id, GError **error);

extern const SalonQuery salon_query_settings;
extern const SalonCommand salon_command_settings_save;

G_END_DECLS

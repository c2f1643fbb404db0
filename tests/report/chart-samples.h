#pragma once
/* Charts with the figures of a salon that works, one of each kind and more, in the three languages. */
#include "report/chart.h"

G_BEGIN_DECLS

typedef enum { SAMPLE_ENGLISH, SAMPLE_RUSSIAN, SAMPLE_LATVIAN, SAMPLE_N_LANGUAGES } SampleLanguage;

guint sample_n_charts (void);
const char *sample_name (guint sample);
SalonChart *sample_chart (guint sample, SampleLanguage language);

G_END_DECLS

#pragma once
/* What the tests of cards share: designs, names, and a reader of codes that is not ours. */
#include "card/sheet.h"

G_BEGIN_DECLS

#define CARD_FIXTURE_N_DESIGNS 20

SalonCardDesign *card_fixture_shipped (const char *id);
SalonCardDesign *card_fixture_design (guint n);
char *card_fixture_name (GRand *rand, const char *language, int length);
cairo_surface_t *card_fixture_photo (int width, int height);
char *card_fixture_number (GRand *rand, SalonCardCode code);
gboolean card_fixture_is_full (void);
char *card_fixture_run (const char *command, ...) G_GNUC_PRINTF (1, 2);
char *card_fixture_write (const char *name, GBytes *file);

G_END_DECLS

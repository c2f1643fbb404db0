#pragma once
/* What the tests of whole pages share: places in forms, typing into them, pressing buttons. */
#include "gui/widgets/form-field.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

SalonFormField *ui_find_field (GtkWidget *root, const char *name);
void ui_type_field (GtkWidget *root, const char *name, const char *text);
GtkWidget *ui_find_button (GtkWidget *root, const char *label);
void ui_press_button (GtkWidget *root, const char *label);

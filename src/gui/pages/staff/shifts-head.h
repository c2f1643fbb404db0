#pragma once
/* The line above the month of shifts: which month, and what can be done besides painting. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_shifts_head_new (GtkLabel **month, GtkWidget **tools);

G_END_DECLS

#pragma once
/* A line of a list of master data that opens to the form of its thing. */
#include "gui/parts/entity-form.h"
#include "gui/parts/order-row.h"

G_BEGIN_DECLS

/**
 * SalonEntityKind: how things of one type are listed and edited
 * @title: English heading of the list
 * @add: English: "Add a room"
 * @empty: English: what to do while there is none
 * @asks: (array length=n_asks): the questions of the form
 * @create: (nullable) (transfer full): a new one with its first values, %NULL if it has none; @n is how many there are
 * @name: (nullable) (transfer full): what a line says; without it, the name
 * @detail: (nullable) (transfer full): what it says at its end
 * @ordered: whether the order can be changed by hand
 */
typedef struct {
  GType (*type) (void);
  const char *title;
  const char *add;
  const char *empty;
  const SalonAsk *asks;
  guint n_asks;
  gpointer (*create) (guint n, gint64 owner);
  char *(*name) (gpointer entity);
  char *(*detail) (gpointer entity, SalonDirectory *directory);
  gboolean ordered;
} SalonEntityKind;

#define SALON_TYPE_ENTITY_ROW (salon_entity_row_get_type ())
G_DECLARE_FINAL_TYPE (SalonEntityRow, salon_entity_row, SALON, ENTITY_ROW, SalonOrderRow)

GtkWidget *salon_entity_row_new (SalonSession *session, const SalonEntityKind *kind);
void salon_entity_row_set_entity (SalonEntityRow *self, gpointer entity);
void salon_entity_row_start (SalonEntityRow *self, gpointer initial);
void salon_entity_row_set_open (SalonEntityRow *self, gboolean open);
gboolean salon_entity_row_is_open (SalonEntityRow *self);
void salon_entity_row_set_editable (SalonEntityRow *self, gboolean editable);

G_END_DECLS

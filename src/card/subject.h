#pragma once
/* What a card is made for: the texts of its fields, its number and its pictures. */
#include <cairo.h>

#include "card/code.h"
#include "card/design.h"

G_BEGIN_DECLS

/**
 * SalonCardField:
 * @name: as it stands in a text of a design, between braces
 * @label: translatable English
 */
typedef struct {
  const char *name;
  const char *label;
} SalonCardField;

const SalonCardField *salon_card_fields (guint *n);

/* Texts may be set while nobody draws; not for several threads at once. */
typedef struct _SalonCardSubject SalonCardSubject;

SalonCardSubject *salon_card_subject_new (void);
SalonCardSubject *salon_card_subject_new_sample (void);
void salon_card_subject_free (SalonCardSubject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardSubject, salon_card_subject_free)

void salon_card_subject_set (SalonCardSubject *self, const char *field, const char *value);
const char *salon_card_subject_get (const SalonCardSubject *self, const char *field);
void salon_card_subject_set_code (SalonCardSubject *self, SalonCardCode code);
SalonCardCode salon_card_subject_code (const SalonCardSubject *self);
void salon_card_subject_set_photo (SalonCardSubject *self, cairo_surface_t *photo);
cairo_surface_t *salon_card_subject_photo (const SalonCardSubject *self);
void salon_card_subject_set_logo (SalonCardSubject *self, cairo_surface_t *logo);
cairo_surface_t *salon_card_subject_logo (const SalonCardSubject *self);
void salon_card_subject_set_picture (SalonCardSubject *self, const char *name, cairo_surface_t *picture);
cairo_surface_t *salon_card_subject_picture (const SalonCardSubject *self, const char *name);

char *salon_card_subject_fill_in (const SalonCardSubject *self, const char *text);
char *salon_card_unknown_field (const char *text);
char *salon_card_subject_initials (const SalonCardSubject *self);

G_END_DECLS

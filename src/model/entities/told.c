/* How what is told goes away. */
#include "model/entities/told.h"

/**
 * salon_told_contact_free: frees one
 */
void
salon_told_contact_free (SalonToldContact *self)
{
  g_free (self->text);
  g_free (self->recording);
  g_free (self->who);
  g_free (self);
}

/**
 * salon_told_mark_free: frees one
 */
void
salon_told_mark_free (SalonToldMark *self)
{
  g_free (self->text);
  g_free (self->resolution);
  g_free (self->about);
  g_free (self->by);
  g_free (self->resolved_by);
  g_free (self->services);
  g_free (self);
}

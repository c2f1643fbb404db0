/* The parts of the panel's answer and how they go away. */
#include "model/services/client-panel.h"

/**
 * salon_named_free: frees one
 */
void
salon_named_free (SalonNamed *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * salon_timeline_visit_free: frees one
 */
void
salon_timeline_visit_free (SalonTimelineVisit *self)
{
  g_free (self->services);
  g_free (self->employees);
  g_free (self->rooms);
  g_free (self->note);
  g_free (self);
}

/**
 * salon_log_entry_free: frees one
 */
void
salon_log_entry_free (SalonLogEntry *self)
{
  g_free (self->user);
  g_free (self->what);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * salon_client_panel_free: frees an answer, also one that was only half made
 */
void
salon_client_panel_free (SalonClientPanel *self)
{
  g_clear_object (&self->client);
  g_free (self->name);
  g_clear_pointer (&self->phones, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  g_clear_pointer (&self->categories, g_ptr_array_unref);
  g_clear_pointer (&self->custom_fields, g_ptr_array_unref);
  g_clear_pointer (&self->custom_values, g_hash_table_unref);
  g_clear_pointer (&self->thumb, g_bytes_unref);
  g_clear_pointer (&self->view, g_bytes_unref);
  g_free (self->source);
  g_free (self->referred_by);
  g_clear_pointer (&self->next, salon_timeline_visit_free);
  g_clear_pointer (&self->masters, g_ptr_array_unref);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->zones, g_ptr_array_unref);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->consents, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_panel_request_new:
 * @id: of the client
 * @as_of: SalonDay of the status; %SALON_DAY_NONE = today
 *
 * Returns: (transfer full): a request; free with g_free()
 */
SalonPanelRequest *
salon_panel_request_new (gint64 id, gint64 as_of)
{
  SalonPanelRequest *self = g_new0 (SalonPanelRequest, 1);

  self->id = id;
  self->as_of = as_of;
  return self;
}

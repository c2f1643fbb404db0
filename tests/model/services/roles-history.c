/* Calls, notes, marks and consents of Irina, hers and those of others. */
#include "roles-history.h"

#include "model/entities/client-consent.h"
#include "model/entities/contact.h"
#include "model/entities/quality-mark.h"
#include "model/services/catalogue.h"
#include "model/services/contacts.h"

static SalonContact *
contact_of (SmallSalon *s, SalonContactKind kind)
{
  SalonContact *contact = salon_contact_new ();

  contact->client_id = s->irina;
  contact->kind = kind;
  contact->text = g_strdup ("asked about Friday");
  return contact;
}

gpointer
roles_new_call (SmallSalon *s)
{
  return salon_entity_draft_new (NULL, contact_of (s, SALON_CONTACT_CALL_IN));
}

gpointer
roles_new_note (SmallSalon *s)
{
  return salon_entity_draft_new (NULL, contact_of (s, SALON_CONTACT_NOTE));
}

/* Noted by nobody who works here. */
static gint64
old_contact (SmallSalon *s, SalonContactKind kind)
{
  SalonContact *contact = contact_of (s, kind);

  contact->at = 1;
  return salon_fixture_insert (s->salon, contact);
}

gpointer
roles_other_note (SmallSalon *s)
{
  return salon_id_request_new (old_contact (s, SALON_CONTACT_NOTE));
}

gpointer
roles_old_call (SmallSalon *s)
{
  return salon_id_request_new (old_contact (s, SALON_CONTACT_CALL_OUT));
}

static SalonQualityMark *
complaint (SmallSalon *s)
{
  SalonQualityMark *mark = salon_quality_mark_new ();

  mark->client_id = s->irina;
  mark->complaint = TRUE;
  mark->at = 1;
  return mark;
}

gpointer
roles_new_mark (SmallSalon *s)
{
  return salon_entity_draft_new (NULL, complaint (s));
}

gpointer
roles_old_mark (SmallSalon *s)
{
  return salon_id_request_new (salon_fixture_insert (s->salon, complaint (s)));
}

gpointer
roles_open_complaint (SmallSalon *s)
{
  return salon_resolve_request_new (salon_fixture_insert (s->salon, complaint (s)), NULL, FALSE);
}

static SalonClientConsent *
consent (SmallSalon *s)
{
  SalonClientConsent *consent = salon_client_consent_new ();

  consent->client_id = s->irina;
  consent->kind = SALON_CONSENT_PHOTOS;
  consent->given_day = TODAY;
  return consent;
}

gpointer
roles_new_consent (SmallSalon *s)
{
  return salon_entity_draft_new (NULL, consent (s));
}

gpointer
roles_old_consent (SmallSalon *s)
{
  return salon_id_request_new (salon_fixture_insert (s->salon, consent (s)));
}

gpointer
roles_ring (SmallSalon *s)
{
  return salon_callers_request_new ("+37129123456");
}

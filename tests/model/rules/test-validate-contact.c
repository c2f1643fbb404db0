/* Which contacts, marks and consents can be kept, and what a recording may be. */
#include "base/error.h"
#include "model/rules/labels.h"
#include "model/rules/recording.h"
#include "model/rules/validate-contact.h"

#include <string.h>

#define NOW   G_GINT64_CONSTANT (1750053600000000)
#define TODAY 20255
#define MINUTE_US G_GINT64_CONSTANT (60000000)

static void
assert_verdict (gboolean ok, const GError *error, const char *field, const char *what)
{
  if (ok != (field == NULL))
    g_error ("%s: %s", what, error != NULL ? error->message : "allowed");
  if (field == NULL)
    return;
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static const struct {
  gint64 kind, outcome, at, seconds;
  const char *text, *recording, *field;
} contacts[] = {
  { SALON_CONTACT_CALL_IN, 0, NOW, 0, NULL, NULL, NULL },
  { SALON_CONTACT_CALL_IN, SALON_OUTCOME_BOOKED, NOW, 95, "wants balayage", "/calls/1.ogg", NULL },
  { SALON_CONTACT_CALL_OUT, SALON_OUTCOME_NO_ANSWER, NOW, 0, NULL, NULL, NULL },
  { SALON_CONTACT_CALL_IN, SALON_OUTCOME_NO_ANSWER, NOW, 0, NULL, NULL, "outcome" },
  { SALON_CONTACT_CALL_IN, SALON_OUTCOME_BUSY, NOW, 0, NULL, NULL, "outcome" },
  { SALON_CONTACT_NOTE, SALON_OUTCOME_REACHED, NOW, 0, "x", NULL, "outcome" },
  { SALON_CONTACT_CALL_OUT, 9, NOW, 0, NULL, NULL, "outcome" },
  { SALON_CONTACT_CALL_OUT, -1, NOW, 0, NULL, NULL, "outcome" },
  { SALON_CONTACT_CALL_OUT, G_MAXINT64, NOW, 0, NULL, NULL, "outcome" },
  { 0, 0, NOW, 0, "x", NULL, "kind" },
  { 7, 0, NOW, 0, "x", NULL, "kind" },
  { G_MININT64, 0, NOW, 0, "x", NULL, "kind" },
  { SALON_CONTACT_NOTE, 0, NOW, 0, "likes tea", NULL, NULL },
  { SALON_CONTACT_NOTE, 0, NOW, 0, NULL, NULL, "text" },
  { SALON_CONTACT_NOTE, 0, NOW, 0, "", NULL, "text" },
  { SALON_CONTACT_MESSAGE_IN, 0, NOW, 0, NULL, NULL, "text" },
  { SALON_CONTACT_MESSAGE_OUT, SALON_OUTCOME_BOOKED, NOW, 0, NULL, NULL, NULL },
  { SALON_CONTACT_IN_PERSON, 0, NOW, 0, NULL, NULL, "text" },
  { SALON_CONTACT_CALL_IN, 0, 0, 0, NULL, NULL, "at" },
  { SALON_CONTACT_CALL_IN, 0, -5, 0, NULL, NULL, "at" },
  { SALON_CONTACT_CALL_IN, 0, NOW + 10 * MINUTE_US, 0, NULL, NULL, NULL },
  { SALON_CONTACT_CALL_IN, 0, NOW + 11 * MINUTE_US, 0, NULL, NULL, "at" },
  { SALON_CONTACT_CALL_IN, 0, G_MAXINT64, 0, NULL, NULL, "at" },
  { SALON_CONTACT_CALL_IN, 0, NOW, 86400, NULL, NULL, NULL },
  { SALON_CONTACT_CALL_IN, 0, NOW, 86401, NULL, NULL, "seconds" },
  { SALON_CONTACT_CALL_IN, 0, NOW, -1, NULL, NULL, "seconds" },
  { SALON_CONTACT_NOTE, 0, NOW, 60, "x", NULL, "seconds" },
  { SALON_CONTACT_CALL_IN, 0, NOW, 0, NULL, "javascript:alert(1)", "recording" },
  { SALON_CONTACT_CALL_IN, 0, NOW, 0, "bad \xff text", NULL, "text" },
};

static void
test_contacts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (contacts); i++) {
    g_autoptr (SalonContact) contact = salon_contact_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *what = g_strdup_printf ("row %u", i);
    gboolean ok = FALSE;

    contact->client_id = 1;
    contact->kind = contacts[i].kind;
    contact->outcome = contacts[i].outcome;
    contact->at = contacts[i].at;
    contact->seconds = contacts[i].seconds;
    contact->text = g_strdup (contacts[i].text);
    contact->recording = g_strdup (contacts[i].recording);
    ok = salon_validate_contact (contact, NOW, &error);
    assert_verdict (ok, error, contacts[i].field, what);
  }
}

static void
test_long_text (void)
{
  g_autoptr (SalonContact) contact = salon_contact_new ();
  g_autoptr (GError) error = NULL;

  contact->client_id = 1;
  contact->kind = SALON_CONTACT_NOTE;
  contact->at = NOW;
  contact->text = g_strnfill (10000, 'x');
  g_assert_true (salon_validate_contact (contact, NOW, NULL));
  g_free (contact->text);
  contact->text = g_strnfill (10001, 'x');
  g_assert_false (salon_validate_contact (contact, NOW, &error));
  assert_verdict (FALSE, error, "text", "10001 characters");
}

/* Every kind has a name; every outcome of a kind, too; a note ends nowhere. */
static void
test_labels (void)
{
  for (gint64 kind = -1; kind <= SALON_CONTACT_KIND_LAST + 1; kind++) {
    gboolean known = kind >= SALON_CONTACT_KIND_FIRST && kind <= SALON_CONTACT_KIND_LAST;

    g_assert_true ((salon_contact_kind_label (kind) != NULL) == known);
    for (gint64 outcome = 1; outcome <= SALON_OUTCOME_LAST; outcome++)
      if ((salon_contact_outcomes (kind) & SALON_OUTCOME_BIT (outcome)) != 0)
        g_assert_nonnull (salon_outcome_label (outcome));
    g_assert_cmpuint (salon_contact_outcomes (kind) >> (SALON_OUTCOME_LAST + 1), ==, 0);
  }
  g_assert_cmpuint (salon_contact_outcomes (SALON_CONTACT_NOTE), ==, 0);
  g_assert_null (salon_outcome_label (SALON_OUTCOME_NONE));
  g_assert_null (salon_outcome_label (SALON_OUTCOME_LAST + 1));
  g_assert_null (salon_consent_label (0));
  for (gint64 kind = SALON_CONSENT_FIRST; kind <= SALON_CONSENT_LAST; kind++)
    g_assert_nonnull (salon_consent_label (kind));
}

static const struct {
  const char *text;
  const char *uri; /* NULL = refused */
  const char *path;
} recordings[] = {
  { "/calls/1.ogg", "file:///calls/1.ogg", "/calls/1.ogg" },
  { "/calls/Irina K.ogg", "file:///calls/Irina%20K.ogg", "/calls/Irina K.ogg" },
  { "/zvani/Kalniņa.ogg", "file:///zvani/Kalni%C5%86a.ogg", "/zvani/Kalniņa.ogg" },
  { "file:///calls/1.ogg", "file:///calls/1.ogg", "/calls/1.ogg" },
  { "https://pbx.example/r/1", "https://pbx.example/r/1", NULL },
  { "http://10.0.0.7/r?id=1&x=2", "http://10.0.0.7/r?id=1&x=2", NULL },
  { "HTTPS://pbx.example/r/1", "HTTPS://pbx.example/r/1", NULL },
  { "calls/1.ogg", NULL, NULL },
  { "https://", NULL, NULL },
  { "https:/x", NULL, NULL },
  { "ftp://pbx.example/1.ogg", NULL, NULL },
  { "javascript:alert(1)", NULL, NULL },
  { "smb://server/share", NULL, NULL },
  { "file:relative", NULL, NULL },
  { "--help", NULL, NULL },
  { "/calls/\n1.ogg", NULL, NULL },
  { "/calls/\xff.ogg", NULL, NULL },
  { "", NULL, NULL },
};

static void
test_recordings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (recordings); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *uri = salon_recording_uri (recordings[i].text, &error);
    g_autofree char *path = uri != NULL ? salon_recording_path (recordings[i].text) : NULL;

    assert_verdict (uri != NULL, error, recordings[i].uri != NULL ? NULL : "recording", recordings[i].text);
    g_assert_cmpstr (uri, ==, recordings[i].uri);
    g_assert_cmpstr (path, ==, recordings[i].path);
  }
}

static const struct {
  gint64 mark, complaint, visit, contact, resolved_at;
  const char *field;
} marks[] = {
  { 5, 0, 1, 0, 0, NULL },
  { 1, 1, 0, 1, 0, NULL },
  { 0, 1, 0, 0, 0, NULL },
  { 0, 1, 0, 0, NOW, NULL },
  { 0, 0, 1, 0, 0, "mark" },
  { 6, 0, 1, 0, 0, "mark" },
  { -1, 1, 1, 0, 0, "mark" },
  { G_MAXINT64, 0, 1, 0, 0, "mark" },
  { 3, 2, 1, 0, 0, "complaint" },
  { 3, -1, 1, 0, 0, "complaint" },
  { 3, 0, 1, 1, 0, "visit_id" },
  { 3, 0, 0, 0, NOW, "complaint" },
};

static void
test_marks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++) {
    g_autoptr (SalonQualityMark) mark = salon_quality_mark_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *what = g_strdup_printf ("row %u", i);
    gboolean ok = FALSE;

    mark->client_id = 1;
    mark->mark = marks[i].mark;
    mark->complaint = marks[i].complaint;
    mark->visit_id = marks[i].visit;
    mark->contact_id = marks[i].contact;
    mark->resolved_at = marks[i].resolved_at;
    mark->at = NOW;
    ok = salon_validate_quality_mark (mark, &error);
    assert_verdict (ok, error, marks[i].field, what);
  }
}

static const struct {
  gint64 kind, given, withdrawn;
  const char *field;
} consents[] = {
  { SALON_CONSENT_MARKETING, TODAY, 0, NULL },
  { SALON_CONSENT_MARKETING, TODAY - 30, TODAY, NULL },
  { SALON_CONSENT_MARKETING, TODAY, TODAY, NULL },
  { 0, TODAY, 0, "kind" },
  { 5, TODAY, 0, "kind" },
  { SALON_CONSENT_PHOTOS, TODAY + 1, 0, "given_day" },
  { SALON_CONSENT_PHOTOS, 0, 0, "given_day" },
  { SALON_CONSENT_PHOTOS, -40000, 0, "given_day" },
  { SALON_CONSENT_PHOTOS, TODAY, TODAY - 1, "withdrawn_day" },
  { SALON_CONSENT_PHOTOS, TODAY, -1, "withdrawn_day" },
  { SALON_CONSENT_PHOTOS, TODAY, TODAY + 1, "withdrawn_day" },
};

static void
test_consents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (consents); i++) {
    g_autoptr (SalonClientConsent) consent = salon_client_consent_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *what = g_strdup_printf ("row %u", i);
    gboolean ok = FALSE;

    consent->client_id = 1;
    consent->kind = consents[i].kind;
    consent->given_day = consents[i].given;
    consent->withdrawn_day = consents[i].withdrawn;
    ok = salon_validate_client_consent (consent, TODAY, &error);
    assert_verdict (ok, error, consents[i].field, what);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate-contact/contacts", test_contacts);
  g_test_add_func ("/validate-contact/long-text", test_long_text);
  g_test_add_func ("/validate-contact/labels", test_labels);
  g_test_add_func ("/validate-contact/recordings", test_recordings);
  g_test_add_func ("/validate-contact/marks", test_marks);
  g_test_add_func ("/validate-contact/consents", test_consents);
  return g_test_run ();
}

/* Pictures of a design are decoded in a process of their own, so they come a moment later than the design; until then their
 * places are empty.  Each is decoded once for as long as the sample lives. */
#include "config.h"
#include "gui/parts/card-sample.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "base/image-decode.h"
#include "card/pictures.h"
#include "gui/parts/directory.h"
#include "gui/parts/question.h"
#include "model/services/card-designs.h"
#include "model/services/client-panel.h"

#define PHOTO_SIDE 240

struct _SalonCardSample {
  GObject parent_instance;

  SalonSession *session;
  SalonDirectory *directory; /* not owned */
  SalonCardSubject *subject;
  SalonCardSampleKind kind; /* 0 = a client */
  gint64 client;
  SalonQuestion question;
  SalonQuestion logo_question;
  char *logo_name; /* which one was asked for */
  cairo_surface_t *logo;
  GHashTable *pictures; /* GBytes → cairo_surface_t; NULL = cannot be read */
  SalonCardDesign *design; /* whose pictures are wanted */
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonCardSample, salon_card_sample, G_TYPE_OBJECT)

/* Names of people are not translated: these are for seeing whether letters fit and are there in the font. */
static const struct {
  const char *label;
  const char *first_name;
  const char *surname;
} samples[] = {
  [SALON_CARD_SAMPLE_USUAL] = { N_("A usual name, with a photo"), NULL, NULL },
  [SALON_CARD_SAMPLE_LONG] = { N_("A long name, without a photo"), "Alexandra-Christina", "Montgomery-Fitzwilliam" },
  [SALON_CARD_SAMPLE_RUSSIAN] = { N_("A Russian name"), "Екатерина", "Воскресенская" },
  [SALON_CARD_SAMPLE_LATVIAN] = { N_("A Latvian name"), "Ģertrūde", "Šķiņķe-Āboliņa" },
  [SALON_CARD_SAMPLE_BLANK] = { N_("Nobody: a card of a batch"), "", "" },
};

/* ---- the subject */

static void
dress_with_pictures (SalonCardSample *self)
{
  g_auto (GStrv) names = self->design != NULL ? salon_card_design_pictures (self->design) : NULL;

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    cairo_surface_t *surface = g_hash_table_lookup (self->pictures, salon_card_design_picture (self->design, names[i]));

    if (surface != NULL)
      salon_card_subject_set_picture (self->subject, names[i], surface);
  }
}

static void
on_logo (gpointer owner, gpointer answer, const GError *error)
{
  SalonCardSample *self = owner;
  g_autoptr (SalonCardPicture) picture = answer;

  g_clear_pointer (&self->logo, cairo_surface_destroy);
  if (picture != NULL)
    self->logo = salon_card_picture_from_clean (picture->bytes, NULL);
  salon_card_subject_set_logo (self->subject, self->logo);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
want_logo (SalonCardSample *self, const char *name)
{
  if (g_strcmp0 (self->logo_name, name) == 0)
    return;
  g_free (self->logo_name);
  self->logo_name = g_strdup (name);
  salon_question_drop (&self->logo_question);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  if (*name != '\0')
    salon_question_ask (&self->logo_question, self, self->session, &salon_query_card_picture, SALON_LANE_INTERACTIVE,
                        salon_card_picture_request_new (name), on_logo);
}

static void
dress_with_salon (SalonCardSample *self, SalonCardSubject *subject)
{
  const SalonSettings *settings = salon_directory_settings (self->directory);

  if (settings == NULL)
    return;
  if (settings->name != NULL && *settings->name != '\0')
    salon_card_subject_set (subject, "salon", settings->name);
  if (settings->phone != NULL && *settings->phone != '\0')
    salon_card_subject_set (subject, "phone", settings->phone);
  want_logo (self, settings->logo != NULL ? settings->logo : "");
  salon_card_subject_set_logo (subject, self->logo);
}

/* A head and shoulders in two tones. */
static cairo_surface_t *
photo_new (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PHOTO_SIDE, PHOTO_SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, PHOTO_SIDE, PHOTO_SIDE);
  cairo_set_source_rgb (cr, 0.90, 0.84, 0.80);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.55, 0.42, 0.40);
  cairo_arc (cr, 0.5, 0.40, 0.19, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_save (cr);
  cairo_translate (cr, 0.5, 1.02);
  cairo_scale (cr, 0.36, 0.36);
  cairo_arc (cr, 0, 0, 1, G_PI, 2 * G_PI);
  cairo_restore (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
  return surface;
}

static void
take_subject (SalonCardSample *self, SalonCardSubject *subject)
{
  g_clear_pointer (&self->subject, salon_card_subject_free);
  self->subject = subject;
  dress_with_salon (self, subject);
  dress_with_pictures (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
renew (SalonCardSample *self)
{
  SalonCardSubject *subject = salon_card_subject_new_sample ();

  if (samples[self->kind].first_name != NULL) {
    salon_card_subject_set (subject, "first_name", samples[self->kind].first_name);
    salon_card_subject_set (subject, "surname", samples[self->kind].surname);
  }
  if (self->kind == SALON_CARD_SAMPLE_USUAL) {
    cairo_surface_t *photo = photo_new ();

    salon_card_subject_set_photo (subject, photo);
    cairo_surface_destroy (photo);
  }
  take_subject (self, subject);
}

static void
on_panel (gpointer owner, gpointer answer, const GError *error)
{
  SalonCardSample *self = owner;
  g_autoptr (SalonClientPanel) panel = answer;
  SalonCardSubject *subject = NULL;
  cairo_surface_t *photo = NULL;

  if (panel == NULL)
    return;
  subject = salon_card_subject_new_sample ();
  salon_card_subject_set (subject, "first_name", panel->client->first_name);
  salon_card_subject_set (subject, "surname", panel->client->surname);
  photo = panel->view != NULL ? salon_card_picture_from_clean (panel->view, NULL) : NULL;
  salon_card_subject_set_photo (subject, photo);
  g_clear_pointer (&photo, cairo_surface_destroy);
  take_subject (self, subject);
}

/* ---- pictures */

/* It outlives a sample that nobody needs any more, and does not keep it. */
typedef struct {
  GWeakRef sample;
  SalonCardDesign *design;
  SalonCardSubject *decoded;
} Work;

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->sample);
  salon_card_design_unref (work->design);
  salon_card_subject_free (work->decoded);
  g_free (work);
}

static void
decode_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  salon_card_pictures_decode (work->design, work->decoded, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
on_decoded (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (SalonCardSample) self = g_weak_ref_get (&work->sample);
  g_auto (GStrv) names = salon_card_design_pictures (work->design);

  if (self == NULL)
    return;
  for (guint i = 0; names[i] != NULL; i++) {
    cairo_surface_t *surface = salon_card_subject_picture (work->decoded, names[i]);

    g_hash_table_insert (self->pictures, g_bytes_ref (salon_card_design_picture (work->design, names[i])),
                         surface != NULL ? cairo_surface_reference (surface) : NULL);
  }
  dress_with_pictures (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
has_all (SalonCardSample *self, SalonCardDesign *design)
{
  g_auto (GStrv) names = salon_card_design_pictures (design);

  for (guint i = 0; names[i] != NULL; i++)
    if (!g_hash_table_contains (self->pictures, salon_card_design_picture (design, names[i])))
      return FALSE;
  return TRUE;
}

/**
 * salon_card_sample_is_ready:
 *
 * Returns: whether the pictures that are wanted are decoded: one that is not there then cannot be read
 */
gboolean
salon_card_sample_is_ready (SalonCardSample *self)
{
  g_return_val_if_fail (SALON_IS_CARD_SAMPLE (self), FALSE);

  return self->design == NULL || has_all (self, self->design);
}

/**
 * salon_card_sample_want_pictures:
 *
 * Sees to it that the subject has the pictures of @design, now or when they are decoded.
 */
void
salon_card_sample_want_pictures (SalonCardSample *self, SalonCardDesign *design)
{
  g_autoptr (GTask) task = NULL;
  Work *work = NULL;

  g_return_if_fail (SALON_IS_CARD_SAMPLE (self));

  salon_card_design_ref (design);
  g_clear_pointer (&self->design, salon_card_design_unref);
  self->design = design;
  dress_with_pictures (self);
  if (has_all (self, design))
    return;
  work = g_new0 (Work, 1);
  g_weak_ref_init (&work->sample, self);
  work->design = salon_card_design_ref (design);
  work->decoded = salon_card_subject_new ();
  task = g_task_new (NULL, NULL, on_decoded, NULL);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  salon_run_aside (task, decode_aside);
}

/* ---- object */

static void
on_directory (SalonDirectory *directory, SalonCardSample *self)
{
  dress_with_salon (self, self->subject);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
surface_free (cairo_surface_t *surface)
{
  if (surface != NULL)
    cairo_surface_destroy (surface);
}

static void
salon_card_sample_dispose (GObject *object)
{
  SalonCardSample *self = SALON_CARD_SAMPLE (object);

  salon_question_drop (&self->question);
  salon_question_drop (&self->logo_question);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_card_sample_parent_class)->dispose (object);
}

static void
salon_card_sample_finalize (GObject *object)
{
  SalonCardSample *self = SALON_CARD_SAMPLE (object);

  g_clear_pointer (&self->subject, salon_card_subject_free);
  g_clear_pointer (&self->design, salon_card_design_unref);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self->logo_name);
  g_hash_table_unref (self->pictures);
  G_OBJECT_CLASS (salon_card_sample_parent_class)->finalize (object);
}

static void
salon_card_sample_class_init (SalonCardSampleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_card_sample_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_card_sample_finalize;

  /**
   * SalonCardSample::changed:
   *
   * The subject is another one, or has got a picture.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_CARD_SAMPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
salon_card_sample_init (SalonCardSample *self)
{
  self->kind = SALON_CARD_SAMPLE_USUAL;
  self->pictures = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, (GDestroyNotify) surface_free);
}

/**
 * salon_card_sample_new:
 *
 * Returns: (transfer full): somebody with a usual name and a photo
 */
SalonCardSample *
salon_card_sample_new (SalonSession *session)
{
  SalonCardSample *self = g_object_new (SALON_TYPE_CARD_SAMPLE, NULL);

  self->session = g_object_ref (session);
  self->directory = salon_directory_of (session);
  g_signal_connect_object (self->directory, "changed", G_CALLBACK (on_directory), self, 0);
  renew (self);
  return self;
}

/**
 * salon_card_sample_label:
 *
 * Returns: (transfer none): how it is offered, translated
 */
const char *
salon_card_sample_label (SalonCardSampleKind kind)
{
  return _(samples[kind].label);
}

/**
 * salon_card_sample_set_kind: somebody made up
 */
void
salon_card_sample_set_kind (SalonCardSample *self, SalonCardSampleKind kind)
{
  g_return_if_fail (SALON_IS_CARD_SAMPLE (self) && kind >= 1 && kind <= SALON_CARD_N_SAMPLES);

  salon_question_drop (&self->question);
  self->kind = kind;
  renew (self);
}

/**
 * salon_card_sample_set_client: somebody real, as soon as she is read
 */
void
salon_card_sample_set_client (SalonCardSample *self, gint64 client)
{
  g_return_if_fail (SALON_IS_CARD_SAMPLE (self));

  salon_question_ask (&self->question, self, self->session, &salon_query_client_panel, SALON_LANE_INTERACTIVE,
                      salon_panel_request_new (client, SALON_DAY_NONE), on_panel);
}

/**
 * salon_card_sample_subject:
 *
 * Returns: (transfer none): to draw and to check with, until the next "changed"
 */
SalonCardSubject *
salon_card_sample_subject (SalonCardSample *self)
{
  g_return_val_if_fail (SALON_IS_CARD_SAMPLE (self), NULL);

  return self->subject;
}

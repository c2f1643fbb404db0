#pragma once
/* What a scanner sends, learned from one code: so that the settings fit it. */
#include "device/wedge.h"

G_BEGIN_DECLS

typedef struct _SalonLesson SalonLesson;

/**
 * SalonLessonResult:
 * @text: what came
 * @n_keys: characters of it
 * @median_ms: between two keys; 0 = there was no second one
 * @longest_ms: between two keys
 * @ended: by Enter or Tab
 * @gap_ms: what is proposed for #SalonWedgeOptions
 * @length: the same
 * @prefix: (nullable): what came before the number that was expected
 * @suffix: (nullable): what came after it
 * @matches: the number that was expected is in it, or none was
 */
typedef struct {
  char *text;
  guint n_keys;
  guint median_ms;
  guint longest_ms;
  gboolean ended;
  guint gap_ms;
  guint length;
  char *prefix;
  char *suffix;
  gboolean matches;
} SalonLessonResult;

SalonLesson *salon_lesson_new (void);
void salon_lesson_free (SalonLesson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLesson, salon_lesson_free)
gboolean salon_lesson_press (SalonLesson *self, guint keycode, SalonWedgeMods mods, guint32 time);
SalonLessonResult *salon_lesson_finish (SalonLesson *self, const char *expected);
void salon_lesson_result_free (SalonLessonResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLessonResult, salon_lesson_result_free)

G_END_DECLS

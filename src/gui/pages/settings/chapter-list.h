#pragma once
/* Things that are sold, by chapter with a search, and the editor of the chosen one beside them. */
#include "gui/parts/entity-form.h"

G_BEGIN_DECLS

/**
 * SalonChapterKind: what is listed and how it is edited; all texts are English, translated when shown
 * @chapter_field: name of the field of a thing that says its chapter
 * @choose: what to do while none is chosen
 * @icon: name of the picture of a thing
 * @create: (transfer full): a new one with its first values; @beside is the chosen one, %NULL if there is none
 * @note: (nullable) (transfer full): what a line says between name and price
 */
typedef struct {
  SalonDirectoryList things;
  SalonDirectoryList chapters;
  const char *chapter_field;
  const SalonAsk *asks;
  const guint *n_asks;
  const char *title;
  const char *add;
  const char *search;
  const char *nothing;
  const char *one;
  const char *new_one;
  const char *none_chosen;
  const char *choose;
  const char *icon;
  gpointer (*create) (gpointer beside);
  char *(*note) (gpointer thing);
} SalonChapterKind;

/* Of a part of the editor below the form: @thing is as it is saved, %NULL = a new one. */
typedef void (*SalonChapterShow) (GtkWidget *part, gpointer thing);
typedef void (*SalonChapterEditable) (GtkWidget *part, gboolean editable);

#define SALON_TYPE_CHAPTER_LIST (salon_chapter_list_get_type ())
G_DECLARE_FINAL_TYPE (SalonChapterList, salon_chapter_list, SALON, CHAPTER_LIST, GtkWidget)

GtkWidget *salon_chapter_list_new (SalonSession *session, const SalonChapterKind *kind);
void salon_chapter_list_add_part (SalonChapterList *self, GtkWidget *part, SalonChapterShow show, SalonChapterEditable editable);
void salon_chapter_list_set_editable (SalonChapterList *self, gboolean editable);

G_END_DECLS

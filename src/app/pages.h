#pragma once
/* The table of pages: what the sidebar shows and how each page is made. */
#include "model/rules/permission.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonPageInfo:
 * @id: short name, as in "win.show-page::desk"
 * @title: English name, translated at use
 * @icon_name: symbolic icon
 * @key: (nullable): the accelerator, which is also what people read
 * @create: makes the page; called once, when it is first shown
 * @is_limited: whether @permission is needed
 * @permission: without it the page is absent
 */
typedef struct {
  const char *id;
  const char *title;
  const char *icon_name;
  const char *key;
  GtkWidget *(*create) (SalonSession *session);
  gboolean is_limited;
  SalonPermission permission;
} SalonPageInfo;

const SalonPageInfo *salon_pages_get (guint *n_pages);
const SalonPageInfo *salon_pages_find (const char *id);

G_END_DECLS

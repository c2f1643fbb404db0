#pragma once
/* The verbs on visits: one way to do them, whether a button, a menu, a key or a screen reader asks. */
#include "model/rules/verbs.h"
#include "model/services/desk.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonVisitVerbInfo:
 * @verb: one bit of #SalonVisitVerbs
 * @action: name of the class action: "visit.arrive"
 * @label: English; translate when shown
 * @key: (nullable): accelerator, as GTK reads it
 * @done: (nullable): English sentence for the note with Undo; %s is the client
 */
typedef struct {
  SalonVisitVerbs verb;
  const char *action;
  const char *label;
  const char *key;
  const char *done;
} SalonVisitVerbInfo;

const SalonVisitVerbInfo *salon_visit_verb_infos (guint *n);
void salon_visit_verbs_install (GtkWidgetClass *widget_class, GtkWidgetActionActivateFunc run);
void salon_visit_verbs_popup (GtkWidget *row, double x, double y);
SalonVisitVerbs salon_visit_verbs_now (SalonSession *session, const SalonDeskVisit *visit);
gboolean salon_visit_may_repeat (const SalonDeskVisit *visit, SalonVisitVerbs now);
void salon_visit_verb_run (GtkWidget *from, SalonSession *session, const SalonDeskVisit *visit, SalonVisitVerbs verb,
                           const char *reason);

G_END_DECLS

#pragma once
/* The groups of a fold, for the files that make rows and charts of them. */
#include "model/rules/report-fold.h"
#include "model/rules/report-set.h"

G_BEGIN_DECLS

#define SALON_FOLD_BASES_MAX 12

/* A group. */
typedef struct {
  guint32 parent; /* of the total: itself */
  guint level;
  gint64 value; /* of the grouping of its level */
  int row;      /* of the table, when there is one */
  guint32 first_child; /* 0 = none */
  guint32 next;        /* child of the same group, 0 = none */
} SalonFoldNode;

/**
 * SalonFoldSeen: what the groups of a level have counted
 * @bucket: the finest time by which its groups are told apart, -1 = none
 * @at: first day of the present time: when it is over, its groups get nothing more and @set is empty again
 */
typedef struct {
  SalonReportSet *set;
  int bucket;
  gint64 at;
} SalonFoldSeen;

/**
 * SalonReportFold:
 * @bases: (array length=n_bases): measures that are counted; the others follow from them
 * @nodes: (element-type SalonFoldNode): the first is the total
 * @counts: of gint64: of each node n_bases now, and n_bases before
 * @children: (node, value) → node
 * @seen: by level, the first is the total: (node and measure, thing) that was counted
 * @seen_today: the same of things that have one day: visits, receipts
 * @today: to which they belong
 * @top: (nullable): values of the first grouping that stay groups of their own
 */
struct _SalonReportFold {
  SalonReportPlan plan;
  const SalonReportMeasure *bases[SALON_FOLD_BASES_MAX];
  guint n_bases;
  GArray *nodes;
  GArray *counts;
  SalonReportSet *children;
  SalonFoldSeen seen[SALON_REPORT_GROUPINGS_MAX + 1];
  SalonReportSet *seen_today;
  SalonDay today;
  GHashTable *top;
  gboolean overlaps; /* a fact may stand in several groups */
  guint64 n_facts;
};

SalonFoldNode *salon_fold_node (const SalonReportFold *self, guint32 node);
gboolean salon_fold_child (const SalonReportFold *self, guint32 node, gint64 value, guint32 *child);
guint32 salon_fold_make_child (SalonReportFold *self, guint32 node, gint64 value);
gboolean salon_fold_measure (const SalonReportFold *self, guint32 node, const SalonReportMeasure *measure, gboolean before,
                             gint64 *value);
GArray *salon_fold_children (const SalonReportFold *self, guint32 node); /* of guint32, in the order of the table */
void salon_fold_path (const SalonReportFold *self, guint32 node, gint64 path[SALON_REPORT_GROUPINGS_MAX]);
char *salon_fold_text (const SalonReportFold *self, guint32 node);
gboolean salon_fold_is_incomplete (const SalonReportFold *self, guint32 node);
SalonChart *salon_fold_chart (const SalonReportFold *self, const SalonReportTable *table);

G_END_DECLS

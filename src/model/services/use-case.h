#pragma once
/* What the salon can do: commands change something, queries tell something.
 *
 * A use case is a blocking function that is given a transaction.  The constants made by the macros
 * below let a window run it on the right thread (session.h); tests call the function itself. */
#include <glib.h>

G_BEGIN_DECLS

typedef struct _SalonTx SalonTx;

/**
 * SalonCommand:
 * @name: of the operation in the log: "booking.book"
 * @label: English, for the log and the toast with Undo: "Visit booked"; translate when shown
 * @run: does it; @id is what it answers, as a rule the id of the thing it made or changed
 * @free_request: (nullable): frees a request that was handed over
 * @is_upkeep: no operation of a user: leaves no trace in the log and cannot be undone
 * @undoes: (nullable): which operation a request takes back; only of commands that undo
 */
typedef struct {
  const char *name;
  const char *label;
  gboolean (*run) (SalonTx *tx, gconstpointer request, gint64 *id, GError **error);
  GDestroyNotify free_request;
  gboolean is_upkeep;
  gint64 (*undoes) (gconstpointer request);
} SalonCommand;

/**
 * SalonQuery:
 * @run: (transfer full): the answer, or %NULL with an error
 * @free_request: (nullable): frees a request that was handed over
 * @free_result: frees an answer that nobody wants any more
 */
typedef struct {
  const char *name;
  gpointer (*run) (SalonTx *tx, gconstpointer request, GError **error);
  GDestroyNotify free_request;
  GDestroyNotify free_result;
} SalonQuery;

/* Defines a command around `gboolean function (SalonTx *, const Request *, gint64 *id, GError **)`. */
#define SALON_DEFINE_COMMAND(symbol, op_name, op_label, function, Request, free_func)             \
  static gboolean symbol##_run (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)   \
  {                                                                                               \
    return function (tx, (const Request *) request, id, error);                                   \
  }                                                                                               \
  const SalonCommand symbol = { op_name, op_label, symbol##_run, (GDestroyNotify) free_func, FALSE, NULL };

/* Defines a query around `Result *function (SalonTx *, const Request *, GError **)`. */
#define SALON_DEFINE_QUERY(symbol, query_name, function, Request, free_func, free_result_func)    \
  static gpointer symbol##_run (SalonTx *tx, gconstpointer request, GError **error)               \
  {                                                                                               \
    return function (tx, (const Request *) request, error);                                       \
  }                                                                                               \
  const SalonQuery symbol = { query_name, symbol##_run, (GDestroyNotify) free_func,               \
                              (GDestroyNotify) free_result_func };

/**
 * SalonIdRequest: for use cases that are about one thing
 */
typedef struct {
  gint64 id;
} SalonIdRequest;

SalonIdRequest *salon_id_request_new (gint64 id);

G_END_DECLS

/* The handle under a connection: running pragmas and turning what SQLite says into sentences. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/store/connection.h"

typedef struct {
  int code;
  SalonErrorCode error;
  const char *text;
} CodeText;

static const CodeText code_texts[] = {
  { SQLITE_FULL, SALON_ERROR_FULL, N_ ("The disk is full. Nothing was changed; free some space and try again.") },
  { SQLITE_BUSY, SALON_ERROR_BUSY, N_ ("The database is busy. Nothing was changed; try again.") },
  { SQLITE_LOCKED, SALON_ERROR_BUSY, N_ ("The database is busy. Nothing was changed; try again.") },
  { SQLITE_CORRUPT, SALON_ERROR_CORRUPT, N_ ("The database file is damaged.") },
  { SQLITE_NOTADB, SALON_ERROR_FOREIGN, N_ ("The file is not a Salon Desk database.") },
  { SQLITE_READONLY, SALON_ERROR_READ_ONLY, N_ ("The database file or its folder cannot be written. Nothing was changed.") },
  { SQLITE_PERM, SALON_ERROR_READ_ONLY, N_ ("The database file or its folder cannot be written. Nothing was changed.") },
  { SQLITE_CANTOPEN, SALON_ERROR_IO, N_ ("The database file cannot be opened.") },
  { SQLITE_IOERR, SALON_ERROR_IO, N_ ("Reading or writing the disk failed. Nothing was changed.") },
  { SQLITE_NOMEM, SALON_ERROR_IO, N_ ("There is not enough memory. Nothing was changed.") },
};

static void
set_constraint_error (SalonDb *self, GError **error)
{
  const char *message = sqlite3_errmsg (self->handle);

  if (strcmp (message, "overlap") == 0)
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The time is already taken."));
  else if (g_str_has_prefix (message, "FOREIGN KEY"))
    salon_set_error (error, SALON_ERROR_CONFLICT, _("It is still used elsewhere, or what it belongs to is gone."));
  else if (strstr (message, "operation.undoes") != NULL)
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This was undone already."));
  else if (g_str_has_prefix (message, "UNIQUE"))
    salon_set_error (error, SALON_ERROR_CONFLICT, _("It exists already."));
  else
    salon_set_error (error, SALON_ERROR_VALIDATION, _("The database refused a value (%s)."), message);
}

/**
 * salon_db_assert_owner: ends the program when a connection is used by a thread that does not own it
 */
void
salon_db_assert_owner (SalonDb *self)
{
  if (G_UNLIKELY (self->owner != g_thread_self ()))
    g_error ("A database connection is used outside its thread");
}

/**
 * salon_db_set_error:
 * @code: extended result code
 *
 * Puts what SQLite said into a sentence.
 */
void
salon_db_set_error (SalonDb *self, int code, GError **error)
{
  int primary = code & 0xff;

  if (primary == SQLITE_INTERRUPT) {
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("It was cancelled."));
    return;
  }
  if (primary == SQLITE_CONSTRAINT) {
    set_constraint_error (self, error);
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (code_texts); i++)
    if (code_texts[i].code == primary) {
      g_set_error (error, SALON_ERROR, (int) code_texts[i].error, "%s", _(code_texts[i].text));
      return;
    }
  salon_set_error (error, SALON_ERROR_INTERNAL, "%s (%d)", sqlite3_errmsg (self->handle), code);
}

/**
 * salon_db_exec: runs SQL that has no values; for pragmas and migrations
 */
gboolean
salon_db_exec (SalonDb *self, const char *sql, GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  salon_db_set_error (self, code, error);
  return FALSE;
}

/**
 * salon_db_pragma_int: reads a pragma's number
 */
gboolean
salon_db_pragma_int (SalonDb *self, const char *pragma, gint64 *value, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA %s", pragma);
  sqlite3_stmt *stmt = NULL;
  int code = sqlite3_prepare_v2 (self->handle, sql, -1, &stmt, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (stmt);
  if (code == SQLITE_ROW)
    *value = sqlite3_column_int64 (stmt, 0);
  else
    salon_db_set_error (self, code, error);
  sqlite3_finalize (stmt);
  return code == SQLITE_ROW;
}

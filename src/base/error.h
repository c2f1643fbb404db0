#pragma once
/* The one error domain.  A refusal names the field it concerns, so that a form can mark it. */
#include <glib.h>

G_BEGIN_DECLS

#define SALON_ERROR (salon_error_quark ())

/**
 * SalonErrorCode:
 * @SALON_ERROR_VALIDATION: what was typed cannot be accepted; the field is named
 * @SALON_ERROR_CONFLICT: it clashes with something that exists, or that changed meanwhile
 * @SALON_ERROR_NOT_FOUND: the thing is not there any more
 * @SALON_ERROR_PERMISSION: the user's role does not allow it
 * @SALON_ERROR_BUSY: somebody else holds the database right now
 * @SALON_ERROR_CORRUPT: the database file is damaged
 * @SALON_ERROR_FOREIGN: the file is not a Salon Desk database
 * @SALON_ERROR_NEWER: the file was written by a newer version
 * @SALON_ERROR_LOCKED: another process works with the file; the message names it
 * @SALON_ERROR_FULL: the disk is full
 * @SALON_ERROR_READ_ONLY: the file or its folder cannot be written
 * @SALON_ERROR_IO: reading or writing failed
 * @SALON_ERROR_INTERNAL: a programming error; nothing was changed
 */
typedef enum {
  SALON_ERROR_VALIDATION = 1,
  SALON_ERROR_CONFLICT,
  SALON_ERROR_NOT_FOUND,
  SALON_ERROR_PERMISSION,
  SALON_ERROR_BUSY,
  SALON_ERROR_CORRUPT,
  SALON_ERROR_FOREIGN,
  SALON_ERROR_NEWER,
  SALON_ERROR_LOCKED,
  SALON_ERROR_FULL,
  SALON_ERROR_READ_ONLY,
  SALON_ERROR_IO,
  SALON_ERROR_INTERNAL,
} SalonErrorCode;

GQuark salon_error_quark (void);

void salon_set_error (GError **error, SalonErrorCode code, const char *format, ...) G_GNUC_PRINTF (3, 4);
void salon_set_field_error (GError **error, const char *field, const char *format, ...) G_GNUC_PRINTF (3, 4);
const char *salon_error_get_field (const GError *error);

G_END_DECLS

#pragma once
/* Digests that chain the journal. */
#include <glib.h>

G_BEGIN_DECLS

#define SALON_DIGEST_SIZE 32
#define SALON_SALT_SIZE   16

typedef struct _SalonDigest SalonDigest;

SalonDigest *salon_digest_new (void);
void salon_digest_add_bytes (SalonDigest *self, const guint8 *data, gsize size);
void salon_digest_add_text (SalonDigest *self, const char *text);
void salon_digest_add_int (SalonDigest *self, gint64 value);
void salon_digest_finish (SalonDigest *self, guint8 result[SALON_DIGEST_SIZE]);
void salon_salt (guint8 salt[SALON_SALT_SIZE]);

G_END_DECLS

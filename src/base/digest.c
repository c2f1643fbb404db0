/* BLAKE2b by libsodium, over values that cannot run into each other. */
#include <sodium.h>
#include <string.h>

#include "base/digest.h"

G_STATIC_ASSERT (SALON_DIGEST_SIZE == crypto_generichash_BYTES);

struct _SalonDigest {
  crypto_generichash_state state;
};

static void
make_ready (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be used on this machine");
}

/**
 * salon_digest_new:
 *
 * Returns: (transfer full): an empty digest, ended by salon_digest_finish()
 */
SalonDigest *
salon_digest_new (void)
{
  SalonDigest *self = g_aligned_alloc0 (1, sizeof *self, 64);

  make_ready ();
  crypto_generichash_init (&self->state, NULL, 0, SALON_DIGEST_SIZE);
  return self;
}

/**
 * salon_digest_add_bytes: adds bytes whose number is always the same
 */
void
salon_digest_add_bytes (SalonDigest *self, const guint8 *data, gsize size)
{
  crypto_generichash_update (&self->state, data, size);
}

/**
 * salon_digest_add_text: adds a text with its end, or that there is none
 */
void
salon_digest_add_text (SalonDigest *self, const char *text)
{
  if (text != NULL)
    salon_digest_add_bytes (self, (const guint8 *) text, strlen (text));
  salon_digest_add_bytes (self, (const guint8 *) (text != NULL ? "\1" : "\2"), 1);
}

/**
 * salon_digest_add_int: adds a number, the same on every machine
 */
void
salon_digest_add_int (SalonDigest *self, gint64 value)
{
  gint64 portable = GINT64_TO_LE (value);

  salon_digest_add_bytes (self, (const guint8 *) &portable, sizeof portable);
}

/**
 * salon_digest_finish:
 * @self: (transfer full): gone afterwards
 */
void
salon_digest_finish (SalonDigest *self, guint8 result[SALON_DIGEST_SIZE])
{
  crypto_generichash_final (&self->state, result, SALON_DIGEST_SIZE);
  g_aligned_free (self);
}

/**
 * salon_salt: fills @salt with what nobody can guess
 */
void
salon_salt (guint8 salt[SALON_SALT_SIZE])
{
  make_ready ();
  randombytes_buf (salt, SALON_SALT_SIZE);
}

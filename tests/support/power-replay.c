/* Plays a record of power-disk.c up to a moment and makes the disk as it may be found after a loss of power then.
 *
 * What was synced is there.  Of what was written since, any part may be there and any part not: each write can
 * survive whole, in some of its sectors or not at all, whatever came later.  Names survive in their order, as on a
 * file system with a journal. */
#include "tests/support/power-record.h"
#include <string.h>

#define SECTOR 512

typedef struct {
  GByteArray *certain;
  GPtrArray *pending; /* Step, borrowed */
} File;

struct _PowerReplay {
  PowerRecord *record;
  gsize moment;
  gint64 mark;
  gboolean distrusts_log;
  File *files;
  GHashTable *names; /* name → number + 1, certain */
  GPtrArray *pending_names; /* Step, borrowed */
};

/* How the unsynced writes of one file fared. */
typedef enum {
  FATE_NONE,
  FATE_ALL,
  FATE_SOME_WRITES,
  FATE_SOME_SECTORS,
  FATE_A_TORN_PREFIX,
  N_FATES,
} Fate;

/* Makes the file at least so long.  What nobody wrote reads as zeros or, with @rand, as what was there before. */
static void
extend (GByteArray *bytes, gsize size, GRand *rand)
{
  gsize from = bytes->len;

  if (size <= from)
    return;
  g_byte_array_set_size (bytes, (guint) size);
  memset (bytes->data + from, 0, size - from);
  for (gsize i = from; rand != NULL && i < size; i++)
    bytes->data[i] = (guint8) g_rand_int (rand);
}

static void
put (GByteArray *bytes, gsize offset, const guint8 *data, gsize length, GRand *garbage)
{
  if (length == 0)
    return;
  extend (bytes, offset + length, garbage);
  if (length > 0)
    memcpy (bytes->data + offset, data, length);
}

static void
apply (GByteArray *bytes, const Step *step)
{
  gsize length = 0;
  const guint8 *data = NULL;

  if (step->kind == STEP_TRUNCATE) {
    extend (bytes, (gsize) step->offset, NULL);
    g_byte_array_set_size (bytes, (guint) step->offset);
    return;
  }
  data = g_bytes_get_data (step->data, &length);
  put (bytes, (gsize) step->offset, data, length, NULL);
}

static void
apply_sectors (GByteArray *bytes, const Step *step, GRand *rand, GRand *garbage)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (step->data, &length);
  gsize at = 0;

  while (at < length) {
    gsize n = SECTOR - ((gsize) step->offset + at) % SECTOR;

    n = MIN (n, length - at);
    if (g_rand_boolean (rand))
      put (bytes, (gsize) step->offset + at, data + at, n, garbage);
    at += n;
  }
}

static void
apply_some (GByteArray *bytes, GPtrArray *pending, GRand *rand)
{
  Fate fate = (Fate) g_rand_int_range (rand, 0, N_FATES);
  GRand *garbage = g_rand_int_range (rand, 0, 4) == 0 ? rand : NULL;
  guint prefix = (guint) g_rand_int_range (rand, 0, (int) pending->len + 1);

  for (guint i = 0; i < pending->len; i++) {
    const Step *step = g_ptr_array_index (pending, i);
    gboolean whole = fate == FATE_ALL || (fate == FATE_A_TORN_PREFIX && i < prefix)
                     || ((fate == FATE_SOME_WRITES || (fate == FATE_SOME_SECTORS && step->kind == STEP_TRUNCATE))
                         && g_rand_boolean (rand));
    gboolean torn = step->kind == STEP_WRITE
                    && (fate == FATE_SOME_SECTORS || (fate == FATE_A_TORN_PREFIX && i == prefix));

    if (whole)
      apply (bytes, step);
    else if (torn)
      apply_sectors (bytes, step, rand, garbage);
  }
}

static void
apply_name (GHashTable *names, const Step *step)
{
  if (step->kind == STEP_EXCHANGE)
    g_hash_table_insert (names, g_strdup (step->old_name), g_hash_table_lookup (names, step->name));
  if (step->kind == STEP_MOVE)
    g_hash_table_remove (names, step->old_name);
  if (step->kind == STEP_UNNAME)
    g_hash_table_remove (names, step->name);
  else
    g_hash_table_insert (names, g_strdup (step->name), GUINT_TO_POINTER (step->file + 1));
}

static void
sync_file (File *file)
{
  for (guint i = 0; i < file->pending->len; i++)
    apply (file->certain, g_ptr_array_index (file->pending, i));
  g_ptr_array_set_size (file->pending, 0);
}

static void
sync_names (PowerReplay *self)
{
  for (guint i = 0; i < self->pending_names->len; i++)
    apply_name (self->names, g_ptr_array_index (self->pending_names, i));
  g_ptr_array_set_size (self->pending_names, 0);
}

static void
advance_one (PowerReplay *self, Step *step)
{
  File *file = &self->files[step->file];

  switch (step->kind) {
  case STEP_CONTENT:
    apply (file->certain, step);
    break;
  case STEP_WRITE:
  case STEP_TRUNCATE:
    g_ptr_array_add (file->pending, step);
    break;
  case STEP_SYNC:
    sync_file (file);
    break;
  case STEP_SYNC_LOG:
    if (!self->distrusts_log)
      sync_file (file);
    break;
  case STEP_NAME:
  case STEP_UNNAME:
  case STEP_MOVE:
  case STEP_EXCHANGE:
    g_ptr_array_add (self->pending_names, step);
    break;
  case STEP_SYNC_NAMES:
    sync_names (self);
    break;
  case STEP_MARK:
  default:
    self->mark = step->offset;
  }
}

static GHashTable *
surviving_names (PowerReplay *self, GRand *rand)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n = (guint) g_rand_int_range (rand, 0, (int) self->pending_names->len + 1);
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer file = NULL;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, &file))
    g_hash_table_insert (names, g_strdup (name), file);
  for (guint i = 0; i < n; i++)
    apply_name (names, g_ptr_array_index (self->pending_names, i));
  return names;
}

/**
 * power_replay_new:
 * @record: (transfer none): outlives the replay
 *
 * Begins before the first step.
 */
PowerReplay *
power_replay_new (PowerRecord *record)
{
  PowerReplay *self = g_new0 (PowerReplay, 1);

  self->record = record;
  self->mark = -1;
  self->files = g_new0 (File, record->n_files + 1);
  for (guint i = 0; i <= record->n_files; i++) {
    self->files[i].certain = g_byte_array_new ();
    self->files[i].pending = g_ptr_array_new ();
  }
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending_names = g_ptr_array_new ();
  return self;
}

/**
 * power_replay_distrust_log:
 *
 * From now on a write-ahead log is never safe: as if the program had asked for less than synchronous=FULL.  A test
 * that finds nothing wrong then could not have found anything.
 */
void
power_replay_distrust_log (PowerReplay *self)
{
  self->distrusts_log = TRUE;
}

/**
 * power_replay_advance:
 * @moment: how many steps are to have been done; never goes back
 *
 * Returns: the last mark of power_disk_mark() by then, -1 = none yet
 */
gint64
power_replay_advance (PowerReplay *self, gsize moment)
{
  g_assert (moment >= self->moment && moment <= self->record->steps->len);
  while (self->moment < moment)
    advance_one (self, g_ptr_array_index (self->record->steps, self->moment++));
  return self->mark;
}

/**
 * power_replay_crash:
 * @folder: exists and is empty
 *
 * Writes one of the states in which the files may be found if the power goes at this moment.
 */
void
power_replay_crash (PowerReplay *self, GRand *rand, const char *folder)
{
  g_autoptr (GHashTable) names = surviving_names (self, rand);
  g_autofree GByteArray **contents = g_new0 (GByteArray *, self->record->n_files + 1);
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer number = NULL;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, &number)) {
    guint i = GPOINTER_TO_UINT (number) - 1;
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (contents[i] == NULL) {
      contents[i] = g_byte_array_new ();
      g_byte_array_append (contents[i], self->files[i].certain->data, self->files[i].certain->len);
      apply_some (contents[i], self->files[i].pending, rand);
    }
    g_assert_true (g_file_set_contents_full (path, (const char *) contents[i]->data, (gssize) contents[i]->len,
                                             G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  }
  for (guint i = 0; i <= self->record->n_files; i++)
    g_clear_pointer (&contents[i], g_byte_array_unref);
}

void
power_replay_free (PowerReplay *self)
{
  for (guint i = 0; i <= self->record->n_files; i++) {
    g_byte_array_unref (self->files[i].certain);
    g_ptr_array_unref (self->files[i].pending);
  }
  g_free (self->files);
  g_hash_table_unref (self->names);
  g_ptr_array_unref (self->pending_names);
  g_free (self);
}

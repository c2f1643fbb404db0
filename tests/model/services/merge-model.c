/* Piles of writes: what is on top is seen, and a separation takes the writes of its merge out. */
#include "merge-model.h"

#include "model/rules/merge-fields.h"

int
pile_top (const Pile *pile)
{
  return pile->writes[pile->n - 1].value;
}

void
pile_put (Pile *pile, int kind, int merge, int value)
{
  if (pile->n > 0 && pile_top (pile) == value)
    return;
  g_assert_cmpint (pile->n, <, MAX_PILE);
  pile->writes[pile->n++] = (Write){ kind, merge, value, 0 };
}

static int
find_write (const Pile *pile, int merge)
{
  for (int i = 0; i < pile->n; i++)
    if (pile->writes[i].merge == merge)
      return i;
  return NONE;
}

static void
take_out (Pile *pile, int index)
{
  for (int i = index; i < pile->n - 1; i++)
    pile->writes[i] = pile->writes[i + 1];
  pile->n--;
}

int
book_text (GPtrArray *book, const char *value)
{
  for (guint i = 0; i < book->len; i++)
    if (g_str_equal (book->pdata[i], value))
      return (int) i;
  g_ptr_array_add (book, g_strdup (value));
  return (int) book->len - 1;
}

const char *
book_read (GPtrArray *book, int number)
{
  return book->pdata[number];
}

/* ---- the model: merging */

gboolean
row_owned_by (const Row *row, int client, int kind)
{
  return row->exists && row->kind == kind && pile_top (&row->owner) == client;
}

Row *
model_row_of (Model *m, int client, int kind, int unique)
{
  for (int i = 0; i < m->n_rows; i++)
    if (row_owned_by (&m->rows[i], client, kind) && m->rows[i].unique == unique)
      return &m->rows[i];
  return NULL;
}

/* What she said of it last, be it that she withdrew it. */
gboolean
model_has_consent (Model *m, int client, int kind)
{
  return model_row_of (m, client, CONSENT, kind) != NULL;
}

static int
next_place (Model *m, int client)
{
  int place = 0;

  for (int i = 0; i < m->n_rows; i++)
    if (row_owned_by (&m->rows[i], client, PHONE))
      place = MAX (place, m->rows[i].place + 1);
  return place;
}

/* Phones of a client in their order. */
int
model_phones_of (Model *m, int client, Row **phones)
{
  int n = 0;

  for (int i = 0; i < m->n_rows; i++)
    if (row_owned_by (&m->rows[i], client, PHONE)) {
      int at = n++;

      for (; at > 0 && (phones[at - 1]->place > m->rows[i].place
                        || (phones[at - 1]->place == m->rows[i].place && phones[at - 1]->id > m->rows[i].id)); at--)
        phones[at] = phones[at - 1];
      phones[at] = &m->rows[i];
    }
  return n;
}

static void
carry_row (Row *row, int merge, int to)
{
  pile_put (&row->owner, CARRIED, merge, to);
  row->owner.writes[row->owner.n - 1].place = row->place;
}

static void
model_merge_rows (Model *m, int merge, int a, int b, const int *custom_choice)
{
  Row *phones[MAX_ROWS];
  int n = model_phones_of (m, b, phones);
  int place = next_place (m, a);
  gboolean said[N_CONSENTS];

  for (int i = 0; i < N_CONSENTS; i++) /* all that the other said of one kind moves, or nothing of it */
    said[i] = model_has_consent (m, a, i);

  for (int i = 0; i < n; i++)
    if (model_row_of (m, a, PHONE, phones[i]->unique) == NULL) {
      carry_row (phones[i], merge, a);
      phones[i]->place = place++;
    }
  for (int i = 0; i < m->n_rows; i++) {
    Row *row = &m->rows[i];
    Row *known = NULL;

    if (!row->exists || row->kind == PHONE || pile_top (&row->owner) != b)
      continue;
    known = row->kind == TAG || row->kind == CUSTOM ? model_row_of (m, a, row->kind, row->unique) : NULL;
    if (row->kind == CONSENT && said[row->unique])
      continue;
    if (row->kind == CUSTOM && known != NULL && custom_choice[row->unique] == SALON_MERGE_TAKE)
      pile_put (&known->value, CHOSEN, merge, pile_top (&row->value));
    else if (known == NULL && !(row->kind == CUSTOM && custom_choice[row->unique] == SALON_MERGE_KEEP))
      carry_row (row, merge, a);
  }
}

static int
model_choose (GPtrArray *book, int field, int mine, int yours, int choice)
{
  g_autofree char *both = NULL;

  if (choice == NONE) /* the usual: mine, yours where I have none, of notes both */
    choice = yours == 0 || mine == yours ? SALON_MERGE_KEEP
             : mine == 0                 ? SALON_MERGE_TAKE
             : field == NOTE             ? SALON_MERGE_BOTH
                                         : SALON_MERGE_KEEP;
  if (choice == SALON_MERGE_KEEP || (choice == SALON_MERGE_BOTH && field != NOTE))
    return mine;
  if (choice == SALON_MERGE_TAKE || mine == 0)
    return yours;
  if (yours == 0 || mine == yours)
    return mine;
  both = g_strdup_printf ("%s\n%s", book_read (book, mine), book_read (book, yours));
  return book_text (book, both);
}

void
model_merge (Model *m, GPtrArray *book, int a, int b, const int *choices, int referrer_choice, const int *custom_choice)
{
  int merge = m->n_merges++;
  int referrer = pile_top (&m->referrer[a]);

  g_assert_cmpint (merge, <, MAX_MERGES);
  m->merges[merge] = (Merge){ a, b, TRUE, 0 };
  if (referrer_choice == SALON_MERGE_TAKE || (referrer_choice == NONE && referrer == NONE))
    referrer = pile_top (&m->referrer[b]);
  if (referrer == a || referrer == b)
    referrer = NONE;
  model_merge_rows (m, merge, a, b, custom_choice);
  for (int d = 0; d < N_CLIENTS; d++)
    if (d != a && d != b && pile_top (&m->referrer[d]) == b)
      pile_put (&m->referrer[d], CARRIED, merge, a);
  pile_put (&m->referrer[a], CHOSEN, merge, referrer);
  for (int v = 0; v < N_VALUES; v++)
    pile_put (&m->values[a][v], CHOSEN, merge, model_choose (book, v, pile_top (&m->values[a][v]), pile_top (&m->values[b][v]), choices[v]));
  m->merged_into[b] = a;
}

/* ---- the model: separating */

static void
back_to_the_other (Row *row, int merge)
{
  int at = find_write (&row->owner, merge);

  if (at == NONE || !row->exists)
    return;
  row->place = row->owner.writes[at].place;
  row->owner.n = at;
}

/* What was said of a call, or came of waiting, goes with it, whenever it was made; by whom it was had before is of no
 * account then. */
static void
follow_rows (Model *m, const int *owners)
{
  for (int i = 0; i < m->n_rows; i++) {
    Row *row = &m->rows[i];
    int to = row->about != NONE ? pile_top (&m->rows[row->about].owner) : NONE;

    if (!row->exists || row->about == NONE || owners[row->about] == to || pile_top (&row->owner) != owners[row->about])
      continue;
    row->owner.n = 0;
    pile_put (&row->owner, EDIT, NONE, to);
  }
}

/* Merges that stand took the reference along: to their survivor, or away where she would have referred herself. */
static gboolean
only_carried_since (Model *m, const Pile *pile, int at)
{
  for (int i = at + 1; i < pile->n; i++) {
    const Write *write = &pile->writes[i];

    if (write->kind == EDIT || (write->value != NONE && write->value != m->merges[write->merge].survivor))
      return FALSE;
  }
  return TRUE;
}

static void
separate_referrer (Model *m, Pile *pile, int merge)
{
  int at = find_write (pile, merge);

  if (at == NONE)
    return;
  if (only_carried_since (m, pile, at))
    pile->n = at;
  else
    take_out (pile, at);
}

static void
separate_value (Pile *pile, int merge)
{
  int at = find_write (pile, merge);

  if (at != NONE)
    take_out (pile, at);
}

void
model_separate (Model *m, int merge)
{
  int owners[MAX_ROWS];

  for (int i = 0; i < m->n_rows; i++)
    owners[i] = pile_top (&m->rows[i].owner);
  for (int i = 0; i < m->n_rows; i++) {
    back_to_the_other (&m->rows[i], merge);
    separate_value (&m->rows[i].value, merge);
  }
  follow_rows (m, owners);
  for (int c = 0; c < N_CLIENTS; c++) {
    separate_referrer (m, &m->referrer[c], merge);
    for (int v = 0; v < N_VALUES; v++)
      separate_value (&m->values[c][v], merge);
  }
  m->merged_into[m->merges[merge].other] = NONE;
  m->merges[merge].stands = FALSE;
}

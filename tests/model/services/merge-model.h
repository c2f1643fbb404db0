#pragma once
/* What merges and separations do to a few clients, written from the rules alone (see test-merge-random.c). */
#include <glib.h>

#define N_CLIENTS  6
#define N_TAGS     4
#define N_NUMBERS  7
#define N_CUSTOM   2
#define N_CONSENTS 4
#define MAX_ROWS   96
#define MAX_PILE   40
#define MAX_MERGES 48
#define NONE       (-1)

enum { FIRST_NAME, EMAIL, NOTE, BIRTH, DISCOUNT, N_VALUES };
enum { PHONE, TAG, CUSTOM, VISIT, CONTACT, MARK, CONSENT, EXTERNAL, WAITING, N_KINDS };
enum { EDIT, CHOSEN, CARRIED };

typedef struct {
  int kind;  /* EDIT, CHOSEN or CARRIED by a merge */
  int merge; /* NONE for EDIT */
  int value; /* a number of the book of texts; for references and owners a client, NONE = nobody */
  int place; /* of a phone before it was moved */
} Write;

typedef struct {
  Write writes[MAX_PILE];
  int n;
} Pile;

typedef struct {
  gboolean exists;
  int kind;
  int unique; /* number, tag, own field or kind of consent */
  int place;
  gint64 id;
  Pile owner;
  Pile value; /* of an own field; what a contact, a mark, a consent or a foreign number says */
  int about;  /* of a mark the row of the contact, of a visit that of who waited for it; NONE */
  gboolean booked; /* of who waited */
} Row;

typedef struct {
  int survivor;
  int other;
  gboolean stands;
  gint64 id;
} Merge;

typedef struct {
  Pile values[N_CLIENTS][N_VALUES];
  Pile referrer[N_CLIENTS];
  int merged_into[N_CLIENTS];
  Row rows[MAX_ROWS];
  int n_rows;
  Merge merges[MAX_MERGES];
  int n_merges;
} Model;

int pile_top (const Pile *pile);
void pile_put (Pile *pile, int kind, int merge, int value);
int book_text (GPtrArray *book, const char *value);
const char *book_read (GPtrArray *book, int number);
gboolean row_owned_by (const Row *row, int client, int kind);
gboolean model_has_consent (Model *m, int client, int kind);
Row *model_row_of (Model *m, int client, int kind, int unique);
int model_phones_of (Model *m, int client, Row **phones);
void model_merge (Model *m, GPtrArray *book, int a, int b, const int *choices, int referrer_choice, const int *custom_choice);
void model_separate (Model *m, int merge);

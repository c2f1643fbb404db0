#pragma once
/* What was typed for a client who is not in the base yet; kept with the session until it is saved. */
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonNewClientDraft: texts as typed, never %NULL
 */
typedef struct {
  char *first_name;
  char *patronymic;
  char *surname;
  char *phone;
  char *email;
  char *note;
  gint64 source_id;
} SalonNewClientDraft;

SalonNewClientDraft *salon_new_client_draft_new (void);
SalonNewClientDraft *salon_new_client_draft_new_typed (const char *text);
SalonNewClientDraft *salon_new_client_draft_copy (const SalonNewClientDraft *self);
void salon_new_client_draft_free (SalonNewClientDraft *self);
gboolean salon_new_client_draft_is_empty (const SalonNewClientDraft *self);
char *salon_new_client_draft_name (const SalonNewClientDraft *self);

void salon_new_client_draft_keep (SalonSession *session, const SalonNewClientDraft *draft);
const SalonNewClientDraft *salon_new_client_draft_kept (SalonSession *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonNewClientDraft, salon_new_client_draft_free)

G_END_DECLS

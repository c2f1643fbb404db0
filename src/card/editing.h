#pragma once
/* A design while it is worked on: what is selected, what can be undone, and the verbs of the designer.  No widgets: the
 * designer shows this and hands it keys and movements. */
#include "card/design-edit.h"
#include "card/snap.h"

G_BEGIN_DECLS

#define SALON_CARD_UNDO_STEPS 300

/* Belongs to one thread. */
typedef struct _SalonCardEditing SalonCardEditing;

SalonCardEditing *salon_card_editing_new (SalonCardDesign *design);
void salon_card_editing_free (SalonCardEditing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardEditing, salon_card_editing_free)

SalonCardDesign *salon_card_editing_design (const SalonCardEditing *self);
SalonCardDesign *salon_card_editing_shown (const SalonCardEditing *self);
SalonCardSide salon_card_editing_side (const SalonCardEditing *self);
void salon_card_editing_set_side (SalonCardEditing *self, SalonCardSide side);

const guint *salon_card_editing_selection (const SalonCardEditing *self, guint *n);
gboolean salon_card_editing_is_selected (const SalonCardEditing *self, guint id);
const SalonCardElement *salon_card_editing_single (const SalonCardEditing *self);
SalonCardBox salon_card_editing_box (const SalonCardEditing *self);
void salon_card_editing_select (SalonCardEditing *self, guint id);
void salon_card_editing_toggle (SalonCardEditing *self, guint id);
void salon_card_editing_select_many (SalonCardEditing *self, const guint *ids, guint n, gboolean add);
void salon_card_editing_select_all (SalonCardEditing *self);
void salon_card_editing_step (SalonCardEditing *self, int step);

gboolean salon_card_editing_apply (SalonCardEditing *self, SalonCardDesign *design, const char *merge);
void salon_card_editing_seal (SalonCardEditing *self);
void salon_card_editing_try (SalonCardEditing *self, SalonCardDesign *design);
gboolean salon_card_editing_keep (SalonCardEditing *self);
void salon_card_editing_drop (SalonCardEditing *self);
gboolean salon_card_editing_undo (SalonCardEditing *self);
gboolean salon_card_editing_redo (SalonCardEditing *self);
gboolean salon_card_editing_can_undo (const SalonCardEditing *self);
gboolean salon_card_editing_can_redo (const SalonCardEditing *self);

gboolean salon_card_editing_nudge (SalonCardEditing *self, int dx, int dy);
gboolean salon_card_editing_add (SalonCardEditing *self, const SalonCardElement *element, GError **error);
gboolean salon_card_editing_change (SalonCardEditing *self, const SalonCardElement *element, const char *merge, GError **error);
gboolean salon_card_editing_remove (SalonCardEditing *self);
gboolean salon_card_editing_duplicate (SalonCardEditing *self, GError **error);
gboolean salon_card_editing_restack (SalonCardEditing *self, SalonCardRestack step);
gboolean salon_card_editing_place (SalonCardEditing *self, guint id, guint index);
gboolean salon_card_editing_align (SalonCardEditing *self, SalonCardAlign align);
gboolean salon_card_editing_distribute (SalonCardEditing *self, gboolean down);
GPtrArray *salon_card_editing_copy (const SalonCardEditing *self);
gboolean salon_card_editing_paste (SalonCardEditing *self, GPtrArray *elements, GError **error);

G_END_DECLS

#pragma once
/* What a file is, to be told and corrected before it is read: its sheets, or its encoding and delimiter. */
#include "base/row-source.h"

G_BEGIN_DECLS

typedef enum {
  SALON_EXCHANGE_KIND_BOOK,  /* sheets */
  SALON_EXCHANGE_KIND_TEXT,  /* rows of text */
  SALON_EXCHANGE_KIND_CARDS, /* vCard */
} SalonExchangeKind;

/**
 * SalonExchangeLook:
 * @sheets: names; empty if the file has none
 * @encoding: (nullable): of a text file: "CP1251"
 * @delimiter: of a text file
 */
typedef struct {
  SalonExchangeKind kind;
  char **sheets;
  char *encoding;
  gunichar delimiter;
} SalonExchangeLook;

SalonExchangeLook *salon_exchange_look (const char *path, GError **error);
void salon_exchange_look_free (SalonExchangeLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonExchangeLook, salon_exchange_look_free)

SalonRowSource *salon_exchange_open_as (const char *path, const char *sheet, const char *encoding, gunichar delimiter,
                                        GError **error);

G_END_DECLS

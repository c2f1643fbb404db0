#pragma once
/* Requests about money, for the table of who may do what, and how the rows of that table look. */
#include "model/services/use-case.h"
#include "small-salon.h"

#define OWNER         (1u << SALON_ROLE_OWNER)
#define ADMINISTRATOR (1u << SALON_ROLE_ADMINISTRATOR)
#define MASTER        (1u << SALON_ROLE_MASTER)
#define DESK          (OWNER | ADMINISTRATOR)
#define ALL           (DESK | MASTER)

/* What is asked of the salon, and by whom: made anew for each attempt. */
typedef gpointer (*MakeRequest) (SmallSalon *s);

typedef struct {
  const SalonCommand *command;
  const char *what;
  MakeRequest make;
  guint may;
} RolesCommand;

typedef struct {
  const SalonQuery *query;
  const char *what;
  MakeRequest make; /* NULL: it needs no request */
  guint may;
} RolesQuery;

/* Each ends with a row without a command or query. */
extern const RolesCommand roles_money_commands[];
extern const RolesQuery roles_money_queries[];

#pragma once
/* Requests about reports and about who is in segments and on lists, for the table of who may do what. */
#include "roles-money.h"

/* Each ends with a row without a command or query. */
extern const RolesCommand roles_report_commands[];
extern const RolesQuery roles_report_queries[];

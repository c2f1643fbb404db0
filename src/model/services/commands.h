#pragma once
/* Every command by its name: the log keeps names and shows labels. */
#include "model/services/job.h"

G_BEGIN_DECLS

const SalonCommand *const *salon_commands (guint *n);
const char *salon_command_label (const char *name);
const SalonJobKind *salon_job_kind_of_name (const char *name);

G_END_DECLS

#pragma once
/* The services that an employee does: check boxes by category. */
#include "gui/parts/directory.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SKILLS (salon_skills_get_type ())
G_DECLARE_FINAL_TYPE (SalonSkills, salon_skills, SALON, SKILLS, GtkWidget)

GtkWidget *salon_skills_new (SalonDirectory *directory);
void salon_skills_set (SalonSkills *self, const GArray *service_ids);
GArray *salon_skills_get (SalonSkills *self);

G_END_DECLS

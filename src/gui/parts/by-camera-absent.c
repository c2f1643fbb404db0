/* The program was built without GStreamer or ZBar. */
#include "gui/parts/by-camera.h"

/**
 * salon_by_camera_is_built:
 *
 * Returns: whether the program can use a camera; what needs one is absent otherwise
 */
gboolean
salon_by_camera_is_built (void)
{
  return FALSE;
}

/**
 * salon_by_camera_take_photo: takes none
 */
void
salon_by_camera_take_photo (GtkWidget *from, const char *whose, SalonPhotoTaken taken, gpointer data, GDestroyNotify free_data)
{
  if (free_data != NULL)
    free_data (data);
}

/**
 * salon_by_camera_scan: does nothing
 */
void
salon_by_camera_scan (GtkWidget *from)
{
}

/**
 * salon_by_camera_choice_new:
 *
 * Returns: (nullable): %NULL
 */
GtkWidget *
salon_by_camera_choice_new (void)
{
  return NULL;
}

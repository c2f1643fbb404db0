/* The doors to what a camera does. */
#include "gui/parts/by-camera.h"
#include "gui/parts/camera-choice.h"
#include "gui/parts/camera-photo.h"
#include "gui/parts/camera-scan.h"

/**
 * salon_by_camera_is_built:
 *
 * Returns: whether the program can use a camera; what needs one is absent otherwise
 */
gboolean
salon_by_camera_is_built (void)
{
  return TRUE;
}

/**
 * salon_by_camera_take_photo:
 * @from: any widget of the window in front of which the live picture opens
 * @whose: the name of the person
 * @taken: called at most once, when a photo is to be kept
 * @free_data: (nullable): called in any case
 */
void
salon_by_camera_take_photo (GtkWidget *from, const char *whose, SalonPhotoTaken taken, gpointer data, GDestroyNotify free_data)
{
  salon_camera_photo_present (from, whose, taken, data, free_data);
}

/**
 * salon_by_camera_scan:
 * @from: any widget of the window whose win.scan gets what was read
 */
void
salon_by_camera_scan (GtkWidget *from)
{
  salon_camera_scan_present (from);
}

/**
 * salon_by_camera_choice_new:
 *
 * Returns: (transfer floating) (nullable): which camera this computer uses, with its picture
 */
GtkWidget *
salon_by_camera_choice_new (void)
{
  return salon_camera_choice_new ();
}

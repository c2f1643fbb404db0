#pragma once
/* Pictures that people give: a file, something dropped, something copied; decoded outside of this process. */
#include "base/image-decode.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_picture_ask_file (GtkWidget *from, const char *title, GAsyncReadyCallback callback, gpointer data);
GdkContentFormats *salon_picture_formats (void);
void salon_picture_from_file (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void salon_picture_from_texture (GdkTexture *texture, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void salon_picture_from_drop (GdkDrop *drop, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
void salon_picture_from_clipboard (GdkClipboard *clipboard, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer data);
SalonImage *salon_picture_finish (GAsyncResult *result, GError **error);

G_END_DECLS

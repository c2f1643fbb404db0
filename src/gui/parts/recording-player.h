#pragma once
/* Plays the recording of a call where it stands. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_RECORDING_PLAYER (salon_recording_player_get_type ())
G_DECLARE_FINAL_TYPE (SalonRecordingPlayer, salon_recording_player, SALON, RECORDING_PLAYER, GtkWidget)

GtkWidget *salon_recording_player_new (const char *recording);

G_END_DECLS

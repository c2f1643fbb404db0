#pragma once
/* The line of the channels by which a client may be written to or called. */
#include "gui/parts/client-line.h"

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_CHANNELS (salon_client_channels_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientChannels, salon_client_channels, SALON, CLIENT_CHANNELS, SalonClientLine)

GtkWidget *salon_client_channels_line_new (SalonClientModel *model);

G_END_DECLS

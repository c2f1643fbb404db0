/* The request that most use cases share. */
#include "model/services/use-case.h"

/**
 * salon_id_request_new:
 *
 * Returns: (transfer full): a request about @id; free with g_free()
 */
SalonIdRequest *
salon_id_request_new (gint64 id)
{
  SalonIdRequest *request = g_new0 (SalonIdRequest, 1);

  request->id = id;
  return request;
}

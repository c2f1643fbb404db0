/* Around expat: reads a part block by block, so that memory stays small whatever the part holds.  No document type, so
 * no entities; no tag of megabytes; no depth without end. */
#include "config.h"

#include "exchange/xml-part.h"

#include <expat.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define BLOCK     65536
#define MAX_DEPTH 100
#define MAX_TOKEN (4 << 20) /* bytes without any element or text coming of them */

struct _SalonXmlPart {
  SalonPart *part;
  XML_Parser parser;
  SalonXmlHandlers handlers;
  gpointer data;
  guint depth;
  gsize silent; /* bytes since a handler was called */
  gboolean paused;
  gboolean ended;
  GError *failed;
};

static const char *
without_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
on_start (void *data, const XML_Char *name, const XML_Char **attributes)
{
  SalonXmlPart *self = data;

  self->silent = 0;
  if (self->failed != NULL)
    return;
  if (++self->depth > MAX_DEPTH) {
    XML_StopParser (self->parser, XML_FALSE);
    return;
  }
  if (self->handlers.start != NULL)
    self->handlers.start (self->data, without_prefix (name), (const char *const *) attributes);
}

static void
on_end (void *data, const XML_Char *name)
{
  SalonXmlPart *self = data;

  self->silent = 0;
  self->depth--;
  if (self->failed == NULL && self->handlers.end != NULL)
    self->handlers.end (self->data, without_prefix (name));
}

static void
on_text (void *data, const XML_Char *text, int length)
{
  SalonXmlPart *self = data;

  self->silent = 0;
  if (self->failed == NULL)
    self->handlers.text (self->data, text, (gsize) length);
}

/* No program that writes tables writes one; what has one wants to be clever with entities. */
static void
on_doctype (void *data, const XML_Char *name, const XML_Char *system_id, const XML_Char *public_id, int has_subset)
{
  SalonXmlPart *self = data;

  XML_StopParser (self->parser, XML_FALSE);
}

/**
 * salon_xml_part_open:
 * @name: of the part; must be there
 * @handlers: called with @data by salon_xml_part_run()
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonXmlPart *
salon_xml_part_open (SalonPackage *package, const char *name, const SalonXmlHandlers *handlers, gpointer data,
                     GError **error)
{
  SalonPart *part = salon_part_open (package, name, error);
  SalonXmlPart *self = NULL;

  if (part == NULL)
    return NULL;
  self = g_new0 (SalonXmlPart, 1);
  self->part = part;
  self->handlers = *handlers;
  self->data = data;
  self->parser = XML_ParserCreate (NULL);
  g_assert (self->parser != NULL);
  XML_SetUserData (self->parser, self);
  XML_SetElementHandler (self->parser, on_start, on_end);
  if (handlers->text != NULL)
    XML_SetCharacterDataHandler (self->parser, on_text);
  XML_SetStartDoctypeDeclHandler (self->parser, on_doctype);
  return self;
}

/**
 * salon_xml_part_free:
 */
void
salon_xml_part_free (SalonXmlPart *self)
{
  XML_ParserFree (self->parser);
  salon_part_free (self->part);
  g_clear_error (&self->failed);
  g_free (self);
}

static gboolean
refuse (SalonXmlPart *self, GError **error)
{
  if (self->failed != NULL) {
    g_propagate_error (error, g_steal_pointer (&self->failed));
    return FALSE;
  }
  return salon_package_fail (salon_part_get_package (self->part), salon_part_get_name (self->part), error);
}

static enum XML_Status
feed (SalonXmlPart *self, GError **error)
{
  void *buffer = XML_GetBuffer (self->parser, BLOCK);
  gssize n = buffer != NULL ? salon_part_read (self->part, buffer, BLOCK, error) : 0;

  if (n < 0)
    return XML_STATUS_ERROR;
  self->silent += (gsize) n;
  self->ended = n == 0;
  if (buffer == NULL || self->silent > MAX_TOKEN)
    return XML_STATUS_ERROR;
  return XML_ParseBuffer (self->parser, (int) n, self->ended);
}

/**
 * salon_xml_part_run:
 * @paused: (out): whether a handler called salon_xml_part_pause(); else the part is at its end
 *
 * Reads on from where it was.
 *
 * Returns: %FALSE with a sentence that names the file, or what was given to salon_xml_part_fail()
 */
gboolean
salon_xml_part_run (SalonXmlPart *self, gboolean *paused, GError **error)
{
  enum XML_Status status = XML_STATUS_OK;
  g_autoptr (GError) unread = NULL;

  if (self->paused) {
    self->paused = FALSE;
    status = XML_ResumeParser (self->parser);
  }
  while (status == XML_STATUS_OK && !self->ended && self->failed == NULL)
    status = feed (self, &unread);
  if (unread != NULL) {
    g_propagate_error (error, g_steal_pointer (&unread));
    return FALSE;
  }
  if (status == XML_STATUS_ERROR || self->failed != NULL)
    return refuse (self, error);
  *paused = status == XML_STATUS_SUSPENDED;
  return TRUE;
}

/**
 * salon_xml_part_pause: called by a handler: salon_xml_part_run() is to return after it
 */
void
salon_xml_part_pause (SalonXmlPart *self)
{
  if (self->paused || self->failed != NULL)
    return;
  self->paused = TRUE;
  XML_StopParser (self->parser, XML_TRUE);
}

/**
 * salon_xml_part_fail: called by a handler: salon_xml_part_run() is to fail
 * @error: (transfer full): with this
 */
void
salon_xml_part_fail (SalonXmlPart *self, GError *error)
{
  if (self->failed != NULL) {
    g_error_free (error);
    return;
  }
  self->failed = error;
  XML_StopParser (self->parser, XML_FALSE);
}

/**
 * salon_xml_part_get_share:
 *
 * Returns: how much of the part is read, 0 to 1
 */
double
salon_xml_part_get_share (SalonXmlPart *self)
{
  return salon_part_get_share (self->part);
}

/**
 * salon_xml_attribute:
 * @name: without prefix
 *
 * Returns: (nullable): its value
 */
const char *
salon_xml_attribute (const char *const *attributes, const char *name)
{
  for (; attributes[0] != NULL; attributes += 2)
    if (strcmp (without_prefix (attributes[0]), name) == 0)
      return attributes[1];
  return NULL;
}

/**
 * salon_xml_read_all:
 * @part: (out): set while handlers run, for salon_xml_part_fail()
 *
 * Reads a part from start to end; handlers must not pause.
 */
gboolean
salon_xml_read_all (SalonPackage *package, const char *name, const SalonXmlHandlers *handlers, gpointer data,
                    SalonXmlPart **part, GError **error)
{
  g_autoptr (SalonXmlPart) self = salon_xml_part_open (package, name, handlers, data, error);
  gboolean paused = FALSE, done = FALSE;

  if (self == NULL)
    return FALSE;
  *part = self;
  done = salon_xml_part_run (self, &paused, error);
  *part = NULL;
  return done;
}

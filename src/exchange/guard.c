#include "exchange/guard.h"

#include <string.h>

/* What a spreadsheet skips or what a guard itself adds: behind these a formula is one still. */
static gboolean
is_skipped (gunichar c)
{
  return c == '\'' || c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0;
}

/**
 * salon_guard_is_needed:
 * @text: what a cell is to show
 *
 * A spreadsheet makes a formula of what begins with = + - or @ (also in their wide forms), even behind blanks, and may
 * drop a tab or a line end at the start.  The answer is the same with apostrophes before @text, so that taking one off
 * undoes putting one there.
 *
 * Returns: whether a file without types must have an apostrophe before it
 */
gboolean
salon_guard_is_needed (const char *text)
{
  const char *p = text;

  while (*p == '\'')
    p++;
  if (*p == '\t' || *p == '\r')
    return TRUE;
  while (is_skipped (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  switch (g_utf8_get_char (p)) {
  case '=':
  case '+':
  case '-':
  case '@':
  case 0xFF1D:
  case 0xFF0B:
  case 0xFF0D:
  case 0xFF20:
    return TRUE;
  default:
    return FALSE;
  }
}

/**
 * salon_guard_take_off:
 * @text: a cell of a file without types
 *
 * Returns: (transfer none): @text without the apostrophe, if it is a guard
 */
const char *
salon_guard_take_off (const char *text)
{
  return *text == '\'' && salon_guard_is_needed (text + 1) ? text + 1 : text;
}

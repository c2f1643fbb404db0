/* Keys are told by their place on the keyboard, never by what a layout makes of them: a Russian layout would garble letters.
 * Their times are those of the events, never of their arrival: a program that was busy gets the keys of minutes at once. */
#include "device/wedge.h"

#include <string.h>

#define FIRST_PLACE 10 /* X11 and Wayland: evdev + 8 */
#define SPACE       65
#define FIRST_PAD   79
#define ENTER       36
#define PAD_ENTER   104
#define TAB         23
#define LEFT_SHIFT  50
#define RIGHT_SHIFT 62
#define CAPS_LOCK   66
#define LEFT_ALT    64
#define RIGHT_ALT   108

#define MAX_LENGTH 512
#define MAX_GAPS   64   /* of the first keys: more need not be looked at */
#define FORGOTTEN  1000 /* ms: a key that was pressed so long ago is up, even if nobody saw it */
#define CODE_PAUSE 250  /* ms: within a code that is known to be one, a scanner may be that late */
#define SLOW_OF    8    /* one of so many gaps of a code may be longer */
#define ENDS_LATE  3    /* pauses after which an Enter may still belong to a code */

struct _SalonWedge {
  SalonWedgeOptions options;
  GString *text;
  guint16 gaps[MAX_GAPS]; /* ms between keys, sorted */
  guint n_gaps;
  guint sum;          /* of them */
  guint n_slow;       /* of them that are longer than a scanner's */
  guint n_keys;       /* since the run began */
  guint n_passed;     /* of them that others saw */
  guint32 last;       /* when the last key was pressed */
  guint32 ended;      /* when the last key of a code was pressed that a pause has ended; 0 = none */
  gboolean running;   /* a key was seen, and no pause since */
  gboolean typed;     /* fingers wrote shortly before the run */
  gboolean scanning;  /* it is known that it is the scanner */
  gboolean in_code;   /* Alt is held, and digits of a character's number are typed */
  guint code;         /* that number */
  guint32 down[256];  /* when a key was pressed that is still held; 0 = it is up */
};

/* The keys from 1 (keycode 10) to / (61) of a US keyboard; 0 = not a character. */
static const char plain[] = "1234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./";
static const char shifted[] = "!@#$%^&*()_+\0\0QWERTYUIOP{}\0\0ASDFGHJKL:\"~\0|ZXCVBNM<>?";

/* The keypad from 7 (79) to . (91). */
static const char pad[] = "789-456+1230.";

/**
 * salon_wedge_char:
 * @keycode: the hardware code (X11 and Wayland: evdev + 8)
 *
 * Returns: what a US keyboard writes by it, whatever the layout, CapsLock and NumLock are; 0 = no character
 */
char
salon_wedge_char (guint keycode, gboolean shift)
{
  if (keycode >= FIRST_PLACE && keycode - FIRST_PLACE < sizeof plain - 1)
    return shift ? shifted[keycode - FIRST_PLACE] : plain[keycode - FIRST_PLACE];
  if (keycode >= FIRST_PAD && keycode - FIRST_PAD < sizeof pad - 1)
    return pad[keycode - FIRST_PAD];
  if (keycode == SPACE)
    return ' ';
  return keycode == 63 ? '*' : keycode == 106 ? '/' : '\0';
}

static int
pad_digit (guint keycode)
{
  char c = keycode >= FIRST_PAD && keycode - FIRST_PAD < sizeof pad - 1 ? pad[keycode - FIRST_PAD] : '\0';

  return g_ascii_isdigit (c) ? c - '0' : -1;
}

static gboolean
is_modifier (guint keycode)
{
  return keycode == LEFT_SHIFT || keycode == RIGHT_SHIFT || keycode == CAPS_LOCK || keycode == LEFT_ALT || keycode == RIGHT_ALT;
}

static gboolean
is_end (guint keycode)
{
  return keycode == ENTER || keycode == PAD_ENTER || keycode == TAB;
}

/* ---- the run */

static void
forget_run (SalonWedge *self)
{
  g_string_truncate (self->text, 0);
  self->n_gaps = 0;
  self->sum = 0;
  self->n_slow = 0;
  self->n_keys = 0;
  self->n_passed = 0;
  self->code = 0;
  self->in_code = FALSE;
  self->running = FALSE;
  self->typed = FALSE;
  self->scanning = FALSE;
}

static void
add_gap (SalonWedge *self, guint gap)
{
  guint at = self->n_gaps;

  if (at == MAX_GAPS)
    return;
  for (; at > 0 && self->gaps[at - 1] > gap; at--)
    self->gaps[at] = self->gaps[at - 1];
  self->gaps[at] = (guint16) gap;
  self->n_gaps++;
  self->sum += gap;
  self->n_slow += gap > self->options.gap_ms;
}

/* The middle one; of two the larger. */
static guint
median (const SalonWedge *self)
{
  return self->n_gaps > 0 ? self->gaps[self->n_gaps / 2] : G_MAXUINT;
}

static gboolean
has_prefix (SalonWedge *self)
{
  return self->options.prefix == NULL || g_str_has_prefix (self->text->str, self->options.prefix);
}

/* Fingers that roll over keys are quick now and then; their mean gives them away. */
static gboolean
is_quick (SalonWedge *self)
{
  return self->n_keys >= self->options.length && median (self) <= self->options.gap_ms
         && self->sum <= self->n_gaps * self->options.gap_ms && has_prefix (self);
}

/* Before its end is known: only now and then a key of a scanner is late. */
static gboolean
is_sure (SalonWedge *self)
{
  return is_quick (self) && self->n_slow * SLOW_OF <= self->n_gaps;
}

/* Whether a late key is no more of the run: that was typed, or it is nothing but the last key that was. */
static gboolean
begins_anew (SalonWedge *self, guint gap)
{
  if (self->scanning || gap <= self->options.gap_ms)
    return FALSE;
  return self->n_gaps > 0 ? median (self) > self->options.gap_ms : self->typed;
}

/* Returns: (transfer full) (nullable): the code without what the scanner adds */
static char *
code_of (SalonWedge *self)
{
  gsize from = self->options.prefix != NULL ? strlen (self->options.prefix) : 0;
  gsize to = self->text->len;

  if (self->options.suffix != NULL && g_str_has_suffix (self->text->str, self->options.suffix))
    to -= strlen (self->options.suffix);
  return to > from ? g_strndup (self->text->str + from, to - from) : NULL;
}

static void
end_number (SalonWedge *self)
{
  if (self->in_code && self->code >= ' ' && self->code < 127 && self->text->len < MAX_LENGTH)
    g_string_append_c (self->text, (char) self->code);
  self->code = 0;
  self->in_code = FALSE;
}

/* Returns: (transfer full) (nullable): the code, if it was one */
static char *
end_run (SalonWedge *self)
{
  char *code = NULL;

  end_number (self);
  if (self->scanning)
    code = code_of (self);
  forget_run (self);
  return code;
}

/* ---- keys */

/* A key that is held sends itself again and again, as quick as a scanner. */
static gboolean
is_repeated (SalonWedge *self, guint keycode, guint32 time)
{
  guint32 since = keycode < G_N_ELEMENTS (self->down) ? self->down[keycode] : 0;

  if (keycode < G_N_ELEMENTS (self->down))
    self->down[keycode] = MAX (time, 1);
  return since != 0 && time - since < FORGOTTEN;
}

static void
append_key (SalonWedge *self, guint keycode, SalonWedgeMods mods)
{
  if ((mods & SALON_WEDGE_ALT) != 0) {
    self->code = MIN (self->code * 10 + (guint) pad_digit (keycode), 1000);
    self->in_code = TRUE;
    return;
  }
  end_number (self);
  if (self->text->len < MAX_LENGTH)
    g_string_append_c (self->text, salon_wedge_char (keycode, (mods & SALON_WEDGE_SHIFT) != 0));
}

static void
take_character (SalonWedge *self, guint keycode, SalonWedgeMods mods, guint32 time, SalonWedgeKey *key)
{
  if (self->running && begins_anew (self, time - self->last)) {
    forget_run (self);
    self->typed = TRUE;
  }
  if (!self->running)
    key->first = TRUE;
  else if (self->n_keys > 0)
    add_gap (self, time - self->last);
  self->running = TRUE;
  self->last = time;
  self->n_keys++;
  append_key (self, keycode, mods);
  if (!self->scanning && is_sure (self)) {
    self->scanning = TRUE;
    key->leaked = self->n_passed;
  }
  /* Alt with a digit of the keypad means nothing to anybody else */
  key->take = self->scanning || (mods & SALON_WEDGE_ALT) != 0;
  if (!key->take)
    self->n_passed++;
}

/* Enter or Tab, a while after the code that it belongs to. */
static gboolean
ends_late (SalonWedge *self, guint32 time)
{
  guint32 ended = self->ended;

  self->ended = 0;
  return ended != 0 && time - ended <= ENDS_LATE * salon_wedge_get_pause (self);
}

static void
take_end (SalonWedge *self, guint32 time, SalonWedgeKey *key)
{
  if (!self->scanning && self->running && time - self->last <= 2 * self->options.gap_ms && is_quick (self)) {
    self->scanning = TRUE;
    key->leaked = self->n_passed;
  }
  key->take = self->scanning || (!self->running && ends_late (self, time));
  if (key->scan == NULL)
    key->scan = end_run (self);
  else
    forget_run (self);
}

/* What ends a run at once: a key that no scanner sends. */
static gboolean
is_foreign (guint keycode, SalonWedgeMods mods)
{
  if ((mods & SALON_WEDGE_OTHER) != 0)
    return TRUE;
  return (mods & SALON_WEDGE_ALT) != 0 ? pad_digit (keycode) < 0 : salon_wedge_char (keycode, FALSE) == '\0';
}

/**
 * salon_wedge_press:
 * @keycode: the hardware code of the key (X11 and Wayland: evdev + 8)
 * @mods: what is held down with it; CapsLock, NumLock and the layout do not matter
 * @time: of the event in ms, which may wrap
 *
 * Returns: what the key is; its scan is to be freed
 */
SalonWedgeKey
salon_wedge_press (SalonWedge *self, guint keycode, SalonWedgeMods mods, guint32 time)
{
  SalonWedgeKey key = { FALSE, FALSE, 0, NULL };
  gboolean repeated = is_repeated (self, keycode, time);

  if (self->running && time - self->last > salon_wedge_get_pause (self)) {
    self->ended = self->scanning ? self->last : 0;
    key.scan = end_run (self);
  }
  if (is_modifier (keycode)) {
    if (keycode == LEFT_ALT || keycode == RIGHT_ALT)
      end_number (self);
    self->last = time; /* it belongs to the key that follows */
    return key;
  }
  if (is_end (keycode) && mods == 0 && !repeated) {
    take_end (self, time, &key);
    return key;
  }
  self->ended = 0;
  if (repeated || is_foreign (keycode, mods)) {
    if (key.scan == NULL)
      key.scan = end_run (self);
    else
      forget_run (self);
    return key;
  }
  take_character (self, keycode, mods, time, &key);
  return key;
}

/**
 * salon_wedge_release:
 *
 * Returns: what the key is; only its take is set
 */
SalonWedgeKey
salon_wedge_release (SalonWedge *self, guint keycode, guint32 time)
{
  SalonWedgeKey key = { FALSE, FALSE, 0, NULL };

  if (keycode < G_N_ELEMENTS (self->down))
    self->down[keycode] = 0;
  if (keycode == LEFT_ALT || keycode == RIGHT_ALT)
    end_number (self);
  key.take = self->scanning;
  return key;
}

/**
 * salon_wedge_end:
 *
 * For a scanner that sends neither Enter nor Tab: nothing has come for longer than salon_wedge_get_pause(), and no event
 * waits.
 *
 * Returns: (transfer full) (nullable): the code
 */
char *
salon_wedge_end (SalonWedge *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  self->ended = self->scanning ? self->last : 0;
  return end_run (self);
}

/**
 * salon_wedge_reset: what came is forgotten
 */
void
salon_wedge_reset (SalonWedge *self)
{
  g_return_if_fail (self != NULL);

  forget_run (self);
  self->ended = 0;
  memset (self->down, 0, sizeof self->down);
}

/**
 * salon_wedge_is_scanning:
 *
 * Returns: whether a code is coming, whose end is still to come
 */
gboolean
salon_wedge_is_scanning (const SalonWedge *self)
{
  return self->scanning;
}

/**
 * salon_wedge_get_pause:
 *
 * Returns: ms after which a key does not belong to those before
 */
guint
salon_wedge_get_pause (const SalonWedge *self)
{
  return MAX (self->options.gap_ms * 3, self->scanning ? CODE_PAUSE : 0);
}

/**
 * salon_wedge_get_median:
 *
 * Returns: ms between the keys of the run; 0 = less than two came
 */
guint
salon_wedge_get_median (const SalonWedge *self)
{
  return self->n_gaps > 0 ? median (self) : 0;
}

static char *
not_empty (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/**
 * salon_wedge_new:
 * @options: (nullable): %NULL = the usual ones
 */
SalonWedge *
salon_wedge_new (const SalonWedgeOptions *options)
{
  SalonWedge *self = g_new0 (SalonWedge, 1);

  self->options.gap_ms = options != NULL ? CLAMP (options->gap_ms, 5, 200) : SALON_WEDGE_GAP;
  self->options.length = options != NULL ? CLAMP (options->length, 2, MAX_GAPS) : SALON_WEDGE_LENGTH;
  self->options.prefix = options != NULL ? not_empty (options->prefix) : NULL;
  self->options.suffix = options != NULL ? not_empty (options->suffix) : NULL;
  self->text = g_string_new (NULL);
  return self;
}

/**
 * salon_wedge_free: frees it
 */
void
salon_wedge_free (SalonWedge *self)
{
  g_free (self->options.prefix);
  g_free (self->options.suffix);
  g_string_free (self->text, TRUE);
  g_free (self);
}

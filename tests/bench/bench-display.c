/* Nothing in the program tells when it is usable, and it need not: each time that the X server says that
 * something was painted, the screen is looked at.  When it has stood still for a while, the first look that
 * shows what the last one shows tells when the picture was whole.
 *
 * To be run on a display of its own (tests/support/with-display --wm).  X is asked directly, since a toolkit
 * would paint, too. */
#include "bench-display.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

#define STEP     4     /* every so many pixels one is compared, both ways */
#define ALIKE    0.995 /* of those that changed; the rest is the pointer, or a clock */
#define WAIT_SEC 60    /* for the first thing painted */
#define MOST_SEC 5     /* after it: something that turns or blinks never stands still */

typedef struct {
  gint64 time;
  gint64 cpu;
  guint32 *pixels;
} Look;

struct _BenchDisplay {
  Display *display;
  Window root;
  Damage damage;
  int damage_event;
  XImage *image;
  XShmSegmentInfo shared;
  GArray *looks; /* Look */
  gint64 since;
  clockid_t clock; /* of the program that is watched */
};

static void
look_clear (gpointer look)
{
  g_free (((Look *) look)->pixels);
}

static void
share_image (BenchDisplay *self)
{
  int screen = DefaultScreen (self->display);

  self->image = XShmCreateImage (self->display, DefaultVisual (self->display, screen), (unsigned int) DefaultDepth (self->display, screen),
                                 ZPixmap, NULL, &self->shared, (unsigned int) DisplayWidth (self->display, screen),
                                 (unsigned int) DisplayHeight (self->display, screen));
  self->shared.shmid = shmget (IPC_PRIVATE, (gsize) self->image->bytes_per_line * (gsize) self->image->height, IPC_CREAT | 0600);
  self->shared.shmaddr = self->image->data = shmat (self->shared.shmid, NULL, 0);
  self->shared.readOnly = False;
  XShmAttach (self->display, &self->shared);
  XSync (self->display, False);
  shmctl (self->shared.shmid, IPC_RMID, NULL);
}

BenchDisplay *
bench_display_open (void)
{
  BenchDisplay *self = g_new0 (BenchDisplay, 1);
  int base_error = 0;

  self->display = XOpenDisplay (NULL);
  if (self->display == NULL || !XDamageQueryExtension (self->display, &self->damage_event, &base_error))
    g_error ("There is no X display with the extension DAMAGE");
  self->root = DefaultRootWindow (self->display);
  self->damage = XDamageCreate (self->display, self->root, XDamageReportNonEmpty);
  self->looks = g_array_new (FALSE, FALSE, sizeof (Look));
  g_array_set_clear_func (self->looks, look_clear);
  share_image (self);
  return self;
}

void
bench_display_close (BenchDisplay *self)
{
  XShmDetach (self->display, &self->shared);
  XDestroyImage (self->image);
  shmdt (self->shared.shmaddr);
  XCloseDisplay (self->display);
  g_array_unref (self->looks);
  g_free (self);
}

/* ---- looking */

static guint
n_points (const BenchDisplay *self)
{
  return (guint) (((self->image->width + STEP - 1) / STEP) * ((self->image->height + STEP - 1) / STEP));
}

static gint64
cpu_of (clockid_t clock)
{
  struct timespec used;

  return clock_gettime (clock, &used) == 0 ? used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000 : 0;
}

static void
take_look (BenchDisplay *self)
{
  Look look = { g_get_monotonic_time (), cpu_of (self->clock), g_new (guint32, n_points (self)) };
  guint32 *point = look.pixels;

  XShmGetImage (self->display, self->root, self->image, 0, 0, AllPlanes);
  for (int y = 0; y < self->image->height; y += STEP) {
    const guint32 *row = (const guint32 *) (gpointer) (self->image->data + (gsize) y * (gsize) self->image->bytes_per_line);

    for (int x = 0; x < self->image->width; x += STEP)
      *point++ = row[x];
  }
  g_array_append_val (self->looks, look);
}

/* Takes all that was reported so far as one. */
static gboolean
drain (BenchDisplay *self)
{
  gboolean painted = FALSE;

  while (XPending (self->display) > 0) {
    XEvent event;

    XNextEvent (self->display, &event);
    painted |= event.type == self->damage_event + XDamageNotify;
  }
  if (painted)
    XDamageSubtract (self->display, self->damage, None, None);
  return painted;
}

static gboolean
wait_for_paint (BenchDisplay *self, int milliseconds)
{
  struct pollfd descriptor = { ConnectionNumber (self->display), POLLIN, 0 };
  gint64 until = g_get_monotonic_time () + (gint64) milliseconds * 1000;

  XFlush (self->display);
  for (;;) {
    gint64 left = until - g_get_monotonic_time ();

    if (drain (self))
      return TRUE;
    if (left <= 0)
      return FALSE;
    poll (&descriptor, 1, (int) (left / 1000) + 1);
  }
}

/* Begins a watch: what is on the screen now is what was there before. */
void
bench_display_begin (BenchDisplay *self)
{
  self->clock = CLOCK_PROCESS_CPUTIME_ID;
  g_array_set_size (self->looks, 0);
  XSync (self->display, False);
  drain (self);
  take_look (self);
  self->since = g_get_monotonic_time ();
}

/* Counts the processor time of @pid from here on. */
void
bench_display_follow (BenchDisplay *self, GPid pid)
{
  clock_getcpuclockid (pid, &self->clock);
}

/* ---- judging */

static guint
n_different (const BenchDisplay *self, const Look *one, const Look *other)
{
  guint n = 0;

  for (guint i = 0; i < n_points (self); i++)
    n += one->pixels[i] != other->pixels[i];
  return n;
}

static BenchPainted
judge (const BenchDisplay *self)
{
  const Look *looks = (const Look *) (gpointer) self->looks->data;
  guint last = self->looks->len - 1;
  guint changed = n_different (self, &looks[0], &looks[last]);
  guint whole = last;
  guint first = 0;

  while (whole > 1 && n_different (self, &looks[whole - 1], &looks[last]) <= (guint) (changed * (1 - ALIKE)))
    whole--;
  while (first < whole && n_different (self, &looks[0], &looks[first]) == 0)
    first++;
  return (BenchPainted){ (double) (looks[first].time - self->since), (double) (looks[whole].time - self->since),
                         (double) looks[whole].cpu, (double) changed / n_points (self) };
}

/* Watches until something was painted and then nothing for @quiet_ms, or for MOST_SEC. */
BenchPainted
bench_display_settle (BenchDisplay *self, int quiet_ms)
{
  gint64 until = g_get_monotonic_time () + WAIT_SEC * G_USEC_PER_SEC;
  gboolean changed = FALSE;

  while (g_get_monotonic_time () < until) {
    const Look *looks = NULL;

    if (wait_for_paint (self, quiet_ms))
      take_look (self);
    else if (changed)
      break;
    looks = (const Look *) (gpointer) self->looks->data;
    if (changed || n_different (self, &looks[0], &looks[self->looks->len - 1]) == 0)
      continue;
    changed = TRUE;
    until = g_get_monotonic_time () + MOST_SEC * G_USEC_PER_SEC;
  }
  if (!changed)
    g_error ("Nothing was painted in %d s", WAIT_SEC);
  return judge (self);
}

/* ---- acting */

/* Presses and releases a key, named as in X11/keysymdef.h. */
void
bench_display_key (BenchDisplay *self, const char *name)
{
  KeyCode code = XKeysymToKeycode (self->display, XStringToKeysym (name));

  g_assert (code != 0);
  XTestFakeKeyEvent (self->display, code, True, 0);
  XTestFakeKeyEvent (self->display, code, False, 0);
  XFlush (self->display);
}

static Window
active_window (BenchDisplay *self)
{
  Atom type = None;
  int format = 0;
  unsigned long n = 0;
  unsigned long left = 0;
  unsigned char *data = NULL;
  Window window = None;

  XGetWindowProperty (self->display, self->root, XInternAtom (self->display, "_NET_ACTIVE_WINDOW", False), 0, 1, False,
                      AnyPropertyType, &type, &format, &n, &left, &data);
  if (data != NULL && n == 1 && format == 32)
    memcpy (&window, data, sizeof window);
  if (data != NULL)
    XFree (data);
  return window;
}

/* Asks the active window to close, as its button would. */
void
bench_display_close_window (BenchDisplay *self)
{
  XEvent event = { .xclient = { .type = ClientMessage,
                                .window = active_window (self),
                                .message_type = XInternAtom (self->display, "_NET_CLOSE_WINDOW", False),
                                .format = 32 } };

  XSendEvent (self->display, self->root, False, SubstructureRedirectMask | SubstructureNotifyMask, &event);
  XFlush (self->display);
}

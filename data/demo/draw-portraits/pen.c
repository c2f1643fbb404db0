/* Colours and paths of the portrait painter.  Paths are written like those of SVG (absolute M L C Q Z),
 * because shapes of hair are easier to read and to change that way than as rows of calls. */
#include "pen.h"
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name;
  unsigned rgb;
} TINTS[] = {
  /* backgrounds */
  { "blush", 0xf7dcd6 }, { "peach", 0xfbe1c8 }, { "sand", 0xefe3d0 }, { "sage", 0xd7e4d2 },
  { "mint", 0xcfe8df }, { "sky", 0xd3e4f1 }, { "lavender", 0xe2daf0 }, { "butter", 0xf8e9bf },
  { "dust", 0xe9ccd0 }, { "lagoon", 0xc6e0e2 }, { "cloud", 0xe3e6ec }, { "apricot", 0xf9d3b8 },
  /* skin */
  { "porcelain", 0xfbe3d4 }, { "fair", 0xf8d6bf }, { "warm", 0xf2c6a5 }, { "olive", 0xe2b28b },
  { "tan", 0xcb9369 }, { "brown", 0xa86e4a }, { "deep", 0x7d4d34 },
  /* hair */
  { "black", 0x2b2629 }, { "espresso", 0x43312b }, { "brunette", 0x66452f }, { "chestnut", 0x87503a },
  { "auburn", 0x9c4a2f }, { "ginger", 0xcb7340 }, { "dark-blond", 0xa98152 }, { "blond", 0xdab477 },
  { "honey", 0xc8944f }, { "light", 0xecd2a2 }, { "platinum", 0xf1e4cc }, { "silver", 0xcbcbd1 },
  { "grey", 0x9b9aa2 }, { "white", 0xefeeee }, { "pink", 0xdf93a4 }, { "plum", 0x70405f },
  { "teal-hair", 0x3f8288 }, { "copper", 0xb75b34 },
  /* cloth */
  { "terracotta", 0xc9705a }, { "mustard", 0xdba84c }, { "navy", 0x35486b }, { "forest", 0x3f6b5b },
  { "berry", 0x8c3c5e }, { "dusty-blue", 0x7693b4 }, { "cream", 0xf5eddf }, { "charcoal", 0x464751 },
  { "rose", 0xdb8a95 }, { "moss", 0x8ca287 }, { "teal", 0x33807f }, { "paper", 0xfbf9f5 },
  { "lilac", 0xa796c9 }, { "burgundy", 0x8a3344 }, { "camel", 0xc39d6e }, { "coral", 0xea8b74 },
  { "ink", 0x2c2e3e }, { "denim", 0x5b7ca3 }, { "ochre", 0xc98f3c }, { "gold", 0xd9a94e },
  /* eyes and lips */
  { "eye-brown", 0x5a3825 }, { "eye-hazel", 0x7c6034 }, { "eye-green", 0x55795a }, { "eye-blue", 0x4c7ba3 },
  { "eye-grey", 0x6b7f8c }, { "eye-dark", 0x35241e }, { "lip-red", 0xc23a42 }, { "lip-rose", 0xc9616b },
  { "lip-berry", 0x96384f }, { "lip-coral", 0xd96a5a }, { "lip-nude", 0xc07a68 },
};

static Tint
from_rgb (unsigned rgb)
{
  return (Tint){ ((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0 };
}

Tint
tint (const char *name)
{
  for (size_t i = 0; i < sizeof TINTS / sizeof TINTS[0]; i++)
    if (strcmp (TINTS[i].name, name) == 0)
      return from_rgb (TINTS[i].rgb);
  fprintf (stderr, "no such colour: %s\n", name);
  exit (1);
}

Tint
mix (Tint a, Tint b, double part)
{
  return (Tint){ a.r + (b.r - a.r) * part, a.g + (b.g - a.g) * part, a.b + (b.b - a.b) * part };
}

Tint
darker (Tint a, double by)
{
  return mix (a, (Tint){ 0.13, 0.06, 0.10 }, by);
}

Tint
lighter (Tint a, double by)
{
  return mix (a, (Tint){ 1.0, 0.97, 0.92 }, by);
}

void
set (cairo_t *cr, Tint t, double alpha)
{
  cairo_set_source_rgba (cr, t.r, t.g, t.b, alpha);
}

static const char *
numbers (const char *d, double *v, int n)
{
  for (int i = 0; i < n; i++) {
    char *end = NULL;

    v[i] = strtod (d, &end);
    if (end == d) {
      fprintf (stderr, "bad path at: %s\n", d);
      exit (1);
    }
    d = end;
  }
  return d;
}

void
path (cairo_t *cr, const char *d)
{
  double v[6] = { 0 };
  double x = 0, y = 0;

  while (*d) {
    char verb = *d++;

    if (isspace ((unsigned char) verb))
      continue;
    if (verb == 'Z') {
      cairo_close_path (cr);
    } else if (verb == 'M' || verb == 'L') {
      d = numbers (d, v, 2);
      (verb == 'M' ? cairo_move_to : cairo_line_to) (cr, v[0], v[1]);
    } else if (verb == 'C') {
      d = numbers (d, v, 6);
      cairo_curve_to (cr, v[0], v[1], v[2], v[3], v[4], v[5]);
    } else if (verb == 'Q') {
      d = numbers (d, v, 4);
      cairo_get_current_point (cr, &x, &y);
      cairo_curve_to (cr, x + (v[0] - x) * 2 / 3, y + (v[1] - y) * 2 / 3, v[2] + (v[0] - v[2]) * 2 / 3,
                      v[3] + (v[1] - v[3]) * 2 / 3, v[2], v[3]);
    } else {
      fprintf (stderr, "bad path verb: %c\n", verb);
      exit (1);
    }
  }
}

void
fill (cairo_t *cr, const char *d, Tint t, double alpha)
{
  path (cr, d);
  set (cr, t, alpha);
  cairo_fill (cr);
}

/* The path and its mirror image about the middle of the picture. */
void
both (cairo_t *cr, const char *d)
{
  path (cr, d);
  cairo_save (cr);
  cairo_translate (cr, PORTRAIT_SIZE, 0);
  cairo_scale (cr, -1, 1);
  path (cr, d);
  cairo_restore (cr);
}

void
line (cairo_t *cr, const char *d, double width, Tint t, double alpha)
{
  path (cr, d);
  set (cr, t, alpha);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

void
oval (cairo_t *cr, double x, double y, double rx, double ry)
{
  cairo_new_sub_path (cr);
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, rx, ry);
  cairo_arc (cr, 0, 0, 1, 0, 6.283185307);
  cairo_restore (cr);
}

/* A soft round spot that fades to nothing. */
void
glow (cairo_t *cr, double x, double y, double r, Tint t, double alpha)
{
  cairo_pattern_t *p = cairo_pattern_create_radial (x, y, 0, x, y, r);

  cairo_pattern_add_color_stop_rgba (p, 0, t.r, t.g, t.b, alpha);
  cairo_pattern_add_color_stop_rgba (p, 1, t.r, t.g, t.b, 0);
  cairo_set_source (cr, p);
  cairo_arc (cr, x, y, r, 0, 6.283185307);
  cairo_fill (cr);
  cairo_pattern_destroy (p);
}

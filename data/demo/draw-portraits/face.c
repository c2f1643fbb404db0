/* Face of a portrait: head, eyes, brows, nose, mouth, beard, glasses, earrings. */
#include "pen.h"
#include <stddef.h>

/* The head stands at x 108 … 212, y 76 … 216; hair is drawn to fit these figures. */
static const char HEAD[] = "M 160 76 C 200 76 215 108 212 146 C 211 172 204 190 190 204 C 180 214 170 217 160 217 "
                           "C 150 217 140 214 130 204 C 116 190 109 172 108 146 C 105 108 120 76 160 76 Z";
static const char HEAD_MAN[] = "M 160 76 C 200 76 215 108 212 146 C 212 174 208 190 195 205 C 183 217 172 219 160 219 "
                               "C 148 219 137 217 125 205 C 112 190 108 174 108 146 C 105 108 120 76 160 76 Z";

static const char *
head_of (const Person *who)
{
  return who->sex[0] == 'm' && who->age > 16 ? HEAD_MAN : HEAD;
}

void
draw_face (Pen *pen)
{
  cairo_t *cr = pen->cr;
  double turn = pen->who->turn;

  oval (cr, 108 - turn * 0.3, 153, 9, 14);
  oval (cr, 212 - turn * 0.3, 153, 9, 14);
  set (cr, mix (pen->skin, pen->shade, 0.45), 1);
  cairo_fill (cr);
  line (cr, "M 104 148 C 102 153 104 158 107 161", 2, pen->shade, 0.8);
  line (cr, "M 216 148 C 218 153 216 158 213 161", 2, pen->shade, 0.8);

  path (cr, head_of (pen->who));
  set (cr, pen->skin, 1);
  cairo_fill (cr);

  cairo_save (cr);
  path (cr, head_of (pen->who));
  cairo_clip (cr);
  glow (cr, 216, 176, 62, pen->shade, 0.55);
  glow (cr, 160, 232, 44, pen->shade, 0.5);
  glow (cr, 160, 84, 56, pen->shade, 0.30);
  cairo_restore (cr);
}

static void
draw_brows (Pen *pen)
{
  cairo_t *cr = pen->cr;

  if (pen->who->sex[0] == 'm') {
    both (cr, "M 117.5 137 C 122 128 134 126.5 149 132.5 C 150.5 134.5 149.5 138 147 138 C 136 133.5 126 133 118.5 138.5 Z");
  } else {
    both (cr, "M 117.5 136 C 122 128 133 126 147.5 132.5 C 149 133.5 148.5 136 146.5 136 C 134 131 125 131 118.5 137 Z");
  }
  set (cr, pen->brow, 0.92);
  cairo_fill (cr);
}

static void
draw_open_eye (Pen *pen, double x, double outside)
{
  cairo_t *cr = pen->cr;
  cairo_save (cr);
  cairo_translate (cr, x, 153);
  cairo_scale (cr, outside, 1);

  path (cr, "M -11 1.5 C -6 -7.5 5 -8 11.5 0.5 C 6 6.5 -5 7 -11 1.5 Z");
  cairo_save (cr);
  cairo_clip_preserve (cr);
  set (cr, (Tint){ 0.995, 0.985, 0.975 }, 1);
  cairo_fill (cr);
  oval (cr, outside * pen->who->turn * 0.25, -0.6, 6.4, 6.6);
  set (cr, tint (pen->who->iris), 1);
  cairo_fill (cr);
  oval (cr, outside * pen->who->turn * 0.25, -0.6, 3.2, 3.4);
  set (cr, (Tint){ 0.10, 0.07, 0.07 }, 1);
  cairo_fill (cr);
  set (cr, pen->deep, 0.22);
  path (cr, "M -12 -1 C -6 -9 6 -9 13 -1 C 6 -5 -6 -5 -12 -1 Z");
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_new_path (cr);

  oval (cr, outside * (2.2 + pen->who->turn * 0.25 * outside), -2.8, 1.7, 1.7);
  set (cr, (Tint){ 1, 1, 1 }, 0.95);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_lid (Pen *pen, double x, double outside)
{
  cairo_t *cr = pen->cr;
  Tint lash = mix (pen->brow, (Tint){ 0.12, 0.08, 0.09 }, 0.75);

  cairo_save (cr);
  cairo_translate (cr, x, 153);
  cairo_scale (cr, outside, 1);
  if (pen->who->eyes == EYES_HAPPY) {
    line (cr, "M -10.5 2 C -6 -6 6 -6 11 1.5", 3.2, lash, 1);
    if (pen->who->sex[0] == 'f')
      line (cr, "M 9 -0.5 L 13.5 -2", 2.2, lash, 1);
  } else if (pen->who->sex[0] == 'f') {
    fill (cr, "M -11.5 2 C -6 -8.5 5 -9.5 11.5 -0.5 L 15 -3.5 C 13.5 0 13 1.2 11.5 2 C 6 -5.5 -5 -5.5 -11.5 2 Z", lash, 1);
  } else {
    line (cr, "M -11 1.5 C -6 -7 5 -7.5 11.5 0.5", 2.2, lash, 1);
  }
  if (pen->who->age >= 50)
    line (cr, "M -8 8.5 C -3 11 4 11 9 8", 1.4, pen->deep, 0.28);
  else
    line (cr, "M -8 -8.5 C -3 -12 5 -12 10 -7", 1.3, pen->deep, 0.25);
  cairo_restore (cr);
}

static void
draw_eyes (Pen *pen)
{
  if (pen->who->eyes == EYES_OPEN) {
    draw_open_eye (pen, 134.5, -1);
    draw_open_eye (pen, 185.5, 1);
  }
  draw_lid (pen, 134.5, -1);
  draw_lid (pen, 185.5, 1);
}

static void
draw_nose (Pen *pen)
{
  line (pen->cr, "M 151.5 177 C 153 182 158 183.2 161 182.2 C 165 183 168 180.5 168.8 177", 2.3, pen->deep, 0.55);
  line (pen->cr, "M 165 150 C 164 160 166 168 168.5 173", 1.8, pen->deep, 0.16);
}

static Tint
lip_colour (Pen *pen)
{
  if (pen->who->lips)
    return tint (pen->who->lips);
  return mix (pen->shade, (Tint){ 0.70, 0.30, 0.28 }, 0.55);
}

static void
draw_mouth (Pen *pen)
{
  cairo_t *cr = pen->cr;
  Tint lips = lip_colour (pen);
  double upper = pen->who->sex[0] == 'f' ? 1.0 : 0.55;

  cairo_save (cr);
  if (pen->who->mouth == MOUTH_GRIN) {
    fill (cr, "M 140 191.5 C 150 189 170 189 180 191.5 C 178 203 170 208.5 160 208.5 C 150 208.5 142 203 140 191.5 Z", lips, upper);
    fill (cr, "M 143.5 193 C 152 191.8 168 191.8 176.5 193 C 174.5 200.5 168 203.8 160 203.8 C 152 203.8 145.5 200.5 143.5 193 Z",
          (Tint){ 1, 0.99, 0.97 }, 1);
    line (cr, "M 139 191 C 150 189.5 170 189.5 181 191", 1.6, darker (lips, 0.4), 0.55);
  } else if (pen->who->sex[0] == 'f') {
    fill (cr, "M 142 192.5 C 149 193 154.5 190.6 157.5 191 L 160 192.2 L 162.5 191 C 165.5 190.6 171 193 178 192.5 "
              "C 173 202 167 205.4 160 205.4 C 153 205.4 147 202 142 192.5 Z", lips, 0.95);
    line (cr, "M 140.5 191.4 C 148 198.6 172 198.6 179.5 191.4", 1.8, darker (lips, 0.45), 0.8);
    line (cr, "M 153 202 C 158 203.4 163 203.4 167 202", 1.6, lighter (lips, 0.5), 0.55);
  } else {
    const char *smile = pen->who->mouth == MOUTH_SOFT ? "M 146 196.5 C 154 198.5 166 198.5 174 196.5"
                        : pen->who->mouth == MOUTH_HALF ? "M 146 197 C 154 200.5 168 199.5 176 193.5"
                                                        : "M 143.5 194.5 C 151 201 169 201 176.5 194.5";

    line (cr, smile, 2.8, darker (lips, 0.35), 0.95);
    line (cr, "M 153 204.5 C 158 206 162 206 167 204.5", 2.2, pen->deep, 0.25);
  }
  cairo_restore (cr);
}

static void
draw_age (Pen *pen)
{
  cairo_t *cr = pen->cr;
  double strength = pen->who->age >= 62 ? 0.32 : pen->who->age >= 50 ? 0.17 : 0;

  if (strength <= 0)
    return;
  both (cr, "M 143 180 C 138 185 136 190 136.5 195");
  set (cr, pen->deep, strength);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  if (pen->who->age >= 62) {
    both (cr, "M 114 150 L 118.5 151.5 M 114.5 157 L 118.5 156.5");
    cairo_stroke (cr);
    line (cr, "M 143 113 C 153 110.5 167 110.5 177 113", 1.5, pen->deep, 0.25);
  }
}

static void
draw_freckles (Pen *pen)
{
  static const double AT[][2] = { { 126, 172 }, { 131, 168 }, { 134, 174 }, { 139, 170 }, { 143, 175 }, { 177, 175 },
                                  { 181, 170 }, { 186, 174 }, { 189, 168 }, { 194, 172 }, { 156, 170 }, { 164, 171 } };

  for (unsigned i = 0; i < sizeof AT / sizeof AT[0]; i++)
    oval (pen->cr, AT[i][0], AT[i][1], 1.2, 1.2);
  set (pen->cr, mix (pen->deep, (Tint){ 0.7, 0.36, 0.18 }, 0.5), 0.55);
  cairo_fill (pen->cr);
}

void
draw_features (Pen *pen)
{
  cairo_t *cr = pen->cr;
  Tint blush = mix (pen->shade, (Tint){ 0.93, 0.35, 0.36 }, 0.5);
  double rosy = pen->who->sex[0] == 'f' ? 0.42 : 0.22;

  cairo_save (cr);
  cairo_translate (cr, pen->who->turn, 0);
  glow (cr, 127, 178, 19, blush, rosy);
  glow (cr, 193, 178, 19, blush, rosy);
  if (pen->who->freckles)
    draw_freckles (pen);
  draw_brows (pen);
  draw_eyes (pen);
  draw_nose (pen);
  draw_age (pen);
  draw_beard (pen);
  draw_mouth (pen);
  cairo_restore (cr);
}

static const char FULL_BEARD[] =
    "M 108 150 C 110 168 116 182 124 186 C 134 190 140 184 147 184.5 C 153 185 156 188 160 188 C 164 188 167 185 173 184.5 "
    "C 180 184 186 190 196 186 C 204 182 210 168 212 150 C 214 180 210 200 196 214 C 184 226 172 229 160 229 "
    "C 148 229 136 226 124 214 C 110 200 106 180 108 150 Z "
    "M 141 192 C 146 203 152 206.5 160 206.5 C 168 206.5 174 203 179 192 C 170 189.5 150 189.5 141 192 Z";
static const char SHORT_BEARD[] =
    "M 108 150 C 109 170 113 186 122 192 C 130 197 138 190 146 186.5 C 152 185 157 188 160 188 C 163 188 168 185 174 186.5 "
    "C 182 190 190 197 198 192 C 207 186 211 170 212 150 C 213 176 208 192 195 205.5 C 183 218 172 220 160 220 "
    "C 148 220 137 218 125 205.5 C 112 192 107 176 108 150 Z "
    "M 141 192 C 146 203 152 205.5 160 205.5 C 168 205.5 174 203 179 192 C 170 190.5 150 190.5 141 192 Z";
static const char GOATEE[] =
    "M 138 192 C 141 186.5 150 184.5 160 187 C 170 184.5 179 186.5 182 192 C 184 204 178 222 160 222.5 C 142 222 136 204 138 192 Z "
    "M 144 192.5 C 148 203 152 205.5 160 205.5 C 168 205.5 172 203 176 192.5 C 170 190 150 190 144 192.5 Z";

void
draw_beard (Pen *pen)
{
  cairo_t *cr = pen->cr;
  const char *shape = NULL;
  double alpha = 1;
  Tint colour = mix (pen->brow, pen->root, 0.35);

  switch (pen->who->beard) {
  case BEARD_FULL: shape = FULL_BEARD; break;
  case BEARD_SHORT: shape = SHORT_BEARD; alpha = 0.88; break;
  case BEARD_STUBBLE: shape = SHORT_BEARD; alpha = 0.2; break;
  case BEARD_GOATEE: shape = GOATEE; break;
  case BEARD_MOUSTACHE:
    shape = "M 138 193.5 C 142 186 151 183.5 160 187.5 C 169 183.5 178 186 182 193.5 C 174 194.5 168 190.8 160 192 C 152 190.8 146 194.5 138 193.5 Z";
    break;
  case BEARD_NONE: return;
  default: return;
  }
  cairo_save (cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  fill (cr, shape, colour, alpha);
  cairo_restore (cr);
}

static void
lens (cairo_t *cr, double x, double outside, Glasses kind)
{
  cairo_save (cr);
  cairo_translate (cr, x, 154);
  cairo_scale (cr, outside, 1);
  if (kind == GLASSES_ROUND || kind == GLASSES_THIN)
    oval (cr, 0.5, 0, 19, 18);
  else if (kind == GLASSES_SQUARE)
    path (cr, "M -17 -13 C -8 -15 10 -15 19 -13 C 21 -4 20 8 16 14 C 8 16 -8 16 -14 13 C -18 6 -19 -6 -17 -13 Z");
  else
    path (cr, "M -18 -9 C -8 -14 10 -16 25 -18 C 24 -4 20 9 12 13 C 2 16 -10 15 -15 9 C -18 4 -19 -3 -18 -9 Z");
  cairo_restore (cr);
}

void
draw_glasses (Pen *pen)
{
  cairo_t *cr = pen->cr;
  Tint frame = { 0 };
  double width = pen->who->glasses == GLASSES_THIN ? 2.2 : 3.6;

  if (pen->who->glasses == GLASSES_NONE)
    return;
  frame = tint (pen->who->frame);
  cairo_save (cr);
  cairo_translate (cr, pen->who->turn, 0);
  lens (cr, 134, -1, pen->who->glasses);
  lens (cr, 186, 1, pen->who->glasses);
  set (cr, (Tint){ 1, 1, 1 }, 0.16);
  cairo_fill_preserve (cr);
  set (cr, frame, 1);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  line (cr, "M 153 151 C 157 147.5 163 147.5 167 151", width, frame, 1);
  line (cr, "M 124 163 L 136 145", 2.4, (Tint){ 1, 1, 1 }, 0.35);
  line (cr, "M 177 163 L 189 145", 2.4, (Tint){ 1, 1, 1 }, 0.35);
  cairo_restore (cr);
  path (cr, pen->who->turn < 0 ? "M 206 149 L 214 147" : "M 114 149 L 106 147");
  set (cr, frame, 1);
  cairo_set_line_width (cr, width * 0.9);
  cairo_stroke (cr);
}

void
draw_rings (Pen *pen)
{
  cairo_t *cr = pen->cr;
  Tint gold = tint ("gold");

  switch (pen->who->ring) {
  case RING_STUD:
    oval (cr, 106, 167, 3.2, 3.2);
    oval (cr, 214, 167, 3.2, 3.2);
    set (cr, gold, 1);
    cairo_fill (cr);
    break;
  case RING_PEARL:
    oval (cr, 105, 170, 5, 5);
    oval (cr, 215, 170, 5, 5);
    set (cr, (Tint){ 0.99, 0.97, 0.94 }, 1);
    cairo_fill_preserve (cr);
    set (cr, (Tint){ 0.80, 0.74, 0.70 }, 0.6);
    cairo_set_line_width (cr, 1);
    cairo_stroke (cr);
    break;
  case RING_HOOP:
    oval (cr, 104, 178, 9, 11);
    oval (cr, 216, 178, 9, 11);
    set (cr, gold, 1);
    cairo_set_line_width (cr, 2.8);
    cairo_stroke (cr);
    break;
  case RING_DROP:
    both (cr, "M 105 165 L 105 173 C 100 181 100 188 105 188 C 110 188 110 181 105 173 Z");
    set (cr, pen->who->cloth2 ? tint (pen->who->cloth2) : gold, 1);
    cairo_fill_preserve (cr);
    set (cr, gold, 1);
    cairo_set_line_width (cr, 1.6);
    cairo_stroke (cr);
    break;
  case RING_NONE:
  default: break;
  }
}

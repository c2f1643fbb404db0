/* Neck, shoulders and what people wear. */
#include "pen.h"

static const char BODY[] = "M 22 326 C 26 286 52 270 92 260 C 118 253 136 250 138 234 L 138 188 L 182 188 L 182 234 "
                           "C 184 250 202 253 228 260 C 268 270 294 286 298 326 Z";
/* From the left hem over the left shoulder; the neckline of each garment closes it. */
#define SHOULDER_LEFT  "M 16 328 C 22 284 48 269 92 258.5 C 108 254.5 119 251 127 246 "
#define SHOULDER_RIGHT " C 201 251 212 254.5 228 258.5 C 272 269 298 284 304 328 Z"

void
draw_neck (Pen *pen)
{
  cairo_t *cr = pen->cr;

  fill (cr, BODY, pen->skin, 1);
  cairo_save (cr);
  path (cr, BODY);
  cairo_clip (cr);
  fill (cr, "M 130 180 L 190 180 L 184 222 C 178 240 150 240 138 224 Z", pen->shade, 0.8);
  glow (cr, 290, 320, 110, pen->shade, 0.5);
  cairo_restore (cr);
  line (cr, "M 128 262 C 138 262 146 266 150 271", 1.8, pen->shade, 0.7);
  line (cr, "M 192 262 C 182 262 174 266 170 271", 1.8, pen->shade, 0.7);
}

static void
shaded (cairo_t *cr, const char *d, Tint cloth)
{
  cairo_save (cr);
  path (cr, d);
  cairo_clip_preserve (cr);
  set (cr, cloth, 1);
  cairo_fill (cr);
  glow (cr, 300, 330, 130, darker (cloth, 0.45), 0.55);
  glow (cr, 70, 270, 80, lighter (cloth, 0.6), 0.35);
  line (cr, "M 72 328 C 74 310 78 300 86 291", 2, darker (cloth, 0.35), 0.45);
  line (cr, "M 248 328 C 246 310 242 300 234 291", 2, darker (cloth, 0.35), 0.45);
  cairo_restore (cr);
}

static void
necklace (Pen *pen)
{
  line (pen->cr, "M 132 249 C 138 272 150 281 160 282 C 170 281 182 272 188 249", 1.8, tint ("gold"), 0.95);
  oval (pen->cr, 160, 285, 3.6, 3.6);
  set (pen->cr, tint ("gold"), 1);
  cairo_fill (pen->cr);
}

static void
wear_crew (Pen *pen, Tint cloth)
{
  shaded (pen->cr, SHOULDER_LEFT "C 136 266 184 266 193 246" SHOULDER_RIGHT, cloth);
  line (pen->cr, "M 127 247 C 136 268 184 268 193 247", 4.5, darker (cloth, 0.16), 1);
}

static void
wear_stripes (Pen *pen, Tint cloth, Tint stripe)
{
  cairo_t *cr = pen->cr;

  wear_crew (pen, cloth);
  cairo_save (cr);
  path (cr, SHOULDER_LEFT "C 136 266 184 266 193 246" SHOULDER_RIGHT);
  cairo_clip (cr);
  for (int i = 0; i < 4; i++) {
    cairo_save (cr);
    cairo_translate (cr, 0, i * 17);
    line (cr, "M 6 288 C 60 268 110 276 160 276 C 210 276 260 268 314 288", 5.5, stripe, 0.9);
    cairo_restore (cr);
  }
  cairo_restore (cr);
  line (cr, "M 127 247 C 136 268 184 268 193 247", 5, stripe, 1);
}

static void
wear_vneck (Pen *pen, Tint cloth)
{
  shaded (pen->cr, SHOULDER_LEFT "C 134 268 148 288 160 300 C 172 288 186 268 193 246" SHOULDER_RIGHT, cloth);
  line (pen->cr, "M 127 247 C 134 269 148 289 160 301 C 172 289 186 269 193 247", 4, darker (cloth, 0.16), 1);
}

static void
wear_turtle (Pen *pen, Tint cloth)
{
  shaded (pen->cr, SHOULDER_LEFT "L 193 246" SHOULDER_RIGHT, cloth);
  fill (pen->cr, "M 135 219 C 146 229 174 229 185 219 C 189 232 191 244 195 251 C 178 263 142 263 125 251 C 129 244 131 232 135 219 Z",
        cloth, 1);
  line (pen->cr, "M 125 251 C 142 263 178 263 195 251", 2.4, darker (cloth, 0.25), 0.7);
  line (pen->cr, "M 135 219 C 146 229 174 229 185 219", 2.2, darker (cloth, 0.25), 0.5);
  for (int i = 0; i < 5; i++) {
    double x = 142 + i * 9;

    cairo_move_to (pen->cr, x, 229);
    cairo_line_to (pen->cr, x + (i - 2) * 0.9, 253);
  }
  set (pen->cr, darker (cloth, 0.25), 0.25);
  cairo_set_line_width (pen->cr, 1.6);
  cairo_stroke (pen->cr);
}

static void
collar (Pen *pen, Tint cloth)
{
  both (pen->cr, "M 136 234 C 128 240 124 246 122 252 L 138 282 L 160 264 C 150 258 141 248 136 234 Z");
  set (pen->cr, lighter (cloth, 0.12), 1);
  cairo_fill (pen->cr);
  both (pen->cr, "M 122 252 L 138 282 L 160 264");
  set (pen->cr, darker (cloth, 0.3), 0.35);
  cairo_set_line_width (pen->cr, 1.8);
  cairo_stroke (pen->cr);
}

static void
wear_shirt (Pen *pen, Tint cloth)
{
  cairo_t *cr = pen->cr;

  shaded (cr, SHOULDER_LEFT "L 160 268 L 193 246" SHOULDER_RIGHT, cloth);
  line (cr, "M 160 266 L 160 326", 2, darker (cloth, 0.3), 0.45);
  collar (pen, cloth);
  oval (cr, 165, 292, 2.4, 2.4);
  oval (cr, 165, 312, 2.4, 2.4);
  set (cr, darker (cloth, 0.35), 0.6);
  cairo_fill (cr);
}

static void
wear_jacket (Pen *pen, Tint cloth, Tint under, int lapels)
{
  cairo_t *cr = pen->cr;

  shaded (cr, SHOULDER_LEFT "C 138 270 182 270 193 246" SHOULDER_RIGHT, under);
  shaded (cr, "M 14 328 C 20 282 48 267 92 257 C 106 253.5 116 250 125 244 C 126 268 136 300 146 328 Z", cloth);
  cairo_save (cr);
  cairo_translate (cr, PORTRAIT_SIZE, 0);
  cairo_scale (cr, -1, 1);
  fill (cr, "M 14 328 C 20 282 48 267 92 257 C 106 253.5 116 250 125 244 C 126 268 136 300 146 328 Z", darker (cloth, 0.08), 1);
  cairo_restore (cr);
  if (!lapels) {
    line (cr, "M 125 246 C 127 270 137 302 146 326", 5, darker (cloth, 0.2), 0.7);
    line (cr, "M 195 246 C 193 270 183 302 174 326", 5, darker (cloth, 0.2), 0.7);
    return;
  }
  both (cr, "M 125 243 C 114 249 108 253 103 256 L 96 284 L 108 287 L 104 298 L 146 328 C 136 300 127 268 125 243 Z");
  set (cr, lighter (cloth, 0.10), 1);
  cairo_fill_preserve (cr);
  set (cr, darker (cloth, 0.4), 0.3);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

static void
wear_boat (Pen *pen, Tint cloth)
{
  shaded (pen->cr, "M 16 328 C 20 300 34 284 56 276 C 100 292 220 292 264 276 C 286 284 300 300 304 328 Z", cloth);
  line (pen->cr, "M 57 277 C 100 293 220 293 263 277", 4, darker (cloth, 0.16), 1);
  necklace (pen);
}

static void
wear_straps (Pen *pen, Tint cloth)
{
  shaded (pen->cr, "M 62 328 C 70 304 84 296 96 290 C 120 286 140 302 160 302 C 180 302 200 286 224 290 C 236 296 250 304 258 328 Z", cloth);
  both (pen->cr, "M 101 292 C 104 276 106 266 109 256");
  set (pen->cr, cloth, 1);
  cairo_set_line_width (pen->cr, 7);
  cairo_stroke (pen->cr);
  necklace (pen);
}

static void
wear_hoodie (Pen *pen, Tint cloth)
{
  cairo_t *cr = pen->cr;

  shaded (cr, SHOULDER_LEFT "C 136 272 184 272 193 246" SHOULDER_RIGHT, cloth);
  both (cr, "M 128 232 C 112 240 100 250 102 262 C 118 276 142 284 160 286 C 146 276 132 258 134 236 Z");
  set (cr, lighter (cloth, 0.12), 1);
  cairo_fill (cr);
  both (cr, "M 102 262 C 118 276 142 284 160 286");
  set (cr, darker (cloth, 0.35), 0.4);
  cairo_set_line_width (cr, 2.2);
  cairo_stroke (cr);
  line (cr, "M 147 281 L 145 306", 2.8, (Tint){ 0.98, 0.97, 0.94 }, 0.95);
  line (cr, "M 173 281 L 175 302", 2.8, (Tint){ 0.98, 0.97, 0.94 }, 0.95);
}

static void
wear_scarf (Pen *pen, Tint cloth, Tint scarf)
{
  cairo_t *cr = pen->cr;

  wear_crew (pen, cloth);
  fill (cr, "M 172 252 C 190 268 196 296 192 326 L 158 326 C 162 300 160 276 152 260 Z", darker (scarf, 0.12), 1);
  fill (cr, "M 126 226 C 138 240 182 240 194 226 C 206 236 210 252 202 262 C 180 280 140 280 118 262 C 110 252 114 236 126 226 Z",
        scarf, 1);
  line (cr, "M 120 244 C 138 258 180 258 200 242", 2.4, darker (scarf, 0.28), 0.55);
  line (cr, "M 124 258 C 142 270 176 270 194 258", 2.2, darker (scarf, 0.28), 0.45);
  line (cr, "M 170 280 C 176 294 177 310 176 326", 2, darker (scarf, 0.3), 0.45);
}

static void
wear_bow (Pen *pen, Tint cloth)
{
  cairo_t *cr = pen->cr;
  Tint bow = lighter (cloth, 0.12);

  shaded (cr, SHOULDER_LEFT "C 140 258 180 258 193 246" SHOULDER_RIGHT, cloth);
  line (cr, "M 128 246 C 140 259 180 259 192 246", 9, darker (cloth, 0.1), 1);
  both (cr, "M 160 260 C 146 244 126 250 122 262 C 124 276 146 276 160 264 Z");
  set (cr, bow, 1);
  cairo_fill_preserve (cr);
  set (cr, darker (cloth, 0.3), 0.35);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
  fill (cr, "M 158 264 C 150 286 146 300 140 314 L 154 318 C 160 300 162 282 163 264 Z", bow, 1);
  fill (cr, "M 162 264 C 168 286 174 298 182 310 L 168 318 C 162 300 159 282 157 264 Z", darker (bow, 0.06), 1);
  oval (cr, 160, 262, 7.5, 7.5);
  set (cr, darker (bow, 0.1), 1);
  cairo_fill (cr);
}

void
draw_clothes (Pen *pen)
{
  Tint cloth = tint (pen->who->cloth);
  Tint other = tint (pen->who->cloth2 ? pen->who->cloth2 : "paper");

  switch (pen->who->wear) {
  case WEAR_CREW: wear_crew (pen, cloth); break;
  case WEAR_VNECK: wear_vneck (pen, cloth); break;
  case WEAR_TURTLE: wear_turtle (pen, cloth); break;
  case WEAR_SHIRT: wear_shirt (pen, cloth); break;
  case WEAR_BLAZER: wear_jacket (pen, cloth, other, 1); break;
  case WEAR_CARDIGAN: wear_jacket (pen, cloth, other, 0); break;
  case WEAR_BOAT: wear_boat (pen, cloth); break;
  case WEAR_STRAPS: wear_straps (pen, cloth); break;
  case WEAR_HOODIE: wear_hoodie (pen, cloth); break;
  case WEAR_SCARF: wear_scarf (pen, cloth, other); break;
  case WEAR_STRIPES: wear_stripes (pen, cloth, other); break;
  case WEAR_BLOUSE_BOW: wear_bow (pen, cloth); break;
  default: break;
  }
}

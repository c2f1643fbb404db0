/* Short hair of men and boys, and a knitted hat. */
#include "pen.h"
#include <stddef.h>

static void
nape (Pen *pen)
{
  hair_fill (pen, "M 102 156 C 92 90 124 60 160 60 C 196 60 228 90 218 156 C 216 172 208 180 160 180 C 112 180 104 172 102 156 Z", 0.25);
}

static void
side_part (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 130 66 C 104 70 94 100 102 150 L 109 150 C 110 130 114 116 124 104 C 150 110 190 104 200 96 C 208 112 210 130 211 150 L 218 150 C 224 108 220 54 168 52 C 150 52 138 58 130 66 Z", 0);
    hair_lines (pen, "M 140 66 C 166 58 196 64 208 92 M 136 78 C 160 72 186 74 202 88 M 130 92 C 152 90 178 88 196 90", 2.5);
    hair_dark_lines (pen, "M 124 102 C 124 88 126 78 132 68", 2.2);
  }
}

static void
quiff (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 108 108 C 100 118 101 138 104 152 L 109 152 C 110 134 112 122 117 112 Z M 212 108 C 220 118 219 138 216 152 L 211 152 C 210 134 208 122 203 112 Z", 0.18);
    hair_fill (pen, "M 106 116 C 98 84 112 52 150 44 C 184 34 222 52 220 84 C 220 98 216 108 212 116 C 204 104 188 100 170 100 C 150 100 122 100 106 116 Z", 0);
    hair_lines (pen, "M 118 100 C 114 76 130 56 158 52 M 134 94 C 134 74 150 60 178 54 M 152 92 C 154 76 170 64 198 62 M 172 92 C 178 80 192 72 210 76", 2.6);
  }
}

static void
buzz (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 104 150 C 96 92 126 68 160 68 C 194 68 224 92 216 150 Z", 0.1);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 70 C 120 69 98 96 104 148 L 109 150 C 109 128 114 114 124 106 C 146 100 174 100 196 106 C 206 114 211 128 211 150 L 216 148 C 222 96 200 69 160 70 Z", 0);
    hair_lines (pen, "M 136 80 C 150 76 172 76 186 81", 2.2);
  }
}

static void
bald (Pen *pen, Layer layer)
{
  if (layer == LAYER_FRONT) {
    glow (pen->cr, 142, 96, 26, lighter (pen->skin, 0.7), 0.6);
    if (pen->who->age > 55)
      hair_fill (pen, "M 105 122 C 98 132 98 146 104 160 L 108 150 C 108 140 108 130 110 120 Z M 215 122 C 222 132 222 146 216 160 L 212 150 C 212 140 212 130 210 120 Z", 0);
  }
}

static void
curly_top (Pen *pen, Layer layer)
{
  static const double TOP[] = { 116, 92, 18, 134, 76, 19, 156, 68, 20, 180, 72, 20, 202, 88, 18, 208, 106, 12, 112, 108, 12, 128, 100, 13, 146, 98, 13, 164, 97, 13, 182, 98, 13, 196, 102, 12, 158, 84, 26 };

  if (layer == LAYER_BACK) {
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 106 104 C 99 118 101 138 104 152 L 109 152 C 110 134 112 122 117 112 Z M 214 104 C 221 118 219 138 216 152 L 211 152 C 210 134 208 122 203 112 Z", 0.16);
    hair_ovals (pen, TOP, sizeof TOP / sizeof TOP[0] / 3, 0);
    hair_lines (pen, "M 106 90 C 110 80 120 80 126 88 M 126 70 C 134 62 144 66 148 74 M 152 60 C 162 56 170 62 172 70 M 178 62 C 188 62 196 70 194 80 M 200 82 C 208 82 214 90 212 98", 2.3);
    hair_dark_lines (pen, "M 120 104 C 126 110 134 106 136 100 M 140 104 C 146 108 152 106 155 100 M 158 102 C 164 108 172 106 173 100 M 176 104 C 184 108 190 106 191 100", 1.9);
  }
}

static void
receding (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 62 C 118 60 94 92 102 154 L 109 154 C 109 134 113 120 120 110 C 118 98 128 90 140 88 C 152 92 168 92 180 88 C 192 90 202 98 200 110 "
                    "C 207 120 211 134 211 154 L 218 154 C 226 92 202 60 160 62 Z", 0);
    hair_lines (pen, "M 142 72 C 126 78 112 96 108 124 M 156 68 C 152 74 150 80 150 86 M 172 70 C 170 76 170 82 171 87 M 184 74 C 198 82 210 100 213 126", 2.3);
  }
}

static void
slick (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 54 C 114 52 92 90 101 152 L 108 154 C 108 130 116 104 136 98 C 152 94 168 94 184 98 C 204 104 212 130 212 154 L 219 152 C 228 90 206 52 160 54 Z", 0);
    hair_lines (pen, "M 140 64 C 124 74 112 94 108 120 M 152 60 C 144 70 138 82 136 94 M 164 59 C 160 70 158 80 158 92 M 176 61 C 182 72 184 82 184 94 M 188 68 C 200 80 209 98 212 122", 2.4);
  }
}

static void
man_bun (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    oval (pen->cr, 168, 52, 22, 18);
    set (pen->cr, darker (pen->root, 0.08), 1);
    cairo_fill (pen->cr);
    hair_lines (pen, "M 154 46 C 160 38 174 38 182 46", 2.3);
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    slick (pen, layer);
  }
}

static void
medium (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 96 150 C 86 82 122 54 160 54 C 198 54 234 82 224 150 C 226 176 228 196 226 214 C 206 224 114 224 94 214 C 92 196 94 176 96 150 Z", 0.25);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 150 58 C 108 58 88 94 96 148 C 94 176 92 194 95 212 C 106 208 110 190 109 170 C 108 142 122 112 148 90 Z", 0);
    hair_fill (pen, "M 144 60 C 190 44 234 76 224 148 C 226 176 228 194 225 212 C 214 208 210 190 211 170 C 212 140 190 112 146 90 Z", 0.03);
    hair_lines (pen, "M 140 70 C 112 82 100 112 103 150 C 101 170 99 186 100 202 M 158 70 C 192 72 214 106 216 150 C 218 170 219 186 219 200", 2.5);
  }
}

static void
beanie (Pen *pen, Layer layer)
{
  cairo_t *cr = pen->cr;
  Tint wool = tint (pen->who->cloth2);

  if (layer == LAYER_BACK) {
    hair_fill (pen, "M 98 150 C 96 180 94 196 90 214 C 106 224 120 218 126 206 L 194 206 C 200 218 214 224 230 214 C 226 196 224 180 222 150 Z", 0.2);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 100 118 C 96 150 98 182 92 210 C 104 212 112 200 112 184 C 110 160 112 140 122 122 Z M 220 118 C 224 150 222 182 228 210 C 216 212 208 200 208 184 C 210 160 208 140 198 122 Z", 0);
    hair_fill (pen, "M 112 120 C 122 132 140 130 150 118 C 170 130 196 134 208 120 Z", 0);
    fill (cr, "M 160 32 C 112 32 94 70 98 112 L 222 112 C 226 70 208 32 160 32 Z", wool, 1);
    fill (cr, "M 95 96 C 130 86 190 86 225 96 C 229 104 229 114 226 122 C 190 112 130 112 94 122 C 91 114 91 104 95 96 Z", lighter (wool, 0.14), 1);
    for (int i = 0; i < 11; i++) {
      double x = 102 + i * 11.6;

      cairo_move_to (cr, x, 95 - (5.5 - (i - 5) * (i - 5) * 0.2));
      cairo_line_to (cr, x, 118 - (5.5 - (i - 5) * (i - 5) * 0.2));
    }
    set (cr, darker (wool, 0.3), 0.28);
    cairo_set_line_width (cr, 2);
    cairo_stroke (cr);
    line (cr, "M 130 44 C 120 56 114 70 112 84 M 160 38 L 160 82 M 190 44 C 200 56 206 70 208 84", 2.2, darker (wool, 0.3), 0.28);
  }
}

static void
crop (Pen *pen, Layer layer)
{
  if (layer == LAYER_BACK) {
    nape (pen);
  } else if (layer == LAYER_FRONT) {
    hair_fill (pen, "M 160 58 C 118 56 94 92 102 150 L 109 151 C 109 136 112 126 116 118 C 124 122 130 120 136 115 C 144 121 152 120 158 115 C 166 121 174 120 181 115 "
                    "C 188 120 196 121 204 118 C 208 126 211 136 211 151 L 218 150 C 226 92 202 56 160 58 Z", 0);
    hair_lines (pen, "M 140 70 C 130 84 124 98 122 112 M 158 66 C 152 82 148 98 147 112 M 176 68 C 174 84 172 98 170 112 M 194 76 C 196 90 196 102 194 114", 2.4);
  }
}

void
draw_hair_men (Pen *pen, Layer layer)
{
  static void (*const STYLES[N_HAIRS]) (Pen *, Layer) = {
    [HAIR_SIDE_PART] = side_part, [HAIR_QUIFF] = quiff, [HAIR_BUZZ] = buzz, [HAIR_BALD] = bald,
    [HAIR_CURLY_TOP] = curly_top, [HAIR_RECEDING] = receding, [HAIR_SLICK] = slick, [HAIR_MAN_BUN] = man_bun,
    [HAIR_MEDIUM] = medium, [HAIR_BEANIE] = beanie, [HAIR_CROP] = crop,
  };

  if (STYLES[pen->who->hair] != NULL)
    STYLES[pen->who->hair] (pen, layer);
}

/* Keys that mean the same under every keyboard layout.  GTK finds Ctrl+K under a Russian layout only where a
 * Latin layout is set up beside it; a reception PC with the Russian layout alone has no Latin K at all.  So the
 * letter is taken from the place of the key. */
#include "gui/widgets/keys.h"

#define FIRST_KEYCODE 10

/* What stands on a US keyboard from keycode 10 (the key 1) to 61 (the key /); 0 = not a character. */
static const char us_keys[] = "1234567890-=\0\0qwertyuiop[]\0\0asdfghjkl;'`\0\\zxcvbnm,./";

/**
 * salon_keys_latin:
 * @keyval: the key as the layout has it
 * @keycode: the hardware code (X11 and Wayland: evdev + 8)
 *
 * Returns: @keyval when it is ASCII or no character at all, else the ASCII character at the same place of a
 *   US keyboard, in lower case; @keyval when the place has none
 */
guint
salon_keys_latin (guint keyval, guint keycode)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (c < 0x80)
    return keyval;
  if (keycode < FIRST_KEYCODE || keycode - FIRST_KEYCODE >= sizeof us_keys - 1)
    return keyval;
  if (us_keys[keycode - FIRST_KEYCODE] == '\0')
    return keyval;
  return (guint) us_keys[keycode - FIRST_KEYCODE];
}

/**
 * salon_keys_accel:
 *
 * Returns: (transfer full) (nullable): the name of the key with its modifiers as accelerators are written
 *   ("<Control>k"), the same under every layout; %NULL for a key that can be no accelerator
 */
char *
salon_keys_accel (guint keyval, guint keycode, GdkModifierType state)
{
  guint latin = gdk_keyval_to_lower (salon_keys_latin (keyval, keycode));
  GdkModifierType mods = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (!gtk_accelerator_valid (latin, mods))
    return NULL;
  return gtk_accelerator_name (latin, mods);
}

/**
 * salon_keys_is_text:
 *
 * Returns: whether the key writes a visible character
 */
gboolean
salon_keys_is_text (guint keyval, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  return c != 0 && g_unichar_isgraph (c);
}

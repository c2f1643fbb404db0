/* A person's photo, or her initials on a colour of her own.  AdwAvatar takes the colour from the name (it would
 * change when a surname does) and knows only circles and its own fourteen colours. */
#include "gui/widgets/photo.h"
#include "gui/widgets/build.h"
#include "gui/widgets/textures.h"

#define N_TONES   8
#define ROUND_MAX 64 /* up to this size a circle, above it a square with round corners */

struct _SalonPhoto {
  GtkWidget parent_instance;

  int size;
  guint tone;
  GdkTexture *texture;
  GtkLabel *initials;
};

enum { PROP_0, PROP_SIZE, PROP_TEXTURE, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SalonPhoto, salon_photo, GTK_TYPE_WIDGET)

/* Neighbouring ids get colours that are far from each other. */
static guint
tone_of_id (gint64 id)
{
  return (guint) (((guint64) id * 5 + ((guint64) id >> 3)) % N_TONES);
}

static void
set_size (SalonPhoto *self, int size)
{
  PangoAttrList *attrs = pango_attr_list_new ();

  self->size = size;
  pango_attr_list_insert (attrs, pango_attr_size_new_absolute (size * PANGO_SCALE * 38 / 100));
  gtk_label_set_attributes (self->initials, attrs);
  pango_attr_list_unref (attrs);
  salon_set_css_class (GTK_WIDGET (self), "salon-photo-large", size > ROUND_MAX);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
salon_photo_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                     int *nat_base)
{
  SalonPhoto *self = SALON_PHOTO (widget);
  int ignored;

  /* GTK wants every visible child measured before it is allocated */
  gtk_widget_measure (GTK_WIDGET (self->initials), orientation, -1, &ignored, NULL, NULL, NULL);
  *min = *nat = self->size;
  *min_base = *nat_base = -1;
}

static void
salon_photo_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (GTK_WIDGET (SALON_PHOTO (widget)->initials), &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
salon_photo_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonPhoto *self = SALON_PHOTO (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int size = MAX (width, height);
  GdkTexture *texture = NULL;

  if (self->texture == NULL) {
    gtk_widget_snapshot_child (widget, GTK_WIDGET (self->initials), snapshot);
    return;
  }
  texture = salon_texture_of_size (self->texture, size * gtk_widget_get_scale_factor (widget));
  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT ((float) (width - size) / 2, (float) (height - size) / 2,
                                                                       (float) size, (float) size));
}

static void
salon_photo_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SalonPhoto *self = SALON_PHOTO (object);

  if (id == PROP_SIZE)
    g_value_set_int (value, self->size);
  else
    g_value_set_object (value, self->texture);
}

static void
salon_photo_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SalonPhoto *self = SALON_PHOTO (object);

  if (id == PROP_SIZE)
    set_size (self, g_value_get_int (value));
  else
    salon_photo_set_texture (self, g_value_get_object (value));
}

static void
salon_photo_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_PHOTO (object)->texture);
  G_OBJECT_CLASS (salon_photo_parent_class)->dispose (object);
}

static void
salon_photo_class_init (SalonPhotoClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_photo_get_property;
  object_class->set_property = salon_photo_set_property;
  object_class->dispose = salon_photo_dispose;
  widget_class->measure = salon_photo_measure;
  widget_class->size_allocate = salon_photo_size_allocate;
  widget_class->snapshot = salon_photo_snapshot;

  props[PROP_SIZE] = g_param_spec_int ("size", NULL, NULL, 16, 512, 40, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_TEXTURE] = g_param_spec_object ("texture", NULL, NULL, GDK_TYPE_TEXTURE,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "photo");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
salon_photo_init (SalonPhoto *self)
{
  self->initials = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->initials), GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self), "tone-0");
  set_size (self, 40);
}

/**
 * salon_photo_new:
 * @size: width and height in pixels
 */
GtkWidget *
salon_photo_new (int size)
{
  return g_object_new (SALON_TYPE_PHOTO, "size", size, NULL);
}

/**
 * salon_photo_set_person:
 * @id: decides the colour behind the initials
 * @name: (nullable): the name as it is shown
 */
void
salon_photo_set_person (SalonPhoto *self, gint64 id, const char *name)
{
  g_autofree char *initials = salon_photo_initials (name);
  char old[16];
  char css_class[16];

  g_return_if_fail (SALON_IS_PHOTO (self));

  g_snprintf (old, sizeof old, "tone-%u", self->tone);
  self->tone = tone_of_id (id);
  g_snprintf (css_class, sizeof css_class, "tone-%u", self->tone);
  gtk_widget_remove_css_class (GTK_WIDGET (self), old);
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  gtk_label_set_text (self->initials, initials);
  salon_set_accessible_label (self, name != NULL ? name : "");
}

/**
 * salon_photo_set_texture:
 * @texture: (nullable): the photo; %NULL shows the initials
 */
void
salon_photo_set_texture (SalonPhoto *self, GdkTexture *texture)
{
  g_return_if_fail (SALON_IS_PHOTO (self));

  if (!g_set_object (&self->texture, texture))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXTURE]);
}

/**
 * salon_photo_get_texture:
 *
 * Returns: (transfer none) (nullable): the photo
 */
GdkTexture *
salon_photo_get_texture (SalonPhoto *self)
{
  g_return_val_if_fail (SALON_IS_PHOTO (self), NULL);

  return self->texture;
}

/**
 * salon_photo_initials:
 *
 * Returns: (transfer full): the first letters of the first two words, in upper case; "–" when there is no letter
 */
char *
salon_photo_initials (const char *name)
{
  g_autoptr (GString) initials = g_string_new (NULL);
  g_autofree char *upper = NULL;
  gboolean in_word = FALSE;
  int n = 0;

  for (const char *p = name != NULL ? name : ""; *p != '\0' && n < 2; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalpha (c) && !in_word) {
      g_string_append_unichar (initials, c);
      n++;
    }
    in_word = g_unichar_isalpha (c) || (in_word && !g_unichar_isspace (c) && c != '-');
  }
  upper = g_utf8_strup (initials->str, -1);
  return n > 0 ? g_steal_pointer (&upper) : g_strdup ("–");
}

#pragma once
/* What the salon consists of, described by tables of fields.
 *
 * An entity is an object with public fields and one table that names them.  From that table come the
 * properties, equality, copies, the SQL of the generic repository, the journal's before and after,
 * the columns of export and import and the list of what is personal. */
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SalonFieldKind: how a field is shown and checked.  Texts are `char *`, all others `gint64`.
 */
typedef enum {
  SALON_FIELD_TEXT,
  SALON_FIELD_INT,
  SALON_FIELD_BOOL,
  SALON_FIELD_MONEY,    /* minor units */
  SALON_FIELD_DAY,      /* days since 1970-01-01 */
  SALON_FIELD_MINUTE,   /* minute of a day or absolute wall minute */
  SALON_FIELD_DURATION, /* minutes */
  SALON_FIELD_INSTANT,  /* UTC microseconds */
  SALON_FIELD_ENUM,
  SALON_FIELD_COLOR,    /* 0xRRGGBB */
  SALON_FIELD_REF,      /* id of another entity, 0 = none (NULL in the table) */
  SALON_FIELD_BLOB,     /* GBytes *; never in the journal */
} SalonFieldKind;

typedef enum {
  SALON_FIELD_PLAIN = 0,
  SALON_FIELD_REQUIRED = 1 << 0,
  SALON_FIELD_PERSONAL = 1 << 1, /* goes with a person's data, and is erased with her */
  SALON_FIELD_OPTIONAL = 1 << 2, /* a number that may be missing: 0 is NULL in the table */
  SALON_FIELD_FIXED = 1 << 3,    /* set once, never edited */
  SALON_FIELD_OWNER = 1 << 4,    /* "client_id": a change of the row is a change of that client, too */
} SalonFieldFlags;

typedef struct {
  const char *name;   /* in JSON and in filters: "first_name"; the property is "first-name" */
  const char *column; /* in the database: "first_name" */
  SalonFieldKind kind;
  SalonFieldFlags flags;
  gsize offset;
  const char *label; /* English; translate when shown; NULL when never shown */
} SalonField;

typedef struct {
  const char *name;  /* in the journal and as topic of changes: "client" */
  const char *table; /* in the database */
  const SalonField *fields;
  guint n_fields;
} SalonEntityInfo;

#define SALON_TYPE_ENTITY (salon_entity_get_type ())
G_DECLARE_DERIVABLE_TYPE (SalonEntity, salon_entity, SALON, ENTITY, GObject)

struct _SalonEntityClass {
  GObjectClass parent_class;
  const SalonEntityInfo *info;
};

/* One line of a field table; S is the struct, m its member. */
#define SALON_FIELD(S, m, kind, flags, label) \
  { #m, #m, SALON_FIELD_##kind, flags, G_STRUCT_OFFSET (S, m), label }

/* Marks a label in a field table for translation. */
#define SALON_N(text) (text)

/**
 * SALON_DECLARE_ENTITY: declares the type of `struct _Type { SalonEntity parent; … }`.
 */
#define SALON_DECLARE_ENTITY(Type, prefix)                                                        \
  GType prefix##_get_type (void);                                                                 \
  typedef struct _##Type Type;                                                                    \
  typedef struct { SalonEntityClass parent_class; } Type##Class;                                  \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, g_object_unref)                                            \
  G_GNUC_UNUSED static inline Type *prefix##_new (void)                                           \
  {                                                                                               \
    return (Type *) g_object_new (prefix##_get_type (), NULL);                                    \
  }                                                                                               \
  G_GNUC_UNUSED static inline Type *prefix##_copy (const Type *self)                              \
  {                                                                                               \
    return (Type *) salon_entity_copy ((SalonEntity *) self);                                     \
  }

/**
 * SALON_DEFINE_ENTITY: defines the type with the `fields` table of the same file.
 */
#define SALON_DEFINE_ENTITY(Type, prefix, entity_name, table_name)                                \
  static const SalonEntityInfo prefix##_info = { entity_name, table_name, fields, G_N_ELEMENTS (fields) }; \
  G_DEFINE_FINAL_TYPE (Type, prefix, salon_entity_get_type ())                                    \
  static void prefix##_class_init (Type##Class *klass)                                            \
  {                                                                                               \
    salon_entity_class_set_info (SALON_ENTITY_CLASS (klass), &prefix##_info);                     \
  }                                                                                               \
  static void prefix##_init (Type *self) {}

void salon_entity_class_set_info (SalonEntityClass *klass, const SalonEntityInfo *info);
const SalonEntityInfo *salon_entity_info (SalonEntity *self);
const SalonEntityInfo *salon_entity_type_info (GType type);
const SalonField *salon_entity_info_find (const SalonEntityInfo *info, const char *name);

gint64 salon_entity_get_id (gconstpointer self);
void salon_entity_set_id (gpointer self, gint64 id);
const char *salon_entity_get_text (gconstpointer self, const SalonField *field);
gint64 salon_entity_get_int (gconstpointer self, const SalonField *field);
GBytes *salon_entity_get_blob (gconstpointer self, const SalonField *field);
void salon_entity_take_text (gpointer self, const SalonField *field, char *value);
void salon_entity_put_text (gpointer self, const SalonField *field, const char *value);
void salon_entity_put_int (gpointer self, const SalonField *field, gint64 value);
void salon_entity_put_blob (gpointer self, const SalonField *field, GBytes *value);

SalonEntity *salon_entity_copy (SalonEntity *self);
gboolean salon_entity_equal (SalonEntity *a, SalonEntity *b);
gboolean salon_entity_field_equal (SalonEntity *a, SalonEntity *b, const SalonField *field);
char *salon_entity_to_json (SalonEntity *self);
gboolean salon_entity_from_json (SalonEntity *self, const char *json, GError **error);

G_END_DECLS

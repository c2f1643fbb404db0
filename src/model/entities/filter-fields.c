/* What can be asked about a client.  A new field is one line here and one piece of SQL in store/filter-sql.c. */
#include "model/entities/filter.h"

#include "base/money.h"
#include "model/entities/entity.h"
#include <string.h>

static const SalonFilterChoice genders[] = {
  { SALON_GENDER_UNKNOWN, "unknown", SALON_N ("Not said") },
  { SALON_GENDER_FEMALE, "female", SALON_N ("Female") },
  { SALON_GENDER_MALE, "male", SALON_N ("Male") },
  { SALON_GENDER_OTHER, "other", SALON_N ("Other") },
};

static const SalonFilterChoice statuses[] = {
  { SALON_STATUS_POTENTIAL, "potential", SALON_N ("Potential") },
  { SALON_STATUS_NEW, "new", SALON_N ("New") },
  { SALON_STATUS_PERMANENT, "permanent", SALON_N ("Permanent") },
  { SALON_STATUS_LOST, "lost", SALON_N ("Lost") },
};

static const SalonFilterChoice importances[] = {
  { SALON_IMPORTANCE_NONE, "none", SALON_N ("No class") },
  { SALON_IMPORTANCE_A, "a", "A" },
  { SALON_IMPORTANCE_B, "b", "B" },
  { SALON_IMPORTANCE_C, "c", "C" },
};

static const SalonFilterChoice channels[] = {
  { SALON_CHANNEL_PHONE, "phone", SALON_N ("By phone") },
  { SALON_CHANNEL_SMS, "sms", SALON_N ("By SMS") },
  { SALON_CHANNEL_EMAIL, "email", SALON_N ("By e-mail") },
  { SALON_CHANNEL_WHATSAPP, "whatsapp", SALON_N ("By WhatsApp") },
  { SALON_CHANNEL_TELEGRAM, "telegram", SALON_N ("By Telegram") },
};

static const SalonFilterChoice consents[] = {
  { SALON_CONSENT_PERSONAL_DATA, "personal_data", SALON_N ("Personal data") },
  { SALON_CONSENT_MARKETING, "marketing", SALON_N ("Advertising") },
  { SALON_CONSENT_PHOTOS, "photos", SALON_N ("Photos") },
  { SALON_CONSENT_RECORDING, "recording", SALON_N ("Recording of calls") },
};

static const SalonFilterChoice ticket_states[] = {
  { SALON_TICKET_NOT_STARTED, "not_started", SALON_N ("Not begun") },
  { SALON_TICKET_ACTIVE, "active", SALON_N ("Active") },
  { SALON_TICKET_FROZEN, "frozen", SALON_N ("Frozen") },
  { SALON_TICKET_USED_UP, "used_up", SALON_N ("Used up") },
  { SALON_TICKET_EXPIRED, "expired", SALON_N ("Expired") },
  { SALON_TICKET_REFUNDED, "refunded", SALON_N ("Given back") },
};

static const SalonFilterChoice card_states[] = {
  { SALON_CARD_ISSUED, "issued", SALON_N ("In use") },
  { SALON_CARD_BLOCKED, "blocked", SALON_N ("Blocked") },
  { SALON_CARD_REPLACED, "replaced", SALON_N ("Replaced") },
  { SALON_CARD_RETURNED, "returned", SALON_N ("Returned") },
  { SALON_CARD_EXPIRED, "expired", SALON_N ("Expired") },
};

#define MANY      1000000
#define MOST_OWED G_GINT64_CONSTANT (100000000000)

#define NO_CHOICES NULL, 0
#define SET        SALON_FILTER_FIELD_MAY_BE_SET
#define WITHIN     SALON_FILTER_FIELD_WITHIN
#define PLAIN      SALON_FILTER_FIELD_PLAIN

#define FIELD(key, kind, group, flags, ref, min, max, label) \
  { key, SALON_FILTER_##kind, SALON_FILTER_GROUP_##group, flags, SALON_FILTER_REF_##ref, NO_CHOICES, min, max, label }
#define FLAG_FIELD(key, group, flags, label) FIELD (key, FLAG, group, flags, NONE, 0, 0, label)
#define NUMBER_FIELD(key, group, max, label) FIELD (key, NUMBER, group, PLAIN, NONE, 0, max, label)
#define MONEY_FIELD(key, label)              FIELD (key, MONEY, MONEY, PLAIN, NONE, 0, SALON_MONEY_MAX, label)
#define DAY_FIELD(key, group, label)         FIELD (key, DAY, group, SET, NONE, 0, 0, label)
#define CHOICE_FIELD(key, group, choices, label)                                                  \
  { key, SALON_FILTER_CHOICE, SALON_FILTER_GROUP_##group, PLAIN, SALON_FILTER_REF_NONE, choices,   \
    G_N_ELEMENTS (choices), 0, 0, label }

static const SalonFilterField fields[] = {
  FIELD ("text", TEXT, CLIENT, PLAIN, NONE, 0, 0, SALON_N ("Name, phone, e-mail")),
  CHOICE_FIELD ("gender", CLIENT, genders, SALON_N ("Gender")),
  NUMBER_FIELD ("age", CLIENT, 150, SALON_N ("Age")),
  FIELD ("birthday", BIRTHDAY, CLIENT, SET, NONE, 0, 0, SALON_N ("Birthday")),
  FIELD ("language", WORDS, CLIENT, SET, NONE, 0, 0, SALON_N ("Language")),
  FIELD ("source", IDS, CLIENT, SET, SOURCE, 0, 0, SALON_N ("Source")),
  FIELD ("referred_by", IDS, CLIENT, SET, CLIENT, 0, 0, SALON_N ("Referred by")),
  DAY_FIELD ("added", CLIENT, SALON_N ("Date added")),
  FIELD ("discount", PERCENT, CLIENT, PLAIN, NONE, 0, 10000, SALON_N ("Personal discount")),
  FLAG_FIELD ("photo", CLIENT, PLAIN, SALON_N ("Has a photo")),
  FLAG_FIELD ("alert", CLIENT, PLAIN, SALON_N ("Has an alert")),
  FLAG_FIELD ("archived", CLIENT, PLAIN, SALON_N ("Archived")),

  CHOICE_FIELD ("status", MARKS, statuses, SALON_N ("Status")),
  FIELD ("category", IDS, MARKS, SET, CATEGORY, 0, 0, SALON_N ("Category")),
  FIELD ("tag", IDS, MARKS, SET, TAG, 0, 0, SALON_N ("Tag")),
  FIELD ("segment", IDS, MARKS, PLAIN, SEGMENT, 0, 0, SALON_N ("Segment")),
  FIELD ("list", IDS, MARKS, PLAIN, PEOPLE_LIST, 0, 0, SALON_N ("List from a report")),
  CHOICE_FIELD ("importance", MARKS, importances, SALON_N ("Importance")),
  FLAG_FIELD ("pinned", MARKS, PLAIN, SALON_N ("Importance set by hand")),
  NUMBER_FIELD ("rfm_r", MARKS, 5, SALON_N ("Recency score")),
  NUMBER_FIELD ("rfm_f", MARKS, 5, SALON_N ("Frequency score")),
  NUMBER_FIELD ("rfm_m", MARKS, 5, SALON_N ("Money score")),

  NUMBER_FIELD ("visits", VISITS, MANY, SALON_N ("Visits")),
  NUMBER_FIELD ("visits_12m", VISITS, MANY, SALON_N ("Visits in 12 months")),
  NUMBER_FIELD ("frequency", VISITS, MANY, SALON_N ("Days between visits")),
  FIELD ("visited", DAY, VISITS, SET, NONE, 0, 0, SALON_N ("Came")),
  DAY_FIELD ("last_visit", VISITS, SALON_N ("Last visit")),
  DAY_FIELD ("first_visit", VISITS, SALON_N ("First visit")),
  NUMBER_FIELD ("days_since_visit", VISITS, MANY, SALON_N ("Days since last visit")),
  FIELD ("master", IDS, VISITS, WITHIN, EMPLOYEE, 0, 0, SALON_N ("Visited master")),
  FIELD ("service", IDS, VISITS, WITHIN, SERVICE, 0, 0, SALON_N ("Visited service")),
  FIELD ("service_category", IDS, VISITS, WITHIN, SERVICE_CATEGORY, 0, 0, SALON_N ("Visited service category")),
  NUMBER_FIELD ("no_shows", VISITS, MANY, SALON_N ("No-shows")),

  FIELD ("upcoming", IDS, BOOKINGS, SET | WITHIN, EMPLOYEE, 0, 0, SALON_N ("Upcoming booking")),
  FIELD ("booking", DAY, BOOKINGS, SET, NONE, 0, 0, SALON_N ("Booking in a period")),
  FLAG_FIELD ("booked_online", BOOKINGS, WITHIN, SALON_N ("Booked online")),

  MONEY_FIELD ("sold", SALON_N ("Sum spent")),
  MONEY_FIELD ("sold_12m", SALON_N ("Sum spent in 12 months")),
  NUMBER_FIELD ("top_place", MONEY, MANY, SALON_N ("Place in the TOP")),
  FIELD ("top_share", PERCENT, MONEY, PLAIN, NONE, 0, 10000, SALON_N ("Top share by revenue")),

  MONEY_FIELD ("paid", SALON_N ("Paid")),
  FIELD ("balance", MONEY, MONEY, PLAIN, NONE, -MOST_OWED, SALON_MONEY_MAX, SALON_N ("On the account")),
  MONEY_FIELD ("owes", SALON_N ("Owes")),
  MONEY_FIELD ("bonus", SALON_N ("Bonus")),
  MONEY_FIELD ("discounted", SALON_N ("Discounts received")),

  FIELD ("ticket", IDS, TICKETS, SET, TICKET_KIND, 0, 0, SALON_N ("Valid season ticket")),
  CHOICE_FIELD ("ticket_state", TICKETS, ticket_states, SALON_N ("State of a season ticket")),
  NUMBER_FIELD ("ticket_left", TICKETS, MANY, SALON_N ("Visits left on a season ticket")),
  FIELD ("ticket_ends", DAY, TICKETS, SET, NONE, 0, 0, SALON_N ("A season ticket ends")),
  FIELD ("certificate", MONEY, TICKETS, PLAIN, NONE, 0, SALON_MONEY_MAX, SALON_N ("Left on gift certificates")),
  FIELD ("promotion_offered", IDS, TICKETS, SET | WITHIN, PROMOTION, 0, 0, SALON_N ("Promotion offered")),
  FIELD ("promotion_accepted", IDS, TICKETS, SET | WITHIN, PROMOTION, 0, 0, SALON_N ("Promotion accepted")),
  FIELD ("promotion_used", IDS, TICKETS, SET | WITHIN, PROMOTION, 0, 0, SALON_N ("Promotion used")),
  FIELD ("card", IDS, TICKETS, SET, CARD_KIND, 0, 0, SALON_N ("Plastic card in use")),
  CHOICE_FIELD ("card_state", TICKETS, card_states, SALON_N ("State of a plastic card")),

  FLAG_FIELD ("phone", CONTACT, PLAIN, SALON_N ("Has a phone")),
  FLAG_FIELD ("email", CONTACT, PLAIN, SALON_N ("Has an e-mail address")),
  CHOICE_FIELD ("channel", CONTACT, channels, SALON_N ("Can be reached")),
  CHOICE_FIELD ("consent", CONTACT, consents, SALON_N ("Consent given")),
  FLAG_FIELD ("complaint", CONTACT, PLAIN, SALON_N ("Has an open complaint")),

  FIELD ("custom", CUSTOM, CUSTOM, SET, NONE, -G_GINT64_CONSTANT (1000000000000000), G_GINT64_CONSTANT (1000000000000000),
         SALON_N ("Own field")),
};

/**
 * salon_filter_fields:
 * @n: (out): their number
 *
 * The last is "custom", which stands for all own fields of the salon.
 *
 * Returns: (transfer none) (array length=n): everything that can be asked, by heading
 */
const SalonFilterField *
salon_filter_fields (guint *n)
{
  *n = G_N_ELEMENTS (fields);
  return fields;
}

/**
 * salon_filter_field:
 * @key: "last_visit"; "custom:12" for an own field
 *
 * Returns: (transfer none) (nullable): %NULL if there is no such field
 */
const SalonFilterField *
salon_filter_field (const char *key)
{
  const char *colon = strchr (key, ':');
  gsize length = colon != NULL ? (gsize) (colon - key) : strlen (key);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].key) == length && strncmp (fields[i].key, key, length) == 0)
      return (fields[i].kind == SALON_FILTER_CUSTOM) == (colon != NULL) ? &fields[i] : NULL;
  return NULL;
}

/**
 * salon_filter_group_label:
 *
 * Returns: (transfer none): the heading, English; translate when shown
 */
const char *
salon_filter_group_label (SalonFilterGroup group)
{
  static const char *const labels[SALON_FILTER_N_GROUPS] = {
    [SALON_FILTER_GROUP_CLIENT] = SALON_N ("Client"),     [SALON_FILTER_GROUP_MARKS] = SALON_N ("Marks"),
    [SALON_FILTER_GROUP_VISITS] = SALON_N ("Visits"),     [SALON_FILTER_GROUP_BOOKINGS] = SALON_N ("Bookings"),
    [SALON_FILTER_GROUP_MONEY] = SALON_N ("Money"),       [SALON_FILTER_GROUP_TICKETS] = SALON_N ("Tickets and promotions"),
    [SALON_FILTER_GROUP_CONTACT] = SALON_N ("Contact"),   [SALON_FILTER_GROUP_CUSTOM] = SALON_N ("Own fields"),
  };

  g_return_val_if_fail ((guint) group < SALON_FILTER_N_GROUPS, "");
  return labels[group];
}

/* The fields of a client. */
#include "model/entities/client.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClient, first_name, TEXT, SALON_FIELD_PERSONAL, SALON_N ("First name")),
  SALON_FIELD (SalonClient, surname, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Surname")),
  SALON_FIELD (SalonClient, patronymic, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Patronymic")),
  SALON_FIELD (SalonClient, gender, ENUM, SALON_FIELD_OPTIONAL, SALON_N ("Gender")),
  SALON_FIELD (SalonClient, birth_year, INT, SALON_FIELD_PERSONAL | SALON_FIELD_OPTIONAL, SALON_N ("Year of birth")),
  SALON_FIELD (SalonClient, birth_month, INT, SALON_FIELD_PERSONAL | SALON_FIELD_OPTIONAL, SALON_N ("Month of birth")),
  SALON_FIELD (SalonClient, birth_mday, INT, SALON_FIELD_PERSONAL | SALON_FIELD_OPTIONAL, SALON_N ("Day of birth")),
  SALON_FIELD (SalonClient, address, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Address")),
  SALON_FIELD (SalonClient, email, TEXT, SALON_FIELD_PERSONAL, SALON_N ("E-mail")),
  SALON_FIELD (SalonClient, whatsapp, TEXT, SALON_FIELD_PERSONAL, SALON_N ("WhatsApp")),
  SALON_FIELD (SalonClient, telegram, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Telegram")),
  SALON_FIELD (SalonClient, instagram, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Instagram")),
  SALON_FIELD (SalonClient, source_id, REF, SALON_FIELD_PLAIN, SALON_N ("Source")),
  SALON_FIELD (SalonClient, referred_by_id, REF, SALON_FIELD_PLAIN, SALON_N ("Referred by")),
  SALON_FIELD (SalonClient, note, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Note")),
  SALON_FIELD (SalonClient, alert, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Alert")),
  SALON_FIELD (SalonClient, wishes, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Needs and wishes")),
  SALON_FIELD (SalonClient, language, TEXT, SALON_FIELD_PLAIN, SALON_N ("Language")),
  SALON_FIELD (SalonClient, channels, INT, SALON_FIELD_PLAIN, SALON_N ("Allowed channels")),
  SALON_FIELD (SalonClient, preferred_channel, ENUM, SALON_FIELD_OPTIONAL, SALON_N ("Preferred channel")),
  SALON_FIELD (SalonClient, discount_bp, INT, SALON_FIELD_PLAIN, SALON_N ("Personal discount")),
  SALON_FIELD (SalonClient, photo_id, REF, SALON_FIELD_PLAIN, SALON_N ("Photo")),
  SALON_FIELD (SalonClient, importance_pin, ENUM, SALON_FIELD_PLAIN, SALON_N ("Importance")),
  SALON_FIELD (SalonClient, created_at, INSTANT, SALON_FIELD_FIXED, SALON_N ("Date added")),
  SALON_FIELD (SalonClient, created_by_id, REF, SALON_FIELD_FIXED, SALON_N ("Added by")),
  SALON_FIELD (SalonClient, archived_at, INSTANT, SALON_FIELD_OPTIONAL, SALON_N ("Archived")),
  SALON_FIELD (SalonClient, merged_into_id, REF, SALON_FIELD_PLAIN, SALON_N ("Merged with")),
  SALON_FIELD (SalonClient, credit_limit, MONEY, SALON_FIELD_PLAIN, SALON_N ("Credit limit")),
  SALON_FIELD (SalonClient, payer_id, REF, SALON_FIELD_PLAIN, SALON_N ("Paid by")),
};

SALON_DEFINE_ENTITY (SalonClient, salon_client, "client", "client")

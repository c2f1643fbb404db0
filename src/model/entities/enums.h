#pragma once
/* Enumerations whose numbers stand in the database.  Frozen: append only, never renumber. */

typedef enum {
  SALON_STATUS_POTENTIAL = 0, /* no visit yet */
  SALON_STATUS_NEW = 1,
  SALON_STATUS_PERMANENT = 2,
  SALON_STATUS_LOST = 3,
} SalonStatus;

#define SALON_N_STATUSES 4

typedef enum {
  SALON_VISIT_BOOKED = 1,
  SALON_VISIT_CONFIRMED = 2,
  SALON_VISIT_ARRIVED = 3,
  SALON_VISIT_IN_SERVICE = 4,
  SALON_VISIT_DONE = 5,
  SALON_VISIT_CANCELLED = 6,
  SALON_VISIT_NO_SHOW = 7,
} SalonVisitState;

#define SALON_VISIT_STATE_FIRST SALON_VISIT_BOOKED
#define SALON_VISIT_STATE_LAST  SALON_VISIT_NO_SHOW

typedef enum {
  SALON_ROLE_OWNER = 1,
  SALON_ROLE_ADMINISTRATOR = 2,
  SALON_ROLE_MASTER = 3,
} SalonRole;

#define SALON_ROLE_FIRST SALON_ROLE_OWNER
#define SALON_ROLE_LAST  SALON_ROLE_MASTER

typedef enum {
  SALON_VISIT_SOURCE_PHONE = 1,
  SALON_VISIT_SOURCE_WALK_IN = 2,
  SALON_VISIT_SOURCE_ONLINE = 3,
  SALON_VISIT_SOURCE_MESSENGER = 4,
} SalonVisitSource;

typedef enum {
  SALON_GENDER_UNKNOWN = 0,
  SALON_GENDER_FEMALE = 1,
  SALON_GENDER_MALE = 2,
  SALON_GENDER_OTHER = 3,
} SalonGender;

typedef enum {
  SALON_ABSENCE_HOLIDAY = 1,
  SALON_ABSENCE_SICK = 2,
  SALON_ABSENCE_TRAINING = 3,
  SALON_ABSENCE_OTHER = 4,
} SalonAbsenceKind;

typedef enum {
  SALON_CUSTOM_TEXT = 1,
  SALON_CUSTOM_NUMBER = 2,
  SALON_CUSTOM_DATE = 3,
  SALON_CUSTOM_YES_NO = 4,
  SALON_CUSTOM_CHOICE = 5,
} SalonCustomKind;

/* Bits: a client may allow several. */
typedef enum {
  SALON_CHANNEL_PHONE = 1 << 0,
  SALON_CHANNEL_SMS = 1 << 1,
  SALON_CHANNEL_EMAIL = 1 << 2,
  SALON_CHANNEL_WHATSAPP = 1 << 3,
  SALON_CHANNEL_TELEGRAM = 1 << 4,
} SalonChannel;

typedef enum {
  SALON_JOB_RUNNING = 1, /* also one that was broken off by the end of the program */
  SALON_JOB_DONE = 2,
  SALON_JOB_STOPPED = 3, /* by somebody, before its end; what it had done stands */
} SalonJobState;

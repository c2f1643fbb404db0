#pragma once
/* A person who comes, or may come, to the salon.  Only a name or a phone is required. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClient, salon_client)

struct _SalonClient {
  SalonEntity parent;
  char *first_name;
  char *surname;
  char *patronymic;
  gint64 gender; /* SalonGender; 0 = not said */
  gint64 birth_year; /* 0 = not said */
  gint64 birth_month;
  gint64 birth_mday; /* 29 February is kept on the 28th in other years */
  char *address;
  char *email;
  char *whatsapp;
  char *telegram;
  char *instagram;
  gint64 source_id; /* where she heard of the salon */
  gint64 referred_by_id; /* another client */
  char *note;
  char *alert; /* must be acknowledged at booking and checkout */
  char *wishes;
  char *language; /* ISO 639: en, ru, lv */
  gint64 channels; /* bits of SalonChannel */
  gint64 preferred_channel; /* SalonChannel */
  gint64 discount_bp; /* basis points */
  gint64 photo_id;
  gint64 importance_pin; /* class given by hand, 1 = A … 3 = C; 0 = by revenue */
  gint64 created_at;
  gint64 created_by_id; /* user */
  gint64 archived_at; /* 0 = active */
  gint64 merged_into_id; /* the card that she is on now; 0 = this one */
  gint64 credit_limit; /* minor units: so far her account may be overdrawn */
  gint64 payer_id; /* from whose account she pays; 0 = her own */
};

G_END_DECLS

#pragma once
/* A part of the hours of a week. */

/* In minutes of the day; two parts of one day leave a pause between them. */
typedef struct {
  int weekday; /* 1 = Monday … 7 = Sunday */
  int from;
  int to; /* may run past midnight, to 26:00 */
} SalonWeekSpan;

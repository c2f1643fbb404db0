/* The reader of calendar files under a fuzzer: what it answers fits into the table of requests. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "exchange/ics-read.h"

static void
check_text (const char *text, glong most)
{
  g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
  g_assert_true (text == NULL || g_utf8_strlen (text, -1) <= most);
}

static void
check (const SalonInquiry *inquiry)
{
  check_text (inquiry->name, 300);
  check_text (inquiry->email, 300);
  check_text (inquiry->phone, 4000);
  check_text (inquiry->service_words, 300);
  check_text (inquiry->external_id, 500);
  g_assert_true (inquiry->name != NULL || inquiry->phone != NULL || inquiry->email != NULL);
  g_assert_cmpint (inquiry->start_min, >=, 0);
  g_assert_cmpint (inquiry->start_min, <=, 144000000);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char begin[] = "BEGIN:VCALENDAR\n";
  GByteArray *calendar = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SalonInput) input = NULL;
  g_autoptr (SalonClock) clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GError) error = NULL;

  g_byte_array_append (calendar, (const guint8 *) begin, sizeof begin - 1);
  g_byte_array_append (calendar, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (calendar);
  input = salon_input_new (bytes, "fuzz.ics");
  requests = salon_ics_read_requests (input, clock, &error);
  g_assert_true ((requests == NULL) == (error != NULL));
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    check (requests->pdata[i]);
  return 0;
}

GPtrArray *
fuzz_examples (void)
{
  static const char *const texts[] = {
    "BEGIN:VEVENT\nUID:a\nDTSTART:20250616T150000Z\nSUMMARY:Manicure\nATTENDEE;CN=\"A, B\":mailto:a@b.lv\nEND:VEVENT\nEND:VCALENDAR\n",
    ("BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\n"
     "TZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=X:20250616T150000\nRRULE:FREQ=SECONDLY\n"
     "CONTACT:Olga\\, +371 26555666\nEND:VEVENT\nEND:VCALENDAR\n"),
    ("METHOD:REQUEST\nBEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20250616\nDTSTART;VALUE=DATE:20250616\nSUMMARY:a\\nb\n c\n"
     "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:=D0=98\nSTATUS:CANCELLED\nEND:VEVENT\nEND:VCALENDAR\n"),
  };
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (examples, g_bytes_new_static (texts[i], strlen (texts[i])));
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { "BEGIN:VEVENT\n", "END:VEVENT\n", "BEGIN:VCALENDAR\n", "DTSTART:", "DTSTART;TZID=", ";VALUE=DATE",
                                       "20250616T150000Z", "UID:", "ATTENDEE;CN=", "mailto:", "tel:", "RECURRENCE-ID:", "\n ", "\\n",
                                       "\"", ";", ":", "=", "\r", "\xff", NULL };

  return words;
}

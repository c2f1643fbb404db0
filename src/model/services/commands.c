/* The list of commands.  A new one is added here, and nowhere else by hand. */
#include "model/services/commands.h"

#include "model/services/account.h"
#include "model/services/bonus.h"
#include "model/services/booking-edit.h"
#include "model/services/booking.h"
#include "model/services/bulk-clients.h"
#include "model/services/card-designs.h"
#include "model/services/card-log.h"
#include "model/services/card-prints.h"
#include "model/services/cards.h"
#include "model/services/cash-shift.h"
#include "model/services/catalogue.h"
#include "model/services/category-rules.h"
#include "model/services/checklist.h"
#include "model/services/certificates.h"
#include "model/services/clients.h"
#include "model/services/fiscal.h"
#include "model/services/job.h"
#include "model/services/contacts.h"
#include "model/services/import.h"
#include "model/services/item-import.h"
#include "model/services/late.h"
#include "model/services/requests.h"
#include "model/services/sale.h"
#include "model/services/own-reports.h"
#include "model/services/people-lists.h"
#include "model/services/price-rules.h"
#include "model/services/promotions.h"
#include "model/services/salon-logo.h"
#include "model/services/segments.h"
#include "model/services/merge.h"
#include "model/services/price-list.h"
#include "model/services/series.h"
#include "model/services/settings.h"
#include "model/services/setup.h"
#include "model/services/shifts.h"
#include "model/services/sick-day.h"
#include "model/services/slips.h"
#include "model/services/staff.h"
#include "model/services/tickets.h"
#include "model/services/undo.h"
#include "model/services/visit-details.h"
#include "model/services/waiting.h"

static const SalonCommand *const commands[] = {
  &salon_command_account_correct,
  &salon_command_account_terms,
  &salon_command_account_transfer,
  &salon_command_bonus_correct,
  &salon_command_book,
  &salon_command_visit_edit,
  &salon_command_move,
  &salon_command_resize,
  &salon_command_set_state,
  &salon_command_card_batch,
  &salon_command_card_blanks,
  &salon_command_card_block,
  &salon_command_card_expire,
  &salon_command_card_issue,
  &salon_command_card_picture_keep,
  &salon_command_card_print_begin,
  &salon_command_card_print_end,
  &salon_command_card_replace,
  &salon_command_card_return,
  &salon_command_card_spoil,
  &salon_command_card_unblock,
  &salon_command_cash_close,
  &salon_command_cash_move,
  &salon_command_cash_open,
  &salon_command_catalogue_archive,
  &salon_command_catalogue_reorder,
  &salon_command_catalogue_save,
  &salon_command_certificate_block,
  &salon_command_certificate_open,
  &salon_command_client_archive,
  &salon_command_client_merge,
  &salon_command_client_not_same,
  &salon_command_client_photo,
  &salon_command_client_save,
  &salon_command_client_unarchive,
  &salon_command_client_unmerge,
  &salon_job_clients_archive.command,
  &salon_job_clients_category.command,
  &salon_job_clients_merge.command,
  &salon_job_clients_tag.command,
  &salon_job_clients_unarchive.command,
  &salon_job_clients_uncategory.command,
  &salon_job_clients_untag.command,
  &salon_command_consent_remove,
  &salon_command_consent_save,
  &salon_command_contact_remove,
  &salon_command_contact_save,
  &salon_command_employee_save,
  &salon_command_hours_save,
  &salon_job_import.command,
  &salon_job_import_undo.command,
  &salon_command_item_import,
  &salon_command_job_leave,
  &salon_command_level_price_set,
  &salon_job_people_list.command,
  &salon_command_price_rule_archive,
  &salon_command_price_rule_save,
  &salon_command_promotion_say,
  &salon_command_quality_remove,
  &salon_command_quality_resolve,
  &salon_command_quality_save,
  &salon_command_own_report_archive,
  &salon_command_own_report_save,
  &salon_command_inquiry_accept,
  &salon_command_inquiry_decline,
  &salon_command_inquiry_take,
  &salon_command_apply_rules,
  &salon_command_category_rule_save,
  &salon_command_sale_complete,
  &salon_command_sale_fiscal,
  &salon_command_slip_printed,
  &salon_command_sale_refund,
  &salon_command_sale_void,
  &salon_command_logo,
  &salon_command_setup,
  &salon_command_segment_archive,
  &salon_command_segment_save,
  &salon_command_segment_unarchive,
  &salon_command_series_book,
  &salon_command_series_cancel,
  &salon_command_series_follow,
  &salon_command_settings_save,
  &salon_command_shifts_copy,
  &salon_command_shifts_set,
  &salon_command_sick_day,
  &salon_command_ticket_kind_save,
  &salon_command_ticket_extend,
  &salon_command_ticket_freeze,
  &salon_command_ticket_open,
  &salon_command_ticket_unfreeze,
  &salon_command_undo,
  &salon_command_late,
  &salon_command_visit_note,
  &salon_command_tick,
  &salon_command_waiting_book,
  &salon_command_waiting_save,
  &salon_command_waiting_withdraw,
};

/* Kinds of jobs that can go on when they were broken off. */
static const SalonJobKind *const job_kinds[] = {
  &salon_job_clients_archive,
  &salon_job_clients_category,
  &salon_job_clients_merge,
  &salon_job_clients_tag,
  &salon_job_clients_unarchive,
  &salon_job_clients_uncategory,
  &salon_job_clients_untag,
  &salon_job_import_undo,
  &salon_job_people_list,
  &salon_job_undo,
};

/**
 * salon_job_kind_of_name:
 * @name: of the operation, as the log keeps it
 *
 * Returns: (transfer none) (nullable): the kind, if a job of it can go on
 */
const SalonJobKind *
salon_job_kind_of_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (job_kinds); i++)
    if (g_str_equal (job_kinds[i]->command.name, name))
      return job_kinds[i];
  return NULL;
}

/**
 * salon_commands:
 *
 * Returns: (transfer none) (array length=n): every command that leaves a trace in the log
 */
const SalonCommand *const *
salon_commands (guint *n)
{
  *n = G_N_ELEMENTS (commands);
  return commands;
}

/**
 * salon_command_label:
 * @name: of an operation, as the log keeps it
 *
 * Returns: (transfer none): its label in English, to be translated when shown; @name itself for one that this version
 *   does not know
 */
const char *
salon_command_label (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i]->name, name))
      return commands[i]->label;
  return name;
}

/* What can be done with a visit or a client just now.
 *
 * A visit goes from booked over confirmed, arrived and in service to done; steps may be left out (closing the day
 * makes "done" or "no-show" of what is still open) and taken back.  Cancelled and no-show free the
 * time.  A client who has not come yet cannot have arrived: these states are for today and the past. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/verbs.h"

#define BIT(state) (1u << SALON_VISIT_##state)
#define OPEN       (BIT (BOOKED) | BIT (CONFIRMED) | BIT (ARRIVED) | BIT (IN_SERVICE))

static const guint next_states[SALON_VISIT_STATE_LAST + 1] = {
  [SALON_VISIT_BOOKED] =
      BIT (CONFIRMED) | BIT (ARRIVED) | BIT (IN_SERVICE) | BIT (DONE) | BIT (CANCELLED) | BIT (NO_SHOW),
  [SALON_VISIT_CONFIRMED] =
      BIT (BOOKED) | BIT (ARRIVED) | BIT (IN_SERVICE) | BIT (DONE) | BIT (CANCELLED) | BIT (NO_SHOW),
  [SALON_VISIT_ARRIVED] = BIT (BOOKED) | BIT (CONFIRMED) | BIT (IN_SERVICE) | BIT (DONE) | BIT (CANCELLED),
  [SALON_VISIT_IN_SERVICE] = BIT (ARRIVED) | BIT (DONE) | BIT (CANCELLED),
  [SALON_VISIT_DONE] = BIT (IN_SERVICE),
  [SALON_VISIT_CANCELLED] = BIT (BOOKED),
  [SALON_VISIT_NO_SHOW] = BIT (BOOKED) | BIT (ARRIVED),
};

/* The verbs that only change the state, from which states they are offered, and where they lead. */
static const struct {
  SalonVisitVerbs verb;
  guint from;
  SalonVisitState to;
} state_verbs[] = {
  { SALON_VISIT_VERB_CONFIRM, BIT (BOOKED), SALON_VISIT_CONFIRMED },
  { SALON_VISIT_VERB_ARRIVE, BIT (BOOKED) | BIT (CONFIRMED) | BIT (NO_SHOW), SALON_VISIT_ARRIVED },
  { SALON_VISIT_VERB_START, BIT (BOOKED) | BIT (CONFIRMED) | BIT (ARRIVED), SALON_VISIT_IN_SERVICE },
  { SALON_VISIT_VERB_FINISH, OPEN, SALON_VISIT_DONE },
  { SALON_VISIT_VERB_CANCEL, OPEN, SALON_VISIT_CANCELLED },
  { SALON_VISIT_VERB_NO_SHOW, BIT (BOOKED) | BIT (CONFIRMED), SALON_VISIT_NO_SHOW },
  { SALON_VISIT_VERB_REOPEN, BIT (DONE), SALON_VISIT_IN_SERVICE },
  { SALON_VISIT_VERB_REOPEN, BIT (CANCELLED) | BIT (NO_SHOW), SALON_VISIT_BOOKED },
};

static gboolean
is_known (SalonVisitState state)
{
  return (guint) state >= SALON_VISIT_STATE_FIRST && (guint) state <= SALON_VISIT_STATE_LAST;
}

static gboolean
is_among (SalonVisitState state, guint states)
{
  return is_known (state) && (states & (1u << state)) != 0;
}

/**
 * salon_visit_state_counts:
 *
 * Returns: whether it counts as a visit for status and statistics: arrived, in service or done
 */
gboolean
salon_visit_state_counts (SalonVisitState state)
{
  return is_among (state, BIT (ARRIVED) | BIT (IN_SERVICE) | BIT (DONE));
}

/**
 * salon_visit_state_holds_time:
 *
 * Returns: whether employee and room are taken; all but cancelled and no-show
 */
gboolean
salon_visit_state_holds_time (SalonVisitState state)
{
  return is_known (state) && !is_among (state, BIT (CANCELLED) | BIT (NO_SHOW));
}

/**
 * salon_visit_state_is_open:
 *
 * Returns: whether something is still to happen: booked, confirmed, arrived, in service
 */
gboolean
salon_visit_state_is_open (SalonVisitState state)
{
  return is_among (state, OPEN);
}

/**
 * salon_visit_state_is_unpaid:
 * @settled: whether it has been checked out
 *
 * Returns: whether the work is done and nobody has paid for it
 */
gboolean
salon_visit_state_is_unpaid (SalonVisitState state, gboolean settled)
{
  return state == SALON_VISIT_DONE && !settled;
}

/**
 * salon_visit_state_may_become:
 *
 * Returns: whether that step exists; a state never becomes itself
 */
gboolean
salon_visit_state_may_become (SalonVisitState from, SalonVisitState to)
{
  return is_known (from) && is_among (to, next_states[from]);
}

/* Cancelling gives time away and reopening takes it: that is booking; all else is telling what happened. */
static gboolean
is_booking_work (SalonVisitState from, SalonVisitState to)
{
  return to == SALON_VISIT_CANCELLED || !salon_visit_state_holds_time (from);
}

static gboolean
is_permitted (const SalonVisitSelection *visit, SalonVisitState to, SalonPermissions permissions)
{
  if (is_booking_work (visit->state, to))
    return salon_permissions_have (permissions, SALON_PERMISSION_BOOK);
  return salon_permissions_have (permissions, SALON_PERMISSION_VISIT_STATE)
         || (visit->own && salon_permissions_have (permissions, SALON_PERMISSION_VISIT_STATE_OWN));
}

/* Nobody has arrived, or failed to, on a day that has not come. */
static gboolean
is_in_time (const SalonVisitSelection *visit, SalonVisitState to)
{
  return visit->day <= visit->today || !(salon_visit_state_counts (to) || to == SALON_VISIT_NO_SHOW);
}

/**
 * salon_visit_state_check:
 * @to: the state that is wanted
 * @permissions: what the actor may do
 * @error: %SALON_ERROR_PERMISSION, or %SALON_ERROR_VALIDATION of the field "state"
 *
 * Whether time is free when a cancelled visit comes back is another question, see salon_slots_check().
 *
 * Returns: whether the visit may become @to now and by this actor
 */
gboolean
salon_visit_state_check (const SalonVisitSelection *visit,
                         SalonVisitState to,
                         SalonPermissions permissions,
                         GError **error)
{
  if (!salon_visit_state_may_become (visit->state, to)) {
    salon_set_field_error (error, "state", _("The visit cannot go from its present state to that one."));
    return FALSE;
  }
  if (!is_permitted (visit, to, permissions)) {
    salon_set_error (error, SALON_ERROR_PERMISSION, "%s",
                     is_booking_work (visit->state, to)
                         ? _("You are not allowed to cancel or reopen visits.")
                         : _("You are not allowed to change the state of this visit."));
    return FALSE;
  }
  if (!is_in_time (visit, to)) {
    salon_set_field_error (error, "state", _("The day of this visit has not come yet."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_visit_verb_target:
 * @verb: one verb
 * @to: (out) (optional): the state that it leads to
 *
 * Reopening leads from done back into service, from cancelled and no-show back to booked.
 *
 * Returns: whether it is a verb that leads from @from to another state
 */
gboolean
salon_visit_verb_target (SalonVisitVerbs verb, SalonVisitState from, SalonVisitState *to)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_verbs); i++) {
    if (state_verbs[i].verb != verb || !is_among (from, state_verbs[i].from))
      continue;
    if (to != NULL)
      *to = state_verbs[i].to;
    return TRUE;
  }
  return FALSE;
}

/* What was begun is paid on its day or later, once. */
static gboolean
may_check_out (const SalonVisitSelection *visit, SalonPermissions permissions)
{
  return !visit->settled && salon_visit_state_counts (visit->state) && visit->day <= visit->today
         && salon_permissions_have (permissions, SALON_PERMISSION_SELL);
}

/**
 * salon_visit_verbs_for:
 * @permissions: what the actor may do
 *
 * For several visits at once: what is common to all, `a & b`.
 *
 * Returns: the verbs that would work now
 */
SalonVisitVerbs
salon_visit_verbs_for (const SalonVisitSelection *visit, SalonPermissions permissions)
{
  SalonVisitVerbs verbs = SALON_VISIT_VERB_NONE;

  if (!is_known (visit->state))
    return verbs;
  if (visit->own || salon_permissions_have (permissions, SALON_PERMISSION_DAY_VIEW))
    verbs |= SALON_VISIT_VERB_OPEN;
  for (SalonVisitVerbs verb = SALON_VISIT_VERB_CONFIRM; verb <= SALON_VISIT_VERB_REOPEN; verb <<= 1) {
    SalonVisitState to = visit->state;

    if (!visit->settled && salon_visit_verb_target (verb, visit->state, &to)
        && salon_visit_state_check (visit, to, permissions, NULL))
      verbs |= verb;
  }
  if (may_check_out (visit, permissions))
    verbs |= SALON_VISIT_VERB_CHECK_OUT;
  if (!salon_permissions_have (permissions, SALON_PERMISSION_BOOK))
    return verbs;
  verbs |= SALON_VISIT_VERB_AGAIN;
  if (visit->settled)
    return verbs;
  if (salon_visit_state_is_open (visit->state))
    verbs |= SALON_VISIT_VERB_MOVE;
  if (salon_visit_state_holds_time (visit->state))
    verbs |= SALON_VISIT_VERB_EDIT;
  return verbs;
}

/**
 * salon_visit_verbs_may_repeat:
 * @now: see salon_visit_verbs_for()
 *
 * Returns: whether it can be booked again and again, or repeats already
 */
gboolean
salon_visit_verbs_may_repeat (SalonVisitVerbs now, SalonVisitState state, gboolean in_series)
{
  return (now & SALON_VISIT_VERB_AGAIN) != 0 && (in_series || salon_visit_state_holds_time (state));
}

/**
 * salon_visit_verbs_may_be_late:
 * @now: see salon_visit_verbs_for()
 *
 * Returns: whether the client can still be waited for: not there yet, and her day has come
 */
gboolean
salon_visit_verbs_may_be_late (SalonVisitVerbs now)
{
  return (now & SALON_VISIT_VERB_MOVE) != 0 && (now & SALON_VISIT_VERB_NO_SHOW) != 0;
}

/**
 * salon_client_verbs_for:
 * @archived: whether the client is in the archive
 *
 * Returns: the verbs that would work now; from the archive one can only be looked at and taken out
 */
SalonClientVerbs
salon_client_verbs_for (gboolean archived, SalonPermissions permissions)
{
  static const struct {
    SalonPermission permission;
    SalonClientVerbs active;
    SalonClientVerbs archived;
  } verbs[] = {
    { SALON_PERMISSION_CLIENTS_VIEW, SALON_CLIENT_VERB_OPEN, SALON_CLIENT_VERB_OPEN },
    { SALON_PERMISSION_CLIENTS_CONTACTS, SALON_CLIENT_VERB_CONTACTS, SALON_CLIENT_VERB_NONE },
    { SALON_PERMISSION_CLIENTS_EDIT, SALON_CLIENT_VERB_EDIT, SALON_CLIENT_VERB_NONE },
    { SALON_PERMISSION_CLIENTS_NOTES, SALON_CLIENT_VERB_NOTES, SALON_CLIENT_VERB_NONE },
    { SALON_PERMISSION_CLIENTS_ARCHIVE, SALON_CLIENT_VERB_ARCHIVE, SALON_CLIENT_VERB_UNARCHIVE },
    { SALON_PERMISSION_BOOK, SALON_CLIENT_VERB_BOOK, SALON_CLIENT_VERB_NONE },
    { SALON_PERMISSION_HISTORY, SALON_CLIENT_VERB_CALL, SALON_CLIENT_VERB_NONE },
    { SALON_PERMISSION_QUALITY, SALON_CLIENT_VERB_MARK, SALON_CLIENT_VERB_NONE },
  };
  SalonClientVerbs result = SALON_CLIENT_VERB_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (salon_permissions_have (permissions, verbs[i].permission))
      result |= archived ? verbs[i].archived : verbs[i].active;
  return result;
}

/* Checked arithmetic on amounts.  Every division in the program that yields money rounds here. */
#include "base/money.h"

#include <stdlib.h>

__extension__ typedef __int128 Wide;

static gboolean
narrow (Wide value, SalonMoney *result)
{
  if (value > G_MAXINT64 || value < G_MININT64)
    return FALSE;
  *result = (SalonMoney) value;
  return TRUE;
}

/* The one rounding: to the nearest, halves away from zero.  @divisor is positive. */
static Wide
divide_rounded (Wide value, Wide divisor)
{
  Wide half = divisor / 2;

  return value < 0 ? -((-value + half) / divisor) : (value + half) / divisor;
}

/**
 * salon_money_add:
 * @a: an amount in minor units
 * @b: another
 * @sum: (out): a + b
 *
 * Returns: %FALSE if the sum is too large to be held
 */
gboolean
salon_money_add (SalonMoney a, SalonMoney b, SalonMoney *sum)
{
  return !__builtin_add_overflow (a, b, sum);
}

/**
 * salon_money_mul:
 * @a: an amount in minor units
 * @factor: how many times
 * @product: (out): a × factor
 *
 * Returns: %FALSE if the product is too large to be held
 */
gboolean
salon_money_mul (SalonMoney a, gint64 factor, SalonMoney *product)
{
  return !__builtin_mul_overflow (a, factor, product);
}

/**
 * salon_money_mul_div:
 * @amount: an amount in minor units
 * @factor: for example a quantity in thousandths, or a rate in basis points
 * @divisor: its unit, more than 0 (1000, or 10000)
 * @result: (out): amount × factor ÷ divisor, rounded once, halves away from zero
 *
 * Returns: %FALSE if the result is too large to be held
 */
gboolean
salon_money_mul_div (SalonMoney amount, gint64 factor, gint64 divisor, SalonMoney *result)
{
  g_return_val_if_fail (divisor > 0, FALSE);
  return narrow (divide_rounded ((Wide) amount * factor, divisor), result);
}

/**
 * salon_money_percent:
 * @amount: an amount in minor units, not beyond ± %SALON_MONEY_MAX
 * @basis_points: hundredths of a percent; 10000 is the whole
 *
 * Returns: that part of the amount, rounded once, halves away from zero
 */
SalonMoney
salon_money_percent (SalonMoney amount, int basis_points)
{
  SalonMoney part = 0;

  if (!salon_money_mul_div (amount, basis_points, 10000, &part))
    g_error ("%d basis points of %" G_GINT64_FORMAT " cannot be held", basis_points, amount);
  return part;
}

typedef struct {
  guint index;
  Wide remainder;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *left = a;
  const Share *right = b;

  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;
  return left->index < right->index ? -1 : 1;
}

/**
 * salon_money_split:
 * @amount: an amount in minor units
 * @weights: (array length=n): the weight of each part, none negative; if all are 0 they count as equal
 * @n: how many parts, at least 1
 * @parts: (out caller-allocates) (array length=n): the parts
 *
 * Splits by largest remainder: each part gets its share rounded towards zero, and what is left goes one unit each to the
 * largest remainders, the earlier part first where they are equal.  The parts always sum to the amount.
 */
void
salon_money_split (SalonMoney amount, const gint64 *weights, guint n, SalonMoney *parts)
{
  g_autofree Share *shares = g_new0 (Share, MAX (n, 1));
  Wide size = amount < 0 ? -(Wide) amount : amount;
  Wide total = 0;
  Wide rest = size;

  g_return_if_fail (n > 0);
  for (guint i = 0; i < n; i++) {
    g_return_if_fail (weights[i] >= 0);
    total += weights[i];
  }
  for (guint i = 0; i < n; i++) {
    Wide weight = total == 0 ? 1 : weights[i];
    Wide divisor = total == 0 ? n : total;
    Wide part = size * weight / divisor;

    shares[i] = (Share){ i, size * weight % divisor };
    parts[i] = (SalonMoney) (amount < 0 ? -part : part);
    rest -= part;
  }
  qsort (shares, n, sizeof *shares, compare_shares);
  for (guint i = 0; i < (guint) rest; i++)
    parts[shares[i].index] += amount < 0 ? -1 : 1;
}

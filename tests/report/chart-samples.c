/* Charts with the figures of a salon that works. */
#include "tests/report/chart-samples.h"

typedef const char *Words[SAMPLE_N_LANGUAGES];

static const Words months[]
    = { { "January", "январь", "janvāris" },   { "February", "февраль", "februāris" }, { "March", "март", "marts" },
        { "April", "апрель", "aprīlis" },      { "May", "май", "maijs" },              { "June", "июнь", "jūnijs" },
        { "July", "июль", "jūlijs" },          { "August", "август", "augusts" },      { "September", "сентябрь", "septembris" },
        { "October", "октябрь", "oktobris" },  { "November", "ноябрь", "novembris" },  { "December", "декабрь", "decembris" } };
static const Words employees[] = { { "Anna Bērziņa", "Анна Берзиня", "Anna Bērziņa" },
                                   { "Jekaterina Konstantinova", "Екатерина Константинова", "Jekaterina Konstantinova" },
                                   { "Līga Ozola", "Лига Озола", "Līga Ozola" },
                                   { "Marina Petrova", "Марина Петрова", "Marina Petrova" },
                                   { "Zane Kalniņa", "Зане Калниня", "Zane Kalniņa" },
                                   { "Olga Smirnova", "Ольга Смирнова", "Olga Smirnova" },
                                   { "Ilze Liepa", "Илзе Лиепа", "Ilze Liepa" },
                                   { "Sofija Vanaga", "София Ванага", "Sofija Vanaga" },
                                   { "Without an employee", "Без мастера", "Bez meistara" } };
static const Words weekdays[] = { { "Mon", "пн", "P" }, { "Tue", "вт", "O" }, { "Wed", "ср", "T" }, { "Thu", "чт", "C" },
                                  { "Fri", "пт", "Pk" }, { "Sat", "сб", "S" }, { "Sun", "вс", "Sv" } };
static const Words sold = { "Sold", "Продано", "Pārdots" };
static const Words sold_before = { "Sold a year ago", "Продано год назад", "Pārdots pirms gada" };
static const Words came = { "New", "Новые", "Jauni" };
static const Words again = { "Returned", "Вернулись", "Atgriezušies" };
static const Words lost = { "Lost", "Потеряны", "Zaudēti" };
static const Words employee = { "Employee", "Мастер", "Meistars" };
static const Words month = { "Month", "Месяц", "Mēnesis" };

static void
add_months (SalonChart *chart, SampleLanguage language, int first, guint n)
{
  chart->is_ordered = TRUE;
  for (guint i = 0; i < n; i++) {
    guint at = (guint) first + i;
    g_autofree char *label = language == SAMPLE_LATVIAN
                                 ? g_strdup_printf ("%u. gada %s", 2024 + at / 12, months[at % 12][language])
                                 : g_strdup_printf ("%s %u", months[at % 12][language], 2024 + at / 12);

    salon_chart_add_category (chart, label);
  }
}

static SalonChartSeries *
add_series (SalonChart *chart, const char *name, SalonReportUnit unit, SalonChartTone tone, const int *values, guint n,
            gint64 factor)
{
  SalonChartSeries *series = salon_chart_add_series (chart, name, unit, tone);

  for (guint i = 0; i < n; i++)
    salon_chart_series_add (series, values[i] * factor, (int) i, (int) chart->series->len);
  return series;
}

static void
mark_last (SalonChartSeries *series)
{
  g_array_index (series->values, SalonChartValue, series->values->len - 1).is_incomplete = TRUE;
}

static const int by_month[] = { 18420, 19130, 22470, 21020, 24310, 23890, 20140, 19880, 23370, 25110, 26840, 11250 };
static const int by_month_before[] = { 15210, 16830, 19020, 20110, 21470, 22260, 18890, 17120, 20180, 22930, 23410, 29770 };

/* One series over time, against the year before; the last month goes on. */
static SalonChart *
sales_by_month (SampleLanguage language)
{
  SalonChart *chart = salon_chart_new (SALON_CHART_BARS, month[language]);

  add_months (chart, language, 12, 12);
  mark_last (add_series (chart, sold[language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, by_month, 12, 100));
  add_series (chart, sold_before[language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, by_month_before, 12, 100)->is_before
      = TRUE;
  return chart;
}

static SalonChart *
sales_by_employee (SampleLanguage language)
{
  static const int now[] = { 48210, 61340, 35720, 52480, 29160, 44930, 12040, 38150, 2310 };
  static const int before[] = { 41020, 58810, 37950, 47210, 0, 46020, 15980, 30410, 1890 };
  SalonChart *chart = salon_chart_new (SALON_CHART_BARS, employee[language]);

  for (guint i = 0; i < G_N_ELEMENTS (employees); i++)
    salon_chart_add_category (chart, employees[i][language]);
  add_series (chart, sold[language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, now, 9, 100);
  add_series (chart, sold_before[language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, before, 9, 100)->is_before = TRUE;
  return chart;
}

static SalonChart *
sales_by_four (SampleLanguage language)
{
  static const Words names[] = { { "Services", "Услуги", "Pakalpojumi" }, { "Goods", "Товары", "Preces" },
                                 { "Season tickets", "Абонементы", "Abonementi" } };
  static const int values[3][4] = { { 412, 530, 298, 476 }, { 120, 88, 35, 64 }, { 60, 95, 0, 40 } };
  SalonChart *chart = salon_chart_new (SALON_CHART_BARS, employee[language]);

  for (guint i = 0; i < 4; i++)
    salon_chart_add_category (chart, employees[i][language]);
  for (guint i = 0; i < 3; i++)
    add_series (chart, names[i][language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, values[i], 4, 1234);
  return chart;
}

/* Inflow above the line, outflow below. */
static SalonChart *
flow (SampleLanguage language)
{
  static const int new_ones[] = { 38, 41, 52, 47, 60, 44, 31, 29, 55, 58, 49, 18 };
  static const int returned[] = { 9, 12, 8, 15, 11, 7, 6, 14, 19, 16, 12, 5 };
  static const int gone[] = { -22, -28, -31, -26, -35, -41, -52, -47, -30, -27, -33, -9 };
  SalonChart *chart = salon_chart_new (SALON_CHART_STACKED, month[language]);

  add_months (chart, language, 12, 12);
  mark_last (add_series (chart, came[language], SALON_REPORT_COUNT, SALON_CHART_TONE_GAIN, new_ones, 12, 1));
  mark_last (add_series (chart, again[language], SALON_REPORT_COUNT, SALON_CHART_TONE_AGAIN, returned, 12, 1));
  mark_last (add_series (chart, lost[language], SALON_REPORT_COUNT, SALON_CHART_TONE_LOSS, gone, 12, 1));
  return chart;
}

static const Words categories[] = { { "Haircuts and styling", "Стрижки и укладки", "Griezumi un veidošana" },
                                    { "Colouring", "Окрашивание", "Krāsošana" },
                                    { "Manicure", "Маникюр", "Manikīrs" },
                                    { "Face care", "Уход за лицом", "Sejas kopšana" },
                                    { "Massage", "Массаж", "Masāža" } };
static const int by_category[5][12] = { { 620, 640, 710, 690, 750, 730, 610, 600, 720, 760, 790, 840 },
                                        { 480, 500, 560, 530, 610, 600, 520, 500, 590, 640, 660, 700 },
                                        { 410, 420, 470, 490, 530, 560, 540, 510, 480, 470, 460, 520 },
                                        { 190, 210, 230, 220, 260, 240, 180, 170, 220, 250, 270, 310 },
                                        { 140, 150, 160, 170, 180, 150, 130, 140, 170, 190, 210, 230 } };

static SalonChart *
of_categories (SalonChartKind kind, SampleLanguage language)
{
  SalonChart *chart = salon_chart_new (kind, month[language]);

  add_months (chart, language, 12, 12);
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    mark_last (add_series (chart, categories[i][language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, by_category[i], 12, 1000));
  return chart;
}

static SalonChart *
stacked (SampleLanguage language)
{
  return of_categories (SALON_CHART_STACKED, language);
}

static SalonChart *
areas (SampleLanguage language)
{
  return of_categories (SALON_CHART_AREAS, language);
}

/* Shares, one with a gap and one against the year before. */
static SalonChart *
lines (SampleLanguage language)
{
  static const Words names[] = { { "Retention", "Удержание", "Noturēšana" },
                                 { "Retention a year ago", "Удержание год назад", "Noturēšana pirms gada" },
                                 { "Rebooking", "Перезапись", "Atkārtots pieraksts" } };
  static const int values[3][12] = { { 612, 618, 633, 640, 628, 615, 590, 584, 622, 641, 655, 648 },
                                     { 570, 575, 590, 602, 598, 580, 560, 551, 571, 588, 600, 604 },
                                     { 341, 352, 349, 370, 381, 0, 362, 355, 390, 402, 411, 420 } };
  SalonChart *chart = salon_chart_new (SALON_CHART_LINES, month[language]);

  add_months (chart, language, 12, 12);
  for (guint i = 0; i < 3; i++) {
    SalonChartSeries *series = add_series (chart, names[i][language], SALON_REPORT_PERCENT, SALON_CHART_TONE_NEXT, values[i], 12, 10);

    series->is_before = i == 1;
    if (i != 1)
      mark_last (series);
    if (i == 2)
      g_array_index (series->values, SalonChartValue, 5).is_empty = TRUE;
  }
  return chart;
}

/* Occupancy: hours across, weekdays down. */
static SalonChart *
heat (SampleLanguage language)
{
  static const int by_hour[] = { 22, 48, 66, 71, 58, 52, 60, 74, 88, 92, 70, 31 };
  static const int by_day[] = { 70, 74, 80, 92, 108, 116, 0 };
  static const Words hour = { "Hour", "Час", "Stunda" };
  SalonChart *chart = salon_chart_new (SALON_CHART_HEAT, hour[language]);

  chart->is_ordered = TRUE;
  for (int h = 9; h < 21; h++) {
    g_autofree char *label = g_strdup_printf ("%d–%d", h, h + 1);

    salon_chart_add_category (chart, label);
  }
  for (guint i = 0; i < 7; i++) {
    SalonChartSeries *series = salon_chart_add_series (chart, weekdays[i][language], SALON_REPORT_PERCENT, SALON_CHART_TONE_NEXT);

    for (guint j = 0; j < 12; j++) {
      SalonChartValue value = { MIN (by_hour[j] * by_day[i], 10000), by_day[i] == 0 || (i == 5 && j > 8), FALSE, FALSE, (int) i, (int) j };

      salon_chart_series_add_value (series, &value);
    }
  }
  return chart;
}

static SalonChart *
cohorts (SampleLanguage language)
{
  static const Words later = { "Months after the first visit", "Месяцев после первого визита", "Mēneši pēc pirmās vizītes" };
  SalonChart *chart = salon_chart_new (SALON_CHART_COHORTS, later[language]);

  chart->is_ordered = TRUE;
  for (guint i = 0; i < 12; i++) {
    g_autofree char *label = g_strdup_printf ("%u", i);

    salon_chart_add_category (chart, label);
  }
  for (guint i = 0; i < 12; i++) {
    g_autofree char *name = language == SAMPLE_LATVIAN ? g_strdup_printf ("2025. gada %s", months[i][language])
                                                       : g_strdup_printf ("%s 2025", months[i][language]);
    SalonChartSeries *series = salon_chart_add_series (chart, name, SALON_REPORT_PERCENT, SALON_CHART_TONE_NEXT);

    for (guint j = 0; j < 12; j++) {
      gboolean is_young = i + j > 11;
      gint64 part = j == 0 ? 10000 : (6400 - 300 * (gint64) j + 70 * (gint64) (i * 7 % 5)) * 10 / (10 + (gint64) j * 2);
      SalonChartValue value = { part, is_young, is_young || (i + j == 11 && j > 0), FALSE, (int) i, (int) j };

      salon_chart_series_add_value (series, &value);
    }
  }
  return chart;
}

static SalonChart *
waterfall (SampleLanguage language)
{
  static const Words names[] = { { "Active on 1 January", "Активные на 1 января", "Aktīvi 1. janvārī" }, { "New", "Новые", "Jauni" },
                                 { "Returned", "Вернулись", "Atgriezušies" }, { "Lost", "Потеряны", "Zaudēti" },
                                 { "Active on 31 December", "Активные на 31 декабря", "Aktīvi 31. decembrī" } };
  static const int values[] = { 640, 522, 134, -381, 915 };
  static const Words clients = { "Clients", "Клиенты", "Klienti" };
  SalonChart *chart = salon_chart_new (SALON_CHART_WATERFALL, NULL);
  SalonChartSeries *series = NULL;

  for (guint i = 0; i < 5; i++)
    salon_chart_add_category (chart, names[i][language]);
  series = add_series (chart, clients[language], SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT, values, 5, 1);
  g_array_index (series->values, SalonChartValue, 0).is_sum = TRUE;
  g_array_index (series->values, SalonChartValue, 4).is_sum = TRUE;
  return chart;
}

static SalonChart *
pareto (SampleLanguage language)
{
  static const Words service[] = { { "Women's haircut", "Стрижка женская", "Sieviešu griezums" }, { "Colouring", "Окрашивание", "Krāsošana" },
                                   { "Gel manicure", "Маникюр с гель-лаком", "Manikīrs ar gellaku" }, { "Highlights", "Мелирование", "Šķipsnu krāsošana" },
                                   { "Styling", "Укладка", "Veidošana" }, { "Facial", "Чистка лица", "Sejas tīrīšana" },
                                   { "Pedicure", "Педикюр", "Pedikīrs" }, { "Men's haircut", "Стрижка мужская", "Vīriešu griezums" },
                                   { "Brows", "Брови", "Uzacis" }, { "Other", "Прочее", "Citi" } };
  static const int values[] = { 9240, 8120, 5430, 3310, 2280, 1740, 1120, 860, 540, 320 };
  static const Words part = { "Share, running", "Доля с накоплением", "Daļa, uzkrājot" };
  SalonChart *chart = salon_chart_new (SALON_CHART_PARETO, NULL);
  int shares[10] = { 0 };
  int sum = 0;

  for (guint i = 0; i < 10; i++) {
    salon_chart_add_category (chart, service[i][language]);
    sum += values[i];
    shares[i] = sum;
  }
  for (guint i = 0; i < 10; i++)
    shares[i] = shares[i] * 10000LL / sum;
  add_series (chart, sold[language], SALON_REPORT_MONEY, SALON_CHART_TONE_NEXT, values, 10, 100);
  add_series (chart, part[language], SALON_REPORT_PERCENT, SALON_CHART_TONE_NEXT, shares, 10, 1);
  return chart;
}

static const struct {
  const char *name;
  SalonChart *(*make) (SampleLanguage language);
} samples[] = {
  { "bars", sales_by_month }, { "lying", sales_by_employee }, { "grouped", sales_by_four }, { "flow", flow },
  { "stacked", stacked },     { "lines", lines },             { "areas", areas },           { "heat", heat },
  { "cohorts", cohorts },     { "waterfall", waterfall },     { "pareto", pareto },
};

guint
sample_n_charts (void)
{
  return G_N_ELEMENTS (samples);
}

const char *
sample_name (guint sample)
{
  return samples[sample].name;
}

SalonChart *
sample_chart (guint sample, SampleLanguage language)
{
  return samples[sample].make (language);
}

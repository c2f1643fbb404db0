/* What headings mean.  The words are those of lists that salons keep themselves, and of the lists that 1C, YCLIENTS,
 * Fresha, Altegio and Google Contacts write. */
#include "model/rules/import-heading.h"

#include <string.h>

#include "base/text.h"

#define ANYWHERE 0 /* the words may stand within a longer heading */
#define EXACT    1 /* only when the heading is nothing else */
#define FIGURE   2 /* counted by this program itself */
#define NUMBER   4

#define I(field) SALON_IMPORT_##field

typedef struct {
  SalonImportField client; /* in a list of clients */
  SalonImportField visit;  /* in a list of visits */
  int flags;
  const char *phrases; /* parted by ';' */
} Row;

static const Row rows[] = {
  { I (FULL_NAME), I (FULL_NAME), ANYWHERE,
    "ФИО;Ф.И.О.;ФИО клиента;Имя и фамилия;Фамилия и имя;Фамилия Имя;Имя Фамилия;Фамилия Имя Отчество;Полное имя;"
    "Имя клиента;Имя гостя;Имя пациента;Полное наименование;"
    "Vārds uzvārds;Vārds, uzvārds;Uzvārds vārds;Vārds un uzvārds;Uzvārds un vārds;Klienta vārds;Pilns vārds;"
    "Full name;Client name;Customer name;Guest name;Contact name;Name and surname;Display name;File as" },
  { I (FULL_NAME), I (FULL_NAME), EXACT,
    "Клиент;Клиентка;Гость;Контакт;Контрагент;Заказчик;Пациент;Клиенты;Наименование;"
    "Klients;Kliente;Pircējs;Pasūtītājs;Kontaktpersona;"
    "Client;Customer;Guest;Contact;Person;Clients;FN" },
  { I (FIRST_NAME), I (FULL_NAME), EXACT, "Имя;Vārds;Name;N" },
  { I (FIRST_NAME), I (FIRST_NAME), ANYWHERE, "First name;Given name;Forename;Firstname;Christian name;Priekšvārds" },
  { I (SURNAME), I (SURNAME), ANYWHERE,
    "Фамилия;Фамилия клиента;Uzvārds;Klienta uzvārds;Surname;Last name;Lastname;Family name" },
  { I (PATRONYMIC), I (PATRONYMIC), ANYWHERE, "Отчество;Tēvvārds;Patronymic;Middle name;Second name;Additional name" },
  { I (PHONE), I (PHONE), ANYWHERE,
    "Телефон;Телефоны;Тел;Моб;Мобильный;Мобильный телефон;Сотовый;Сотовый телефон;Номер телефона;Контактный телефон;"
    "Телефон клиента;Тел. моб;Рабочий телефон;Домашний телефон;Доп. телефон;Телефон 1;Телефон 2;Второй телефон;"
    "Номер мобильного;Моб. тел;"
    "Tālrunis;Telefons;Tel;Mobilais;Mobilais tālrunis;Tālruņa numurs;Telefona numurs;Tālr;Mob. tel;Kontakttālrunis;"
    "Mājas tālrunis;Darba tālrunis;Telefona nr;Tālruņa nr;Tel. nr;"
    "Phone;Phones;Telephone;Mobile;Mobile phone;Mobile number;Cell;Cell phone;Cellphone;Phone number;Contact number;"
    "Home phone;Work phone;Second phone;Phone 1;Phone 2;Phone 1 Value;Contact phone;Telephone number;Phone no" },
  { I (PHONE), I (PHONE), EXACT, "Контакты;Домашний;Рабочий;Kontakti;Mājas;Darba;Contacts;Home;Work" },
  { I (EMAIL), I (EMAIL), ANYWHERE,
    "E-mail;Email;Эл. почта;Электронная почта;Почта;Имейл;Емейл;Адрес электронной почты;Эл. адрес;Мейл;"
    "E-pasts;Epasts;E-pasta adrese;El. pasts;Elektroniskais pasts;"
    "Email address;E-mail address;Mail;E-mail 1 Value" },
  { I (BIRTH), I (BIRTH), ANYWHERE,
    "Дата рождения;День рождения;ДР;Д.Р.;Др клиента;Год рождения;Родился;Дата рожд;Д/р;"
    "Dzimšanas datums;Dzimšanas diena;Dzim. datums;Dzimis;Dzimusi;Dzim. diena;Dzimšanas dat;Dzimšanas gads;"
    "Birth date;Birthdate;Birthday;Date of birth;DOB;B-day;Bday;Born;birth_date;Birth year;Year of birth" },
  { I (GENDER), I (GENDER), EXACT, "Пол;Пол клиента;М/Ж;Ж/М;Dzimums;S/V;V/S;Gender;Sex;M/F;F/M" },
  { I (ADDRESS), I (ADDRESS), ANYWHERE,
    "Адрес;Адрес проживания;Город;Улица;Индекс;Почтовый индекс;Домашний адрес;"
    "Adrese;Pilsēta;Iela;Pasta indekss;Dzīvesvieta;Deklarētā adrese;"
    "Address;City;Street;Street address;Post code;Postcode;Postal code;ZIP;ZIP code;Town;Country;Suburb;Area;Region" },
  { I (NOTE), I (VISIT_NOTE), ANYWHERE,
    "Комментарий;Комментарии;Комент;Примечание;Примечания;Прим;Заметка;Заметки;Описание;Дополнительная информация;"
    "Доп. информация;Комментарий к клиенту;"
    "Komentārs;Komentāri;Piezīme;Piezīmes;Apraksts;Papildu informācija;Papildinformācija;"
    "Comment;Comments;Note;Notes;Remark;Remarks;Description;Additional info;Additional information;Client notes;Memo" },
  { I (ALERT), I (ALERT), ANYWHERE,
    "Аллергия;Аллергии;Противопоказания;Противопоказание;Важно;Внимание;Предупреждение;Особые отметки;"
    "Alerģija;Alerģijas;Kontrindikācijas;Brīdinājums;Uzmanību;Svarīgi;"
    "Allergy;Allergies;Alert;Alerts;Contraindications;Warning;Important;Medical notes" },
  { I (WISHES), I (WISHES), ANYWHERE, "Пожелания;Предпочтения;Потребности;Vēlmes;Vēlēšanās;Wishes;Preferences;Needs and wishes" },
  { I (SOURCE), I (SOURCE), ANYWHERE,
    "Источник;Источник информации;Рекламный источник;Источник рекламы;Откуда узнал;Откуда узнали;Откуда узнала;"
    "Откуда пришел;Откуда пришёл;Откуда о нас;Источник привлечения;Канал привлечения;Реклама;"
    "Avots;Informācijas avots;Kā uzzināja;Kur uzzināja;Reklāmas avots;No kurienes uzzināja;"
    "Source;Referral source;Lead source;Advertising source;How did you hear;Heard about us;Marketing source" },
  { I (TAGS), I (TAGS), ANYWHERE, "Теги;Тег;Метки;Метка;Ярлыки;Birkas;Birka;Tagi;Iezīmes;Tags;Tag;Labels;Hashtags" },
  { I (CATEGORIES), I (CATEGORIES), ANYWHERE,
    "Категория;Категории;Категория клиента;Категории клиента;Группа;Группы;Группа клиентов;Сегмент;Тип клиента;"
    "Kategorija;Kategorijas;Grupa;Grupas;Klienta grupa;Segments;Klienta tips;"
    "Category;Categories;Group;Groups;Client category;Client group;Segment;Client type;Customer group;Group membership" },
  { I (DISCOUNT), I (IGNORE), ANYWHERE,
    "Скидка;Скидка, %;Процент скидки;Персональная скидка;Личная скидка;Вид скидки;% скидки;"
    "Atlaide;Atlaide, %;Personīgā atlaide;Atlaides procents;Discount;Discount %;Personal discount;Discount rate" },
  { I (LANGUAGE), I (LANGUAGE), ANYWHERE, "Язык;Язык общения;Язык клиента;Valoda;Saziņas valoda;Language;Preferred language;Locale" },
  { I (WHATSAPP), I (WHATSAPP), ANYWHERE, "WhatsApp;Whats App;Ватсап;Вотсап;Вацап;WA" },
  { I (TELEGRAM), I (TELEGRAM), ANYWHERE, "Telegram;Телеграм;Телеграмм;TG" },
  { I (INSTAGRAM), I (INSTAGRAM), ANYWHERE, "Instagram;Инстаграм;Инстаграмм;Инста;Insta;IG" },
  { I (CREATED), I (IGNORE), ANYWHERE,
    "Дата регистрации;Дата добавления;Дата создания;Создан;Создана;Добавлен;Добавлена;Зарегистрирован;Дата внесения;"
    "Дата занесения;Клиент с;Reģistrācijas datums;Pievienots;Pievienota;Izveidots;Izveidošanas datums;Reģistrēts;"
    "Pievienošanas datums;Klients kopš;Created;Created at;Date created;Added;Date added;Added on;Registered;"
    "Registration date;Client since;Customer since;Joined;Date joined;Signup date" },
  { I (EXTERNAL_ID), I (EXTERNAL_ID), ANYWHERE,
    "ID клиента;Код клиента;Номер клиента;Идентификатор;Идентификатор клиента;Klienta ID;Klienta kods;Klienta numurs;"
    "Klienta nr;Identifikators;Client ID;Customer ID;Client number;Client no;Customer number;Contact ID;External ID;"
    "Client code;Reference ID" },
  { I (EXTERNAL_ID), I (IGNORE), EXACT, "ID;ИД;Код;Kods;Code;UID;GUID;Ref;Ссылка" },
  { I (EXTERNAL_ID), I (IGNORE), EXACT | NUMBER,
    "№;№ п/п;N п/п;п/п;Номер;Нр;#;No;Nr;Nr. p. k.;Nr. p.k;N.p.k;Num;Numurs;Number;Index;Row" },
  { I (IGNORE), I (VISIT_DATE), ANYWHERE,
    "Дата визита;Дата посещения;Дата записи;Дата услуги;Дата приема;Дата и время;Дата оказания;Дата сеанса;"
    "Дата и время визита;Apmeklējuma datums;Vizītes datums;Pieraksta datums;Datums un laiks;Pakalpojuma datums;"
    "Visit date;Date of visit;Appointment date;Booking date;Service date;Date and time;Scheduled date" },
  { I (IGNORE), I (VISIT_DATE), EXACT, "Дата;Визит;Период;День;Datums;Vizīte;Diena;Date;Day;Visit;When;Datetime" },
  { I (IGNORE), I (VISIT_TIME), ANYWHERE,
    "Время визита;Время начала;Время записи;Начало;Sākuma laiks;Vizītes laiks;Sākums;Start time;Visit time;"
    "Appointment time;Scheduled time" },
  { I (IGNORE), I (VISIT_TIME), EXACT, "Время;Час;Laiks;Plkst;Time;Start;Hour" },
  { I (IGNORE), I (VISIT_SERVICE), ANYWHERE,
    "Услуга;Услуги;Название услуги;Номенклатура;Наименование услуги;Процедура;Процедуры;Вид работ;"
    "Pakalpojums;Pakalpojumi;Pakalpojuma nosaukums;Procedūra;Procedūras;"
    "Service;Services;Service name;Treatment;Treatments;Procedure;Item name" },
  { I (NOTE), I (VISIT_SERVICE), EXACT, "Что делали;Работа;Item" },
  { I (IGNORE), I (VISIT_EMPLOYEE), ANYWHERE,
    "Мастер;Сотрудник;Специалист;Исполнитель;Имя мастера;ФИО мастера;Парикмахер;Косметолог;Имя сотрудника;ФИО сотрудника;"
    "Meistars;Meistare;Darbinieks;Darbiniece;Speciālists;Frizieris;Meistara vārds;Darbinieka vārds;"
    "Employee;Staff;Staff member;Team member;Stylist;Specialist;Master;Provider;Therapist;Resource;Staff name;"
    "Employee name" },
  { I (IGNORE), I (VISIT_PRICE), ANYWHERE,
    "Цена;Стоимость;Сумма;Сумма визита;Итого;К оплате;Стоимость услуги;Оплата;Сумма услуги;Сумма чека;"
    "Cena;Summa;Kopā;Maksa;Samaksa;Pakalpojuma cena;Vizītes summa;"
    "Price;Cost;Amount;Total;Sum;Net sales;Service price;Total price" },
  { I (IGNORE), I (VISIT_MINUTES), ANYWHERE,
    "Длительность;Продолжительность;Длительность, мин;Минут;Ilgums;Ilgums, min;Duration;Duration (min);Minutes" },
  { I (IGNORE), I (VISIT_STATE), ANYWHERE,
    "Статус визита;Статус записи;Состояние визита;Vizītes statuss;Apmeklējuma statuss;Pieraksta statuss;"
    "Appointment status;Booking status;Visit status;Attendance" },
  { I (IGNORE), I (VISIT_STATE), EXACT, "Статус;Состояние;Statuss;Stāvoklis;Status" },
  { I (ADDRESS), I (VISIT_STATE), EXACT, "State" },
  { I (IGNORE), I (IGNORE), ANYWHERE | FIGURE,
    "Потрачено;Всего потрачено;Продано;Сумма продаж;Общая сумма;Оплачено;Выручка;Оборот;Сумма покупок;Средний чек;"
    "Iztērēts;Iztērēta summa;Kopējā summa;Pārdots;Apgrozījums;Vidējais čeks;Kopā iztērēts;"
    "Spent;Total spent;Total sales;Lifetime value;Revenue;Paid;Average check;Average visit value;Net spend" },
  { I (BALANCE), I (IGNORE), ANYWHERE,
    "Баланс;Баланс счета;Баланс счёта;Остаток на счете;Депозит;Лицевой счет;Bilance;Konta atlikums;Depozīts;"
    "Balance;Account balance;Deposit;Deposit balance" },
  { I (BONUS), I (IGNORE), ANYWHERE,
    "Бонусы;Бонус;Бонусный баланс;Баланс бонусов;Остаток бонусов;Бонусный счет;Бонусный счёт;Bonusi;Bonuss;Bonusu atlikums;"
    "Bonusa atlikums;Bonusu konts;Bonus;Bonuses;Bonus balance;Bonus account" },
  { I (TICKET), I (IGNORE), ANYWHERE,
    "Абонемент;Название абонемента;Вид абонемента;Тип абонемента;Abonements;Abonementa nosaukums;Abonementa veids;"
    "Season ticket;Season ticket name" },
  { I (TICKET_UNITS), I (IGNORE), ANYWHERE,
    "Осталось визитов;Остаток визитов;Осталось посещений;Остаток посещений;Осталось занятий;Осталось по абонементу;"
    "Остаток абонемента;Остаток по абонементу;Atlikušās vizītes;Atlikušie apmeklējumi;Atlikušo vizīšu skaits;"
    "Atlikušo apmeklējumu skaits;Abonementa atlikums;Visits left;Visits remaining;Remaining visits;Sessions left;"
    "Remaining sessions" },
  { I (TICKET_UNTIL), I (IGNORE), ANYWHERE,
    "Действует до;Действителен до;Годен до;Абонемент до;Срок абонемента;Абонемент действует до;Абонемент действителен до;"
    "Derīgs līdz;Abonements līdz;Abonementa termiņš;Abonements derīgs līdz;Valid until;Season ticket valid until" },
  { I (TICKET_WORTH), I (IGNORE), ANYWHERE,
    "Стоимость остатка;Стоимость остатка абонемента;Остаток стоимости абонемента;Остаток абонемента в деньгах;"
    "Остаток денег по абонементу;Atlikuma vērtība;Abonementa vērtība;Abonementa atlikuma vērtība;Abonementa atlikusī vērtība;"
    "Season ticket worth;Worth of the season ticket;Season ticket value;Season ticket value left;Value left" },
  { I (CERTIFICATE), I (IGNORE), ANYWHERE,
    "Номер сертификата;Сертификат №;Номер подарочного сертификата;Сертификат;Подарочный сертификат;Dāvanu kartes numurs;"
    "Sertifikāta numurs;Dāvanu karte;Sertifikāts;Certificate number;Gift certificate number;Gift card number;Certificate;"
    "Gift certificate;Gift card" },
  { I (CERTIFICATE_VALUE), I (IGNORE), ANYWHERE,
    "Сумма сертификата;Остаток сертификата;Остаток на сертификате;Номинал сертификата;Dāvanu kartes summa;"
    "Dāvanu kartes atlikums;Dāvanu kartes vērtība;Sertifikāta summa;Sertifikāta vērtība;Sertifikāta atlikums;"
    "Certificate value;Certificate balance;Gift card value;Gift card balance" },
  { I (IGNORE), I (IGNORE), ANYWHERE | FIGURE,
    "Остаток;Долг;Остаток на сертификатах;Получено скидок;Абонементы;Atlikums;Parāds;"
    "Atlikums dāvanu kartēs;Saņemtās atlaides;Abonementi;"
    "Debt;Loyalty points;Left on certificates;Discounts received;Season tickets" },
  { I (IGNORE), I (IGNORE), ANYWHERE | FIGURE,
    "Визиты;Визитов;Количество визитов;Кол-во визитов;Количество посещений;Кол-во посещений;Посещения;Число визитов;"
    "Всего визитов;Apmeklējumi;Vizītes;Apmeklējumu skaits;Vizīšu skaits;Visits;Number of visits;Visit count;"
    "Total visits;Appointments;No. of visits;No-shows;Cancellations;Total appointments" },
  { I (IGNORE), I (IGNORE), ANYWHERE | FIGURE,
    "Первый визит;Дата первого визита;Первое посещение;Дата первого посещения;Последний визит;Дата последнего визита;"
    "Последнее посещение;Дата последнего посещения;Был в последний раз;Следующий визит;"
    "Pirmā vizīte;Pirmās vizītes datums;Pēdējā vizīte;Pēdējās vizītes datums;Pēdējais apmeklējums;"
    "Pēdējā apmeklējuma datums;Pirmais apmeklējums;First visit;First visit date;Last visit;Last visit date;"
    "Last appointment;First appointment;Next appointment;First appointment date;Last appointment date" },
  { I (CARD), I (IGNORE), ANYWHERE,
    "Номер карты;Карта №;Номера карт;Дисконтная карта;Карта лояльности;Клубная карта;Карта клиента;Пластиковая карта;"
    "Штрихкод карты;Номер дисконтной карты;Номер клубной карты;Номер карты клиента;"
    "Kartes numurs;Kartes nr;Karšu numuri;Klienta karte;Klienta kartes numurs;Atlaižu karte;Atlaižu kartes numurs;"
    "Lojalitātes karte;Lojalitātes kartes numurs;Kluba karte;Plastikāta karte;"
    "Card number;Card no;Card numbers;Client card;Loyalty card;Loyalty card number;Discount card;Club card;Membership card;"
    "Membership number" },
  { I (CARD), I (IGNORE), EXACT, "Карта;Karte;Card" },
  { I (IGNORE), I (IGNORE), ANYWHERE | FIGURE, "Membership" },
  { I (IGNORE), I (IGNORE), ANYWHERE | FIGURE,
    "Важность;Класс важности;Класс клиента;ABC;Svarīgums;Importance;Rating;Рейтинг;Возраст;Vecums;Age" },
  { I (IGNORE), I (IGNORE), ANYWHERE,
    "Телефон мастера;Телефон сотрудника;Менеджер;Ответственный;Кто создал;Автор;Администратор;Филиал;Дата изменения;"
    "Изменен;Согласие;Рассылка;SMS;СМС;Онлайн-запись;Пароль;Заблокирован;"
    "Atbildīgais;Menedžeris;Filiāle;Administrators;Mainīts;Piekrišana;"
    "Manager;Created by;Added by;Branch;Location;Modified;Updated;Last modified;Accepts marketing;"
    "Accepts SMS marketing;Accepts email marketing;Marketing consent;Blocked;Block reason;Password;Online booking;Photo" },
};

typedef struct {
  char *folded;
  gsize length;
  const Row *row;
} Phrase;

struct _SalonImportWords {
  SalonImportSubject subject;
  GArray *phrases; /* Phrase */
};

static void
phrase_clear (gpointer data)
{
  g_free (((Phrase *) data)->folded);
}

/* "№" and "#" are no letters, and folding leaves nothing of them. */
static char *
fold_heading (const char *text)
{
  g_auto (GStrv) number = g_strsplit (text, "№", -1);
  g_autofree char *spelled = g_strjoinv (" numero ", number);
  g_auto (GStrv) hash = g_strsplit (spelled, "#", -1);
  g_autofree char *whole = g_strjoinv (" numero ", hash);

  return salon_text_fold (whole);
}

/**
 * salon_import_words_new:
 *
 * Returns: (transfer full): the words, ready to compare with
 */
SalonImportWords *
salon_import_words_new (SalonImportSubject subject)
{
  SalonImportWords *self = g_new0 (SalonImportWords, 1);

  self->subject = subject;
  self->phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  g_array_set_clear_func (self->phrases, phrase_clear);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (GStrv) texts = g_strsplit (rows[i].phrases, ";", -1);

    for (char **text = texts; *text != NULL; text++) {
      Phrase phrase = { fold_heading (*text), 0, &rows[i] };

      phrase.length = strlen (phrase.folded);
      g_array_append_val (self->phrases, phrase);
    }
  }
  return self;
}

/**
 * salon_import_words_free: frees the words
 */
void
salon_import_words_free (SalonImportWords *self)
{
  g_array_unref (self->phrases);
  g_free (self);
}

/* How well the phrase fits: whole words only; the more of the heading it covers and the earlier it stands, the better. */
static int
fit (const Phrase *phrase, const char *heading, gsize length)
{
  const char *at = heading;

  if (phrase->length == 0)
    return 0;
  if (length == phrase->length && memcmp (heading, phrase->folded, length) == 0)
    return 100;
  if ((phrase->row->flags & EXACT) != 0 || length < phrase->length)
    return 0;
  while ((at = strstr (at, phrase->folded)) != NULL) {
    gboolean begins = at == heading || at[-1] == ' ';
    gboolean ends = at[phrase->length] == '\0' || at[phrase->length] == ' ';

    if (begins && ends)
      return 55 + (int) (35 * phrase->length / length) + (at == heading ? 5 : 0);
    at++;
  }
  return 0;
}

/**
 * salon_import_words_match:
 * @text: a cell that may be a heading
 * @heading: (out): what it says
 */
void
salon_import_words_match (const SalonImportWords *self, const char *text, SalonImportHeading *heading)
{
  g_autofree char *spaced = g_strdelimit (g_strdup (text), "_", ' ');
  g_autofree char *folded = fold_heading (spaced);
  gsize length = strlen (folded);
  gsize best_length = 0;

  *heading = (SalonImportHeading){ SALON_IMPORT_IGNORE, 0, FALSE, FALSE };
  for (guint i = 0; i < self->phrases->len; i++) {
    const Phrase *phrase = &g_array_index (self->phrases, Phrase, i);
    int score = fit (phrase, folded, length);

    if (score == 0 || score < heading->score || (score == heading->score && phrase->length <= best_length))
      continue;
    heading->score = score;
    heading->field = self->subject == SALON_IMPORT_VISITS ? phrase->row->visit : phrase->row->client;
    heading->is_figure = (phrase->row->flags & FIGURE) != 0;
    heading->may_be_number = (phrase->row->flags & NUMBER) != 0;
    best_length = phrase->length;
  }
}

import { type Day, dayAt, weekdayOf, writeDay, yearOf } from './edtf/index.ts';
import { monthNamed } from './months.ts';
import { offsetOf, ZONE } from './zones.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** A month's name, short or whole, as a part of a pattern. */
export const MONTH_NAME =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const MONTH = `(?<month>${MONTH_NAME})`;
const CLOCK = String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?)?\s*(?<half>[ap]\.?m\b\.?)?`;
/** Before the year 1990 nothing was published on the web; before 1000 or at the epoch a date is a program's mistake. */
const EARLIEST = 1000;
const EPOCH = dayAt(1970, 1, 1);

const ISO = new RegExp(
  String.raw`(?<![\d])(?<year>\d{4})-(?<monthNumber>\d{1,2})-(?<date>\d{1,2})(?:[T\s]+${CLOCK}\s*(?<zone>Z|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?`,
  'i',
);
const COMPACT =
  /^(?<year>(?:19|20)\d{2})(?<monthNumber>\d{2})(?<date>\d{2})(?:T?(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY_MONTH = new RegExp(
  String.raw`(?<!\d)(?<date>\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?${MONTH}\.?,?[\s-]+(?<year>\d{4})(?!\d)`,
  'i',
);
const MONTH_DAY = new RegExp(
  String.raw`\b${MONTH}\.?\s+(?<date>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?!\d)`,
  'i',
);
/** "5 juin 2034", "5. Juni 2034", "5 de junio de 2034". */
const DAY_NAME =
  /(?<![\d.])(?<date>\d{1,2})(?:\.|er|º|ème)?\s{1,3}(?:de\s)?(?<name>\p{L}{3,12})\.?,?\s{1,3}(?:de\s)?(?<year>\d{4})(?!\d)/iu;
const MONTH_YEAR = new RegExp(String.raw`^${MONTH}\.?,?\s+(?<year>\d{4})$`, 'i');
const NUMBERS = /(?<![\d/.])(?<first>\d{1,2})(?<sign>[./-])(?<second>\d{1,2})\k<sign>(?<year>\d{4})(?![\d/])/;
/** Years of two digits are read where nothing but the date stands there: "02.12.34" within a line may be anything. */
const SHORT_NUMBERS = /^(?<first>\d{1,2})(?<sign>[./-])(?<second>\d{1,2})\k<sign>(?<year>\d{2})$/;
/** Short years from this one on are of the last century. */
const LAST_CENTURY = 70;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = /\b(?<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?\b/i;
const SLASHED = /(?<![\d/])(?<year>\d{4})[/.](?<monthNumber>\d{1,2})[/.](?<date>\d{1,2})(?!\d)/;
const TIME = new RegExp(
  String.raw`(?<![\d:])(?:(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::(?<second>\d{2}))?\s*(?<half>[ap]\.?m\b\.?)?|(?<wholeHour>\d{1,2})\s*(?<wholeHalf>[ap]\.?m\b\.?))\s*\(?(?<zone>Z\b|(?:GMT|UTC)?[+-]\d{1,2}:?(?:\d{2})?|${ZONE})?`,
  'i',
);

/** Which of two numbers before a year is the month, where a place's custom says it. */
export type DateOrder = 'day-first' | 'month-first';

/**
 * A date as a page writes it (ISO 8601, RFC 2822, "2 February 2034, 10.30am GMT", "Feb. 2, 2034", "02.02.2034", seconds since 1970). Gives
 * it as a date of publication: with the hour only where its zone is known too, since an hour without a zone is no moment.
 * Null where the text has no date, or one whose day and month cannot be told apart ("2/3/2034"): the weekday beside them tells,
 * or else `order`, the custom of the place.
 */
export function writtenDate(text: string, order: DateOrder | null = null): string | null {
  const epoch = /^(?<seconds>\d{10})(?:\d{3})?$/.exec(text.trim())?.groups;
  if (epoch !== undefined) return `${new Date(Number(epoch.seconds) * 1000).toISOString().slice(0, 19)}Z`;
  const compact = COMPACT.exec(text.trim())?.groups;
  if (compact !== undefined) return withClock(dayOf(compact), compact);
  const iso = ISO.exec(text)?.groups;
  if (iso !== undefined) {
    const day = dayOf(iso);
    return iso.hour === undefined ? withClock(day, clockIn(text, iso)) : withClock(day, iso);
  }
  for (const form of [DAY_MONTH, MONTH_DAY, SLASHED]) {
    const match = form.exec(text);
    if (match?.groups !== undefined) return withClock(dayOf(match.groups), clockIn(text, match[0]));
  }
  const numbers = NUMBERS.exec(text) ?? SHORT_NUMBERS.exec(text.trim());
  if (numbers?.groups !== undefined)
    return withClock(
      dayOfNumbers({ ...numbers.groups, ...weekdayIn(text) }, order),
      clockIn(text, numbers[0]),
    );
  const foreign = DAY_NAME.exec(text);
  const monthNumber = monthNamed(foreign?.groups?.name ?? '');
  if (foreign?.groups !== undefined && monthNumber !== null)
    return withClock(dayOf({ ...foreign.groups, monthNumber: `${monthNumber}` }), clockIn(text, foreign[0]));
  const month = MONTH_YEAR.exec(text.trim())?.groups;
  return month === undefined ? null : `${month.year}-${String(monthIn(month)).padStart(2, '0')}`;
}

type Groups = Readonly<Record<string, string | undefined>>;

const monthIn = ({ month = '', monthNumber }: Groups) =>
  monthNumber === undefined ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(monthNumber);

function dayOf(groups: Groups): Day | null {
  return plausible(dayAt(Number(groups.year), monthIn(groups), Number(groups.date)));
}

const weekdayIn = (text: string): Groups => WEEKDAY.exec(text)?.groups ?? {};

/** "31.12.2034" and "12/31/2034" say by themselves which is the month, and so does a weekday; with dots the day is always first. */
function dayOfNumbers({ first, second, sign, year, weekday }: Groups, order: DateOrder | null): Day | null {
  const [a, b, in4] = [Number(first), Number(second), fullYear(year ?? '')];
  const [dayFirst, monthFirst] = [plausible(dayAt(in4, b, a)), plausible(dayAt(in4, a, b))];
  if (sign === '.' || monthFirst === null || a === b) return dayFirst;
  if (dayFirst === null) return monthFirst;
  const named = [dayFirst, monthFirst].filter(
    (day) => WEEKDAYS[weekdayOf(day) - 1] === weekday?.toLowerCase(),
  );
  if (named.length === 1) return named[0] ?? null;
  if (order === null) return null;
  return order === 'day-first' ? dayFirst : monthFirst;
}

const fullYear = (year: string) =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < LAST_CENTURY ? 2000 : 1900);

const plausible = (day: Day | null) =>
  day === null || day.at === EPOCH?.at || yearOf(day) < EARLIEST ? null : day;

/** The time of day beside a date. */
function clockIn(text: string, date: string | Groups): Groups {
  const rest = typeof date === 'string' ? text.replace(date, ' ') : text.replace(ISO, ' ');
  const { wholeHour, wholeHalf, hour, half, ...clock } = TIME.exec(rest)?.groups ?? {};
  return { ...clock, hour: hour ?? wholeHour, half: half ?? wholeHalf };
}

function withClock(on: Day | null, { hour, minute = '00', second, half, zone }: Groups): string | null {
  const day = on && writeDay(on);
  if (on === null || hour === undefined || zone === undefined) return day;
  const isAfternoon = /^p/i.test(half ?? '');
  const own = Number(hour);
  const hours = half === undefined ? own : (own % 12) + (isAfternoon ? 12 : 0);
  const offset = offsetAt(zone, on);
  if (hours > 23 || Number(minute) > 59 || offset === '') return day;
  return `${day}T${String(hours).padStart(2, '0')}:${minute}:${second ?? '00'}${offset}`;
}

function offsetAt(zone: string, day: Day): string {
  if (/^z$/i.test(zone)) return 'Z';
  const [, sign, hours = '', minutes = '00'] = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone) ?? [];
  if (sign === undefined)
    return offsetOf(
      zone
        .toUpperCase()
        .replace(/ TIME$/, ' time')
        .replace(/^(KYIV|MOSCOW)/, titled),
      day,
    );
  if (Number(hours) > 14 || Number(minutes) > 59) return '';
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

const titled = (name: string) => name.charAt(0) + name.slice(1).toLowerCase();

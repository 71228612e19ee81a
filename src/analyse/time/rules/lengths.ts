import { offsetOf, type TimeValue, ZONE } from '../../../record/index.ts';
import { length } from '../moves.ts';
import { type Rule, rule, stated } from '../rule.ts';
import { NUMBER, numberOf, UNIT } from '../words.ts';

const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  annually: 'year',
  yearly: 'year',
};

/** Times of day, lengths, what repeats, and words for now, then and soon. */
export const LENGTHS_AND_HOURS: readonly Rule[] = [
  rule(
    { name: 'clock', signs: 'clock', example: 'The race began at 14:30.' },
    String.raw`(?:(?<hour>[01]?\d|2[0-3])(?::(?<minute>[0-5]\d)(?::[0-5]\d)?|\.(?<dotted>[0-5]\d)(?= ?[ap]\.?m))(?: ?(?<half>[ap])\.?m\b\.?)?|(?<whole>1[0-2]|[1-9]) ?(?<part>[ap])\.?m\b\.?|(?<noon>[Nn]oon|[Mm]idnight))(?: ?(?:\((?=[A-Z]))?(?<zone>${ZONE})|,? local time)?`,
    ({ hour, minute, dotted, half, whole, part, noon, zone }, { day, before }) => {
      const late = (half ?? part)?.toLowerCase() === 'p';
      const twelve = noon === undefined ? Number(hour ?? whole) : /noon/i.test(noon) ? 12 : 0;
      const clock =
        noon !== undefined
          ? twelve
          : half === undefined && part === undefined
            ? twelve
            : (twelve % 12) + (late ? 12 : 0);
      if (noon === undefined && clock > 23) return null;
      const on = before?.kind === 'day' ? before : day;
      const minutes = minute ?? dotted ?? '00';
      const east = zone === undefined ? '' : offsetOf(zone, on);
      const value: TimeValue = {
        kind: 'clock',
        day: on,
        clock: `${String(clock).padStart(2, '0')}:${minutes}${east}`,
      };
      return on === null ? stated(value, 'time') : { type: 'time', value, how: 'inferred' };
    },
  ),
  // Lengths
  rule(
    { name: 'past-length', signs: 'unit', example: 'The pier was shut for the past three weeks.' },
    String.raw`[Tt]he (?:past|last|next|coming|previous|following|first|final) (?:(?<number>${NUMBER})|(?<vague>few|several|couple of|many) )?(?:(?<=\d|\p{L}) )?(?<unit>${UNIT})s?`,
    ({ number, vague, unit = '' }, _, words) => {
      if (number === undefined && vague === undefined && !/past|coming/i.test(words)) return null;
      return stated(
        length(number === undefined ? (vague === undefined ? 1 : null) : numberOf(number), unit),
        'duration',
      );
    },
  ),
  rule(
    { name: 'set', signs: 'repeated', example: 'The ferry leaves daily.' },
    `[Dd]aily|[Ww]eekly|[Mm]onthly|[Qq]uarterly|[Aa]nnually|[Yy]early|(?:[Ee]very|[Ee]ach|[Pp]er) (?<number>${NUMBER} |other )?(?<unit>day|week|month|quarter|year|hour|minute)s?`,
    ({ number, unit }, _, words) => {
      const adverb = ADVERBS[words.toLowerCase()];
      if (adverb !== undefined) return stated(length(1, adverb), 'set');
      const count = number === undefined ? 1 : /^other/.test(number) ? 2 : numberOf(number.trim());
      return stated(length(count, unit ?? 'day'), 'set');
    },
  ),
  rule(
    { name: 'length', signs: 'unit', example: 'The work took six years.' },
    `(?:(?<number>${NUMBER})(?: and a half)?|(?<vague>several|a few|many|a couple of|some|recent))[ -](?<unit>${UNIT})(?:s|s?['’]s?)?(?:[- ](?:old|long))?`,
    ({ number, vague, unit = '' }, _, words) => {
      if (/-old$| old$/.test(words)) return null;
      if (vague === 'recent') return stated('PAST');
      const count = number === undefined ? null : numberOf(number);
      if (number !== undefined && count === null) return null;
      // "a second debate", "the second hour"
      if (/^seconds?$/.test(unit) && count === 1) return null;
      return stated(
        length(count === null ? null : count + (words.includes('and a half') ? 0.5 : 0), unit),
        'duration',
      );
    },
  ),
  rule(
    { name: 'vague-length', signs: 'unit', example: 'They waited for weeks.' },
    String.raw`(?<=\b(?:for|over|took|lasted|within|after|of|in) )(?<unit>minutes|hours|days|weeks|months|years|decades|centuries)(?=$|[ ,.;])(?! (?:ago|later|earlier|before|old))|(?<long>hours|days|weeks|months|years|decades|centuries)-long`,
    ({ unit, long }) => stated(length(null, unit ?? long ?? ''), 'duration'),
  ),
  // References
  rule(
    { name: 'in-recent', signs: 'vague', example: 'The pier was painted recently.' },
    String.raw`[Ii]n (?:recent|the past|past) (?:days|weeks|months|years|decades)|[Ii]n the past|[Rr]ecently|[Ll]ately|[Pp]reviously|[Ee]arlier(?= ?(?:,|[a-z]+ed\b|he |she |it |the ))`,
    () => stated('PAST'),
  ),
  rule(
    { name: 'now', signs: 'vague', example: 'The pier is now quiet.' },
    `[Nn]ow(?! that)|[Cc]urrently|[Nn]owadays|[Aa]t (?:present|the moment)|[Pp]resently|[Rr]ight now|[Tt]hese days`,
    () => stated('PRESENT'),
  ),
  rule(
    { name: 'soon', signs: 'vague', example: 'The pier will soon be quiet.' },
    `[Ss]oon|[Ss]hortly|(?:[Ii]n )?[Tt]he (?:near |immediate |distant |foreseeable )?future|[Ii]n the coming (?:days|weeks|months|years)`,
    () => stated('FUTURE'),
  ),
];

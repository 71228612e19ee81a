import {
  brokenBy,
  type FailedInput,
  type Format,
  type Given,
  type Intake,
  type Mark,
  type RawPage,
  refuse,
} from '../../record/index.ts';
import { Misfit } from '../packed/byte-reader.ts';
import { Damaged } from '../packed/gzip.ts';
import type { Open } from '../packed/members.ts';
import { type Incoming, pageOf } from '../raw-page.ts';
import { type Answer, answerIn } from './answer.ts';
import { payloadOf } from './payload.ts';
import { type ArchiveRecord, type Place, recordsOf } from './records.ts';

/** What a web archive is read with. */
export interface WarcSource {
  readonly path: string;
  readonly given: Given;
  readonly open: Open;
  /** How many bytes there are, where that is known. */
  readonly size: number | null;
  /** Where to begin: at the beginning, or at a mark. */
  readonly from: Place;
  /** What marks are made of; null where reading cannot be gone on with. */
  readonly mark: Omit<Mark, 'at' | 'count'> | null;
}

/** Where an archived answer came from, and when. */
interface Fetched {
  readonly path: string;
  readonly place: string;
  /** ISO 8601 in UTC; absent where the record does not say. */
  readonly at?: string;
}

const HTML: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
/** Types that say nothing of whether there is a page. */
const UNTOLD: ReadonlySet<string> = new Set([
  '',
  'text/plain',
  'application/octet-stream',
  'binary/octet-stream',
  'application/xml',
  'text/xml',
  'unknown/unknown',
]);
const mayBePage = (type: string) => HTML.has(type) || UNTOLD.has(type);
const SHOWN_WITHIN = 1024;
const BEGINNINGS = ['<!doctype html', '<html', '<head', '<body'];
const ENDS = ['</html', '</body'];
const FOUND: ReadonlySet<number> = new Set([200, 203]);
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);
/** What is asked for beside pages by how its name ends: that it was not there is nothing about a report. */
const BESIDE = new Set(
  'ico png jpg jpeg gif svg webp avif css js mjs json map woff woff2 ttf otf mp3 mp4 webm xml txt pdf'.split(
    ' ',
  ),
);

/**
 * The pages of a web archive, plain or packed, one after the other with memory for one, each with the moment it was
 * fetched. Pages that were gone are told as that, and those that were as before as unchanged; requests, pictures, redirects and
 * metadata are passed over without a word. A record that is broken is named, and what follows it is read. Each says where
 * reading can be gone on with. An archive without a page says so.
 */
export async function* readWarc(source: WarcSource): AsyncGenerator<Intake> {
  const { path, open, size } = source;
  let { count } = source.from;
  let told = 0;
  for await (const record of recordsOf(open, source.from, size)) {
    const mark = source.mark === null ? {} : { mark: { ...source.mark, ...record.mark } };
    count = record.number;
    if (record.kind === 'lost') {
      told++;
      const refusal = refuse('bad-archive', record.why);
      yield { kind: 'failed', path: `${path}#${record.number}`, refusal, ...mark };
      continue;
    }
    const made = await intakeOf(record, source);
    // What is not all there is told as lost.
    if ((await record.end()) !== null || made === null) continue;
    told++;
    yield { ...made, ...mark };
  }
  if (count === 0) yield nothing(path, 'bad-archive', 'expected a WARC file, found no record in it');
  else if (told === 0) yield nothing(path, 'no-reports', `expected a page, found none in ${count} records`);
}

const nothing = (path: string, code: 'bad-archive' | 'no-reports', why: string): FailedInput => ({
  kind: 'failed',
  path,
  refusal: refuse(code, why),
});

async function intakeOf(record: ArchiveRecord, source: WarcSource): Promise<Intake | null> {
  const uri = record.fields.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
  const address = URL.parse(uri);
  if (address === null || !/^https?:$/.test(address.protocol)) return null;
  address.hash = '';
  const at = momentIn(record.fields.get('warc-date'));
  const from = { path: `${source.path}#${uri}`, place: address.href, ...(at !== null && { at }) };
  try {
    const answer = await answerIn(record);
    if (answer === null) return null;
    if (GONE.has(answer.status)) return goneAt(address, answer.status, from);
    if (answer.kind === 'revisit') return seenAgain(record, answer, from);
    return await pageIn(record, answer, { ...from, given: source.given });
  } catch (error) {
    // A head that cannot be read is no page's; what is damaged is told as lost.
    if (error instanceof Damaged) return null;
    if (error instanceof Misfit)
      return failed(from, refuse('bad-archive', `expected an answer, found ${error.message}`));
    return failed(from, brokenBy(error));
  }
}

function goneAt({ pathname }: URL, status: number, from: Fetched): FailedInput | null {
  const [, ending = ''] = /\.([a-z\d]{2,5})$/i.exec(pathname) ?? [];
  if (BESIDE.has(ending.toLowerCase())) return null;
  const when = from.at === undefined ? '' : ` on ${from.at}`;
  return failed(from, refuse('gone', `expected a page, found status ${status} at ${from.place}${when}`));
}

/** A visit that found what an earlier one had found. */
function seenAgain({ fields }: ArchiveRecord, { status, type }: Answer, from: Fetched): Intake | null {
  if (!(status === 304 || FOUND.has(status)) || !mayBePage(type)) return null;
  const as = momentIn(fields.get('warc-refers-to-date'));
  return { kind: 'unchanged', feed: null, policy: null, as, ...from };
}

async function pageIn(
  record: ArchiveRecord,
  { status, type, header, fields, body }: Answer,
  from: Fetched & { given: Given },
): Promise<RawPage | FailedInput | null> {
  if (!FOUND.has(status) || !mayBePage(type)) return null;
  const payload = await payloadOf(body, fields);
  // What may be a picture is no page that cannot be read.
  if ('code' in payload) return HTML.has(type) || type === 'text/plain' ? failed(from, payload) : null;
  const format = formatOf(type, payload.bytes);
  if (format === null) return null;
  const why = record.fields.get('warc-truncated') ?? (payload.isCut ? 'chunks are missing' : null);
  if (why !== null && !(format === 'html' && isClosed(payload.bytes))) return failed(from, cutOff(why));
  return made(
    {
      path: from.path,
      place: from.place,
      format,
      bytes: payload.bytes,
      given: from.given,
      charset: /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(header)?.[1] ?? null,
      web: {
        address: from.place,
        asked: from.place,
        policy: null,
        feed: null,
        ...momentOf(from),
      },
    },
    from,
  );
}

const cutOff = (why: string) =>
  refuse('cut-off', `expected a whole page, found one that was cut off when it was archived (${why})`);

/** How bytes of a type are to be read; null where they are no page. */
function formatOf(type: string, bytes: Uint8Array): Format | null {
  const start = lettersOf(bytes.subarray(0, SHOWN_WITHIN));
  if (HTML.has(type) || BEGINNINGS.some((tag) => start.includes(tag))) return 'html';
  return type === 'text/plain' ? 'text' : null;
}

/** Whether a page has its end. */
function isClosed(bytes: Uint8Array): boolean {
  const end = lettersOf(bytes.subarray(-4 * SHOWN_WITHIN));
  return ENDS.some((tag) => end.includes(tag));
}

/** The letters of ASCII among some bytes, small, in UTF-16 too. */
const lettersOf = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString('latin1').replaceAll('\0', '').toLowerCase();

function made(incoming: Incoming, from: Fetched): RawPage | FailedInput {
  const page = pageOf(incoming);
  return page.kind === 'page' ? page : failed(from, page.refusal);
}

const failed = ({ path, place, at }: Fetched, refusal: FailedInput['refusal']): FailedInput => ({
  kind: 'failed',
  path,
  refusal,
  place,
  ...momentOf({ at }),
});

const momentOf = ({ at }: { readonly at?: string | undefined }) => (at === undefined ? {} : { at });

/** A moment as archives write it, "2034-02-07T10:00:00Z" or "20340207100000"; null where it is none. */
function momentIn(text: string | undefined): string | null {
  const [, day = '', clock = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?)(?:Z|\+00:?00)?$/i.exec(text ?? '') ?? [];
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  const [year, month, date, hour, minute, second] = parts?.slice(1) ?? [];
  const written =
    parts === null ? `${day}T${clock}Z` : `${year}-${month}-${date}T${hour}:${minute}:${second}Z`;
  const moment = new Date(written);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

import { ByteReader, Misfit } from '../packed/byte-reader.ts';
import { Damaged } from '../packed/gzip.ts';
import { type Member, membersOf, type Open } from '../packed/members.ts';
import { type Head, readHead } from './head.ts';

/** Where reading can be gone on with: a byte of the archive, and how many records are before it. */
export interface Place {
  readonly at: number;
  readonly count: number;
}

/** A record of a web archive. */
export interface ArchiveRecord {
  readonly kind: 'record';
  /** Its number in the archive, from 1. */
  readonly number: number;
  readonly fields: Head['fields'];
  /** What the record holds; it ends where the record does. */
  readonly body: ByteReader;
  /** Reads the record's end; null where it ends as it says, else why what was read of it is not all. */
  end(): Promise<string | null>;
  readonly mark: Place;
}

/** A record, or what stands in the place of one, that cannot be read. */
export interface LostRecord {
  readonly kind: 'lost';
  readonly number: number;
  /** What was found, and where. */
  readonly why: string;
  readonly mark: Place;
}

/** An archive with more broken records than this is not read on. */
const MOST_LOST = 1000;
/** So many bytes are read again at most, for records that lie within what another said is its own. */
const MOST_READ_AGAIN = 1_000_000_000;
/** The first line of a record and the beginning of its second. */
const BEGINNING = /^WARC\/\d\.\d{1,2}\r?\n[A-Za-z][A-Za-z-]*:/;
const SIGN = Buffer.from('WARC/');
const LONGEST_BEGINNING = 64;

/** The records of an archive, plain or packed, one after the other; behind one that is broken the next is looked for. */
export async function* recordsOf(
  open: Open,
  from: Place,
  size: number | null = null,
): AsyncGenerator<ArchiveRecord | LostRecord> {
  const walk = new Walk(from.count, size);
  try {
    for await (const member of membersOf(open, from.at)) {
      yield* walk.recordsIn(member);
      if (walk.isOver) return;
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    yield walk.unreadable(from.at, error.message);
  }
}

class Walk {
  private lost = 0;
  private readAgain = 0;
  private count: number;
  private readonly size: number | null;

  constructor(count: number, size: number | null) {
    this.count = count;
    this.size = size;
  }

  get isOver(): boolean {
    return this.lost > MOST_LOST;
  }

  /** The rest of an archive, of which no members can be told. */
  unreadable(at: number, found: string): LostRecord {
    this.count++;
    const why = `expected record ${this.count} of a WARC file, found ${found}`;
    return { kind: 'lost', number: this.count, why, mark: { at, count: this.count - 1 } };
  }

  async *recordsIn(member: Member): AsyncGenerator<ArchiveRecord | LostRecord> {
    const before = this.count;
    let { bytes } = member;
    while (!this.isOver) {
      const start = { byte: bytes.at };
      const found = await this.next({ member, bytes, start, before });
      if (found === null) return;
      yield found;
      if (found.kind === 'record') {
        const why = await found.end();
        if (why === null) continue;
        yield this.lose(member, start.byte, why);
      }
      const next = await this.beyond(member, bytes, start.byte + 1);
      if (next === null) return;
      bytes = next;
    }
  }

  /** The next record of a member, and where in it that begins; null at its end. */
  private async next(at: Within): Promise<ArchiveRecord | LostRecord | null> {
    const { member, bytes, start } = at;
    try {
      if (!(await passBlanks(bytes)).isMore) return null;
      start.byte = bytes.at;
      this.count++;
      return await this.recordAt(at);
    } catch (error) {
      if (!(error instanceof Misfit || error instanceof Damaged)) throw error;
      if (this.count === at.before) this.count++;
      return this.lose(member, start.byte, error.message);
    }
  }

  private async recordAt({ member, bytes, start, before }: Within): Promise<ArchiveRecord> {
    if (!Buffer.from(await bytes.peek(5)).equals(SIGN))
      throw new Misfit('something that does not begin like one');
    const { fields, hasReturns } = await readHead(bytes);
    const said = fields.get('content-length') ?? '';
    if (!/^\d{1,15}$/.test(said)) throw new Misfit('a record that does not say how long it is');
    const length = Number(said);
    const left =
      member.isPacked || this.size === null || !hasReturns ? length : this.size - member.at - bytes.at;
    if (length > left) throw new Misfit(`a record of ${length} bytes, of which ${left} are there`);
    const ending = { lost: 0 };
    const body = new ByteReader(hasReturns ? limited(bytes, length) : converted(bytes, length, ending));
    let told: Promise<string | null> | undefined;
    return {
      kind: 'record',
      number: this.count,
      fields,
      body,
      end: () => {
        told ??= endOf({ body, length, ending, bytes });
        return told;
      },
      // All of a packed member is read again by whoever goes on in it.
      mark: member.isPacked
        ? { at: member.at, count: before }
        : { at: member.at + start.byte, count: this.count - 1 },
    };
  }

  private lose(member: Member, byte: number, found: string): LostRecord {
    this.lost++;
    const at = member.isPacked ? member.at : member.at + byte;
    const where = member.isPacked && byte > 0 ? `byte ${at} (unpacked, ${byte} behind it)` : `byte ${at}`;
    const rest = this.isOver ? `; more than ${MOST_LOST} are broken: what follows is not read` : '';
    return {
      kind: 'lost',
      number: this.count,
      why: `expected record ${this.count} of a WARC file at ${where}, found ${found}${rest}`,
      mark: { at, count: this.count - 1 },
    };
  }

  /** The bytes from the next record on, sought from within the one that is lost; null where the member has none. */
  private async beyond(member: Member, bytes: ByteReader, from: number): Promise<ByteReader | null> {
    if (this.isOver) return null;
    this.readAgain += member.isPacked ? bytes.at : bytes.at - from;
    // Beyond what is read again at most, only what follows is looked at.
    const sought = this.readAgain <= MOST_READ_AGAIN ? member.again(from) : bytes;
    try {
      return (await toBeginning(sought)) ? sought : null;
    } catch (error) {
      if (error instanceof Damaged) return null;
      throw error;
    }
  }
}

/** A place in a member, and how many records were before that. */
interface Within {
  readonly member: Member;
  readonly bytes: ByteReader;
  readonly start: { byte: number };
  readonly before: number;
}

/** Passes white space; tells whether more follows, and how many lines were ended. */
async function passBlanks(bytes: ByteReader): Promise<{ isMore: boolean; lines: number }> {
  let lines = 0;
  for (let piece = await bytes.take(); piece !== null; piece = await bytes.take()) {
    const found = piece.findIndex((byte) => byte > 0x20);
    const end = found < 0 ? piece.length : found;
    for (const byte of piece.subarray(0, end)) if (byte === 10) lines++;
    bytes.giveBack(piece.subarray(end));
    if (found >= 0) return { isMore: true, lines };
  }
  return { isMore: false, lines };
}

async function* limited(bytes: ByteReader, length: number): AsyncGenerator<Uint8Array> {
  for (let left = length; left > 0; ) {
    const piece = await bytes.take();
    if (piece === null) return;
    const part = piece.subarray(0, left);
    bytes.giveBack(piece.subarray(part.length));
    left -= part.length;
    yield part;
  }
}

/**
 * What a record holds in an archive whose line ends somebody made line feeds: its length still counts the carriage returns,
 * so that it ends where the next begins. Tells how many may have been lost.
 */
async function* converted(
  bytes: ByteReader,
  length: number,
  ending: { lost: number },
): AsyncGenerator<Uint8Array> {
  let isLineStart = true;
  for (let left = length; left > 0; ) {
    if (isLineStart && (await beginsHere(bytes))) return;
    const piece = await bytes.take();
    if (piece === null) return;
    const end = piece.indexOf(10) + 1;
    const part = piece.subarray(0, Math.min(left, end === 0 ? piece.length : end));
    bytes.giveBack(piece.subarray(part.length));
    isLineStart = part.at(-1) === 10;
    if (isLineStart) ending.lost++;
    left -= part.length;
    yield part;
  }
}

async function beginsHere(bytes: ByteReader): Promise<boolean> {
  const start = await bytes.peek(LONGEST_BEGINNING);
  return start[0] === SIGN[0] && BEGINNING.test(Buffer.from(start).toString('latin1'));
}

interface Ending {
  readonly body: ByteReader;
  readonly length: number;
  readonly ending: { readonly lost: number };
  readonly bytes: ByteReader;
}

async function endOf({ body, length, ending, bytes }: Ending): Promise<string | null> {
  try {
    for await (const _ of body);
    if (body.at + ending.lost < length) return `the end after ${body.at} of its ${length} bytes`;
    const { isMore, lines } = await passBlanks(bytes);
    // Two lines end a record, whatever stands behind them; some writers end it with none.
    if (!isMore || lines >= 2) return null;
    const isNext = Buffer.from(await bytes.peek(5)).equals(SIGN);
    return isNext ? null : `a record that does not end behind its ${length} bytes`;
  } catch (error) {
    if (error instanceof Damaged) return error.message;
    throw error;
  }
}

/** Passes all up to the next line with which a record begins; false where there is none. */
async function toBeginning(bytes: ByteReader): Promise<boolean> {
  let kept = Buffer.alloc(0);
  for (let piece = await bytes.take(); piece !== null; piece = await bytes.take()) {
    const text = Buffer.concat([kept, piece]);
    for (let at = text.indexOf(SIGN); at >= 0; at = text.indexOf(SIGN, at + 1)) {
      if (text[at - 1] !== 10) continue;
      const start = text.subarray(at, at + LONGEST_BEGINNING);
      const rest = await bytes.peek(LONGEST_BEGINNING - start.length);
      if (!BEGINNING.test(Buffer.concat([start, rest]).toString('latin1'))) continue;
      bytes.giveBack(text.subarray(at));
      return true;
    }
    kept = text.subarray(Math.max(0, text.length - SIGN.length));
  }
  return false;
}

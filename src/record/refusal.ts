/** Why an input gives no report: a closed list, each with the sentence that the documentation prints. */
export const REFUSALS = {
  'not-found': 'There is no such file or folder.',
  unreadable: 'The file is there and cannot be read.',
  unsupported: 'A kind of source that this version does not read.',
  'empty-folder': 'The folder holds no file that can be read as a report.',
  'no-reports': 'A file, feed or web archive that may hold many reports holds none.',
  'bad-sidecar': 'The file NAME.json beside the text is no sidecar: not JSON, or a field of the wrong kind.',
  'bad-line': 'A line of a JSONL file is not a report: not JSON, or a field missing or of the wrong kind.',
  'not-text': 'The bytes are not text.',
  'mixed-encoding': 'The text is partly UTF-8 and partly something else, so that no reading is certain.',
  'bad-feed':
    'The feed cannot be read: no kind of feed that is known, or XML that defines entities of its own.',
  'bad-archive':
    'A web archive or packed file is none, or a part of it cannot be read: cut, damaged or of another length than it says; what can be read behind that part is read.',
  'cut-off': 'The page was cut off when it was archived: what is there is not the whole report.',
  'lone-surrogate': 'The text holds half of a UTF-16 pair, which is no character.',
  nul: 'The text holds a NUL character.',
  'too-long': 'The text is longer than three hundred thousand characters.',
  empty: 'The text holds no words.',
  'index-page': 'The page lists other pages and holds no report of its own.',
  'live-ticker': 'The page is a live ticker whose entries are not in it.',
  'paywall-stub': 'The page holds the beginning of a report that is sold.',
  'error-page': 'The page says that there is no such page, or that it is not to be had.',
  'consent-wall': 'The page asks for consent to cookies and the like in place of its report.',
  'script-wall': 'The page asks for scripts, or checks that a human reads it, in place of its report.',
  'login-form': 'The page asks its reader to log in.',
  'redirect-stub': 'The page only leads on to another.',
  gallery: 'The page shows pictures with captions and holds no report.',
  'not-english': 'The text is not English; added, its snapshot is kept, and it is not analysed.',
  'private-address':
    'The address leads into a private network: this machine, its neighbours, or a range that is reserved.',
  robots: 'The site forbids programs to read the page (robots.txt).',
  unreachable: 'The server could not be reached, did not answer, or broke off within a page.',
  'timed-out': 'The server took too long to answer.',
  'redirect-loop': 'The address leads in a circle, or from one to the next too often.',
  'http-error': 'The server answered with an error.',
  resting:
    'The server asked to be left alone for a time that is not over: nothing was asked, and no visit is on record.',
  gone: 'The page is no longer there (status 404, 410 or 451).',
  internal:
    'Onrecord itself broke on this input: a fault of the program, which passes it over and goes on; --debug says where.',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof REFUSALS;

/** An input that is not a report: expected, named, and said to the user; never thrown. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly code: RefusalCode;
  readonly message: string;
  /** Where the program broke, for whoever mends it; of code `internal` alone. */
  readonly stack?: string;
}

export function refuse(code: RefusalCode, message: string = REFUSALS[code]): Refusal {
  return { kind: 'refusal', code, message };
}

/** What was thrown while one input was read or analysed, as that input's own failure: the others go on. */
export function brokenBy(error: unknown): Refusal {
  const message = `expected to read this input, found a fault of Onrecord itself: ${reasonOf(error)}`;
  const stack = error instanceof Error ? error.stack : undefined;
  return { kind: 'refusal', code: 'internal', message, ...(stack !== undefined && { stack }) };
}

const LONGEST_REASON = 200;

/** What was thrown, in a line. */
export function reasonOf(error: unknown): string {
  const [line = ''] = String(error).split('\n');
  return (line.length > LONGEST_REASON ? `${line.slice(0, LONGEST_REASON)}…` : line).toWellFormed();
}

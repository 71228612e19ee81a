import type { Generated, GeneratedAlways } from 'kysely';

/** The tables of `migrations/sqlite/`, for kysely. */
export interface Tables {
  snapshot: { id: string; size: number; gzip: Uint8Array };
  report: {
    number: Generated<number>;
    id: string;
    lineage: string;
    version: number;
    format: string;
    snapshot: string;
    outlet: string | null;
    published: string | null;
    headline: string | null;
    text: string;
    body: string;
    added: string;
  };
  log: {
    number: number;
    kind: string;
    subject: string;
    digest: string;
    at: string;
    previous: string;
    hash: string;
  };
  origin: { report: number; body: string };
  visit: {
    number: Generated<number>;
    place: string;
    source: string;
    feed: string | null;
    at: string;
    outcome: string;
    code: string | null;
    message: string | null;
    report: string | null;
    snapshot: string | null;
    digest: string | null;
    hash: string | null;
  };
  policy: {
    place: string;
    address: string;
    is_moved: number;
    etag: string | null;
    modified: string | null;
    report: string | null;
  };
  rest: { host: string; until: string; times: number };
  below: { feed: string; place: string };
  feed: {
    place: string;
    title: string | null;
    checked: string;
    due: string;
    failures: number;
    message: string | null;
  };
  item: {
    feed: string;
    place: string;
    stamp: string;
    listed: string;
    seen: string;
    vanished: string | null;
    due: string | null;
    visits: number;
    failures: number;
  };
  mark: { place: string; fingerprint: string; at: number; count: number };
  analysis: { report: number; analyser: string; statements: number; decisions: Generated<number> };
  statement: {
    number: Generated<number>;
    id: string;
    report: number;
    place: number;
    mode: string;
    kind: string;
    content: string;
    source: string;
    body: string;
    now: string | null;
    decided: string | null;
    speaker: string;
    first: string;
    last: string;
  };
  actor: {
    number: Generated<number>;
    report: number;
    place: number;
    id: string;
    name: string;
    kind: string;
    body: string;
    day: string;
    country: string | null;
    sector: string | null;
    statements: number;
    is_decided: number;
  };
  event: {
    number: Generated<number>;
    report: number;
    place: number;
    id: string;
    status: string;
    first: string;
    last: string;
    body: string;
  };
  time: { number: Generated<number>; report: number; place: number; body: string };
  flag: { number: Generated<number>; report: number; place: number; kind: string; body: string };
  link_unit: {
    number: Generated<number>;
    kind: string;
    unit: string;
    linked: number | null;
    reports: Generated<number>;
    statements: Generated<number>;
  };
  link_kept: { unit: number; report: number; id: string; kept: string };
  link_report: { report: number; kept: string };
  link_member: { report: number; unit: number; id: string; alias: string; statements: Generated<number> };
  linked_sum: { linked: number; kind: string; is_person: number; reports: number; statements: number };
  kind_sum: { kind: string; actors: number };
  link_key: { key: number; unit: number };
  link_pair: { a: number; b: number; rule: string; score: number };
  linked: {
    number: Generated<number>;
    id: string;
    kind: string;
    name: string;
    names: string;
    first: string;
    last: string;
    body: string;
  };
  decision: { number: Generated<number>; id: string; kind: string; body: string; hash: string };
  event_told: {
    id: string;
    sequence: number;
    entry: string;
    last: string;
    gone: string | null;
    occasion: number;
    who: string;
  };
  root: { number: Generated<number>; name: string; who: string };
  event_touched: { id: string };
  told_first: { linked: number; day: string; came: string };
  link_placed: { decision: string; place: number; kind: string; unit: string; report: number };
  link_done: { report: number; linker: string; failed: string | null };
  alert: {
    number: Generated<number>;
    id: string;
    name: string;
    body: string;
    secret: string | null;
    looked: string;
    digested: Generated<number>;
    failures: Generated<number>;
    due: string | null;
    why: string | null;
    is_over: Generated<number>;
    busy: string | null;
  };
  news: {
    number: Generated<number>;
    alert: number;
    id: string;
    found: string;
    at: string;
    body: string;
    sent: string | null;
  };
  review: {
    statement: number;
    report: number;
    speaker: string;
    weight: string;
    renditions: number;
    kind: GeneratedAlways<string>;
    rank: GeneratedAlways<number>;
  };
  review_sum: { kind: string; statements: number };
  tally: { what: string; rows: number };
  actor_sum: { id: string; reports: number; statements: number };
  source_sum: {
    source: string;
    visits: number;
    places: number;
    reports: number;
    first: string;
    last: string;
    latest: string;
    gap_from: string | null;
    gap_to: string | null;
  };
  outcome_sum: { source: string; outcome: string; code: string; visits: number };
  source_day: { source: string; day: string; visits: number; reports: number };
  analyser_sum: { analyser: string; reports: number };
  item_sum: { feed: string; items: number; waiting: number; vanished: number };
}

import type {
  Alert,
  AlertId,
  LinkedActorId,
  LinkedEvent,
  News,
  NewsId,
  ReportId,
  StatementId,
} from '../record/index.ts';
import type { FoundStatement } from './found-statement.ts';

/** How far an alert has looked, and what it compares with. Reports are counted in the order of their coming. */
export interface Looked {
  /** The last report whose statements it has seen. */
  readonly statements: number;
  /** The last report by which it has compared positions and the event. */
  readonly changes: number;
  /** The event's date and status as they were told last. */
  readonly event: Pick<LinkedEvent, 'when' | 'status'> | null;
}

/** How sending to an alert's webhook goes. */
export interface Delivery {
  /** How often in a row it failed. */
  readonly failures: number;
  /** Nothing is sent before, ISO 8601 in UTC; null for at once. */
  readonly due: string | null;
  /** Why it failed the last time. */
  readonly why: string | null;
  /** Whether the receiver wants nothing any more. */
  readonly isOver: boolean;
}

/** An alert as it is kept. */
export interface KeptAlert {
  readonly alert: Alert;
  readonly looked: Looked;
  readonly delivery: Delivery;
  /** News that it has, and news that still is to be sent. */
  readonly news: number;
  readonly waiting: number;
  /** The moment at which its latest news was found; null for none. */
  readonly latest: string | null;
}

/** News as it is kept: with its number in the order of finding. */
export interface KeptNews {
  readonly number: number;
  readonly news: News;
  /** When it was found, ISO 8601 in UTC. */
  readonly found: string;
}

/** Reports behind one and up to another, in the order of their coming. */
export interface Coming {
  readonly after: number;
  readonly to: number;
}

/** What a new statement must have beside words: who says it over all reports, or that it is one of some. */
export interface Wanted {
  readonly search: Alert['search'];
  readonly actor: LinkedActorId | null;
  readonly among: readonly StatementId[] | null;
}

/** News on its way into the ledger, with how far its alert has looked before and now. */
export interface NewNews {
  readonly former: Looked;
  readonly looked: Looked;
  readonly news: readonly News[];
  readonly found: string;
}

/** Alerts and their news: no part of the record, and nothing that it waits for. */
export interface Alerts {
  /**
   * Keeps an alert that looks for what comes from now on; `secret` signs what is sent to its webhook.
   * @throws Fault where the name is taken.
   */
  addAlert(alert: Alert, secret: string | null): Promise<void>;
  /** Takes an alert away with its news. */
  removeAlert(id: AlertId): Promise<void>;
  /** All alerts in the order of their making. */
  alerts(): Promise<readonly KeptAlert[]>;
  /** By its id or its name, in whatever case. */
  alertNamed(idOrName: string): Promise<KeptAlert | null>;
  secretOf(id: AlertId): Promise<string | null>;
  /** The last report up to which all are linked: what comes behind waits to be looked at. */
  linkedTo(): Promise<number>;
  /** The numbers of some reports in the order of their coming. */
  numbersOf(reports: readonly ReportId[]): Promise<ReadonlyMap<ReportId, number>>;
  /** New statements of some reports in their order; what an earlier version of its report has already is not new. */
  broughtBy(coming: Coming, wanted: Wanted): Promise<readonly FoundStatement[]>;
  /** Keeps news and how far its alert has looked; false, and nothing is kept, where another process looked meanwhile. */
  keepNews(id: AlertId, found: NewNews): Promise<boolean>;
  /** The news of an alert, found last first. */
  newsOf(id: AlertId, page: { limit: number; offset: number }): Promise<readonly KeptNews[]>;
  /** News in the order of finding: since a moment, or what no digest has told. */
  newsSince(id: AlertId, since: string | null): Promise<readonly KeptNews[]>;
  /** Tells that a digest told all news of an alert up to one. */
  digested(id: AlertId, number: number): Promise<void>;
  /**
   * Takes the right to send an alert's news until a moment; false where another process has it, nothing waits, or
   * nothing is to be sent yet.
   */
  claim(id: AlertId, now: string, until: string): Promise<boolean>;
  /** News that is to be sent, found first first. */
  toSend(id: AlertId, limit: number): Promise<readonly KeptNews[]>;
  /** Tells that news has arrived: it is not sent again. */
  sent(id: AlertId, news: NewsId, at: string): Promise<void>;
  /** Gives the right to send back, and tells how it went. */
  release(id: AlertId, delivery: Delivery): Promise<void>;
}

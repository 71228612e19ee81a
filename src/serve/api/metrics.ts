import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Ledger } from '../../ledger/index.ts';
import { sizeOf } from './ready.ts';
import type { Answered } from './requests.ts';

/** In seconds: most pages take hundredths, and one that waits for positions up to twenty seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

/** What a monitor asks again and again, in the text format of Prometheus 0.0.4. */
export interface Metrics {
  readonly type: string;
  count(answered: Answered): void;
  text(): Promise<string>;
}

/** Counts what one server answers, and tells how much its ledger holds. */
export function metricsOf(ledger: Ledger): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const requests = new Counter({
    name: 'onrecord_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'onrecord_request_seconds',
    help: 'How long answers took.',
    labelNames: ['route'] as const,
    buckets: BUCKETS,
    registers,
  });
  const isUp = gauge('onrecord_ledger_up', 'Whether the ledger answers: 1 or 0.');
  const reports = gauge('onrecord_reports', 'Reports on record.');
  const statements = gauge('onrecord_statements', 'Statements on record.');
  const unlinked = gauge('onrecord_reports_unlinked', 'Reports that wait to be linked with the others.');
  return {
    type: registry.contentType,
    count({ method, route, status, seconds: took }) {
      requests.inc({ method, route, status });
      seconds.observe({ route }, took);
    },
    async text() {
      const size = await sizeOf(ledger);
      isUp.set('why' in size ? 0 : 1);
      if (!('why' in size)) {
        reports.set(size.reports);
        statements.set(size.statements);
        unlinked.set(size.unlinked);
      }
      return await registry.metrics();
    },
  };
}

import type { Flag, ReportRecord } from '../../record/index.ts';
import { printable } from './printable.ts';

/** A flag with its place in a file: lines and columns count from 1, columns in UTF-16 code units. */
export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: Flag['kind'];
  readonly message: string;
}

const IGNORED = /<!--\s*onrecord-ignore\s+([\w, -]+?)\s*-->/;

/** The flags of a record as findings, without those that a comment on their line or the line before silences. */
export function findingsIn({ report: { text }, flags }: ReportRecord, path: string): Finding[] {
  const starts = lineStarts(text);
  const lines = text.split('\n');
  const silenced = (line: number, rule: string) =>
    [lines[line - 1], lines[line - 2]].some((words) =>
      (IGNORED.exec(words ?? '')?.[1] ?? '').split(/[\s,]+/).includes(rule),
    );
  return flags.flatMap(({ kind, spans, message }) => {
    const [span] = spans;
    if (span === undefined) return [];
    const from = placeOf(starts, span.start);
    const to = placeOf(starts, span.end);
    if (silenced(from.line, kind)) return [];
    return [{ path, ...from, endLine: to.line, endColumn: to.column, rule: kind, message }];
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = starts.findLastIndex((start) => start <= offset) + 1;
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
}

/** Findings as one text: for people, for programs, for GitHub's annotations, and in SARIF 2.1.0. */
export const FINDING_FORMATS = { text, json, github, sarif } as const;

function text(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ path, line, column, rule, message }) =>
        `${printable(path)}:${line}:${column} ${rule} ${printable(message)}\n`,
    )
    .join('');
}

function json(findings: readonly Finding[]): string {
  return findings.map((finding) => `${JSON.stringify(finding)}\n`).join('');
}

/** Workflow commands; values are escaped as GitHub's own toolkit does it. */
function github(findings: readonly Finding[]): string {
  const data = (value: string) =>
    value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return findings
    .map(
      ({ path, line, column, endLine, rule, message }) =>
        `::warning file=${property(path)},line=${line},endLine=${endLine},col=${column},title=${rule}::${data(message)}\n`,
    )
    .join('');
}

function sarif(findings: readonly Finding[]): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));
  const results = findings.map(({ path, line, column, endLine, endColumn, rule, message }) => ({
    ruleId: rule,
    level: 'warning',
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(path) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  }));
  const run = { tool: { driver: { name: 'onrecord', rules } }, columnKind: 'utf16CodeUnits', results };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

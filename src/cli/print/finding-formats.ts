import type { Finding } from '../../check/index.ts';
import { printable } from './printable.ts';

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

import { z } from 'zod';
import { type Family, REGISTER } from '../../src/analyse/register.ts';
import * as record from '../../src/record/index.ts';
import {
  CONTRACT,
  FLAG_KINDS,
  failure,
  jsonSchema,
  REFUSALS,
  reportRecord,
  STATEMENT_COLUMNS,
} from '../../src/record/index.ts';

const MADE = '<!-- Made by `npm run docs` from src/record/. Do not edit. -->\n';

type JsonSchema = {
  title?: string;
  description?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  enum?: string[];
  const?: string;
};

/** The pages of `docs/format/`, by name. */
export function formatPages(): Record<string, string> {
  return {
    'record.md': recordPage(),
    'csv.md': csvPage(),
    'refusals.md': refusalsPage(),
    'lists.md': listsPage(),
    'contract.md': contractPage(),
    'rules.md': rulesPage(),
    'record.schema.json': `${JSON.stringify(jsonSchema(), null, 2)}\n`,
  };
}

function contractPage(): string {
  const rows = CONTRACT.map(({ name, promise }) => `| \`${name}\` | ${promise} |`);
  return `# What holds in every record\n\n${MADE}\nThe JSON Schema says which fields a record has, and of what kind; these rules say how they hang together. \`faultsIn\` of \`onrecord/record\` takes a record and names every place that breaks one; every record that a test or an evaluation makes is looked at.\n\n| rule | what holds |\n|---|---|\n${rows.join('\n')}\n`;
}

/** Where a record has the names of a family's rules, and what they decide. */
const FAMILIES: Readonly<Record<Family, string>> = {
  found: '`statements[].rules.found`: what found a statement, and what changed it',
  mode: '`statements[].rules.mode`: how it is attributed',
  act: '`statements[].rules.act`: what is done by saying it',
  refers: '`statements[].refers.by`: what “this” points back to',
  said: '`statements[].said.by`: when it was said',
  speaker: '`statements[].speaker.by`: whose a source is',
  chain: '`statements[].chain[].by`: a link that the text does not state',
  'speaks for': '`statements[].speaker.speaksFor.by`: whose words a speaker’s are beside their own',
  office: '`actors[].offices[].by`: who holds an office',
  time: '`times[].by`: what an expression of time means',
  says: '`events[].schedule[].rule`, `events[].rules.says`: what a clause says of when an event is',
  status: '`events[].rules.status`: how an event stands, by all of that',
  flag: '`flags[].kind`: what an editor should look at',
};

function rulesPage(): string {
  const parts = [...Map.groupBy(REGISTER, ({ family }) => family)].map(([family, rules]) => {
    const rows = rules.map(
      ({ name, example }) => `| \`${name}\` | ${example.replaceAll('\n\n', '<br>').replaceAll('|', '\\|')} |`,
    );
    return `## ${family}\n\n${FAMILIES[family]}.\n\n| rule | decides in |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# The rules\n\n<!-- Made by \`npm run docs\` from src/analyse/register.ts. Do not edit. -->\n\nEvery judgement in a record has the name of the rule that made it. Here is each rule with a text in which it decides, read as published on Wednesday, 26 February 2031, by the Sannow Echo. A test runs them all; \`npm run eval\` counts how often each decides (\`evals/reports/rules.md\`).\n\n${parts.join('\n')}`;
}

function recordPage(): string {
  const parts = [reportRecord, failure].map((schema) => {
    const made = z.toJSONSchema(schema) as JsonSchema;
    return `## ${made.title}\n\n${made.description}\n\n| field | what | value |\n|---|---|---|\n${[...rows(made, '')].join('\n')}\n`;
  });
  return `# The record\n\n${MADE}\n\`onrecord read --json\` prints one of these objects a line. Offsets are UTF-16 code units; \`report.text.slice(start, end)\` is \`text\`, always. The JSON Schema is \`record.schema.json\` beside this page, and \`onrecord schema\` prints it. Closed lists: \`lists.md\`; what holds beyond the schema: \`contract.md\`.\n\n${parts.join('\n')}`;
}

function* rows(schema: JsonSchema, path: string): Generator<string> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const here = path === '' ? name : `${path}.${name}`;
    const { title = '', description = '' } = field;
    yield `| \`${here}\` | **${title}.** ${description} | ${valueWords(field)} |`;
    if (!isSpan(field))
      for (const part of partsOf(field))
        if (!isSpan(part.schema)) yield* rows(part.schema, here + part.suffix);
  }
}

function* partsOf(field: JsonSchema): Generator<{ schema: JsonSchema; suffix: string }> {
  if (field.properties !== undefined) yield { schema: field, suffix: '' };
  if (field.items !== undefined)
    for (const part of partsOf(field.items)) yield { schema: part.schema, suffix: `[]${part.suffix}` };
  for (const option of field.anyOf ?? field.oneOf ?? []) {
    const kind = option.properties?.kind?.const;
    for (const part of partsOf(option)) yield kind === undefined ? part : { ...part, suffix: ` (${kind})` };
  }
}

function valueWords(field: JsonSchema): string {
  const options = field.anyOf ?? field.oneOf;
  if (options !== undefined) return [...new Set(options.map(valueWords))].join(' or ');
  if (isSpan(field)) return 'span';
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum !== undefined)
    return field.enum.length > 8
      ? 'one of a closed list'
      : field.enum.map((value) => `\`${value}\``).join(', ');
  if (field.items !== undefined) return `list of ${plural(valueWords(field.items))}`;
  return [field.type ?? 'any'].flat().join(' or ');
}

const plural = (value: string) => (/^[a-z]+$/.test(value) ? `${value}s` : value);

function isSpan({ properties }: JsonSchema): boolean {
  return properties !== undefined && Object.keys(properties).join() === 'start,end,text';
}

function csvPage(): string {
  const lines = STATEMENT_COLUMNS.map(
    ({ name, label, purpose }) => `| \`${name}\` | **${label}.** ${purpose} |`,
  );
  return `# CSV of statements\n\n${MADE}\n\`onrecord find --csv\` prints a row a statement, in the form of RFC 4180, with these columns. Pieces of one role are joined by \` … \`; a field with an inner structure is JSON; a cell that a spreadsheet would take for a formula begins with an apostrophe.\n\n| column | what |\n|---|---|\n${lines.join('\n')}\n`;
}

function refusalsPage(): string {
  const lines = Object.entries(REFUSALS).map(([code, sentence]) => `| \`${code}\` | ${sentence} |`);
  return `# Why an input gives no record\n\n${MADE}\nA failed input has a line \`{"error": {"code", "message"}, "path"}\` in place of its record. The codes are a closed list.\n\n| code | what it says |\n|---|---|\n${lines.join('\n')}\n`;
}

function listsPage(): string {
  const lists = {
    'Modes of a statement': record.MODES,
    'Kinds of a statement': record.KINDS,
    'Acts of what is said or shown': record.SPOKEN_ACTS,
    'Acts of what is held': record.HELD_ACTS,
    'Relations in a chain': record.RELATIONS,
    'Kinds of actor': record.ACTOR_KINDS,
    'Parts in an event': record.PARTS,
    'Times of an event': record.EVENT_TIMES,
    'Statuses of an event': record.STATUSES,
    'Types of a time': record.TIME_TYPES,
    Flags: FLAG_KINDS,
    'Flags beside other reports': record.LINKED_FLAG_KINDS,
    'Differences between quotations': record.DIFFERENCES,
    'Kinds of block': record.BLOCK_KINDS,
  };
  const parts = Object.entries(lists).map(
    ([title, values]) => `## ${title}\n\n${values.map((value) => `\`${value}\``).join(', ')}\n`,
  );
  return `# Closed lists\n\n${MADE}\nA value outside its list is no record.\n\n${parts.join('\n')}`;
}

import type { Span } from '../../text/index.ts';
import type { ReportRecord } from '../record.ts';
import { type ContractRule, shown } from './rule.ts';

export const namesHaveWords: ContractRule = {
  name: 'names-have-words',
  promise:
    'Whoever speaks, is spoken to, passes words on, takes part or is an actor has a name or a description with at least one letter or digit.',
  brokenIn: (record) =>
    [...names(record)]
      .filter(([, name]) => !HAS_WORDS.test(name))
      .map(([path, name]) => ({ path, found: shown(name) })),
};

export const spansHaveWords: ContractRule = {
  name: 'spans-have-words',
  promise: 'A source, a content, those spoken to and a mention are words, and not marks alone.',
  brokenIn: (record) =>
    [...wordSpans(record)]
      .filter(([, { text }]) => !HAS_WORDS.test(text))
      .map(([path, { text }]) => ({ path, found: shown(text) })),
};

export const statementsSaySomething: ContractRule = {
  name: 'statements-say-something',
  promise: 'A statement has at least one piece of content.',
  brokenIn: ({ statements }) =>
    statements.flatMap(({ content }, index) =>
      content.length > 0 ? [] : [{ path: `statements[${index}].content`, found: 'no piece' }],
    ),
};

/** Symbols are words of their own: a post may be one face. */
const HAS_WORDS = /[\p{L}\p{N}\p{S}]/u;

function* names({ statements, events, actors }: ReportRecord): Generator<[path: string, name: string]> {
  for (const [index, { speaker, to, chain }] of statements.entries()) {
    const path = `statements[${index}]`;
    if (speaker.kind === 'named') yield [`${path}.speaker.name`, speaker.name];
    if (speaker.kind === 'described') yield [`${path}.speaker.text`, speaker.text];
    if (speaker.kind !== 'unknown' && speaker.speaksFor !== null)
      yield [`${path}.speaker.speaksFor.name`, speaker.speaksFor.name];
    if (speaker.kind !== 'described')
      for (const [at, { name }] of speaker.others.entries())
        yield [`${path}.speaker.others[${at}].name`, name];
    for (const [at, { name }] of to.entries()) yield [`${path}.to[${at}].name`, name];
    for (const [at, { name }] of chain.entries()) yield [`${path}.chain[${at}].name`, name];
  }
  for (const [index, { what, participants }] of events.entries()) {
    yield [`events[${index}].what`, what];
    for (const [at, { name }] of participants.entries())
      yield [`events[${index}].participants[${at}].name`, name];
  }
  for (const [index, { name }] of actors.entries()) yield [`actors[${index}].name`, name];
}

function* wordSpans({ statements, actors }: ReportRecord): Generator<[path: string, span: Span]> {
  for (const [index, { source, content, to }] of statements.entries()) {
    for (const [at, span] of source.entries()) yield [`statements[${index}].source[${at}]`, span];
    for (const [at, span] of content.entries()) yield [`statements[${index}].content[${at}]`, span];
    for (const [at, { span }] of to.entries()) yield [`statements[${index}].to[${at}].span`, span];
  }
  for (const [index, { mentions }] of actors.entries())
    for (const [at, span] of mentions.entries()) yield [`actors[${index}].mentions[${at}]`, span];
}

import { type AST, RegExpParser } from '@eslint-community/regexpp';
import type { Pattern } from './collect.ts';

/** Some of every kind of character that patterns tell apart. */
const ALPHABET = [...'aA0 \t\n.,;:!?-–—"“”’\'([)]{}|/<>#&=_@*+%$£`~^\\«»•·…©\u0301\u00e9\u0000sedTMI1'];
/** Ends that a pattern does not expect, or that let it go on where it should not. */
const BEHIND = ['\u0000', '\na', ' ,'];
const MOST_SAMPLES = 3;
const MOST_ALTERNATIVES = 24;

/** A text that may make a pattern slow: what stands before, and what is repeated, and what stands behind. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly behind: string;
}

/**
 * Texts made from a pattern that repeat what it repeats, and what leads there: whatever backtracks more than it should does
 * so on one of them. Ends that the pattern does not expect make it try all its ways.
 */
export function attacksOn({ source, flags }: Pattern): Attack[] {
  const unicode = flags.includes('u');
  const pattern = new RegExpParser({ ecmaVersion: 2025 }).parsePattern(source, 0, source.length, { unicode });
  const sampler = samplerOf(flags);
  const whole = pattern.alternatives.flatMap((one) => sampler.sequence(one.elements));
  const seeds: { before: string; pump: string }[] = [];
  walk(
    pattern,
    '',
    (quantifier, before) => {
      const bodies = sampler.element(quantifier.element);
      for (const body of bodies) {
        seeds.push({ before, pump: body }, { before: '', pump: before + body });
        if (before === '') seeds.push({ before: 'a', pump: body }, { before: '\u0000', pump: body });
        for (const other of bodies) if (other !== body) seeds.push({ before, pump: body + other });
      }
    },
    sampler,
  );
  for (const text of whole) seeds.push({ before: '', pump: text }, { before: '', pump: text.slice(0, -1) });
  for (const one of sampler.letters(pattern)) seeds.push({ before: '', pump: one });
  const unique = new Map(seeds.filter(({ pump }) => pump !== '').map((one) => [JSON.stringify(one), one]));
  return [...unique.values()].flatMap((seed) => BEHIND.map((behind) => ({ ...seed, behind })));
}

type Sampler = ReturnType<typeof samplerOf>;

/** Goes through a pattern, and tells of all that is repeated many times, with a text that leads there. */
function walk(
  node: AST.Pattern | AST.Group | AST.CapturingGroup | AST.LookaroundAssertion,
  before: string,
  tell: (quantifier: AST.Quantifier, before: string) => void,
  sampler: Sampler,
): void {
  for (const { elements } of node.alternatives) {
    let here = before;
    for (const element of elements) {
      const inner = element.type === 'Quantifier' ? element.element : element;
      if (element.type === 'Quantifier' && element.max > 30) tell(element, here);
      if (inner.type === 'Group' || inner.type === 'CapturingGroup') walk(inner, here, tell, sampler);
      else if (inner.type === 'Assertion' && (inner.kind === 'lookahead' || inner.kind === 'lookbehind'))
        walk(inner, here, tell, sampler);
      here += sampler.element(element)[0] ?? '';
    }
  }
}

/** Texts that a part of a pattern matches. */
function samplerOf(flags: string) {
  const known = new Map<string, string[]>();
  const kept = flags.replace(/[dgy]/g, '');
  const characters = (raw: string): string[] => {
    const own =
      known.get(raw) ??
      ALPHABET.filter((one) => new RegExp(`^${raw}$`, kept).test(one)).slice(0, MOST_SAMPLES);
    known.set(raw, own);
    return own;
  };
  function element(node: AST.Element): string[] {
    switch (node.type) {
      case 'Character':
        return [String.fromCodePoint(node.value)];
      case 'CharacterSet':
      case 'CharacterClass':
        return characters(node.raw);
      case 'Group':
      case 'CapturingGroup':
        return node.alternatives
          .slice(0, MOST_ALTERNATIVES)
          .flatMap(({ elements }) => sequence(elements).slice(0, 1));
      case 'Quantifier':
        return element(node.element).map((one) => one.repeat(Math.max(1, node.min)));
      default:
        return [''];
    }
  }
  /** One text for each of the last element's, behind the first of those before it. */
  function sequence(elements: readonly AST.Element[]): string[] {
    const parts = elements.map(element);
    const lead = parts
      .slice(0, -1)
      .map(([first = '']) => first)
      .join('');
    return (parts.at(-1) ?? ['']).map((last) => lead + last);
  }
  const letters = ({ raw }: AST.Pattern) =>
    ALPHABET.filter((one) => raw.includes(one) || one === 'a' || one === ' ' || one === 'A');
  return { element, sequence, letters };
}

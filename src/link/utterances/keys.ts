import { soundOf } from '../actors/person-name.ts';
import type { Rendition } from './rendition.ts';

/** Stems that stand so near each other are a key together. */
const NEAR = 2;

/** By what a rendition is found again: two of its stems that stand near each other, whoever says them; each stem with the voice. */
export function utteranceKeys({ stems, voice }: Rendition): string[] {
  const list = [...stems];
  const near = list.flatMap((stem, at) =>
    list.slice(at + 1, at + 1 + NEAR).map((other) => `near ${[stem, other].toSorted().join(' ')}`),
  );
  const name = voice.kind === 'person' ? soundOf(voice.person.surname) : voice.body;
  const said = name === '' ? [] : list.map((stem) => `said ${name} ${stem}`);
  return [...near, ...said];
}

import type { ChainLink, Statement } from '../statement.ts';
import { type Broken, type ContractRule, shown } from './rule.ts';

export const chainBeginsWithSpeaker: ContractRule = {
  name: 'chain-begins-with-speaker',
  promise: 'Link 0 of a chain, and no other, is the speaker, by the same name and actor.',
  brokenIn: ({ statements }) =>
    statements.flatMap(({ chain, speaker }, index) => {
      const [first, ...more] = chain;
      const path = `statements[${index}].chain`;
      if (first === undefined) return [{ path, found: 'no link' }];
      const name = nameOf(speaker);
      const actor = speaker.kind === 'named' ? speaker.actor : null;
      const isSpeaker =
        first.step === 0 &&
        first.relation === 'speaks' &&
        first.actor === actor &&
        (name === null || first.name === name);
      return [
        ...(isSpeaker ? [] : [{ path: `${path}[0]`, found: `${linkWords(first)} for ${shown(speaker)}` }]),
        ...more.flatMap((link, at) =>
          link.step > 0 && link.relation !== 'speaks'
            ? []
            : [{ path: `${path}[${at + 1}]`, found: linkWords(link) }],
        ),
      ];
    }),
};

const nameOf = (speaker: Statement['speaker']) =>
  speaker.kind === 'named' ? speaker.name : speaker.kind === 'described' ? speaker.text : null;

export const chainStepsAscend: ContractRule = {
  name: 'chain-steps-ascend',
  promise:
    'The steps of a chain go up by one, or stay the same for links side by side; no name comes twice in one step.',
  brokenIn: ({ statements }) =>
    statements.flatMap(({ chain }, index) =>
      chain.flatMap((link, at): Broken[] => {
        const before = chain[at - 1];
        if (before === undefined) return [];
        const path = `statements[${index}].chain[${at}]`;
        const isNext = link.step === before.step || link.step === before.step + 1;
        const isTwice = chain.slice(0, at).some(({ step, name }) => step === link.step && name === link.name);
        return isNext && !isTwice ? [] : [{ path, found: `${linkWords(link)} behind ${linkWords(before)}` }];
      }),
    ),
};

export const chainEndsWithOutlet: ContractRule = {
  name: 'chain-ends-with-outlet',
  promise: 'Where the outlet is known, every chain ends with it, alone or beside others.',
  brokenIn: ({ report: { outlet }, statements }) =>
    statements.flatMap(({ chain }, index) => {
      const last = chain.at(-1);
      const isThere = chain.some(({ step, name }) => step === last?.step && name === outlet);
      return outlet === null || isThere
        ? []
        : [
            {
              path: `statements[${index}].chain`,
              found: `${last === undefined ? 'no link' : linkWords(last)} at the end, and not ${shown(outlet)}`,
            },
          ];
    }),
};

export const linksSayHow: ContractRule = {
  name: 'links-say-how',
  promise: 'A link that the text states names no rule; one that was inferred names its rule.',
  brokenIn: ({ statements }) =>
    statements.flatMap(({ chain }, index) =>
      chain.flatMap((link, at) =>
        (link.how === 'stated') === (link.by === null)
          ? []
          : [{ path: `statements[${index}].chain[${at}]`, found: `${link.how} by ${shown(link.by)}` }],
      ),
    ),
};

const linkWords = ({ step, name, relation }: ChainLink) => `step ${step}, ${shown(name)} ${relation}`;

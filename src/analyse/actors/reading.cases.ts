import type { Reading } from './reading.ts';

/** Sources and how they are read; what is not given is null. */
export const reads: readonly (readonly [source: string, reading: Partial<Reading>])[] = [
  ['She', { pronoun: 'she', gender: 'she' }],
  ['Orsk', { name: 'Orsk' }],
  ['Prime Minister Greta Hale', { name: 'Greta Hale', role: 'Prime Minister' }],
  ['the Speaker, Hugo Vance,', { name: 'Hugo Vance', role: 'Speaker' }],
  ['His lawyer, Tomas Rhee', { name: 'Tomas Rhee', role: 'lawyer' }],
  ['The mediator, retired judge Paula Greave,', { name: 'Paula Greave', role: 'retired judge' }],
  [
    'the Minister of Fisheries, Ulla Marsh',
    { name: 'Ulla Marsh', role: 'Minister', affiliation: 'Fisheries' },
  ],
  [
    'Hanne Vold, the chair of the commission,',
    { name: 'Hanne Vold', role: 'chair', affiliation: 'commission' },
  ],
  ['Opposition leader Bastian Roe', { name: 'Bastian Roe', role: 'Opposition leader' }],
  ['Mr Alishbandi', { name: 'Alishbandi', gender: 'he' }],
  ['Energy firm Voltra', { name: 'Voltra' }],
  ['the Vantry Port Authority', { name: 'Vantry Port Authority', definite: true }],
  ['The Ministry of Fisheries today', { name: 'Ministry of Fisheries', definite: true }],
  ['a report by the Court of Audit', { name: 'Court of Audit' }],
  ['a Civimetra poll published on Sunday', { name: 'Civimetra' }],
  ['the mayor of Skarn', { role: 'mayor', affiliation: 'Skarn', definite: true }],
  ['a spokesman for the union', { role: 'spokesman', affiliation: 'union' }],
  ['the prosecutor', { role: 'prosecutor', definite: true }],
  ['A log seen by the Riverland Dispatch', {}],
  ['Nobody', {}],
  ['Officials', { role: 'Officials' }],
  ['the 49-year-old', { definite: true }],
];

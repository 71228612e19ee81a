import { InvalidArgumentError, Option } from 'commander';

export { fetcherBy, type WebOptions, withSources } from '../ingest/outside.ts';

export const webOptions = (): Option[] => [
  new Option('--allow-private', 'also fetch from addresses of this machine and its own network'),
  new Option(
    '--delay <seconds>',
    'between two pages of one host, unless it asks for more (default: 1)',
  ).argParser((text) => {
    const seconds = Number(text);
    if (text.trim() !== '' && seconds >= 0 && seconds <= 3600) return seconds;
    throw new InvalidArgumentError('expected a number of seconds from 0 to 3600.');
  }),
];

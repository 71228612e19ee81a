import { bodyKey, initialsOf, isShort } from '../actors/body-name.ts';
import { plainName } from '../words.ts';

/** Whether two names are of one medium: the words of one are all in the other ("Quarnby Argus", "Argus"), or its initials. */
export function areOneMedium(a: string, b: string): boolean {
  const [fewer, more] = [wordsOf(a), wordsOf(b)].toSorted((x, y) => x.length - y.length) as [
    string[],
    string[],
  ];
  if (fewer.length === 0) return false;
  if (fewer.every((word) => more.includes(word))) return true;
  const [short, long] = isShort(a) ? [a, b] : [b, a];
  return isShort(short) && initialsOf(long) === plainName(short);
}

/** Whether a report calls a medium so; one word of several only with the article: "the Argus" is the Quarnby Argus, "Quarnby" is a town. */
export function isCalled(medium: string, words: string): boolean {
  const isPart = wordsOf(words).length === 1 && wordsOf(medium).length > 1;
  return areOneMedium(medium, words) && (!isPart || /^the /i.test(words) || isShort(words));
}

const wordsOf = (name: string) =>
  bodyKey(name)
    .split(' ')
    .filter((word) => word !== '');

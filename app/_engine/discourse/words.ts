import { opensUpper } from '../tokens/characters';
import type { Entity } from './entity';

/** 'a two-stage rocket' to 'the two-stage rocket'. */
export const definite = (words: string): string => {
  const rest = words.replace(
    /^(?:all (?:the |of the )?|any |each |every |both |a |an |the |this |that |these |those |another |some )/i,
    '',
  );
  return rest === words && opensUpper(words)
    ? words
    : /^(?:his|her|its|their|my|our|your) /i.test(rest) || isOwned(words, rest)
      ? rest
      : `the ${rest}`;
};

/** 'Holm’s car' and 'all Holm’s cars', but not 'the state’s car', which keeps its article. */
const isOwned = (words: string, rest: string): boolean =>
  /['’]s? /.test(rest) && (rest === words || !/^(?:the|an?) /i.test(words));

/** "the ships'", "Cheryl White's". */
export const genitive = ({ words, isMany }: Entity): string =>
  isMany && /s$/.test(words) ? `${words}'` : `${words}'s`;

import { isCountWord } from '../english/counts';
import { isFunctionWord } from '../english/grammar-words';
import { isPluralNoun } from '../english/nouns';
import type { ReadNumber } from '../numbers/number';
import type { Token } from '../tokens/tokens';

/**
 * Whether a number is a house, a postal code, a time of day in digits alone, the size in the name of
 * an index, or a model after a name ('Suite 11g').
 *
 * @param hasUnit  whether a unit stands beside it: 'W' in '14 W 52nd St' looks like one
 */
export function isPlaceOrTime(
  tokens: readonly Token[],
  number: ReadNumber,
  hasUnit: boolean,
): boolean {
  if (number.form !== 'digits') return false;
  if (isDevice(tokens, number)) return true;
  if (number.scaled) return false;
  return (
    isEmergencyLine(tokens, number) ||
    isHouse(tokens, number) ||
    isClock(tokens, number) ||
    isModelLetter(tokens, number) ||
    (!hasUnit &&
      (isShortYear(tokens, number) ||
        isPostalCode(tokens, number) ||
        isIndex(tokens, number) ||
        isModelInside(tokens, number)))
  );
}

const VIDEO_MODES = /^(?:144|240|360|480|576|720|1080|1440|2160|4320)$/;
const SHOWS =
  /^(?:tvs?|televisions?|videos?|output|displays?|screens?|resolution|cameras?|monitors?|content|streaming|streams?|footage|ultra|uhd|hdr|gaming|projectors?|quality|at)$/;

/** '1080p', 'in 4K', '4K video', 'PS4': how a picture is shown, and on what. */
function isDevice(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  const [first, next] = [tokens[from]?.text ?? '', tokens[from + 1]];
  const isGlued = next !== undefined && !next.spaced && next.kind !== 'mark';
  if (tokens[from - 1]?.text === 'PS' && !tokens[from]?.spaced)
    return /^[1-6]$/.test(first) && !isGlued;
  if (!next || !isGlued) return false;
  if (VIDEO_MODES.test(first) && /^[pi]$/.test(next.text)) return true;
  if (!/^[2458]$/.test(first) || next.text !== 'K') return false;
  const after = tokens[Math.max(to, from + 2)];
  return after?.kind === 'word' && !isFunctionWord(after.lower)
    ? SHOWS.test(after.lower)
    : tokens[from - 1]?.lower === 'in' && after?.text !== '-';
}

const DIALS =
  /^(?:call|calls|called|calling|dial|dials|dialled|dialed|dialling|dialing|phone|phoned|ring|rang)$/;

/** '911 calls', 'rang 999': a number to call. */
function isEmergencyLine(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  const [number = '', next = ''] = [tokens[from]?.text, tokens[to]?.lower];
  if (
    /^(?:911|999|112|000|101|111|311|988)$/.test(number) &&
    DIALS.test(tokens[from - 1]?.lower ?? '')
  )
    return tokens[to]?.kind !== 'word' || !isPluralNoun(next);
  return (
    /^(?:911|999)$/.test(number) &&
    /^(?:calls?|callers?|operators?|dispatch|dispatchers?|systems?|recordings?|tapes?|handlers?|centers?|centres?)$/.test(
      next,
    )
  );
}

const STREET =
  /^(?:street|st|avenue|ave|av|road|rd|lane|ln|boulevard|blvd|parkway|pkwy|drive|dr|way|court|ct|terrace|highway|hwy|crescent|alley|quay|embankment|row|mews|close|gardens)$/;
const DIRECTION =
  /^(?:n|s|e|w|ne|nw|se|sw|north|south|east|west|northeast|northwest|southeast|southwest)$/;

/** '14 W 52nd St', '13190 SW 68th Parkway', '221 Baker Street': capitals up to the word for a street. */
function isHouse(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (!/^\d{1,5}$/.test(tokens[from]?.text ?? '')) return false;
  let at = to;
  if (DIRECTION.test(tokens[at]?.lower ?? '') && /^[A-Z]/.test(tokens[at]?.text ?? '')) at++;
  if (tokens[at]?.text === '.') at++;
  for (const start = at; at < start + 4; at++) {
    const token = tokens[at];
    if (!token) return false;
    const isOrdinal = token.kind === 'number' || /^(?:st|nd|rd|th)$/.test(token.lower);
    const isStreet = at > start && STREET.test(token.lower) && /^[A-Z]/.test(token.text);
    if (isStreet && token.spaced) return true;
    if (!isOrdinal && !(token.kind === 'word' && /^\p{Lu}/u.test(token.text))) return false;
  }
  return false;
}

const ZONES = /^(?:gmt|utc|ut|bst|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|hrs)$/;

/** '1430 GMT', 'at 0915 hours'. */
function isClock(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  if (!/^(?:[01]\d|2[0-3])[0-5]\d$/.test(tokens[from]?.text ?? '')) return false;
  const next = tokens[to]?.lower ?? '';
  return ZONES.test(next) || (next === 'hours' && tokens[from - 1]?.lower === 'at');
}

/** 'Suite 11g', 'Note 9s': a letter that is no scale, glued to digits after a name. */
function isModelLetter(tokens: readonly Token[], { from }: ReadNumber): boolean {
  let at = from;
  while (isLettered(tokens, at) && /^(?:and|or|,)$/.test(tokens[at - 1]?.lower ?? '')) at -= 3;
  const name = tokens[at - 1];
  return (
    isLettered(tokens, at) &&
    at > 1 &&
    name?.kind === 'word' &&
    /^\p{Lu}/u.test(name.text) &&
    !isFunctionWord(name.lower)
  );
}

const isLettered = (tokens: readonly Token[], at: number): boolean =>
  /^\d{1,3}$/.test(tokens[at]?.text ?? '') &&
  tokens[at + 1]?.spaced === false &&
  /^[acegijs]$/.test(tokens[at + 1]?.text ?? '');

/** 'the ’76 vote': a year without its century; an opened quotation may count. */
function isShortYear(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  const [mark, here, next] = [tokens[from - 1], tokens[from], tokens[to]];
  if (
    !mark?.spaced ||
    here?.spaced ||
    !/^['’‘]$/.test(mark.text) ||
    !/^\d\d$/.test(here?.text ?? '')
  )
    return false;
  return !/^['’]/.test(next?.text ?? '') && !isPluralNoun(next?.text ?? '');
}

/** 'the 10025 ZIP code', 'postcode 2045'. */
const isPostalCode = (tokens: readonly Token[], { from, to }: ReadNumber): boolean =>
  /^\d{3,6}$/.test(tokens[from]?.text ?? '') &&
  (isAfterState(tokens, from) ||
    /^(?:zip|postcode|postcodes)$/.test(tokens[to]?.lower ?? '') ||
    (/^(?:post|postal|area|dialling|dialing|country|zip)$/.test(tokens[to]?.lower ?? '') &&
      /^codes?$/.test(tokens[to + 1]?.lower ?? '')));

/** 'San Francisco, CA 94107'. */
const isAfterState = (tokens: readonly Token[], from: number): boolean =>
  /^\d{5}$/.test(tokens[from]?.text ?? '') &&
  /^[A-Z]{2}$/.test(tokens[from - 1]?.text ?? '') &&
  tokens[from - 2]?.text === ',';

/** 'the s&p 500', 'ftse 100': how many shares an index is made of. */
const INDEX_SIZES = new Set(
  '30 35 40 50 60 80 100 200 225 250 300 350 400 500 600 1000 2000'.split(' '),
);
const INDEX =
  /^(?:ftse|s&p|sp|dax|cac|nikkei|stoxx|topix|russell|ibex|asx|tsx|nifty|csi|nasdaq|dow|mib|sensex|hsi)$/;

function isIndex(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  const before = tokens[from - 1];
  const isAmpersand = before?.lower === 'p' && tokens[from - 2]?.text === '&';
  const next = tokens[to];
  if (next?.kind === 'word' && isPluralNoun(next.text) && next.lower === 'points') return false;
  return (
    INDEX_SIZES.has(tokens[from]?.text ?? '') && (isAmpersand || INDEX.test(before?.lower ?? ''))
  );
}

/** 'four older 320 Neo jets': a number inside the phrase that another number counts. */
function isModelInside(tokens: readonly Token[], { from, to }: ReadNumber): boolean {
  const [name, noun] = [tokens[to], tokens[to + 1]];
  if (!/^\d{2,4}$/.test(tokens[from]?.text ?? '') || !/^\p{Lu}/u.test(name?.text ?? ''))
    return false;
  if (noun?.kind !== 'word' || !isPluralNoun(noun.text)) return false;
  for (let at = from - 1; at >= Math.max(0, from - 4); at--) {
    const token = tokens[at];
    if (isCountWord(token)) return at < from - 1;
    if (token?.kind !== 'word' || token.text !== token.lower || isFunctionWord(token.lower))
      return false;
  }
  return false;
}

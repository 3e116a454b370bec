import type { Qualifier } from '#domain/figures/figure';

const phrases = (qualifier: Qualifier, list: string): (readonly [string, Qualifier])[] =>
  list
    .split(',')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .map((phrase) => [phrase, qualifier] as const);

/** Words before a figure that say how firmly it is meant. Lower case, marks apart by spaces. */
export const BEFORE_FIGURE: ReadonlyMap<string, Qualifier> = new Map([
  ...phrases(
    'about',
    `about, around, roughly, approximately, approx, approx ., circa, c ., ca ., some, an estimated, estimated,
     estimated at, an estimated total of, somewhere around, somewhere near, in the region of, on the order of,
     of the order of, in the neighborhood of, in the neighbourhood of, ~, ≈, ∼, or so, at around, at about, at roughly,
     an average of about, an average of around, more or less, give or take, averaging, averaged, averages,
     in the vicinity of, as much as about, barely, maybe, perhaps, round about`,
  ),
  ...phrases(
    'nearly',
    `nearly, almost, close to, approaching, just under, just below, just shy of, just short of, slightly less than,
     slightly under, slightly fewer than, slightly below, a little under, a little less than, a little below, a bit less than,
     not quite, nearing, near, virtually, a bit under, little less than, marginally less than, marginally under,
     a shade under, a touch under, fractionally under, close on, just less than`,
  ),
  ...phrases(
    'justOver',
    `just over, just above, just more than, slightly more than, slightly over, slightly above, a little over,
     a little more than, a little above, a bit more than, a bit over, marginally more than, marginally over,
     marginally above, a shade over, a touch over, little more than, only just over, fractionally over`,
  ),
  ...phrases(
    'over',
    `more than, over, above, in excess of, exceeding, exceeds, exceeded, greater than, larger than, upwards of, upward of,
     well over, well above, far more than, much more than, north of, beyond, topping, higher than, bigger than, older than,
     longer than, better than, >, not less than, far over, surpassing, surpassed, even more than, way over, way more than,
     over than, heavier than, taller than, over the age of, above the age of, super -, exceed`,
  ),
  ...phrases(
    'atLeast',
    `at least, no less than, no fewer than, not fewer than, a minimum of, minimum of, minimum, at the very least, ≥, ⩾, > =,
     at minimum, starting at, starting from`,
  ),
  ...phrases(
    'under',
    `less than, fewer than, under, below, lower than, smaller than, well under, well below, far less than, far fewer than,
     short of, shy of, south of, <, in under, much less than, sub -, cheaper than, younger than, in less than,
     in fewer than, far below, way below, under the age of, below the age of`,
  ),
  ...phrases(
    'atMost',
    `at most, no more than, not more than, a maximum of, maximum of, maximum, at the most, ≤, ⩽, < =, no greater than,
     no higher than, not exceeding, capped at, limited to, a cap of, a limit of, within, no longer than, no older than, no later than`,
  ),
  ...phrases(
    'upTo',
    `up to, as much as, as many as, as high as, as long as, as far as, up to a maximum of, anything up to, up to about, up to around, up to the age of`,
  ),
]);

/** Words after a figure that do the same. */
export const AFTER_FIGURE: ReadonlyMap<string, Qualifier> = new Map([
  ...phrases('about', 'or so, give or take, or thereabouts, odd, - odd, -ish, approximately'),
  ...phrases(
    'atLeast',
    'or more, or higher, or greater, or above, and above, and over, and up, or older, and older, or over, +, plus, - plus, or better, or longer, at least',
  ),
  ...phrases(
    'atMost',
    'or less, or fewer, or under, and under, or below, or lower, at most, or younger, and younger, and below, max, at the most',
  ),
]);

/** 'at least about', 'just': words between a qualifier and its figure that change nothing. */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'only',
  'just',
  'even',
  'another',
  'as',
  'record',
  'whopping',
  'staggering',
  'mere',
  'massive',
  'full',
  'total',
  'further',
  'additional',
  'extra',
  'combined',
  'cool',
  'good',
]);

/** Words that hide the figure's own article from the qualifier: 'over the past two years'. */
export const BREAKS_QUALIFIER: ReadonlySet<string> = new Set([
  'the',
  'past',
  'last',
  'next',
  'first',
  'these',
  'those',
  'this',
  'that',
]);

export const LONGEST_QUALIFIER = 6;

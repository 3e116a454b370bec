import type { Figure } from './figure';

/** The parts of a figure that say what it measures. */
export type Measured = Pick<Figure, 'measure' | 'unit' | 'unitName' | 'statistic'> &
  Partial<Pick<Figure, 'basis' | 'partOf' | 'scope'>>;

export type MeasureRelation =
  | { readonly kind: 'same' }
  /** The words of one or both do not say, so nothing speaks against comparing them. */
  | { readonly kind: 'open' }
  /**
   * `why` is their difference, as the end of a sentence; null if the measures show it themselves.
   */
  | { readonly kind: 'different'; readonly why: string | null };

/**
 * What happened to the people counted: killed, injured, infected … Each word stands for one state,
 * in any form.
 */
const STATES: readonly (readonly [state: string, words: RegExp])[] = [
  ['casualties', /\bcasualt(?:y|ies)\b/],
  ['killed', /\b(?:killed|dead|died|deaths?|fatalit(?:y|ies)|perished|slain|toll)\b/],
  ['injured', /\b(?:injured|injur(?:y|ies)|wounded|hurt)\b/],
  ['missing', /\bmissing\b/],
  ['displaced', /\b(?:displaced|homeless|evacuated)\b/],
  ['arrested', /\b(?:arrest(?:s|ed)?|detained|detentions?)\b/],
  ['captured', /\bcaptured\b/],
  ['infected', /\b(?:infected|infections?|cases?)\b/],
  ['in hospital', /\b(?:hospitali[sz]ed|hospitali[sz]ations?)\b/],
  ['rescued', /\brescued\b/],
  ['deployed', /\bdeployed\b/],
  ['convicted', /\b(?:convicted|convictions?|sentenced)\b/],
  ['destroyed', /\bdestroyed\b/],
  ['damaged', /\bdamaged\b/],
  ['sold', /\bsold\b/],
  ['built', /\bbuilt\b/],
];

/** Counts that only grow as more is found out, so that a newer one overtakes an older one. */
const GROWING = new Set([
  'casualties',
  'killed',
  'injured',
  'displaced',
  'arrested',
  'infected',
  'in hospital',
  'destroyed',
  'damaged',
]);

/**
 * What is measured of a thing; displacement, the weight of a ship, is neither its deadweight nor
 * its gross tonnage.
 */
const ATTRIBUTES: readonly (readonly [attribute: string, words: RegExp])[] = [
  ['deadweight', /\bdead ?weight\b/],
  ['gross tonnage', /\bgross tonnage\b/],
  ['weight', /\b(?:weight|displacement|displaces|mass)\b/],
  ['length', /\blength\b/],
  ['width', /\b(?:width|breadth|beam)\b/],
  ['height', /\bheight\b/],
  ['depth', /\b(?:depth|draught|draft)\b/],
  ['thickness', /\bthickness\b/],
  ['distance', /\b(?:distance|range)\b/],
  ['diameter', /\b(?:diameter|calibre|caliber)\b/],
  ['radius', /\bradius\b/],
  ['altitude', /\baltitude\b/],
  ['age', /\bage\b/],
  ['duration', /\b(?:duration|period|term|delay)\b/],
  ['speed', /\bspeed\b/],
  ['capacity', /\bcapacity\b/],
];

/** What money or a rate is of: a profit is never compared with a loss. The word nearest its start counts. */
const ACCOUNTS: readonly (readonly [account: string, words: RegExp])[] = [
  ['loss', /\b(?:loss(?:es)?|lost)\b/],
  ['profit', /\b(?:profits?|net income)\b/],
  ['revenue', /\b(?:revenues?|sales|turnover)\b/],
  ['debt', /\bdebts?\b/],
  ['deficit', /\bdeficits?\b/],
  ['surplus', /\bsurplus(?:es)?\b/],
  ['imports', /\bimports?\b/],
  ['exports', /\bexports?\b/],
  ['wages', /\b(?:wages?|salar(?:y|ies)|pay)\b/],
  ['prices', /\b(?:prices?|inflation)\b/],
  ['rents', /\brents?\b/],
  ['unemployment', /\bunemployment\b/],
  ['employment', /\bemployment\b/],
  ['turnout', /\bturnout\b/],
  ['births', /\b(?:births?|birth rate)\b/],
  ['dividends', /\bdividends?\b/],
  ['fines', /\bfines?\b/],
];

const KINDS_OF_PEOPLE: readonly (readonly string[])[] = [
  ['people', 'person', 'human', 'individual'],
  ['soldier', 'troop', 'serviceman', 'servicewoman', 'fighter', 'personnel'],
  ['child', 'children', 'minor'],
  ['woman', 'women'],
  ['man', 'men'],
  ...`civilian worker employee student pupil voter migrant refugee passenger sailor patient prisoner
    resident protester officer fan victim hostage teacher farmer doctor nurse tourist journalist
    inhabitant citizen adult survivor member user customer viewer visitor immigrant asylum-seeker`
    .split(/\s+/)
    .map((word) => [word]),
];
const KIND_OF_PERSON: ReadonlyMap<string, string> = new Map(
  KINDS_OF_PEOPLE.flatMap((words) => words.map((word) => [word, words[0] ?? word] as const)),
);
const ANYBODY = 'people';

/** Words for what happened to people, not for what they are. */
const NOT_A_KIND = /^(?:death|fatality|casualty|injury|arrest|case|infection|conviction|count)$/;

/** What a count of people is called that says what happened to them. */
const PEOPLE_BY_FATE = /^(?:death|fatality|casualty|injury|arrest|infection|conviction)$/;

/** Whether a unit counts people, dead or alive: '{troop}', '{death}'. */
export function isOfPeople(unit: string | null): boolean {
  const noun = unit && /^\{(?:[^}]*\s)?([^}\s]+)\}$/.exec(unit)?.[1]?.toLowerCase();
  return noun ? KIND_OF_PERSON.has(noun) || PEOPLE_BY_FATE.test(noun) : false;
}

/** 'North Korean', 'Turkish', 'Dutch': the nationality of the people counted. */
const PEOPLES = /\b(?!Civilian)\p{Lu}\p{L}+(?:an|ish|ese|ian|i|ek|ch)\b/gu;

/**
 * Whether two figures measure the same thing, as far as their words say.
 *
 * Killed, injured and casualties are three measures; so are displacement, deadweight and gross
 * tonnage. Words that are missing on one side speak against nothing: a reviewer can add them.
 */
export function relateMeasures(article: Measured, source: Measured): MeasureRelation {
  const statistics = [article.statistic, source.statistic];
  const [one, other] = statistics.map((each) => (each && PARTICULAR[each]) || null);
  if (one && other && one !== other) {
    return { kind: 'different', why: `the article gives ${one} and the source ${other}` };
  }
  const standing = whyOfStanding(article, source);
  if (standing) return { kind: 'different', why: standing };
  if (isChangeBesideLevel(article, source) || isChangeBesideLevel(source, article)) {
    const [own, other] =
      article.statistic === 'change' ? ['a change', 'a level'] : ['a level', 'a change'];
    return { kind: 'different', why: `the article gives ${own} and the source ${other}` };
  }
  const [a, b] = [wordsOf(article), wordsOf(source)];
  const states = [stateOf(a), stateOf(b)];
  if (states[0] && states[1] && states[0] !== states[1]) {
    return { kind: 'different', why: whyStates(states as [string, string]) };
  }
  const attributes = [attributeOf(a), attributeOf(b)];
  if (attributes[0] && attributes[1] && attributes[0] !== attributes[1]) {
    return { kind: 'different', why: null };
  }
  const accounts = [accountOf(article.measure), accountOf(source.measure)];
  if (accounts[0] && accounts[1] && accounts[0] !== accounts[1]) {
    return { kind: 'different', why: `one is of ${accounts[0]}, the other of ${accounts[1]}` };
  }
  if (areOfDifferentPeoples(a, b) || areOfDifferentKinds(article, source)) {
    return { kind: 'different', why: null };
  }
  if (areSharesOfDifferentThings(article, source)) {
    return { kind: 'different', why: 'they are shares of different wholes' };
  }
  const isNamed =
    (states[0] !== null && states[0] === states[1]) ||
    (attributes[0] !== null && attributes[0] === attributes[1]) ||
    (a !== '' && a.toLowerCase() === b.toLowerCase());
  return { kind: isNamed ? 'same' : 'open' };
}

/**
 * Why two figures of the same words may not be compared: one is foretold or a part of the other.
 */
function whyOfStanding(article: Measured, source: Measured): string | null {
  const bases = [article.basis ?? null, source.basis ?? null];
  for (const [one, other] of [bases, [...bases].reverse()]) {
    if (one === 'projection' && other && other !== 'projection')
      return 'one is foretold and the other has happened';
    if (one === 'estimate' && other === 'observed')
      return 'one is an estimate and the other a count';
  }
  const [own, years] = [article.scope, source.scope].map(yearsIn);
  if (own && years && own.length > 0 && years.length > 0 && !own.some((y) => years.includes(y)))
    return `the article's figure is of ${own.join(' to ')} and the source's of ${years.join(' to ')}`;
  // A part that is told alone has the words of the part: '1,200 children' may be compared with it.
  if (kindOf(article) === kindOf(source)) return null;
  const [part, other] = [article.partOf ?? null, source.partOf ?? null];
  if (part === null && other !== null) return `the source's figure is a part of ${other}`;
  if (other === null && part !== null) return `the article's figure is a part of ${part}`;
  return null;
}

/** The years that a scope names. Other words for one time may differ: 'last year', 'in 2024'. */
const yearsIn = (scope: string | null | undefined): string[] =>
  scope?.match(/\b(?:1[6-9]|20)\d\d\b/g) ?? [];

/** Whether a figure of this measure can only grow as more is found out: deaths, cases, arrests. */
export function isGrowing(figure: Measured): boolean {
  const state = stateOf(wordsOf(figure));
  return state !== null && GROWING.has(state);
}

/** The share of words that two measures have in common, 0 to 1, for ranking only. */
export function sharedWords(one: Measured, other: Measured): number {
  const [a, b] = [one, other].map((each) => new Set(contentWords(wordsOf(each))));
  if (!a || !b || a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}

const PARTICULAR: Partial<Record<NonNullable<Figure['statistic']>, string>> = {
  mean: 'a mean',
  median: 'a median',
  rank: 'a place in an order',
  total: 'a total',
};

/** 'Fell by 40' beside a count of 40, or 'rose 3 %' beside a share of 3 %. */
const isChangeBesideLevel = (one: Measured, other: Measured): boolean =>
  one.statistic === 'change' &&
  (/^(?:count|total|mean|median|rank)$/.test(other.statistic ?? '') ||
    (other.statistic === 'percent' && /^share of /i.test(other.measure ?? '')));

/** The measure with what is counted; '' where nothing says. */
const wordsOf = ({ measure, unitName, unit }: Measured): string =>
  [measure, unit?.startsWith('{') ? (unitName ?? unit.slice(1).replace(/\}.*/, '')) : null]
    .filter((words) => words?.trim())
    .join(' ');

const found = (list: readonly (readonly [string, RegExp])[], words: string): string[] =>
  list.filter(([, pattern]) => pattern.test(words.toLowerCase())).map(([name]) => name);

/** 'Killed and injured' together are casualties. */
function stateOf(words: string): string | null {
  const states = found(STATES, words);
  if (states.includes('killed') && states.includes('injured')) return 'casualties';
  return states[0] ?? null;
}

/** The account that the words name first: 'net profit' of 'net profit on sales'. */
function accountOf(measure: string | null): string | null {
  const words = (measure ?? '').toLowerCase();
  const places = ACCOUNTS.map(([name, pattern]) => ({ name, at: words.search(pattern) }));
  const named = places.filter(({ at }) => at >= 0);
  return named.sort((one, other) => one.at - other.at)[0]?.name ?? null;
}

const attributeOf = (words: string): string | null => found(ATTRIBUTES, words)[0] ?? null;

function whyStates(states: readonly [string, string]): string | null {
  if (!states.includes('casualties')) return null;
  const other = states.find((state) => state !== 'casualties');
  if (other === 'killed') return 'casualties count the injured as well as the killed';
  return other === 'injured' ? 'casualties count the killed as well as the injured' : null;
}

function areOfDifferentPeoples(a: string, b: string): boolean {
  const [one, other] = [peoplesIn(a), peoplesIn(b)];
  return one.length > 0 && other.length > 0 && !one.some((each) => other.includes(each));
}

const peoplesIn = (words: string): string[] => [...words.matchAll(PEOPLES)].map(([each]) => each);

/** The singular of the noun that is counted: 'first-team player' is 'player'. */
function kindOf({ unit, measure }: Measured): string | null {
  const code = unit && /^\{([^}]+)\}/.exec(unit)?.[1];
  const noun = code?.toLowerCase().split(/\s+/).at(-1);
  if (!noun || NOT_A_KIND.test(noun)) return null;
  const kind = KIND_OF_PERSON.get(noun) ?? noun;
  // 'People' may be what the desk puts for a measure that names them better.
  if (kind !== ANYBODY) return kind;
  const named = contentWords(measure ?? '').find((word) => KIND_OF_PERSON.has(singular(word)));
  return named ? (KIND_OF_PERSON.get(singular(named)) ?? kind) : kind;
}

function areOfDifferentKinds(article: Measured, source: Measured): boolean {
  const [a, b] = [kindOf(article), kindOf(source)];
  if (!a || !b || a === b) return false;
  // 'Miners killed' names them, although what is counted is people.
  const isNamed = (kind: string, measure: string | null) =>
    contentWords(measure ?? '').some((word) => word === kind);
  if (isNamed(a, source.measure) || isNamed(b, article.measure)) return false;
  const [isPerson, isOtherPerson] = [a, b].map((kind) => KIND_OF_PERSON.has(kind));
  if (isPerson && isOtherPerson) return a !== ANYBODY && b !== ANYBODY;
  return true;
}

function areSharesOfDifferentThings({ measure: a }: Measured, { measure: b }: Measured): boolean {
  const [one, other] = [a, b].map((text) => /^share of (.+)$/i.exec(text ?? '')?.[1]);
  if (!one || !other) return false;
  const words = contentWords(other);
  return !contentWords(one).some((word) => words.includes(word));
}

const STOP = /^(?:the|a|an|of|in|on|for|and|to|from|by|its|their|all)$/;

const contentWords = (words: string): string[] =>
  words
    .toLowerCase()
    .split(/[^\p{L}\d-]+/u)
    .filter((word) => word !== '' && !STOP.test(word))
    .map(singular);

const singular = (word: string): string =>
  /(?:ss|us|is)$/.test(word) ? word : word.replace(/ies$/, 'y').replace(/s$/, '');

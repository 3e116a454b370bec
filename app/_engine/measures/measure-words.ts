import { pastOf, thirdPersonOf } from '../english/verb-forms';

const words = (list: string): string[] => list.trim().split(/\s+/);

/** Every form of these plain verbs: 'rise' gives 'rises', 'rose', 'risen' and 'rising'. */
function formsOf(list: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const plain of words(list)) {
    const stem = plain.endsWith('e') ? plain.slice(0, -1) : plain;
    const past = pastOf(plain);
    const doubled = past === `${plain}${plain.slice(-1)}ed` ? past.slice(0, -2) : stem;
    for (const form of [plain, thirdPersonOf(plain), past, `${stem}ing`, `${doubled}ing`])
      forms.add(form);
  }
  return forms;
}

const withForms = (list: string, others = ''): ReadonlySet<string> =>
  new Set([...formsOf(list), ...words(others)]);

/** 'Unemployment stood at 5 %', 'sales reached $3m': a figure is of the subject of these verbs. */
export const LEVEL_VERBS = withForms(
  `remain stay stand become total average exceed equal hit reach hover swing level trade close open finish hold amount come
   run top pass start begin end`,
  `is are was were be been being am became becomes come totalled totalling`,
);

/** 'Sales rose by 4 %': the same, and something may be made to: 'raised its rate to 4 %'. */
export const CHANGE_VERBS = withForms(
  `rise fall drop climb jump grow decline decrease increase soar surge plunge plummet tumble slump slide slip sink shrink
   ease edge dip rebound recover double triple narrow widen contract expand advance gain lose add shed swell rocket
   skyrocket spike leap weaken strengthen accelerate slow cool cut raise reduce lower lift hike boost slash trim push bring
   move take shoot go tick inch creep drift send double quadruple halve revise upgrade downgrade drive depreciate appreciate rally
   dive crash retreat improve worsen`,
  `risen fallen grown shrunk sunk shot gone taken driven went`,
);

/** Verbs by which a size is of their subject; one who runs or moves five miles is not five miles. */
export const SIZE_VERBS = withForms(
  'remain stay stand total average exceed equal reach measure rise fall drop climb grow decrease increase shrink widen',
  'is are was were be been being risen fallen grown shrunk totalled totalling',
);

/** 'The deal will cost $3m'. */
export const COST_VERBS = formsOf('cost');
/** 'The house sold for $3m', 'it fetched $3m'. */
export const PRICE_VERBS = withForms('sell fetch retail auction rent', 'sold');
export const WORTH_WORDS: ReadonlySet<string> = new Set(words('worth valued valuing appraised'));
/** 'They were fined $3m', 'he was sentenced to three years'. */
export const FINE_VERBS = formsOf('fine');
export const SENTENCE_VERBS = formsOf('sentence jail imprison');
export const SPEND_VERBS = formsOf('spend');
export const INVEST_VERBS = formsOf('invest');
export const EARN_VERBS = formsOf('earn');

/** 'Labour has 31 %', 'the fund holds 12 %': the share is the subject's. */
export const HOLDING_VERBS = withForms(
  'have hold own win poll take get receive secure score control garner capture attract draw claim command snag notch',
  'has had having taken got',
);

/** Nouns for a rise or a fall: 'a 4 % rise in rents' measures rents. */
export const CHANGE_NOUNS: ReadonlySet<string> = new Set(
  words(`rise fall increase decrease drop decline cut gain jump growth surge slump slide dip reduction hike hikes climb
   plunge boost downturn upturn improvement rises falls cuts increases uptick loss swing change decreases declines drops
   gains reductions contraction expansion devaluation depreciation appreciation leap spike`),
);

/** Nouns that say how much and not of what. */
export const AMOUNT_NOUNS: ReadonlySet<string> = new Set(
  words('total sum amount number maximum minimum average mean figure level'),
);

/** Nouns that are a measure themselves: 'a speed of 40 mph'. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  words(`length width height depth distance speed area weight thickness radius diameter age temperature power capacity volume
   period duration mass term delay size altitude range thrust impulse output yield payload load pressure dose wingspan
   sentence time lifespan expectancy wait displacement tonnage area footprint consumption rainfall snowfall frequency
   voltage wavelength concentration level density elevation draught draft beam span circumference`),
);

/** Nouns that already are a cost, a price or a value, so that it is not the cost of a cost. */
export const MONEY_NOUNS: ReadonlySet<string> = new Set(
  words(`cost costs price prices bill fee fees charge value rent rents wage wages salary salaries spending budget revenue
   revenues profit profits loss losses sales turnover income debt deficit surplus fine tax taxes worth earnings`),
);

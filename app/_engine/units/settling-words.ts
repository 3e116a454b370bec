/** In a sentence with one of these, a pound is money unless something is weighed. */
export const MONEY_WORDS: ReadonlySet<string> = new Set(
  `cost costs pay pays paid price prices priced worth sterling tax taxes budget spend spent spending fund funding
  fine fined salary salaries wage wages bill bills debt debts fee fees loan loans invest invested investment profit
  profits sales revenue british raise raised donate donated donation buy bought sell sold earn earned earns pension
  bank economy grant compensation savings save saved lottery money bonus turnover treasury`.split(
    /\s+/,
  ),
);

export const WEIGHT_WORDS: ReadonlySet<string> = new Set(
  `weigh weighs weighed weighing weight weights heavy lose lost gained lift lifted lifting carry cargo payload
  meat beef pork cocaine heroin marijuana explosives bomb warhead baby chocolate flour sugar`.split(
    /\s+/,
  ),
);

/** In a sentence with one of these, a degree is one of temperature. */
export const HEAT_WORDS: ReadonlySet<string> = new Set(
  `temperature temperatures warm warmer warming warmed hot hotter heat cold colder cool cooler freezing fever weather
  outside below above thermometer climate oven celsius fahrenheit`.split(/\s+/),
);

/** In a sentence with one of these, a ton is the short ton of the United States. */
export const AMERICAN_WORDS: ReadonlySet<string> = new Set(
  'u.s. u.s american america usda california texas florida ohio michigan iowa'.split(' '),
);

/** In a sentence with one of these, F is the farad. */
export const CHARGE_WORDS: ReadonlySet<string> = new Set(
  'capacitor capacitors capacitance charge voltage circuit'.split(' '),
);

/** In a sentence with one of these, mb is the millibar; elsewhere it is the megabyte. */
export const STORM_WORDS: ReadonlySet<string> = new Set(
  'pressure hurricane cyclone storm barometric typhoon depression low'.split(' '),
);

/** In a sentence with one of these, kt is the knot; elsewhere it is the kilotonne. */
export const FAST_WORDS: ReadonlySet<string> = new Set(
  `wind winds gust gusts gusting storm hurricane cyclone typhoon speed speeds airspeed ship ships vessel vessels sailed
  sailing yacht aircraft jet plane flew cruising`.split(/\s+/),
);

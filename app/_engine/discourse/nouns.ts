const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What a phrase is about: 'body' for companies, offices, clubs and states; 'thing' for all else. */
export type EntityKind = 'person' | 'body' | 'place' | 'thing';

const WOMEN = words(`
  woman girl wife mother daughter sister aunt niece grandmother widow queen princess duchess actress waitress heiress
  businesswoman spokeswoman chairwoman congresswoman policewoman sportswoman councilwoman stepmother lady nun midwife
  mrs ms miss dame baroness countess
`);

const MEN = words(`
  man boy husband father son brother uncle nephew grandfather widower king prince duke actor waiter businessman spokesman
  chairman congressman policeman fireman fisherman sportsman councilman stepfather gentleman monk priest mr sir lord baron
`);

/** 'he' or 'she' where the noun or the title tells which; null where it tells nothing. */
export const pronounOfNoun = (noun: string): 'he' | 'she' | null =>
  WOMEN.has(noun) ? 'she' : MEN.has(noun) ? 'he' : null;

const PERSONS = words(`
  person man woman boy girl child baby pilot victim suspect student pupil nurse clerk guard patient resident tourist
  pensioner client defendant accused teenager friend husband wife son daughter mother father brother sister driver rider
  lawyer teacher doctor judge mayor minister president senator governor king queen actor singer writer author artist
  player coach captain striker midfielder goalkeeper defender swimmer runner athlete champion politician lawmaker deputy
  candidate spokesman spokeswoman spokesperson chairman chairwoman chief director head leader officer soldier general
  professor scientist researcher engineer farmer trader banker broker analyst economist journalist reporter editor
  founder owner boss chancellor premier secretary commissioner ambassador prosecutor detective inspector sergeant bishop
  pope priest imam rabbi monk musician composer conductor painter sculptor poet novelist philosopher politician
  businessman businesswoman congressman congresswoman councillor gunman hacker thief robber murderer smuggler
  teenager toddler infant widow widower nephew niece uncle aunt cousin fan customer worker employee member witness
  activist campaigner protester refugee migrant immigrant prisoner inmate bystander passenger cyclist pedestrian
  voter attorney counsel aide adviser advisor consultant solicitor barrister paramedic carpenter plumber electrician mechanic
  tenant landlord neighbour neighbor colleague roommate classmate grandson granddaughter veteran scholar historian trucker
  quarterback guard pitcher batsman bowler jockey boxer wrestler billionaire millionaire entrepreneur executive manager
`);

export const isPersonNoun = (singular: string): boolean => PERSONS.has(singular);

/** States of the US and of other unions, and countries that a pronoun for a person does not stand for. */
const REGIONS = new Set(
  `alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
  kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire
  new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island south_carolina
  south_dakota tennessee texas utah vermont wisconsin wyoming queensland victoria tasmania ontario quebec alberta manitoba
  punjab gujarat kerala bavaria saxony hesse scotland wales england ireland sweden norway denmark finland iceland poland
  romania bulgaria hungary austria switzerland belgium netherlands portugal greece turkey egypt libya algeria morocco nigeria
  kenya ethiopia sudan somalia uganda ghana angola zambia zimbabwe syria iraq yemen qatar kuwait pakistan bangladesh
  afghanistan nepal thailand vietnam malaysia singapore indonesia philippines taiwan argentina chile peru colombia venezuela
  ecuador bolivia cuba haiti panama ukraine canada france germany italy spain russia japan australia mexico brazil
  america britain europe asia africa`
    .split(/\s+/)
    .map((name) => name.replace('_', ' ')),
);

export const isRegion = (name: string): boolean => REGIONS.has(name.toLowerCase());

/** 'tenant', 'deportee', 'florist': by its ending, where a name stands beside it. */
export const soundsLikePerson = (singular: string): boolean =>
  /^.{3,}(?:ist|ee|eer|ian|ant|man|woman|holder|keeper|worker)$/.test(singular) &&
  !/^(?:restaurant|plant|variant|grant|covenant|pendant|coffee|committee|degree|jubilee|career)$/.test(
    singular,
  );

/** Nouns for a body, and the class of bodies that a text may call so. */
const BODY_CLASSES: ReadonlyMap<string, BodyClass> = new Map(
  (
    [
      [
        'business',
        `company firm business corporation corp inc ltd plc llc co retailer airline carrier developer builder manufacturer
         maker carmaker automaker drugmaker chipmaker steelmaker planemaker brewer insurer lender bank chain supermarket
         operator supplier utility startup start-up broadcaster publisher conglomerate giant group holdings industries
         motors airlines airways homes stores foods pharmaceuticals technologies electronics brewery miner oil energy
         shipbuilder contractor consultancy studio label subsidiary railway shipyard bakery distillery`,
      ],
      [
        'office',
        `agency department ministry bureau office authority commission board council committee regulator watchdog
         administration service institute directorate inspectorate tribunal court treasury police army navy force
         government parliament congress senate chamber assembly house cabinet municipality`,
      ],
      ['party', 'party coalition alliance movement bloc faction'],
      ['club', 'club team side squad league federation association united city rovers'],
      ['school', 'university college school academy faculty'],
      [
        'charity',
        'charity foundation trust fund ngo nonprofit organisation organization union church',
      ],
      ['medium', 'newspaper magazine paper website outlet station channel network'],
    ] as const
  ).flatMap(([kind, list]) => [...words(list)].map((noun): [string, BodyClass] => [noun, kind])),
);

export type BodyClass = 'business' | 'office' | 'party' | 'club' | 'school' | 'charity' | 'medium';

/** The class of a body by a noun for it; null for any other noun. */
export const bodyClassOf = (singular: string): BodyClass | null =>
  BODY_CLASSES.get(singular) ?? null;

/** Nouns that any body of their class may be called by, once it has been named: 'the company'. */
const WIDE_BODY = words('company firm business corporation organisation organization');

export const isWideBodyNoun = (singular: string): boolean => WIDE_BODY.has(singular);

const VAGUE_BODY = words(
  'group giant holdings homes stores foods industries motors business corp inc ltd plc llc co',
);

/** Nouns that only some businesses can be called by: 'airline', 'bank'. */
export const isNarrowBodyNoun = (singular: string): boolean =>
  BODY_CLASSES.has(singular) && !WIDE_BODY.has(singular) && !VAGUE_BODY.has(singular);

/** One noun for several people, for which 'they' may stand. */
export const GROUPS: ReadonlySet<string> = words(
  'family couple crew band clan duo trio gang staff team group squad pair household tribe panel jury',
);

const PLACES = words(`
  city town village country nation state province region county district island continent capital municipality borough
  suburb neighbourhood neighborhood valley kingdom republic prefecture territory port resort
`);

export const isPlaceNoun = (singular: string): boolean => PLACES.has(singular);

/** What a thing may also be called once it has been named: each noun with the wider ones. */
const WIDER: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      [
        'ferry tanker freighter trawler yacht liner submarine carrier tugboat lifeboat schooner barge tug',
        'ship vessel boat',
      ],
      ['destroyer cruiser frigate corvette warship', 'ship vessel warship'],
      ['plane airliner jet jetliner', 'plane aircraft jet'],
      ['typhoon hurricane cyclone', 'storm'],
      ['earthquake', 'quake'],
      ['rocket', 'launcher vehicle'],
      ['wildfire blaze', 'fire'],
      ['lorry', 'vehicle truck'],
      ['car van bus truck motorcycle', 'vehicle'],
      ['treaty pact accord', 'agreement deal'],
      ['jail', 'prison'],
    ] as const
  ).flatMap(([narrow, wide]) =>
    [...words(narrow)].map((noun): [string, readonly string[]] => [noun, wide.split(' ')]),
  ),
);

/** 'ship' and 'vessel' for 'ferry'. */
export const widerNouns = (singular: string): readonly string[] => WIDER.get(singular) ?? [];

/** Times, parts and measures: no pronoun stands for them, and 'the day' is nobody's. */
const IDLE = words(`
  time day week month year decade century hour minute second morning afternoon evening night weekend season summer winter
  spring autumn monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow january february march
  april may june july august september october november december way part end beginning start rest number amount total
  lot kind sort type case point fact example addition order view place result reason percent cent per mile metre meter
  kilometre kilometer tonne ton pound dollar euro percentage age front favour favor course account response term line
  turn step half third quarter majority while past future moment period run
`);

export const isIdleNoun = (singular: string): boolean => IDLE.has(singular);

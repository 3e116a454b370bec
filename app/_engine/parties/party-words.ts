import { ADVERBS, isFunctionWord } from '../english/grammar-words';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Titles and offices that stand before a name, lower case. */
export const OFFICES = words(`
  president vice prime minister premier chancellor secretary spokesman spokeswoman spokesperson senator congressman
  congresswoman representative rep sen gov governor mayor king queen prince princess pope archbishop bishop cardinal
  general gen colonel col major maj captain capt lieutenant lt admiral adm sergeant sgt chief chairman chairwoman chair
  director head leader commissioner ambassador envoy judge justice professor prof doctor dr mr mrs ms miss sir dame lord
  lady baroness mp deputy executive ceo cfo founder co-founder analyst economist scientist researcher coach manager
  striker captain editor author activist lawyer attorney prosecutor officer inspector superintendent detective
  imam rabbi father reverend rev sheikh emir sultan tsar candidate councillor councilman alderman economist owner
  administrator treasurer comptroller sheriff coordinator constable marshal provost rector chaplain coroner warden
  foreign defence defense interior finance health state witness mla mep shadow opposition campaigner
`);

export const HONORIFICS = words(
  'mr mrs ms miss dr sir dame lord lady prof professor gen sen rep gov capt lt col president',
);

/** Words that make a speaker an organisation. */
export const ORGANIZATIONS = words(`
  ministry government intelligence army navy military police agency company corporation corp inc ltd plc group bank
  university college institute council committee commission party union association federation court office department
  administration authority bureau board foundation fund charity force service services parliament congress senate
  house kremlin pentagon nato un eu who unicef fbi cia nhs hospital school church league club team embassy regulator
  institution centre center society organisation organization campaign family lawyers coalition alliance study report
  survey poll data figures research firm startup maker carmaker airline airport operator watchdog staff headquarters
  assembly secretariat tribunal securities equities capital partners holdings associates advisors advisers ventures
  systems technologies laboratories industries motors pharmaceuticals brokerage
  command treasury exchange museum laboratory observatory nasa google apple facebook microsoft amazon
`);

/** Words that make a speaker a news outlet. */
export const OUTLETS = words(`
  media newspaper news cbs nbc abc msnbc npr pbs itv espn reuters bloomberg tass kcna yonhap xinhua afp ap bbc cnn times post journal guardian telegraph
  tribune broadcaster television tv radio magazine outlet outlets daily herald gazette press website wikinews
  correspondent reporters
`);

/** People who speak without a name. */
export const UNNAMED = words(`
  analysts officials sources experts witnesses critics residents scientists researchers economists investigators
  observers people supporters opponents activists campaigners authorities leaders lawmakers prosecutors police
  doctors soldiers commanders diplomats lawyers executives traders historians engineers a an one some many others
  another several official source analyst expert witness spokesman spokeswoman spokesperson insider they
`);

/** Place and people words that are no persons though they begin with capitals. */
export const PLACES = words(`
  north south east west new united states kingdom korea korean russia russian china chinese america american britain british
  europe european france french germany german japan japanese india indian ukraine ukrainian israel israeli iran iranian
  moscow pyongyang seoul beijing washington london paris tokyo kyiv brussels berlin river sea ocean lake mount mountain
  street road avenue bridge airport station county city island islands republic federal national international central
  state states africa african asia asian australia australian canada canadian mexico brazil spain italy
`);

/** What shows something and says nothing: it is evidence, and no claimant. */
export const EVIDENCE = words(`
  images image pictures picture photographs photograph photos photo footage video videos clip clips charts chart maps map
  tests readings measurements evidence recordings recording instruments
`);

/** What is written or counted, and is a source of its own, whoever wrote it. */
export const DOCUMENTS = words(`
  document documents record records filing filings email emails e-mail e-mails memo memos letter letters message messages
  log logs minutes transcript transcripts paper papers report reports study studies survey surveys poll polls polling
  research analysis review census audit indictment complaint lawsuit affidavit subpoena ruling verdict data figures
  statistics numbers results accounts records receipts invoices certificate certificates order warrant register archives
  schedule schedules declaration disclosure disclosures assessment estimates estimate projections forecast bulletin
  dossier file files text texts diary diaries manual memoir book timeline website webpage article editorial
`);

/** Counts are those of the body that made them: 'figures from the statistics office'. */
export const COUNTS = words('data figures statistics numbers results estimates');

/** Nouns in -er and -or that are no offices: things that have a name. */
export const NAMED_THINGS = words(`
  destroyer cruiser frigate corvette warship submarine ship vessel carrier tanker freighter trawler ferry helicopter tower
  river reactor tractor trailer container ice-breaker icebreaker dam bridge tunnel stadium aircraft plane airliner train
  locomotive lorry truck bus rocket satellite missile telescope mine refinery pipeline
`);

/** People without an office: 'it' never refers to them. */
export const PEOPLE = words(`
  man woman boy girl child baby pilot victim suspect student pupil nurse clerk guard patient resident tourist pensioner
  client defendant accused teenager friend husband wife son daughter mother father brother sister couple aunt uncle
  cousin nephew niece grandmother grandfather widow widower colleague neighbour neighbor boss girlfriend boyfriend
`);

/** 'spokesman', 'barrister', 'editor': a word for what somebody is. */
export const isOffice = (lower: string): boolean =>
  OFFICES.has(lower) ||
  (lower.length > 5 &&
    endsAsOffice(lower) &&
    !isFunctionWord(lower) &&
    !ADVERBS.has(lower) &&
    !NO_OFFICES.has(lower));

const endsAsOffice = (lower: string): boolean =>
  lower.endsWith('er') || lower.endsWith('or') || lower.endsWith('ist') || lower.endsWith('man');

/** Adjectives and things in -er and -or. */
const NO_OFFICES = new Set(
  `former senior junior higher larger smaller bigger longer shorter better faster cheaper greater older younger richer
  number summer winter weather border corridor sector mirror factor computer server letter chapter charter theater
  shelter crater boiler barrier newspaper disorder murder counter quarter monster disaster cancer october november
  december september together whether another further latter proper exterior interior superior`.split(
    /\s+/,
  ),
);

/** Common verbs of news, in their plain form. Other forms are made by rule or listed below. */
export const REGULAR_VERBS: readonly string[] = `
accept accuse achieve acquire act add address admit adopt advance advise affect agree aim allege allow announce answer
appeal appear appoint approve argue arrest arrive ask assess assume attack attempt attend avoid ban base become begin
believe belong benefit block boast bomb borrow break bring build burn buy call cancel capture carry cast catch cause
celebrate challenge change charge check cite claim clash clear climb close collapse collect come commit compare complain
complete comprise concede conclude condemn conduct confirm connect consider consist constitute construct contain continue
contribute control convict cost cover create criticise criticize cross cut damage deal decide declare decline decrease
defeat defend deliver demand demonstrate deny depend deploy describe deserve destroy detain determine develop die dip
disappear disclose discover discuss dismiss displace distribute divide dominate donate double draw drive drop earn eat
elect eliminate emerge emit employ enable end endorse enforce enjoy enter equip escape establish estimate evacuate exceed
exist expand expect expel experience explain explode export expose express extend face fail fall favour favor fear feature
feel fight file fill finance find finish fire flee float flood flow fly focus follow force forecast form found fuel fund
gain gather generate get give go grant grow guarantee halt happen harm hate have head heal hear help hire hit hold host
hurt identify ignore impact implement import impose improve include increase indicate infect inform inject injure insist
inspect install intend introduce invade invest investigate invite involve issue join judge jump justify keep kill kick know
lack land last launch lay lead learn leave let lift like limit link list live lose love lower maintain make manage
manufacture mark marry match mean measure meet move murder name near need negotiate note number observe obtain occupy occur
offer open operate oppose order organise organize outnumber overtake owe own participate pass pay perform permit persuade
place plan play pledge plunge point pose possess post praise predict prefer prepare present press prevent proceed process
produce prohibit promise promote propose prosecute protect protest prove provide publish pull purchase push put qualify
question quit raise ramp rank rate reach react read realise realize receive recognise recognize recommend record recover
recruit reduce refer reflect refuse regard register reject relate release rely remain remember remove replace reply
report represent request require rescue resemble resign resist resolve respond rest restore restrict result resume retain
retire return reveal reverse review rise rob rule run save say score search secure see seek seem seize select sell send
serve set settle shape share shell shift shoot show shrink shut sign sink sit slow smash soar solve sound speak spend split
spread stage stand start state stay steal stop store stress strike struggle study submit succeed suffer suggest supply
support suppose surge surpass surround survive suspect suspend sustain symbolise symbolize take talk target teach tell tend
terminate test thank think threaten throw top total touch tour trade train transfer transform transport travel treat
trigger try turn uncover understand undergo unveil urge use value vary view violate visit vote vow wait walk want warn
watch weaken wear weigh welcome win withdraw witness work worry wound write yield
account total amount lie look span rise orbit pack stand sit star score plead sail dock moor capsize sink ground retake ditch steal dump soak pound lash batter swamp topple retain stretch jail fine plead injure crash collide overturn derail edge ease slip slide tumble climb spend run head
sound lag trail narrow widen host house serve employ house hover flock swerve skid burst erupt shelve scrap trim hike
`
  .trim()
  .split(/\s+/);

/** Past forms that no rule makes. */
export const IRREGULAR_PAST: ReadonlySet<string> = new Set(
  `arose ate beat became began bet bit bled blew bore bought broke brought built burnt burst came cast caught chose clung
  cost crept cut dealt did drew drank drove dug fed fell felt fled flew forbade foresaw forgot fought found froze gave got
  grew had heard held hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met mistook overcame
  oversaw overtook paid put quit ran rang read rode rose said sang sank sat saw sent set shed shook shot shrank shut slept
  slid sold sought spent spoke split spread sprang stole stood struck stuck sued swam swept swore taught thought threw told
  died tied lied used owed vied eyed wept swung strode spun knelt slung spat strove wove forgave slew leapt dealt swore shone flung ground bound bade
  took tore underwent understood undertook upheld was went were withdrew withheld woke won wore wound wrote`.split(
    /\s+/,
  ),
);

/** Past participles that no rule makes and that are no past form. */
export const IRREGULAR_PARTICIPLES: ReadonlySet<string> = new Set(
  `arisen beaten become begun born bitten blown broken chosen come done drawn driven drunk eaten fallen flown forbidden
  forgotten forgiven frozen given gone grown hidden known lain mistaken overtaken ridden risen run seen shaken shown
  shrunk sung sunk spoken stolen sworn taken thrown torn undergone woken worn withdrawn written been proven dead`.split(
    /\s+/,
  ),
);

/** Past forms that are no participle, so that 'was … and went' is no passive. */
export const PURE_PAST: ReadonlySet<string> = new Set(
  `arose ate became began bit blew bore broke came chose clung crept did drank drew drove fell flew forbade foresaw forgot
  froze gave got grew knew lay mistook oversaw overtook rang rode rose sang sank saw shook shrank spoke sprang stole strode
  swam swore took tore threw underwent undertook was went were withdrew woke wore wove wrote`.split(
    /\s+/,
  ),
);

/** Words in -ed that are no verbs. */
export const NO_PAST: ReadonlySet<string> = new Set(
  `united alleged so-called red bed need indeed seed speed feed weed shed hundred hatred sacred wicked naked rugged kindred
  ahmed mohammed mohamed muhammed sped embed advanced limited unlimited aged armed unarmed skilled talented beloved
  renowned experienced estimated combined related unprecedented detailed`.split(/\s+/),
);

/**
 * A verb of saying, thinking or promising, with what it takes.
 *
 * `bare`: whether a statement may follow without 'that': always after 'say', after most others only
 * where its subject and verb are plain ('suggests the drug cut deaths'), and after some never ('asked').
 * `finds`: it takes a statement and no quotation before it: a study finds a thing, a person does not
 * end a sentence with 'he found'.
 */
export type SpeechVerb = {
  readonly plain: string;
  readonly bare: 'always' | 'plain' | 'never';
  readonly finds: boolean;
  /** One of these must follow: 'out' after 'pointed', 'along' or 'on' after 'passed'. */
  readonly particles: readonly string[];
};

type Frame = Omit<SpeechVerb, 'plain' | 'particles'>;

/** The kinds of verb, each with the plain forms of it; 'point_out' has a particle. */
const SPEECH_FRAMES: readonly (readonly [Frame, string])[] = [
  [{ bare: 'always', finds: false }, 'say claim insist admit'],
  [{ bare: 'always', finds: true }, 'think believe'],
  [
    { bare: 'plain', finds: false },
    `tell hear add announce confirm warn state report note explain declare predict reveal acknowledge allege assert conclude
    emphasise emphasize maintain pledge promise vow swear recall remark reply respond stress concede caution complain
    disclose tweet post reiterate repeat argue contend testify observe quip boast joke recount assure inform remind
    notify clarify hint write affirm stipulate opine lament protest confess recount advise point_out
    pass_along_on bemoan grumble fret marvel reckon surmise posit theorise theorize proclaim confide relate`,
  ],
  [
    { bare: 'plain', finds: true },
    'estimate suggest indicate fear hope agree expect find show worry suspect imply demonstrate forecast project calculate',
  ],
  [
    { bare: 'never', finds: false },
    `comment counter quote propose continue read deny go_on echo exclaim shout cry whisper muse mutter elaborate
    interject fume gush retort snap chime_in put_it answer laugh sigh scoff sneer chuckle sob rant deadpan crow rage`,
  ],
  [{ bare: 'never', finds: true }, 'ask demand urge doubt'],
];

/** Forms that no rule makes. */
const SPEECH_FORMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['say', ['say', 'says', 'said', 'saying']],
  ['tell', ['tell', 'tells', 'told', 'telling']],
  ['write', ['write', 'writes', 'wrote', 'writing']],
  ['think', ['think', 'thinks', 'thought']],
  ['believe', ['believe', 'believes', 'believed']],
  ['admit', ['admit', 'admits', 'admitted', 'admitting']],
  ['swear', ['swears', 'swore', 'swearing']],
  ['find', ['find', 'finds', 'found']],
  ['show', ['show', 'shows', 'showed', 'showing']],
  ['read', ['reads', 'read']],
  ['hear', ['heard', 'hears']],
  ['quip', ['quips', 'quipped', 'quipping']],
  ['forecast', ['forecast', 'forecasts', 'forecasting']],
  ['go', ['goes', 'went', 'going']],
  ['put', ['put', 'puts']],
]);

/** Their plain forms are nouns more often: 'the claim', 'a report', 'posts'. */
const NOUNS_TOO = new Set(
  'add post quote state note tweet joke counter comment demand read project stress worry'.split(
    ' ',
  ),
);

/** Every form of every verb of saying, in lower case. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = new Map(
  SPEECH_FRAMES.flatMap(([frame, verbs]) =>
    verbs.split(/\s+/).flatMap((entry) => {
      const [plain = '', ...particles] = entry.split('_');
      const verb = { ...frame, plain, particles };
      return formsOf(plain).map((form): [string, SpeechVerb] => [form, verb]);
    }),
  ),
);

function formsOf(plain: string): readonly string[] {
  const listed = SPEECH_FORMS.get(plain);
  if (listed) return listed;
  const own = NOUNS_TOO.has(plain) ? [] : [plain];
  if (plain.endsWith('e')) return [...own, `${plain}s`, `${plain}d`, `${plain.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(plain))
    return [...own, `${plain.slice(0, -1)}ies`, `${plain.slice(0, -1)}ied`, `${plain}ing`];
  const s = /(?:s|x|z|ch|sh)$/.test(plain) ? 'es' : 's';
  return [...own, `${plain}${s}`, `${plain}ed`, `${plain}ing`];
}

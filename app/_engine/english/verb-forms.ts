import { REGULAR_VERBS } from './verb-words';

const PLAIN = new Set(REGULAR_VERBS);

/** Past forms of common verbs that end in something other than -ed. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `beat:beat become:became begin:began break:broke bring:brought build:built buy:bought catch:caught choose:chose
  come:came cost:cost cut:cut draw:drew drive:drove eat:ate fall:fell feel:felt fight:fought find:found fly:flew
  forbid:forbade get:got give:gave go:went grow:grew have:had hear:heard hit:hit hold:held hurt:hurt keep:kept
  know:knew lay:laid lead:led leave:left lend:lent let:let lose:lost make:made mean:meant meet:met overtake:overtook
  pay:paid put:put read:read rise:rose run:ran say:said see:saw sell:sold send:sent set:set shed:shed shoot:shot
  shut:shut sink:sank sit:sat speak:spoke spend:spent split:split spread:spread stand:stood steal:stole strike:struck
  sweep:swept swim:swam take:took teach:taught tear:tore tell:told think:thought throw:threw undergo:underwent
  wear:wore win:won write:wrote withdraw:withdrew slide:slid sue:sued`
    .split(/\s+/)
    .map((pair): [string, string] => {
      const [plain = '', past = ''] = pair.split(':');
      return [plain, past];
    }),
);

/** 'killing' to 'kill', 'cutting' to 'cut', 'leaving' to 'leave'; null when no known verb has this form. */
export function plainOfIng(ing: string): string | null {
  const stem = ing.slice(0, -3);
  const candidates = [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')];
  return candidates.find((plain) => PLAIN.has(plain) || IRREGULAR.has(plain)) ?? null;
}

/** The past form of a plain verb: 'kill' to 'killed', 'beat' to 'beat'. */
export function pastOf(plain: string): string {
  const irregular = IRREGULAR.get(plain);
  if (irregular) return irregular;
  if (plain.endsWith('e')) return `${plain}d`;
  if (/[^aeiou]y$/.test(plain)) return `${plain.slice(0, -1)}ied`;
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(plain) ? `${plain}${plain.slice(-1)}ed` : `${plain}ed`;
}

/** The third person of a plain verb: 'carry' to 'carries'. */
export function thirdPersonOf(plain: string): string {
  if (plain === 'have') return 'has';
  if (/(?:s|x|z|ch|sh|o)$/.test(plain)) return `${plain}es`;
  return /[^aeiou]y$/.test(plain) ? `${plain.slice(0, -1)}ies` : `${plain}s`;
}

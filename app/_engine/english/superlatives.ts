const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['best', 'good'],
  ['worst', 'bad'],
  ['largest', 'large'],
  ['latest', 'late'],
  ['closest', 'close'],
  ['finest', 'fine'],
  ['safest', 'safe'],
  ['wisest', 'wise'],
  ['nicest', 'nice'],
  ['rarest', 'rare'],
  ['strangest', 'strange'],
  ['simplest', 'simple'],
  ['farthest', 'far'],
  ['furthest', 'far'],
]);

const NO_SUPERLATIVES = new Set(
  'forest harvest interest protest contest request conquest guest quest chest nest test west midwest priest arrest invest digest rest modest honest northwest southwest earnest'.split(
    ' ',
  ),
);

/** 'oldest' to 'old', 'hottest' to 'hot'; anything else comes back as it is. The unit names a thing, not its rank. */
export function toBaseAdjective(word: string): string {
  const lower = word.toLowerCase();
  const known = IRREGULAR.get(lower);
  if (known) return known;
  if (!lower.endsWith('est') || lower.length < 6 || NO_SUPERLATIVES.has(lower)) return word;
  const stem = lower.slice(0, -3);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  return /([bdgmnpt])\1$/.test(stem) ? stem.slice(0, -1) : stem;
}

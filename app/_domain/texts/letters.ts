/**
 * A text as a search sees it: letters, figures and signs of money alone, in small letters. Spaces,
 * punctuation, quotation marks, hyphens and invisible characters are left out, ligatures are taken
 * apart and accents stand after their letter, so that only what a reader would call a word counts.
 */
export type Letters = {
  /** UTF-16 code units of what is left. */
  readonly codes: Uint16Array;
  /** For each of them, where the character that it came from begins in the text. */
  readonly places: Int32Array;
};

// For ASCII: the code to keep, or 0 for what is left out.
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  return /[a-z0-9$]/.test(character) ? character.charCodeAt(0) : 0;
});
const FIRST_MARK = 0x300;
const [AND, PER_CENT] = ['&', '%'].map((sign) => sign.charCodeAt(0));

/** Takes time and memory linear in the text. */
export function toLetters(text: string): Letters {
  let codes = new Uint16Array(text.length + 16);
  let places = new Int32Array(text.length + 16);
  let length = 0;
  const keep = (letters: string, place: number) => {
    if (length + letters.length > codes.length) {
      const size = 2 * (length + letters.length);
      codes = grown(codes, new Uint16Array(size));
      places = grown(places, new Int32Array(size));
    }
    for (let i = 0; i < letters.length; i++) {
      codes[length] = letters.charCodeAt(i);
      places[length++] = place;
    }
  };
  const known = new Map<string, string>();
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (code < 128 && !(text.charCodeAt(i + 1) >= FIRST_MARK)) {
      const folded = ASCII[code] as number;
      if (folded === 0) {
        if (code === PER_CENT) keep('percent', i);
        else if (code === AND) keep('and', i);
      } else if (length < codes.length) {
        codes[length] = folded;
        places[length++] = i;
      } else keep(String.fromCharCode(folded), i);
      i++;
      continue;
    }
    const end = characterEnd(text, i);
    const character = text.slice(i, end);
    let letters = known.get(character);
    if (letters === undefined) {
      letters = lettersOf(character);
      known.set(character, letters);
    }
    keep(letters, i);
    i = end;
  }
  return { codes: codes.slice(0, length), places: places.slice(0, length) };
}

function grown<Numbers extends Uint16Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}

const MARK = /^\p{M}/u;

/** Where the character that begins at a place ends, with the marks that stand upon it. */
export function characterEnd(text: string, start: number): number {
  const width = (at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
  let end = start + width(start);
  while (text.charCodeAt(end) >= FIRST_MARK && MARK.test(text.slice(end, end + 2))) {
    end += width(end);
  }
  return end;
}

function lettersOf(character: string): string {
  // 10² is not 102, and 1½ is not 11⁄2: superscripts and fractions stay what they are.
  const plain = /\p{No}/u.test(character) ? character : character.normalize('NFKD');
  const folded = plain
    .toLowerCase()
    .normalize('NFD')
    .replaceAll('ς', 'σ')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%&]/gu, '')
    .replaceAll('%', 'percent')
    .replaceAll('&', 'and');
  // An accent that stands alone is an apostrophe that somebody typed.
  return /[\p{L}\p{N}\p{Sc}]/u.test(folded) ? folded : '';
}

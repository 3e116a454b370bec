/** Small words that are common in one language and rare in the others here. */
const SMALL_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    `the of and to in is was that for it with as on by at from are this be have has were which its not they will said
    a an i me my you your he him his she her we us our them their do does did don can could would should about if or
    but so no all one who what when there been had just more out up know think people going than then into some because
    over after only how now very well other new am last first more about through between under against`.split(
      /\s+/,
    ),
  ),
  es: new Set(
    'el la los las de del y en que un una por con para su se es al lo como más pero fue ha este'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les des du et en que un une dans pour qui sur au par est pas plus avec son cette aux été sont'.split(
      ' ',
    ),
  ),
  de: new Set(
    'der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat'.split(
      ' ',
    ),
  ),
  it: new Set(
    'il di che la per un del in con non una sono della dei le al da è gli nel più alla si anche'.split(
      ' ',
    ),
  ),
  pt: new Set(
    'o a os as de do da em que um uma para com não por se no na dos mais foi ao como é'.split(' '),
  ),
  nl: new Set(
    'de het een van en in is dat op te met voor niet zijn aan er die door om als bij naar'.split(
      ' ',
    ),
  ),
  pl: new Set('w i na z się do nie że jest to o po za od przez jak dla ale oraz był'.split(' ')),
  sv: new Set('och i att det som en på är av för med till den har de inte om ett var'.split(' ')),
  id: new Set(
    'yang dan di itu dengan untuk dari ini pada dalam tidak akan adalah ke oleh sebagai telah'.split(
      ' ',
    ),
  ),
  tr: new Set('ve bir bu için ile da de olarak çok daha gibi kadar olan ise en sonra'.split(' ')),
};

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/gu, 'ja'],
  [/[\uac00-\ud7af]/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
];

/** What a word says for each language: half, where it is a word of another one too ('do', 'to', 'a'). */
const WEIGHTS = new Map<string, (readonly [language: number, weight: number])[]>();
const LANGUAGES = Object.keys(SMALL_WORDS);
for (const word of new Set(Object.values(SMALL_WORDS).flatMap((words) => [...words]))) {
  const languages = LANGUAGES.flatMap((name, at) => (SMALL_WORDS[name]?.has(word) ? [at] : []));
  const weight = languages.length > 1 ? 0.5 : 1;
  WEIGHTS.set(
    word,
    languages.map((language) => [language, weight]),
  );
}

/** Enough to recognise a language; a longer text adds nothing. */
const SAMPLE = 4_000;
const FEWEST_WORDS = 8;

/**
 * The language of a text, BCP 47, recognised by its script and its small words.
 *
 * @returns 'und' when there are too few words
 */
export function recogniseLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  if (OTHER_SCRIPT.test(sample)) {
    const latin = sample.match(LATIN)?.length ?? 0;
    for (const [letters, language] of SCRIPTS)
      if ((sample.match(letters)?.length ?? 0) > latin) return language;
  }
  const words = sample.toLowerCase().match(WORDS) ?? [];
  if (words.length < FEWEST_WORDS) return 'und';
  const weights = new Float64Array(LANGUAGES.length);
  for (const word of words)
    for (const [language, weight] of WEIGHTS.get(word) ?? [])
      (weights[language] as number) += weight;
  const most = Math.max(...weights);
  const best = LANGUAGES[weights.indexOf(most)] ?? 'und';
  return most >= 2 && most / words.length > 0.06 ? best : 'und';
}

/** The scripts above begin after the letters of Latin, and beyond the marks that every text has. */
const OTHER_SCRIPT = /[\u0370-\u1fff\u2070-\uffff]/;
const LATIN = /\p{Script=Latin}/gu;
const WORDS = /\p{L}+/gu;

/** Whether the engine's rules for English fit; a very short text is read as English. */
export const isReadAsEnglish = (language: string): boolean => /^(?:en|und)\b/i.test(language);

import type { Claimant } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { hasFinite } from '../english/verbs';
import { Parties } from '../parties/party-memory';
import { isOffice, ORGANIZATIONS } from '../parties/party-words';
import { isCapital, nameEnd, readParty, slice } from '../parties/read-party';
import { type Token, tokenize } from '../tokens/tokens';

/** The one speaker of a whole text, and where the words of the speaker begin and end, in UTF-16 offsets. */
export type TextSpeaker = Span & { readonly claimant: Claimant };

/** A speaker is named in a headline, a subtitle or the first lines, or nowhere. */
export const FIRST_LINES = 8;

/**
 * Finds the speaker of a speech, a statement, a letter or an opinion piece: 'Statement by Ana Ruiz on
 * the flood', 'Ana Ruiz’s speech to the council', 'By Ana Ruiz' over a text that says 'I' or 'we'.
 *
 * @param spans  the sentences of the text
 * @returns null for an article, which has no speaker of its own
 */
export function findTextSpeaker(text: string, spans: readonly Span[]): TextSpeaker | null {
  for (const [at, span] of spans.slice(0, FIRST_LINES).entries()) {
    const tokens = tokenize(text, span);
    const isLine = at === 0 || text.slice(spans[at - 1]?.end, span.start).includes('\n');
    if (!isLine || tokens.length > LONGEST_LINE) continue;
    const claimant =
      announced(text, tokens) ?? (isOwn(text, span.end) ? owned(text, tokens) : null);
    if (claimant) return { claimant, start: span.end, end: bodyEnd(text, span.end) };
  }
  const letter = signed(text, spans);
  return letter && { claimant: letter, start: 0, end: text.length };
}

const LONGEST_LINE = 60;

/** What a person says or writes as one text. */
const TEXTS = new Set(
  'statement statements speech remarks address note notes letter message testimony lecture keynote sermon eulogy op-ed column opinion comment'.split(
    ' ',
  ),
);
/** What may stand before them: 'Written ministerial statement', 'Full text of the keynote speech'. */
const KINDS = new Set(
  'the a an written oral ministerial press opening closing joint public personal official full text transcript of open keynote inaugural prepared video televised new year christmas budget guest parliamentary following this is speaking victory concession resignation annual welcome media'.split(
    ' ',
  ),
);
const DELIVERED = new Set(
  'delivered given made written issued as prepared for delivery'.split(' '),
);

/** 'Statement by …', 'Remarks of …', 'The text of a letter from …', and '…’s statement to …', without a verb. */
function announced(text: string, tokens: readonly Token[]): Claimant | null {
  let at = 0;
  if (
    /^(?:below|here|this|following)$/.test(tokens[at]?.lower ?? '') &&
    tokens[at + 1]?.lower === 'is'
  )
    at += 2;
  while (at < tokens.length && KINDS.has(tokens[at]?.lower ?? '')) at++;
  const isText = TEXTS.has(tokens[at]?.lower ?? '');
  if (isText) {
    let by = at + 1;
    while (DELIVERED.has(tokens[by]?.lower ?? '') || isTopic(tokens, by)) by++;
    if (!/^(?:by|from|of)$/.test(tokens[by]?.lower ?? '')) return made(text, tokens);
    const end = lineName(tokens, by + 1);
    if (goesOn(tokens, end) && !tokens.slice(0, at).some(isTextOf)) return null;
    const claimant = readName(text, tokens, by + 1, end);
    return claimant && (tokens[by]?.lower === 'by' || claimant.kind === 'person') ? claimant : null;
  }
  return made(text, tokens);
}

/** A verb with something after it: 'angers the town', and not 'on the summer floods'. */
function goesOn(tokens: readonly Token[], from: number): boolean {
  const isMark = tokens.at(-1)?.kind === 'mark';
  return hasFinite(tokens, from, tokens.length - (isMark ? 2 : 1));
}

const isTextOf = ({ lower }: Token): boolean => lower === 'text' || lower === 'transcript';

/** 'Statement to Parliament by', 'Speech at the UN by': as long as nothing but names stand there. */
const isTopic = (tokens: readonly Token[], at: number): boolean => {
  for (let ahead = at; ahead < Math.min(tokens.length, at + 8); ahead++) {
    const { lower = '' } = tokens[ahead] ?? {};
    if (lower === 'by') return ahead > at;
    const isPlain = isCapital(tokens[ahead]) || /^(?:to|at|in|on|the|of|before|and)$/.test(lower);
    if (!isPlain) return false;
  }
  return false;
};

/** 'The Mayor, Ana Ruiz, made the following statement:', 'Ana Ruiz gave this speech in Lund.' */
function made(text: string, tokens: readonly Token[]): Claimant | null {
  const noun = tokens.findIndex(
    ({ lower }, at) => TEXTS.has(lower) && /^(?:following|this)$/.test(tokens[at - 1]?.lower ?? ''),
  );
  if (noun < 0) return null;
  let verb = noun - 1;
  while (verb > 0 && !MADE.test(tokens[verb]?.lower ?? '')) verb--;
  if (verb < 1 || noun - verb > 4) return null;
  let to = verb;
  while (
    to > 0 &&
    /^(?:has|have|today|yesterday|also|on|\p{L}+day)$/u.test(tokens[to - 1]?.lower ?? '')
  )
    to--;
  return readName(text, tokens, 0, to);
}

const MADE = /^(?:made|gave|delivered|issued|wrote|released|published|read|posted)$/;

/** 'Ana Ruiz’s speech to the council', 'By Ana Ruiz', over a text that speaks as 'I'. */
function owned(text: string, tokens: readonly Token[]): Claimant | null {
  if (tokens[0]?.lower === 'by') {
    const end = lineName(tokens, 1);
    const rest = tokens[end]?.text;
    const isLine = end >= tokens.length || rest === ',' || rest === '|' || rest === '–';
    return isLine ? onlyPerson(readName(text, tokens, 1, end)) : null;
  }
  const genitive = tokens.findIndex(({ text: mark }) => /^['’]s?$/.test(mark));
  if (genitive > 0) {
    let at = genitive + 1;
    while (KINDS.has(tokens[at]?.lower ?? '')) at++;
    const isText = TEXTS.has(tokens[at]?.lower ?? '') && tokens[at]?.lower !== 'comment';
    if (isText && !goesOn(tokens, at + 1)) return onlyPerson(readName(text, tokens, 0, genitive));
  }
  return null;
}

const onlyPerson = (claimant: Claimant | null): Claimant | null =>
  claimant?.kind === 'person' ? claimant : null;

/** Where a name and its role end: before 'on', 'about', 'to', a bracket, a verb or the line's end. */
function lineName(tokens: readonly Token[], from: number): number {
  let at = from;
  let commas = 0;
  while (at < tokens.length) {
    const { lower = '', text: mark = '' } = tokens[at] ?? {};
    if (
      /^(?:on|about|to|at|regarding|following|concerning|in|during|upon|before|after|when)$/.test(
        lower,
      )
    )
      return at;
    if (mark === ',' && ++commas > 2) return at;
    if (
      /^[.:;()|–—]$/.test(mark) &&
      !(mark === '.' && isCapital(tokens[at + 1]) && !tokens[at]?.spaced)
    )
      return at;
    at++;
  }
  return at;
}

const COURTESY = new Set('the rt right hon honourable honorable his her excellency'.split(' '));
const LETTERS = new Set(
  'mp msp ms mla mep md qc kc obe cbe mbe phd mba jr sr am ao cpa esq'.split(' '),
);

/**
 * The person or the body in these words, without courtesies and letters: 'The Rt Hon Ana Ruiz MP,
 * Minister for Health'.
 *
 * @returns null where no name of two words and no body stands there
 */
export function readName(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Claimant | null {
  let start = from;
  while (start < to && (COURTESY.has(tokens[start]?.lower ?? '') || tokens[start]?.text === '.'))
    start++;
  const comma = indexOf(tokens, ',', start, to);
  const end = withoutLetters(tokens, start, comma);
  const rest = withoutLetters(tokens, comma + 1, indexOf(tokens, ',', comma + 1, to));
  const isRoleFirst =
    comma + 2 < rest &&
    nameEnd(tokens, comma + 1, rest) === rest &&
    tokens.slice(start, end).some(({ lower }) => isOffice(lower));
  const parties = new Parties();
  const found = isRoleFirst
    ? readParty(text, tokens, comma + 1, rest, parties)
    : readParty(text, tokens, start, end, parties);
  if (!found || !isCapital(tokens[isRoleFirst ? comma + 1 : start])) return null;
  // 'by President Moe and Mayor Lind': two speak, so that the whole is of neither.
  if (!isRoleFirst && tokens.slice(start, end).some(({ lower }) => lower === 'and')) return null;
  const isBody = tokens.slice(start, end).some(({ lower }) => ORGANIZATIONS.has(lower));
  if (found.kind !== 'person' && !isBody) return null;
  const role = isRoleFirst
    ? slice(text, tokens, start, end)
    : comma < to
      ? slice(text, tokens, comma + 1, to)
      : '';
  return role && found.kind === 'person' ? { ...found, role } : found;
}

function withoutLetters(tokens: readonly Token[], from: number, to: number): number {
  let end = to;
  while (end > from + 2 && LETTERS.has(tokens[end - 1]?.lower ?? '')) end--;
  return end;
}

function indexOf(tokens: readonly Token[], mark: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (tokens[at]?.text === mark) return at;
  return Math.max(to, from);
}

/** How much of a text is looked at to know whether it speaks as 'I' or 'we'. */
const VOICE_REACH = 12_000;
const VOICE = /(?<![\p{L}’'])(?:I(?=['’](?:m|ve|ll|d)| \p{Ll})|[Ww]e|[Mm]y|[Oo]ur)(?![\p{L}])/gu;
const QUOTED = /“[^”\n]*(?:”|(?=\n)|$)|"[^"\n]*(?:"|(?=\n)|$)/g;

/** Whether the text after this place speaks as 'I' or 'we' outside quotation marks, more than once. */
export function isOwn(text: string, from: number): boolean {
  const body = text.slice(from, from + VOICE_REACH).replace(QUOTED, '');
  return (body.match(VOICE)?.length ?? 0) > 1;
}

const AFTERWORD =
  /\n[ \t]*(?:ENDS?|-+ ?ends? ?-+|Notes? (?:to|for) (?:the )?editors?|Media (?:enquiries|contacts?)|Press (?:office|contacts?)|About the author|Further information)\b/iu;

/** Where what is added below a speech begins: 'Notes to editors'. */
export function bodyEnd(text: string, from: number): number {
  const at = text.slice(from).search(AFTERWORD);
  return at < 0 ? text.length : from + at;
}

/** 'Dear Sir, … Yours sincerely, Ana Ruiz': the name below a letter. */
function signed(text: string, spans: readonly Span[]): Claimant | null {
  const first = spans
    .slice(0, FIRST_LINES)
    .some(({ start }) => /^Dear \p{Lu}/u.test(text.slice(start, start + 8)));
  if (!first) return null;
  const tail = text.slice(-LONGEST_TAIL);
  const close = CLOSING.exec(tail);
  if (!close) return null;
  const start = text.length - tail.length + close.index + close[0].length;
  const lineEnd = text.indexOf('\n', start);
  const tokens = tokenize(text, { start, end: lineEnd < 0 ? text.length : lineEnd });
  return onlyPerson(readName(text, tokens, 0, tokens.length));
}

const LONGEST_TAIL = 600;
const CLOSING =
  /\n[ \t]*(?:Yours (?:sincerely|faithfully|truly)|Sincerely(?: yours)?|(?:Kind|Best|Warm) (?:regards|wishes)|Respectfully),?\s*\n\s*/iu;

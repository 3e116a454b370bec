import type { Claimant } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { isOffice } from '../parties/party-words';
import { isAdverb, isFiniteVerb } from '../tags/tag';
import { tagsOf } from '../tags/tagger';
import { type Token, tokenize } from '../tokens/tokens';
import { bodyEnd, FIRST_LINES, isOwn, readName, type TextSpeaker } from './text-speaker';

/**
 * Finds the speaker of an address that the lines above it present, though none of them calls it a
 * speech: 'Minister Ana Ruiz sets out the plan', 'Ana Ruiz today told the House:', 'Delivered by:'.
 *
 * @param spans  the sentences of the text
 * @returns null where the text is no address in the first person, or where two people present it
 */
export function findPresentedSpeaker(text: string, spans: readonly Span[]): TextSpeaker | null {
  const head = headOf(text, spans);
  const last = head.at(-1);
  if (!last || !isOwn(text, last.end)) return null;
  const people = new Map<string, Claimant>();
  for (const [at, line] of head.entries()) {
    const tokens = tokenize(text, line);
    const above = head[at - 1];
    const isDelivered = above && BY.test(text.slice(above.start, above.end));
    const person = isDelivered
      ? named(text, tokens, 0, tokens.length)
      : presented(text, tokens, line);
    if (person) people.set(person.name.split(' ').at(-1) ?? '', person);
  }
  const [claimant] = people.values();
  const isSpeech = text[last.end - 1] === ':' || OWN_HEADLINE.test(text) || isAddress(text, head);
  if (!claimant || people.size > 1 || !isSpeech) return null;
  return { claimant, start: last.end, end: bodyEnd(text, last.end) };
}

/** The lines before the first that speaks as 'I' or 'we'. */
function headOf(text: string, spans: readonly Span[]): readonly Span[] {
  const lines = spans.slice(0, FIRST_LINES);
  const first = lines.findIndex((line, at) => {
    const words = text.slice(line.start, line.end);
    const colon = at === 0 ? words.indexOf(':') : -1;
    return FIRST_PERSON.test(words.slice(colon + 1)) || ADDRESS.test(words);
  });
  // 'Ana Ruiz: We must act' speaks as 'we' and is a line of its own.
  return lines.slice(0, first === 0 && OWN_HEADLINE.test(text) ? 1 : Math.max(first, 0));
}

const OWN_HEADLINE = /^[^:\n]{3,60}: (?:I|We|My|Our)\b/u;
const BY = /\b(?:delivered|given|made|spoken) by:?$/i;
const FIRST_PERSON = /(?<![\p{L}’'“"])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?![\p{L}])/u;
const ADDRESS =
  /^["“]?(?:(?:Mr|Madam|Mister|Mr\.) (?:Speaker|President|Chairman|Chair)\b|My Lords\b|Ladies and gentlemen\b|With (?:your )?permission\b|Good (?:morning|afternoon|evening)\b|Thank you\b|Dear \p{L}|(?:Friends|Colleagues|Fellow citizens|Delegates)\b[,.!])/iu;
const SPEAKING =
  /\b(?:statement|speech|address|remarks|spoke|speaking|told|delivered|testified)\b/i;

/** How much of a text is looked at for the words that one opens an address with. */
const REACH = 1_500;

/** Whether a text opens as an address, or is called a speech above. */
function isAddress(text: string, head: readonly Span[]): boolean {
  const end = head.at(-1)?.end ?? 0;
  if (SPEAKING.test(text.slice(0, end))) return true;
  return text
    .slice(end, end + REACH)
    .split('\n')
    .some((line) => ADDRESS.test(line.trim()) || /, Mr\.? Speaker\b/.test(line));
}

/** The person that a line above an address presents as its speaker, by first name and surname. */
function presented(text: string, tokens: readonly Token[], line: Span): Claimant | null {
  const delivered = /^(?:delivered|given|spoken) by:?\s+/i.exec(text.slice(line.start, line.end));
  if (delivered) {
    const from = tokens.findIndex(({ start }) => start >= line.start + delivered[0].length);
    const whole = from < 0 ? null : named(text, tokens, from, tokens.length);
    return whole ?? byForm(text, tokens, line);
  }
  const colon = tokens.findIndex(({ text: mark }) => mark === ':');
  const isByName = colon > 0 && colon < tokens.length - 1;
  const isOfText = CALLED.test(tokens.at(-1)?.lower ?? '');
  return (
    (isByName ? named(text, tokens, 0, colon) : null) ??
    (isOfText ? named(text, tokens, Math.max(colon + 1, 0), tokens.length - 1) : null) ??
    subject(text, tokens) ??
    byForm(text, tokens, line)
  );
}

const CALLED = /^(?:statement|speech|address|remarks)$/;

/** 'Transport Secretary Ana Ruiz sets out …', 'Commenting on the plan, Ana Ruiz said:'. */
function subject(text: string, tokens: readonly Token[]): Claimant | null {
  const tags = tagsOf(tokens);
  // A surname is no verb: 'Theresa May', 'George Will'.
  const verb = tags.findIndex(
    (tag, at) => isFiniteVerb(tag) && !/^\p{Lu}/u.test(tokens[at]?.text ?? ''),
  );
  if (verb < 1) return null;
  let to = verb;
  while (to > 1 && (isAdverb(tags[to - 1]) || DAYS.test(tokens[to - 1]?.lower ?? ''))) to--;
  const comma = tokens.slice(0, to).findIndex(({ text: mark }) => mark === ',');
  return (
    named(text, tokens, 0, to) ??
    (comma > 0 && !/^\p{Lu}/u.test(tokens[comma - 1]?.text ?? '')
      ? named(text, tokens, comma + 1, to)
      : null)
  );
}

const NAME = String.raw`(\p{Lu}[\p{L}’'-]+(?: (?:\p{Lu}\.|(?:de|van|von|al|bin|of) )? ?\p{Lu}[\p{L}’'-]+){1,3})`;
/** The forms in which a line names its speaker without a verb: whom it is by, a courtesy, an office. */
const FORMS = [
  String.raw`\b(?:made|delivered|given|spoken|speech|statement|address|remarks)? ?by:? (?:The |the )?(?:Rt Hon\.? |Right Honourable |Hon\.? |Sir |Dame )?${NAME}`,
  String.raw`\b(?:Rt Hon\.?|Right Honourable|Hon\.?|Sir|Dame|Lord|Lady|Baroness) ${NAME}`,
  String.raw`\((?:Mr |Mrs |Ms |Dr |The Rt Hon )?${NAME}(?: MP)?\) (?:has|today)`,
  String.raw`^${NAME} on \p{L}`,
].map((form) => new RegExp(form, 'u'));

function byForm(text: string, tokens: readonly Token[], line: Span): Claimant | null {
  const words = text.slice(line.start, line.end);
  for (const form of FORMS) {
    const match = form.exec(words);
    const name = match?.[1];
    if (!match || !name) continue;
    const start = line.start + match.index + match[0].indexOf(name);
    const from = tokens.findIndex((token) => token.start >= start);
    const to = tokens.findIndex((token) => token.end >= start + name.length);
    const found = from < 0 || to < from ? null : named(text, tokens, from, to + 1);
    if (found) return found;
  }
  return null;
}

const DAYS = /^(?:today|yesterday|has|on|\p{L}+day)$/u;

function named(text: string, tokens: readonly Token[], from: number, to: number): Claimant | null {
  const found = readName(text, tokens, from, to);
  const words = found?.name.split(' ') ?? [];
  const isName = words.length > 1 && !isOffice(words.at(-1)?.toLowerCase() ?? '');
  return found?.kind === 'person' && isName ? found : null;
}

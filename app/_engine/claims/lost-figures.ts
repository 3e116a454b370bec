import type { ReadClaim } from '#domain/claims/reading';
import type { Span } from '#domain/texts/annotation';
import { toPlainPart } from '../clauses/part';
import { definite } from '../discourse/words';
import { findLikelyFinite, hasFinite } from '../english/verbs';
import { isInformativeFigure } from '../figures/informative';
import type { Speech } from '../speech/read-speech';
import { bySpeaker } from '../speech/speech-memory';
import { spanOf } from '../tokens/passage';
import type { Token } from '../tokens/tokens';
import { attributionOf, type Sentence } from './sentence';
import { isInside, toClaim } from './to-claim';
import { trim } from './trimming';

/** Longer ones are tables and lists, where looking for what was left out would not pay. */
const LONGEST_SENTENCE = 400;

/**
 * A figure with its unit is not lost when its verb is unknown: its clause is a claim as it stands.
 */
export function claimsOfLostFigures(sentence: Sentence, claims: readonly Span[]): ReadClaim[] {
  const { passage, clauses, speeches, quoted, filling, spoken } = sentence;
  const { tokens, quantities } = passage;
  if (tokens.length > LONGEST_SENTENCE) return [];
  const lost = quantities.filter(
    (figure) =>
      figure.unit !== null &&
      isInformativeFigure(figure) &&
      (figure.dimension !== 'time' || claims.length === 0) &&
      !claims.some((claim) => isInside(figure, claim)),
  );
  if (lost.length === 0) return [];
  // '2 eggs, 1 cup of rice, 4 oz. of beans.': a list, and no statement.
  const states =
    hasFinite(tokens, 0, tokens.length) || findLikelyFinite(tokens, 0, tokens.length) >= 0;
  if (!states) return [];
  return clauses.flatMap((clause, at) => {
    const speech = speeches[at] ?? null;
    const isReported =
      speech !== null && !lost.some((figure) => isOfSpeaker(tokens, speech, figure));
    const own = isReported ? attributionOf(sentence, clause, at, null) : null;
    const start = tokens[clause.from]?.start ?? 0;
    const end = tokens[clause.to - 1]?.end ?? start;
    if (!lost.some((figure) => isInside(figure, { start, end }))) return [];
    const background = { act: null, self: null };
    const setting = {
      attribution: bySpeaker(own, speech, spoken.voice, quoted, clause),
      quoted,
      background,
      elsewhere: claims,
      filling,
      isForced: true,
    };
    const plain = toPlainPart(trim(tokens, clause));
    // 'bombings which killed 12': the subject stands before the clause.
    const subject = clause.link === 'relative' ? clause.subject : null;
    const before = subject && definite(filling.words(subject, null));
    const part = before ? { ...plain, before, leans: true } : plain;
    const claim = toClaim(passage, clause, part, setting);
    return claim ? [claim] : [];
  });
}

/** 'The firm, which has 40 vans, said': the figure tells of the speaker, and is not what was said. */
function isOfSpeaker(tokens: readonly Token[], speech: Speech, figure: Span): boolean {
  const { speaker, content, isBefore } = speech;
  if (!speaker) return false;
  const to = isBefore ? speaker.to : content.from;
  return isInside(figure, spanOf(tokens, { from: speaker.from, to }));
}

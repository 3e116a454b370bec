import type { Claimant } from '#domain/claims/reading';
import { interviewed, type Label } from './labels';

/** As many questions with an answer each as make an interview. */
const FEWEST = 3;
const FIRST_PERSON = /(?<![\p{L}’'“"])(?:I|[Ww]e|[Mm]y|[Oo]ur)(?=['’ ])/gu;

type Paragraph = { readonly start: number; readonly text: string };

/**
 * The questions and answers of an interview whose labels or bold type were lost: paragraphs that end
 * with a question mark, and those after them, of the one person whom the words above name as
 * interviewed.
 *
 * @returns none for another text, and where it is not sure who is interviewed
 */
export function readQuestions(text: string): readonly Label[] {
  const paragraphs = paragraphsOf(text);
  const first = paragraphs.findIndex(isQuestion);
  if (first < 1) return [];
  const answered = paragraphs.filter(
    (paragraph, at) =>
      isQuestion(paragraph) && !isQuestion(paragraphs[at + 1] ?? paragraph) && at >= first,
  );
  const opening = paragraphs[first];
  if (answered.length < FEWEST || !opening || !isOwn(text.slice(opening.start))) return [];
  const claimant = interviewed(text.slice(0, opening.start));
  if (!claimant) return [];
  return paragraphs.slice(first).map((paragraph) => toLabel(paragraph, claimant));
}

function paragraphsOf(text: string): readonly Paragraph[] {
  const found: Paragraph[] = [];
  for (const match of text.matchAll(/[^\n]+/g))
    if (match[0].trim()) found.push({ start: match.index, text: match[0].trim() });
  return found;
}

/** A question, also with a few words before it; no rhetorical one in quotation marks. */
const isQuestion = ({ text }: Paragraph): boolean => text.endsWith('?') && text.length < 600;

/** Whether the answers speak as 'I' or 'we'. */
const isOwn = (text: string): boolean => (text.match(FIRST_PERSON)?.length ?? 0) > 2;

const toLabel = (paragraph: Paragraph, claimant: Claimant): Label => ({
  start: paragraph.start,
  end: paragraph.start,
  isQuestion: isQuestion(paragraph),
  claimant: isQuestion(paragraph) ? null : claimant,
});

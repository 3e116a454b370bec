import { listEvidence } from '#data/evidence/evidence';
import { readPublisherTable } from '#data/evidence/publishers';
import { toOrigin } from '#domain/evidence/independence';
import { fromName, withSource } from '#domain/evidence/independence-answer';
import { type SeenOrigin, seeOrigins } from '#domain/evidence/seen-origins';

/** One way in which a source may not be independent, to choose from. */
type IndependenceChoice = {
  readonly value: string;
  readonly label: string;
  /** The words in the copy from which the desk suggests it; null where it suggests nothing. */
  readonly hint: string | null;
};

/** What is asked about the independence of a source on a claim. */
export type IndependenceQuestion = {
  readonly choices: readonly IndependenceChoice[];
  /** Other sources that count as one with it in any case: they have the same publisher. */
  readonly together: readonly string[];
  /** Whether the desk saw something, so that an answer is needed. */
  readonly isAsked: boolean;
};

/** The sources of the evidence on a claim, each once. */
export async function listOtherSources(claimId: string, except: string | null) {
  const evidence = await listEvidence(claimId);
  const sources = new Map(evidence.map(({ source }) => [source.id, source]));
  if (except !== null) sources.delete(except);
  return [...sources.values()];
}

type Asked = {
  readonly id: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** Of its copy; '' while there is none. */
  readonly text: string;
};

/** What the desk asks about the independence of a source, by what it saw in its copy. */
export async function toIndependenceQuestion(
  claimId: string,
  source: Asked,
): Promise<IndependenceQuestion> {
  const others = await listOtherSources(claimId, source.id);
  const publishers = readPublisherTable();
  const own = source.id && toOrigin({ ...source, id: source.id }, publishers);
  const isSame = (other: (typeof others)[number]) => toOrigin(other, publishers) === own;
  const open = others.filter((other) => !isSame(other));
  const seen = seeOrigins(source.text, {
    publisher: source.publisher,
    publishers,
    others: open.map(({ id, publisher }) => ({ documentId: id, publisher })),
  });
  const choices = [
    ...open.map(({ id, title, publisher }) => ({
      value: withSource(id),
      label: `No, it counts as one with ${publisher ? `${publisher}: “${title}”` : `“${title}”`}`,
      hint: hintOf(seen.find(({ documentId }) => documentId === id)),
    })),
    ...seen
      .filter(({ documentId }) => documentId === null)
      .map((each) => ({
        value: fromName(each.name),
        label: `No, it is a story of ${each.name}`,
        hint: hintOf(each),
      })),
  ];
  return {
    // What the desk saw comes first.
    choices: choices.sort((a, b) => Number(b.hint !== null) - Number(a.hint !== null)),
    together: others.filter(isSame).map(({ title }) => title),
    isAsked: seen.length > 0,
  };
}

function hintOf(seen: SeenOrigin | undefined): string | null {
  if (!seen) return null;
  switch (seen.kind) {
    case 'quotes':
      return `The copy quotes ${seen.name}, which is already evidence: “${seen.words}”`;
    case 'names':
      return `The copy names ${seen.name}, which is already evidence: “${seen.words}”`;
    case 'dateline':
      return `The copy is marked as a story of ${seen.name}: “${seen.words}”`;
  }
}

import type { Json } from '../canonical-json';
import { actionInWords, actorInWords } from './events';
import { revisionOf } from './history';

/** An event of a claim, as much as is told of it to somebody who has the claim's page open. */
export type NewsEvent = {
  readonly seq: number;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly after: Json;
};

/** What a page shows of a claim: its revision, and the last event the desk had when it was made. */
export type Shown = { readonly revision: number; readonly seq: number };

/** The parts of a claim's page that a change is seen in. */
export type NewsPlace = 'figures' | 'evidence' | 'verdict' | 'comments' | 'claim';

export type News = {
  /** 'Noor gave a verdict, and 2 more changes'. */
  readonly words: string;
  /** Where the latest of them is seen. */
  readonly place: NewsPlace;
  /** Whether something was taken away, which a page may be about. */
  readonly removes: boolean;
};

/**
 * What others did to a claim since a page of it was made, or null when that is nothing.
 *
 * What moves the claim on is told by its revision, which the page was made from; comments leave the
 * revision alone and are told by their place in the record.
 *
 * @param events  newest first
 * @param by  whose page it is: what they did themselves they know
 */
export function newsOf(events: readonly NewsEvent[], shown: Shown, by: string): News | null {
  const missed = events.filter((event) => event.actorId !== by && isMissed(event, shown));
  const [latest] = missed;
  if (!latest) return null;
  const more = missed.length - 1;
  const others =
    more === 0 ? '' : more === 1 ? ', and one more change' : `, and ${more} more changes`;
  return {
    words: `${actorInWords(latest)} ${actionInWords(latest.action)}${others}`,
    place: placeOf(latest.action),
    removes: missed.some(({ action }) => /\.(?:removed|notFound)$/.test(action)),
  };
}

function isMissed({ seq, after }: NewsEvent, shown: Shown): boolean {
  const revision = revisionOf(after);
  return revision === null ? seq > shown.seq : revision > shown.revision;
}

const PLACES: Readonly<Record<string, NewsPlace>> = {
  figure: 'figures',
  evidence: 'evidence',
  verdict: 'verdict',
  comment: 'comments',
};

const placeOf = (action: string): NewsPlace => PLACES[action.split('.')[0] ?? ''] ?? 'claim';

import { describe, expect, test } from 'vitest';
import { type NewsEvent, newsOf } from './news';

const NOOR = { actorId: 'noor', actorName: 'Noor' };
const ADA = { actorId: 'ada', actorName: 'Ada' };
const event = (
  seq: number,
  action: string,
  revision: number | null,
  actor: { actorId: string | null; actorName: string | null } = NOOR,
): NewsEvent => ({
  seq,
  action,
  after: revision === null ? { body: 'x' } : { revision },
  ...actor,
});

const verdict = event(20, 'verdict.given', 5);
const comment = event(21, 'comment.added', null);

describe('the changes by others since a page was made', () => {
  test.each<[string, NewsEvent[], { revision: number; seq: number }, string | null]>([
    ['nothing', [], { revision: 4, seq: 19 }, null],
    ['a verdict', [verdict], { revision: 4, seq: 19 }, 'Noor gave a verdict (verdict)'],
    [
      'a reading that somebody asked for',
      [event(22, 'claim.readAgain', 5)],
      { revision: 4, seq: 19 },
      'The desk read the article again: this claim changed (claim)',
    ],
    ['a verdict the page shows already', [verdict], { revision: 5, seq: 19 }, null],
    ['a comment', [comment], { revision: 5, seq: 20 }, 'Noor commented (comments)'],
    ['a comment the page shows already', [comment], { revision: 5, seq: 21 }, null],
    [
      // The page was read before the verdict, and the record just after it.
      'a verdict that fell between',
      [verdict],
      { revision: 4, seq: 20 },
      'Noor gave a verdict (verdict)',
    ],
    [
      'several, the latest first',
      [comment, verdict],
      { revision: 4, seq: 19 },
      'Noor commented, and one more change (comments)',
    ],
    [
      'many',
      [event(23, 'figure.corrected', 7), event(22, 'evidence.attached', 6), verdict],
      { revision: 4, seq: 19 },
      'Noor corrected a figure, and 2 more changes (figures)',
    ],
    [
      'of what one did oneself, nothing',
      [event(22, 'claim.edited', 6, ADA)],
      { revision: 5, seq: 21 },
      null,
    ],
    [
      'what the desk did',
      [event(22, 'claim.readAgain', 6, { actorId: null, actorName: null })],
      { revision: 5, seq: 21 },
      'The desk read the article again: this claim changed (claim)',
    ],
  ])('%s', (_, events, shown, expected) => {
    const news = newsOf(events, shown, 'ada');
    expect(news && `${news.words} (${news.place})`).toBe(expected);
  });
});

test('a removal is reported, however long ago it was', () => {
  const shown = { revision: 4, seq: 19 };
  const events = [event(23, 'claim.edited', 7), event(22, 'evidence.removed', 6)];
  expect(newsOf(events, shown, 'ada')?.removes).toBe(true);
  expect(newsOf([verdict], shown, 'ada')?.removes).toBe(false);
});

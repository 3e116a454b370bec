import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findMentions,
  notificationsOfComment,
  notificationsOfResolution,
  toCommentBody,
  toCommentRuns,
} from './comment';

const PEOPLE = [
  { id: 'ada', name: 'Ada Brandt' },
  { id: 'noor', name: 'Noor Aziz' },
  { id: 'noor2', name: 'Noor Baker' },
  { id: 'li', name: 'Li' },
  { id: 'lin', name: 'Li Na' },
  { id: 'zoe', name: 'Zoë O’Hara-Muñoz' },
  { id: 'omar', name: 'عمر خالد' },
  { id: 'dot', name: 'J. R. (Bob) *' },
  { id: 'lukasz', name: 'Łukasz Wójcik' },
  { id: 'jose', name: 'Jose Ruiz' },
  { id: 'josé', name: 'José Ruiz' },
  { id: 'bj1', name: 'Björn Dahl' },
  { id: 'bj2', name: 'Bjørn Eide' },
];

describe('the people whom a comment mentions', () => {
  test.each<[string, string[]]>([
    ['@Ada Brandt, please look', ['ada']],
    ['@ada brandt', ['ada']],
    ['@ADA  Brandt!', ['ada']],
    ['@Ada: the log counts 118', ['ada']],
    ['ask (@Ada) or @Ada’s colleague', ['ada', 'ada']],
    ['@Ada.', ['ada']],
    ['first line\n@Ada\nlast line', ['ada']],
    // Two people have this first name: only a whole one says which.
    ['@Noor, what do you think?', []],
    ['@Noor Aziz and @Noor Baker', ['noor', 'noor2']],
    ['@Noor Azizi', []],
    // The longest name there is.
    ['@Li Na says so', ['lin']],
    ['@Li says so', ['li']],
    ['@Lina says so', []],
    // Addresses are no mentions.
    ['write to ada@example.org or press+@Ada', []],
    ['mail@ada', []],
    ['@ada.example.org', []],
    ['@Ada@mastodon.example', []],
    ['https://social.example/@Ada', []],
    ['@@Ada', []],
    ['@Ada-Marie and @Ada_B', []],
    ['@ Ada Brandt', []],
    ['Ada Brandt', []],
    ['@Nobody', []],
    // Letters of any writing, and signs that mean something in a pattern.
    ['@Zoë O’Hara-Muñoz?', ['zoe']],
    ['@ZOË o’hara-muñoz', ['zoe']],
    ['@zoë', ['zoe']],
    // As keyboards without these letters have them.
    ["@zoe o'hara-munoz what about it?", ['zoe']],
    ['@Zoe, and @łukasz, and @LUKASZ', ['zoe', 'lukasz', 'lukasz']],
    // Two people whom only the accent tells apart: without it, the one who has none is meant.
    ['@Jose Ruiz and @José Ruiz', ['jose', 'josé']],
    ['@Bjorn', []],
    ['@عمر خالد، انظر', ['omar']],
    ['@J. R. (Bob) * and on', ['dot']],
  ])('%j: %j', (body, ids) => {
    expect(findMentions(toCommentBody(body), PEOPLE).flatMap((mention) => mention.ids)).toEqual(
      ids,
    );
  });

  test('are found in composed and decomposed letters alike', () => {
    const body = toCommentBody('@Zoe\u0308');
    expect(findMentions(body, PEOPLE)).toEqual([{ start: 0, end: 4, ids: ['zoe'] }]);
    const decomposed = PEOPLE.map(({ id, name }) => ({ id, name: name.normalize('NFD') }));
    expect(findMentions(body, decomposed)).toHaveLength(1);
  });

  test('are both of two people with the same name', () => {
    const twins = [
      { id: 'a', name: 'Kim Lee' },
      { id: 'b', name: 'kim lee' },
    ];
    expect(findMentions('@Kim Lee', twins)).toEqual([{ start: 0, end: 8, ids: ['a', 'b'] }]);
  });

  test('are none when the comment names nobody', () => {
    expect(findMentions('@Ada', [])).toEqual([]);
    expect(findMentions('@', [{ id: 'x', name: ' ' }])).toEqual([]);
  });
});

describe('the parts of a comment', () => {
  test('mark the names', () => {
    expect(toCommentRuns('See @Ada, please', PEOPLE)).toEqual([
      { start: 0, text: 'See ', isMention: false },
      { start: 4, text: '@Ada', isMention: true },
      { start: 8, text: ', please', isMention: false },
    ]);
    expect(toCommentRuns('', PEOPLE)).toEqual([]);
  });

  test('add up to the comment', () => {
    const piece = fc.constantFrom('@', 'Ada', 'Noor Aziz', ' ', '.', 'ë', '\n', '🪢', '<b>', '@Li');
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        const body = toCommentBody(pieces.join(''));
        const runs = toCommentRuns(body, PEOPLE);
        expect(runs.map(({ text }) => text).join('')).toBe(body);
      }),
    );
  });
});

test('a comment is stored with line feeds, composed letters, and no spaces around it', () => {
  expect(toCommentBody(' one\r\ntwo\0 e\u0301 \n')).toBe('one\ntwo\uFFFD é');
});

test('each participant of a thread gets one notification, except the person who resolved or reopened it', () => {
  const about = { by: 'ada', participants: ['li', 'ada', 'noor', 'li'] };
  expect(notificationsOfResolution({ ...about, isResolved: true })).toEqual([
    { userId: 'li', kind: 'resolved' },
    { userId: 'noor', kind: 'resolved' },
  ]);
  expect(notificationsOfResolution({ ...about, isResolved: false })).toEqual([
    { userId: 'li', kind: 'openedAgain' },
    { userId: 'noor', kind: 'openedAgain' },
  ]);
});

describe('the people who are notified of a comment', () => {
  const notified = (about: Partial<Parameters<typeof notificationsOfComment>[0]>) =>
    notificationsOfComment({
      by: 'ada',
      mentioned: [],
      assigneeId: null,
      authorId: null,
      participants: [],
      ...about,
    }).map(({ userId, kind }) => `${userId}: ${kind}`);

  test.each<[string, Partial<Parameters<typeof notificationsOfComment>[0]>, string[]]>([
    ['nobody', {}, []],
    ['whoever holds the claim', { assigneeId: 'noor' }, ['noor: commented']],
    ['the author of the verdict', { authorId: 'noor' }, ['noor: commented']],
    ['the others in the thread', { participants: ['ada', 'li', 'li'] }, ['li: commented']],
    ['whoever is mentioned', { mentioned: ['noor'] }, ['noor: mentioned']],
    [
      'each once, by what concerns them most',
      { mentioned: ['noor'], assigneeId: 'noor', authorId: 'noor', participants: ['noor'] },
      ['noor: mentioned'],
    ],
    ['never the writer', { mentioned: ['ada'], assigneeId: 'ada', authorId: 'ada' }, []],
  ])('%s', (_, about, expected) => {
    expect(notified(about)).toEqual(expected);
  });
});

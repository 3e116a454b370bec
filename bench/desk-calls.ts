import type Database from 'better-sqlite3';
import { findFileDay } from '#data/captures/about-text';
import {
  findCapture,
  findCaptureText,
  findLatestCapture,
  findPreviousCapture,
  listCaptures,
} from '#data/captures/captures';
import { findDifference } from '#data/captures/differences';
import { findInterruptedSince, findNextTry, leaseNextCapture } from '#data/captures/queue';
import { findStoredBytes } from '#data/captures/retake';
import { recordDueRecaptures } from '#data/captures/schedule';
import { countListed, listClaims } from '#data/claims/claim-list';
import {
  countByStatus,
  findClaim,
  findClaimByNumber,
  listClaimStarts,
  listClaimsInText,
} from '#data/claims/claims';
import { findEngineReading } from '#data/claims/figures';
import { findLastSeq, findLiveClaim, listNewsEvents } from '#data/claims/live';
import { listClaimantNames } from '#data/claims/parties';
import { write } from '#data/database/db';
import { suggestSimilar } from '#data/documents/alike';
import {
  countElsewhere,
  findArticleCaptures,
  findPlacedClaim,
  listPlacedClaims,
} from '#data/documents/article-captures';
import { findArticleStanding } from '#data/documents/article-plan';
import {
  findArticle,
  findUnreadArticle,
  listArticles,
  listArticleTitles,
} from '#data/documents/articles';
import { listOpenLinks } from '#data/documents/document-links';
import {
  findSource,
  listEvidenceFrom,
  listQuotesIn,
  listSourcePage,
  listSources,
} from '#data/documents/sources';
import { findComparedFigures } from '#data/evidence/comparisons';
import { findEvidence, listEvidence } from '#data/evidence/evidence';
import { findEvidenceFigure } from '#data/evidence/evidence-figures';
import { findPublisher, listPublishers } from '#data/evidence/publishers';
import { findWaitingQuote } from '#data/evidence/waiting-quotes';
import {
  countUnread,
  findNotification,
  listNotifications,
  recordAllRead,
  recordOpened,
} from '#data/notices/notifications';
import { notifyOfOverdue } from '#data/notices/overdue';
import { addWaitingNotifications } from '#data/notices/waiting';
import { findInvitation, listOpenInvitations } from '#data/people/invitations';
import { findResetLink } from '#data/people/password-reset';
import { findPerson, findPersonByEmail, listAssignedClaims, listPeople } from '#data/people/people';
import { findReading, listUnfinishedReadings } from '#data/readings/readings';
import { findLastReading } from '#data/readings/reread';
import { eachStoredClaims } from '#data/readings/stored-claims';
import { listAnchorBreaks } from '#data/record/anchor-breaks';
import { findSafety } from '#data/record/backups';
import { ALL_OF_IT, countHistory, listActors, listHistory } from '#data/record/history';
import { listClaimEvents } from '#data/record/record-events';
import {
  findArticleToLookAt,
  listLookAgain,
  listOverdue,
  listQueue,
  listUnassigned,
  listWaiting,
} from '#data/reports/desk-lists';
import { countDesk } from '#data/reports/desk-numbers';
import { listSavedViews } from '#data/reports/saved-views';
import { findCameBack } from '#data/review/came-back';
import { listMentionable, listThreads } from '#data/review/comments';
import { listFilledWords } from '#data/review/filled-words';
import { findReviewedClaim } from '#data/review/gate-facts';
import { listApprovers, listAssignees } from '#data/review/planning';
import { findRating, listAllRatings, listRatings } from '#data/review/ratings';
import { findNextClaim } from '#data/review/reshape';
import { type Chosen, planEach, takeStepOnEach } from '#data/review/selection';
import { findSubmission } from '#data/review/submissions';
import { findGates } from '#data/review/take-step';
import { listVerdicts } from '#data/review/verdicts';
import { listFound } from '#data/search/found-rows';
import { countHits, findClaimByCode, listHits } from '#data/search/search-desk';
import { listRefusedSignIns, recordRefusedSignIn } from '#data/sign-in/refused';
import { findChallenged, findSealed } from '#data/sign-in/sealed';
import { findOpenSession, listSessions } from '#data/sign-in/sessions';
import { beginTry, endTry } from '#data/sign-in/tries';
import { createSampleActivity } from '#data/testing/test-record';
import { findHead, findLastVerification } from '#data/verification/recorded';
import {
  CLAIM_SORTS,
  type ClaimFilter,
  type ClaimSort,
  NO_FILTER,
} from '#domain/claims/claim-list';
import { toBands, toSignature } from '#domain/documents/same-text';
import { SEARCH_KINDS, toSearchWords } from '#domain/search/search';

const TODAY = '2026-11-30';
const PAGE = 50;
/** Words that most texts of a filled desk have. */
const SEARCH = { words: toSearchWords('the'), seesConfidential: false };
const ENDS = { after: null, before: null };

/**
 * What pages, actions and jobs ask the data for, each by a name: of a claim that is out, and of the article,
 * the source and the person that have the most. Last is everything that can be done at a desk, once.
 */
export function callsOf(db: Database.Database): Record<string, () => unknown> {
  const one = (sql: string) => db.prepare(sql).pluck().get() as never;
  const claimId: string = one(
    `SELECT "claimId" FROM "Verdict" v JOIN "Claim" c ON c."id" = v."claimId" WHERE c."status" = 'published' ORDER BY v."id" LIMIT 1`,
  );
  const number: number = one(`SELECT "number" FROM "Claim" WHERE "id" = '${claimId}'`);
  const articleId: string = one(
    `SELECT "articleId" FROM "Claim" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const articleCapture: string = one(
    `SELECT "id" FROM "Capture" WHERE "documentId" = '${articleId}'`,
  );
  const sourceId: string = one(
    `SELECT "documentId" FROM "Evidence" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const captureId: string = one(
    `SELECT "captureId" FROM "Evidence" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const evidenceId: string = one(`SELECT "id" FROM "Evidence" WHERE "claimId" = '${claimId}'`);
  const personId: string = one(
    `SELECT "assigneeId" FROM "Claim" WHERE "assigneeId" IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  const notificationId: string = one(
    `SELECT max("id") FROM "Notification" WHERE "userId" = '${personId}'`,
  );
  const rare: string = one(
    `SELECT "ratingKey" FROM "Claim" WHERE "ratingKey" IS NOT NULL GROUP BY 1 ORDER BY count(*) LIMIT 1`,
  );
  const chosen = db
    .prepare<[], Chosen>(
      `SELECT "number", "revision" FROM "Claim" WHERE "status" = 'suggested' LIMIT 20`,
    )
    .all();
  const page = (filter: Partial<ClaimFilter>, sort: ClaimSort = 'newest') =>
    listClaims({ ...NO_FILTER, ...filter }, sort, { at: 'first' }, PAGE);
  const histories = {
    'a claim': { claimId },
    'a source': { documentId: sourceId },
    'a person': { personId },
  } as const;
  return {
    'list of anchor breaks': () => listAnchorBreaks(),
    'copies of an article': () => findArticleCaptures(articleId),
    'claims in an older copy': () => countElsewhere(articleId),
    'claims with a place in a newer copy': () => listPlacedClaims(articleId),
    articles: () => listArticles(ENDS, PAGE),
    'titles of articles': () => listArticleTitles(),
    article: () => findArticle(articleId),
    'standing of an article': () => findArticleStanding(articleId),
    'next claim of an article': async () => {
      const claim = await findClaim(claimId);
      return claim && findNextClaim(claim);
    },
    'unread article': () => findUnreadArticle(articleId),
    safety: () => findSafety(),
    'came back': () => findCameBack(claimId),
    'kept bytes': () => findStoredBytes(captureId),
    'next capture': () => leaseNextCapture('now'),
    'next try': () => findNextTry(),
    'quotes that wait for a copy': () => findWaitingQuote(),
    publishers: () => listPublishers(),
    publisher: () => findPublisher(sourceId),
    'interrupted captures': () => findInterruptedSince(),
    'text of a copy': () => findCaptureText(captureId),
    copies: () => listCaptures(sourceId),
    copy: () => findCapture(sourceId, 1),
    'latest copy': () => findLatestCapture(sourceId),
    'copy before': () => findPreviousCapture(sourceId, 2),
    ...Object.fromEntries(CLAIM_SORTS.map((sort) => [`claims, ${sort}`, () => page({}, sort)])),
    'claims of a status': () => page({ status: 'open' }),
    'claims of a rare verdict': () => page({ verdict: rare }),
    'claims of three filters': () => page({ status: 'published', kind: 'figure', figure: true }),
    'claims of an article': () => page({ article: articleId }),
    'claims of a claimant': () => page({ claimant: 'port' }),
    'claims overdue': () => page({ due: 'overdue' }, 'due'),
    'claims of somebody': () => page({ assignee: personId }),
    'claims with a word': () => page({ words: 'harbour' }),
    'claims with a rare word': () => page({ words: 'zeppelin' }),
    claim: () => findClaim(claimId),
    'filled words of a claim': () => listFilledWords([{ id: claimId, revision: 1 }]),
    'claim by number': () => findClaimByNumber(number),
    'place of a claim': () => findPlacedClaim(articleId, claimId),
    'starts of claims': () => listClaimStarts(articleCapture),
    'claims in a text': () => listClaimsInText(articleCapture, { start: 0, end: 2000 }),
    'statuses of an article': () => countByStatus(articleId),
    threads: () => listThreads(claimId),
    mentionable: () => listMentionable(),
    'compared figures': () => findComparedFigures(claimId),
    'article to look at': () => findArticleToLookAt(),
    'claims to look at again': () => listLookAgain(5),
    'overdue on the desk page': () => listOverdue(TODAY, 5),
    queue: () => listQueue(personId, 5),
    unassigned: () => listUnassigned(5),
    waiting: () => listWaiting(personId, 5),
    'counts of the desk': () => countDesk(TODAY),
    difference: () => findDifference(captureId, captureId),
    'links of a source': () => listOpenLinks(sourceId, true),
    'events of a claim': () => listClaimEvents(claimId),
    evidence: () => findEvidence(evidenceId),
    'evidence of a claim': () => listEvidence(claimId),
    'figure of evidence': () => findEvidenceFigure(claimId, 'none'),
    'reviewed claim': () => findReviewedClaim(claimId),
    'held claims': async () => {
      for await (const _ of eachStoredClaims(articleId, articleCapture));
    },
    'history of the desk': () => listHistory({ desk: true }, ALL_OF_IT, PAGE, true),
    'who did something': () => listActors({ desk: true }),
    'length of the history': () => countHistory({ desk: true }, ALL_OF_IT),
    ...Object.fromEntries(
      Object.entries(histories).flatMap(([name, of]) => {
        const list = (view: Partial<typeof ALL_OF_IT>) =>
          listHistory(of, { ...ALL_OF_IT, ...view }, PAGE, true);
        return [
          [`history of ${name}`, () => list({})],
          [`history of a day, ${name}`, () => list({ day: TODAY })],
          [`history of somebody, ${name}`, () => list({ person: personId })],
          [`history of a kind, ${name}`, () => list({ kind: 'verdicts' })],
          [`who did something, ${name}`, () => listActors(of)],
          [`length of a history, ${name}`, () => countHistory(of, ALL_OF_IT)],
        ];
      }),
    ),
    invitations: () => listOpenInvitations(),
    invitation: () => findInvitation('a'.repeat(43)),
    'last event': () => findLastSeq(claimId),
    'live claim': () => findLiveClaim(number),
    'news of a claim': () => listNewsEvents(claimId),
    notifications: () => listNotifications(personId, { after: null, size: PAGE }),
    'notifications, a later page': () =>
      listNotifications(personId, { after: { id: notificationId, isRead: true }, size: PAGE }),
    unread: () => countUnread(personId),
    notification: () => findNotification(notificationId, personId),
    claimants: () => listClaimantNames(),
    'reset link': () => findResetLink('a'.repeat(43)),
    people: () => listPeople(),
    person: () => findPerson(personId),
    'person by address': () => findPersonByEmail('ada@example.org'),
    'claims of a person': () => listAssignedClaims(personId, 50),
    assignees: () => listAssignees(),
    approvers: () => listApprovers(personId),
    submission: () => findSubmission(claimId),
    'claims that wait, for a new editor': () =>
      write(async (tx) => addWaitingNotifications(tx, { id: personId, role: 'editor' })),
    'reading of a figure': () => findEngineReading('none'),
    ratings: () => Promise.all([listRatings(), listAllRatings(), findRating('true')]),
    reading: () => findReading(articleId),
    'unfinished readings': () => listUnfinishedReadings(),
    head: () => findHead(),
    'last verification': () => findLastVerification(),
    'refused sign-ins': () => listRefusedSignIns(PAGE),
    'last reading': () => findLastReading(articleId),
    gates: () => findGates(claimId, personId),
    sealed: () => Promise.all([findSealed(personId), findChallenged('none')]),
    sessions: () => listSessions(personId),
    session: () => findOpenSession('none'),
    source: () => findSource(sourceId),
    'sources to choose': () => listSources(),
    'the day of a file': () => findFileDay(sourceId),
    'saved views': () => listSavedViews(personId),
    'a list counted': () => countListed({ ...NO_FILTER, assignee: personId }),
    'claims in the order of a text': () => page({ article: articleId }, 'inText'),
    'a search': () => countHits(SEARCH),
    'a search by code': () => findClaimByCode('C-0142'),
    ...Object.fromEntries(
      SEARCH_KINDS.map((kind) => [
        `a search of one kind: ${kind}`,
        () => listFound(listHits(kind, SEARCH, 0, PAGE)),
      ]),
    ),
    'a page of sources': () => listSourcePage({ words: null, seesConfidential: true }, ENDS, PAGE),
    'sources with a word': () =>
      listSourcePage({ words: 'port', seesConfidential: true }, ENDS, PAGE),
    'quotes in a copy': () => listQuotesIn(captureId),
    'evidence from a source': () => listEvidenceFrom(sourceId),
    verdicts: () => listVerdicts(claimId, true),
    'the hourly look for due claims': () => notifyOfOverdue(),
    'the hourly look for due copies': () => recordDueRecaptures(),
    'opened notification': () => recordOpened(notificationId, personId),
    'all notifications read': () => recordAllRead(personId, 'zzz'),
    'tries of signing in': async () => {
      const trying = { email: 'ada@example.org', client: '127.0.0.1' };
      await beginTry(trying);
      await endTry(trying);
      await recordRefusedSignIn({ email: trying.email, client: trying.client });
    },
    'steps with a selection': () =>
      takeStepOnEach(chosen, { step: 'accept' }, { userId: personId, via: 'ui', role: 'editor' }),
    'plans for a selection': () =>
      planEach(chosen, { priority: 'high' }, { userId: personId, via: 'ui', role: 'editor' }),
    'everything that is done at a desk, once': () => createSampleActivity(),
    'the look for sources alike': () =>
      suggestSimilar({
        bandsOf: async (text) => toBands(toSignature(text)),
        derived: async () => null,
      }),
  };
}

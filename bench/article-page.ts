import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { endOnRefusal } from '../bin/refusal.mjs';
import { readSettings } from '../bin/settings.mjs';
import { makeClaims } from './make-claims';
import { timePage } from './page-times';

/** Of the desk around the article. */
const CLAIMS = 500;

/**
 * `npx tsx bench/article-page.ts [--suggestions 60] [--runs 100]`: how long the server takes for the
 * page of an article with that many suggestions. Ends with 1 when the target is missed.
 */
async function measure(): Promise<void> {
  const { values } = parseArgs({
    options: {
      suggestions: { type: 'string', default: '60' },
      runs: { type: 'string', default: '100' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'));
  const settings = readSettings({ DATA_DIR: folder });
  try {
    await makeClaims(settings.dataDir, CLAIMS);
    process.env.DATABASE_URL = settings.databaseUrl;
    process.env.DATA_DIR = settings.dataDir;
    const { articleId, found } = await addArticle(Number(values.suggestions));
    await timePage(settings.dataDir, `/articles/${articleId}`, {
      what: `${found} suggestions`,
      runs: Number(values.runs),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An article with a paragraph for each suggestion, read by the engine. */
async function addArticle(suggestions: number): Promise<{ articleId: string; found: number }> {
  const { closeDatabase } = await import('#data/database/db');
  const { recordArticle } = await import('#data/documents/articles');
  const { recordFirstReading } = await import('#data/readings/readings');
  const { THE_DESK } = await import('#data/record/record-events');
  const { extract } = await import('#engine/extract');
  const paragraphs = Array.from(
    { length: suggestions },
    (_, n) =>
      `The harbour of Northhaven spent about ${n + 2} million euros on quay ${n + 1} in 2024, ${(n % 9) + 2} per cent more than in 2023.`,
  );
  const text = `Northhaven counts its quays\n\n${paragraphs.join('\n\n')}\n`;
  const details = {
    title: 'Northhaven counts its quays',
    publisher: 'The Northhaven Courier',
    author: null,
    url: null,
    publishedOn: '2026-11-30',
    language: 'en',
  };
  const articleId = uuidv7();
  const recorded = await recordArticle({ id: articleId, details, raw: text, text }, THE_DESK);
  if (!recorded.ok) throw new Error('The article is there already.');
  const reading = extract(text, details);
  const { captureId } = recorded.value;
  await recordFirstReading({ articleId, captureId, text, reading }, THE_DESK);
  await closeDatabase();
  return { articleId, found: reading.claims.length };
}

await endOnRefusal(measure);

import { v7 as uuidv7 } from 'uuid';
import type { Claimant } from '#domain/claims/reading';
import { foldForSearch } from '#domain/text';
import { prepared, type Tx } from '../database/db';
import { type EventDraft, event } from '../record/record-events';

/**
 * The party of this name, or a new one, with its event. Two people with one name share a party
 * until somebody distinguishes them.
 *
 * @param inRole  whether it must have this very role: a mayor who is a minister by now is another
 *   party, since earlier statements were made in the other role
 */
export async function findOrAddParty(
  tx: Tx,
  claimant: Claimant,
  inRole = false,
): Promise<{ id: string; role: string | null; events: EventDraft[] }> {
  const known = await tx.party.findFirst({
    where: { name: claimant.name, ...(inRole && { role: claimant.role }) },
    orderBy: { id: 'asc' },
    select: { id: true, role: true },
  });
  if (known) return { ...known, events: [] };
  const id = uuidv7();
  const { name, kind, role } = claimant;
  await tx.party.create({ data: { id, name, kind, role } });
  return { id, role, events: [event('party.added', id, { after: { name, kind, role } })] };
}

const SUGGESTIONS = 50;

/** Names to offer where a claimant is typed: those who make the most recent claims. */
export function listClaimantNames(): string[] {
  const names = prepared<[number], string>('SELECT "name" FROM "Party" ORDER BY "id" DESC LIMIT ?')
    .pluck()
    .all(SUGGESTIONS);
  return [...new Set(names)].sort(inAlphabet.compare);
}

// Made once: comparing by the name of a locale would make its rules again for each pair.
const inAlphabet = new Intl.Collator('en');

const MOST_PARTIES = 500;

/** The fewest letters that the index of names can look up. */
const LOOKED_UP = 3;

/**
 * The ids of the parties with these words in their names, whatever their accents and capitals; at
 * most 500.
 */
export function listPartyIds(words: string): string[] {
  const folded = foldForSearch(words);
  // Counted as SQLite counts, not as JavaScript does.
  const isLookedUp = [...folded].length >= LOOKED_UP;
  const match = isLookedUp ? [`"${folded.replaceAll('"', '""')}"`] : [];
  // Names without accents are folded by SQLite itself, several times as fast as by a function of ours.
  return prepared<(string | number)[], string>(
    `SELECT "id" FROM "Party" WHERE
      ${isLookedUp ? '"id" IN (SELECT id FROM party_names WHERE name MATCH ?) AND' : ''}
      instr(iif(octet_length("name") > length("name"), folded("name"), lower("name")), ?) > 0 LIMIT ?`,
  )
    .pluck()
    .all(...match, folded, MOST_PARTIES);
}

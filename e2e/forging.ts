import { readFileSync } from 'node:fs';
import type { APIResponse, Page } from 'playwright/test';

/** A server action as the build lists it. */
export type BuiltAction = {
  readonly id: string;
  /** 'app/claims/[claimId]/edit/actions.ts#editClaim' */
  readonly name: string;
  /** A page that carries it. */
  readonly page: string;
};

/** Every server action of the desk that is running. */
export function listBuiltActions(): BuiltAction[] {
  const manifest = JSON.parse(
    readFileSync(
      new URL('../.next/server/server-reference-manifest.json', import.meta.url),
      'utf8',
    ),
  ) as {
    node: Record<
      string,
      { filename: string; exportedName: string; workers: Record<string, unknown> }
    >;
  };
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: `${filename}#${exportedName}`,
    page: Object.keys(workers)[0] ?? '',
  }));
}

/** The fields of a form, and the values that the page bound to its action. */
export type Forged = {
  readonly path: string;
  readonly bound?: readonly unknown[];
  readonly fields: Readonly<Record<string, string>>;
  /** An action that is given its form alone, without the state of a form before it. */
  readonly isBare?: boolean;
};

const NO_STATE = { values: {}, fieldErrors: {}, formErrors: [], changes: [] };

/** Calls an action past the interface, as the browser's own script would. */
export async function forge(
  page: Page,
  action: BuiltAction,
  { path, bound = [], fields, isBare = false }: Forged,
): Promise<APIResponse> {
  const address = process.env.E2E_ADDRESS ?? '';
  // The form's own fields come first, as in a browser; the arguments refer to them.
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(`_1_${name}`, value);
  const args = [...bound, ...(isBare ? [] : [NO_STATE]), '$K1'];
  body.append('0', JSON.stringify(args));
  return page.request.post(`${address}${path}`, {
    headers: { 'next-action': action.id, accept: 'text/x-component', origin: address },
    multipart: body,
    maxRedirects: 0,
  });
}

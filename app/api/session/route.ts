import { permittedOr } from '#accounts/permitted';

/** Whether there is still a session: asked before a form with much in it is sent. */
export async function GET(): Promise<Response> {
  const { refused } = await permittedOr('desk.read');
  return refused ?? new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}

import { permittedOr } from '#accounts/permitted';
import { countUnread } from '#data/notices/notifications';
import { glanceAtDueDates } from '#data/notices/overdue';

/** How many notifications somebody has not read: asked by open pages now and then. */
export async function GET() {
  const { by, refused } = await permittedOr('account.own');
  if (refused) return refused;
  glanceAtDueDates();
  return Response.json(
    { unread: countUnread(by.id) },
    { headers: { 'cache-control': 'no-store' } },
  );
}

/**
 * The desk's own address as browsers open it, 'https://desk.example', for links to hand over. The server
 * says it, by PUBLIC_URL: what a request says of itself anybody may have written.
 */
export function originOf(headers: Headers): string {
  const origin = headers.get('x-plumbline-origin');
  if (!origin) throw new Error('No address of the desk: start it with npm start.');
  return origin;
}

import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { findSignedIn } from '#accounts/signed-in';
import { countUnread } from '#data/notices/notifications';
import { isPermitted } from '#domain/people/permission';
import { timeZone } from '#process/time-zone';
import { KeepFocus } from '#ui/keep-focus';
import { DeskKeys } from '#ui/keys';
import { Link } from '#ui/link';
import { Mark } from '#ui/mark';
import { Menu, MenuButton } from '#ui/menu';
import { Navigation } from '#ui/navigation';
import { SearchLink } from '#ui/search-link';
import { UnreadLink } from '#ui/unread-link';
import { signOut } from './sign-out/actions';
import './globals.css';

// Every page reads the desk's database: none may be built once and frozen.
export const dynamic = 'force-dynamic';

export const metadata: Metadata = {
  title: { template: '%s · Plumbline', default: 'Plumbline' },
  description: 'A fact-checking desk.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

const serif = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
      style: 'normal',
    },
  ],
  weight: '200 900',
  variable: '--serif',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
});

const sans = localFont({
  src: '../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--sans',
  display: 'swap',
  adjustFontFallback: 'Arial',
});

export default async function Layout({ children }: { children: ReactNode }) {
  const person = await findSignedIn();
  return (
    <html lang="en" data-time-zone={timeZone()} className={`${serif.variable} ${sans.variable}`}>
      <body>
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <header className="masthead">
          <Link className="brand" href="/">
            <Mark />
            <span>Plumbline</span>
          </Link>
          {person && (
            <>
              <Menu>
                <Navigation
                  canVerify={isPermitted(person.role, 'record.verify')}
                  canManage={isPermitted(person.role, 'people.manage')}
                />
                <div className="who">
                  <Link href="/account">{person.name}</Link>
                  <form action={signOut}>
                    <button type="submit">Sign out</button>
                  </form>
                </div>
              </Menu>
              <div className="tools">
                <SearchLink />
                <UnreadLink unread={countUnread(person.id)} />
                <DeskKeys />
                <MenuButton />
              </div>
            </>
          )}
        </header>
        {children}
        <KeepFocus />
      </body>
    </html>
  );
}

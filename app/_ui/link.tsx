import NextLink, { type LinkProps } from 'next/link';
import type { ReactNode } from 'react';
import { LoadingMark } from './loading-mark';

/**
 * A link to a page of the desk, which is asked for when somebody follows it. Next would ask ahead
 * for every page whose link comes into view; but the desk's pages are made anew each time, so that
 * nothing of them can come ahead, and the desk would be busy while somebody waits.
 */
export function Link<RouteType>({
  children,
  ...props
}: LinkProps<RouteType> & { children?: ReactNode }) {
  return (
    <NextLink {...(props as LinkProps<RouteType>)} prefetch={false}>
      {children}
      <LoadingMark />
    </NextLink>
  );
}

import { cut } from '../text';
import type { CaptureOrigin } from './document';
import { firstLine } from './title';

/**
 * What an article is called until somebody says otherwise, or its copy is read: by its address, its
 * file, or the first line of its text.
 */
export function titleOf(title: string | null, origin: CaptureOrigin): string {
  if (title) return title;
  switch (origin.method) {
    case 'fetch':
      return cut(origin.url, 300);
    case 'upload':
      return origin.fileName ?? 'A file';
    case 'paste':
      return firstLine(origin.text);
  }
}

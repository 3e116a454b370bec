/** What kind of document an article or a source is. */
export const DOCUMENT_KINDS = [
  'article',
  'report',
  'dataset',
  'study',
  'record',
  'statement',
  'social',
  'image',
  'video',
  'interview',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_KIND_LABELS: Record<DocumentKind, string> = {
  article: 'Article',
  report: 'Report',
  dataset: 'Dataset',
  study: 'Study',
  record: 'Record or register',
  statement: 'Statement or press release',
  social: 'Post on a social network',
  image: 'Picture',
  video: 'Video or broadcast',
  interview: 'Interview or call',
};

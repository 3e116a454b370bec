import type { Span, Tool } from './tool';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentences(text: string): Span[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
}

export const intlSegmenter: Tool = { name: 'Intl.Segmenter', packages: [], sentences };

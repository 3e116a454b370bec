import type { Tool, ToolSpan } from './tool';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

function sentences(text: string): ToolSpan[] {
  return Array.from(segmenter.segment(text), ({ index, segment }) => ({
    start: index,
    end: index + segment.length,
  }));
}

export const intlSegmenter: Tool = { name: 'Intl.Segmenter', packages: [], sentences };

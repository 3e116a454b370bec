import { en, type ParsedComponents } from 'chrono-node';
import { paragraphs, type Tool, type ToolDate } from './tool';

/**
 * Its casual English reading, which also finds "yesterday" and "last month"; without times of day and
 * "for two weeks", which name no date. By paragraphs: across them it joins what does not belong together.
 */
function dates(text: string, published: string | null): ToolDate[] {
  // Noon, so that no time zone moves the day; a date without a year is one near the reference.
  const reference = published ? new Date(`${published}T12:00:00`) : undefined;
  return paragraphs(text).flatMap((paragraph) =>
    en.casual
      .parse(paragraph.text, reference)
      .filter(({ start, text: surface }) => !isTimeOfDay(start) && !/^for\b/i.test(surface))
      .map((found) => {
        const start = toDay(found.start);
        const end = found.end ? toDay(found.end) : null;
        return {
          start: paragraph.start + found.index,
          end: paragraph.start + found.index + found.text.length,
          value: end !== null && end !== start ? `${start}/${end}` : start,
        };
      }),
  );
}

const isTimeOfDay = (found: ParsedComponents) =>
  found.isCertain('hour') &&
  !(['weekday', 'day', 'month'] as const).some((part) => found.isCertain(part));

/** As fine as the words are: "June 2024" is a month, and it says which parts it only supposes. */
function toDay(found: ParsedComponents): string {
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) =>
    String(found.get(part) ?? 0).padStart(part === 'year' ? 4 : 2, '0'),
  );
  if (found.isCertain('day') || found.isCertain('weekday')) return `${year}-${month}-${day}`;
  if (found.isCertain('month')) return `${year}-${month}`;
  if (found.isCertain('year')) return `${year}`;
  return `${year}-${month}-${day}`;
}

export const chrono: Tool = {
  name: 'chrono',
  packages: ['chrono-node'],
  dates,
  resolvesDates: true,
};

/** How a spreadsheet shows a number. */
export type NumberFormat = (value: number) => string;

/** The formats that a workbook names by number alone. @see ECMA-376-1, 18.8.30, numFmt. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'yyyy-mm-dd',
  17: 'yyyy-mm',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};

const DAY_MS = 86_400_000;

/**
 * Reads a format as a workbook writes it, '#,##0.0 "t"'. Days come out as 2025-05-01, whichever order the
 * format has: a day in figures alone would be read one way here and another there.
 *
 * @param from1904  the workbook counts days from 1904, and not from 1900
 */
export function toNumberFormat(id: number, code: string | null, from1904: boolean): NumberFormat {
  // Of the parts for numbers above, below and at nought the first; no colours, conditions and widths.
  const first = (code ?? BUILT_IN[id] ?? 'General').split(';')[0] ?? '';
  const plain = first.replace(/\[(?!\$|h|m|s)[^\]]*\]|_.|\*./gi, '');
  const letters = plain.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/g, '');
  if (/general/i.test(letters) || !/[0#?ymdhs@]/i.test(letters)) return shortest;
  if (/[ymdhs]/i.test(letters)) return (value) => day(value, letters, from1904);
  const digits = /[0#?][0#?,]*(?:\.([0#?]+),*)?/.exec(letters);
  if (!digits || /[eE][+-]|\/\s*[#?0]/.test(letters)) return shortest;
  const percent = letters.includes('%');
  // A comma behind the last digit leaves out three of them.
  const thousands = /[0#?],[0#?]/.test(digits[0]);
  const most = digits[1]?.length ?? 0;
  const least = digits[1]?.replace(/[#?]/g, '').length ?? 0;
  const scale = /,*$/.exec(digits[0])?.[0].length ?? 0;
  const [before = '', after = ''] = around(plain);
  return (value) => {
    const shown = (Math.abs(value) * (percent ? 100 : 1)) / 1000 ** scale;
    if (shown >= 1e21) return shortest(value);
    const number = shown.toLocaleString('en-US', {
      useGrouping: thousands,
      minimumFractionDigits: Math.min(least, 20),
      maximumFractionDigits: Math.min(most, 20),
    });
    return `${value < 0 ? '-' : ''}${before}${number}${after}`;
  };
}

/** As cells without a format show a number. */
const shortest: NumberFormat = (value) => String(Number(value.toPrecision(15)));

/** What a format writes before and after the digits: '€', ' t', '%'. */
function around(format: string): string[] {
  const shown = format
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
    .replace(/"([^"]*)"|\\(.)/g, (_, quoted = '', one = '') =>
      (quoted + one).replace(/[0#?]/g, ' '),
    );
  const start = shown.search(/[0#?]/);
  const end = shown.length - [...shown].reverse().join('').search(/[0#?]/);
  return [shown.slice(0, start), shown.slice(end).replace(/^,+/, '')].map((part) =>
    part.replace(/[()@]/g, ''),
  );
}

function day(value: number, letters: string, from1904: boolean): string {
  // The workbook believes that 1900 was a leap year: from March on days are one ahead.
  const days = from1904 ? value + 1462 : value < 61 ? value + 1 : value;
  const date = new Date(Math.round((days - 25_569) * DAY_MS));
  const isDay = /[yd]/i.test(letters);
  if (!isDay && /\[h/i.test(letters)) {
    const seconds = Math.round(value * 86_400);
    return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }
  if (Number.isNaN(date.getTime()) || value < 0) return shortest(value);
  const iso = date.toISOString();
  const clock = /[hs]/i.test(letters) ? iso.slice(11, /s/i.test(letters) ? 19 : 16) : '';
  if (!isDay) return clock || (/m/i.test(letters) ? iso.slice(0, 7) : shortest(value));
  const calendar = iso.slice(0, /d/i.test(letters) ? 10 : /m/i.test(letters) ? 7 : 4);
  return [calendar, clock].filter(Boolean).join(' ');
}

const two = (n: number) => String(n).padStart(2, '0');

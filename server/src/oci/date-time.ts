const form =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;

/** Whether a text is a date and time by RFC 3339 section 5.6. */
export function isDateTime(text: string): boolean {
  const match = text.length > 100 ? null : form.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** A date and time that somebody meant by another form. */
export interface DateTimeMeant {
  readonly text: string;
  /** Whether it says no more than what was written: no zone or time of day was made up. */
  readonly isExact: boolean;
}

// Date, time, fraction, zone: ISO 8601 in its wider sense, and what Go and Python print.
const wide =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[Tt_ ]\s*(\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?)?\s*(?:([Zz]|UTC|GMT)|([+-]\d\d):?(\d\d)?(?: [A-Z]{3,5})?)?$/;

/** Reads the usual other ways to write a moment; undefined where what is meant is not plain. */
export function dateTimeMeantBy(text: string): DateTimeMeant | undefined {
  if (text.length > 100) return undefined;
  const trimmed = text.trim();
  if (/^1[0-9]{9}$/.test(trimmed)) return fromEpoch(Number(trimmed) * 1000);
  const match = wide.exec(trimmed);
  if (match === null) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', utc, offset, minutes = '00'] =
    match;
  const zone = offset === undefined || `${offset}:${minutes}` === '+00:00' ? 'Z' : `${offset}:${minutes}`;
  const meant = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone}`;
  const isExact = match[4] !== undefined && (utc !== undefined || offset !== undefined);
  return isDateTime(meant) ? { text: meant, isExact } : undefined;
}

/** Seconds since 1970, as SOURCE_DATE_EPOCH has them. */
function fromEpoch(milliseconds: number): DateTimeMeant {
  return { text: new Date(milliseconds).toISOString().replace('.000Z', 'Z'), isExact: true };
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

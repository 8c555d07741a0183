const form =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$/;

/** Whether a text is an RFC 3339 date-time (section 5.6). */
export function isDateTime(text: string): boolean {
  const match = text.length > 100 ? null : form.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** The RFC 3339 form of a date and time written in another format. */
export interface DateTimeMeant {
  readonly text: string;
  /** No information, such as a time zone or time of day, had to be assumed. */
  readonly isExact: boolean;
}

// Date, time, fraction and zone in ISO 8601 variants and the formats that Go and Python print.
const wide =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[Tt_ ]\s*(\d\d):?(\d\d)(?::?(\d\d)(\.\d+)?)?)?\s*(?:([Zz]|UTC|GMT)|([+-]\d\d):?(\d\d)?(?: [A-Z]{3,5})?)?$/;

/** Parses common non-RFC 3339 formats; undefined if ambiguous. */
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

/** Unix time, as in SOURCE_DATE_EPOCH. */
function fromEpoch(milliseconds: number): DateTimeMeant {
  return { text: new Date(milliseconds).toISOString().replace('.000Z', 'Z'), isExact: true };
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

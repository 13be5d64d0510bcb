/**
 * What `Retry-After` asks for, in milliseconds from `now`; `undefined` when it is absent or makes no sense.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  // Not every runtime takes the blanks around a value away. Of the three forms of a date, that of asctime names no zone.
  const value = (headers.get("retry-after") ?? "").trim().replace(/^\w+ \w+ +\d+ \S+ \d{4}$/, "$& GMT");
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse takes almost anything for a date ("soon 5" is in May 2001); every HTTP-date ends so now.
  const date = /\d GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  return date >= 0 ? Math.max(0, date - now) : undefined;
}

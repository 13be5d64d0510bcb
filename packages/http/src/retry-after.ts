/**
 * What `Retry-After` asks for, in milliseconds from `now`; `undefined` when it is absent or makes no sense.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("retry-after") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse takes almost anything for a date ("soon 5" is in May 2001); every HTTP-date that is still sent ends so.
  const date = /\d GMT$/.test(value) ? Date.parse(value) : Number.NaN;
  return date >= 0 ? Math.max(0, date - now) : undefined;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(\.\d+)?([zZ]|([+-])([01]\d|2[0-3]):([0-5]\d))$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** `full-date` of RFC 3339 section 5.6, with the days that the month really has. */
export function isDate(text: string): boolean {
  return DATE.test(text) && Number(text.slice(8)) <= daysIn(Number(text.slice(0, 4)), Number(text.slice(5, 7)));
}

/** `full-time` of RFC 3339 section 5.6; a leap second only where it is 23:59:60 in UTC. */
export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (match === null) return false;
  if (match[3] !== "60") return true;
  const offset = (Number(match[7] ?? 0) * 60 + Number(match[8] ?? 0)) * (match[6] === "-" ? -1 : 1);
  const minuteOfDay = Number(match[1]) * 60 + Number(match[2]) - offset;
  return (minuteOfDay + 2 * 1440) % 1440 === 1439;
}

/** `date-time` of RFC 3339 section 5.6. */
export function isDateTime(text: string): boolean {
  return (text[10] === "T" || text[10] === "t") && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

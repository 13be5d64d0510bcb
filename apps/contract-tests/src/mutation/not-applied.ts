/**
 * Faults that change nothing of what the suite asks, by name, and why that is all right. Any other one fails the run: it is
 * about something that has another name by now, and would be counted without testing anything.
 */
export const NOT_APPLIED: Readonly<Record<string, string>> = {};

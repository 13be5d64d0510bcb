/** Whether git has left a conflict in a text, for a person to resolve. */
export function hasConflict(text: string): boolean {
  return /^<{7}( |\r?$)/m.test(text);
}

/** A text with a conflict as each side has it; any other as it is. */
export function sidesOf(text: string): readonly string[] {
  if (!hasConflict(text)) return [text];
  const conflict = /^<{7}.*\n([\s\S]*?)(?:^\|{7}.*\n[\s\S]*?)?^={7}\r?\n([\s\S]*?)^>{7}.*\n?/gm;
  return [text.replace(conflict, "$1"), text.replace(conflict, "$2")];
}

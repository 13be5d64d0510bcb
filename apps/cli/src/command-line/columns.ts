const WIDTH = 100;

/** Terms on the left, their explanations on the right, wrapped. */
export function columns(rows: readonly (readonly [term: string, explanation: string])[]): string {
  const indent = Math.max(...rows.map(([term]) => term.length)) + 4;
  return rows
    .map(([term, explanation]) => {
      const [first = "", ...rest] = wrap(explanation, WIDTH - indent);
      const lines = [`  ${term}`.padEnd(indent) + first, ...rest.map((line) => " ".repeat(indent) + line)];
      return lines.map((line) => `${line.trimEnd()}\n`).join("");
    })
    .join("");
}

/** Breaks text between words into lines of at most `width` characters. */
export function wrap(text: string, width: number = WIDTH): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}

/** Lines of code, indented relative to where they will stand. */
export type Lines = readonly string[];

export function indented(lines: Lines): Lines {
  return lines.map((line) => (line === "" ? line : `  ${line}`));
}

/** `head { … }`; nothing at all when there is nothing to put inside. */
export function block(head: string, body: Lines): Lines {
  return body.length === 0 ? [] : [`${head} {`, ...indented(body), "}"];
}

/** A documentation comment; nothing when there is no text. A text cannot end the comment early. */
export function docComment(text: string | undefined): Lines {
  const safe = text?.trim().replaceAll("*/", "*\u200b/");
  if (safe === undefined || safe === "") return [];
  const lines = safe.split(/\r\n?|\n|\u2028|\u2029/);
  return lines.length === 1 ? [`/** ${safe} */`] : ["/**", ...lines.map((line) => ` * ${line}`.trimEnd()), " */"];
}

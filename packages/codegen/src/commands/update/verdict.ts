import type { Impact } from "../../release/diff/impact.ts";

/** Whom an edit of the API breaks, as the rest of a sentence that begins with the edit; empty where nothing was edited. */
export function verdict({ wire, validators, types, surface, docs }: Impact): string {
  const breaksPrograms = wire === "major" || validators === "major";
  const breaksSource = types === "major" || surface === "major";
  if (breaksPrograms && breaksSource) return "breaks running programs and source code";
  if (breaksPrograms) return "breaks running programs; source code still compiles";
  if (breaksSource) return "breaks source code; running programs are not affected";
  if ([wire, validators, types, surface].some((level) => level !== "none")) return "breaks nobody";
  return docs === "none" ? "" : "changes words only";
}

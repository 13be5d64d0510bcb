import type { Operation } from "@earmark/http";

const SHOWN = 10;
const LONGEST_NAME = 60;

/**
 * The header that names the parameters of a query which its operation does not have, so that a filter that finds
 * everything is not taken for one that works. Empty where there are none.
 */
export function ignoredParameters({ parameters }: Operation, url: URL): Readonly<Record<string, string>> {
  const known = parameters.filter((parameter) => parameter.in === "query");
  const isKnown = (sent: string) =>
    known.some(({ name, style }) => sent === name || (style === "deepObject" && sent.startsWith(`${name}[`)));
  const ignored = [...new Set(url.searchParams.keys())].filter((name) => name !== "" && !isKnown(name));
  if (ignored.length === 0) return {};
  // Percent-encoded, since a header can hold neither every character nor a comma in a name.
  const shown = ignored.slice(0, SHOWN).map((name) => encodeURIComponent(name).slice(0, LONGEST_NAME));
  const more = ignored.length - shown.length;
  return { "sandbox-ignored-parameters": [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(", ") };
}

import type { DocumentedExample } from "../document/documented-operation.ts";
import { named, pointAt, type Site } from "../points/claim.ts";
import type { Point } from "../points/point.ts";

/** One point for each example, with its value. */
export function examplePoints(
  examples: readonly DocumentedExample[],
  site: Site,
  subject: string,
): readonly { readonly value: unknown; readonly point: Point }[] {
  return examples.map(({ name, value, cursor }) => {
    const says = name === "example" ? `The example of ${subject}` : `The example ${name} of ${subject}`;
    const claim = { key: `example=${named(name)}`, keyword: "example", label: name, says };
    return { value, point: pointAt(site, { ...claim, dimension: "examples" }, cursor) };
  });
}

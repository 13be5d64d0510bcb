import type { Finding } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Model } from "../model/model.ts";
import { regularExpression } from "../schema/regular-expression.ts";
import type { Schema } from "../schema/schema.ts";
import { pointerBelow, visitSubschemas } from "../schema/walk.ts";

/** Without a choice between two ways, no pattern takes long. */
const CHOICE = /[*+?{]/;

/** A pattern with what bounds the length of the strings that are held to it. */
interface Use {
  readonly pattern: string;
  readonly maxLength: number | undefined;
}

/**
 * Patterns that a hostile string can keep busy for ages: backtracking regular expressions, the only ones that ECMAScript
 * has, try every way to divide a string between repetitions that overlap. Validators use them as the document has them;
 * its author can write a better one.
 */
export async function runawayPatterns(model: Model): Promise<readonly Finding[]> {
  const uses = new Map<string, Use & { readonly pointers: string[] }>();
  for (const { schema, pointer } of model.schemas) {
    for (const { pointer: at, ...use } of patternsOf(schema, pointer)) {
      const key = JSON.stringify([use.pattern, use.maxLength]);
      const known = uses.get(key) ?? { ...use, pointers: [] };
      known.pointers.push(at);
      if (CHOICE.test(use.pattern)) uses.set(key, known);
    }
  }
  if (uses.size === 0) return [];
  // Loaded here because many documents have no such pattern.
  const { worstCost } = await import("./pattern-cost.ts");
  const { Undecided } = await import("./backtracking.ts");
  return [...uses.values()].flatMap(({ pattern, maxLength, pointers }): Finding[] => {
    const of = (message: string, severity?: "info"): Finding[] =>
      pointers.map((pointer) => ({
        pointer,
        message: `/${shortened(pattern)}/ ${message}`,
        ...(severity && { severity }),
      }));
    try {
      const cost = worstCost(regularExpression(pattern), maxLength);
      if (cost === undefined) return [];
      const advice = maxLength === undefined ? "add a maxLength" : "lower the maxLength";
      const time = cost.growth === "bounded" ? `long, for all that maxLength is ${maxLength},` : `${cost.growth} time`;
      const example = shortened(JSON.stringify(cost.string));
      return of(`takes ${time} on a string such as ${example}; make its repetitions exclude each other, or ${advice}`);
    } catch (error) {
      // Groups in groups are gone through by recursion.
      if (!(error instanceof Undecided || error instanceof RangeError)) throw error;
      return of("is not decided: telling whether a string can keep it busy would itself take too long", "info");
    }
  });
}

function shortened(string: string): string {
  return string.length > 200 ? `${string.slice(0, 199)}…` : string;
}

function patternsOf(schema: Schema, pointer: string): readonly (Use & { readonly pointer: string })[] {
  if (typeof schema === "boolean") return [];
  const found: (Use & { readonly pointer: string })[] = [];
  const open: { readonly part: JsonObject; readonly at: string }[] = [{ part: schema, at: pointer }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { part, at } = next;
    const { pattern, patternProperties, maxLength: most } = part;
    const maxLength = typeof most === "number" ? most : undefined;
    if (typeof pattern === "string") found.push({ pattern, maxLength, pointer: pointerTo(at, "pattern") });
    for (const key of isJsonObject(patternProperties) ? Object.keys(patternProperties) : [])
      found.push({ pattern: key, maxLength: undefined, pointer: pointerTo(at, "patternProperties", key) });
    const below: typeof open = [];
    visitSubschemas(part, (subschema, keyword, name) => {
      if (typeof subschema !== "boolean") below.push({ part: subschema, at: pointerBelow(at, keyword, name) });
    });
    open.push(...below.reverse());
  }
  return found;
}

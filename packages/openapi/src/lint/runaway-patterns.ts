import type { Finding } from "../diagnostics/diagnostic.ts";
import { isJsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Model } from "../model/model.ts";
import { regularExpression } from "../schema/regular-expression.ts";
import type { Schema } from "../schema/schema.ts";
import { pointerBelow, visitSubschemas } from "../schema/walk.ts";

/** A repetition without an upper bound; without one, no pattern takes long. */
const UNBOUNDED = /[*+]|\{\d+,\}/;

/**
 * Patterns that a hostile text can keep busy for ages: backtracking regular expressions, the only ones that ECMAScript
 * has, try every way to divide a text between repetitions that overlap. Validators use them as the document has them;
 * whoever wrote it can write a better one.
 */
export async function runawayPatterns(model: Model): Promise<readonly Finding[]> {
  const places = new Map<string, string[]>();
  for (const { schema, pointer } of model.schemas) {
    for (const found of patternsOf(schema, pointer)) {
      if (UNBOUNDED.test(found.pattern))
        places.set(found.pattern, [...(places.get(found.pattern) ?? []), found.pointer]);
    }
  }
  if (places.size === 0) return [];
  // Loaded here because most documents have no such pattern.
  const [{ analyse }, { ambiguousLoop }] = await Promise.all([import("scslre"), import("./ambiguous-loop.ts")]);
  return [...places].flatMap(([pattern, pointers]) => {
    const literal = regularExpression(pattern);
    // A search that begins at every character ("Move") is quadratic at worst, and nearly every unanchored pattern is one.
    const reports = analyse(literal, { reportTypes: { Move: false, Self: true, Trade: true } }).reports;
    const loop = ambiguousLoop(literal);
    if (reports.length === 0 && loop === undefined) return [];
    const exponential = loop !== undefined || reports.some((report) => report.exponential);
    const cost = exponential ? "exponential" : "polynomial";
    const hint = JSON.stringify(reports[0]?.character.pick ?? loop ?? "");
    const message = `/${pattern}/ takes ${cost} time on a long text of ${hint}; make its repetitions exclude each other, or add a maxLength`;
    return pointers.map((pointer) => ({ pointer, message }));
  });
}

function patternsOf(schema: Schema, pointer: string): { readonly pattern: string; readonly pointer: string }[] {
  if (typeof schema === "boolean") return [];
  const own =
    typeof schema.pattern === "string" ? [{ pattern: schema.pattern, pointer: pointerTo(pointer, "pattern") }] : [];
  const keys = isJsonObject(schema.patternProperties) ? Object.keys(schema.patternProperties) : [];
  const ofKeys = keys.map((pattern) => ({ pattern, pointer: pointerTo(pointer, "patternProperties", pattern) }));
  const below: { readonly pattern: string; readonly pointer: string }[] = [];
  visitSubschemas(schema, (part, keyword, name) =>
    below.push(...patternsOf(part, pointerBelow(pointer, keyword, name))),
  );
  return [...own, ...ofKeys, ...below];
}

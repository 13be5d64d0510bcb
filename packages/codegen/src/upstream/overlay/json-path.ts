import type { Json } from "@earmark/openapi";
import { JSONPathEnvironment, JSONPathError } from "json-p3";

/** A JSONPath (RFC 9535): where in a value it leads to. */
export interface JsonPath {
  readonly text: string;
  /** The way to each value that it selects, each once. */
  locations(root: Json): readonly JsonLocation[];
}

/** Keys and indices that lead from the root to a value. */
export type JsonLocation = readonly (string | number)[];

/** A text that is no JSONPath. */
export class JsonPathProblem extends Error {
  override readonly name = "JsonPathProblem";
  readonly code = "json-path";
}

/** How deep `..` looks: deeper than any document is nested, examples included. */
const DEEPEST = 1000;

/** @throws {JsonPathProblem} */
export function jsonPath(text: string): JsonPath {
  try {
    const query = new JSONPathEnvironment({ maxRecursionDepth: DEEPEST }).compile(text);
    return {
      text,
      locations: (root) => {
        // Nothing is changed; the library's types know of no lists and objects that are for reading only.
        const found = query.query(root as Parameters<typeof query.query>[0]).locations();
        return [...new Map(found.map((location) => [JSON.stringify(location), location])).values()];
      },
    };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    // What is between brackets at the end says where, in a way of its own.
    const reason = error.message.replace(/ \('.*$/s, "");
    throw new JsonPathProblem(`${reason} at character ${error.token.index + 1} of ${text}`);
  }
}

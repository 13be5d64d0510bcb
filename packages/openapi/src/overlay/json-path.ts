import { JSONPathEnvironment, JSONPathError } from "json-p3";
import type { Json } from "../json/json.ts";

/** A JSONPath (RFC 9535): where in a value it leads to. */
export interface JsonPath {
  readonly text: string;
  /** The way to each value that it selects, in its order; one that is selected twice is there twice. */
  locations(root: Json): readonly JsonLocation[];
}

/** Keys and indices that lead from the root to a value. */
export type JsonLocation = readonly (string | number)[];

/** Thrown where a string is no JSONPath; the message says what is wrong at which character. */
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
    // Nothing is changed; the library's types know of no lists and objects that are for reading only.
    return { text, locations: (root) => query.query(root as Parameters<typeof query.query>[0]).locations() };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    // What is between brackets at the end says where, in a way of its own.
    const problem = error.message.replace(/ \('.*$/s, "");
    throw new JsonPathProblem(`${problem} at character ${error.token.index + 1} of ${text}`, { cause: error });
  }
}

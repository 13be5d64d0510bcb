import type { JsonObject } from "../json/json.ts";
import { upgradeSwagger } from "../versions/swagger.ts";

export const INFO = { title: "T", version: "1" };
const NOWHERE = { placeOf: () => ({ file: "", line: 1, column: 1 }) };

export function upgraded(parts: object): JsonObject {
  return upgradeSwagger({ swagger: "2.0", info: INFO, paths: {}, ...parts }, NOWHERE).root;
}

/** What becomes of an operation with these fields, in a document with these parts. */
export function operation(fields: object, parts: object = {}, method = "post"): object {
  const { paths } = upgraded({ ...parts, paths: { "/a": { [method]: { responses: {}, ...fields } } } });
  const { responses: _, ...rest } = Object(paths)["/a"][method];
  return rest;
}

export const parameter = (given: object): object => Object(operation({ parameters: [given] })).parameters[0];
export const messages = (parts: object): readonly string[] =>
  upgradeSwagger({ swagger: "2.0", info: INFO, paths: {}, ...parts }, NOWHERE).diagnostics.map(
    ({ rule, pointer, message }) => `${rule} ${pointer} ${message}`,
  );

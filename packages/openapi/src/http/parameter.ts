import type { Parameter } from "../model/model.ts";

/** The styles that OpenAPI defines for each place. @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
export const STYLES: Readonly<Record<Parameter["in"], readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/** @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema */
export function defaultStyle(location: Parameter["in"]): "form" | "simple" {
  return location === "query" || location === "cookie" ? "form" : "simple";
}

import type { Parameter } from "./model.ts";

/** @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema */
export function defaultStyle(location: Parameter["in"]): "form" | "simple" {
  return location === "query" || location === "cookie" ? "form" : "simple";
}

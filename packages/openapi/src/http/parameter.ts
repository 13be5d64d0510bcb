/** The places of parameters; where several have one name, the first counts. */
export const LOCATIONS = ["path", "query", "header", "cookie"] as const;
export type ParameterLocation = (typeof LOCATIONS)[number];

/** The styles that OpenAPI defines for each place. @see https://spec.openapis.org/oas/v3.1.1.html#style-values */
export const STYLES: Readonly<Record<ParameterLocation, readonly string[]>> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

/**
 * What joins the items of a list, other than commas, as Swagger 2.0 calls it, and the style that this is. Later versions have
 * no style for tabs, and these for queries alone.
 *
 * @see https://spec.openapis.org/oas/v2.0.html#parameter-object
 */
export const COLLECTION_FORMATS = { ssv: "spaceDelimited", tsv: "tabDelimited", pipes: "pipeDelimited" } as const;
export type CollectionFormat = keyof typeof COLLECTION_FORMATS;

/** @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema */
export function defaultStyle(location: ParameterLocation): "form" | "simple" {
  return location === "query" || location === "cookie" ? "form" : "simple";
}

/** Whether a list or an object of a style is exploded by default; `deepObject` has no other form. */
export function defaultExplode(style: string): boolean {
  return style === "form" || style === "deepObject";
}

/**
 * The style that a value is written in. In a query, a cookie or a form, what separates items makes no difference where
 * each is a pair of its own.
 */
export function effectiveStyle(location: ParameterLocation, style: string, explode: boolean): string {
  return defaultStyle(location) === "form" && explode && style !== "deepObject" ? "form" : style;
}

/**
 * Whether a header parameter is ignored, since media types or security schemes describe it.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#common-fixed-fields
 */
export function isIgnoredHeader(name: string): boolean {
  return /^(accept|authorization|content-type)$/i.test(name);
}

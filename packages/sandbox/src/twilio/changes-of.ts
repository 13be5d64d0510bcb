import { fieldNames } from "./annotation-fields.ts";

/** `QualityIssues` in requests is `quality_issues` in answers. */
type FieldName<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${Lowercase<First>}${Separated<Rest>}`
  : "";
type Separated<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Separated<Rest>}`
  : "";

type ChangesOf<Body> = { readonly [Name in keyof Body & string as FieldName<Name>]: Body[Name] };

/** The fields of an annotation that a request sets. What it sends beyond them has no place in an annotation. */
export function changesOf<Body extends object>(body: Body): ChangesOf<Body> {
  const changes = Object.entries(body).map(([name, value]) => [fieldName(name), value] as const);
  // Each name is written in the way that `FieldName` says.
  return Object.fromEntries(changes.filter(([name]) => fieldNames.includes(name))) as ChangesOf<Body>;
}

function fieldName(name: string): string {
  return name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
}

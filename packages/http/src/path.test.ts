import { expect, it } from "vitest";
import { fillTemplate, serializePath, serializeStyledPath, templateParts } from "./path.ts";

/** What https://spec.openapis.org/oas/v3.1.1.html#path-templating calls an expression, and what only looks like one. */
const CASES: [template: string, parts: string[], filled: string][] = [
  ["/calls", ["/calls"], "/calls"],
  ["/calls/{sid}", ["/calls/", "sid", ""], "/calls/-sid-"],
  ["/{a}{b}.{c}", ["/", "a", "", "b", ".", "c", ""], "/-a--b-.-c-"],
  ["/{Call Sid}", ["/", "Call Sid", ""], "/-Call Sid-"],
  ["/{a\nb}", ["/", "a\nb", ""], "/-a\nb-"],
  ["/{}/{a}", ["/{}/", "a", ""], "/{}/-a-"],
  ["/{a{b}}", ["/{a", "b", "}"], "/{a-b-}"],
  ["/{a", ["/{a"], "/{a"],
];

it.each(CASES)("the expressions of %j", (template, parts, filled) => {
  expect(templateParts(template)).toEqual(parts);
  expect(fillTemplate(template, (name) => `-${name}-`)).toBe(filled);
});

it.each(CASES)("a client sends what is filled into %j", (template, parts, filled) => {
  const values = Object.fromEntries(parts.filter((_, index) => index % 2 === 1).map((name) => [name, `-${name}-`]));
  const written = filled.replaceAll(/[ \n]/g, encodeURIComponent);
  expect(serializePath(template, values)).toBe(written);
  expect(serializeStyledPath(template, values, [])).toBe(written);
});

it("a value is taken to the letter", () => {
  expect(fillTemplate("/{a}", () => "$& {b}")).toBe("/$& {b}");
});

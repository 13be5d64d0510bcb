import { expect, it } from "vitest";
import { erasedTemplate, expandTemplate, templateNames } from "./path-template.ts";

/** What https://spec.openapis.org/oas/v3.1.1.html#path-templating calls an expression, and what only looks like one. */
it.each<[template: string, names: string[], erased: string, expanded: string]>([
  ["/calls", [], "/calls", "/calls"],
  ["/calls/{sid}", ["sid"], "/calls/{}", "/calls/<sid>"],
  ["/{a}/x/{b}", ["a", "b"], "/{}/x/{}", "/<a>/x/<b>"],
  ["/{a}{b}.{c}", ["a", "b", "c"], "/{}{}.{}", "/<a><b>.<c>"],
  ["/{a}/{a}", ["a", "a"], "/{}/{}", "/<a>/<a>"],
  ["/{Call Sid}", ["Call Sid"], "/{}", "/<Call Sid>"],
  ["/{a/b?c#d}", ["a/b?c#d"], "/{}", "/<a/b?c#d>"],
  ["/{a\nb}", ["a\nb"], "/{}", "/<a\nb>"],
  ["/{😎}", ["😎"], "/{}", "/<😎>"],
  ["/{}", [], "/{}", "/{}"],
  ["/{}/{a}", ["a"], "/{}/{}", "/{}/<a>"],
  ["/{a{b}}", ["b"], "/{a{}}", "/{a<b>}"],
  ["/{{a}}", ["a"], "/{{}}", "/{<a>}"],
  ["/{a", [], "/{a", "/{a"],
  ["/a}", [], "/a}", "/a}"],
  ["https://{host}:{port}/v1", ["host", "port"], "https://{}:{}/v1", "https://<host>:<port>/v1"],
])("the expressions of %j", (template, names, erased, expanded) => {
  expect(templateNames(template)).toEqual(names);
  expect(erasedTemplate(template)).toBe(erased);
  expect(expandTemplate(template, (name) => `<${name}>`)).toBe(expanded);
});

it("an expression without a value stays, and a value is taken to the letter", () => {
  expect(expandTemplate("/{a}/{b}", (name) => (name === "b" ? "$& {a}" : undefined))).toBe("/{a}/$& {a}");
});

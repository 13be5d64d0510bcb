import { visible } from "@earmark/openapi";
import { code, type Facts } from "./finding.ts";

/** A message with its `{placeholders}` filled in; what is quoted in the template stays quoted, whatever it holds. */
export function fillTemplate(template: string, facts: Facts): string {
  return template.replaceAll(/(`?)\{(\w+)\}\1/g, (text, quote: string, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return text;
    return quote === "" ? visible(fact) : code(fact);
  });
}

import type { Facts } from "./finding.ts";

/** A message with its `{placeholders}` filled in. */
export function fillTemplate(template: string, facts: Facts): string {
  return template.replaceAll(/\{(\w+)\}/g, (text, name: string) => facts[name] ?? text);
}

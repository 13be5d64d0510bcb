import type { FormField } from "@earmark/http";

/** A list without the blanks around its commas, which people write, and which no item of a form needs. */
export function tidyList(text: string): string {
  const items = text.split(",");
  return items
    .map((item, index) => (index === 0 ? item : item.trimStart()))
    .map((item, index) => (index === items.length - 1 ? item : item.trimEnd()))
    .join();
}

/** A form of which every list that is joined by commas is tidy. */
export function tidyForm(text: string, fields: Readonly<Record<string, FormField>>): string {
  const pairs = [...new URLSearchParams(text)].map(([name, value]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return [name, field?.type === "array" && field.explode === false ? tidyList(value) : value];
  });
  return String(new URLSearchParams(pairs));
}

/**
 * A template expression: a name in braces, of at least one character, without braces in it. Any other brace stands for
 * itself. Paths and the URLs of servers have the same.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#path-templating
 * @see https://spec.openapis.org/oas/v3.1.1.html#server-object
 */
const EXPRESSION = /\{([^{}]+)\}/g;

/** The names in a template, in its order. `/calls/{sid}` gives `["sid"]`. */
export function templateNames(template: string): readonly string[] {
  return [...template.matchAll(EXPRESSION)].map(([, name = ""]) => name);
}

/** A template without its names, which no caller sees. `/calls/{sid}` gives `/calls/{}`. */
export function erasedTemplate(template: string): string {
  return template.replaceAll(EXPRESSION, "{}");
}

/** A template with its expressions replaced; one stays where `replace` gives undefined. */
export function expandTemplate(template: string, replace: (name: string) => string | undefined): string {
  return template.replaceAll(EXPRESSION, (expression, name: string) => replace(name) ?? expression);
}

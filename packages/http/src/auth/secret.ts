/**
 * What a client option for credentials may be: text, or a function that returns or promises it. A function is called
 * once per call, so that tokens can be refreshed; no timeout applies to it.
 */
export type Secret = string | (() => string | Promise<string>);

/** Reads such an option. Messages never have its value. */
export function readSecret(options: Readonly<Record<string, unknown>>, name: string): Secret | undefined {
  // A scheme may be called `constructor`, which every object inherits.
  const value = Object.hasOwn(options, name) ? options[name] : undefined;
  if (value === undefined || value === "") return undefined;
  if (typeof value === "string" || typeof value === "function") return value as Secret;
  throw new TypeError(`${name} must be text or a function that returns it, received ${typeof value}.`);
}

/** Finds the text. */
export async function resolveSecret(secret: Secret, name: string): Promise<string> {
  const text: unknown = typeof secret === "string" ? secret : await secret();
  if (typeof text === "string" && text !== "") return text;
  throw new TypeError(`${name} must return text, received ${text === "" ? "none" : typeof text}.`);
}

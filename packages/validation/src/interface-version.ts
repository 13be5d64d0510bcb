/**
 * The version of the interface between generated code and its runtime: the definition of a client, what it calls of
 * `@earmark/http`, the signature of checks, and `@earmark/validation/runtime`. Generated code carries the version that it
 * was generated for. Raise it with every change after which older generated code would fail or be wrong.
 */
export const INTERFACE_VERSION = 1;

/**
 * @param runtime The package that generated code has called.
 * @throws {TypeError} when the code was generated for another version.
 */
export function requireInterface(generated: number | undefined, subject: string, runtime: string): void {
  if (generated === INTERFACE_VERSION) return;
  // Code from before there were versions has none.
  const isNewer = Number(generated) > INTERFACE_VERSION;
  throw new TypeError(
    `${subject} was generated for version ${generated ?? 0} of its runtime's interface, ${runtime} has ${INTERFACE_VERSION}: ` +
      `update ${isNewer ? runtime : "the generated package"}.`,
  );
}

/**
 * The version of the interface between generated code and its runtime: the definition of a client, what it calls of
 * `@earmark/http`, the signature of checks, and `@earmark/validation/runtime`. Generated code carries the version that it
 * was generated for. Raise it with every change after which older generated code would fail or be wrong.
 */
export const INTERFACE_VERSION = 2;

/**
 * @param generated What the code carries; code from before there were versions carries none, and was made for the first.
 * @param runtime The package that generated code has called.
 * @throws {TypeError} when the code was generated for another version.
 */
export function requireInterface(generated: number | undefined, subject: string, runtime: string): void {
  const version = generated ?? 1;
  if (version === INTERFACE_VERSION) return;
  const outdated = version > INTERFACE_VERSION ? runtime : "the generated package";
  throw new TypeError(
    `${subject} needs interface ${version} of ${runtime}, which has ${INTERFACE_VERSION}: update ${outdated}.`,
  );
}

/** Text is not a form: a percent sign without two hexadecimal digits, or bytes that are not UTF-8. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  readonly code = "decode";
  /** Where the broken pair begins, in characters from the start. */
  readonly position: number;

  constructor(position: number, options?: ErrorOptions) {
    super(`Not a form: malformed percent-encoding or UTF-8 in the pair at character ${position}.`, options);
    this.position = position;
  }
}

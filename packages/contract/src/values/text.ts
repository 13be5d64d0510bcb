import fc, { type Arbitrary } from "fast-check";

// fast-check's own unit `binary` is the same, and takes a quarter of a second for each use to set up.
const codePoint: Arbitrary<string> = fc
  .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0x10f7ff }))
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

/** Text of so many code points, of any kind: all that can be written in UTF-8. */
export function text(minLength: number, maxLength: number): Arbitrary<string> {
  return fc.string({ unit: codePoint, minLength, maxLength });
}

/** Length in Unicode code points, which is what `minLength` and `maxLength` count; JavaScript's `length` counts UTF-16 units. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = text.length - 1; index > 0; index--) {
    if (isLow(text.charCodeAt(index)) && isHigh(text.charCodeAt(index - 1))) {
      count--;
      index--;
    }
  }
  return count;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

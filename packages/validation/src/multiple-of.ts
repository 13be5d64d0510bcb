/**
 * Exact `multipleOf` for decimals: `4.35` is a multiple of `0.01`, and `1e17` is none of `3`, although floating-point
 * division says otherwise.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(divisor)) return value % divisor === 0;
  if (!Number.isFinite(value)) return false;
  const [a, exponentA] = decimal(value);
  const [b, exponentB] = decimal(divisor);
  const exponent = Math.min(exponentA, exponentB);
  return (a * 10n ** BigInt(exponentA - exponent)) % (b * 10n ** BigInt(exponentB - exponent)) === 0n;
}

/** A number as digits and a power of ten, from its shortest decimal form. */
function decimal(value: number): [digits: bigint, exponent: number] {
  const [mantissa = "", exponent = "0"] = String(Math.abs(value)).split("e");
  const [whole = "", fraction = ""] = mantissa.split(".");
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}

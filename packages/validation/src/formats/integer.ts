/** OpenAPI's `int32`: signed, 32 bits. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}

/**
 * OpenAPI's `int64`: signed, 64 bits. As a double, the greatest one, 2^63 - 1, is 2^63: that is what `JSON.parse` makes
 * of it, so 2^63 passes.
 */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value <= 2 ** 63;
}

/** An `int64` that is still one when it has been written: 2^63 is none. */
export function isSendableInt64(value: number): boolean {
  return isInt64(value) && value < 2 ** 63;
}

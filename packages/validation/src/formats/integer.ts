/** OpenAPI's `int32`: signed, 32 bits. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}

/** OpenAPI's `int64`: signed, 64 bits. A double cannot tell 2^63 - 1 from 2^63, so the upper bound excludes 2^63 itself. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
}

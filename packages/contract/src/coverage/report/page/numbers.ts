/** `98.8 %`, and no decimal where there is nothing behind it. */
export function percent(value: number): string {
  return `${value % 1 === 0 ? value : value.toFixed(1)} %`;
}

/** `1,234`. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

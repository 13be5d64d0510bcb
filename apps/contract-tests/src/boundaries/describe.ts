import { show } from "../violations/show.ts";
import type { RightValue } from "./right-value.ts";

/** A value in the name of a test: `Comment maxLength "xx…"`. */
export function describe({ rule, path, value }: RightValue): string {
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  return [path.join("/"), rule, show(part)].filter((word) => word !== "").join(" ");
}

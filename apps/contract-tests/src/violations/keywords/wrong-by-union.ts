import { accepts } from "../accepts.ts";
import type { Keyword } from "./keyword.ts";

/** What breaks a branch of `anyOf` and fits into no other. A validator may report the branch, or that none fits. */
export const wrongByUnion: Keyword = ({ schema: { anyOf = [] }, example, resolve, walk }) => {
  const fits = accepts({ anyOf }, resolve);
  const types = anyOf.flatMap(({ $ref, type }) => ($ref === undefined ? type : resolve($ref).type) ?? []);
  const hasType = accepts({ type: [...new Set(types)] }, resolve);
  const wrong = anyOf
    .flatMap((branch) => walk(branch, example))
    // Of a type that another branch has, it is that branch's affair.
    .filter(({ rule, path, value }) => !fits(value) && !(rule === "type" && path.length === 0 && hasType(value)));
  const alike = Map.groupBy(wrong, ({ path, value }) => JSON.stringify([path, value]));
  return [...alike.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, codes: [first, ...others].flatMap(({ codes }) => codes).concat("anyOf") }],
  );
};

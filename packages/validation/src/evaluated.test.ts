import { expect, it } from "vitest";
import { mergeEvaluated, noneEvaluated } from "./runtime.ts";

it("adds up what subschemas evaluated, and leaves what they hand over as it was", () => {
  const [all, one] = [noneEvaluated(), noneEvaluated()];
  all.properties.add("a");
  one.properties.add("b");
  one.items.add(3);
  mergeEvaluated(all, one);
  expect(all).toEqual({ properties: new Set(["a", "b"]), items: new Set([3]) });
  expect(one).toEqual({ properties: new Set(["b"]), items: new Set([3]) });
  expect(noneEvaluated()).toEqual({ properties: new Set(), items: new Set() });
});

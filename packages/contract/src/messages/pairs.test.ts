import { expect, test } from "vitest";
import type { ContractOperation } from "../contract/contract.ts";
import { pairParts } from "./pairs.ts";

test("deep objects, which Prism reads in its own way, are no part of a query that is written in other ways", () => {
  const parameters = [
    { name: "filter", in: "query", style: "deepObject", schema: "Filter" },
    { name: "size", in: "query", schema: "Size" },
  ];
  const contract = { schemas: { Filter: { type: "object" }, Size: { type: "integer" } } };
  // As much of an operation as is looked at.
  const parts = pairParts({ method: "list", contract, generated: { parameters } } as unknown as ContractOperation);
  expect(parts.map(({ place, fields }) => [place, Object.keys(fields)])).toEqual([["query", ["size"]]]);
});

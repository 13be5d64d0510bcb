import * as v from "valibot";
import type { Checker } from "../checker.ts";
import { valibotChecker } from "./checker.ts";

const customer = { name: v.string(), street: v.string(), city: v.string(), zip: v.string(), vip: v.boolean() };
const order = {
  id: v.string(),
  quantity: v.pipe(v.number(), v.integer()),
  price: v.pipe(v.number(), v.finite()),
  paid: v.boolean(),
};

export const OpenOrder: Checker = valibotChecker(v.object({ ...order, customer: v.object(customer) }));
export const ClosedOrder: Checker = valibotChecker(v.strictObject({ ...order, customer: v.strictObject(customer) }));

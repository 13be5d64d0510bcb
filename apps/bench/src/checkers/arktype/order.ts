import { type } from "arktype";
import type { Checker } from "../checker.ts";
import { arktypeChecker } from "./checker.ts";

const customer = { name: "string", street: "string", city: "string", zip: "string", vip: "boolean" } as const;
const order = { id: "string", quantity: "number.integer", price: "number", paid: "boolean" } as const;

export const OpenOrder: Checker = arktypeChecker(type({ ...order, customer }));
export const ClosedOrder: Checker = arktypeChecker(
  type({ "+": "reject", ...order, customer: { "+": "reject", ...customer } }),
);

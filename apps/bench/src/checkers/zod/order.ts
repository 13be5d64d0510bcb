import * as z from "zod";
import type { Checker } from "../checker.ts";
import { zodChecker } from "./checker.ts";

const customer = { name: z.string(), street: z.string(), city: z.string(), zip: z.string(), vip: z.boolean() };
const order = { id: z.string(), quantity: z.int(), price: z.number(), paid: z.boolean() };

export const OpenOrder: Checker = zodChecker(z.object({ ...order, customer: z.object(customer) }));
export const ClosedOrder: Checker = zodChecker(z.strictObject({ ...order, customer: z.strictObject(customer) }));

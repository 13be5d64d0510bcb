import { randomUUID } from "node:crypto";
import { fillTemplate } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";
import type { Identity } from "../contract/resource.ts";

/** The 32 digits of an account that nobody has used yet, so that tests share a server and nothing else. */
export function freshDigits(): string {
  return randomUUID().replaceAll("-", "");
}

/** The resource at certain parameters of an operation. */
export function identityOf(
  { generated }: ContractOperation,
  accountSid: string,
  parameters: Readonly<Record<string, unknown>>,
  origin: string,
): Identity {
  const path = fillTemplate(generated.path, (name) => String(parameters[name]));
  return { accountSid, parameters, url: origin + path };
}

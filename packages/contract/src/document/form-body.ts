import type { FormField } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";

export const FORM = "application/x-www-form-urlencoded";

/** The body of an operation, as the generated table has it. */
export interface FormBody {
  readonly schema: string;
  readonly fields: Readonly<Record<string, FormField>>;
}

/** The form that an operation takes; `undefined` where it takes no body. Throws for a body that is not a form. */
export function formBody({ method, generated }: ContractOperation): FormBody | undefined {
  if (generated.requestBody === undefined) return undefined;
  const { [FORM]: form, ...others } = generated.requestBody.content;
  if (form?.schema === undefined || form.fields === undefined || Object.keys(others).length > 0) {
    throw new Error(`${method} takes a body that is not a form; violations of it are not known.`);
  }
  return { schema: form.schema, fields: form.fields };
}

/** The form of an operation that must have one. */
export function requireForm(operation: ContractOperation): FormBody {
  const form = formBody(operation);
  if (form === undefined) throw new Error(`${operation.method} takes no form.`);
  return form;
}

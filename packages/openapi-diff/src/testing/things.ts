import type { Change } from "../diff/change.ts";
import { diffTexts } from "./diff-texts.ts";

export const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
export const json = (schema: object): object => ({ content: { "application/json": { schema } } });
export const found = (schema: object): object => ({ "200": { description: "Found.", ...json(schema) } });

export interface Parts {
  readonly openapi?: string | undefined;
  readonly schemas?: object;
  readonly paths?: object;
  readonly webhooks?: object;
}

/** A document in which `Thing` is sent and received, unless it says otherwise. */
export function text({ openapi = "3.1.0", schemas = {}, paths, webhooks }: Parts): string {
  const both = {
    post: { operationId: "ChangeThing", requestBody: json(ref("Thing")), responses: found(ref("Thing")) },
  };
  const info = { title: "Things", version: "1" };
  return JSON.stringify({ openapi, info, paths: paths ?? { "/things": both }, webhooks, components: { schemas } });
}

export const rules = (changes: readonly Change[]): string[] => changes.map(({ rule }) => rule);
export const thing = (schema: object, openapi?: string): string => text({ schemas: { Thing: schema }, openapi });

export const rulesBetween = async (before: string, after: string): Promise<string[]> =>
  rules((await diffTexts(before, after)).changes);

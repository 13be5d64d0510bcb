import type { JsonObject, Model } from "@earmark/openapi";
import { operationTable } from "../operations/index.ts";
import { type Lines, layOut, propertyKey } from "../source.ts";
import { codecsOf, resultsOf } from "./media.ts";

type Members = Readonly<Record<string, JsonObject>>;

/**
 * What a client needs of the operation table, which it carries into browsers: of responses those that its methods return,
 * and of a form that `formCodec` writes the lists that are joined. Command lines and sandboxes read the whole table.
 */
export function callTable(model: Model): Lines {
  const codecs = codecsOf(model);
  const table = operationTable(model);
  const calls = model.operations.map((declared) => {
    const { basePath: _, ...operation } = table[declared.methodName] ?? {};
    const { requestBody, responses } = operation as Members;
    const content = members(requestBody?.content).map(([mediaType, media]) => [
      mediaType,
      codecs[mediaType] === "formCodec" ? { ...media, fields: joinedLists(media) } : media,
    ]);
    const call = {
      ...operation,
      ...(requestBody && { requestBody: { ...requestBody, content: Object.fromEntries(content) } }),
      responses: Object.fromEntries(resultsOf(declared).map(({ status }) => [status, responses?.[status] ?? {}])),
    };
    return `  ${propertyKey(declared.methodName)}: ${layOut(call, "  ")},`;
  });
  return ["export const operations = {", ...calls, "};"];
}

function joinedLists({ fields }: JsonObject): object {
  const joined = members(fields).filter(([, { explode }]) => explode === false);
  return Object.fromEntries(joined.map(([name]) => [name, { explode: false }]));
}

function members(table: unknown): [name: string, member: JsonObject][] {
  return Object.entries((table ?? {}) as Members);
}

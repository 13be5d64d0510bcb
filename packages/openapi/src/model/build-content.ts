import { essence, FORM, isMultipart, MULTIPART_FORM } from "../http/media-type.ts";
import type { Json } from "../json/json.ts";
import type { Encoding } from "./model.ts";
import type { SchemaTable } from "./schema-table.ts";
import { type DocumentSource, type Located, text } from "./source.ts";

const STYLE = ["style", "explode", "allowReserved"];

/**
 * The Encoding Objects of a body by property, without what OpenAPI says is to be ignored: styles, where the body is not
 * urlencoded or, since OpenAPI 3.1, `multipart/form-data`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export function buildEncodings(
  source: DocumentSource,
  table: SchemaTable,
  mediaType: string,
  value: Json | undefined,
  at: string,
): Record<string, Encoding> {
  const type = essence(mediaType);
  const styled = type === FORM || (type === MULTIPART_FORM && source.document.version !== "3.0");
  return Object.fromEntries(
    source.members(value, at).map((member) => {
      const located = source.object(member.value, member.pointer);
      if (isMultipart(type) && located.value.headers !== undefined)
        table.repairs.push({ kind: "headers of a part left out: no FormData has them", pointer: located.pointer });
      return [member.name, buildEncoding(table, located, styled)];
    }),
  );
}

function buildEncoding(table: SchemaTable, { value, pointer }: Located, styled: boolean): Encoding {
  const contentType = text(value.contentType);
  if (!styled) {
    const ignored = STYLE.filter((key) => value[key] !== undefined);
    if (ignored.length > 0)
      table.repairs.push({ kind: `${ignored.join(" and ")} of an encoding ignored, as OpenAPI says`, pointer });
    return { style: undefined, explode: undefined, allowReserved: false, contentType, pointer, source: value };
  }
  return {
    style: text(value.style),
    explode: typeof value.explode === "boolean" ? value.explode : undefined,
    allowReserved: value.allowReserved === true,
    contentType,
    pointer,
    source: value,
  };
}

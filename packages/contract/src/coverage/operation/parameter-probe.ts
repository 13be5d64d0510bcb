import { below, itemsAt, named, type Site } from "../coverage-item.ts";
import type { DocumentedOperation, DocumentedParameter } from "../document/documented-operation.ts";
import { breach, merge, type Probe, reach } from "../schema/outcome.ts";
import { readSchema } from "../schema/read-schema.ts";
import { isEqual } from "../schema/types.ts";
import { type Field, fieldOf, withUnreadable } from "../wire/field.ts";
import { mediumOf } from "../wire/media-type.ts";
import { readField, readSegment } from "../wire/read-field.ts";
import type { RequestView } from "../wire/request-view.ts";
import { exampleItems } from "./body-probe.ts";

/** A parameter: sent, left out, and what its schema says about its value. */
export async function parameterProbe(
  parameter: DocumentedParameter,
  { version }: DocumentedOperation,
  operation: Site,
): Promise<Probe<RequestView>> {
  const { name, place, required, schema, mediaType, cursor } = parameter;
  const site = below(below(operation, place), named(name));
  const medium = mediumOf(mediaType) === "json" ? "json" : "text";
  const inside = await readSchema(schema, { site, subject: name, medium, version });
  const field = fieldOf(schema, parameter);
  const item = itemsAt(site, cursor, "parameters");
  const sent = item("sent", "sent", `A request with ${name}`);
  const without = item(required ? "absent!" : "absent", "left out", `A request without ${name}`, {
    forbidden: required,
    keyword: required ? "required" : "absent",
  });
  const examples = exampleItems(parameter.examples, site, name);
  return {
    items: [sent, without, ...examples.map((each) => each.item), ...inside.items],
    observe(request) {
      const at = [place, name];
      const { value, breaches } = read(place, field, request);
      if (value === undefined) return required ? breach(at, without) : reach(without);
      const example = examples.filter((each) => isEqual(each.value, value)).map((each) => each.item);
      return merge([reach(sent, ...example), withUnreadable(inside.observe(value, at), breaches)]);
    },
  };
}

function read(place: DocumentedParameter["place"], field: Field, request: RequestView) {
  const { name } = field;
  const at = [place, name];
  switch (place) {
    case "path":
      return readSegment(request.path[name], field, at, true);
    case "header":
      return readSegment(request.headers[name.toLowerCase()], field, at, false);
    case "query":
      return readField(request.query, field, at);
    case "cookie":
      return readField(request.cookies, field, at);
  }
}

import { componentRef, type Model, type Parameter } from "@earmark/openapi";
import { mayBe } from "../operations/index.ts";

/** The plug-ins of `@earmark/http` that write an API's parameters, by the key under which a definition has them. */
export function parameterCodecs(model: Model): Readonly<Record<string, string>> {
  const parameters = model.operations.flatMap((operation) => operation.parameters);
  const at = (...places: readonly Parameter["in"][]): readonly Parameter[] =>
    parameters.filter((one) => places.includes(one.in));
  const query = at("query");
  return {
    ...(at("path").some((one) => isStyled(model, one, "simple")) ? { path: "serializeStyledPath" } : {}),
    ...(query.length === 0
      ? {}
      : { query: query.some((one) => isStyled(model, one, "form")) ? "serializeStyledQuery" : "serializeQuery" }),
    ...(at("header", "cookie").length === 0 ? {} : { headers: "serializeHeaders" }),
  };
}

/** Beyond what the lean serializers do: primitives and arrays in the default style of the place. */
function isStyled(model: Model, parameter: Parameter, style: string): boolean {
  return (
    parameter.style !== style ||
    parameter.allowReserved ||
    parameter.contentType !== undefined ||
    mayBe(model, "object", { $ref: componentRef(parameter.schema) }) ||
    (parameter.in === "path" && parameter.explode)
  );
}

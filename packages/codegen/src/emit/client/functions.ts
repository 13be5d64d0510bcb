import { isBaseUrl, type Model } from "@earmark/openapi";
import { INTERFACE_VERSION } from "@earmark/validation/runtime";
import type { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { braced, docComment, type Lines, layOut, literal } from "../source.ts";
import { errorsOfApi, OperationDefinitions } from "./definition.ts";
import { errorsOf } from "./media.ts";
import { ERRORS, functionName, guardName } from "./names.ts";
import { authOf } from "./security.ts";

/** `functions.gen.js`: one function per operation, with exactly the checks and codecs that it needs, and its guard. */
export function functions(model: Model, schemas: ClientSchemas, imports: Imports): Lines {
  const definitions = new OperationDefinitions(model, schemas);
  const operations = model.operations.flatMap((operation) => {
    const definition = layOut(definitions.of(operation));
    const isPlaced = operation.parameters.some(({ placed }) => placed);
    // A bundle leaves out calls that are marked so, and whose result nothing uses.
    const described = isPlaced ? `/* @__PURE__ */ $http.withPlaces(${definition})` : definition;
    const name = functionName(operation);
    const maker = operation.idempotencyKey === undefined ? "operation" : "keyedOperation";
    return [
      "",
      `export const ${name} = /* @__PURE__ */ $http.${maker}(${described});`,
      ...(errorsOf(operation).length === 0
        ? []
        : [`export const ${guardName(operation)} = /* @__PURE__ */ $http.errorGuard(${name});`]),
    ].flatMap((line) => line.split("\n"));
  });
  const api = {
    interface: INTERFACE_VERSION,
    baseUrl: model.servers.find(isBaseUrl) ?? "",
    auth: authOf(model),
    ...errorsOfApi(model),
  };
  const usesChecks = operations.some((line) => line.includes("$checks."));
  return [
    ...(usesChecks ? [`import * as $checks from ${literal(imports.checks)};`] : []),
    `import * as $http from ${literal(imports.http)};`,
    "",
    ...braced("export ", [...ERRORS, "withResponse"], ` from ${literal(imports.http)};`),
    "",
    ...docComment(`Makes a caller of ${model.title}, the first argument of its functions.`),
    "export function createCaller(options) {",
    `  return $http.openCaller(${layOut(api, "  ")}, options);`,
    "}",
    ...operations,
  ];
}

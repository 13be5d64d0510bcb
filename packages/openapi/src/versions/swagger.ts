import type { HasPlaces } from "../diagnostics/diagnostic.ts";
import { type Json, type JsonObject, shown } from "../json/json.ts";
import { SwaggerOperations } from "./swagger-operation.ts";
import { SwaggerSchemas } from "./swagger-schema.ts";
import { upgradeSecurity } from "./swagger-security.ts";
import { upgradeServers } from "./swagger-servers.ts";
import { type Upgraded, Upgrading } from "./upgrading.ts";

/** What is said in another way, or somewhere else. */
const REPLACED = new Set([
  ...["swagger", "host", "basePath", "schemes", "consumes", "produces"],
  ...["definitions", "parameters", "responses", "securityDefinitions"],
]);

/**
 * A bundled document of Swagger 2.0 as one of OpenAPI 3.1. What is not as 2.0 demands stays as it is wherever the later
 * version has a place for it, so that it is reported there. The document itself is not changed.
 *
 * @param places Of the document.
 *
 * @see https://spec.openapis.org/oas/v2.0.html
 */
export function upgradeSwagger(document: JsonObject, places: HasPlaces): Upgraded {
  const upgrading = new Upgrading(document, "2.0", places);
  if (document.swagger !== "2.0") {
    const message = `expected the string "2.0", received ${shown(document.swagger ?? null)}; put it in quotation marks`;
    upgrading.report("structure", "#/swagger", message, { severity: "warning" });
  }
  const schemas = new SwaggerSchemas(upgrading);
  const operations = new SwaggerOperations(upgrading, schemas);
  const kept = new Map(Object.entries(document).filter(([key]) => !REPLACED.has(key)));
  const { info, paths, ...others } = Object.fromEntries(kept);
  const servers = upgradeServers(upgrading, { value: document, pointer: "#" });
  const members: readonly (readonly [string, Json | undefined])[] = [
    ["openapi", "3.1.0"],
    ["info", info],
    ["servers", servers],
    ...Object.entries(others).filter(([key]) => !key.startsWith("x-")),
    ["paths", paths === undefined ? undefined : operations.paths(paths, "#/paths")],
    ["components", components(upgrading, schemas, operations)],
    ...Object.entries(others).filter(([key]) => key.startsWith("x-")),
  ];
  const root = Object.fromEntries(members.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  return upgrading.finish(upgrading.origins.note(root, "#", { openapi: "swagger", components: "", servers: "host" }));
}

/** Schemas come last, since what refers to them decides which of them are named. */
function components(
  upgrading: Upgrading,
  schemas: SwaggerSchemas,
  operations: SwaggerOperations,
): JsonObject | undefined {
  const { parameters, requestBodies } = operations.sharedParameters();
  const found: Readonly<Record<string, Json | undefined>> = {
    responses: withMembers(operations.sharedResponses()),
    parameters: withMembers(parameters),
    requestBodies: withMembers(requestBodies),
    securitySchemes: upgradeSecurity(upgrading),
  };
  const members = Object.entries({ schemas: schemas.components(), ...found }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  if (members.length === 0) return undefined;
  const renamed = { schemas: "definitions", requestBodies: "parameters", securitySchemes: "securityDefinitions" };
  return upgrading.origins.note(Object.fromEntries(members), "#", renamed);
}

function withMembers(object: JsonObject): JsonObject | undefined {
  return Object.keys(object).length === 0 ? undefined : object;
}

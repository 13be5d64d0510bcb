import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo, valueAt } from "../json/json-pointer.ts";
import { componentRef } from "../schema/schema.ts";
import { upgradeSchema } from "./older-schema.ts";
import { segmentsOf, type Upgrading } from "./upgrading.ts";

const DEFINITIONS = "#/definitions";

/** The schemas of a document of Swagger 2.0, as those of OpenAPI 3.1. */
export class SwaggerSchemas {
  readonly #upgrading: Upgrading;
  readonly #definitions: JsonObject;
  /** What references lead to now, by how they are written. */
  readonly #refs = new Map<string, string>();
  /** Schemas outside of `definitions` that others refer to: their pointers, by the names that they are given. */
  readonly #named = new Map<string, string>();

  constructor(upgrading: Upgrading) {
    const { definitions } = upgrading.root;
    this.#upgrading = upgrading;
    this.#definitions = isJsonObject(definitions) ? definitions : {};
  }

  /** A schema in the newer way; what is no schema stays what it is. */
  upgrade(value: Json, pointer: string): Json {
    return upgradeSchema(this.#upgrading, value, pointer, (schema) => this.#inWordsOf30(schema));
  }

  /** The same, for a schema that stands elsewhere in the upgraded document than its owner says. */
  placed(value: Json, pointer: string): Json {
    return this.#upgrading.origins.note(this.upgrade(value, pointer), pointer);
  }

  /**
   * `components.schemas`: the definitions, and behind them what schemas that have been upgraded refer to elsewhere. To be
   * called last.
   */
  components(): Json | undefined {
    const { definitions } = this.#upgrading.root;
    if (definitions !== undefined && !isJsonObject(definitions)) return definitions;
    const schemas = Object.entries(this.#definitions).map(
      ([name, schema]) => [name, this.upgrade(schema, pointerTo(DEFINITIONS, name))] as const,
    );
    // A map may grow while it is walked.
    for (const [name, pointer] of this.#named)
      schemas.push([name, this.placed(valueAt(this.#upgrading.root, segmentsOf(pointer)) ?? {}, pointer)]);
    if (schemas.length === 0) return definitions;
    return this.#upgrading.origins.note(Object.fromEntries(schemas), DEFINITIONS);
  }

  /** What 2.0 calls or refers to otherwise than 3.0. */
  #inWordsOf30(schema: JsonObject): JsonObject {
    const { $ref: ref, type, discriminator, "x-nullable": nullable } = schema;
    const changed: Record<string, Json> = {};
    if (typeof ref === "string") {
      const now = this.#refs.get(ref) ?? this.#refer(ref);
      this.#refs.set(ref, now);
      if (now !== ref) changed.$ref = now;
    }
    if (type === "file") Object.assign(changed, FILE);
    if (typeof discriminator === "string") changed.discriminator = { propertyName: discriminator };
    if (typeof nullable === "boolean") {
      const { "x-nullable": _, ...rest } = schema;
      return { ...rest, ...changed, nullable };
    }
    return Object.keys(changed).length === 0 ? schema : { ...schema, ...changed };
  }

  #refer(ref: string): string {
    if (!ref.startsWith("#/")) return ref;
    const segments = segmentsOf(ref);
    const [section, name = ""] = segments;
    if (section === "definitions" && Object.hasOwn(this.#definitions, name))
      return componentRef(name) + pointerTo("", ...segments.slice(2)).replaceAll("%", "%25");
    if (valueAt(this.#upgrading.root, segments) === undefined || section === "components") return ref;
    return componentRef(this.#nameFor(segments));
  }

  /** A name for a schema that has none. */
  #nameFor(segments: readonly string[]): string {
    const pointer = pointerTo("#", ...segments);
    const words = segments
      .flatMap((segment) => segment.match(/[A-Za-z0-9]+/g) ?? [])
      .filter((word) => word !== "schema");
    for (let number = 1; ; number++) {
      const name = [...words, ...(number === 1 ? [] : [number])].join("_");
      const taken = this.#named.get(name);
      if (taken === pointer) return name;
      if (taken !== undefined || Object.hasOwn(this.#definitions, name)) continue;
      this.#named.set(name, pointer);
      return name;
    }
  }
}

/** `type: file` as 3.0 says it. */
const FILE: JsonObject = { type: "string", format: "binary" };

import type { Schema, Views } from "@earmark/openapi";
import { inlineTypes } from "./types/index.ts";
import { checkName } from "./validators/index.ts";

/** What a caller sends, or what it gets. */
type Direction = "request" | "response";

/** The schemas of the client's view, and what code calls their types and checks. Made once for a document. */
export class ClientSchemas {
  readonly #views: Views;
  readonly #identifiers: ReadonlyMap<string, string>;
  readonly #exported: ReadonlySet<string>;
  readonly #inline: (schema: Schema) => string | undefined;

  constructor(views: Views) {
    this.#views = views;
    this.#identifiers = new Map(views.client.map(({ name, identifier }) => [name, identifier]));
    this.#exported = new Set(this.#identifiers.values());
    this.#inline = inlineTypes(views.client, (name) => this.typeOf(name, "response"));
  }

  /** Its type, in the module of types that is imported as `$types`; undefined where nothing is known of it. */
  typeOf(name: string | undefined, direction: Direction): string | undefined {
    const identifier = this.#identifierOf(name, direction);
    return identifier === undefined ? undefined : `$types.${identifier}`;
  }

  checkOf(name: string | undefined, direction: Direction): string | undefined {
    const identifier = this.#identifierOf(name, direction);
    return identifier === undefined ? undefined : checkName(identifier);
  }

  /** The type of a schema without a name, in a response; undefined for any value. */
  inlineType(schema: Schema): string | undefined {
    return this.#inline(this.#views.ofResponse(schema));
  }

  /** Whether the module of types exports this name. */
  isExported(identifier: string): boolean {
    return this.#exported.has(identifier);
  }

  #identifierOf(name: string | undefined, direction: Direction): string | undefined {
    if (name === undefined) return undefined;
    return this.#identifiers.get(direction === "request" ? this.#views.requestName(name) : name);
  }
}

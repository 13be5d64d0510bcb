import { isForm } from "../http/media-type.ts";
import { isMethod, type Method, methodRules } from "../http/method.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { mediaTypesOf, upgradeBody, upgradeForm, upgradeResponse } from "./swagger-content.ts";
import { upgradeParameter } from "./swagger-parameter.ts";
import type { SwaggerSchemas } from "./swagger-schema.ts";
import { upgradeServers } from "./swagger-servers.ts";
import { segmentsOf, type Upgrading, type Written } from "./upgrading.ts";

/** Upgrades what operations consist of, and what several share. */
export class SwaggerOperations {
  readonly #upgrading: Upgrading;
  readonly #schemas: SwaggerSchemas;
  readonly #document: Written;
  readonly #consumes: readonly string[] | undefined;
  readonly #produces: readonly string[] | undefined;

  constructor(upgrading: Upgrading, schemas: SwaggerSchemas) {
    this.#upgrading = upgrading;
    this.#schemas = schemas;
    this.#document = { value: upgrading.root, pointer: "#" };
    this.#consumes = mediaTypesOf(upgrading, "consumes", [this.#document]);
    this.#produces = mediaTypesOf(upgrading, "produces", [this.#document]);
  }

  /** The `paths` of a document, or other Path Items by name. */
  paths(value: Json, pointer: string): Json {
    return mapped(value, (item, path) => {
      const at = pointerTo(pointer, path);
      return path.startsWith("x-") || !isJsonObject(item) ? item : this.#pathItem(item, at);
    });
  }

  /** Those of `parameters` that later versions call parameters, too, and those that are bodies. */
  sharedParameters(): { readonly parameters: JsonObject; readonly requestBodies: JsonObject } {
    const shared = membersOf(this.#upgrading.root.parameters).flatMap(([name, value]) => {
      const written = this.#upgrading.follow(value, pointerTo("#", "parameters", name));
      return written === undefined ? [] : [{ name, written }];
    });
    const sent = shared.filter(({ written: { value } }) => value.in !== "body" && value.in !== "formData");
    const bodies = shared.filter(({ written: { value } }) => value.in === "body");
    return {
      parameters: Object.fromEntries(
        sent.map(({ name, written }) => [name, upgradeParameter(this.#upgrading, this.#schemas, written)]),
      ),
      requestBodies: Object.fromEntries(
        bodies.map(({ name, written }) => [name, upgradeBody(this.#upgrading, this.#schemas, written, this.#consumes)]),
      ),
    };
  }

  /** `responses` of a document. */
  sharedResponses(): JsonObject {
    const { responses } = this.#upgrading.root;
    const shared = membersOf(responses).flatMap(([name, value]) => {
      const written = this.#upgrading.follow(value, pointerTo("#", "responses", name));
      return written === undefined
        ? []
        : [[name, upgradeResponse(this.#upgrading, this.#schemas, written, this.#produces)] as const];
    });
    return Object.fromEntries(shared);
  }

  /** What a path item refers to is written into it: its parameters may be bodies, which belong to operations now. */
  #pathItem(value: JsonObject, pointer: string): JsonObject {
    const layers = this.#layersOf(value, pointer);
    const parameters = this.#split(layers.toReversed());
    const members = new Map<string, Json>();
    for (const { value: layer, pointer: at } of layers)
      for (const [key, member] of Object.entries(layer)) {
        if (members.has(key) || key === "parameters") continue;
        members.set(key, isMethod(key) ? this.#operation(key, member, pointerTo(at, key), parameters) : member);
      }
    const item = { ...Object.fromEntries(members), ...parameters.sent };
    return this.#upgrading.origins.note(item, layers.at(0)?.pointer ?? pointer);
  }

  /** A path item, and behind it those that it refers to, whose fields count where it has none. */
  #layersOf(value: JsonObject, pointer: string): readonly Written[] {
    const { $ref: ref, ...own } = value;
    if (typeof ref !== "string") return [{ value, pointer }];
    const target = this.#upgrading.follow(value, pointer);
    // The reference is reported where it is followed.
    return target === undefined ? [{ value, pointer }] : [{ value: own, pointer }, target];
  }

  #operation(method: Method, value: Json, pointer: string, shared: Parameters): Json {
    if (!isJsonObject(value)) return value;
    const owners = [{ value, pointer }, this.#document];
    const own = this.#split([{ value, pointer }]);
    const consumes = mediaTypesOf(this.#upgrading, "consumes", owners);
    const produces = mediaTypesOf(this.#upgrading, "produces", owners);
    const isSent = methodRules(method).fetch !== "no body";
    const body = isSent ? this.#requestBody(own, shared, consumes, pointer) : this.#noBody(method, own, shared);
    const { parameters: _, consumes: __, produces: ___, schemes, responses, ...rest } = value;
    const servers = schemes === undefined ? undefined : upgradeServers(this.#upgrading, { value, pointer });
    const operation = {
      ...rest,
      ...own.sent,
      ...(body === undefined ? {} : { requestBody: body }),
      ...(responses === undefined
        ? {}
        : { responses: this.#responses(responses, pointerTo(pointer, "responses"), produces) }),
      ...(servers === undefined ? {} : { servers }),
    };
    return this.#upgrading.origins.note(operation, pointer, { servers: "schemes" });
  }

  /** The parameters of one object, or of several in turn, by where later versions have them. */
  #split(owners: readonly Written[]): Parameters {
    const lists = owners.flatMap(({ value, pointer }) =>
      value.parameters === undefined ? [] : [{ list: value.parameters, at: pointerTo(pointer, "parameters") }],
    );
    const unreadable = lists.find(({ list }) => !Array.isArray(list));
    const described = lists.flatMap(({ list, at }) =>
      Array.isArray(list) ? list.map((value, index) => this.#described(value, pointerTo(at, index))) : [],
    );
    const bodies = described.filter(({ written }) => written?.value.in === "body");
    const fields = described.filter(({ written }) => written?.value.in === "formData");
    const sent = described
      .filter((one) => !bodies.includes(one) && !fields.includes(one))
      .map((one) => this.#sent(one));
    const [first] = lists;
    const isEmpty = first === undefined || (sent.length === 0 && described.length > 0);
    const parameters = unreadable?.list ?? (isEmpty ? undefined : this.#upgrading.origins.note(sent, first.at));
    return { sent: parameters === undefined ? {} : { parameters }, bodies, fields };
  }

  #described(value: Json, at: string): Described {
    return { value, at, written: this.#upgrading.follow(value, at), ref: sharedName(value, "parameters") };
  }

  #sent({ value, at, written, ref }: Described): Json {
    if (written === undefined) return value;
    if (ref === undefined) return upgradeParameter(this.#upgrading, this.#schemas, written);
    return this.#upgrading.origins.note({ $ref: `#/components/parameters/${ref}` }, at);
  }

  /**
   * Of several bodies the first counts, those of the operation before those of its path; beside a form the body does, unless
   * only forms are consumed.
   */
  #requestBody(
    own: Parameters,
    shared: Parameters,
    consumes: readonly string[] | undefined,
    pointer: string,
  ): JsonObject | undefined {
    const [body, ...others] = own.bodies.length > 0 ? own.bodies : shared.bodies;
    const named = new Map([...shared.fields, ...own.fields].map((field) => [field.written?.value.name, field]));
    const fields = [...named.values()];
    const isForm = body === undefined || (fields.length > 0 && areForms(consumes));
    const ignored = isForm ? [body, ...others] : [...others, ...fields];
    for (const one of ignored) {
      if (one === undefined) continue;
      const message = "a second body, of which a request has one; left out";
      this.#upgrading.report("structure", one.at, message, { severity: "warning" });
    }
    if (isForm) {
      const written = fields.flatMap((field) => field.written ?? []);
      const at = pointerTo(pointer, "parameters");
      return written.length === 0 ? undefined : upgradeForm(this.#upgrading, this.#schemas, written, at, consumes);
    }
    if (body.written === undefined) return undefined;
    if (body.ref !== undefined && isSame(consumes, this.#consumes))
      return this.#upgrading.origins.note({ $ref: `#/components/requestBodies/${body.ref}` }, body.at);
    return upgradeBody(this.#upgrading, this.#schemas, body.written, consumes);
  }

  /** Version 3.0 has the body of a GET or a HEAD ignored, and `fetch` does not send it. */
  #noBody(method: Method, ...parameters: readonly Parameters[]): undefined {
    for (const { at } of parameters.flatMap(({ bodies, fields }) => [...bodies, ...fields])) {
      const message = `fetch sends no body with ${method.toUpperCase()}, so it is left out; use POST, or parameters`;
      this.#upgrading.report("method", at, message);
    }
  }

  #responses(value: Json, pointer: string, produces: readonly string[] | undefined): Json {
    const responses = mapped(value, (response, status) => {
      if (status.startsWith("x-")) return response;
      const at = pointerTo(pointer, status);
      const written = this.#upgrading.follow(response, at);
      if (written === undefined) return response;
      const ref = sharedName(response, "responses");
      if (ref === undefined || !isSame(produces, this.#produces))
        return upgradeResponse(this.#upgrading, this.#schemas, written, produces);
      return this.#upgrading.origins.note({ $ref: `#/components/responses/${ref}` }, at);
    });
    return responses;
  }
}

/** The parameters of an operation or a path: those that stay such, those that are bodies, and fields of a form. */
interface Parameters {
  readonly sent: { readonly parameters?: Json };
  readonly bodies: readonly Described[];
  readonly fields: readonly Described[];
}

/** A parameter where it is used, what it refers to, and the name in a reference to one that the document shares. */
interface Described {
  readonly value: Json;
  readonly at: string;
  readonly written: Written | undefined;
  readonly ref: string | undefined;
}

function areForms(types: readonly string[] = []): boolean {
  return types.length > 0 && types.every(isForm);
}

/** The name in a reference to what the document shares, escaped as it is there. */
function sharedName(value: Json, section: "parameters" | "responses"): string | undefined {
  if (!isJsonObject(value) || typeof value.$ref !== "string" || !value.$ref.startsWith(`#/${section}/`))
    return undefined;
  return segmentsOf(value.$ref).length === 2 ? value.$ref.slice(section.length + 3) : undefined;
}

function isSame(types: readonly string[] | undefined, others: readonly string[] | undefined): boolean {
  return types?.join() === others?.join();
}

function membersOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** The same object with each member changed; what is no object stays what it is. */
function mapped(value: Json, change: (member: Json, name: string) => Json): Json {
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member, name)]));
}

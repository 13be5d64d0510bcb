import {
  type Document,
  derivedOperationId,
  erasedTemplate,
  type JsonObject,
  METHODS,
  type Method,
  pointerTo,
} from "@earmark/openapi";
import { child, membersAt, type Place, resolve, rootOf, sideOf } from "../place.ts";

/** An operation as it stands in a document. */
export interface LocatedOperation {
  readonly method: Method;
  readonly path: string;
  /** Generated clients call it after this. */
  readonly id: string;
  /** Its operationId, where it has one. */
  readonly declaredId: string | undefined;
  readonly item: Place<JsonObject>;
  readonly operation: Place<JsonObject>;
}

/** An operation of both documents. */
export interface OperationPair {
  readonly before: LocatedOperation;
  readonly after: LocatedOperation;
}

export interface PairedOperations {
  readonly pairs: readonly OperationPair[];
  readonly removed: readonly LocatedOperation[];
  readonly added: readonly LocatedOperation[];
}

/** The operations of all paths of a document, in its order. */
export function documentOperations(document: Document): LocatedOperation[] {
  return operationsOf(membersAt(rootOf(sideOf("before", document)), "paths"));
}

/** The operations of path items by path, in the order of the document. */
export function operationsOf(items: ReadonlyMap<string, Place>): LocatedOperation[] {
  return [...items]
    .filter(([path]) => !path.startsWith("x-"))
    .flatMap(([path, place]) => {
      const item = resolve(place);
      return item === undefined ? [] : METHODS.flatMap((method) => operationOf(path, item, method) ?? []);
    });
}

function operationOf(path: string, item: Place<JsonObject>, method: Method): LocatedOperation | undefined {
  const operation = resolve(child(item, method));
  if (operation === undefined) return undefined;
  const { operationId } = operation.value;
  const declaredId = typeof operationId === "string" ? operationId : undefined;
  const id = declaredId ?? derivedOperationId(method, path);
  return { method, path, id, declaredId, item, operation: { ...operation, pointer: pointerTo(item.pointer, method) } };
}

/**
 * Pairs operations by method and path, the names of path parameters erased: callers never see those. What remains is
 * paired by operationId, and has moved.
 */
export function pairOperations(
  before: readonly LocatedOperation[],
  after: readonly LocatedOperation[],
): PairedOperations {
  let rest = { before, after };
  const pairs: OperationPair[] = [];
  for (const key of [exactKey, erasedKey, idKey]) {
    const candidates = new Map(rest.after.map((operation) => [key(operation), operation]));
    const found = rest.before.flatMap((operation): OperationPair[] => {
      const name = key(operation);
      const other = name === undefined ? undefined : candidates.get(name);
      if (other === undefined) return [];
      candidates.delete(name);
      return [{ before: operation, after: other }];
    });
    pairs.push(...found);
    const paired = new Set(found.flatMap((pair) => [pair.before, pair.after]));
    rest = {
      before: rest.before.filter((operation) => !paired.has(operation)),
      after: rest.after.filter((operation) => !paired.has(operation)),
    };
  }
  return { pairs, removed: rest.before, added: rest.after };
}

function exactKey({ method, path }: LocatedOperation): string {
  return `${method} ${path}`;
}

function erasedKey({ method, path }: LocatedOperation): string {
  return `${method} ${erasedTemplate(path)}`;
}

function idKey({ declaredId }: LocatedOperation): string | undefined {
  return declaredId;
}

/** How a list of operations calls one: by its operationId, or by method and path. */
export function labelOf({ method, path, declaredId }: LocatedOperation): string {
  return declaredId ?? `${method.toUpperCase()} ${path}`;
}

import {
  type Diagnostic,
  DocumentError,
  diagnose,
  isJsonObject,
  type JsonObject,
  type RuleId,
  readSource,
  type Source,
} from "@earmark/openapi";
import { JSONPathError } from "json-p3";
import { type Action, type Edit, jsonPath, type Overlay } from "./overlay.ts";

/**
 * Reads an overlay; of each action, we ask for its reason, too.
 *
 * @throws {DocumentError} with every mistake in it.
 */
export async function readOverlay(path: string): Promise<Overlay> {
  const { source, diagnostics } = await readSource(path, {
    file: "pass the path of an OpenAPI overlay",
    root: "an object with `overlay: 1.0.0` at its root",
  });
  if (source === undefined) throw new DocumentError(diagnostics);
  const reading = new Reading(source);
  reading.fields("#", source.root, ["overlay", "info", "extends", "actions"]);
  const { overlay, info, actions } = source.root;
  if (typeof overlay !== "string" || !/^1\.0\.\d+$/.test(overlay))
    reading.mistake("#/overlay", "version", `expected \`overlay: 1.0.0\`, received ${shown(overlay)}`);
  const about = reading.object("#/info", info, ["title", "version"]);
  for (const field of ["title", "version"]) if (about !== undefined) reading.text(`#/info/${field}`, about[field]);
  if (!Array.isArray(actions) || actions.length === 0)
    reading.mistake("#/actions", "structure", `expected a list of actions, received ${shown(actions)}`);
  const list: readonly unknown[] = Array.isArray(actions) ? actions : [];
  const read = list.flatMap((action, index) => readAction(reading, `#/actions/${index}`, action) ?? []);
  if (reading.problems.length > 0) throw new DocumentError(reading.problems);
  return { actions: read, placeOf: source.placeOf };
}

function readAction(reading: Reading, pointer: string, value: unknown): Action | undefined {
  const action = reading.object(pointer, value, ["target", "description", "update", "remove"]);
  if (action === undefined) return undefined;
  const reason = reading.text(
    `${pointer}/description`,
    action.description,
    "why the provider's document is wrong here",
  );
  const text = reading.text(`${pointer}/target`, action.target, "a JSONPath");
  const edit = readEdit(reading, pointer, action);
  if (text === undefined || reason === undefined || edit === undefined) return undefined;
  try {
    return { pointer, target: jsonPath(text), reason, edit };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    // What is between brackets at the end says where, in a way of its own.
    const problem = error.message.replace(/ \('.*$/s, "");
    const where = `at character ${error.token.index + 1} of ${text}`;
    reading.mistake(`${pointer}/target`, "json-path", `${problem} ${where}`);
    return undefined;
  }
}

function readEdit(reading: Reading, pointer: string, action: JsonObject): Edit | undefined {
  const { update, remove, "x-was": was } = action;
  if (remove !== undefined && typeof remove !== "boolean") {
    reading.mistake(`${pointer}/remove`, "structure", `expected true or false, received ${shown(remove)}`);
    return undefined;
  }
  if ((remove === true) === (update !== undefined)) {
    const received = remove === true ? "both" : "neither";
    reading.mistake(pointer, "structure", `expected either \`update\` or \`remove: true\`, received ${received}`);
    return undefined;
  }
  if (update !== undefined) return { kind: "update", value: update, was };
  if (was === undefined) return { kind: "remove" };
  reading.mistake(`${pointer}/x-was`, "structure", "expected it beside `update` only: it is what an update replaces");
  return undefined;
}

/** Collects every mistake of an overlay. */
class Reading {
  readonly problems: Diagnostic[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  mistake(pointer: string, rule: RuleId, message: string): void {
    this.problems.push(diagnose(rule, this.#source, pointer, message));
  }

  object(pointer: string, value: unknown, fields: readonly string[]): JsonObject | undefined {
    if (!isJsonObject(value)) {
      this.mistake(pointer, "structure", `expected an object with ${fields.join(", ")}, received ${shown(value)}`);
      return undefined;
    }
    this.fields(pointer, value, fields);
    return value;
  }

  /** What the specification does not know would be left out in silence. */
  fields(pointer: string, value: JsonObject, known: readonly string[]): void {
    for (const field of Object.keys(value).filter((key) => !known.includes(key) && !key.startsWith("x-")))
      this.mistake(`${pointer}/${field}`, "unknown-field", `expected ${known.join(", ")} or x-…, received ${field}`);
  }

  text(pointer: string, value: unknown, meaning = "a string"): string | undefined {
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    this.mistake(pointer, "structure", `expected ${nameOf(pointer)}: ${meaning}, received ${shown(value)}`);
    return undefined;
  }
}

function nameOf(pointer: string): string {
  return `\`${pointer.slice(pointer.lastIndexOf("/") + 1)}\``;
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

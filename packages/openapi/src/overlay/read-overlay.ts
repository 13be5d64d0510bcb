import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import { DISK, type Files, type Source } from "../document/files.ts";
import { readSource } from "../document/read-source.ts";
import { isJsonObject, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { didYouMean } from "../printing/nearest.ts";
import { type JsonPath, JsonPathProblem, jsonPath } from "./json-path.ts";
import { type Action, type Edit, OVERLAY_VERSIONS, type Overlay, type OverlayVersion } from "./overlay.ts";

/** An overlay as far as it could be read, and what is wrong with it. */
export interface OverlayReading {
  /** Undefined where there is nothing to go on with. Actions that are wrong are left out. */
  readonly overlay: Overlay | undefined;
  /** All are errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an overlay, and holds it to the specification. */
export async function readOverlay(path: string, files: Files = DISK): Promise<OverlayReading> {
  const { source, diagnostics } = await readSource(path, EXPECTED, files);
  if (source === undefined) return { overlay: undefined, diagnostics };
  const reading = new Reading(source);
  const { root, text, placeOf } = source;
  const version = reading.version(root.overlay);
  reading.fields("#", root, ["overlay", "info", "extends", "actions"]);
  const info = reading.object("#/info", root.info, ["title", "version", "description"]);
  if (info !== undefined) {
    reading.text("#/info/title", info.title);
    reading.text("#/info/version", info.version);
    if (info.description !== undefined) reading.text("#/info/description", info.description);
  }
  if (root.extends !== undefined) reading.text("#/extends", root.extends);
  const actions = readActions(reading, root.actions, version ?? "1.1");
  // A number or the like has been named.
  const target = typeof root.extends === "string" ? root.extends : undefined;
  const overlay = version && { text, version, extends: target, actions, placeOf };
  return { overlay, diagnostics: reading.mistakes };
}

const EXPECTED = {
  file: "pass the path of an OpenAPI Overlay",
  root: "an object with `overlay: 1.1.0` or `overlay: 1.0.0` at its root",
};

function readActions(reading: Reading, value: unknown, version: OverlayVersion): readonly Action[] {
  if (!Array.isArray(value) || value.length === 0) {
    reading.mistake("#/actions", "structure", `expected a list of actions, received ${shown(value)}`);
    return [];
  }
  const known = new Map<string, number>();
  return value.flatMap((action: unknown, index) => {
    const pointer = pointerTo("#/actions", index);
    const text = JSON.stringify(action);
    const first = known.get(text);
    if (first !== undefined) {
      reading.mistake(pointer, "structure", `expected another action than number ${first + 1}, which is the same`);
      return [];
    }
    known.set(text, index);
    return readAction(reading, pointer, action, version) ?? [];
  });
}

/** The fields of an action. */
const FIELDS = ["target", "description", "update", "copy", "remove"];

function readAction(reading: Reading, pointer: string, value: unknown, version: OverlayVersion): Action | undefined {
  const written = reading.object(pointer, value, FIELDS);
  if (written === undefined) return undefined;
  const before = reading.mistakes.length;
  if (written.description !== undefined) reading.text(`${pointer}/description`, written.description);
  if (written.copy !== undefined && version === "1.0")
    reading.mistake(`${pointer}/copy`, "unknown-field", "`copy` is a field of version 1.1; write `overlay: 1.1.0`");
  const target = reading.jsonPath(`${pointer}/target`, written.target);
  const edit = readEdit(reading, pointer, written);
  if (target === undefined || reading.mistakes.length > before) return undefined;
  return { pointer, target, edit, written };
}

function readEdit(reading: Reading, pointer: string, { update, copy, remove }: JsonObject): Edit | undefined {
  if (remove !== undefined && typeof remove !== "boolean")
    reading.mistake(`${pointer}/remove`, "structure", `expected true or false, received ${shown(remove)}`);
  const from = copy === undefined ? undefined : reading.jsonPath(`${pointer}/copy`, copy);
  // Beside it, the others have no impact.
  if (remove === true) return { kind: "remove" };
  if (update !== undefined && copy !== undefined) {
    const message = "expected either `update` or `copy`: of both, the specification says that neither has an impact";
    reading.mistake(pointer, "structure", message);
  }
  if (update !== undefined) return { kind: "update", value: update };
  return from && { kind: "copy", from };
}

/** Collects every mistake of an overlay. */
class Reading {
  readonly mistakes: Diagnostic[] = [];
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  mistake(pointer: string, rule: RuleId, message: string): void {
    this.mistakes.push(diagnose(rule, this.#source, pointer, message));
  }

  /** The patch version makes no difference. */
  version(value: unknown): OverlayVersion | undefined {
    const version = typeof value === "string" && /^\d+\.\d+\.\d+$/.test(value) ? value.replace(/\.\d+$/, "") : "";
    const known = OVERLAY_VERSIONS.find((each) => each === version);
    if (known === undefined)
      this.mistake("#/overlay", "version", `expected \`overlay: 1.0.0\` or 1.1.0, received ${shown(value)}`);
    return known;
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
    for (const field of Object.keys(value).filter((key) => !known.includes(key) && !key.startsWith("x-"))) {
      const message = `expected ${known.join(", ")} or x-…, received ${field}${didYouMean(field, known)}`;
      this.mistake(pointerTo(pointer, field), "unknown-field", message);
    }
  }

  text(pointer: string, value: unknown, meaning = "a string"): string | undefined {
    if (typeof value === "string") return value;
    const name = pointer.slice(pointer.lastIndexOf("/") + 1);
    this.mistake(pointer, "structure", `expected \`${name}\`: ${meaning}, received ${shown(value)}`);
    return undefined;
  }

  jsonPath(pointer: string, value: unknown): JsonPath | undefined {
    const text = this.text(pointer, value, "a JSONPath");
    if (text === undefined) return undefined;
    try {
      return jsonPath(text);
    } catch (error) {
      if (!(error instanceof JsonPathProblem)) throw error;
      this.mistake(pointer, error.code, error.message);
      return undefined;
    }
  }
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

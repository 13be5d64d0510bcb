import type { TextEdit } from "./text-edit.ts";

/**
 * An edit of the Annotation document, and the impact that it must have: its levels on wire, types, validators, surface
 * and docs, `-` for none. The last edit is applied to both documents before, where an edit needs something to change.
 */
export type LabelledEdit = readonly [name: string, impact: string, edit: TextEdit, base?: TextEdit];

export const NOTHING = "- - - - -";
/** The same in other words: types are the same, and what validators list may come in another order. */
export const REWORDED = "- - patch - -";
export const DOCS = "- - - - patch";
/** For callers, programs and source code. */
export const BREAKING = "major major major - -";
/** For running programs; declarations look as before. */
export const UNSEEN = "major patch major - -";
export const ADDITION = "minor minor minor - -";

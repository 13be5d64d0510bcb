export { API_EDITS } from "./api-edits.ts";
export { ANNOTATION, ANNOTATION_FILE, documentText, type Parts } from "./document-text.ts";
export { type Dice, mutated, shuffled } from "./mutate-document.ts";
export { REQUEST_EDITS } from "./request-edits.ts";
export { RESPONSE_EDITS, SHARED_EDITS } from "./response-edits.ts";
export { filesIn, tempFolder, writeFiles } from "./temp-folder.ts";
export { all, below, insertBelow, swap, swapAll, type TextEdit } from "./text-edit.ts";

import { NAME_RULES, RULES, type RuleId } from "../release/diff/index.ts";

/** Who has something that the other one lacks, or neither of them. */
export const DIRECTIONS = ["provider", "ours", "differs"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a rule means between two documents that live side by side, of which neither came after the other. */
interface Statement {
  readonly direction: Direction;
  /** With `{placeholders}`, as in the rule. */
  readonly text: string;
}

/**
 * Rules that say nothing about the API of a provider, besides those of names: what we generate, words, our own
 * extensions, the order of things, and requests that the provider sends.
 */
const SILENT =
  /^webhook-|^operation-(renamed|skipped|generated|became-)|respelled$|reordered$|^index-signature-|^(request|response)-index-signature-|^base-url-|^credentials-|^(pagination|link|documentation|extension)-changed$|^(path-parameter|option|security-scheme)-renamed$/;

/** What makes the id of a rule that of the opposite edit, where the provider has what we lack. */
const OPPOSITES: readonly (readonly [RegExp, string])[] = [
  [/^success-response-removed$/, "success-response-added"],
  [/^(request|response)-known-additional-properties-forbidden$/, "$1-additional-properties-allowed"],
  [/additional-properties-forbidden$/, "additional-properties-allowed"],
  [/alternatives-dropped$/, "alternatives-demanded"],
  [/became-open$/, "became-enum"],
  [/became-optional$/, "became-required"],
  [/-not-/, "-"],
  [/removed$/, "added"],
];

import { schemas } from "@earmark/annotation-client/schemas";
import type { SandboxFault } from "@earmark/contract";
import { readingField, readingForms, readingPaths, telling, withField } from "@earmark/contract/mutation";
import { createMemoryStore } from "@earmark/sandbox";
import { remembering } from "../../faults/remembering.ts";

/** Characters that a comment may have. */
const LIMIT: number = schemas.UpdateAnnotationRequest.properties?.Comment?.maxLength ?? 100;

/** What a sandbox can get wrong about annotations. */
export const annotationFaults: readonly SandboxFault[] = [
  telling("forgets the incident", ({ incident: _, ...rest }) => rest),
  telling("exchanges comment and incident", ({ comment: said, incident, ...rest }) =>
    said === undefined || incident === undefined
      ? { comment: said, incident, ...rest }
      : { ...rest, comment: incident, incident: said },
  ),
  telling(
    "writes false as null",
    withField("spam", (spam) => spam || null),
  ),
  telling(
    "writes comments in small letters",
    comment((text) => text.toLowerCase()),
  ),
  telling(
    "cuts comments off",
    comment((text) => text.slice(0, LIMIT - 1)),
  ),
  telling(
    "removes spaces around comments",
    comment((text) => text.trim()),
  ),
  telling(
    "composes the characters of comments",
    comment((text) => text.normalize("NFC")),
  ),
  telling(
    "sorts quality issues",
    list((items) => items.toSorted()),
  ),
  telling(
    "tells one quality issue",
    list((items) => items.slice(0, 1)),
  ),
  telling(
    "tells every quality issue twice",
    list((items) => items.flatMap((item) => [item, item])),
  ),
  telling(
    "tells another account",
    withField("account_sid", () => `AC${"0".repeat(32)}`),
  ),
  telling(
    "tells another call",
    withField("call_sid", () => `CA${"0".repeat(32)}`),
  ),
  telling(
    "forgets the address",
    withField("url", () => null),
  ),
  telling(
    "tells an address with a query",
    withField("url", (url) => `${url}?`),
  ),

  readingPaths("knows malformed SIDs", (path) => path.replace(/CA[^/?]*/, wellFormed)),
  readingPaths("does not tell calls apart", (path) => path.replace(SID, `CA${"0".repeat(32)}`)),
  readingPaths("tells calls in small letters", (path) => path.replace(SID, (sid) => `CA${sid.slice(2).toLowerCase()}`)),
  readingForms("knows a field in small letters", (pairs) =>
    pairs.map(([name, value]) => [name.replace(/^comment$/, "Comment"), value]),
  ),
  readingField("Comment", "allows one character too many", (text) =>
    Array.from(text).length === LIMIT + 1 ? text.slice(1) : text,
  ),
  readingField("Comment", "does not allow as many characters as it must", (text) =>
    Array.from(text).length === LIMIT ? `${text}x` : text,
  ),
  readingField("Comment", "counts UTF-16 units", (text) => (text.length > LIMIT ? "x".repeat(LIMIT + 1) : text)),
  readingField("Incident", "wants an address for an incident", (text) =>
    URL.canParse(text) ? text : "x".repeat(1_000),
  ),
  readingField("CallScore", "allows a score of six", (text) => text.replace(/^6$/, "5")),
  readingField("CallScore", "allows a score of zero", (text) => text.replace(/^0$/, "1")),
  readingField("CallScore", "does not allow a score of five", (text) => text.replace(/^5$/, "6")),
  readingField("CallScore", "takes any notation of a number", (text) => (Number(text) ? String(Number(text)) : text)),
  readingField("CallScore", "does not take a score back", (text) => text || "3"),
  readingField("Spam", "takes other words for true", (text) => text.replace(/^(1|yes)$/, "true")),
  readingField("Spam", "knows true in small letters only", (text) => text.replace(/^T/, "?")),
  readingField("Spam", "takes false for true", (text) => text.replace(/^false$/i, "true")),
  readingField("AnsweredBy", "does not know machines", (text) => text.replace("machine", "unlisted")),
  readingField("AnsweredBy", "takes any value", (text) => text.replace(/.*unlisted$/, "human")),
  readingField("AnsweredBy", "ignores case in values", (text) => text.toLowerCase()),
  readingField("QualityIssues", "allows an empty list", (text) => text || "echo"),
  readingField("QualityIssues", "ignores issues that it does not know", (text) => text.replace(/,\w+_unlisted/, "")),
  readingField("QualityIssues", "allows an issue beside none", (text) => text.replace(/^no_quality_issue,.+/, "echo")),

  remembering("forgets everything", ({ read }) => ({
    read: async (...args) => {
      await read(...args);
      return undefined;
    },
  })),
  remembering("does not tell accounts apart", ({ read, merge }) => ({
    read: (_, call) => read("AC", call),
    merge: (_, call, changes) => merge("AC", call, changes),
  })),
  remembering("reads what was there before the last update", ({ read, merge }) => {
    const before = createMemoryStore();
    return {
      read: async (...args) => {
        await read(...args);
        return before.read(...args);
      },
      merge: async (account, call, changes) => {
        await before.merge(account, call, (await read(account, call)) ?? {});
        return merge(account, call, changes);
      },
    };
  }),
  remembering("replaces the whole annotation", ({ merge }) => ({
    merge: (account, call, changes) => merge(account, call, { ...nothing, ...defined(changes) }),
  })),
  remembering("clears nothing", ({ merge }) => ({
    merge: (account, call, changes) => merge(account, call, notNull(changes)),
  })),
  remembering("adds to lists", ({ read, merge }) => ({
    merge: async (account, call, changes) => {
      const before = (await read(account, call))?.quality_issues ?? [];
      const { quality_issues: added } = changes;
      return merge(account, call, added ? { ...changes, quality_issues: [...before, ...added] } : changes);
    },
  })),
  remembering("remembers an empty comment as none", ({ merge }) => ({
    merge: (account, call, { comment: text, ...changes }) =>
      merge(account, call, { ...changes, comment: text === "" ? null : text }),
  })),
  remembering("takes false for not sent", ({ merge }) => ({
    merge: (account, call, { spam, ...changes }) => merge(account, call, { ...changes, spam: spam || undefined }),
  })),
  remembering("keeps the first value", ({ read, merge }) => ({
    merge: async (account, call, changes) =>
      merge(account, call, { ...changes, ...notNull((await read(account, call)) ?? {}) }),
  })),
  remembering("loses updates that come at the same time", ({ read, merge }) => ({
    merge: async (account, call, changes) => {
      const before = (await read(account, call)) ?? {};
      await new Promise((resolve) => setImmediate(resolve));
      return merge(account, call, { ...before, ...defined(changes) });
    },
  })),
  remembering("fails now and then", ({ merge }) => {
    let count = 0;
    return {
      merge: (...args) => {
        count += 1;
        if (count % 10 === 0) throw new Error("The disk is full.");
        return merge(...args);
      },
    };
  }),
];

const SID = /CA[\da-f]{32}/i;

/** What can be noted, all of it `null`. */
const nothing = Object.fromEntries(
  Object.keys(schemas.Annotation.properties ?? {})
    .filter((name) => !["account_sid", "call_sid", "url"].includes(name))
    .map((name) => [name, null]),
);

function comment(change: (text: string) => string): Parameters<typeof telling>[1] {
  return withField("comment", (text) => (typeof text === "string" ? change(text) : text));
}

function list(change: (items: readonly unknown[]) => readonly unknown[]): Parameters<typeof telling>[1] {
  return withField("quality_issues", (items) => (Array.isArray(items) ? change(items) : items));
}

function wellFormed(sid: string): string {
  return `CA${sid
    .slice(2)
    .replace(/[^\da-f]/gi, "0")
    .padEnd(32, "0")
    .slice(0, 32)}`;
}

function defined(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

function notNull(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null));
}

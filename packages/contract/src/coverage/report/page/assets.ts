import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** Later ones take precedence. */
const STYLES = [
  ...["base", "squares", "choices", "share-bar", "masthead", "overview", "gaps", "reading"],
  ...["toolbar", "operations", "chip", "panel", "adapt"],
];

const SCRIPTS = ["panels", "filter", "keys"];

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** What goes into the page as it is. */
export interface Assets {
  readonly style: string;
  /** Before anything is shown. */
  readonly theme: string;
  /** Modules of their own, which know each other by the events of the document. */
  readonly scripts: readonly string[];
}

export function readAssets(): Assets {
  return {
    style: STYLES.map((name) => read(`styles/${name}.css`)).join("\n"),
    theme: read("scripts/theme.js"),
    scripts: SCRIPTS.map((name) => read(`scripts/${name}.js`)),
  };
}

/** A policy that lets these run, and nothing that came with a document. The page asks for nothing from anywhere. */
export function contentSecurityPolicy({ style, theme, scripts }: Assets): string {
  const hash = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  return [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    `script-src ${[theme, ...scripts].map(hash).join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

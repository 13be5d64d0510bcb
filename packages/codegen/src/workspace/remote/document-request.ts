import { validateHeaderName, validateHeaderValue } from "node:http";
import { redactor } from "@earmark/http";
import { isSafeUrl, publicUrl, SECRET } from "./document-url.ts";
import { RemoteDocumentError } from "./remote-document-error.ts";

/** Where a document is published, as the config says it. */
export interface RemoteSource {
  readonly url: string;
  /** Sent to the origin of `url` alone. `env:NAME`, at the end of a value, stands for what a variable holds. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is sent for a document. */
export interface DocumentRequest {
  readonly url: URL;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The variables that they were taken from. */
  readonly variables: readonly string[];
  /** Takes credentials out of a string. */
  redact(text: string): string;
}

/** @throws {RemoteDocumentError} where it could not be sent, or would show credentials to others. */
export function documentRequest({ url: text, headers = {} }: RemoteSource, env: NodeJS.ProcessEnv): DocumentRequest {
  if (!isSafeUrl(text))
    throw new RemoteDocumentError("url: expected an https: URL, or http: on this machine, received another");
  const url = new URL(text);
  if (url.username + url.password !== "")
    throw new RemoteDocumentError(
      `${publicUrl(url)}: expected a URL without user and password, which would be committed with it; set \`headers: { Authorization: "env:NAME" }\``,
    );
  const values: Record<string, string> = {};
  const variables: string[] = [];
  const secrets: string[] = [];
  for (const [name, written] of Object.entries(headers)) {
    const [, before = "", variable] = /^(.*\s)?env:(\w+)$/s.exec(written) ?? [];
    const value = variable === undefined ? written : before + variableValue(variable, name, env);
    if (variable !== undefined) variables.push(variable);
    if (variable !== undefined || SECRET.test(name)) secrets.push(value, value.replace(/^.*\s/s, ""));
    if (!isHeader(name, value)) {
      const from = variable === undefined ? "" : ` from ${variable}`;
      throw new RemoteDocumentError(`headers.${name}: expected what HTTP allows in a header, received other${from}`);
    }
    values[name.toLowerCase()] = value;
  }
  return { url, headers: values, variables, redact: redactor(secrets) };
}

function variableValue(variable: string, header: string, env: NodeJS.ProcessEnv): string {
  // Files of secrets end with a line break.
  const value = env[variable]?.trim() ?? "";
  if (value !== "") return value;
  throw new RemoteDocumentError(`headers.${header}: the environment variable ${variable} is not set`);
}

function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return true;
  } catch {
    return false;
  }
}

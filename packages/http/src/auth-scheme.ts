import type { Secret } from "./auth/secret.ts";

/** One security scheme of the document. It holds names of options, never what they are set to. */
export interface AuthScheme {
  /** What the operations' `security` calls it. */
  readonly scheme: string;
  /** The options of the client that hold its secret, for messages. */
  readonly options: string;
  /** Reads the options of a client; `undefined` where they are not given. */
  readonly read: (options: Readonly<Record<string, unknown>>) => Secret | undefined;
  /** Puts the secret on a copy of a request. Throws TypeError, without the secret, where it cannot be sent. */
  readonly apply: (copy: Request, secret: string) => Request | Promise<Request>;
  /** What a server might repeat of the secret, unencoded. */
  readonly forms: (secret: string) => readonly string[];
}

/** Sets a header, if the secret can be in one; the error of `Headers` would show it. */
export function setHeader(copy: Request, header: string, value: string, option: string): Request {
  if (!/^[!-~]+( [!-~]+)*$/.test(value)) throw new TypeError(`${option} must be printable ASCII to be in a header.`);
  copy.headers.set(header, value);
  return copy;
}

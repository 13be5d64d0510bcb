import type { Check } from "@earmark/validation";
import type { FormField, Operation, Parameter } from "./operation.ts";

/** What a generated handler of webhooks is made from: data and validators. */
export interface WebhookDefinition {
  /** The version of this interface that the handler was generated for: `INTERFACE_VERSION` of `@earmark/validation`. */
  readonly interface: number;
  /** By key: the name of the webhook, or `OPERATION/CALLBACK`; behind a slash the method, where that is not the first. */
  readonly webhooks: Readonly<Record<string, Webhook>>;
  /** By schema name; lenient, for what is received. A schema without a check is not checked. */
  readonly received: Readonly<Record<string, Check>>;
  /** By schema name; strict, for what is sent. A schema without a check is not checked. */
  readonly sent: Readonly<Record<string, Check>>;
}

/** A request that the server sends: a webhook, or one of a callback. */
export interface Webhook extends Pick<Operation, "method" | "requestBody" | "responses"> {
  readonly parameters: readonly WebhookParameter[];
}

/** A parameter in the query or in a header. */
export interface WebhookParameter extends Parameter {
  /** How it is read. */
  readonly field: FormField;
}

/** What a handler gets. */
export interface WebhookCall<Body = unknown, Parameters = unknown> {
  /** As the document describes it; values that it does not list, and more properties, may be there. */
  readonly body: Body;
  /** By name; one that shares its name with another in a group of its place, `{ header: { id } }`. */
  readonly parameters: Parameters;
  /** As it came, with its URL and its headers; its body has been read. */
  readonly request: Request;
}

/** The behaviour of any webhook: {@link WebhookReply}, a `Response` of its own, or nothing for a success without a body. */
export type WebhookHandler = (call: WebhookCall<never, never>) => unknown;

/** A response that is held to the document before it is sent. */
export type WebhookReply<Status extends number = number, Body = unknown> = {
  readonly status: Status;
  readonly headers?: Readonly<Record<string, string>>;
} & ([Body] extends [undefined]
  ? { readonly body?: undefined }
  : {
      readonly body: Body;
      /** @default the first media type that the document has */
      readonly contentType?: string;
    });

/** Bytes whose memory is not shared, for each version of TypeScript: what `crypto.subtle` takes, and hashes of Node do. */
export type Bytes = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;

export interface WebhookOptions<Handlers = Readonly<Record<string, WebhookHandler | undefined>>> {
  /** By key. A webhook without a handler gets 501. */
  readonly handlers: Handlers;
  /**
   * Whether the request comes from where it should: checks its signature, over the bytes of the body before anything is
   * made of them. Anything but `true`, and an error that it throws, gets 401.
   *
   * @default every request is let in
   */
  readonly verify?: (body: Bytes, request: Request) => boolean | Promise<boolean>;
  /**
   * The key of the webhook that a request is for, where its URL does not say so: from a header, or from the body, which
   * is parsed where it is JSON or a form, and `undefined` otherwise. It is called after `verify`.
   *
   * @default the key in which the path of the URL ends; the only webhook that there is, where there is one
   */
  readonly keyOf?: (request: Request, body: unknown) => string | undefined | Promise<string | undefined>;
  /**
   * The largest body that is read, in bytes. A larger one gets 413.
   *
   * @default 1,048,576
   */
  readonly maxBodyBytes?: number;
  /**
   * Called with what a handler or `verify` threw, and with a `ResponseValidationError` where a reply breaks the document.
   * The sender is told nothing of it.
   *
   * @default `console.error`
   */
  readonly onError?: (error: unknown, request: Request) => void;
}

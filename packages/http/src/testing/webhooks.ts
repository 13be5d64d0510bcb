import type { Check } from "@earmark/validation";
import { INTERFACE_VERSION, report } from "@earmark/validation/runtime";
import { receiveWebhooks } from "../webhook.ts";
import type { WebhookCall, WebhookDefinition, WebhookHandler, WebhookOptions } from "../webhook-definition.ts";

const named: Check = (value, issues, path = []) => {
  const name = Object(value).name as unknown;
  return typeof name === "string" || !report(issues, [...path, "name"], "type", "string", name);
};
const low: Check = (value, issues, path) => Number(value) < 10 || !report(issues, path, "maximum", 9, value);

export const DEFINITION: WebhookDefinition = {
  interface: INTERFACE_VERSION,
  webhooks: {
    newPet: {
      method: "POST",
      parameters: [
        { name: "X-Tries", in: "header", schema: "Low", field: { type: "integer" } },
        { name: "tag", in: "query", schema: "Tags", field: { type: "array" } },
        { name: "filter", in: "query", schema: "Any", contentType: "application/json", field: { type: "object" } },
        { name: "tag", in: "header", placed: true, schema: "Tags", field: { type: "array" } },
      ],
      requestBody: {
        required: true,
        content: {
          "application/json": { schema: "Pet" },
          "application/x-www-form-urlencoded": {
            schema: "Pet",
            fields: { age: { type: "integer" }, owner: { type: "object" }, toys: { type: "array" } },
          },
          "multipart/form-data": { schema: "Pet", fields: { age: { type: "integer" }, photo: { type: "file" } } },
          "text/*": {},
          "image/png": {},
        },
      },
      responses: {
        "202": {},
        "200": { content: { "application/json": { schema: "Pet" }, "text/plain": {} } },
        "4XX": {},
      },
    },
    "newPet/put": { method: "PUT", parameters: [], responses: { default: {} } },
    "makeOrder/shipped": {
      method: "POST",
      parameters: [],
      requestBody: { required: false, content: { "application/json": {} } },
      responses: {},
    },
  },
  received: { Pet: named, Low: low },
  sent: { Pet: named },
};

export const ONLY: WebhookDefinition = { ...DEFINITION, webhooks: { newPet: DEFINITION.webhooks.newPet ?? never() } };

export function never(): never {
  throw new Error("no such webhook");
}

export const JSON_TYPE: Readonly<Record<string, string>> = { "content-type": "application/json" };

export function post(body: BodyInit | null, init: RequestInit = {}, path = "/hooks/newPet"): Request {
  return new Request(`https://here.example${path}`, { method: "POST", headers: JSON_TYPE, body, ...init });
}

/** A function that handles every webhook with `handler`, and records errors. */
export function receiver(
  handler: WebhookHandler = () => undefined,
  options: Partial<WebhookOptions> = {},
  definition: WebhookDefinition = DEFINITION,
): { readonly receive: (request: Request) => Promise<Response>; readonly errors: readonly unknown[] } {
  const errors: unknown[] = [];
  const handlers = Object.fromEntries(Object.keys(definition.webhooks).map((key) => [key, handler]));
  const receive = receiveWebhooks(definition, { handlers, onError: (error) => void errors.push(error), ...options });
  return { receive, errors };
}

/** What a handler gets of a request. */
export async function callOf(request: Request): Promise<WebhookCall> {
  const calls: WebhookCall[] = [];
  const { receive } = receiver((call) => void calls.push(call));
  const response = await receive(request);
  const [call] = calls;
  if (call === undefined) throw new Error(await response.text());
  return call;
}

export async function statusOf(response: Promise<Response>): Promise<readonly [number, unknown]> {
  const { status, body } = await response;
  return [status, body === null ? undefined : await (await response).json()];
}

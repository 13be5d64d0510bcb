import type { CallInput } from "../../document/call-input.ts";
import type { Peer, PeerClient } from "../../peer/peer.ts";

/** The official Node library. Its documentation has a list as text with commas. */
export const twilio: Peer = { name: "the official Node library", connect: connectWith((list) => list.join()) };

/** The same with arrays, which its declaration forbids and its users write: one key per item on the wire. */
export const twilioWithArrays: Peer = {
  name: "the official Node library, given arrays",
  connect: connectWith((list) => list),
};

function connectWith(listed: (list: readonly unknown[]) => unknown): Peer["connect"] {
  return async ({ url, fetch }, { accountSid, authToken }): Promise<PeerClient> => {
    // It takes half a second to load, which not every test of a contract needs.
    const { default: official } = await import("twilio");
    class Rerouted extends official.RequestClient {
      // The one way to another server: its options `edge` and `region` only choose among the provider's.
      override request: typeof official.RequestClient.prototype.request = (options) =>
        super.request({ ...options, uri: options.uri.replace("https://insights.twilio.com", url) });
    }
    const httpClient = new Rerouted();
    if (fetch !== globalThis.fetch) {
      Object.assign(httpClient.axios.defaults, {
        adapter: "fetch",
        env: {
          ...httpClient.axios.defaults.env,
          Request,
          Response,
          fetch: (...args: ConstructorParameters<typeof Request>) => fetch(new Request(...args)),
        },
      });
    }
    const { insights } = official(accountSid, authToken, { httpClient });
    const annotation = ({ parameters }: CallInput) => insights.v1.calls(String(parameters.CallSid)).annotation();
    return {
      fetchAnnotation: async (input) => snakeCase(await annotation(input).fetch()),
      updateAnnotation: async (input) => {
        const changes = Object.entries(Object(input.body)).map(([name, value]) => [
          name.charAt(0).toLowerCase() + name.slice(1),
          Array.isArray(value) ? listed(value) : value,
        ]);
        return snakeCase(await annotation(input).update(Object.fromEntries(changes)));
      },
    };
  };
}

/** An answer of the library, with the names that it had on the wire. */
function snakeCase(answer: { readonly toJSON: () => object }): unknown {
  const entries = Object.entries(answer.toJSON());
  return Object.fromEntries(entries.map(([name, value]) => [name.replace(/[A-Z]/g, "_$&").toLowerCase(), value]));
}

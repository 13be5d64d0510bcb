import type { Target } from "@earmark/contract";

type Official = ReturnType<typeof import("twilio")>;

/** The provider's own library for Node, which talks to a target instead of the provider. */
export async function officialLibrary(
  { url, fetch }: Target,
  { accountSid, authToken }: { readonly accountSid: string; readonly authToken: string },
): Promise<Official> {
  // It takes half a second to load, which not every test of a contract needs.
  const { default: official } = await import("twilio");
  class Rerouted extends official.RequestClient {
    // The one way to another server: its options `edge` and `region` only choose among the provider's. The URL of a
    // next page it has taken apart by then, as if it were one of those.
    override request: typeof official.RequestClient.prototype.request = (options) =>
      super.request({ ...options, uri: options.uri.replace(/^https?:\/\/[^/]+/, url) });
  }
  const httpClient = new Rerouted();
  if (fetch !== globalThis.fetch) {
    const asked = (...args: ConstructorParameters<typeof Request>) => fetch(new Request(...args));
    const { defaults } = httpClient.axios;
    Object.assign(defaults, { adapter: "fetch", env: { ...defaults.env, Request, Response, fetch: asked } });
  }
  return official(accountSid, authToken, { httpClient });
}

import { type HttpHandler, HttpResponse, http } from "msw";
import { isConnectionFailure } from "./faults/connection-failure.ts";
import type { Sandbox } from "./sandbox/sandbox.ts";
import { createSandbox } from "./twilio/create-sandbox.ts";

export interface SandboxHandlersOptions {
  /**
   * The sandbox that responds. Make one for each test, or tests see what others have written.
   *
   * @default createSandbox()
   */
  readonly sandbox?: Sandbox;
  /**
   * Every request below this URL goes to the sandbox, so a path that the API does not have is a 404.
   *
   * @default "https://insights.twilio.com"
   */
  readonly baseUrl?: string;
}

/**
 * Handlers for Mock Service Worker that stand in for the API.
 *
 * @example
 * const server = setupServer(...sandboxHandlers());
 */
export function sandboxHandlers(options: SandboxHandlersOptions = {}): HttpHandler[] {
  const { sandbox = createSandbox(), baseUrl = "https://insights.twilio.com" } = options;
  const respond = async ({ request }: { readonly request: Request }): Promise<Response> => {
    try {
      return await sandbox.fetch(request);
    } catch (error) {
      // The response to an aborted request is dropped, but msw would report an error that is thrown.
      if (isConnectionFailure(error) || request.signal.aborted) return HttpResponse.error();
      throw error;
    }
  };
  return [http.all(`${baseUrl}/*`, respond)];
}

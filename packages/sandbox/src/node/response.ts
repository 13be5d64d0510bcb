import type { IncomingMessage, ServerResponse } from "node:http";
import { isConnectionFailure } from "../faults/connection-failure.ts";
import { failureAnswer, type OnError } from "../response/failure-answer.ts";
import { render, toResponse } from "../response/json-response.ts";
import type { FetchHandler } from "./listen.ts";
import { toRequest } from "./request.ts";
import { send } from "./send.ts";
import type { ServerIdentity } from "./server-identity.ts";

/** What one server answers with. */
export interface Surroundings {
  readonly sandbox: FetchHandler;
  readonly identity: ServerIdentity;
  readonly onError: OnError;
  readonly randomUUID: () => string;
}

/** Answers one request. Never rejects: whatever cannot be answered ends its own connection and nothing else. */
export async function respond(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { sandbox, identity, onError, randomUUID }: Surroundings,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const { signal } = gone;
  const onBodyWanted = () => {
    if (/^100-continue$/i.test(incoming.headers.expect ?? "") && !outgoing.headersSent) outgoing.writeContinue();
  };
  try {
    await send(await sandbox.fetch(toRequest(incoming, identity, onBodyWanted), { signal }), incoming, outgoing);
  } catch (error) {
    if (signal.aborted) return;
    if (isConnectionFailure(error)) {
      incoming.socket.resetAndDestroy();
      return;
    }
    const answer = await failureAnswer(error, onError);
    const failure = toResponse(render(answer, randomUUID()), incoming.method ?? "GET");
    if (outgoing.headersSent) outgoing.destroy();
    else await send(failure, incoming, outgoing).catch(() => outgoing.destroy());
  }
}

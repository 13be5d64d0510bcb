import { failureAnswer, type OnError } from "./answer/failure-answer.ts";
import { render, toResponse } from "./answer/render.ts";
import { answerRequest } from "./answer-request.ts";
import type { Api } from "./api.ts";

/** What differs between two runs that are asked the same. */
export interface Surroundings {
  readonly onError: OnError;
  readonly randomUUID: () => string;
}

/** Turns an API into a function that answers every request, whatever goes wrong. */
export function serve(api: Api, { onError, randomUUID }: Surroundings): (request: Request) => Promise<Response> {
  return async (request) => {
    const answer = await answerRequest(request, api).catch((error: unknown) => failureAnswer(error, onError));
    return toResponse(render(answer, randomUUID()), request.method);
  };
}

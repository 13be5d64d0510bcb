import { isConnectionFailure } from "../faults/connection-failure.ts";

/** The body of an answer, as far as there is one. */
interface ReadAnswer {
  readonly bytes: Buffer;
  /** False when it is to break off here. */
  readonly isWhole: boolean;
}

/**
 * Reads an answer before any of it is sent, so that a failure can still be answered with 500.
 *
 * Rejects with what reading it rejects with, unless that is a connection that is to fail.
 */
export async function readAnswer(response: Response): Promise<ReadAnswer> {
  const chunks: Uint8Array[] = [];
  let isWhole = true;
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk);
  } catch (error) {
    if (!isConnectionFailure(error)) throw error;
    isWhole = false;
  }
  return { bytes: Buffer.concat(chunks), isWhole };
}

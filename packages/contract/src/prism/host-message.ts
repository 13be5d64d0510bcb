/** Where one host listens. */
export interface PrismUrls {
  readonly mock: string;
  /** Absent when there is nothing to stand in front of. */
  readonly proxy?: string;
}

/** What a host tells the process that forked it, once it listens. */
export interface ReadyMessage {
  readonly ready: PrismUrls;
}

export function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeof message === "object" && message !== null && "ready" in message;
}

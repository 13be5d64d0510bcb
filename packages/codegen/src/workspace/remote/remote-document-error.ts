/** Thrown when a document could not be had from its URL. The message names neither credentials nor the query of a URL. */
export class RemoteDocumentError extends Error {
  override readonly name = "RemoteDocumentError";
  readonly code = "unavailable";
}

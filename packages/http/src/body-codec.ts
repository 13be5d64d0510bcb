import type { MediaType } from "./operation.ts";

/** Writes the body of a request in one media type. */
export interface BodyCodec {
  /** Throws {@link EncodeError} for a value that the media type cannot express. */
  encode(value: unknown, mediaType: MediaType): NonNullable<RequestInit["body"]>;
}

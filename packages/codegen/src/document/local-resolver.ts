import { BaseResolver, type Source } from "@redocly/openapi-core";

/** Resolves references to files, never to the network: what is generated must not depend on what a server says today. */
export class LocalResolver extends BaseResolver {
  override loadExternalRef(reference: string): Promise<Source> {
    if (/^https?:/i.test(reference)) {
      return Promise.reject(
        new Error(`${reference} is on the network; save it beside the document and refer to the file`),
      );
    }
    return super.loadExternalRef(reference);
  }
}

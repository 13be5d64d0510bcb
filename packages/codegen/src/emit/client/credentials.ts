import { DocumentError } from "../../document/index.ts";
import type { Model } from "../../model/index.ts";

/** Pairs of option names, each of which stands for a user name and a password; none for an API that wants no credentials. */
export function credentialsOf(model: Model): readonly (readonly [user: string, password: string])[] {
  const used = new Set(model.operations.flatMap(({ security }) => security.flat()));
  return model.securitySchemes
    .filter(({ name }) => used.has(name))
    .flatMap(({ name, type, scheme, credentials }) => {
      if (type !== "http" || scheme !== "basic") {
        const message = `security scheme ${name}: a client can be generated for http basic only, not for ${type} ${scheme ?? ""}`;
        throw new DocumentError([
          model.document.problemAt(`#/components/securitySchemes/${name}`, "unsupported", message.trim()),
        ]);
      }
      return credentials.length > 0 ? credentials : [["username", "password"] as const];
    });
}

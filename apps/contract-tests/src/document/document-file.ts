import { fileURLToPath } from "node:url";

/** The document under contract. */
export const documentFile: string = fileURLToPath(new URL("../../../../openapi/annotation.yaml", import.meta.url));

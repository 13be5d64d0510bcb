export { clientName, emitClient, resultsOf, securityOf } from "./client/index.ts";
export { emitSchemas } from "./client/schemas.ts";
export { emitOperations, kindOf, resultKindOf } from "./operations/index.ts";
export { BANNER, type Lines, literal, member, propertyKey, type SourceFile } from "./source.ts";
export { emitTypes } from "./types/index.ts";
export { emitValidators } from "./validators/index.ts";

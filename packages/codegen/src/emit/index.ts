export { clientName, emitClient, emitSchemas, resultsOf } from "./client/index.ts";
export { emitOperations, kindOf, resultKindOf } from "./operations/index.ts";
export { BANNER, type Lines, literal, member, propertyKey, type SourceFile } from "./source.ts";
export { emitTypes } from "./types/index.ts";
export { emitValidators } from "./validators/index.ts";

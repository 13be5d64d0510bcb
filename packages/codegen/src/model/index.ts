export { BINARY } from "./binary.ts";
export { buildModel } from "./build-model.ts";
export { type Discriminator, discriminatorOf, renameMapping } from "./discriminator.ts";
export type {
  Encoding,
  MediaType,
  Model,
  Operation,
  Pagination,
  Parameter,
  Response,
  SecurityScheme,
} from "./model.ts";
export {
  camelCase,
  derivedOperationId,
  isReserved,
  localNames,
  lowerFirst,
  operationKey,
  pascalCase,
  uniqueName,
} from "./names.ts";
export { defaultStyle } from "./parameter-style.ts";
export { regularExpression } from "./regular-expression.ts";
export { summariseRepairs } from "./repair.ts";
export { findRunawayPatterns } from "./runaway-patterns.ts";
export {
  componentName,
  componentRef,
  isAnnotation,
  isSchema,
  mapSubschemas,
  type Schema,
  typesOf,
  visitSubschemas,
} from "./schema.ts";
export { DocumentSource, type Located } from "./source.ts";
export { modernSchema } from "./upgrade-schema.ts";
export { KNOWN_VALUES } from "./view.ts";
export { buildViews, CLOSED, knownValues, type ViewedSchema, type Views } from "./views.ts";

export { type Diagnostic, diagnose, type Place } from "./diagnostics/diagnostic.ts";
export { DocumentError } from "./diagnostics/document-error.ts";
export { formatDiagnostics, type ReportFormat, workflowCommand } from "./diagnostics/report.ts";
export type { RuleId } from "./diagnostics/rules.ts";
export { bundledText, type Document, documentYaml, type Filter } from "./document/document.ts";
export { DISK, displayPath, type Files, type Source } from "./document/files.ts";
export { EXPECTED_DOCUMENT, expectDocument, type Reading, readDocument, versionProblem } from "./document/read.ts";
export { readRevision } from "./document/read-revision.ts";
export { readSource } from "./document/read-source.ts";
export { otherFiles } from "./document/references.ts";
export { resolve, type Target } from "./document/resolve.ts";
export { isBaseUrl, isLoopback } from "./document/servers.ts";
export { fileKind } from "./document/shared-file.ts";
export { filterDocument } from "./filter/filtered.ts";
export {
  essence,
  isCharacters,
  isForm,
  isJson,
  isMultipart,
  isRange,
  isText,
  isWithin,
  isXml,
} from "./http/media-type.ts";
export { isMethod, METHODS } from "./http/method.ts";
export { defaultExplode, defaultStyle, effectiveStyle } from "./http/parameter.ts";
export { erasedTemplate, expandTemplate, templateNames } from "./http/path-template.ts";
export { isResult, isSuccess } from "./http/status.ts";
export { isJsonObject, type Json, type JsonObject } from "./json/json.ts";
export { decoded, isAtOrBelow, pointerSegments, pointerTo, valueAt } from "./json/json-pointer.ts";
export { allRules } from "./lint/checks.ts";
export { withoutIgnored } from "./lint/ignores.ts";
export { type InventoryEntry, inventoryDocument, inventoryOf } from "./lint/inventory.ts";
export { type Examined, examineDocument, lintDocument } from "./lint/lint.ts";
export {
  applyRules,
  isSettable,
  type RuleException,
  type RuleSetting,
  type RuleSettings,
} from "./lint/rule-settings.ts";
export { buildModel } from "./model/build-model.ts";
export { declaredOperationId } from "./model/build-operations.ts";
export { type Credentials, credentialsOf } from "./model/credentials.ts";
export type { ErrorFields } from "./model/extensions.ts";
export {
  type Encoding,
  type Header,
  isIdempotencyKey,
  type MediaType,
  type Model,
  type NamedSchema,
  type Node,
  type Operation,
  outboundOf,
  type Pagination,
  type Parameter,
  type Response,
  receivedOf,
  type SecurityScheme,
  type SkippedOperation,
  type Webhook,
} from "./model/model.ts";
export {
  camelCase,
  isReserved,
  localNames,
  lowerFirst,
  operationKey,
  pascalCase,
  uniqueName,
} from "./model/names.ts";
export { TYPED_KEYWORDS } from "./objects/objects.ts";
export { readOverlaid } from "./overlay/overlaid.ts";
export { counted } from "./printing/counted.ts";
export { code, markdown } from "./printing/markdown.ts";
export { didYouMean, distance } from "./printing/nearest.ts";
export { printable, visible } from "./printing/printable.ts";
export { BINARY } from "./schema/binary.ts";
export { cyclesIn, inOrder } from "./schema/cycles.ts";
export { type Discriminator, discriminatorOf, renameMapping, tagsOf } from "./schema/discriminator.ts";
export { CHECKED_FORMATS, type CheckedFormat } from "./schema/formats.ts";
export {
  appliesTo,
  isAnnotation,
  isInPlace,
  KEYWORDS,
  type Keyword,
  keywordsOf,
  missingKeywords,
  type Role,
  type Variance,
  varianceOf,
} from "./schema/keywords.ts";
export { regularExpression } from "./schema/regular-expression.ts";
export {
  componentName,
  componentRef,
  isSchema,
  type OpenApiVersion,
  type Schema,
  typesOf,
} from "./schema/schema.ts";
export {
  addTo,
  mapSchemas,
  mapSubschemas,
  pointerBelow,
  referencesOf,
  visitSchemas,
  visitSubschemas,
} from "./schema/walk.ts";

export { KNOWN_VALUES } from "./views/view.ts";
export { buildViews, CLOSED, knownValues, type ViewedSchema, type Views } from "./views/views.ts";

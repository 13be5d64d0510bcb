/** What a rule is about: a part of a document in YAML, before and after the edit. */
export type Example = readonly [before: string, after: string];

const HEAD = 'openapi: 3.1.0\ninfo: { title: Things, version: "1" }\n';
const DONE = 'responses: { "204": { description: Done. } }';
const OTHER = "    Other: { type: object, properties: { kind: { type: string }, type: { type: string } } }\n";

/** A document with a schema that travels one way. */
export function schemaDocument(schema: string, direction: "request" | "response"): string {
  const content = 'content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }';
  const operation =
    direction === "request"
      ? `requestBody: { ${content} }\n${DONE}`
      : `responses:\n  "200": { description: Found., ${content} }`;
  return `${operationDocument(operation)}components:\n  schemas:\n${OTHER}    Thing:\n${indented(schema, 6)}`;
}

/** A document of these parts; what says nothing about paths is an operation, or has one beside it. */
export function exampleDocument(parts: string): string {
  if (/^paths:/m.test(parts)) return `${HEAD}${parts}\n`;
  if (/^(components|servers|security|tags|webhooks|externalDocs|x-):/m.test(parts))
    return `${operationDocument(DONE)}${parts}\n`;
  return operationDocument(parts);
}

function operationDocument(operation: string): string {
  const complete = /^responses:/m.test(operation) ? operation : `${operation}\n${DONE}`;
  const named = /^operationId:/m.test(operation) ? complete : `operationId: ChangeThing\n${complete}`;
  return `${HEAD}paths:\n  /things:\n    post:\n${indented(named, 6)}`;
}

function indented(text: string, spaces: number): string {
  return `${text.replaceAll(/^(?=.)/gm, " ".repeat(spaces))}\n`;
}

import type { CallSummary, ListCallSummariesParameters } from "@earmark/summaries-client";
import { operations } from "@earmark/summaries-client/operations";
import { parameters, schemas } from "@earmark/summaries-client/schemas";
import * as validators from "@earmark/summaries-validators/strict";
import type { JsonSchema, Validator } from "@earmark/validation";
import { UsageError } from "../errors/usage-error.ts";
import { parameterOptions, readField } from "../options/field-option.ts";
import { describeIssues, prefixed } from "../options/issues.ts";
import type { GivenOptions } from "../options/option.ts";
import { resolveSchema } from "../options/schemas.ts";
import { renderList } from "../output/render.ts";
import { counted } from "../output/strings.ts";
import type { Command, Invocation } from "./command.ts";

const operation = operations.listCallSummaries;
const documentation = parameters.listCallSummaries;
/** All but the parameters for pages, which the client sets. */
const filters = parameterOptions(operation, documentation, schemas, ["Page", "PageToken"]);

/** `earmark list` */
export const list: Command = {
  description:
    "Prints the calls that meet every condition, the latest first. Of the values A,B a call meets any. A table shows " +
    "the main fields, csv those of the document, json and ndjson all.",
  positional: [],
  options: [
    ...filters.map(({ option }) => option),
    { kind: "value", name: "limit", placeholder: "N", help: "At most so many calls; all of them unless given." },
  ],
  async run(invocation) {
    const limit = readLimit(invocation.given);
    const query = readQuery(invocation);
    // Loaded late: help and usage errors need no client.
    const [{ createSummariesClient }, { withClient }] = await Promise.all([
      import("@earmark/summaries-client"),
      import("../connection/with-client.ts"),
    ]);
    return withClient(
      invocation,
      createSummariesClient,
      operation,
      async (client) => {
        const calls = first(limit, client.listCallSummaries(query, { signal: invocation.context.signal }));
        const columns = { table: tableColumns, csv: fieldsOf({ $ref: "#/components/schemas/CallSummary" }) };
        const count = await renderList(calls, invocation.settings.output, invocation.context, columns);
        await invocation.talk.say(`${counted(count, "call")}.`);
      },
      documentation,
    );
  },
};

function readLimit({ limit }: GivenOptions): number {
  if (limit === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,14}$/.test(String(limit))) return Number(limit);
  throw new UsageError(`--limit must be a whole number from 1 on, received ${JSON.stringify(limit)}`);
}

function readQuery({ given }: Invocation): ListCallSummariesParameters {
  const read = filters.map((filter) => [filter.property, readField(filter, given)] as const);
  const query = Object.fromEntries(read.filter(([, value]) => value !== undefined));
  const checks: Readonly<Record<string, Validator<unknown> | undefined>> = validators;
  const issues = operation.parameters.flatMap(({ name, schema }) =>
    query[name] === undefined ? [] : prefixed(name, checks[schema]?.issues(query[name]) ?? []),
  );
  if (issues.length > 0) throw new UsageError(...describeIssues(issues, operation, documentation));
  return query;
}

async function* first(limit: number, calls: AsyncIterable<CallSummary>): AsyncGenerator<CallSummary> {
  let count = 0;
  for await (const call of calls) {
    yield call;
    // Checked here: one more step of the iterator would request the next page.
    if (++count >= limit) return;
  }
}

/** The fields of a call that fit on one line. */
const tableColumns: readonly string[] = [
  "call_sid",
  "start_time",
  "from.caller",
  "to.callee",
  "annotation.answered_by",
  "annotation.quality_issues",
  "annotation.spam",
  "annotation.call_score",
  "annotation.comment",
];

/** All fields that the document describes, in its order: `annotation.spam` for a nested one. */
function fieldsOf(schema: JsonSchema): readonly string[] {
  return Object.entries(resolveSchema(schema, schemas).properties ?? {}).flatMap(([name, property]) => {
    const inner = fieldsOf(property);
    return inner.length === 0 ? [name] : inner.map((field) => `${name}.${field}`);
  });
}

import type { CallSummary, ListCallSummariesParameters } from "@earmark/summaries-client";
import { operations } from "@earmark/summaries-client/operations";
import { parameters, schemas } from "@earmark/summaries-client/schemas";
import * as validators from "@earmark/summaries-validators/strict";
import type { Validator } from "@earmark/validation";
import { UsageError } from "../errors/usage-error.ts";
import { describeIssues } from "../options/issues.ts";
import { parameterOptions } from "../options/parameter-option.ts";
import { prefixed } from "../options/prefixed.ts";
import { readCount } from "../options/read-count.ts";
import { readField } from "../options/read-field.ts";
import { counted } from "../output/counted.ts";
import { renderList } from "../output/render-list.ts";
import type { Call, Command } from "./command.ts";
import { summaryColumns, tableColumns } from "./summary-columns.ts";

const operation = operations.listCallSummaries;
const documentation = parameters.listCallSummaries;
/** Which page it is, the client sees to. */
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
  async run(call) {
    const limit = readCount(call.given, "limit") ?? Number.POSITIVE_INFINITY;
    const query = readQuery(call);
    // Help and wrong calls do without the client, and do not wait for it to load.
    const { createSummariesClient, withClient } = await import("../connection/with-summaries-client.ts");
    return withClient(
      call,
      createSummariesClient,
      operation,
      async (client) => {
        const calls = first(limit, client.listCallSummaries(query, { signal: call.context.signal }));
        const columns = { table: tableColumns, csv: summaryColumns(schemas) };
        const count = await renderList(calls, call.settings.output, call.context, columns);
        await call.talk.say(`${counted(count, "call")}.`);
      },
      documentation,
    );
  },
};

function readQuery({ given }: Call): ListCallSummariesParameters {
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
    // Asked for here, since the iterator would already be on its way to the next page.
    if (++count >= limit) return;
  }
}

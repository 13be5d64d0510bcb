import type { Peer } from "@earmark/contract";
import { camelCase, declaredValues, officialLibrary, snakeCase } from "../official-library.ts";

/** The official Node library. It joins the pages. */
export const twilio: Peer = {
  name: "the official Node library",
  // It sends none.
  fields: [],
  values: () =>
    declaredValues("insights/v1/callSummaries", {
      CallState: "CallSummariesCallState",
      CallType: "CallSummariesCallType",
      DetectedAnsweredBy: "CallSummariesAnsweredBy",
      ListCallSummariesProcessingState: "CallSummariesProcessingStateRequest",
      ListCallSummariesSortBy: "CallSummariesSortBy",
      ProcessingState: "CallSummariesProcessingState",
    }),
  connect: async (target, credentials) => {
    const { insights } = await officialLibrary(target, credentials);
    return {
      listCallSummaries: async ({ parameters }) => {
        const { pageSize, ...conditions } = camelCase(parameters);
        // Without a limit, it takes the size of a page for granted.
        const options = { ...conditions, ...(pageSize !== undefined && { pageSize: Number(pageSize), limit: 1_000 }) };
        return (await insights.v1.callSummaries.list(options)).map((summary) => snakeCase(summary.toJSON()));
      },
    };
  },
};

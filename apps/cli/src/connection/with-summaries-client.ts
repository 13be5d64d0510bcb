// One chunk of what `list` needs besides itself.
export { createSummariesClient } from "@earmark/summaries-client";
export { withClient } from "./with-client.ts";

// One chunk of what the commands of the annotation need besides themselves.
export { createAnnotationClient } from "@earmark/annotation-client";
export { withClient } from "./with-client.ts";

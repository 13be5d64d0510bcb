import { WORKSPACE } from "../workspace/packages.ts";
import { findViolations } from "./layers.ts";

// Names every import that the layers of the workspace do not allow, and exits with 1 where there is one.
const violations = await findViolations(WORKSPACE);
for (const { rule, from, to } of violations) process.stderr.write(`${from}: ${rule}: ${to.join(" → ")}\n`);
if (violations.length > 0) {
  process.stderr.write(
    "Move what is imported to a layer below, or import it from where the layers allow (CONTRIBUTING.md).\n",
  );
  process.exitCode = 1;
}

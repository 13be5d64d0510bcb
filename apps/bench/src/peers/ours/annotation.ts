import { Annotation as validator } from "@earmark/annotation-validators";
import type { Checker } from "../checker.ts";

export const Annotation: Checker = { is: validator.is, issues: validator.issues };

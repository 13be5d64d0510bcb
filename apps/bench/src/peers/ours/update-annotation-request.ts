import { UpdateAnnotationRequest as validator } from "@earmark/annotation-validators";
import type { Checker } from "../checker.ts";

export const UpdateAnnotationRequest: Checker = { is: validator.is, issues: validator.issues };

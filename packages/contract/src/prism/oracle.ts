// Not from the package's entry, which loads half a second's worth of generators of random data.
import { validateInput, validateOutput, validateSecurity } from "@stoplight/prism-http/dist/validator/index.js";
import type { ContractOperation } from "../contract/contract.ts";
import type { WireAnswer, WireRequest } from "../coverage/exchange.ts";
import type { Finding } from "./findings.ts";
import { toElement } from "./to-element.ts";

type Judgement = ReturnType<typeof validateInput | typeof validateOutput | typeof validateSecurity>;

/** What Prism finds wrong with a request: what its server says, some thousand times a second. Throws where that dies. */
export function judgeRequest({ documented }: ContractOperation, request: WireRequest): readonly Finding[] {
  const place = { resource: documented, element: toElement(request) };
  return [...toFindings(validateSecurity(place)), ...toFindings(validateInput(place))];
}

/** What Prism finds wrong with an answer of JSON. */
export function judgeAnswer({ documented }: ContractOperation, answer: WireAnswer): readonly Finding[] {
  const { status: statusCode, headers, body } = answer;
  const element = { statusCode, headers: { ...headers }, body: JSON.parse(body) };
  return toFindings(validateOutput({ resource: documented, element }));
}

function toFindings(judgement: Judgement): readonly Finding[] {
  if (judgement._tag === "Right") return [];
  return judgement.left.map(({ path = [], code = "" }) => ({ location: path.join("."), code: String(code) }));
}

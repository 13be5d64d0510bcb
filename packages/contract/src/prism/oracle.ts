import type { IHttpRequest } from "@stoplight/prism-http/dist/types.js";
import type { ContractOperation } from "../contract/contract.ts";
import type { WireRequest, WireResponse } from "../coverage/exchange.ts";
import { prism } from "../document/prism.ts";
import type { Finding } from "./findings.ts";

const VALIDATOR = "prism-http/dist/validator/index.js";
type Validator = ReturnType<typeof prism<typeof VALIDATOR>>;
type Judgement = ReturnType<Validator["validateInput" | "validateOutput" | "validateSecurity"]>;

/** What Prism finds wrong with a request: what its server says, some thousand times a second. Throws where that dies. */
export function judgeRequest({ documented }: ContractOperation, request: WireRequest): readonly Finding[] {
  const { validateInput, validateSecurity } = prism(VALIDATOR);
  const place = { resource: documented, element: toElement(request) };
  return [...toFindings(validateSecurity(place)), ...toFindings(validateInput(place))];
}

/** What Prism finds wrong with a response of JSON. */
export function judgeResponse({ documented }: ContractOperation, response: WireResponse): readonly Finding[] {
  const { status: statusCode, headers, body } = response;
  const element = { statusCode, headers: { ...headers }, body: JSON.parse(body) };
  return toFindings(prism(VALIDATOR).validateOutput({ resource: documented, element }));
}

function toFindings(judgement: Judgement): readonly Finding[] {
  if (judgement._tag === "Right") return [];
  return judgement.left.map(({ path = [], code = "" }) => ({ location: path.join("."), code: String(code) }));
}

/** A request as Prism's server makes it out of what it receives. */
export function toElement({ method, path, headers, body = "" }: WireRequest): IHttpRequest {
  const { pathname, searchParams } = new URL(path, "http://prism.example");
  const query = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const [first = "", ...others] = searchParams.getAll(key);
      return [key, others.length === 0 ? first : [first, ...others]];
    }),
  );
  const length = body === "" ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return {
    // Every method of HTTP has a name in lower case.
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query },
    headers: { ...headers, ...length },
    body: body === "" ? null : body,
  };
}

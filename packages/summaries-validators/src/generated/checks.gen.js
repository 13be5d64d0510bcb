// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import {
  isDateTime,
  isLonger,
  isObject,
  isShorter,
  isUri,
  isUriLike,
  report,
  reportMember,
} from "@earmark/validation/runtime";

const accountSidPattern = /^AC[0-9a-fA-F]{32}$/u;
export const answeredByValues = ["unknown_answered_by", "human", "machine"];
const callSidPattern = /^CA[0-9a-fA-F]{32}$/u;
export const callStateValues = [
  "ringing",
  "completed",
  "busy",
  "fail",
  "noanswer",
  "canceled",
  "answered",
  "undialed",
];
export const callTypeValues = ["carrier", "sip", "trunking", "client", "whatsapp"];
export const connectivityIssueValues = [
  "unknown_connectivity_issue",
  "no_connectivity_issue",
  "invalid_number",
  "caller_id",
  "dropped_call",
  "number_reachability",
];
export const detectedAnsweredByValues = [
  "unknown",
  "machine_start",
  "machine_end_beep",
  "machine_end_silence",
  "machine_end_other",
  "human",
  "fax",
];
export const directionValues = [
  "outbound_api",
  "outbound_dial",
  "inbound",
  "trunking_originating",
  "trunking_terminating",
];
export const listCallSummariesProcessingStateValues = ["completed", "started", "partial", "all"];
export const qualityIssueInputValues = [
  "unknown_quality_issue",
  "no_quality_issue",
  "low_volume",
  "choppy_robotic",
  "echo",
  "dtmf",
  "latency",
  "owa",
  "static_noise",
];
export const listCallSummariesSortByValues = ["start_time", "end_time"];
export const processingStateValues = ["complete", "partial"];
const timeBoundPattern = /^([0-9]+[mhdw]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+\-][0-9]{2}:?[0-9]{2}))$/u;

export function checkAccountSid(value, issues, path) {
  if (typeof value === "string") {
    if (isShorter(value, 34) && report(issues, path, "minLength", 34, value)) return false;
    if (isLonger(value, 34)) {
      if (report(issues, path, "maxLength", 34, value)) return false;
    } else if (!accountSidPattern.test(value) && report(issues, path, "pattern", "^AC[0-9a-fA-F]{32}$", value)) return false;
  } else if (report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkAnsweredBy(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkAnsweredByInput(value, issues, path) {
  if (!answeredByValues.includes(value) && report(issues, path, "enum", answeredByValues, value)) return false;
  return true;
}

export function checkCallProperties(value, issues, path) {
  if (isObject(value)) {
    const { direction } = value;
    if (direction !== undefined && direction !== null && typeof direction !== "string" && report(issues, path, "type", "string", direction, "direction")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSid(value, issues, path) {
  if (typeof value === "string") {
    if (isShorter(value, 34) && report(issues, path, "minLength", 34, value)) return false;
    if (isLonger(value, 34)) {
      if (report(issues, path, "maxLength", 34, value)) return false;
    } else if (!callSidPattern.test(value) && report(issues, path, "pattern", "^CA[0-9a-fA-F]{32}$", value)) return false;
  } else if (report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallState(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallStateInput(value, issues, path) {
  if (!callStateValues.includes(value) && report(issues, path, "enum", callStateValues, value)) return false;
  return true;
}

export function checkCallSummary(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid,
      annotation,
      answered_by,
      call_sid,
      call_state,
      call_type,
      connect_duration,
      created_time,
      duration,
      end_time,
      from,
      processing_state,
      properties,
      start_time,
      tags,
      to,
      url,
    } = value;
    if (account_sid !== undefined && account_sid !== null && !checkAccountSid(account_sid, issues, issues && [...path, "account_sid"])) return false;
    if (annotation !== undefined && annotation !== null && !checkCallSummaryAnnotation(annotation, issues, issues && [...path, "annotation"])) return false;
    if (answered_by !== undefined && answered_by !== null && typeof answered_by !== "string" && report(issues, path, "type", "string", answered_by, "answered_by")) return false;
    if (call_sid !== undefined && call_sid !== null && !checkCallSid(call_sid, issues, issues && [...path, "call_sid"])) return false;
    if (call_state !== undefined && call_state !== null && typeof call_state !== "string" && report(issues, path, "type", "string", call_state, "call_state")) return false;
    if (call_type !== undefined && call_type !== null && typeof call_type !== "string" && report(issues, path, "type", "string", call_type, "call_type")) return false;
    if (connect_duration !== undefined && connect_duration !== null && !Number.isInteger(connect_duration) && report(issues, path, "type", ["integer", "null"], connect_duration, "connect_duration")) return false;
    if (created_time !== undefined) {
      if (typeof created_time === "string") {
        if (!isDateTime(created_time) && report(issues, path, "format", "date-time", created_time, "created_time")) return false;
      } else if (created_time !== null && report(issues, path, "type", ["string", "null"], created_time, "created_time")) return false;
    }
    if (duration !== undefined && duration !== null && !Number.isInteger(duration) && report(issues, path, "type", ["integer", "null"], duration, "duration")) return false;
    if (end_time !== undefined) {
      if (typeof end_time === "string") {
        if (!isDateTime(end_time) && report(issues, path, "format", "date-time", end_time, "end_time")) return false;
      } else if (end_time !== null && report(issues, path, "type", ["string", "null"], end_time, "end_time")) return false;
    }
    if (from !== undefined && from !== null && !checkCaller(from, issues, issues && [...path, "from"])) return false;
    if (processing_state !== undefined && processing_state !== null && typeof processing_state !== "string" && report(issues, path, "type", "string", processing_state, "processing_state")) return false;
    if (properties !== undefined && properties !== null && !checkCallProperties(properties, issues, issues && [...path, "properties"])) return false;
    if (start_time !== undefined) {
      if (typeof start_time === "string") {
        if (!isDateTime(start_time) && report(issues, path, "format", "date-time", start_time, "start_time")) return false;
      } else if (start_time !== null && report(issues, path, "type", ["string", "null"], start_time, "start_time")) return false;
    }
    if (tags !== undefined) {
      if (Array.isArray(tags)) {
        for (let index = 0; index < tags.length; index++) {
          const item = tags[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "tags"], "type", "string", item, index)) return false;
        }
      } else if (tags !== null && report(issues, path, "type", ["array", "null"], tags, "tags")) return false;
    }
    if (to !== undefined && to !== null && !checkCallee(to, issues, issues && [...path, "to"])) return false;
    if (url !== undefined && !checkStringNullUri(url, issues, path, "url")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryAnnotation(value, issues, path) {
  if (isObject(value)) {
    const {
      answered_by,
      call_score,
      comment,
      connectivity_issue,
      incident,
      quality_issues,
      spam,
    } = value;
    if (answered_by !== undefined && answered_by !== null && typeof answered_by !== "string" && report(issues, path, "type", "string", answered_by, "answered_by")) return false;
    if (call_score !== undefined && call_score !== null && !Number.isInteger(call_score) && report(issues, path, "type", ["integer", "null"], call_score, "call_score")) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, path, "type", ["string", "null"], comment, "comment")) return false;
    if (connectivity_issue !== undefined && connectivity_issue !== null && typeof connectivity_issue !== "string" && report(issues, path, "type", "string", connectivity_issue, "connectivity_issue")) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, path, "type", ["string", "null"], incident, "incident")) return false;
    if (quality_issues !== undefined) {
      if (Array.isArray(quality_issues)) {
        for (let index = 0; index < quality_issues.length; index++) {
          const item = quality_issues[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "quality_issues"], "type", "string", item, index)) return false;
        }
      } else if (quality_issues !== null && report(issues, path, "type", ["array", "null"], quality_issues, "quality_issues")) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, path, "type", ["boolean", "null"], spam, "spam")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCaller(value, issues, path) {
  if (isObject(value)) {
    const { caller, carrier, country_code } = value;
    if (caller !== undefined && caller !== null && typeof caller !== "string" && report(issues, path, "type", ["string", "null"], caller, "caller")) return false;
    if (carrier !== undefined && carrier !== null && typeof carrier !== "string" && report(issues, path, "type", ["string", "null"], carrier, "carrier")) return false;
    if (country_code !== undefined && country_code !== null && typeof country_code !== "string" && report(issues, path, "type", ["string", "null"], country_code, "country_code")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallee(value, issues, path) {
  if (isObject(value)) {
    const { callee, carrier, country_code } = value;
    if (callee !== undefined && callee !== null && typeof callee !== "string" && report(issues, path, "type", ["string", "null"], callee, "callee")) return false;
    if (carrier !== undefined && carrier !== null && typeof carrier !== "string" && report(issues, path, "type", ["string", "null"], carrier, "carrier")) return false;
    if (country_code !== undefined && country_code !== null && typeof country_code !== "string" && report(issues, path, "type", ["string", "null"], country_code, "country_code")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

function checkStringNullUri(value, issues, path, key) {
  if (typeof value === "string") {
    if (!isUriLike(value) && report(issues, path, "format", "uri", value, key)) return false;
  } else if (value !== null && report(issues, path, "type", ["string", "null"], value, key)) return false;
  return true;
}

export function checkCallSummaryPage(value, issues, path) {
  if (isObject(value)) {
    const { call_summaries, meta } = value;
    if (call_summaries !== undefined) {
      if (Array.isArray(call_summaries)) {
        for (let index = 0; index < call_summaries.length; index++) {
          const item = call_summaries[index];
          if (!checkCallSummary(item, issues, issues && [...path, "call_summaries", index])) return false;
        }
      } else if (report(issues, path, "type", "array", call_summaries, "call_summaries")) return false;
    }
    if (meta !== undefined && !checkPageMeta(meta, issues, issues && [...path, "meta"])) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkPageMeta(value, issues, path) {
  if (isObject(value)) {
    const { first_page_url, key, next_page_url, page, page_size, previous_page_url, url } = value;
    if (first_page_url !== undefined) {
      if (typeof first_page_url === "string") {
        if (!isUriLike(first_page_url) && report(issues, path, "format", "uri", first_page_url, "first_page_url")) return false;
      } else if (report(issues, path, "type", "string", first_page_url, "first_page_url")) return false;
    }
    if (key !== undefined && typeof key !== "string" && report(issues, path, "type", "string", key, "key")) return false;
    if (next_page_url !== undefined && !checkStringNullUri(next_page_url, issues, path, "next_page_url")) return false;
    if (page !== undefined && !Number.isInteger(page) && report(issues, path, "type", "integer", page, "page")) return false;
    if (page_size !== undefined && !Number.isInteger(page_size) && report(issues, path, "type", "integer", page_size, "page_size")) return false;
    if (previous_page_url !== undefined && !checkStringNullUri(previous_page_url, issues, path, "previous_page_url")) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUriLike(url) && report(issues, path, "format", "uri", url, "url")) return false;
      } else if (report(issues, path, "type", "string", url, "url")) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallType(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallTypeInput(value, issues, path) {
  if (!callTypeValues.includes(value) && report(issues, path, "enum", callTypeValues, value)) return false;
  return true;
}

export function checkConnectivityIssue(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkConnectivityIssueInput(value, issues, path) {
  if (!connectivityIssueValues.includes(value) && report(issues, path, "enum", connectivityIssueValues, value)) return false;
  return true;
}

export function checkDetectedAnsweredBy(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkDetectedAnsweredByInput(value, issues, path) {
  if (!detectedAnsweredByValues.includes(value) && report(issues, path, "enum", detectedAnsweredByValues, value)) return false;
  return true;
}

export function checkDirection(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkDirectionInput(value, issues, path) {
  if (!directionValues.includes(value) && report(issues, path, "enum", directionValues, value)) return false;
  return true;
}

export function checkErrorResponse(value, issues, path) {
  if (isObject(value)) {
    const { code, details, message, more_info, status } = value;
    if (!Number.isInteger(code) && reportMember(issues, path, "type", "integer", code, "code")) return false;
    if (details !== undefined && details !== null && !isObject(details) && report(issues, path, "type", ["object", "null"], details, "details")) return false;
    if (typeof message !== "string" && reportMember(issues, path, "type", "string", message, "message")) return false;
    if (more_info !== undefined && !checkStringNullUri(more_info, issues, path, "more_info")) return false;
    if (Number.isInteger(status)) {
      if (status < 400 && report(issues, path, "minimum", 400, status, "status")) return false;
      if (status > 599 && report(issues, path, "maximum", 599, status, "status")) return false;
    } else if (reportMember(issues, path, "type", "integer", status, "status")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkListCallSummariesCallScoreAnnotation(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (Number.isInteger(item)) {
        if (item < 1 && report(issues, path, "minimum", 1, item, index)) return false;
        if (item > 5 && report(issues, path, "maximum", 5, item, index)) return false;
      } else if (report(issues, path, "type", "integer", item, index)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesCallType(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!callTypeValues.includes(item) && report(issues, path, "enum", callTypeValues, item, index)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesConnectivityIssueAnnotation(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!connectivityIssueValues.includes(item) && report(issues, path, "enum", connectivityIssueValues, item, index)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesDirection(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!directionValues.includes(item) && report(issues, path, "enum", directionValues, item, index)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesFrom(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkListCallSummariesHasTag(value, issues, path) {
  if (typeof value !== "boolean" && report(issues, path, "type", "boolean", value)) return false;
  return true;
}

export function checkListCallSummariesPage(value, issues, path) {
  if (Number.isInteger(value)) {
    if (value < 0 && report(issues, path, "minimum", 0, value)) return false;
  } else if (report(issues, path, "type", "integer", value)) return false;
  return true;
}

export function checkListCallSummariesPageSize(value, issues, path) {
  if (Number.isInteger(value)) {
    if (value < 1 && report(issues, path, "minimum", 1, value)) return false;
    if (value > 1000 && report(issues, path, "maximum", 1000, value)) return false;
  } else if (report(issues, path, "type", "integer", value)) return false;
  return true;
}

export function checkListCallSummariesProcessingState(value, issues, path) {
  if (!listCallSummariesProcessingStateValues.includes(value) && report(issues, path, "enum", listCallSummariesProcessingStateValues, value)) return false;
  return true;
}

export function checkListCallSummariesQualityIssueAnnotation(value, issues, path) {
  if (Array.isArray(value)) {
    if (value.length < 1 && report(issues, path, "minItems", 1, value)) return false;
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!qualityIssueInputValues.includes(item) && report(issues, path, "enum", qualityIssueInputValues, item, index)) return false;
    }
  } else if (report(issues, path, "type", "array", value)) return false;
  return true;
}

export function checkListCallSummariesSortBy(value, issues, path) {
  if (!listCallSummariesSortByValues.includes(value) && report(issues, path, "enum", listCallSummariesSortByValues, value)) return false;
  return true;
}

export function checkProcessingState(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkQualityIssue(value, issues, path) {
  if (typeof value !== "string" && report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkQualityIssueInput(value, issues, path) {
  if (!qualityIssueInputValues.includes(value) && report(issues, path, "enum", qualityIssueInputValues, value)) return false;
  return true;
}

export function checkTimeBound(value, issues, path) {
  if (typeof value === "string") {
    if (!timeBoundPattern.test(value) && report(issues, path, "pattern", "^([0-9]+[mhdw]|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+\\-][0-9]{2}:?[0-9]{2}))$", value)) return false;
  } else if (report(issues, path, "type", "string", value)) return false;
  return true;
}

export function checkCallPropertiesStrict(value, issues, path) {
  if (isObject(value)) {
    const { direction } = value;
    if (direction !== undefined && direction !== null && !directionValues.includes(direction) && report(issues, path, "enum", directionValues, direction, "direction")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      account_sid,
      annotation,
      answered_by,
      call_sid,
      call_state,
      call_type,
      connect_duration,
      created_time,
      duration,
      end_time,
      from,
      processing_state,
      properties,
      start_time,
      tags,
      to,
      url,
    } = value;
    if (account_sid !== undefined && account_sid !== null && !checkAccountSid(account_sid, issues, issues && [...path, "account_sid"])) return false;
    if (annotation !== undefined && annotation !== null && !checkCallSummaryAnnotationStrict(annotation, issues, issues && [...path, "annotation"])) return false;
    if (answered_by !== undefined && answered_by !== null && !detectedAnsweredByValues.includes(answered_by) && report(issues, path, "enum", detectedAnsweredByValues, answered_by, "answered_by")) return false;
    if (call_sid !== undefined && call_sid !== null && !checkCallSid(call_sid, issues, issues && [...path, "call_sid"])) return false;
    if (call_state !== undefined && call_state !== null && !callStateValues.includes(call_state) && report(issues, path, "enum", callStateValues, call_state, "call_state")) return false;
    if (call_type !== undefined && call_type !== null && !callTypeValues.includes(call_type) && report(issues, path, "enum", callTypeValues, call_type, "call_type")) return false;
    if (connect_duration !== undefined && connect_duration !== null && !Number.isInteger(connect_duration) && report(issues, path, "type", ["integer", "null"], connect_duration, "connect_duration")) return false;
    if (created_time !== undefined) {
      if (typeof created_time === "string") {
        if (!isDateTime(created_time) && report(issues, path, "format", "date-time", created_time, "created_time")) return false;
      } else if (created_time !== null && report(issues, path, "type", ["string", "null"], created_time, "created_time")) return false;
    }
    if (duration !== undefined && duration !== null && !Number.isInteger(duration) && report(issues, path, "type", ["integer", "null"], duration, "duration")) return false;
    if (end_time !== undefined) {
      if (typeof end_time === "string") {
        if (!isDateTime(end_time) && report(issues, path, "format", "date-time", end_time, "end_time")) return false;
      } else if (end_time !== null && report(issues, path, "type", ["string", "null"], end_time, "end_time")) return false;
    }
    if (from !== undefined && from !== null && !checkCaller(from, issues, issues && [...path, "from"])) return false;
    if (processing_state !== undefined && processing_state !== null && !processingStateValues.includes(processing_state) && report(issues, path, "enum", processingStateValues, processing_state, "processing_state")) return false;
    if (properties !== undefined && properties !== null && !checkCallPropertiesStrict(properties, issues, issues && [...path, "properties"])) return false;
    if (start_time !== undefined) {
      if (typeof start_time === "string") {
        if (!isDateTime(start_time) && report(issues, path, "format", "date-time", start_time, "start_time")) return false;
      } else if (start_time !== null && report(issues, path, "type", ["string", "null"], start_time, "start_time")) return false;
    }
    if (tags !== undefined) {
      if (Array.isArray(tags)) {
        for (let index = 0; index < tags.length; index++) {
          const item = tags[index];
          if (typeof item !== "string" && report(issues, issues && [...path, "tags"], "type", "string", item, index)) return false;
        }
      } else if (tags !== null && report(issues, path, "type", ["array", "null"], tags, "tags")) return false;
    }
    if (to !== undefined && to !== null && !checkCallee(to, issues, issues && [...path, "to"])) return false;
    if (url !== undefined && !checkStringNullUri2(url, issues, path, "url")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkCallSummaryAnnotationStrict(value, issues, path) {
  if (isObject(value)) {
    const {
      answered_by,
      call_score,
      comment,
      connectivity_issue,
      incident,
      quality_issues,
      spam,
    } = value;
    if (answered_by !== undefined && answered_by !== null && !answeredByValues.includes(answered_by) && report(issues, path, "enum", answeredByValues, answered_by, "answered_by")) return false;
    if (call_score !== undefined && call_score !== null && !Number.isInteger(call_score) && report(issues, path, "type", ["integer", "null"], call_score, "call_score")) return false;
    if (comment !== undefined && comment !== null && typeof comment !== "string" && report(issues, path, "type", ["string", "null"], comment, "comment")) return false;
    if (connectivity_issue !== undefined && connectivity_issue !== null && !connectivityIssueValues.includes(connectivity_issue) && report(issues, path, "enum", connectivityIssueValues, connectivity_issue, "connectivity_issue")) return false;
    if (incident !== undefined && incident !== null && typeof incident !== "string" && report(issues, path, "type", ["string", "null"], incident, "incident")) return false;
    if (quality_issues !== undefined) {
      if (Array.isArray(quality_issues)) {
        for (let index = 0; index < quality_issues.length; index++) {
          const item = quality_issues[index];
          if (!qualityIssueInputValues.includes(item) && report(issues, issues && [...path, "quality_issues"], "enum", qualityIssueInputValues, item, index)) return false;
        }
      } else if (quality_issues !== null && report(issues, path, "type", ["array", "null"], quality_issues, "quality_issues")) return false;
    }
    if (spam !== undefined && spam !== null && typeof spam !== "boolean" && report(issues, path, "type", ["boolean", "null"], spam, "spam")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

function checkStringNullUri2(value, issues, path, key) {
  if (typeof value === "string") {
    if (!isUri(value) && report(issues, path, "format", "uri", value, key)) return false;
  } else if (value !== null && report(issues, path, "type", ["string", "null"], value, key)) return false;
  return true;
}

export function checkCallSummaryPageStrict(value, issues, path) {
  if (isObject(value)) {
    const { call_summaries, meta } = value;
    if (call_summaries !== undefined) {
      if (Array.isArray(call_summaries)) {
        for (let index = 0; index < call_summaries.length; index++) {
          const item = call_summaries[index];
          if (!checkCallSummaryStrict(item, issues, issues && [...path, "call_summaries", index])) return false;
        }
      } else if (report(issues, path, "type", "array", call_summaries, "call_summaries")) return false;
    }
    if (meta !== undefined && !checkPageMetaStrict(meta, issues, issues && [...path, "meta"])) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkPageMetaStrict(value, issues, path) {
  if (isObject(value)) {
    const { first_page_url, key, next_page_url, page, page_size, previous_page_url, url } = value;
    if (first_page_url !== undefined) {
      if (typeof first_page_url === "string") {
        if (!isUri(first_page_url) && report(issues, path, "format", "uri", first_page_url, "first_page_url")) return false;
      } else if (report(issues, path, "type", "string", first_page_url, "first_page_url")) return false;
    }
    if (key !== undefined && typeof key !== "string" && report(issues, path, "type", "string", key, "key")) return false;
    if (next_page_url !== undefined && !checkStringNullUri2(next_page_url, issues, path, "next_page_url")) return false;
    if (page !== undefined && !Number.isInteger(page) && report(issues, path, "type", "integer", page, "page")) return false;
    if (page_size !== undefined && !Number.isInteger(page_size) && report(issues, path, "type", "integer", page_size, "page_size")) return false;
    if (previous_page_url !== undefined && !checkStringNullUri2(previous_page_url, issues, path, "previous_page_url")) return false;
    if (url !== undefined) {
      if (typeof url === "string") {
        if (!isUri(url) && report(issues, path, "format", "uri", url, "url")) return false;
      } else if (report(issues, path, "type", "string", url, "url")) return false;
    }
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkErrorResponseStrict(value, issues, path) {
  if (isObject(value)) {
    const { code, details, message, more_info, status } = value;
    if (!Number.isInteger(code) && reportMember(issues, path, "type", "integer", code, "code")) return false;
    if (details !== undefined && details !== null && !isObject(details) && report(issues, path, "type", ["object", "null"], details, "details")) return false;
    if (typeof message !== "string" && reportMember(issues, path, "type", "string", message, "message")) return false;
    if (more_info !== undefined && !checkStringNullUri2(more_info, issues, path, "more_info")) return false;
    if (Number.isInteger(status)) {
      if (status < 400 && report(issues, path, "minimum", 400, status, "status")) return false;
      if (status > 599 && report(issues, path, "maximum", 599, status, "status")) return false;
    } else if (reportMember(issues, path, "type", "integer", status, "status")) return false;
  } else if (report(issues, path, "type", "object", value)) return false;
  return true;
}

export function checkProcessingStateStrict(value, issues, path) {
  if (!processingStateValues.includes(value) && report(issues, path, "enum", processingStateValues, value)) return false;
  return true;
}

export {
  checkListCallSummariesFrom as checkListCallSummariesFromCarrier,
  checkListCallSummariesFrom as checkListCallSummariesFromCountryCode,
  checkListCallSummariesFrom as checkListCallSummariesPageToken,
  checkListCallSummariesHasTag as checkListCallSummariesSpamAnnotation,
  checkListCallSummariesFrom as checkListCallSummariesTo,
  checkListCallSummariesFrom as checkListCallSummariesToCarrier,
  checkListCallSummariesFrom as checkListCallSummariesToCountryCode,
};

import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { render } from "../response/json-response.ts";
import type { Refusal } from "../response/refusal.ts";
import { headersTooLarge, invalid, timedOut } from "../response/refusals.ts";
import { linger } from "./linger.ts";

/** Answers bytes that are not HTTP, for which node:http has no response object, and ends the connection. */
export function refuseSocket(code: string | undefined, socket: Duplex, uuid: string): void {
  if (code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, headers, text } = render(refusalOf(code).toAnswer(), uuid);
  const lines = Object.entries({ ...headers, connection: "close" }).map(([name, value]) => `${name}: ${value}`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("\r\n")}\r\n\r\n${text}`);
  linger(socket);
}

function refusalOf(code: string | undefined): Refusal {
  if (code === "HPE_HEADER_OVERFLOW") return headersTooLarge();
  if (code === "ERR_HTTP_REQUEST_TIMEOUT") return timedOut();
  return invalid("The request is not HTTP/1.1");
}

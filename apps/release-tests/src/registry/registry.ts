import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { type Served, serve } from "./serve.ts";
import { createShelf, type Publication, type Shelf } from "./shelf.ts";

/** The token that publishing requires. */
export const TOKEN = "npm_token";

/**
 * The part of a registry's protocol that publishing and installing need, on a loopback port. It has what is published
 * to it and what this workspace has installed, and never uses the network.
 */
export async function startRegistry(): Promise<Served> {
  const served = await serve((request, response) => respond(shelf, request, response));
  const shelf = createShelf(served.url);
  return served;
}

async function respond(shelf: Shelf, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(request.url ?? "/", "http://registry").pathname.slice(1));
  if (request.method === "PUT") {
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return reply(response, 401, { error: "log in first" });
    const isNew = shelf.publish((await json(request)) as Publication);
    reply(response, isNew ? 201 : 403, isNew ? {} : { error: "cannot publish over the previously published versions" });
    return;
  }
  const [name = "", file] = path.split("/-/");
  if (file === undefined) {
    const packument = shelf.packument(name);
    reply(response, packument === undefined ? 404 : 200, packument ?? { error: "not found" });
    return;
  }
  const tarball = await shelf.tarball(name, file);
  response.writeHead(tarball === undefined ? 404 : 200, { "content-type": "application/octet-stream" }).end(tarball);
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

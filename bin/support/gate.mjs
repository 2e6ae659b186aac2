import { Server } from "node:http";
import { Server as TcpServer } from "node:net";
import { inertPolicy, ofFiles } from "../../lib/platform/network/headers.ts";
import { networkOf } from "../../lib/platform/network/network.ts";
import { watchRequest } from "../../lib/platform/telemetry/watch-request.ts";
import { answerBusy } from "./busy-page.mjs";
import { makeDoor, roomsOfOne } from "./door.mjs";
import { isForeign, makeForeignCount } from "./foreign-origin.mjs";
import { freePieces } from "./free-pieces.mjs";
import { keepOrClose } from "./keep-or-close.mjs";

// Loaded first in the web server's process. What no page or route of ours needs does not reach Next at all: the proxy in
// front does the same (deploy/), and this holds where it was forgotten.
const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);

/** Headers by which Next speaks to itself. From outside they have been ways around its proxy and into its cache. */
const inner = /^(next-resume|x-middleware-.*|x-nextjs-.*|x-invoke-.*|x-matched-path|x-now-route-matches|x-nonce)$/;

/** The headers of an answer that our code did not handle: redirects, wrong methods, Next's own failures. */
const least = Object.entries({ ...ofFiles(), "content-security-policy": inertPolicy });

// Several processes listen on one port (bin/support/server.mjs), and the system gives each connection to one of them.
const processes = Number(process.env.WEB_PROCESSES ?? 1);
if (processes > 1) sharePort(Number(process.env.PORT));

const emit = Server.prototype.emit;
const hops = Number(process.env.TRUSTED_HOPS ?? 0);
const door = makeDoor(roomsOfOne(processes), ({ headers, socket }) =>
  networkOf((hops > 0 ? headers["x-forwarded-for"] : socket.remoteAddress) ?? null, hops),
);
const noteForeign = makeForeignCount();

Server.prototype.emit = function (event, ...args) {
  if (event === "upgrade" || event === "connect") return hangUp(args[1]);
  if (event === "request") {
    const [request, response] = args;
    fillIn(response);
    if (!methods.has(request.method)) return refuse(response);
    // About the server as a whole, which no page is.
    if (request.url === "*") return request.method === "OPTIONS" ? offer(response) : misread(response);
    if (isForeign(request)) return turnAway(request, response);
    if (!isWritten(request.url) || hasTwoHosts(request)) return misread(response);
    for (const name of Object.keys(request.headers)) if (inner.test(name)) delete request.headers[name];
    freePieces(request);
    const go = () => emit.call(this, event, ...args);
    return watchRequest(request, response, () => door(request, response, go, () => answerBusy(request, response)));
  }
  return emit.call(this, event, ...args);
};

/** Next asks for a port and an address, and has no setting for this. */
function sharePort(ours) {
  const listen = TcpServer.prototype.listen;
  TcpServer.prototype.listen = function (port, host, ...rest) {
    if (port !== ours) return listen.call(this, port, host, ...rest);
    return listen.call(this, { port, host: typeof host === "string" ? host : undefined, reusePort: true }, ...rest);
  };
}

function fillIn(response) {
  const writeHead = response.writeHead;
  response.writeHead = function (...args) {
    for (const [name, value] of least) if (!this.hasHeader(name)) this.setHeader(name, value);
    return writeHead.apply(this, args);
  };
}

function offer(response) {
  response.writeHead(204, { allow: [...methods].join(", ") }).end();
  return true;
}

function turnAway(request, response) {
  noteForeign();
  const text = "This request did not come from a page of this site.\n";
  const head = {
    "content-type": "text/plain; charset=utf-8",
    "content-length": String(text.length),
    ...keepOrClose(request),
  };
  response.writeHead(403, head).end(text);
  request.resume();
  return true;
}

function refuse(response) {
  response.writeHead(405, { allow: [...methods].join(", "), "content-length": "0" }).end();
  return true;
}

/** A percent sign that begins no UTF-8 character: Next's pages answer such a path with an internal error. */
function isWritten(address) {
  try {
    return decodeURIComponent(address.split("?", 1)[0]) !== "";
  } catch {
    return false;
  }
}

/** Node takes the first of two Host headers, another program the last; contradicting lengths Node itself rejects. */
function hasTwoHosts({ rawHeaders }) {
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === "host").length > 1;
}

function misread(response) {
  response.writeHead(400, { "content-length": "0" }).end();
  return true;
}

function hangUp(socket) {
  socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  return true;
}

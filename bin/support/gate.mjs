import { Server } from "node:http";

// Loaded first in the web server's process: what no page or route of ours needs does not reach Next at all. The proxy in
// front does the same (deploy/); this holds where it was forgotten.
const methods = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);

/** Headers by which Next speaks to itself. From outside they have been ways around its proxy and into its cache. */
const inner = /^(next-resume|x-middleware-.*|x-nextjs-.*|x-invoke-.*|x-matched-path|x-now-route-matches|x-nonce)$/;

const closed = {
  "content-length": "0",
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

const emit = Server.prototype.emit;

Server.prototype.emit = function (event, ...args) {
  if (event === "upgrade" || event === "connect") return hangUp(args[1]);
  if (event === "request") {
    const [request, response] = args;
    if (!methods.has(request.method)) return refuse(response);
    for (const name of Object.keys(request.headers)) if (inner.test(name)) delete request.headers[name];
  }
  return emit.call(this, event, ...args);
};

function refuse(response) {
  response.writeHead(405, { ...closed, allow: [...methods].join(", ") }).end();
  return true;
}

function hangUp(socket) {
  socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
  return true;
}

import { appendFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

// The ways out for the browsers of the tests, one for their pages and one for the program itself: each writes down what
// is asked of anybody but this machine, and lets nothing through. `node serve-silence.mjs PORT FILE [PORT FILE ...]`
const given = process.argv.slice(2);
for (let at = 0; at < given.length; at += 2) serve(Number(given[at]), given[at + 1]);

function serve(port, file) {
  writeFileSync(file, "");
  const refuse = (request) => appendFileSync(file, `${request.method} ${request.url}\n`);
  createServer((request, response) => {
    refuse(request);
    response.writeHead(502).end();
  })
    .on("connect", (request, socket) => {
      refuse(request);
      socket.on("error", () => {});
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    })
    .listen(port, "127.0.0.1");
}

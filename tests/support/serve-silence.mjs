import { appendFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";

// The way out for the browsers of the tests: writes down what they ask of anybody but this machine, and lets nothing
// through. `node serve-silence.mjs PORT FILE`
const [port, file] = process.argv.slice(2);
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
  .listen(Number(port), "127.0.0.1");

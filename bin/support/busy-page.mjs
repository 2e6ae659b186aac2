import { createHash } from "node:crypto";
import { keepOrClose } from "./keep-or-close.mjs";

const style = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto;padding:0 1rem}h1{font-size:1.5rem;line-height:1.3}`;
const hash = createHash("sha256").update(style).digest("base64");

const again = (seconds) => `<meta http-equiv="refresh" content="${seconds}">`;

const page = (seconds, repeats) => `<!doctype html><html lang="en-ZA"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Busy - Crossdocket</title>${repeats ? again(seconds) : ""}
<style>${style}</style></head><body><main><h1>Many people are here at this moment</h1>
<p>${repeats ? "This page tries again by itself in a few seconds." : "Nothing was changed. Go back, wait a few seconds and send it again: what you typed is still there."}</p>
</main></body></html>`;

const seconds = 3;

/**
 * Answers immediately that the server is busy, without calling Next. A page that was only being viewed retries by
 * itself.
 */
export function answerBusy(request, response) {
  const looks = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
  const text = request.method === "HEAD" ? "" : page(seconds, looks);
  response.writeHead(503, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    "retry-after": String(seconds),
    "content-length": Buffer.byteLength(text),
    ...keepOrClose(request),
  });
  response.end(text);
  request.resume();
  return true;
}

import "server-only";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { AskFailed } from "./problems";

const queryType = "application/timestamp-query";
const replyType = "application/timestamp-reply";

type Limits = {
  /** From the first byte sent to the last one read, in milliseconds. */
  timeoutMs?: number;
  /** More than this is not read. */
  maxBytes?: number;
};

/**
 * Puts a request to an authority (RFC 3161 3.4) and returns the answer's bytes, unread. No redirect is followed, and
 * no proxy or cookie is used.
 * @throws AskFailed with one of a closed list of problems
 */
export function askAuthority(
  url: string,
  bytes: Uint8Array,
  { timeoutMs = 10_000, maxBytes = 64 * 1024 }: Limits = {},
): Promise<Buffer> {
  const send = new URL(url).protocol === "https:" ? httpsRequest : httpRequest;
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = { "content-type": queryType, accept: replyType, "content-length": bytes.byteLength };
  return new Promise((resolve, reject) => {
    const fail = (problem: AskFailed["problem"]) => reject(new AskFailed(signal.aborted ? "no_answer" : problem));
    const asked = send(url, { method: "POST", headers, signal, agent: false }, (answer) => {
      readAnswer(answer, maxBytes)
        .then(resolve, (error: unknown) => fail(error instanceof AskFailed ? error.problem : "closed_early"))
        .finally(() => asked.destroy());
    });
    asked.on("error", (error: NodeJS.ErrnoException) =>
      fail(closed.has(error.code ?? "") ? "closed_early" : "unreachable"),
    );
    asked.end(bytes);
  });
}

const closed = new Set(["ECONNRESET", "EPIPE"]);

async function readAnswer(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const { statusCode = 0, headers } = answer;
  if (statusCode >= 300 && statusCode < 400) throw new AskFailed("redirected");
  if (statusCode !== 200) throw new AskFailed("http_error");
  if (headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== replyType) throw new AskFailed("wrong_type");
  if (Number(headers["content-length"] ?? 0) > maxBytes) throw new AskFailed("too_large");
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > maxBytes) throw new AskFailed("too_large");
    pieces.push(piece);
  }
  if (!answer.complete) throw new AskFailed("closed_early");
  return Buffer.concat(pieces);
}

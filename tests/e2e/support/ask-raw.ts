import { type IncomingHttpHeaders, request } from "node:http";
import { devices } from "@playwright/test";

export type Raw = { status: number; headers: IncomingHttpHeaders; cookies: string[]; body: string };

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** The same browser that was given a cookie: from another kind of it, the session would end. */
export const { userAgent } = devices["Desktop Chrome"];

/** One request on a line of its own, sent as it is: also by methods that a browser refuses. Redirects are not followed. */
export function askRaw(origin: string, path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Raw> {
  const { hostname, port } = new URL(origin);
  // The path stays as it is written: a URL would tidy it.
  const options = {
    hostname,
    port,
    path,
    method,
    headers: { origin, "user-agent": userAgent, ...headers },
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const sending = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const cookies = answer.headers["set-cookie"] ?? [];
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, cookies, body: text });
      });
    });
    sending.on("error", reject).end(body);
  });
}

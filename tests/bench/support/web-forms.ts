import { type Agent, type IncomingHttpHeaders, request } from "node:http";

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };
export type Asked = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: Buffer };

/** One request over kept connections. Fails when nothing comes for half a minute. */
export function ask(
  agent: Agent,
  origin: string,
  { path, method = "GET", headers = {}, body }: Asked,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { "content-length": String(body.length) } : {};
    const asking = request(`${origin}${path}`, { agent, method, headers: { ...headers, ...length }, timeout: 30_000 });
    asking.on("timeout", () => asking.destroy(new Error("timeout")));
    asking.on("error", reject);
    asking.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    asking.end(body);
  });
}

/** The hidden fields of the form with that label, as a browser without script would send them. */
export function fieldsOf(page: string, label: string): [string, string][] {
  const form = [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([one]) => one)
    .find((value) => value.includes(label));
  if (!form) throw new Error(`There is no form "${label}" on the page.`);
  return [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]) => [
    plain(/name="([^"]*)"/.exec(input)?.[1] ?? ""),
    plain(/value="([^"]*)"/.exec(input)?.[1] ?? ""),
  ]);
}

const signs: Record<string, string> = { quot: '"', amp: "&", "#x27": "'", lt: "<", gt: ">" };
const plain = (text: string): string =>
  text.replaceAll(/&(quot|amp|#x27|lt|gt);/g, (_, sign: string) => signs[sign] ?? "");

/** A form's body as browsers write it. */
export function formBody(fields: readonly (readonly [string, string])[]): { type: string; body: Buffer } {
  const boundary = "----crossdocketbench";
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = Buffer.from(`${parts.join("")}--${boundary}--\r\n`);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}

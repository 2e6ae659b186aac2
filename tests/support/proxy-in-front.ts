import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request, type Server } from "node:http";
import { join } from "node:path";
import { anyPort } from "../../bin/support/ports.mjs";

export type Seen = { status: number; got: IncomingHttpHeaders | null };

/** The shipped settings of a proxy, before a program that says which headers reached it. */
export type ProxyInFront = {
  send(method: string, headers: Record<string, string>): Promise<Seen>;
  stop(): Promise<void>;
};

type Program = "caddy" | "nginx";

/** @param folder an empty one, for what the program writes */
export async function startProxy(program: Program, folder: string): Promise<ProxyInFront> {
  const [port, behind] = [await anyPort(), await anyPort()];
  const upstream = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers))).listen(
    behind,
    "127.0.0.1",
  );
  await once(upstream, "listening");
  const child = program === "caddy" ? startCaddy(folder, port, behind) : startNginx(folder, port, behind);
  await untilItListens(port, child);
  return { send: (method, headers) => send(port, method, headers), stop: () => stop(child, upstream) };
}

function startCaddy(folder: string, port: number, behind: number): ChildProcess {
  const env = {
    NODE_ENV: "test" as const,
    PATH: process.env.PATH,
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  };
  const places = { SITE: `http://cases.example:${port}`, UPSTREAM: `127.0.0.1:${behind}` };
  const args = ["run", "--config", "deploy/Caddyfile", "--adapter", "caddyfile"];
  return spawn("caddy", args, { env: { ...env, ...places }, stdio: "ignore" });
}

/** Its TLS and its redirect to it are left out: a certificate is for whoever installs it to bring. */
function startNginx(folder: string, port: number, behind: number): ChildProcess {
  const shipped = readFileSync("deploy/nginx.conf", "utf8");
  const plain = shipped
    .replace(/server \{\s+listen 80;[^}]*\}/, "")
    .replace("127.0.0.1:3000", `127.0.0.1:${behind}`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${port};`)
    .replace(/^\s*(http2|ssl_\w+) [^;]*;$/gm, "");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `${one}_temp_path ${folder}/${one};`,
  );
  const around = `daemon off; master_process off; pid ${folder}/pid; events {}\nhttp { access_log off; ${places.join(" ")}\n${plain}\n}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "nginx.conf"), around);
  return spawn("nginx", ["-c", join(folder, "nginx.conf"), "-e", "stderr"], { stdio: ["ignore", "ignore", "inherit"] });
}

async function untilItListens(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) throw new Error("the proxy ended at once: run it by hand to see why");
    const answered = await send(port, "GET", {}).catch(() => null);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("the proxy does not answer");
}

function send(port: number, method: string, headers: Record<string, string>): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const asking = request({
      host: "127.0.0.1",
      port,
      path: "/x",
      method,
      headers: { host: "cases.example", ...headers },
      agent: false,
    });
    asking.on("error", reject);
    asking.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve({ status: 101, got: null });
    });
    asking.on("response", (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, got: headersIn(Buffer.concat(chunks)) }));
    });
    asking.end();
  });
}

function headersIn(body: Buffer): IncomingHttpHeaders | null {
  try {
    return JSON.parse(body.toString()) as IncomingHttpHeaders;
  } catch {
    return null;
  }
}

async function stop(child: ChildProcess, upstream: Server): Promise<void> {
  upstream.closeAllConnections();
  upstream.close();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as plainRequest,
  type Server,
} from "node:http";
import { request } from "node:https";
import { join } from "node:path";
import { anyPort } from "../../bin/support/ports.mjs";
import { makeCertificate } from "./tls-in-front";

type Seen = { status: number; got: IncomingHttpHeaders | null; location?: string };

/** The shipped settings of a proxy, before a program that says which headers reached it. */
export type ProxyInFront = {
  /** Where it speaks TLS. */
  port: number;
  /** Method and path of each request that reached the program behind, in turn. */
  reached: string[];
  /** What the program itself wrote down. */
  said(): string;
  send(method: string, headers: Record<string, string>): Promise<Seen>;
  /** The same by plain http, at its other port. */
  sendPlain(method: string, path: string): Promise<Seen>;
  stop(): Promise<void>;
};

type Ports = { tls: number; plain: number; behind: number };
type Files = { cert: string; key: string };

/** @param folder an empty one, for what the program writes */
export async function startProxy(program: "caddy" | "nginx", folder: string): Promise<ProxyInFront> {
  mkdirSync(folder, { recursive: true });
  const ports = { tls: await anyPort(), plain: await anyPort(), behind: await anyPort() };
  const files = makeCertificate(folder, "cases", "DNS:cases.example");
  const reached: string[] = [];
  const upstream = createServer((asked, answer) => {
    reached.push(`${asked.method} ${asked.url}`);
    asked.resume().on("end", () => answer.end(JSON.stringify(asked.headers)));
  });
  await once(upstream.listen(ports.behind, "127.0.0.1"), "listening");
  const child = program === "caddy" ? startCaddy(folder, ports, files) : startNginx(folder, ports, files);
  let message = "";
  child.stderr?.on("data", (piece: Buffer) => {
    message += piece.toString();
  });
  await untilItListens(ports.tls, child);
  return {
    port: ports.tls,
    reached,
    said: () => message,
    send: (method, headers) => send({ port: ports.tls, method, headers }),
    sendPlain: (method, path) => send({ port: ports.plain, method, path, plain: true }),
    stop: () => stop(child, upstream),
  };
}

/** As shipped, but for ports and a certificate that no authority has to be asked for. */
function startCaddy(folder: string, ports: Ports, { cert, key }: Files): ChildProcess {
  const shipped = readFileSync("deploy/Caddyfile", "utf8");
  const here = `admin off\n\thttp_port ${ports.plain}\n\thttps_port ${ports.tls}\n\tdefault_bind 127.0.0.1`;
  writeFileSync(
    join(folder, "Caddyfile"),
    shipped.replace("admin off", here).replace("\ttls {", `\ttls ${cert} ${key} {`),
  );
  const env = {
    NODE_ENV: "test" as const,
    PATH: process.env.PATH,
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    SITE: "cases.example",
    UPSTREAM: `127.0.0.1:${ports.behind}`,
  };
  const args = ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"];
  return spawn("caddy", args, { env, stdio: ["ignore", "ignore", "pipe"] });
}

function startNginx(folder: string, ports: Ports, { cert, key }: Files): ChildProcess {
  const here = readFileSync("deploy/nginx.conf", "utf8")
    .replace("127.0.0.1:3000", `127.0.0.1:${ports.behind}`)
    .replace("listen 80;", `listen 127.0.0.1:${ports.plain};`)
    .replace("listen 443 ssl;", `listen 127.0.0.1:${ports.tls} ssl;`)
    .replace(/ssl_certificate [^;]*;/, `ssl_certificate ${cert};`)
    .replace(/ssl_certificate_key [^;]*;/, `ssl_certificate_key ${key};`);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (value) => `${value}_temp_path ${folder}/${value};`,
  );
  const around = `daemon off; master_process off; pid ${folder}/pid; events {}\nhttp { access_log off; ${places.join(" ")}\n${here}\n}`;
  writeFileSync(join(folder, "nginx.conf"), around);
  return spawn("nginx", ["-c", join(folder, "nginx.conf"), "-e", "stderr"], { stdio: ["ignore", "ignore", "pipe"] });
}

async function untilItListens(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (child.exitCode !== null) throw new Error("the proxy ended at once: run it by hand to see why");
    const answered = await send({ port, method: "GET" }).catch(() => null);
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("the proxy does not answer");
}

type Asked = { port: number; method: string; headers?: Record<string, string>; path?: string; plain?: boolean };

function send({ port, method, headers = {}, path = "/x", plain = false }: Asked): Promise<Seen> {
  const to = { host: "127.0.0.1", port, path, method, headers: { host: "cases.example", ...headers }, agent: false };
  return new Promise((resolve, reject) => {
    const tls = { servername: "cases.example", rejectUnauthorized: false };
    const asking = plain ? plainRequest(to) : request({ ...to, ...tls });
    asking.on("error", reject);
    asking.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve({ status: 101, got: null });
    });
    asking.on("response", (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      const { statusCode: status = 0, headers: got } = answer;
      answer.on("end", () => resolve({ status, got: headersIn(Buffer.concat(chunks)), location: got.location }));
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

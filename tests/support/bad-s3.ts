import { createServer, type IncomingMessage, type RequestListener, request as send } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import type { S3Settings } from "@/lib/platform/storage/s3-client";

/** An address that speaks like a bucket which is ill. */
export type BadS3 = { settings: S3Settings; stop: () => Promise<void> };

/** Takes connections and never answers. */
export const silentS3 = () => listening(createTcpServer((socket) => socket.on("error", () => undefined)));

/** Answers everything with a status. */
export const failingS3 = (status: number) => {
  const answer: RequestListener = (request, response) => {
    request.resume();
    request.on("end", () => response.writeHead(status).end());
  };
  return listening(createServer(answer));
};

/** A port where nothing listens. */
export async function refusingS3(): Promise<BadS3> {
  const { settings, stop } = await silentS3();
  await stop();
  return { settings, stop: async () => undefined };
}

/** Passes on to a real server, and cuts every connection once this many bytes of it have gone there. */
export function dyingS3(endpoint: string, afterBytes: number): Promise<BadS3> {
  const { hostname, port } = new URL(endpoint);
  const server = createTcpServer((socket) => {
    const real = connect(Number(port), hostname);
    let passed = 0;
    socket.on("data", (chunk) => {
      passed += chunk.length;
      if (passed > afterBytes) both((socket) => socket.destroy());
      else real.write(chunk);
    });
    real.on("data", (chunk) => socket.write(chunk));
    const both = (act: (end: Socket) => void) => [socket, real].forEach(act);
    both((socket) => socket.on("error", () => undefined));
    socket.on("close", () => real.destroy());
    real.on("close", () => socket.destroy());
  });
  return listening(server);
}

export type FailingAt = BadS3 & {
  /** From the n-th new object on, nothing more is written until it is said again; 0 lets everything through. */
  failAt: (object: number) => void;
};

/** Passes on to a real server, and refuses to write the n-th object and all that follow it. */
export async function failingAtS3(endpoint: string): Promise<FailingAt> {
  const state = { at: 0, seen: new Set<string>() };
  const refuses = ({ method, url = "" }: IncomingMessage): boolean => {
    if (method !== "PUT" && method !== "POST") return false;
    state.seen.add(url.split("?")[0] ?? "");
    return state.at > 0 && state.seen.size >= state.at;
  };
  const server = createServer((request, response) => {
    if (refuses(request)) {
      request.resume();
      request.on("end", () => response.writeHead(503).end());
      return;
    }
    const { method, url = "/", headers } = request;
    const onward = send(new URL(url, endpoint), { method: method ?? "GET", headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  const failAt = (object: number) => {
    state.at = object;
    state.seen.clear();
  };
  return { ...(await listening(server)), failAt };
}

async function listening(server: Server): Promise<BadS3> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket.on("close", () => sockets.delete(socket))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      bucket: "evidence",
      endpoint: `http://127.0.0.1:${port}`,
      region: "us-east-1",
      pathStyle: true,
      accessKeyId: "test",
      secretAccessKey: "test",
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

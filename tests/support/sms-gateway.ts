import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Taken = { body: Record<string, unknown>; authorization: string | undefined; key: string | undefined };

/** A real gateway for text messages on this machine, which keeps what it is given. */
export type Gateway = { url: string; taken: Taken[]; answer: number; stop: () => Promise<void> };

export async function startGateway(): Promise<Gateway> {
  const gateway: Gateway = { url: "", taken: [], answer: 202, stop: async () => undefined };
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { authorization, "idempotency-key": key } = request.headers;
    if (gateway.answer < 300) {
      const body = JSON.parse(Buffer.concat(pieces).toString("utf8"));
      gateway.taken.push({ body, authorization, key: key?.toString() });
    }
    response.writeHead(gateway.answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`;
  gateway.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return gateway;
}

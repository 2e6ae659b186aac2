import { connect, createServer, type Server, type Socket } from "node:net";

/** A line between a browser and the server that can be cut, also in the middle of something. */
export type Line = {
  /** The server's address behind this line. */
  origin: string;
  /** No line at all, or one again. */
  set(isAway: boolean): void;
  /** Cuts once, after so many more bytes went to the server. */
  cutAfter(bytes: number): void;
  cuts(): number;
  /** Requests below this path get no answer from now on. */
  refuse(path: string): void;
  close(): Promise<void>;
};

export async function openLine(server: string): Promise<Line> {
  const target = Number(new URL(server).port);
  const open = new Set<Socket>();
  const state = { isAway: false, left: Number.POSITIVE_INFINITY, cuts: 0, refused: "" };
  const drop = () => {
    for (const socket of open) socket.destroy();
  };
  const proxy: Server = createServer((near) => {
    if (state.isAway) return near.destroy();
    const far = connect(target, "localhost");
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on("error", () => other.destroy());
      socket.on("close", () => {
        open.delete(socket);
        other.destroy();
      });
    }
    near.on("data", (chunk: Buffer) => {
      if (state.refused && chunk.toString("latin1").includes(` ${state.refused}`)) return near.destroy();
      state.left -= chunk.length;
      far.write(chunk);
      if (state.left > 0) return;
      state.left = Number.POSITIVE_INFINITY;
      state.cuts += 1;
      drop();
    });
    far.on("data", (chunk) => near.write(chunk));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    origin: `http://localhost:${port}`,
    set(isAway) {
      state.isAway = isAway;
      if (isAway) drop();
    },
    cutAfter(bytes) {
      state.left = bytes;
    },
    cuts: () => state.cuts,
    refuse(path) {
      state.refused = path;
    },
    async close() {
      drop();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

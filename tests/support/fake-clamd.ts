import { connect, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { scratchFolder } from "./files";

/** What a fake daemon does with a stream: says a line, or something worse. */
export type Manner =
  | { say: string }
  | { early: string; after: number }
  | "silence"
  | "hang up"
  | "hang up at once"
  | "take nothing"
  | { slowly: number; say: string };

export type FakeClamd = {
  address: string;
  /** Bytes of the last stream that ended, as they came. */
  streams: Buffer[];
  commands: string[];
  behave: (manner: Manner) => void;
  /** The number of its list of viruses, as it says from now on. */
  hasList: (number: number) => void;
  /** From now on it only carries what is said between whoever asks and a real one. */
  passOn: (address: string) => void;
  close: () => Promise<void>;
};

/** Speaks as clamd does, over a socket in a folder of its own or a port of this machine, and misbehaves when told to. */
export async function startFakeClamd({ port = false } = {}): Promise<FakeClamd> {
  const folder = await scratchFolder();
  const open = new Set<Socket>();
  const fake: Fake = { streams: [], commands: [], manner: { say: "stream: OK" }, real: null, list: 12_345 };
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => {});
    if (fake.real) socket.pipe(connect(fake.real).on("error", () => socket.destroy())).pipe(socket);
    else serve(socket, fake);
  });
  await new Promise<void>((resolve) =>
    port ? server.listen(0, "127.0.0.1", resolve) : server.listen(join(folder.path, "clamd.sock"), resolve),
  );
  const place = server.address();
  const address = typeof place === "string" ? place : `127.0.0.1:${place?.port}`;
  const close = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    await folder.remove();
  };
  return {
    address,
    streams: fake.streams,
    commands: fake.commands,
    close,
    behave: (manner) => {
      fake.manner = manner;
    },
    hasList: (number) => {
      fake.list = number;
    },
    passOn: (real) => {
      fake.real = real;
    },
  };
}

type Fake = { streams: Buffer[]; commands: string[]; manner: Manner; real: string | null; list: number };

function serve(socket: Socket, fake: Fake): void {
  let held = Buffer.alloc(0);
  let pieces: Buffer[] | null = null;
  const answer = (line: string) => socket.end(`${line}\0`);
  if (fake.manner === "hang up at once") return void socket.destroy();
  if (fake.manner === "take nothing") return void socket.pause();
  socket.on("data", (piece: Buffer) => {
    held = Buffer.concat([held, piece]);
    if (pieces === null) {
      const end = held.indexOf(0);
      if (end < 0) return;
      const command = held.subarray(0, end).toString();
      fake.commands.push(command);
      held = held.subarray(end + 1);
      if (command === "zVERSION") return answer(`ClamAV 9.9.9/${fake.list}/Wed Nov 25 09:30:12 2026`);
      if (command === "zPING") return answer("PONG");
      pieces = [];
    }
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE()) {
      const size = held.readUInt32BE();
      if (size === 0) return finish(socket, fake, Buffer.concat(pieces));
      pieces.push(held.subarray(4, 4 + size));
      held = held.subarray(4 + size);
      const { manner } = fake;
      const taken = pieces.reduce((sum, bytes) => sum + bytes.length, 0);
      if (typeof manner === "object" && "early" in manner && taken >= manner.after) return answer(manner.early);
      if (manner === "hang up") return void socket.destroy();
    }
  });
}

function finish(socket: Socket, fake: Fake, bytes: Buffer): void {
  fake.streams.push(bytes);
  const { manner } = fake;
  if (typeof manner !== "object" || "early" in manner) return;
  const say = () => socket.end(`${manner.say}\0`);
  if ("slowly" in manner) setTimeout(say, manner.slowly);
  else say();
}

import { expect, test } from "vitest";
import { type FilterKind, seccompFilter } from "@/lib/platform/sandbox/seccomp";

const x64 = 0xc000003e;
const calls = { socket: 41, connect: 42, socketpair: 53, bind: 49, clone: 56, fork: 57, ptrace: 101, unshare: 272 };
const answers = new Map([
  [0x00050001, "refused"],
  [0x7fff0000, "allowed"],
  [0x80000000, "killed"],
]);

/** What the kernel would do with a call: the filter, read as the kernel reads it. */
function ask(kind: FilterKind, number: number, first = 0): string | undefined {
  const filter = seccompFilter("x64", kind);
  const data = new Map([
    [0, number],
    [4, x64],
    [16, first],
  ]);
  let loaded = 0;
  for (let at = 0; at < filter.byteLength; at += 8) {
    const [code, ifTrue, ifFalse] = [filter.readUInt16LE(at), filter.readUInt8(at + 2), filter.readUInt8(at + 3)];
    const value = filter.readUInt32LE(at + 4);
    if (code === 0x06) return answers.get(value);
    if (code === 0x20) loaded = data.get(value) ?? 0;
    else {
      const holds = code === 0x15 ? loaded === value : code === 0x35 ? loaded >= value : (loaded & value) !== 0;
      at += 8 * (holds ? ifTrue : ifFalse);
    }
  }
  return undefined;
}

test("what reads a file makes no socket and no process", () => {
  const asked = Object.entries(calls).map(([name, number]) => [name, ask("reader", number)]);
  expect(Object.fromEntries(asked)).toEqual(Object.fromEntries(Object.keys(calls).map((name) => [name, "refused"])));
  expect(ask("reader", calls.clone, 0x00010000)).toBe("allowed");
});

test("a browser makes processes and pairs of sockets among them, and no socket, no namespace", () => {
  const asked = Object.entries(calls).map(([name, number]) => [name, ask("browser", number)]);
  expect(Object.fromEntries(asked)).toEqual({
    socket: "refused",
    connect: "refused",
    bind: "refused",
    socketpair: "allowed",
    clone: "allowed",
    fork: "allowed",
    ptrace: "refused",
    unshare: "refused",
  });
  for (const namespace of [0x10000000, 0x20000000, 0x40000000, 0x00020000])
    expect(ask("browser", calls.clone, namespace)).toBe("refused");
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { examineSandbox } from "@/lib/operations/installation/checks/examine-files";
import { confinement, NotConfined } from "@/lib/platform/sandbox/confinement";
import { runChild } from "@/lib/platform/sandbox/run-child";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { webStreamOf } from "@/tests/support/files";
import { becomeOther, whereNothingConfines } from "@/tests/support/unconfined";

let opened = 0;
const file = {
  size: 5,
  open: async () => {
    opened += 1;
    return webStreamOf(Buffer.from("words"));
  },
};

test("where nothing confines, no file is opened by anything, and each says why", async () => {
  opened = 0;
  await whereNothingConfines(async () => {
    expect(await confinement()).toMatchObject({ way: null, why: ["only Linux can confine a program here"] });
    const asks = [
      () => sandbox.inspect(file),
      () => sandbox.lookInto(file, { maxPages: 1 }),
      () => sandbox.renderPages(file, { maxPages: 1 }),
      () => sandbox.redact(file, { page: 1, boxes: [] }),
      () => sandbox.strip(file),
      () => sandbox.ask(file, { operation: "sheet", timeoutMs: 5000 }, async () => undefined),
    ];
    for (const ask of asks) await expect(ask()).rejects.toBeInstanceOf(NotConfined);
    await expect(sandbox.inspect(file)).rejects.toThrow("Not opened: this server cannot confine");
  });
  expect(opened).toBe(0);
  expect(await sandbox.inspect(file)).toMatchObject({ kind: "text", problem: null });
});

test("only a setting opens files there, and it is said to be Node's model alone", async () => {
  await whereNothingConfines(async () => {
    expect(await confinement()).toMatchObject({ way: "node", ownUser: false });
    expect(await sandbox.inspect(file)).toMatchObject({ kind: "text" });
  }, "node");
});

test("a child that never began because the machine changed is no fault of the file", async () => {
  let end = () => {};
  const run = runChild({
    script: join(import.meta.dirname, "probe.mjs"),
    argument: JSON.stringify({ wish: "nothing" }),
    file: {
      ...file,
      open: async () => {
        end = becomeOther();
        return webStreamOf(Buffer.from("words"));
      },
    },
    timeoutMs: 5000,
    onFrame: async () => undefined,
  });
  await expect(run.finally(() => end())).rejects.toBeInstanceOf(NotConfined);
  await confinement({ again: true });
});

test("the doctor says what confines, what does not, and what to do", async () => {
  const found = { ownUser: true, limits: true, why: [] as string[] };
  const answerOf = async (way: "bubblewrap" | "landlock" | "node" | null, more = {}) =>
    examineSandbox(async () => ({ ...found, ...more, way }));
  expect(await answerOf("bubblewrap")).toMatchObject([
    ["ok", expect.stringContaining("bubblewrap confines, as a user of its own"), undefined, ""],
  ]);
  const [landlock] = await answerOf("landlock", { ownUser: false, why: ["bubblewrap: no namespaces"] });
  expect(landlock?.join()).toMatch(/Landlock confines, as the user of the server.*no namespaces/);
  expect(await answerOf("node")).toMatchObject([
    ["look", expect.stringContaining("OPEN_FILES=node"), expect.any(String), ""],
  ]);
  expect(await answerOf(null)).toMatchObject([
    ["fix", expect.stringContaining("none is opened"), expect.stringContaining("Install bubblewrap"), ""],
  ]);
  expect(await answerOf("bubblewrap", { limits: false })).toHaveLength(2);
});

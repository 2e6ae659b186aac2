import { confinement } from "../../lib/platform/sandbox/confinement.ts";

const advice = {
  install: "apt-get install bubblewrap (or util-linux 2.40 or newer on a kernel with Landlock); docs/OPERATIONS.md",
  node: "leave OPEN_FILES out, and install bubblewrap on Linux, before files of strangers come in",
};

/** What confines the child process that opens untrusted files, found by running a probe as this user. */
export async function examineSandbox(find = confinement) {
  const { way, ownUser, limits, why } = await find();
  const tried = why.length > 0 ? ` (${why.join("; ")})` : "";
  if (way === null)
    return [["warn", `Nothing confines the program that opens files, so none is opened${tried}`, advice.install]];
  if (way === "node")
    return [["warn", `Files are opened with Node's permission model alone (OPEN_FILES=node)${tried}`, advice.node]];
  const user = ownUser ? "as a user of its own" : "as the user of the server";
  const messages = [`Files are opened in a child that ${names[way]} confines, ${user}: no network, no files, no keys`];
  const bounds = limits ? [] : [["warn", "Memory and processor of that child are not bounded", "install util-linux"]];
  return [["ok", `${messages}${tried}`], ...bounds];
}

const names = { bubblewrap: "bubblewrap", landlock: "Landlock with seccomp" };

import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { Trouble } from "./say.mjs";

/** `PORT` when it is given and free; else 3000 or the next free one. */
export async function choosePort() {
  const asked = Number(process.env.PORT);
  if (asked) {
    if (await isFree(asked)) return asked;
    throw new Trouble(`Port ${asked} is taken.`, "stop what uses it, or set PORT to another number.");
  }
  for (let port = 3000; port < 3100; port += 1) if (await isFree(port)) return port;
  throw new Trouble("All ports from 3000 to 3099 are taken.", "set PORT to a free number.");
}

/**
 * An unused port. Below those that a system hands out to whoever asks for any (from 32768 on Linux, from 49152 elsewhere):
 * nobody is given it before its user listens there.
 */
export async function anyPort() {
  for (;;) {
    const port = randomInt(20_000, 32_768);
    if (await isFree(port)) return port;
  }
}

/** Free on both loopback addresses: "localhost" may mean either, and another program on one would be reached instead. */
async function isFree(port) {
  const answers = await Promise.all(["127.0.0.1", "::1"].map((host) => canListen(port, host)));
  return answers.every(Boolean);
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code !== "EADDRINUSE" && error.code !== "EACCES"));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

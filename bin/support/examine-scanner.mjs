import { connect } from "node:net";

const advice = "docs/OPERATIONS.md says how to set up ClamAV and CLAMD_ADDRESS";
const patience = 3000;
const oldList = 3;

/**
 * Whether the virus scanner answers, and how old its list is. It is shown no file.
 * @param {{ CLAMD_ADDRESS?: string }} settings
 */
export async function examineScanner({ CLAMD_ADDRESS: address } = process.env, now = new Date()) {
  if (!address) return [["warn", "No virus scanner is set: exhibits are kept and not scanned", advice]];
  try {
    const pong = await say(address, "PING");
    if (pong !== "PONG") return [["fail", `What answers at ${address} is not a ClamAV daemon`, advice]];
    return [["ok", `The virus scanner answers at ${address}`], listOf(await say(address, "VERSION"), now)];
  } catch {
    return [
      [
        "fail",
        `The virus scanner at ${address} does not answer, so no original can leave`,
        "start clamd, or fix CLAMD_ADDRESS",
      ],
    ];
  }
}

/** `ClamAV 1.4.3/27800/Wed Nov 25 09:30:12 2026` */
function listOf(version, now) {
  const [program = "", number, day] = version.split("/");
  const made = new Date(day ?? "");
  if (!number || Number.isNaN(made.getTime()))
    return ["warn", `${program || "It"} does not say how old its list of viruses is`, "let freshclam renew it"];
  const days = Math.floor((now.getTime() - made.getTime()) / 86_400_000);
  if (days > oldList) return ["warn", `Its list of viruses is ${days} days old (${program})`, "let freshclam renew it"];
  return ["ok", `Its list of viruses is of ${made.toISOString().slice(0, 10)} (${program})`];
}

function say(address, command) {
  const colon = address.lastIndexOf(":");
  const place = address.startsWith("/")
    ? { path: address }
    : { host: address.slice(0, colon).replace(/^\[|\]$/g, ""), port: Number(address.slice(colon + 1)) };
  return new Promise((resolve, reject) => {
    const socket = connect(place, () => socket.write(`z${command}\0`));
    let text = "";
    socket.setTimeout(patience, () => socket.destroy(new Error("silent")));
    socket.on("data", (piece) => {
      text += piece.toString("latin1");
      const end = text.indexOf("\0");
      if (end < 0 && text.length < 1024) return;
      resolve(
        text
          .slice(0, end < 0 ? undefined : end)
          .replace(/[^\x20-\x7e]/g, "?")
          .slice(0, 200),
      );
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("closed")));
  });
}

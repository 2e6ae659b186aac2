import "server-only";
import { connect } from "node:net";
import { t } from "@/lib/platform/language/translate";
import type { Finding, World } from "../types";

const patience = 3000;
const oldList = 3;

/** Whether the virus scanner answers, and how old its list is. It is shown no file. */
export async function examineScanner({ settings, now }: Pick<World, "settings" | "now">): Promise<Finding[]> {
  const address = settings.CLAMD_ADDRESS;
  const advice = t("docs/OPERATIONS.md says how to set up ClamAV and CLAMD_ADDRESS.");
  if (!address) return [["missing", t("No virus scanner is set: exhibits are kept and not scanned"), advice]];
  try {
    const pong = await say(address, "PING");
    if (pong !== "PONG")
      return [["fix", t("What answers as the virus scanner is not a ClamAV daemon"), advice, address]];
    return [["ok", t("The virus scanner answers"), undefined, address], listOf(await say(address, "VERSION"), now)];
  } catch {
    return [
      [
        "fix",
        t("The virus scanner does not answer, so no original can leave"),
        t("Start clamd, or fix CLAMD_ADDRESS."),
        address,
      ],
    ];
  }
}

/** `ClamAV 1.4.3/27800/Wed Nov 25 09:30:12 2026` */
function listOf(version: string, now: Date): Finding {
  const [, number, day] = version.split("/");
  const made = new Date(day ?? "");
  const advice = t("Let freshclam renew it.");
  if (!number || Number.isNaN(made.getTime()))
    return ["look", t("It does not say how old its list of viruses is"), advice];
  const days = Math.floor((now.getTime() - made.getTime()) / 86_400_000);
  if (days > oldList) return ["look", t("Its list of viruses is {days} days old", { days }), advice];
  return ["ok", t("Its list of viruses is of {day}", { day: made.toISOString().slice(0, 10) })];
}

function say(address: string, command: string): Promise<string> {
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
      resolve(text.slice(0, end < 0 ? undefined : end).slice(0, 200));
      socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => reject(new Error("closed")));
  });
}

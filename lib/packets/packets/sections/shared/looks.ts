import { formatDate } from "@/lib/platform/text/format";
import type { SnapshotAddress } from "../../snapshot/snapshot";
import { countOf, onWall, sentence, shortHash, utc } from "../words";

type Run = SnapshotAddress["seen"][number];

const foundWords = { up: "Still up", gone: "Gone" } as const;

/** For the head of an exhibit: `Still up: 29 November 2026, by S-02. Gone: …`; null if nobody looked again. */
export function looksText(addresses: readonly SnapshotAddress[], code: string, zone: string): string | null {
  const here = addresses.filter(({ exhibits }) => exhibits.includes(code));
  if (here.length === 0) return null;
  return here
    .map((address) =>
      [...address.seen.map((run) => runText(run, zone)), unclearText(address)].filter(Boolean).join(" "),
    )
    .join(" ");
}

/** `Gone: 30 November 2026 10:02 SAST (08:02:00 UTC), by our address checker.` */
export function runText(run: Run, zone: string): string {
  const { found, first, last, times, proof, by, answered } = run;
  const when =
    times === 1
      ? momentText(first, zone)
      : `${countOf(times, "look")} from ${momentText(first, zone)} to ${momentText(last, zone)}`;
  const answer = answered
    ? `; it was answered ${answered.status}${answered.sha256 ? `, SHA-256 of the answer ${shortHash(answered.sha256)}…` : ""}`
    : "";
  return `${foundWords[found]}: ${when}, by ${by.join("; ")}${answer}${proof ? `; shown by ${proof}` : ""}.`;
}

const momentText = ({ on, at }: Run["first"], zone: string): string =>
  at ? `${onWall(at, zone)} (${utc(at)})` : formatDate(on);

const unclearText = ({ unclear }: SnapshotAddress): string =>
  unclear === 0 ? "" : `${sentence(countOf(unclear, "look"))} found nothing certain.`;

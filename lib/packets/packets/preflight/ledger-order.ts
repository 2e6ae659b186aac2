import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { liftedAction } from "../labels";
import { utc } from "../sections/words";
import type { PacketSnapshot, SnapshotExhibit } from "../snapshot/snapshot";

/** One event of an exhibit, and where the packet states it. */
type Moment = { what: string; at: string; place: string };

/**
 * Where the times of an exhibit contradict each other: captured, received and hashed, rehashed, masked, packed, now.
 * Each fault names both places. What a person recorded afterwards may be at any time before now.
 */
export function ledgerFaults({ exhibits, packet }: Pick<PacketSnapshot, "exhibits" | "packet">): string[] {
  return exhibits.flatMap((exhibit) => faultsOf(exhibit, packet.builtAt));
}

function faultsOf(exhibit: SnapshotExhibit, builtAt: string): string[] {
  const now: Moment = { what: t("was packed for this version"), at: builtAt, place: "the cover" };
  const receipt = exhibit.custody.find((event) => event.action === "received" && !event.byHand);
  const received = receipt ? momentOf(receipt, "was received") : firstHash(exhibit);
  const captured = capturedOf(exhibit);
  const again = exhibit.rehashed && { what: t("was hashed again"), at: exhibit.rehashed.at, place: "this packet" };
  const lines = exhibit.custody.map((event) => ({ event, moment: momentOf(event, wordOf(event.action)) }));
  const after = lines.flatMap(({ event, moment }) =>
    !event.byHand && afterReceipt.includes(event.action) ? [moment] : [],
  );
  const pairs: [Moment, Moment][] = [
    ...(captured && received ? [[captured, received] satisfies [Moment, Moment]] : []),
    ...(captured && !received ? [[captured, now] satisfies [Moment, Moment]] : []),
    ...(received ? [...after, ...(again ? [again] : [])].map((moment): [Moment, Moment] => [received, moment]) : []),
    ...[...lines.map(({ moment }) => moment), ...(again ? [again] : [])].map((moment): [Moment, Moment] => [
      moment,
      now,
    ]),
  ];
  return pairs
    .filter(([first, second]) => first.place !== second.place)
    .flatMap(([first, second]) => (isBefore(second, first) ? [describeOrder(exhibit.code, first, second)] : []));
}

/**
 * The receipt hashes what arrives. Where the ledger has no receipt of ours, the first hash is what everything later is
 * measured against: nothing is masked, copied or packed before it.
 */
function firstHash({ custody }: SnapshotExhibit): Moment | undefined {
  const [hash] = custody
    .filter((event) => event.action === "hashed" && !event.byHand)
    .toSorted((a, b) => a.at.localeCompare(b.at));
  return hash && momentOf(hash, t("was first hashed"));
}

/** What the product itself does with a stored file. */
const afterReceipt: readonly string[] = ["hashed", "viewed", "copied", "redacted", liftedAction, "exported"];

const words: Partial<Record<string, string>> = labelTable(() => ({
  received: "was received",
  hashed: t("was hashed again"),
  redacted: "was masked",
  [liftedAction]: t("had a cover taken back"),
  exported: "was packed",
}));
const wordOf = (action: string): string => words[action] ?? `was ${action}`;

const momentOf = (event: SnapshotExhibit["custody"][number], what: string): Moment => ({
  what,
  at: event.at,
  place: t("event {no} of its ledger", { no: event.no }),
});

/** By the clock of the device, minus its measured offset. */
function capturedOf({ capturedAt, clockOffset }: SnapshotExhibit): Moment | null {
  if (!capturedAt) return null;
  const at = new Date(Date.parse(capturedAt) - clockOffset * 1000).toISOString();
  return { what: t("was captured"), at, place: t("its capture details") };
}

/** To the second, as printed. */
const isBefore = (moment: Moment, other: Moment): boolean => utc(moment.at) < utc(other.at);

const describeOrder = (code: string, first: Moment, second: Moment): string =>
  t("{code} {what} at {at} ({place}), after it {what2} at {at2} ({place2})", {
    code,
    what: first.what,
    at: utc(first.at),
    place: first.place,
    what2: second.what,
    at2: utc(second.at),
    place2: second.place,
  });

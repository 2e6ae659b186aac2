import type { LookFact } from "@/lib/escalation/takedowns/types";
import type { CaseRecord } from "./read-case";
import type { PacketSnapshotInput } from "./snapshot";
import { exhibitCode, iso, staffCode } from "./words";

type Address = NonNullable<PacketSnapshotInput["addresses"]>[number];
type Run = Address["seen"][number];

/** The looks at addresses of exhibits that travel, in order; addresses at which nobody looked are left out. */
export function addressParts(record: CaseRecord, chosen: ReadonlySet<string>): Pick<PacketSnapshotInput, "addresses"> {
  const codeOf = new Map(record.exhibits.flatMap((row) => (chosen.has(row.id) ? [[row.id, exhibitCode(row)]] : [])));
  const addresses = record.addresses.flatMap(({ exhibitIds, looks }): Address[] => {
    const exhibits = exhibitIds.flatMap((id) => codeOf.get(id) ?? []);
    if (exhibits.length === 0 || looks.length === 0) return [];
    const seen: Run[] = [];
    let unclear = 0;
    for (const look of looks) {
      if (look.found === "seen_up" || look.found === "seen_gone") addLook(seen, look, record, codeOf);
      else unclear += 1;
    }
    return [{ exhibits, seen, unclear }];
  });
  return { addresses };
}

function addLook(seen: Run[], look: LookFact, record: CaseRecord, codeOf: ReadonlyMap<string, string>): void {
  const found = look.found === "seen_up" ? "up" : "gone";
  const moment = { on: look.on, at: look.at && iso(look.at) };
  const by = whoLooked(look, record);
  const proof = (look.proofExhibitId && codeOf.get(look.proofExhibitId)) || null;
  const run = seen.at(-1);
  if (run?.found === found) {
    run.last = moment;
    run.times += 1;
    run.proof ??= proof;
    if (!run.by.includes(by)) run.by.push(by);
    return;
  }
  const { answered } = look;
  seen.push({
    found,
    first: moment,
    last: moment,
    times: 1,
    by: [by],
    proof,
    answered: answered?.status ? { status: answered.status, sha256: answered.sha256 } : null,
  });
}

function whoLooked({ seenBy, byId }: LookFact, record: CaseRecord): string {
  const staff = staffCode(record, byId);
  if (seenBy === "checker") return "our address checker";
  if (seenBy === "extension") return `${staff}, with the browser extension`;
  if (seenBy === "client") return `Client, as told to ${staff}`;
  return seenBy === "other" ? `somebody else, as told to ${staff}` : staff;
}

import { type AnnexSnapshot, annexSchema } from "@/lib/packets/packets/snapshot/snapshot-annex";
import { sampleOfKind } from "./sample-kinds";

/** Who must be read in a sealed annex and nowhere else. Everybody here is invented. */
export const annexValues = {
  name: "Nomvula Specimen Voorbeeld",
  identityNumber: "000000 0000 00 0",
  address: "1 Example Street, Voorbeeldfontein, 0000",
  phone: "+27 00 000 0027",
  email: "nomvula@client.example",
  member: "Pieter Specimen",
  witness: "Lindiwe Specimen, a neighbour",
} as const;

/** The sealed annex that goes with the invented case. */
export function sampleAnnex(change: Partial<AnnexSnapshot> = {}): AnnexSnapshot {
  const { packet, org, zones, receivers, exhibits } = sampleOfKind("docket_pack");
  const [first, second, third] = receivers;
  const masked = exhibits.find((exhibit) => exhibit.sealed);
  if (!first || !second || !third || !masked) throw new Error("the invented case has receivers and a sealed exhibit");
  return annexSchema.parse({
    packet: {
      no: packet.no,
      version: packet.version,
      kind: packet.kind,
      builtAt: packet.builtAt,
      specimen: true,
      approved: true,
    },
    org,
    zone: zones.home,
    openTo: [{ ...first, release: "REL-4", until: "2026-12-20" }],
    closedTo: [
      { ...second, why: "its release does not cover who and where the client is", release: "REL-5" },
      { ...third, why: "its release does not cover who and where the client is", release: "REL-5" },
    ],
    client: { code: "RK-27", isMinor: false, ...annexValues },
    people: [
      {
        code: "S-07",
        name: annexValues.member,
        does: "Caseworker; prepared the packet; in the custody ledger of E-01",
      },
      { code: "S-02", name: "Lerato Specimen", does: "Supervisor; approved the packet" },
    ],
    safeContact: {
      channel: "WhatsApp text only",
      hours: "Monday to Friday, 12:00 to 13:00",
      zone: "Africa/Johannesburg",
      voicemail: false,
      deviceSeenBy: "nobody",
      hasCodeWord: true,
      never: ["no call to work", "no letter to the home"],
      subjectLine: "Specimen Books about your order",
      reviewedOn: "2026-11-20",
    },
    witnesses: [
      { code: "RK-27", who: "the client, as above", canSay: "I-1 to I-8, C-1 to C-3" },
      { code: "RF-1", who: annexValues.witness, canSay: "stood beside when it was refused" },
    ],
    originals: [
      {
        code: masked.code,
        title: masked.title,
        why: "a masked copy is served",
        files: [{ name: "e-07-1.png", sha256: masked.files[0]?.sha256 ?? "" }],
      },
    ],
    ...change,
  });
}

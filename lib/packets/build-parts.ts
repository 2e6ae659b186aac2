import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import { assemblePacket } from "./assembly/assemble-packet";
import type { Begun } from "./begin-assembly";
import { stoppedExhibits } from "./labels";
import type { Note } from "./pace-notes";
import { runPreflight } from "./preflight";
import { checklistVersion } from "./preflight-lines";
import { prepareExhibits } from "./prepare-exhibits";
import { CannotBuild, fileName } from "./rules";
import type { PacketSnapshot } from "./snapshot";
import { leakLines } from "./taking/leaks";
import { iso } from "./taking/words";
import type { KeptPart, PartStore } from "./types";

export type Building = { begun: Begun; originals: SealedFiles; store: PartStore; note: Note };

/**
 * Everything between reading the case and keeping the result, the same for the job and for the command line: exhibits,
 * preflight, the served part, the search for leaks, the other parts.
 * @throws CannotBuild with a reason for the author; StoppedByPerson
 */
export async function buildParts(
  ctx: Ctx,
  { begun, originals, store, note }: Building,
): Promise<{ snapshot: PacketSnapshot; annex: string | null; parts: KeptPart[] }> {
  if (begun.stopped && begun.files.length > 0) throw new CannotBuild(stoppedExhibits);
  const prepared = await prepareExhibits(originals, begun, note);
  await note("preflight");
  const rehashed = { at: iso(ctx.now), same: true };
  const checked = { ...begun.snapshot, exhibits: begun.snapshot.exhibits.map((one) => ({ ...one, rehashed })) };
  const snapshot = withPreflight(ctx, checked, begun);
  refuseLeaks(snapshot, begun.secrets);
  await note("drawing");
  await store.keep({
    part: "served",
    name: fileName({ code: snapshot.packet.no, version: snapshot.packet.version }),
    mime: "application/pdf",
    write: () => assemblePacket(snapshot, prepared, { onPage: (page, of) => note("drawing", page, of) }),
  });
  await note("storing");
  return { snapshot, annex: null, parts: [...store.kept] };
}

/** A fresh result. On a snapshot that was decided on, the reasons given then stay beside the fails. */
function withPreflight(ctx: Ctx, snapshot: PacketSnapshot, { frozen, secrets }: Begun): PacketSnapshot {
  const given = frozen ? (snapshot.preflight?.results ?? []) : [];
  const results = runPreflight(
    snapshot,
    secrets.map((secret) => secret.value),
  ).map((line) => ({ ...line, override: given.find((one) => one.id === line.id)?.override ?? null }));
  return { ...snapshot, preflight: { checkedAt: iso(ctx.now), checklistVersion, results } };
}

function refuseLeaks(snapshot: PacketSnapshot, secrets: Begun["secrets"]): void {
  const leaks = leakLines(snapshot, secrets);
  if (leaks.length > 0) throw new CannotBuild(`${leaks.slice(0, 5).join(". ")}. Take it out there and try again.`);
}

import "server-only";
import { redeemFirstLink } from "@/lib/auth/first-contact/redeem-first-link";
import { makeFirstLink } from "@/lib/handover/first-contact/commands/make-first-link";
import { releaseFirstLink } from "@/lib/handover/first-contact/commands/release-first-link";
import { addLiaison } from "@/lib/handover/officers/add-liaison";
import { noteCallback } from "@/lib/handover/officers/note-callback";
import { nameOfficers } from "@/lib/handover/releases/commands/name-officers";
import { listReleases } from "@/lib/handover/releases/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { listCasePackets } from "@/lib/packets/packets/queries";
import { newToken } from "@/lib/platform/ids";
import { daysAgo } from "./days";
import type { Cast } from "./load-people";

const officer = {
  name: "Themba Xaba",
  rank: "Detective Sergeant",
  forceNumber: "0000003-3",
  agency: "SAPS",
  unit: "Proef Park station",
  address: "proefpark@police.example",
  phone: "012 000 0155",
  email: "xaba@police.example",
};

const call = {
  phone: "012 000 0150",
  source: "Station list on the site of the police, not from the officer",
  answeredBy: "Clerk of the Community Service Centre",
  result: "confirmed",
};

/**
 * An officer without an account: entered, called back by a second person, named on the releases for the officer of the
 * docket, one link that waits and one that was opened.
 */
export async function loadFirstContact(cast: Cast, opened: Map<string, string>): Promise<void> {
  const { supervisor, thandi, anele } = cast;
  const { id: liaisonId } = await addLiaison(daysAgo(cast.admin.ctx, 5), officer);
  await noteCallback(daysAgo(supervisor.ctx, 4, "11:00"), { liaisonId, ...call });
  const newestOf = async (pseudonym: string, owner: Ctx) => {
    const caseId = opened.get(pseudonym) ?? "";
    await nameOnDocket(daysAgo(owner, 2, "09:00"), caseId, liaisonId);
    const { rows } = await listCasePackets(supervisor.ctx, caseId);
    return { packetId: rows[0]?.id ?? "", liaisonId };
  };
  const given = await makeFirstLink(daysAgo(anele.ctx, 1, "09:40"), await newestOf("Marula", anele.ctx));
  await releaseFirstLink(daysAgo(supervisor.ctx, 1, "10:15"), { linkId: given.id });
  const keys = { secret: Buffer.from(given.secret, "base64url"), browser: newToken() };
  await redeemFirstLink(keys, { code: given.code });
  // Nobody was told its code: in the demo it only waits for a second person.
  await makeFirstLink(daysAgo(thandi.ctx, 1, "15:20"), await newestOf("Honeybush", thandi.ctx));
}

/** The client signed for the investigating officer; now it is known who that is. */
async function nameOnDocket(owner: Ctx, caseId: string, liaisonId: string): Promise<void> {
  const releases = await listReleases(owner, caseId);
  const release = releases.find((candidate) => candidate.recipientRole === "investigating_officer");
  await nameOfficers(owner, { caseId, releaseId: release?.id ?? "", officers: { [liaisonId]: true } });
}

import "server-only";
import { redeemFirstLink } from "@/lib/auth/redeem-first-link";
import { makeFirstLink } from "@/lib/first-links/make-first-link";
import { releaseFirstLink } from "@/lib/first-links/release-first-link";
import { addLiaison } from "@/lib/liaisons/add-liaison";
import { noteCallback } from "@/lib/liaisons/note-callback";
import { listCasePackets } from "@/lib/packets/queries";
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

/** An officer without an account: entered, called back by a second person, one link that waits and one that was opened. */
export async function loadFirstContact(cast: Cast, opened: Map<string, string>): Promise<void> {
  const { supervisor, thandi, anele } = cast;
  const { id: liaisonId } = await addLiaison(daysAgo(cast.admin.ctx, 5), officer);
  await noteCallback(daysAgo(supervisor.ctx, 4, "11:00"), { liaisonId, ...call });
  const newestOf = async (pseudonym: string) => {
    const { rows } = await listCasePackets(supervisor.ctx, opened.get(pseudonym) ?? "");
    return { packetId: rows[0]?.id ?? "", liaisonId };
  };
  const given = await makeFirstLink(daysAgo(anele.ctx, 1, "09:40"), await newestOf("Marula"));
  await releaseFirstLink(daysAgo(supervisor.ctx, 1, "10:15"), { linkId: given.id });
  const keys = { secret: Buffer.from(given.secret, "base64url"), browser: newToken() };
  await redeemFirstLink(keys, { code: given.code });
  // Its code was told to nobody: in the demonstration it only waits for a second person.
  await makeFirstLink(daysAgo(thandi.ctx, 1, "15:20"), await newestOf("Honeybush"));
}

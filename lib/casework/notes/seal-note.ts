import "server-only";
import type { z } from "zod";
import type { Vault } from "@/lib/kernel/access/vault";
import type { AmendNote } from "./input";
import { sealedPlace } from "./rules";

type Typed = Omit<z.output<typeof AmendNote>, "noteId" | "version" | "when">;

/** The columns of a note that its form fills in, with every free text encrypted under the case's key. */
export function sealNote(vault: Vault, id: string, typed: Typed) {
  const place = sealedPlace(id);
  return {
    kind: typed.kind,
    party: typed.party,
    partyName: vault.sealMaybe(place("party_name"), typed.partyName),
    direction: typed.direction,
    accountId: typed.accountId,
    words: vault.seal(place("words"), typed.words),
    agreed: vault.sealMaybe(place("agreed"), typed.agreed),
    nextAct: vault.sealMaybe(place("next_act"), typed.nextAct),
    nextOn: typed.nextOn,
  };
}

import "server-only";
import type { Vault } from "@/lib/kernel/access/vault";
import type { NoteRow } from "./access";
import { sealedPlace } from "./rules";
import type { NoteBody } from "./types";

/** What a note says, decrypted. */
export function openNote(vault: Vault, row: NoteRow): NoteBody {
  const place = sealedPlace(row.id);
  return {
    kind: row.kind,
    words: vault.open(place("words"), row.words),
    party: row.party,
    partyName: vault.openMaybe(place("party_name"), row.partyName),
    direction: row.direction,
    happenedAt: row.happenedAt.toISOString(),
    agreed: vault.openMaybe(place("agreed"), row.agreed),
    nextAct: vault.openMaybe(place("next_act"), row.nextAct),
    nextOn: row.nextOn,
    accountId: row.accountId,
  };
}

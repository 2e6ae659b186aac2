import { openDirectory } from "@/lib/handover/officers/open-directory";
import { wordsPlace } from "@/lib/handover/officers/rules";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { newId } from "@/lib/platform/ids";
import { owner } from "./db";

const words = { phone: "021 000 0100", source: "The police's own page", answeredBy: "The desk", said: null };

/** As after a call-back by somebody who did not invite the officer; for tests that begin with a handover. */
export async function plantConfirmation(service: Ctx, liaisonId: string): Promise<void> {
  const id = newId();
  const sealed = await withTransaction(service, "read write", async (scoped) => {
    const vault = await openDirectory(scoped);
    return { text: vault.seal(wordsPlace(id), JSON.stringify(words)), keyId: vault.keyId };
  });
  const { orgId } = service;
  await owner().begin(async (sql) => {
    // As if the officer had called: the trigger asks only that it is another member than whoever invited them.
    await sql`select ctx.put(${orgId}::uuid, ${liaisonId}::uuid, 'supervisor')`;
    await sql`insert into app.liaison_callbacks (id, org_id, liaison_id, called_by, called_at, result, words, key_id, noted_at)
      values (${id}, ${orgId}, ${liaisonId}, ${liaisonId}, now(), 'confirmed', ${sealed.text}, ${sealed.keyId}, now())`;
    await sql`update app.liaisons set confirmed_by = ${liaisonId}, confirmed_at = now(), callback_id = ${id}
      where member_id = ${liaisonId}`;
  });
}

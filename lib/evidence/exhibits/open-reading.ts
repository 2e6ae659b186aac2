import "server-only";
import type { MailFacts, MailHop, PlainText } from "@/lib/platform/sandbox/types";
import type { SealedFiles } from "@/lib/platform/storage/storage";
import type { Reading } from "./types";

/** The result of one reading of a text or a mail. @throws StorageError not_found | broken | away */
export async function openReading(files: SealedFiles, { fileId }: Pick<Reading, "fileId">): Promise<PlainText> {
  const { stream } = await files.open(fileId);
  const { mail, ...text } = JSON.parse(await new Response(stream).text()) as Kept;
  return mail ? { ...text, mail: { ...mail, hops: mail.hops.map(hopOf), notes: mail.notes ?? [] } } : text;
}

/** The first parser stored one address per hop, which could be the sender's own claim: it does not count as seen. */
type FirstHop = Omit<MailHop, "claimed" | "seenIp" | "seenName"> & { from: string | null; ip: string | null };
type KeptMail = Omit<MailFacts, "hops" | "notes"> & { hops: (MailHop | FirstHop)[]; notes?: MailFacts["notes"] };
type Kept = Omit<PlainText, "mail"> & { mail?: KeptMail };

function hopOf(hop: MailHop | FirstHop): MailHop {
  if ("claimed" in hop) return hop;
  const { from, ip: _, ...rest } = hop;
  return { ...rest, claimed: from, seenIp: null, seenName: null };
}

import type { Org, Person } from "./org";
import { sendFiles } from "./uploaded-packet";

/** A text as an exhibit of a case, looked into by the real job. Gives its id. */
export async function addText(
  org: Org,
  worker: Person,
  { caseId, content, name = "note.txt" }: { caseId: string; content: string; name?: string },
): Promise<string> {
  const files = [{ name, bytes: Buffer.from(content), about: { method: "native_export" } }];
  const [id = ""] = await sendFiles(org, worker, { caseId, files });
  return id;
}

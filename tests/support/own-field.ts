import type { Ctx } from "@/lib/kernel/access/ctx";
import { addCustomField } from "@/lib/organisation/custom-fields/commands/add-custom-field";

/** A field of a case that everybody sees and nobody must fill in, unless `over` says otherwise. */
export async function addField(admin: Ctx, over: Record<string, unknown> = {}): Promise<string> {
  const field = { record: "case", kind: "short_text", label: "Ward", audience: "all", required: "never" };
  const { id } = await addCustomField(admin, { ...field, ...over });
  return id;
}

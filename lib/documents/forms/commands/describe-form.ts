import "server-only";
import { eq } from "drizzle-orm";
import { officialForms } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findForm } from "../access";
import { DescribeForm } from "../input";

/** Says whose form it is, what it is called, which edition, and where it came from. @throws AppError not_found */
export const describeForm = command({
  needs: "law.write",
  input: DescribeForm,
  async run(ctx, { formId, ...details }) {
    const { id } = await findForm(ctx, formId);
    await ctx.db.update(officialForms).set(details).where(eq(officialForms.id, id));
    return { value: { id }, audit: { action: "form.described", subjectId: id, detail: {} } };
  },
});

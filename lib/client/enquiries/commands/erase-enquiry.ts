import "server-only";
import { sql } from "drizzle-orm";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { addHours } from "@/lib/platform/time/clock";
import { enquirySetting, findEnquiry } from "../access";
import { OneEnquiry } from "../input";

/** Erases a closed enquiry whose days have passed, with its key. @throws AppError not_found; conflict before its day */
export const eraseEnquiry = command({
  needs: "job.run",
  input: OneEnquiry,
  async run(ctx, { enquiryId }) {
    const { state, decidedAt } = await findEnquiry(ctx, enquiryId);
    const { days } = await enquirySetting(ctx);
    const closed = state === "referred" || state === "set_aside";
    if (!closed || !decidedAt || addHours(decidedAt, days * 24) > ctx.now) {
      throw new AppError("conflict", t("This enquiry is not to be erased yet."));
    }
    await ctx.db.execute(sql`select app.erase_enquiry(${enquiryId})`);
    return { value: undefined, audit: { action: "enquiry.erased", subjectId: enquiryId, detail: {} } };
  },
});

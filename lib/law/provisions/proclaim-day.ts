import { t } from "@/lib/platform/language/translate";
import "server-only";
import { proclaimedDays } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { holidayOn } from "@/lib/platform/time/calendar";
import { lockLaw } from "./access";
import { ProclaimDay } from "./input";
import { readLaw } from "./queries";

/**
 * Adds a holiday that was proclaimed once. Clocks that count working or court days leave it out from the next round on.
 * @throws AppError invalid for a calendar that does not exist; conflict when the day is a holiday already
 */
export const proclaimDay = command({
  needs: "law.write",
  input: ProclaimDay,
  async run(ctx, { calendar, day, name, source }) {
    const recordedBy = await lockLaw(ctx);
    const { calendars } = await readLaw(ctx);
    const holidays = Object.hasOwn(calendars, calendar) ? calendars[calendar] : undefined;
    if (!holidays)
      throw new AppError("invalid", t("No such calendar."), { calendar: t("Choose a calendar from the list.") });
    const known = holidayOn(holidays, day);
    if (known) {
      const message = t("This day is a holiday already: {known}.", { known });
      throw new AppError("conflict", message, { day: message });
    }
    const id = newId();
    await ctx.db
      .insert(proclaimedDays)
      .values({ id, orgId: ctx.orgId, calendar, day, name, source, recordedBy, recordedAt: ctx.now });
    return {
      value: { id },
      audit: { action: "law.day_proclaimed", subjectId: id, detail: { calendar, day } },
    };
  },
});

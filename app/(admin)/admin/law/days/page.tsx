import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { markWords } from "@/lib/law/jurisdictions/labels";
import { officeToday } from "@/lib/law/office/rules";
import { listCountries } from "@/lib/law/provisions/list-countries";
import { listProclaimedDays, readLawDesk } from "@/lib/law/provisions/queries";
import { t } from "@/lib/platform/language/translate";
import { holidaysOf } from "@/lib/platform/time/calendar";

import { HolidayTable } from "./_components/holiday-table";
import { ProclaimForm } from "./_components/proclaim-form";
import { ProclaimedList } from "./_components/proclaimed-list";
import { YearLinks } from "./_components/year-links";

export const metadata: Metadata = { title: t("Holidays") };

export default async function HolidaysPage({ searchParams }: PageProps<"/admin/law/days">) {
  const ctx = await requireCtx("law.write");
  const today = officeToday(ctx.now);
  const asked = (await searchParams).year;
  const year = typeof asked === "string" && /^(19|20|21)\d\d$/.test(asked) ? Number(asked) : Number(today.slice(0, 4));
  const { desk, days } = await reading(ctx, (scoped) =>
    readAll({
      desk: readLawDesk(scoped),
      days: listProclaimedDays(scoped),
    }),
  );
  const countries = listCountries(desk.law);
  const calendars = Object.entries(desk.law.calendars).map(([code, calendar]) => ({
    code,
    name: countries.find((country) => country.code === code)?.name ?? code,
    holidays: [...holidaysOf(calendar, year)].toSorted(([a], [b]) => a.localeCompare(b)),
    proclaimed: new Set(calendar.proclaimed.map((day) => day.on)),
  }));
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Legal information"), href: "/admin/law" }]} />
      <PageHead title={t("Holidays")}>
        {t(
          "Deadlines in working or court days skip these. Yearly holidays are calculated; add a day that was proclaimed once here.",
        )}
      </PageHead>
      <div className="cols cols--2">
        <Panel id="proclaim" title={t("Add a proclaimed day")}>
          <ProclaimForm calendars={calendars.map(({ code, name }) => ({ value: code, label: name }))} />
        </Panel>
        <Panel id="proclaimed" title={t("Proclaimed days")} padded={days.length === 0}>
          <ProclaimedList
            days={days}
            names={Object.fromEntries(calendars.map((calendar) => [calendar.code, calendar.name]))}
          />
        </Panel>
      </div>
      <div className="stack stack--s">
        <h2>{t("Every holiday of a year")}</h2>
        <p className="small muted">
          {t(
            "{value}: yearly holidays and what happens at a weekend. Look at the Gazette before you rely on one day.",
            { value: markWords.G },
          )}
        </p>
      </div>
      <YearLinks year={year} />
      <div className="cols cols--2">
        {calendars.map((calendar) => (
          <Panel
            key={calendar.code}
            id={`calendar-${calendar.code}`}
            title={`${calendar.name}, ${year}`}
            padded={false}
          >
            <HolidayTable name={calendar.name} holidays={calendar.holidays} proclaimed={calendar.proclaimed} />
          </Panel>
        ))}
      </div>
    </Page>
  );
}

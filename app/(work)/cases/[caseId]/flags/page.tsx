import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listCaseFlags } from "@/lib/casework/flags/queries";
import { isDue } from "@/lib/casework/flags/rules";
import type { FlagView } from "@/lib/casework/flags/types";
import { reading } from "@/lib/kernel/access/query";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { type Paged, pageOf, readId, readPage, withQuery } from "@/lib/platform/paging";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { raiseFlagAction, resolveFlagAction } from "./actions";

export const metadata: Metadata = { title: t("Flags") };

export default async function FlagsPage({ params, searchParams }: PageProps<"/cases/[caseId]/flags">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const asked = await searchParams;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  const { flags } = await orNotFound(
    reading(ctx, async (scoped) => ({
      flags: await listCaseFlags(scoped, caseId),
    })),
  );
  const shown = readId(asked.show);
  const open = pageOf(
    flags.filter((flag) => !flag.resolvedAt),
    readPage(asked.page),
    { holds: (flag) => flag.id === shown },
  );
  const resolved = pageOf(
    flags.filter((flag) => flag.resolvedAt),
    readPage(asked.resolved),
  );
  const at = (to: { page?: number; resolved?: number }) =>
    withQuery(`/cases/${caseId}/flags`, { page: open.page, resolved: asked.resolved && resolved.page, ...to });
  return (
    <>
      <PageHead title={t("Flags")} level={2}>
        {t("A flag asks somebody to look. It stays in the history once it is resolved.")}
      </PageHead>
      <Panel id="open" title={t("Open flags")} padded={open.total > 0}>
        {open.total === 0 ? (
          <EmptyState icon="flag" title={t("No flag is open")}>
            {t("Raise one below when something on this case must not be forgotten.")}
          </EmptyState>
        ) : (
          open.rows.map((flag) => <OpenFlag key={flag.id} flag={flag} today={officeToday(ctx.now)} />)
        )}
        <NumberedPager list={open} of={t("open flags, newest first")} at={(page) => `${at({ page })}#open` as Route} />
      </Panel>
      {header.closedAt ? null : <RaiseForm caseId={caseId} />}
      <Resolved flags={resolved}>
        <NumberedPager
          list={resolved}
          of={t("resolved flags, newest first")}
          at={(page) => `${at({ resolved: page })}#resolved` as Route}
        />
      </Resolved>
    </>
  );
}

function OpenFlag({ flag, today }: { flag: FlagView; today: CivilDate }) {
  return (
    <article className="stack stack--s" id={`flag-${flag.id}`} aria-label={t("Flag")}>
      <div className="row row--between">
        <strong>{flag.message}</strong>
        <Chip kind={isDue(flag, today) ? "warning" : "plain"} icon="flag">
          {flag.lookOn ? t("Look again on {lookOn}", { lookOn: formatDate(flag.lookOn) }) : t("Look now")}
        </Chip>
      </div>
      <p className="muted">
        {flag.raisedBy}, {formatInstant(flag.raisedAt, officeZone())}
      </p>
      <Disclosure label={t("Resolve this flag")}>
        <ActionForm action={resolveFlagAction} label={t("Resolve the flag")}>
          <input type="hidden" name="flagId" value={flag.id} />
          <TextArea
            name="note"
            label={t("What came of it")}
            hint={t("Kept with the flag. It cannot be changed later.")}
            rows={2}
          />
          <SubmitFoot variant="secondary" icon="check" pendingText={t("Resolving the flag")}>
            {t("Resolve the flag")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
    </article>
  );
}

function RaiseForm({ caseId }: { caseId: string }) {
  return (
    <Panel id="raise" title={t("Raise a flag")}>
      <ActionForm action={raiseFlagAction} label={t("Raise a flag")}>
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea
          name="message"
          label={t("What to look at")}
          hint={t("For example: Ask whether the new number works.")}
          rows={2}
        />
        <DateField name="lookOn" label={t("Look again on")} hint={t("Empty: it shows at once")} optional />
        <SubmitFoot icon="flag" pendingText={t("Raising the flag")}>
          {t("Raise a flag")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

function Resolved({ flags, children }: { flags: Paged<FlagView>; children: React.ReactNode }) {
  if (flags.total === 0) return null;
  return (
    <Panel id="resolved" title={t("Resolved flags")}>
      <Timeline
        events={flags.rows.map((flag) => ({
          key: flag.id,
          icon: "check",
          title: flag.message,
          detail: (
            <span className="event__words">
              {t("Raised by {raisedBy}, {raisedAt}. Resolved by {resolvedBy}: {resolution}", {
                raisedBy: flag.raisedBy,
                raisedAt: formatInstant(flag.raisedAt, officeZone()),
                resolvedBy: flag.resolvedBy,
                resolution: flag.resolution,
              })}
            </span>
          ),
          at: (flag.resolvedAt ?? flag.raisedAt).toISOString(),
          when: formatInstant(flag.resolvedAt ?? flag.raisedAt, officeZone()),
        }))}
      />
      {children}
    </Panel>
  );
}

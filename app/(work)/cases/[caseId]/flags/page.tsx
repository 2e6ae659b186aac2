import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Timeline } from "@/app/_ui/timeline";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { listCaseFlags } from "@/lib/flags/queries";
import { isDue } from "@/lib/flags/rules";
import type { FlagView } from "@/lib/flags/types";
import type { CivilDate } from "@/lib/platform/calendar";
import { formatDate, formatInstant } from "@/lib/platform/format";
import { officeToday, officeZone } from "@/lib/work/rules";
import { raiseFlagAction, resolveFlagAction } from "./actions";

export const metadata: Metadata = { title: "Flags" };

export default async function FlagsPage({ params }: PageProps<"/cases/[caseId]/flags">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  const { flags } = await orNotFound(
    reading(ctx, async (scoped) => ({
      flags: await listCaseFlags(scoped, caseId),
    })),
  );
  const open = flags.filter((flag) => !flag.resolvedAt);
  return (
    <>
      <PageHead title="Flags" level={2}>
        A flag asks somebody to look. It stays in the history once it is resolved.
      </PageHead>
      <Panel id="open" title="Open flags" padded={open.length > 0}>
        {open.length === 0 ? (
          <EmptyState icon="flag" title="No flag is open">
            Raise one below when something on this case must not be forgotten.
          </EmptyState>
        ) : (
          open.map((flag) => <OpenFlag key={flag.id} flag={flag} today={officeToday(ctx.now)} />)
        )}
      </Panel>
      {header.closedAt ? null : <RaiseForm caseId={caseId} />}
      <Resolved flags={flags.filter((flag) => flag.resolvedAt)} />
    </>
  );
}

function OpenFlag({ flag, today }: { flag: FlagView; today: CivilDate }) {
  return (
    <article className="stack stack--s" id={`flag-${flag.id}`} aria-label="Flag">
      <div className="row row--between">
        <strong>{flag.message}</strong>
        <Chip kind={isDue(flag, today) ? "warning" : "plain"} icon="flag">
          {flag.lookOn ? `Look again on ${formatDate(flag.lookOn)}` : "Look now"}
        </Chip>
      </div>
      <p className="muted">
        {flag.raisedBy}, {formatInstant(flag.raisedAt, officeZone())}
      </p>
      <Disclosure label="Resolve this flag">
        <ActionForm action={resolveFlagAction} label="Resolve the flag">
          <input type="hidden" name="flagId" value={flag.id} />
          <TextArea
            name="note"
            label="What came of it"
            hint="Kept with the flag. It cannot be changed later."
            rows={2}
          />
          <FormFoot>
            <SubmitButton look="secondary" icon="check" pendingText="Resolving the flag">
              Resolve the flag
            </SubmitButton>
          </FormFoot>
        </ActionForm>
      </Disclosure>
    </article>
  );
}

function RaiseForm({ caseId }: { caseId: string }) {
  return (
    <Panel id="raise" title="Raise a flag">
      <ActionForm action={raiseFlagAction} label="Raise a flag">
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea
          name="message"
          label="What to look at"
          hint="For example: Ask whether the new number works."
          rows={2}
        />
        <DateField name="lookOn" label="Look again on" hint="Empty: it shows at once" optional />
        <FormFoot>
          <SubmitButton icon="flag" pendingText="Raising the flag">
            Raise a flag
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}

function Resolved({ flags }: { flags: readonly FlagView[] }) {
  if (flags.length === 0) return null;
  return (
    <Panel id="resolved" title="Resolved flags">
      <Timeline
        events={flags.map((flag) => ({
          key: flag.id,
          icon: "check",
          title: flag.message,
          detail: (
            <span className="event__words">
              Raised by {flag.raisedBy}, {formatInstant(flag.raisedAt, officeZone())}. Resolved by {flag.resolvedBy}:{" "}
              {flag.resolution}
            </span>
          ),
          at: (flag.resolvedAt ?? flag.raisedAt).toISOString(),
          when: formatInstant(flag.resolvedAt ?? flag.raisedAt, officeZone()),
        }))}
      />
    </Panel>
  );
}

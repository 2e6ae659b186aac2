import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Chip } from "@/app/_ui/chip";
import { Select } from "@/app/_ui/choice";
import { EmptyState } from "@/app/_ui/empty-state";
import { DateField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import { DataTable } from "@/app/_ui/table/data-table";
import { requireCtx } from "@/lib/auth/sessions/session";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { may } from "@/lib/kernel/access/roles";
import { officeToday } from "@/lib/law/office/rules";
import { absenceLabels } from "@/lib/organisation/absences/labels";
import { listAbsences } from "@/lib/organisation/absences/queries";
import type { AbsenceView } from "@/lib/organisation/absences/types";
import { listStaff } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { endAbsenceAction, recordAbsenceAction } from "./actions";

export const metadata: Metadata = { title: t("Time off and cover") };

type Person = { id: string; name: string };

export default async function LeavePage({ searchParams }: PageProps<"/leave">) {
  const ctx = await requireCtx("case.write");
  const { member } = await searchParams;
  const { leaves, staff } = await reading(ctx, (scoped) =>
    readAll({
      leaves: listAbsences(scoped),
      staff: listStaff(scoped),
    }),
  );
  const me = ctx.actor.memberId ?? "";
  const supervises = may(ctx.actor, "team.read");
  const asked = supervises ? staff.find((person) => person.id === member)?.id : undefined;
  return (
    <Page>
      <PageHead guide="cover-for-a-colleague" title={t("Time off and cover")}>
        {t(
          "From the first day to the last, a colleague sees the open cases, works on them and gets their reminders. Cover ends automatically.",
        )}
      </PageHead>
      <LeaveForm staff={staff} me={me} who={asked ?? me} supervises={supervises} today={officeToday(ctx.now)} />
      <Panel id="leaves" title={t("Who is away")} padded={false}>
        {leaves.length === 0 ? (
          <EmptyState icon="calendar-days" title={t("Nobody is away")}>
            {t("Set time off above. Everybody sees here who covers for whom.")}
          </EmptyState>
        ) : (
          <LeaveTable leaves={leaves} mayEnd={(leave) => supervises || leave.memberId === me} />
        )}
      </Panel>
    </Page>
  );
}

type FormProps = { staff: readonly Person[]; me: string; who: string; supervises: boolean; today: string };

function LeaveForm({ staff, me, who, supervises, today }: FormProps) {
  const choices = staff.map(({ id, name }) => ({ value: id, label: id === me ? t("{name} (you)", { name }) : name }));
  return (
    <Panel id="set" title={t("Set time off")}>
      <ActionForm action={recordAbsenceAction} label={t("Set time off")}>
        {supervises ? (
          <Select name="memberId" label={t("Who is away")} defaultValue={who} options={choices} />
        ) : (
          <input type="hidden" name="memberId" value={me} />
        )}
        <DateField name="fromOn" label={t("First day away")} defaultValue={today} />
        <DateField name="untilOn" label={t("Last day away")} />
        <Select
          name="coverId"
          label={t("Covered by")}
          blank={t("Choose a person")}
          options={choices.filter((choice) => supervises || choice.value !== me)}
        />
        <SubmitFoot icon="calendar-days" pendingText={t("Setting time off")}>
          {t("Set time off")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

function LeaveTable({ leaves, mayEnd }: { leaves: readonly AbsenceView[]; mayEnd: (leave: AbsenceView) => boolean }) {
  return (
    <DataTable
      caption={t("Time off, upcoming first")}
      rows={leaves}
      keyOf={(leave) => leave.id}
      columns={[
        { head: t("Away"), cell: (leave) => <span className="strong">{leave.name}</span> },
        { head: t("Covered by"), cell: (leave) => leave.coverName },
        {
          head: t("From and until"),
          cell: (leave) =>
            t("{fromOn} to {untilOn}", { fromOn: formatDate(leave.fromOn), untilOn: formatDate(leave.untilOn) }),
        },
        {
          head: t("State"),
          cell: (leave) => (
            <Chip kind={leave.state === "now" ? "warning" : "plain"} icon="calendar-days">
              {leave.endedAt ? t("Ended early") : absenceLabels[leave.state]}
            </Chip>
          ),
        },
        {
          head: <span className="vh">{t("End")}</span>,
          cell: (leave) => (leave.state !== "over" && mayEnd(leave) ? <EndForm leave={leave} /> : null),
        },
      ]}
    />
  );
}

function EndForm({ leave }: { leave: AbsenceView }) {
  return (
    <ActionForm
      action={endAbsenceAction}
      label={t("End the time off of {name}", { name: leave.name })}
      guard={false}
      announceSaved={false}
    >
      <input type="hidden" name="leaveId" value={leave.id} />
      <SubmitButton variant="secondary" small pendingText={t("Ending")}>
        {t("End now")}
      </SubmitButton>
    </ActionForm>
  );
}

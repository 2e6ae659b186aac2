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
import { may } from "@/lib/kernel/access/roles";
import { officeToday } from "@/lib/law/office/rules";
import { absenceLabels } from "@/lib/organisation/absences/labels";
import { listAbsences } from "@/lib/organisation/absences/queries";
import type { AbsenceView } from "@/lib/organisation/absences/types";
import { listStaff } from "@/lib/organisation/members/queries";
import { formatDate } from "@/lib/platform/text/format";
import { endAbsenceAction, recordAbsenceAction } from "./actions";

export const metadata: Metadata = { title: "Time off and cover" };

type Person = { id: string; name: string };

export default async function LeavePage({ searchParams }: PageProps<"/leave">) {
  const ctx = await requireCtx("case.write");
  const { member } = await searchParams;
  const { leaves, staff } = await reading(ctx, async (scoped) => ({
    leaves: await listAbsences(scoped),
    staff: await listStaff(scoped),
  }));
  const me = ctx.actor.memberId ?? "";
  const supervises = may(ctx.actor.role, "team.read");
  const asked = supervises ? staff.find((person) => person.id === member)?.id : undefined;
  return (
    <Page>
      <PageHead title="Time off and cover">
        From the first to the last day a colleague sees the open cases, works on them and gets their reminders. It ends
        by itself.
      </PageHead>
      <LeaveForm staff={staff} me={me} who={asked ?? me} supervises={supervises} today={officeToday(ctx.now)} />
      <Panel id="leaves" title="Who is away" padded={false}>
        {leaves.length === 0 ? (
          <EmptyState icon="calendar-days" title="Nobody is away">
            Set a leave above. Everybody sees here who covers for whom.
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
  const choices = staff.map(({ id, name }) => ({ value: id, label: id === me ? `${name} (you)` : name }));
  return (
    <Panel id="set" title="Set a leave">
      <ActionForm action={recordAbsenceAction} label="Set a leave">
        {supervises ? (
          <Select name="memberId" label="Who is away" defaultValue={who} options={choices} />
        ) : (
          <input type="hidden" name="memberId" value={me} />
        )}
        <DateField name="fromOn" label="First day away" defaultValue={today} />
        <DateField name="untilOn" label="Last day away" />
        <Select
          name="coverId"
          label="Covered by"
          blank="Choose a person"
          options={choices.filter((choice) => supervises || choice.value !== me)}
        />
        <SubmitFoot icon="calendar-days" pendingText="Setting the leave">
          Set the leave
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

function LeaveTable({ leaves, mayEnd }: { leaves: readonly AbsenceView[]; mayEnd: (leave: AbsenceView) => boolean }) {
  return (
    <DataTable
      caption="Leaves, those to come first"
      rows={leaves}
      keyOf={(leave) => leave.id}
      columns={[
        { head: "Away", cell: (leave) => <span className="strong">{leave.name}</span> },
        { head: "Covered by", cell: (leave) => leave.coverName },
        {
          head: "From and until",
          cell: (leave) => `${formatDate(leave.fromOn)} to ${formatDate(leave.untilOn)}`,
        },
        {
          head: "State",
          cell: (leave) => (
            <Chip kind={leave.state === "now" ? "warning" : "plain"} icon="calendar-days">
              {leave.endedAt ? "Ended early" : absenceLabels[leave.state]}
            </Chip>
          ),
        },
        {
          head: <span className="vh">End</span>,
          cell: (leave) => (leave.state !== "over" && mayEnd(leave) ? <EndForm leave={leave} /> : null),
        },
      ]}
    />
  );
}

function EndForm({ leave }: { leave: AbsenceView }) {
  return (
    <ActionForm action={endAbsenceAction} label={`End the leave of ${leave.name}`} guard={false} announceSaved={false}>
      <input type="hidden" name="leaveId" value={leave.id} />
      <SubmitButton variant="secondary" small pendingText="Ending">
        End now
      </SubmitButton>
    </ActionForm>
  );
}

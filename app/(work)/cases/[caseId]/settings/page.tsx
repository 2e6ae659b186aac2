import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Checkbox, Radios, Select } from "@/app/_ui/choice";
import { Clash, RecordVersions } from "@/app/_ui/clash";
import { TextArea, TextField } from "@/app/_ui/field";
import { FirstDisclosure } from "@/app/_ui/first-disclosure";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { named } from "@/app/_ui/named";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { tickOptions } from "@/app/_ui/settle-clash";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { ConflictsPanel } from "@/app/(work)/cases/[caseId]/settings/_components/conflicts-panel";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { requireCtx } from "@/lib/auth/sessions/session";
import { matterNotWritten, riskHints, riskLabels } from "@/lib/casework/cases/labels";
import { previewMove } from "@/lib/casework/cases/preview-move";
import { type CaseHeaderView, risks } from "@/lib/casework/cases/types";
import { listConflicts, listDeniable } from "@/lib/casework/conflicts-of-interest/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { emergencyLines, findPlaybook, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { awayWords } from "@/lib/organisation/absences/labels";
import { listAway } from "@/lib/organisation/absences/queries";
import { listStaff } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { assignCaseAction, changeRiskAction, describeCaseAction } from "./actions";

export const metadata: Metadata = { title: t("Owner and risk") };

export default async function CaseSettingsPage({ params }: PageProps<"/cases/[caseId]/settings">) {
  const ctx = await requireCtx("case.write");
  const { caseId } = await params;
  const { header } = await orNotFound(readCaseTop(ctx, caseId));
  const { staff, away, move, versions, denials, people } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        staff: listStaff(scoped),
        away: listAway(scoped).then((read) => new Map(read.map((absence) => [absence.memberId, absence]))),
        move: previewMove(scoped, caseId),
        versions: readRecordVersions(scoped, [caseId]),
        denials: listConflicts(scoped, caseId),
        people: listDeniable(scoped),
      }),
    ),
  );
  const mayAssign = ctx.actor.role === "supervisor" || header.ownerId === ctx.actor.memberId;
  const others = staff.filter((person) => person.id !== header.ownerId);
  return (
    <RecordVersions versions={versions} zone={header.homeZone}>
      <PageHead title={t("Owner and risk")} level={2}>
        {header.matter}
      </PageHead>
      <div className="cols cols--2">
        <RiskPanel caseId={caseId} header={header} />
        <MatterPanel caseId={caseId} matter={header.matter} />
        <OwnerPanel caseId={caseId} header={header} mayAssign={mayAssign} people={others} away={away} />
        <Panel
          title={t("Playbook")}
          id="playbook"
          end={<span className="muted">{t("Version {version}", { version: move.version })}</span>}
        >
          <p className="muted">
            {move.ahead
              ? t("Version {version} is newer. Look at what it changes on this case before you move.", {
                  version: move.newest?.version,
                })
              : t("The steps, clocks and sources of this case are those of the newest version.")}
          </p>
          <LinkButton href={`/cases/${caseId}/playbook` as Route}>
            {move.ahead ? t("Look at what changes") : t("About the playbook")}
          </LinkButton>
        </Panel>
        <Panel title={header.closedAt ? t("Closed") : t("Close")} id="close">
          <p className="muted">
            {header.closedAt
              ? t("This case is closed. It can be read, and opened again.")
              : t("When the work is over. You see first what stays open.")}
          </p>
          <LinkButton href={`/cases/${caseId}/close` as Route}>
            {header.closedAt ? t("How it ended") : t("Close this case")}
          </LinkButton>
        </Panel>
        <ConflictsPanel
          caseId={caseId}
          denials={denials}
          people={people.filter(({ id }) => id !== header.ownerId)}
          maySet={mayAssign || away.get(header.ownerId)?.coverId === ctx.actor.memberId}
          mayLift={may(ctx.actor, "case.review")}
        />
      </div>
    </RecordVersions>
  );
}

function RiskPanel({ caseId, header }: { caseId: string; header: CaseHeaderView }) {
  const playbook = findPlaybook(header.pair);
  return (
    <Panel title={t("Risk")} id="risk">
      <Facts
        items={[
          { name: t("Risk"), value: header.riskAssessed ? riskLabels[header.risk] : t("Not assessed yet") },
          { name: t("In danger now"), value: header.inDanger ? t("Yes") : t("No") },
        ]}
      />
      <FirstDisclosure icon="pencil" label={t("Edit the risk")} open={!header.riskAssessed}>
        <ActionForm whileRestricted action={changeRiskAction} label={t("Change risk")}>
          <input type="hidden" name="caseId" value={caseId} />
          <Clash record={caseId} fields={riskFields} />
          <Radios {...riskFields.risk} defaultValue={header.risk} />
          <Checkbox
            {...riskFields.inDanger}
            hint={t("Phone first. {emergencyLines}", {
              emergencyLines: emergencyLines(playbook ? [playbook] : newestPlaybooks()),
            })}
            defaultChecked={header.inDanger}
          />
          <TextField name="reason" label={t("Why")} hint={t("Kept with the change")} required />
          <SubmitFoot pendingText={t("Saving the risk")}>{t("Change risk")}</SubmitFoot>
        </ActionForm>
      </FirstDisclosure>
    </Panel>
  );
}

/** The sentence that lists show, written now or changed. */
function MatterPanel({ caseId, matter }: { caseId: string; matter: string }) {
  return (
    <Panel title={t("What happened, in one sentence")} id="matter">
      <p className="event__words">{matter}</p>
      <FirstDisclosure icon="pencil" label={t("Edit the sentence")} open={matter === matterNotWritten}>
        <ActionForm action={describeCaseAction} label={t("Change the sentence")}>
          <input type="hidden" name="caseId" value={caseId} />
          <Clash record={caseId} fields={matterFields} />
          <TextArea
            {...matterFields.matter}
            hint={t("Shown in lists, so leave names out")}
            rows={2}
            defaultValue={matter === matterNotWritten ? "" : matter}
            required
          />
          <SubmitFoot variant="secondary" pendingText={t("Saving the sentence")}>
            {t("Save the sentence")}
          </SubmitFoot>
        </ActionForm>
      </FirstDisclosure>
    </Panel>
  );
}

const matterFields = named({ matter: { label: t("What happened") } });

type OwnerProps = {
  caseId: string;
  header: CaseHeaderView;
  mayAssign: boolean;
  people: readonly { id: string; name: string }[];
  away: ReadonlyMap<string, Parameters<typeof awayWords>[0]>;
};

function OwnerPanel({ caseId, header, mayAssign, people, away }: OwnerProps) {
  return (
    <Panel title={t("Owner")} id="owner" end={<span className="muted">{header.ownerName}</span>}>
      {mayAssign ? (
        <ActionForm action={assignCaseAction} label={t("Assign the case")}>
          <input type="hidden" name="caseId" value={caseId} />
          <p className="muted">
            {t("The new owner acts on it from now. {ownerName} can still see it and work on it.", {
              ownerName: header.ownerName,
            })}
          </p>
          <Select
            name="memberId"
            label={t("New owner")}
            blank={t("Choose a person")}
            options={people.map(({ id, name }) => {
              const leave = away.get(id);
              return { value: id, label: leave ? `${name}, ${awayWords(leave)}` : name };
            })}
          />
          <SubmitFoot variant="secondary" pendingText={t("Assigning the case")}>
            {t("Assign the case")}
          </SubmitFoot>
        </ActionForm>
      ) : (
        <p className="muted">{t("Its owner or a supervisor can assign it.")}</p>
      )}
    </Panel>
  );
}

const riskFields = named({
  risk: {
    label: t("Risk"),
    options: risks.map((risk) => ({ value: risk, label: riskLabels[risk], hint: riskHints[risk] })),
  },
  inDanger: { label: t("In danger now"), options: tickOptions },
});

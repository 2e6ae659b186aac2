import type { Route } from "next";
import { Fragment, type ReactNode } from "react";
import { Page } from "@/app/_shell/app-shell";
import { CaseHeader } from "@/app/_shell/case-header";
import type { ChipKind, DueKind } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { Menu, MenuLink, MenuRule } from "@/app/_ui/menu";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import type { readCaseTop } from "@/app/(work)/cases/read-case-top";
import { riskLabels } from "@/lib/casework/cases/labels";
import type { CaseHeaderView, Risk } from "@/lib/casework/cases/types";
import { safeContactLine } from "@/lib/casework/clients/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { awayWords } from "@/lib/organisation/absences/labels";
import { ownLimits } from "@/lib/organisation/roles/labels";
import type { CaseDesk } from "@/lib/oversight/my-work/types";
import { allOf } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { dueWords, formatDate, formatDateNear, formatInstant, plural, zoneName } from "@/lib/platform/text/format";
import { daysBetween } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { AddNote } from "../cases/[caseId]/notes/_components/add-note";
import { type CaseAction, caseActions } from "../cases/case-actions";
import { caseSections } from "../cases/case-sections";
import { RestrictedFrame } from "./restricted-frame";

type Props = { ctx: Ctx; caseId: string; top: Awaited<ReturnType<typeof readCaseTop>>; children: ReactNode };

/** The top of every page of a case, and of each of its packets: who, how urgent, how to contact safely, and where to. */
export function CaseFrame({ ctx, caseId, top, children }: Props) {
  const { header, gaps, desk, looks, restricted, begun } = top;
  const limits = ownLimits(ctx.actor.lacks);
  const mine = looks.find((look) => look.mine);
  return (
    <>
      <CaseHeader
        codeName={header.pseudonym}
        number={header.code}
        risk={riskChip(header)}
        level={
          header.closedAt
            ? `Closed ${formatDate(civilDate(header.closedAt, header.homeZone))}`
            : `Level ${header.level} of ${header.levels}`
        }
        owner={ownerWords(header.ownerName, desk)}
        marks={
          <DeskMarks caseId={caseId} desk={desk} looks={looks.filter((look) => !look.mine)} zone={header.homeZone} />
        }
        due={dueOf(header)}
        actions={
          mine ? undefined : (
            <>
              {header.closedAt || restricted ? null : (
                <AddNote caseId={caseId} who={ctx.actor.memberId ?? ""} zone={header.homeZone} begun={begun} />
              )}
              <CaseActions actions={caseActions(header, ctx.actor, { restricted: restricted !== null })} />
            </>
          )
        }
        safe={safeOf(header, ctx.now)}
        section={caseSections(header, gaps, desk)}
      />
      <Page>
        {mine ? (
          <Notice
            kind="warning"
            title={t("Emergency access until {endsAt}", { endsAt: formatInstant(mine.endsAt, header.homeZone) })}
          >
            <p>{t("You can read this case and change nothing. The owner was told, and the log says what you open.")}</p>
          </Notice>
        ) : null}
        {limits.length > 0 ? (
          <p className="small muted">{t("Your role: {limits}.", { limits: allOf(limits) })}</p>
        ) : null}
        <RestrictedFrame restricted={restricted} zone={header.homeZone}>
          {children}
        </RestrictedFrame>
      </Page>
    </>
  );
}

function ownerWords(name: string, { away, covering }: CaseDesk): string {
  if (!away) return name;
  return covering
    ? t("{name}, away until {untilOn}: you cover", { name, untilOn: formatDate(away.untilOn) })
    : `${name}, ${awayWords(away)}`;
}

type MarksProps = { caseId: string; desk: CaseDesk; looks: readonly { name: string; endsAt: Date }[]; zone: string };

/** Emergency access in progress, open flags, and a pending offer. */
function DeskMarks({ caseId, desk, looks, zone }: MarksProps) {
  return (
    <>
      {looks.map(({ name, endsAt }) => (
        <span className="chip chip--warning" key={name}>
          <Icon name="shield-alert" />
          {t("{name} has emergency access until {endsAt}", { name, endsAt: formatInstant(endsAt, zone) })}
        </span>
      ))}
      {desk.flags > 0 ? (
        <PageLink className="chip chip--warning" href={`/cases/${caseId}/flags` as Route}>
          <Icon name="flag" />
          {plural(desk.flags, "flag")}
        </PageLink>
      ) : null}
      {desk.offered ? (
        <PageLink className="chip chip--waiting" href={`/cases/${caseId}/transfer` as Route}>
          <Icon name="arrow-right-left" />
          {t("Offered")}
        </PageLink>
      ) : null}
    </>
  );
}

const riskKinds: Record<Risk, ChipKind> = { standard: "plain", elevated: "warning", high: "overdue" };

function riskChip({ risk, riskAssessed, inDanger }: CaseHeaderView): { word: string; kind: ChipKind } {
  if (!inDanger && !riskAssessed) return { word: t("Risk not assessed yet"), kind: "warning" };
  if (inDanger) return { word: t("In danger now"), kind: "overdue-solid" };
  return { word: riskLabels[risk], kind: riskKinds[risk] };
}

function dueOf(header: CaseHeaderView) {
  if (!header.nextDueOn) return undefined;
  const left = daysBetween(header.today, header.nextDueOn);
  const kind: DueKind = header.late ? "overdue" : left <= 3 ? "soon" : "calm";
  const words = dueWords(header.nextDueOn, header.today, header.late);
  const text = header.nextDueLabel
    ? `${header.nextDueLabel}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`
    : words;
  return { text, kind, href: `/cases/${header.id}/deadlines` as Route };
}

function safeOf(header: CaseHeaderView, now: Date) {
  const contact = header.safeContact;
  if (!contact) return undefined;
  return {
    ...safeContactLine(contact, zoneName(now, contact.zone)),
    href: `/clients/${header.clientId}` as Route,
    linkText: contact.reviewedOn
      ? t("Full protocol, reviewed {reviewedOn}", { reviewedOn: formatDateNear(contact.reviewedOn, header.today) })
      : t("Full protocol, not reviewed yet"),
  };
}

function CaseActions({ actions }: { actions: readonly CaseAction[] }) {
  return (
    <Menu label={t("Actions")}>
      {actions.map(({ label, href, icon, group }, at) => (
        <Fragment key={label}>
          {at > 0 && actions[at - 1]?.group !== group ? <MenuRule /> : null}
          <MenuLink href={href} icon={icon}>
            {label}
          </MenuLink>
        </Fragment>
      ))}
    </Menu>
  );
}

import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel, RecordPanel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { LawSources } from "@/app/(work)/_components/law-sources";
import { authorityStateLabels, giverLabels } from "@/lib/escalation/written-authorities/labels";
import type { AuthorityDesk, AuthorityState, AuthorityView } from "@/lib/escalation/written-authorities/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { revokeAuthorityAction } from "../actions";

const looks: Record<AuthorityState, { kind: ChipKind; icon: "check" | "timer" | "ban" | "circle-minus" }> = {
  in_force: { kind: "done", icon: "check" },
  not_yet: { kind: "warning", icon: "timer" },
  expired: { kind: "plain", icon: "circle-minus" },
  revoked: { kind: "overdue", icon: "ban" },
};

type Props = { caseId: string; desk: AuthorityDesk };

/** What the client authorised in writing, and why such a document is required. */
export function AuthorityPanel({ caseId, desk }: Props) {
  return (
    <Panel title={t("Written authority")} id="authority" padded={false}>
      <div className="panel__body stack">
        <p className="muted">
          {t(
            "A release lets us give something to somebody. An authority lets us sign or lodge something for the client. Without one on file, a paper that we sign for the client cannot be made final.",
          )}
        </p>
        <p className="muted">
          {rich(
            "<link>Draft the document under Documents</link>, have the client sign it, and add a scan of it as an exhibit.",
            { link: (words) => <PageLink href={`/cases/${caseId}/documents`}>{words}</PageLink> },
          )}
        </p>
        <Disclosure icon="info" label={t("Where it is needed, and why")}>
          <dl className="stack">
            {desk.processes.map((process) => (
              <div key={process.key} className="stack stack--s">
                <dt className="strong">{process.title}</dt>
                <dd className="stack stack--s">
                  <span>{process.why}</span>
                  <LawSources sources={process.sources} />
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      </div>
      {desk.authorities.map((authority) => (
        <AuthorityEntry key={authority.id} caseId={caseId} authority={authority} />
      ))}
      {desk.authorities.length === 0 ? (
        <EmptyState icon="file-text" title={t("No written authority yet")}>
          {t(
            "The client can sign every paper in person. Record an authority only when we sign or lodge for the client.",
          )}
        </EmptyState>
      ) : null}
    </Panel>
  );
}

type EntryProps = { caseId: string; authority: AuthorityView };

function AuthorityEntry({ caseId, authority }: EntryProps) {
  const look = looks[authority.state];
  return (
    <RecordPanel
      label={authority.code}
      title={`${authority.code} ${authority.processTitle}`}
      end={
        <Chip kind={look.kind} icon={look.icon}>
          {authorityStateLabels[authority.state]}
        </Chip>
      }
    >
      <Facts
        items={[
          { name: t("Signed by"), value: giverLabels[authority.givenBy] },
          { name: t("Signed"), value: formatDate(authority.signedOn) },
          {
            name: t("Ends"),
            value: authority.expiresOn ? formatDate(authority.expiresOn) : "When the client revokes it",
          },
          {
            name: t("Signed paper"),
            value: authority.exhibitId ? (
              <PageLink href={`/cases/${caseId}/evidence/${authority.exhibitId}`}>{authority.exhibit}</PageLink>
            ) : (
              <PageLink href={`/cases/${caseId}/client-page`}>{t("Signed by the client on her own page")}</PageLink>
            ),
          },
          { name: t("Recorded by"), value: authority.recordedBy },
          ...(authority.revokedReason ? [{ name: t("Revoked because"), value: authority.revokedReason }] : []),
        ]}
      />
      {authority.revokedAt ? null : (
        <Disclosure icon="ban" label={t("Revoke")}>
          <ActionForm
            whileRestricted
            action={revokeAuthorityAction}
            label={t("Revoke {code}", { code: authority.code })}
          >
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="authorityId" value={authority.id} />
            <p className="muted">
              {t("What was signed or lodged stays so. From now we sign nothing more on this authority.")}
            </p>
            <TextField name="reason" label={t("Why")} hint={t("Do not include names")} required />
            <SubmitFoot variant="danger" pendingText={t("Revoking the authority")}>
              {t("Revoke {code}", { code: authority.code })}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      )}
      <hr className="rule" />
    </RecordPanel>
  );
}

import type { Route } from "next";
import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, RecordPanel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { PickList } from "@/lib/casework/incidents/types";
import { releaseStateLabels } from "@/lib/handover/releases/labels";
import type { ReleaseState, ReleaseView } from "@/lib/handover/releases/types";
import { receiverLabels } from "@/lib/packets/packets/labels";
import { receiverRoles } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { PickOne } from "../../../_components/pick-one";
import { fileScanAction, nameOfficersAction, revokeReleaseAction } from "../actions";
import { NamedOfficers } from "./named-officers";
import { OfficerFields, type OfficerOption } from "./officer-fields";

const looks: Record<ReleaseState, { kind: ChipKind; icon: "check" | "timer" | "ban" | "circle-minus" }> = {
  in_force: { kind: "done", icon: "check" },
  ends_soon: { kind: "warning", icon: "timer" },
  expired: { kind: "plain", icon: "circle-minus" },
  revoked: { kind: "overdue", icon: "ban" },
};

type ReleaseEntryProps = {
  caseId: string;
  release: ReleaseView;
  officers: readonly OfficerOption[];
  exhibits: PickList;
  /** The paper that the client signed on her own page; null where she signed another way. */
  paperId: string | null;
};

export function ReleaseEntry({ caseId, release, officers, exhibits, paperId }: ReleaseEntryProps) {
  const look = looks[release.state];
  const stands = release.state === "in_force" || release.state === "ends_soon";
  return (
    <RecordPanel
      label={release.code}
      title={`${release.code} ${receiverWords(release)}`}
      end={
        <Chip kind={look.kind} icon={look.icon}>
          {releaseStateLabels[release.state]}
        </Chip>
      }
    >
      {stands && release.officers.length === 0 ? (
        <Notice kind="warning" title={t("It covers nobody yet")}>
          {t("No officer is named on it, so nothing can be given under it. Name the officers whom the client meant.")}
        </Notice>
      ) : null}
      <Facts
        items={[
          { name: t("Officers"), value: <NamedOfficers caseId={caseId} release={release} /> },
          { name: t("May be given"), value: release.items },
          { name: t("Who the client is"), value: identityWords(release) },
          { name: t("Purpose"), value: release.purpose },
          { name: t("Over the border"), value: release.crossBorderBasis ?? "No basis noted" },
          { name: t("Signed"), value: formatDate(release.signedOn) },
          { name: t("Ends"), value: formatDate(release.expiresOn) },
          { name: t("Signed paper"), value: <SignedPaper caseId={caseId} release={release} paperId={paperId} /> },
          { name: t("Recorded by"), value: release.grantedBy },
          ...(release.revokedReason ? [{ name: t("Revoked because"), value: release.revokedReason }] : []),
        ]}
      />
      {release.exhibitId || paperId ? null : <FileScan caseId={caseId} release={release} exhibits={exhibits} />}
      {stands ? <NameOfficers caseId={caseId} release={release} officers={officers} /> : null}
      {release.revokedAt ? null : (
        <Disclosure icon="ban" label={t("Revoke")}>
          <ActionForm whileRestricted action={revokeReleaseAction} label={t("Revoke {code}", { code: release.code })}>
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="releaseId" value={release.id} />
            <p className="muted">
              {t(
                "At once: the portal, its files and open links close for the officers whom only this release covers, and they are told. For each copy that is out a recall is opened, with a letter to send.",
              )}
            </p>
            <TextField name="reason" label={t("Why")} hint={t("Do not include names")} required />
            <SubmitFoot variant="danger" pendingText={t("Revoking the release")}>
              {t("Revoke {code}", { code: release.code })}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      )}
      <hr className="rule" />
    </RecordPanel>
  );
}

/**
 * A release is valid without its scan: the missing scan is shown, so that somebody asks the client for the document.
 */
function SignedPaper({
  caseId,
  release: { exhibitId, exhibit },
  paperId,
}: Omit<ReleaseEntryProps, "officers" | "exhibits">) {
  if (paperId) {
    const href = `/cases/${caseId}/client-page#paper-${paperId}` as Route;
    return <PageLink href={href}>{t("Signed by the client on her own page")}</PageLink>;
  }
  if (!exhibitId) return t("No scan of the client’s signature is on file");
  return <PageLink href={`/cases/${caseId}/evidence/${exhibitId}`}>{exhibit}</PageLink>;
}

function FileScan({ caseId, release, exhibits }: Pick<ReleaseEntryProps, "caseId" | "release" | "exhibits">) {
  return (
    <Disclosure icon="plus" label={t("Add the scan of what was signed")}>
      {exhibits.options.length === 0 ? (
        <p className="muted">
          {rich("Scan or photograph the paper and <link>add it as an exhibit</link>. Then come back here.", {
            link: (words) => <PageLink href={`/cases/${caseId}/evidence`}>{words}</PageLink>,
          })}
        </p>
      ) : (
        <ActionForm action={fileScanAction} label={t("Add the scan of {code}", { code: release.code })}>
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="releaseId" value={release.id} />
          <PickOne
            name="exhibitId"
            label={t("The signed paper")}
            hint={t("A scan or a photograph of it, kept as an exhibit of this case. It is named once")}
            blank={t("Choose an exhibit")}
            list={exhibits}
            required
          />
          <SubmitFoot variant="secondary" pendingText={t("Adding the scan")}>
            {t("Add the scan to {code}", { code: release.code })}
          </SubmitFoot>
        </ActionForm>
      )}
    </Disclosure>
  );
}

function NameOfficers({ caseId, release, officers }: Pick<ReleaseEntryProps, "caseId" | "release" | "officers">) {
  return (
    <Disclosure icon="plus" label={t("Name the officers")} open={release.officers.length === 0}>
      <ActionForm action={nameOfficersAction} label={t("Name the officers of {code}", { code: release.code })}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="releaseId" value={release.id} />
        <OfficerFields
          officers={officers}
          words={release.recipient}
          named={[...release.officers, ...release.takenOff].map((recipient) => recipient.id)}
        />
        {release.takenOff.length > 0 ? (
          <p className="muted">
            {t("Anyone taken off can only be named on a new release that the client signs: {value}.", {
              value: release.takenOff.map(whoIs).join("; "),
            })}
          </p>
        ) : null}
        <SubmitFoot variant="secondary" pendingText={t("Naming them")}>
          {t("Name them on {code}", { code: release.code })}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

const whoIs = ({ who }: ReleaseView["takenOff"][number]) => who;

/** Whether the receiver may know the client. An older release does not say, so it does not allow it. */
function identityWords({ covers }: ReleaseView): string {
  if (!covers) return t("Not allowed: this older release does not say so. Record a new one to change that");
  return covers.identity ? t("They may know it, and have the sealed annex") : t("Not allowed: the client stays a code");
}

/** `Prosecutor: Adv. Petersen`; the office alone where the paper says no more. */
function receiverWords({ recipient, recipientRole }: ReleaseView): string {
  const role = receiverRoles.find((receiverRole) => receiverRole === recipientRole);
  const office = role ? receiverLabels[role] : "";
  return recipient.toLowerCase().startsWith(office.toLowerCase()) ? recipient : `${office}: ${recipient}`;
}

import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextField } from "@/app/_ui/field";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { Facts } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { receiverLabels } from "@/lib/packets/labels";
import { receiverRoles } from "@/lib/packets/types";
import { formatDate } from "@/lib/platform/format";
import { releaseStateLabels } from "@/lib/releases/labels";
import type { ReleaseState, ReleaseView } from "@/lib/releases/types";

const looks: Record<ReleaseState, { kind: ChipKind; icon: "check" | "timer" | "ban" | "circle-minus" }> = {
  in_force: { kind: "done", icon: "check" },
  ends_soon: { kind: "warning", icon: "timer" },
  expired: { kind: "plain", icon: "circle-minus" },
  revoked: { kind: "overdue", icon: "ban" },
};

export function ReleaseEntry({
  caseId,
  release,
  action,
}: {
  caseId: string;
  release: ReleaseView;
  action: FormAction;
}) {
  const look = looks[release.state];
  return (
    <section className="panel__body stack" aria-label={release.code}>
      <div className="row row--between">
        <h3>
          {release.code} {receiverWords(release)}
        </h3>
        <Chip kind={look.kind} icon={look.icon}>
          {releaseStateLabels[release.state]}
        </Chip>
      </div>
      <Facts
        items={[
          { name: "May be given", value: release.items },
          { name: "Who the client is", value: identityWords(release) },
          { name: "Purpose", value: release.purpose },
          { name: "Over the border", value: release.crossBorderBasis ?? "No basis noted" },
          { name: "Signed", value: formatDate(release.signedOn) },
          { name: "Ends", value: formatDate(release.expiresOn) },
          { name: "Recorded by", value: release.grantedBy },
          ...(release.revokedReason ? [{ name: "Revoked because", value: release.revokedReason }] : []),
        ]}
      />
      {release.revokedAt ? null : (
        <Disclosure icon="ban" label="Revoke">
          <ActionForm whileRestricted action={action} label={`Revoke ${release.code}`}>
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="releaseId" value={release.id} />
            <p className="muted">What was given stays given. From now nothing more is given on this release.</p>
            <TextField name="reason" label="Why" hint="Name nobody" required />
            <FormFoot>
              <SubmitButton look="danger" pendingText="Revoking the release">
                Revoke {release.code}
              </SubmitButton>
            </FormFoot>
          </ActionForm>
        </Disclosure>
      )}
      <hr className="rule" />
    </section>
  );
}

/** Whether the receiver may know the client. An older release does not say, so it does not allow it. */
function identityWords({ covers }: ReleaseView): string {
  if (!covers) return "Not allowed: this older release does not say so. Record a new one to change that";
  return covers.identity ? "They may know it, and have the sealed annex" : "Not allowed: the client stays a code";
}

/** `Prosecutor: Adv. Petersen`; the office alone where the paper says no more. */
function receiverWords({ recipient, recipientRole }: ReleaseView): string {
  const role = receiverRoles.find((one) => one === recipientRole);
  const office = role ? receiverLabels[role] : "";
  return recipient.toLowerCase().startsWith(office.toLowerCase()) ? recipient : `${office}: ${recipient}`;
}

import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { FixLink } from "@/app/(work)/_components/preflight-list";
import { ReasonLines } from "@/app/(work)/_components/reason-lines";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { hardFails, openFails } from "@/lib/packets/packets/rules";
import type { PacketView, PreflightView } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { approvePacketAction, returnPacketAction } from "../actions";

/** For a second person: approve with a printed reason for each fail, or return with what has to change. */
export function DecidePanel({ packet, confirm, own }: { packet: PacketView; confirm: Confirmation; own: boolean }) {
  const fails = openFails(packet.preflight);
  const hard = hardFails(packet.preflight);
  return (
    <Panel
      id="decide"
      title={t("Approve or return")}
      end={<span className="muted">{t("Drafted by {draftedBy}", { draftedBy: packet.draftedBy })}</span>}
    >
      {own ? (
        <Notice kind="warning" title={t("You asked for this packet yourself")}>
          <p>
            {t("An administrator has allowed you to decide on it. It is marked as approved by the person who asked.")}
          </p>
        </Notice>
      ) : null}
      {hard.length > 0 ? (
        <Uncorrected packet={packet} lines={hard} />
      ) : (
        <ActionForm action={approvePacketAction} label={t("Approve the packet")}>
          <input type="hidden" name="packetId" value={packet.id} />
          <p>
            {fails.length === 0
              ? t("No line fails. Approving builds the packet once more with your approval printed in it.")
              : t("Each line that fails needs a reason from you. It is printed beside the line, with your code.")}
          </p>
          {fails.map((line) => (
            <TextArea
              key={line.id}
              name={`overrides.${line.id}`}
              label={`${line.id}: ${line.text}`}
              hint={<ReasonLines reason={line.reason} />}
              rows={2}
            />
          ))}
          <ConfirmField asks={confirm} />
          <SubmitFoot icon="stamp" pendingText={t("Approving")}>
            {fails.length === 0 ? t("Approve") : t("Approve with these reasons")}
          </SubmitFoot>
        </ActionForm>
      )}
      <hr className="rule" />
      <ActionForm action={returnPacketAction} label={t("Return the packet")}>
        <input type="hidden" name="packetId" value={packet.id} />
        <TextArea
          name="reason"
          label={t("What has to change")}
          hint={t("The author reads this and drafts the next version.")}
          rows={2}
        />
        <SubmitFoot variant="secondary" icon="undo-2" pendingText={t("Returning")}>
          {t("Return to the author")}
        </SubmitFoot>
      </ActionForm>
    </Panel>
  );
}

/** What must be corrected before anybody can approve; no reason is asked for, since none would do. */
function Uncorrected({ packet, lines }: { packet: PacketView; lines: readonly PreflightView[] }) {
  return (
    <Notice kind="overdue" title={t("It cannot be approved as it is")}>
      <p>{t("This must be corrected, and no reason replaces it. Return the packet; its author corrects it there:")}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            {line.text} <span className="faint nowrap">{line.id}</span>. {line.reason}{" "}
            <FixLink field={line.field} caseId={packet.caseId} kind={packet.kind} packetId={packet.id} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

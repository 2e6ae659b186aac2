import { TextField } from "@/app/_ui/field";
import { FirstDisclosure } from "@/app/_ui/first-disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { hasBeenRead } from "@/lib/handover/handovers/rules";
import type { HandoverView } from "@/lib/handover/handovers/types";
import type { PaperView } from "@/lib/handover/papers/types";
import { t } from "@/lib/platform/language/translate";
import { acknowledgeAction } from "../actions";

type PanelProps = { packet: HandoverView; papers: readonly PaperView[] };

/** One act, no long form: says that the packet arrived, nothing more. Then the signed receipt for the officer's file. */
export function AcknowledgePanel({ packet, papers }: PanelProps) {
  return (
    <Panel id="acknowledge" title={t("2. Acknowledge receipt")}>
      {packet.acknowledgedAt ? (
        <Notice
          kind="done"
          title={rich("You acknowledged receipt on {ownTime}", {
            ownTime: <OwnTime at={packet.acknowledgedAt} zone={packet.zone} />,
          })}
        >
          {packet.acknowledgedNote}
          <ReceiptLinks receipt={papers.find(({ paper }) => paper === "receipt")} />
        </Notice>
      ) : (
        <FirstDisclosure label={t("Say that you have it")} open={hasBeenRead(packet)}>
          <AcknowledgeForm packet={packet} />
        </FirstDisclosure>
      )}
    </Panel>
  );
}

function AcknowledgeForm({ packet }: { packet: HandoverView }) {
  return (
    <ActionForm action={acknowledgeAction} label={t("Acknowledge receipt")}>
      <input type="hidden" name="handoverId" value={packet.handoverId} />
      <p>
        {t("Tells {orgName} that you have it. It does not mean that you agree with it.", {
          orgName: packet.orgName,
        })}
      </p>
      <TextField name="note" label={t("Note")} hint={t("For example: passed on to the prosecutor")} optional />
      <SubmitFoot variant={hasBeenRead(packet) ? "primary" : "secondary"} icon="check" pendingText={t("Telling them")}>
        {t("Acknowledge receipt")}
      </SubmitFoot>
    </ActionForm>
  );
}

/** The receipt is signed by a job, which takes a moment. */
function ReceiptLinks({ receipt }: { receipt: PaperView | undefined }) {
  if (!receipt) return <p>{t("The signed receipt is being made. Reload this page in a minute.")}</p>;
  const file = `/api/handovers/papers/${receipt.id}`;
  return (
    <p>
      <a href={`${file}/pdf`} download>
        {t("Signed receipt (PDF)")}
      </a>{" "}
      <a href={`${file}/p7s`} download>
        {t("Signature file of the receipt")}
      </a>
    </p>
  );
}

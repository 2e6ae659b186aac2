import type { Choice } from "@/app/_ui/choice";
import { Panel } from "@/app/_ui/panel";
import { PasteMessage } from "@/app/(work)/_components/paste-message";
import type { ReadMessage } from "@/lib/escalation/messages/types";
import { t } from "@/lib/platform/language/translate";

type Props = { message: string; found: ReadMessage; caseId: string; kinds: readonly Choice[]; today: string };

/** Numbers that no case has yet, with the cases that wait for one: one act saves them. */
export function NewNumbers({ message, found, caseId, kinds, today }: Props) {
  return (
    <Panel title={t("New numbers: record them on a case")} id="new-numbers">
      <PasteMessage kinds={kinds} proofs={[]} today={today} read={{ message, found, caseId }} />
    </Panel>
  );
}

import { Disclosure } from "@/app/_ui/disclosure";
import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SignatureFacts } from "@/app/(work)/_components/signature-facts";
import { deliverable } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { groupFingerprint } from "@/lib/packets/signatures/rules";
import type { SignatureFactsView } from "@/lib/packets/signatures/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

type Props = { packet: PacketView; checkWord: string; signature: SignatureFactsView | null };

/** How anybody can verify that the file is the approved one. */
export function VerifyPanel({ packet, checkWord, signature }: Props) {
  if (!packet.fileSha256) return null;
  const isDraft = packet.status !== "withdrawn" && !deliverable.includes(packet.status);
  return (
    <Panel id="verify" title={t("Is it the same file?")}>
      <p>
        {t(
          "The SHA-256 of the served part is its fingerprint. Read it out over the phone, or compare it with what a program shows: one changed letter in the file changes all of it.",
        )}
      </p>
      <Hash value={packet.fileSha256} />
      {isDraft ? (
        <p>
          {rich(
            "Nobody approved this version. Every page says DRAFT, nothing of it is signed, and <span>/verify</span> does not know it. Approval builds the one that leaves.",
            { span: (words) => <span className="ref">{words}</span> },
          )}
        </p>
      ) : (
        <p>
          {rich(
            "Anybody who holds it can check it at <span>/verify</span> with its number and the check word {checkWord}.",
            {
              span: (words) => <span className="ref">{words}</span>,
              checkWord: <span className="ref">{checkWord}</span>,
            },
          )}
        </p>
      )}
      <Disclosure label={t("How to compute it")}>
        <p className="small muted">
          {rich(
            "On Windows: <code>certutil -hashfile FILE SHA256</code>. On a Mac or Linux: <code2>shasum -a 256 FILE</code2>.",
            { code: (words) => <code>{words}</code>, code2: (words) => <code>{words}</code> },
          )}
        </p>
      </Disclosure>
      {signature && !isDraft ? (
        <SignatureFacts
          groups={groupFingerprint(signature.fingerprint)}
          subject={signature.subject}
          until={formatDate(civilDate(signature.validUntil, packet.zone))}
        />
      ) : null}
    </Panel>
  );
}

import { Hash } from "@/app/_ui/number";
import { Panel } from "@/app/_ui/panel";
import { SignatureFacts } from "@/app/(work)/_components/signature-facts";
import { deliverable } from "@/lib/packets/packets/rules";
import type { PacketView } from "@/lib/packets/packets/types";
import { groupFingerprint } from "@/lib/packets/signatures/rules";
import type { SignatureFactsView } from "@/lib/packets/signatures/types";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";

type Props = { packet: PacketView; checkWord: string; signature: SignatureFactsView | null };

/** How anybody can verify that the file is the approved one. */
export function VerifyPanel({ packet, checkWord, signature }: Props) {
  if (!packet.fileSha256) return null;
  const isDraft = packet.status !== "withdrawn" && !deliverable.includes(packet.status);
  return (
    <Panel id="verify" title="Is it the same file?">
      <p>
        The SHA-256 of the served part is its fingerprint. Read it out over the phone, or compare it with what a program
        shows: one changed letter in the file changes all of it.
      </p>
      <Hash value={packet.fileSha256} />
      {isDraft ? (
        <p>
          Nobody approved this version. Every page says DRAFT, nothing of it is signed, and{" "}
          <span className="ref">/verify</span> does not know it. Approval builds the one that leaves.
        </p>
      ) : (
        <p>
          Anybody who holds it can check it at <span className="ref">/verify</span> with its number and the check word{" "}
          <span className="ref">{checkWord}</span>.
        </p>
      )}
      <p className="small muted">
        On Windows: <code>certutil -hashfile FILE SHA256</code>. On a Mac or Linux: <code>shasum -a 256 FILE</code>.
      </p>
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

import { Disclosure } from "@/app/_ui/disclosure";
import { Fingerprint } from "@/app/_ui/fingerprint";
import { t } from "@/lib/platform/language/translate";

type SignatureFactsProps = {
  /** The fingerprint in groups, as `groupFingerprint` gives them. */
  groups: readonly string[];
  subject: string;
  /** The expiry date of the certificate, formatted for display. */
  until: string;
  /** Open at once: where it is the point of the page. */
  open?: boolean;
};

/** What a member tells an officer who asks by phone whose signature a packet has. */
export function SignatureFacts({ groups, subject, until, open }: SignatureFactsProps) {
  return (
    <Disclosure label={t("Fingerprint of the signature, to read out by phone")} open={open}>
      <p className="small muted">
        {t(
          "Read it out from here, not from a packet: if the officer has the same one, they know that the packet is yours. It signs in the name of {subject} until {until}.",
          { subject, until },
        )}
      </p>
      <Fingerprint groups={groups} />
    </Disclosure>
  );
}

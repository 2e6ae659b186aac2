import { t } from "@/lib/platform/language/translate";
import { CopyButton } from "./copy-button";

/** What opening somebody else's page reveals; shown to a person who copies its address. */
const openingTells = t(
  "Opening it can tell whoever is behind it that you looked, when and from where. Use a device and an internet connection that are not yours.",
);

/** An address that somebody else named: shown as text, never a link, never fetched. `what` is read out: "web address". */
export function ForeignAddress({ address, what }: { address: string; what: string }) {
  return (
    <>
      <bdi className="hash breakable">{address}</bdi> <CopyButton text={address} what={what} caution={openingTells} />
    </>
  );
}

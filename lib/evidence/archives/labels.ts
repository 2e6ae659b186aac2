import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { ArchiveFacts, MemberProblem, WaczFacts, WaczSignature } from "@/lib/platform/sandbox/types";
import { formatInstant } from "@/lib/platform/text/format";
import type { ArchiveView, NotDrawnReason } from "./types";

export const formLabels: Record<ArchiveFacts["form"], string> = {
  zip: t("ZIP archive"),
  wacz: t("Web archive (WACZ)"),
  warc: t("Web archive (WARC)"),
};

export const memberProblemLabels: Record<MemberProblem, string> = {
  encrypted: t("Locked with a password: not opened"),
  link: t("A link to another file: not followed"),
  method: t("Packed in a way that is not read here"),
  broken: t("Broken: its bytes are not those that the archive names"),
  too_large: t("Too large to unpack here"),
  over_limit: t("Not unpacked: the archive unpacks to more than is read here"),
};

export const oddityLabels: Record<"outside" | "repeated", string> = {
  outside: t("Its name leads out of the archive. It is only shown, and used as no path."),
  repeated: t("Another member before it has the same name."),
};

export const notDrawnLabels: Record<NotDrawnReason, string> = {
  took_too_long: t("Drawing this page took too long."),
  stopped: t("The browser ended while it drew this page."),
  unreadable: t("The browser could not draw this page."),
  not_there: t("The document of this page is not in the archive."),
};

export const noBrowserLabels: Record<NonNullable<ArchiveView["noBrowser"]>, string> = {
  none: t("No picture is drawn: this server has no Chromium. The words, and the pictures in the file, are here."),
  not_confined: t(
    "No picture is drawn: this server cannot keep a browser away from its files and the network. The words, and the pictures in the file, are here.",
  ),
};

const manifestSentences: Record<WaczFacts["manifest"], string> = labelTable(() => ({
  same: t("The list itself has the digest that stands beside it."),
  differs: t("The list itself was changed: it does not have the digest that stands beside it."),
  not_given: t("No digest of the list itself is given, so the list may have been changed."),
}));

/** Whether the files of a WACZ are those that it lists. */
export function digestSentences(wacz: WaczFacts): string[] {
  const { listed, same, differ, missing, unlisted, manifest } = wacz;
  const isWhole = listed > 0 && same === listed && unlisted.length === 0;
  return [
    isWhole
      ? t("Digests match: yes. All {listed} listed files have the digest that the archive gives.", { listed })
      : t("Digests match: no. {same} of {listed} listed files have the digest that the archive gives.", {
          same,
          listed,
        }),
    ...(differ.length > 0 ? [t("Another digest: {names}.", { names: differ.join(", ") })] : []),
    ...(missing.length > 0 ? [t("Listed, and not there: {names}.", { names: missing.join(", ") })] : []),
    ...(unlisted.length > 0 ? [t("There, and not listed: {names}.", { names: unlisted.join(", ") })] : []),
    manifestSentences[manifest],
  ];
}

const holdsSentences: Record<WaczSignature["holds"], string> = labelTable(() => ({
  valid: t("Signature: valid."),
  invalid: t("Signature: not valid. It was not made with this key, or what it signs was changed."),
  unreadable: t("Signature: could not be read."),
}));

/** What the signature of a WACZ shows, and what it does not. */
export function signatureSentences({ signature }: WaczFacts): string[] {
  if (!signature) return [t("Signature: none. Anybody could have made or changed this archive.")];
  const { holds, ofManifest, kind, certificate, domain, stamp } = signature;
  const stands = holds === "valid" && ofManifest;
  return [
    holdsSentences[holds],
    ...(holds === "valid" && !ofManifest
      ? [t("It is of another list of files, so it says nothing of this archive.")]
      : []),
    ...(stands && kind === "anonymous"
      ? [t("Made with a key that names nobody: who has the key has to be shown in another way.")]
      : []),
    ...(stands && certificate ? domainSentences(certificate, domain ?? "") : []),
    ...stampSentences(stamp),
  ];
}

function domainSentences(certificate: NonNullable<WaczSignature["certificate"]>, domain: string): string[] {
  const { issuer, namesDomain, inTime, chain } = certificate;
  const chains = {
    trusted: t("The certificate leads to an issuer that browsers trust."),
    not_trusted: t("The certificate leads to no issuer that browsers trust."),
    broken: t("The certificates do not follow from each other."),
  };
  return [
    namesDomain
      ? t("Made with a certificate for {domain}, issued by {issuer}.", { domain, issuer: issuer ?? t("nobody named") })
      : t("The certificate is not for {domain}, which the archive names.", { domain }),
    chains[chain],
    ...(inTime ? [] : [t("The certificate was not valid at the time that the archive gives.")]),
  ];
}

function stampSentences(stamp: WaczSignature["stamp"]): string[] {
  if (!stamp) return [];
  if (!("holds" in stamp) || stamp.holds === "unchecked")
    return [t("Time stamp: there is one, and the certificates to check it are not there.")];
  if (stamp.holds === "invalid") return [t("Time stamp: not valid.")];
  const at = formatInstant(new Date(stamp.at), "UTC");
  const { by } = stamp;
  return [
    stamp.trusted
      ? t("Time stamp: valid. It was signed before {at}, as {by} states, whom this server trusts.", { at, by })
      : t(
          "Time stamp: valid by its own certificates. It was signed before {at}, as {by} states; this server does not know whether to trust it.",
          { at, by },
        ),
  ];
}

/** The same of a WARC, whose records may each name their digest. */
export function recordSentence({ records, broken }: ArchiveFacts): string | null {
  if (!records) return null;
  const { count, same, differ } = records;
  const whole = broken ? t("It is cut short or broken: what comes after is not read.") : "";
  return [
    t("{count} records; {same} have the digest that they name, {differ} have another.", { count, same, differ }),
    whole,
  ]
    .filter(Boolean)
    .join(" ");
}

/** For a packet: what a web archive says of itself, and whether it holds. */
export function archiveNotes(facts: ArchiveFacts | undefined): string[] {
  if (!facts?.wacz) return facts ? [recordSentence(facts)].filter((note) => note !== null) : [];
  const { wacz } = facts;
  const { signature } = wacz;
  return [
    t("Web archive (WACZ) made by {software}.", { software: wacz.software ?? t("a program that it does not name") }),
    ...digestSentences(wacz),
    ...signatureSentences(wacz),
    ...(signature?.key ? [t("SHA-256 of the key: {key}.", { key: signature.key })] : []),
  ];
}

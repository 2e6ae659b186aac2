import { commonFills, commonLabels, commonWords } from "./common/packet-words";
import type { Law } from "./load-law";
import type { PacketWords } from "./packet-word-types";

const certificateFills = new Set(["org", "packet", "exhibits", "masked", "counts"]);

/** The errors in the wording of packets, one line each: a key, a blank or a number that cannot be resolved. */
export function brokenPacketWords(law: Law): string[] {
  return Object.entries(law.packetWords).flatMap(([pair, words]) =>
    [
      ...(words.pair === pair ? [] : [`they say that they are of ${words.pair}`]),
      ...(law.playbooks.some((playbook) => playbook.pair === pair) ? [] : ["no playbook of that pair"]),
      ...brokenSentences(words),
      ...brokenLabels(words),
      ...brokenCertificates(words),
      ...brokenNumbers(words),
      ...brokenKeys(words, law),
    ].map((line) => `packet words ${pair}: ${line}`),
  );
}

function brokenSentences({ words }: PacketWords): string[] {
  const known: Record<string, { fills?: readonly string[] }> = commonWords;
  return Object.entries(words).flatMap(([key, word]) => {
    const common = known[key];
    if (!common) return [`no sentence ${key}`];
    return strangeFills(word.text ?? "", [...commonFills, ...(common.fills ?? [])]).map(
      (fill) => `sentence ${key}: no blank {${fill}}`,
    );
  });
}

function brokenLabels({ labels }: PacketWords): string[] {
  return Object.entries(labels).flatMap(([key, text]) =>
    Object.hasOwn(commonLabels, key)
      ? strangeFills(text, commonFills).map((fill) => `label ${key}: no blank {${fill}}`)
      : [`no label ${key}`],
  );
}

function brokenCertificates({ certificates }: PacketWords): string[] {
  const texts = certificates.flatMap(({ key, blocks }) =>
    blocks.flatMap((block) => ("text" in block ? [{ key, text: block.text }] : [])),
  );
  return texts.flatMap(({ key, text }) =>
    strangeFills(text, [...certificateFills])
      .filter((fill) => !/^blank:\d+$/.test(fill))
      .map((fill) => `certificate ${key}: no blank {${fill}}`),
  );
}

/** Every law source number used must be in the list, once. */
function brokenNumbers(words: PacketWords): string[] {
  const listed = words.laws.map((law) => law.no);
  const named = [
    ...Object.values(words.words).flatMap((wording) => wording.sources),
    ...words.standards.flatMap((standard) => standard.law),
    ...words.certificates.flatMap((certificate) =>
      certificate.blocks.flatMap((block) => ("sources" in block ? block.sources : [])),
    ),
    ...Object.values(words.offenceLaw).flat(),
    ...Object.values(words.providerLaw).flat(),
    ...Object.keys(words.providerReach),
  ].filter((source) => /^L\d+$/.test(source));
  return [
    ...listed.filter((no, i) => listed.indexOf(no) !== i).map((no) => `law source ${no} stands twice`),
    ...[...new Set(named)].filter((no) => !listed.includes(no)).map((no) => `no law source ${no}`),
  ];
}

function brokenKeys(words: PacketWords, law: Law): string[] {
  const missing = (what: string, keys: readonly string[], list: readonly { key: string }[]) =>
    keys.filter((key) => !list.some((entry) => entry.key === key)).map((key) => `no ${what} ${key}`);
  return [
    ...missing("offence", Object.keys(words.offenceLaw), law.offences),
    ...missing("platform", Object.keys(words.providerLaw), law.platforms),
    ...missing("reference kind", [...Object.keys(words.referenceTypes), ...words.expectedNumbers], law.referenceKinds),
  ];
}

function strangeFills(text: string, known: readonly string[]): string[] {
  return [...text.matchAll(/\{([^}]*)\}/g)].map(([, fill = ""]) => fill).filter((fill) => !known.includes(fill));
}

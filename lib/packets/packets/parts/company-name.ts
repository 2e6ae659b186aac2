/** Words of a company's name that are not written with one capital in front. */
const writtenAs: Readonly<Record<string, string>> = {
  llc: "LLC",
  llp: "LLP",
  plc: "PLC",
  bv: "BV",
  whatsapp: "WhatsApp",
  tiktok: "TikTok",
  linkedin: "LinkedIn",
  youtube: "YouTube",
};

/** `meta-platforms-inc` of the name of a file as `Meta Platforms Inc`. */
export function companyName(slug: string): string {
  const word = (part: string) => writtenAs[part] ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
  return slug.split("-").map(word).join(" ");
}

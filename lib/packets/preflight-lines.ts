/** One line of the checklist of the MLA pre-request dossier. D is a rule of this product. */
export type PreflightLine = {
  id: PreflightLineId;
  rule: string;
  /** Numbers of the law sources that the rule rests on. */
  law: readonly string[];
  source: string;
  mark: string;
  /** The field of the case that mends a failed line. */
  field: string;
  /** Where the packet shows it. */
  section: string;
};

export const checklistVersion = 3;

const ids = [
  "M-01",
  "M-02",
  "M-03",
  "M-04",
  "M-05",
  "M-06",
  "M-07",
  "M-08",
  "M-09",
  "M-10",
  "M-11",
  "M-12",
  "M-13",
  "M-14",
  "M-15",
  "M-16",
  "M-17",
  "M-18",
  "M-19",
  "M-20",
  "M-21",
  "M-22",
  "M-23",
  "M-24",
  "M-25",
  "M-26",
  "M-27",
  "M-28",
  "M-29",
  "M-30",
  "M-31",
  "M-32",
  "M-33",
  "M-34",
  "M-35",
  "M-36",
  "M-37",
] as const;

export type PreflightLineId = (typeof ids)[number];

// One line each: id, rule, law sources, source as printed, mark, field that mends it, section. Checked 2026-11-24.
const table = `
M-01 | First page says that this is a pre-request dossier and not a request by a state | L42 | general knowledge | G | packet.kind | cover
M-02 | Authority conducting the matter is named, or the blank is ruled | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | charge.authority | 2.1
M-03 | CAS number is present with its station | L35 | westerncape.gov.za | V, G C | reference.CAS | 2.2
M-04 | Stage of the matter is stated | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | case.stage | 2.2
M-05 | Each offence has provision, text slot and maximum penalty | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | charge.provision | 2.3
M-06 | Each South African provision was in force on each incident date | L7 L9 | cybercrimesact.co.za; Moyo v Minister of Police [2019] ZACC 40 | V | law.in_force_from | 2.3
M-07 | No provision that is not in force is relied on | L11 | lawlibrary.org.za act/2020/19 | V, C | law.in_force | 2.3
M-08 | Content is asked only where a US offence carries more than one year | L20 | 18 USC 3512 | V2 | law.max_years | 3
M-09 | Every element has an incident or exhibit, or its gap is printed | L32 | analysis over L7 | G | charge.elements | 4
M-10 | First Amendment gate: words of violence and knowledge facts, not insult only | L16 L31 | opinion of 27 June 2023; analysis over L16 | V / G | incident.knowledge | 4
M-11 | Course of conduct: two or more acts | L13 | 18 USC 2261A | V | incident | 4
M-12 | Acts used for 47 USC 223(h) are after 19 May 2025 | L14 | Pub. L. 119-12 | V; years G | incident.at | 4
M-13 | Each account has a provider legal entity | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | account.provider | 2.4
M-14 | Each account has an unchanging platform id | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V | account.platform_id | 6
M-15 | Each item asked for has a date range in UTC | L25 L45 | about.meta.com law enforcement guidelines; practice | V / G | request.range | 2.4
M-16 | Each item names its data class, and the class its US standard and facts | L17 L18 L19 | Meta guidelines; 18 USC 2703 | V2, G / V | request.class | 3
M-17 | Purpose and link of each account to the offence are stated | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | request.purpose | 2.5
M-18 | Persons: identity and location stated, or stated as not known | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | subject.identity | 2.6
M-19 | Special procedure and form of certification are stated | L3 L27 | US model text as read in the 1988 US–Hong Kong draft; rule text as quoted at allaboutediscovery.com | V model, G C / V2 | request.certification | 2.7
M-20 | Confidentiality: reason stated; length stated or blank ruled | L24 | X law enforcement guidelines | V | request.secrecy | 2.8
M-21 | Urgency: reason and date stated | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C | request.urgency | 2.9
M-22 | Each account has a preservation reference and expiry | L21 L24 L25 | tspa.org; X law enforcement guidelines; about.meta.com law enforcement guidelines | V2 / V | reference.preservation | 7
M-23 | No act is older than 90 days without preservation (our rule) | - | product rule | D | incident.at | 2.9
M-24 | Release is valid for this receiver on this day | L43 | popia.co.za | V | release.expires_at | 10
M-25 | Release covers each of the exhibits | L43 | popia.co.za | V | release.items | 10
M-26 | Ground for transfer abroad is recorded | L29 | Gazette page | V | release.cross_border_basis | 10
M-27 | Nothing protected in the served part: text, names of files, outline, metadata, images | - | product rule | D | client.protected | all
M-28 | Each exhibit: hash rechecked, method, collector, device and time source recorded | L26 L27 | acts.co.za; rule text as quoted at allaboutediscovery.com | V / V2 | exhibit.capture | 8
M-29 | Each exhibit printed once, one cover, page count equal to plan | - | product rule | D | packet.exhibits | exhibits
M-30 | No exhibit lacks its web address, account id or time | L45 | practice | G | exhibit.flags | 8
M-31 | No person under 18 in any exhibit | L44 | text of s 24B | V, G | exhibit.minor | 8
M-32 | Nothing military or political in the matter | L33 | US model | G C | case.screen | 2.2
M-33 | Each reference type has a number or a stated “not yet issued” | - | product rule | D | reference.state | 7
M-34 | Each legal text was checked within 180 days | - | product rule | D | law.checked_on | annex B
M-35 | Threat for gain: a thing of value was asked for | L15 | 18 USC 875 | V | charge.gain | 4
M-36 | No order of one country is shown as enforceable in the other | L46 | 18 USC 2265 | V | reference.order | 7
M-37 | Approved by a second person who did not prepare the packet | - | product rule | D | packet.approved_by | cover
`;

const byId = new Map(
  table
    .trim()
    .split("\n")
    .map((row) => [row.slice(0, 4), parse(row)]),
);

export const preflightLines: readonly PreflightLine[] = ids.map((id) => ({ id, ...preflightRow(id) }));

function preflightRow(id: PreflightLineId): Omit<PreflightLine, "id"> {
  const row = byId.get(id);
  if (!row) throw new Error(`the checklist has no line ${id}`);
  return row;
}

function parse(row: string): Omit<PreflightLine, "id"> {
  const [, rule = "", law = "-", source = "", mark = "", field = "", section = ""] = row.split(" | ");
  return { rule, law: law === "-" ? [] : law.split(" "), source, mark, field, section };
}

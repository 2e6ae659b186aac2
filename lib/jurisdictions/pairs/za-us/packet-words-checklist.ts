import { checkLines } from "@/lib/jurisdictions/packet-line";

/** What the lines of the checklist rest on for this pair: line, law sources, source, mark, and its own wording if any. */
export const checklist = checkLines(`
M-01 | L42 | general knowledge | G
M-02 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-03 | L35 | westerncape.gov.za | V, G C | CAS number is present with its station
M-04 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-05 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-06 | L7 L9 | cybercrimesact.co.za; Moyo v Minister of Police [2019] ZACC 40 | V | Each South African provision was in force on each incident date
M-07 | L11 | lawlibrary.org.za act/2020/19 | V, C
M-08 | L20 | 18 USC 3512 | V2 | Content is asked only where a US offence carries more than one year
M-09 | L32 | analysis over L7 | G
M-10 | L16 L31 | opinion of 27 June 2023; analysis over L16 | V / G | First Amendment gate: words of violence and knowledge facts, not insult only
M-11 | L13 | 18 USC 2261A | V
M-12 | L14 | Pub. L. 119-12 | V; years G | Acts used for 47 USC 223(h) are after 19 May 2025
M-13 | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V
M-14 | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V
M-15 | L25 L45 | about.meta.com law enforcement guidelines; practice | V / G
M-16 | L17 L18 L19 | Meta guidelines; 18 USC 2703 | V2, G / V | Each item names its data class, and the class its US standard and facts
M-17 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-18 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-19 | L3 L27 | US model text as read in the 1988 US–Hong Kong draft; rule text as quoted at allaboutediscovery.com | V model, G C / V2
M-20 | L24 | X law enforcement guidelines | V
M-21 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-22 | L21 L24 L25 | tspa.org; X law enforcement guidelines; about.meta.com law enforcement guidelines | V2 / V
M-24 | L43 | popia.co.za | V
M-25 | L43 | popia.co.za | V
M-26 | L29 | Gazette page | V
M-28 | L26 L27 | acts.co.za; rule text as quoted at allaboutediscovery.com | V / V2
M-30 | L45 | practice | G
M-31 | L44 | text of s 24B | V, G
M-32 | L33 | US model | G C
M-35 | L15 | 18 USC 875 | V
M-36 | L46 | 18 USC 2265 | V
`);

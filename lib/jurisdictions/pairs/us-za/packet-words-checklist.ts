import { checkLines } from "@/lib/jurisdictions/packet-line";

/** What the lines of the checklist rest on for this pair: line, law sources, source, mark, and its own wording if any. */
export const checklist = checkLines(`
M-01 | L5 | general knowledge | G
M-02 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-03 | L37 | reporting guide; general knowledge | S G | A number at home is present: FBI case or police report
M-04 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-05 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-06 | L8 L10 L11 | 18 USC 875; 18 USC 2261A; Pub. L. 119-12 | V; years G | Each US provision was in force on each incident date
M-07 | L20 | lawlibrary.org.za act/2020/19 | V, C
M-08 | L21 | justice.gov.za/ilr/ilr.html | V G | Content is asked only where a South African offence of more than one year is paired; the rule there was not read
M-09 | L31 | analysis over L8 to L18 | G
M-10 | L12 L13 | opinion of 27 June 2023; cybercrimesact.co.za | V | Words of violence and knowledge facts, not insult only
M-11 | L10 L32 | 18 USC 2261A; analysis | V / G
M-12 | L11 | Pub. L. 119-12 | V; years G | Acts used for 47 USC 223(h) are after 19 May 2025
M-13 | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V
M-14 | L24 L25 | X law enforcement guidelines; about.meta.com law enforcement guidelines | V
M-15 | L25 L42 | about.meta.com law enforcement guidelines; practice | V / G
M-16 | L21 L22 | justice.gov.za/ilr/ilr.html; Proclamation R42 of 2021 | V, G | Each item names its data class, and the class its South African standard and facts
M-17 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-18 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-19 | L3 L26 | US model text as read in the 1988 US–Hong Kong draft; acts.co.za | V model, G C / V
M-20 | L24 | X law enforcement guidelines | V
M-21 | L3 | US model text as read in the 1988 US–Hong Kong draft | V model, G C
M-22 | L38 L24 L25 | tspa.org; X law enforcement guidelines; about.meta.com law enforcement guidelines | V2 / V
M-24 | L29 | techsafety.org; OVW FAQ of October 2017 | V2
M-25 | L29 | techsafety.org; OVW FAQ of October 2017 | V2
M-26 | - | product rule | D
M-28 | L26 L27 | acts.co.za; rule text as quoted at allaboutediscovery.com | V / V2
M-30 | L42 | practice | G
M-31 | L43 | text of s 24B | V, G
M-32 | L33 | US model | G C
M-35 | L9 | 18 USC 875 | V
M-36 | L44 | 18 USC 2265 | V
`);

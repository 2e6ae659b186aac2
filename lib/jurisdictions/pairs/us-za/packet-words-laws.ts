import { lawLines } from "@/lib/jurisdictions/packet-line";

/** Annex B of a packet of this pair. Taken from the domain reference, never from memory; numbers do not change. */
export const laws = lawLines(`
L1 | V | TIAS 13061, cover page (state.gov/s/l/treaty/tias/1999/124256.htm) | Treaty between the United States and South Africa on Mutual Legal Assistance in Criminal Matters, TIAS 13061; signed 16 September 1999, in force 25 June 2001.
L2 | V | President’s message of 13 July 2000 to the Senate | Help under the treaty includes testimony and statements, documents, records and evidence, locating or identifying persons, and search and seizure.
L3 | V:model G C | US model text as read in the 1988 US–Hong Kong draft (histsyn.com 1434444); treaty wording not read | Contents of a request (article 4 by the US model): authority; subject and nature with the specific offences; evidence sought; purpose; where needed identity and location, questions, special procedure, confidentiality.
L4 | V S G | justice.gov.za/ilr; reporting guide; treaty wording not read | Central authorities: Attorney General, Criminal Division, Office of International Affairs (United States); Director-General of the justice department (South Africa).
L5 | G | general knowledge | Path of a request to South Africa: FBI or assistant US attorney, Office of International Affairs, Director-General, Minister, Director of Public Prosecutions and magistrate. The organisation and the client are never sender or recipient.
L6 | G | Act located; section content from general knowledge | International Co-operation in Criminal Matters Act 75 of 1996 ss 7–8: an incoming request goes to the Director-General, the Minister approves it, a magistrate examines and subpoenas.
L7 | V | justice.gov.za/ilr/ilr.html | South Africa needs no treaty to assist.
L8 | V | 18 USC 875 | 18 USC 875(c): transmission in interstate or foreign commerce of a threat to kidnap or injure the person of another; not property. Maximum 5 years.
L9 | V | 18 USC 875 | 18 USC 875(d): intent to extort and a threat to property or reputation. Maximum 2 years.
L10 | V | 18 USC 2261A(2), 2261(b) | 18 USC 2261A(2): intent to harass, intimidate or surveil; interactive computer service or facility of interstate or foreign commerce; course of conduct of two or more acts; reasonable fear, or substantial emotional distress. Maximum 5 years.
L11 | V G:years | Pub. L. 119-12 (enactment and definitions). Adult 2 years: general knowledge | 47 USC 223(h), TAKE IT DOWN Act, Pub. L. 119-12, 19 May 2025: publishing an intimate depiction of an identifiable adult without consent; threats also.
L12 | V | opinion of 27 June 2023 | Counterman v. Colorado, 600 U.S. 66 (2023): a threat case needs at least recklessness as to the threatening character of the words.
L13 | V | cybercrimesact.co.za; lawlibrary.org.za act/2020/19; Proclamation R42 of 2021 | Cybercrimes Act 19 of 2020 s 15: unlawful and intentional disclosure of a data message that threatens a person with damage to property or violence, where a reasonable person would see it as a threat. Fine or 3 years. In force since 1 December 2021.
L14 | V2 | golegal.co.za quoting s 16 | Cybercrimes Act s 16: disclosure of an intimate image without consent, real or simulated. Fine or 3 years.
L15 | V | Moyo v Minister of Police [2019] ZACC 40 | Intimidation Act 72 of 1982 s 1(1)(a): violence or threats to compel a person to do or not do something. Fine R40 000 or 10 years or both. Sections 1(1)(b) and 1(2) were struck down.
L16 | V | acts.co.za s 18F; FPB statement of November 2025 | Films and Publications Act 65 of 1996 s 18F: exposing a private sexual photo or film without consent and intending harm. Fine to R300 000 or 4 years or both.
L17 | V2 | gov.za statement of 27 April 2013 | Protection from Harassment Act 17 of 2011: breach of a protection order. Fine or 5 years.
L18 | G | general knowledge | Crimen injuria (common law): unlawful, intentional, serious violation of another’s dignity or privacy. Sentence in the court’s discretion.
L19 | V | acts.co.za, s 24 | Cybercrimes Act s 24: South African courts have jurisdiction if, among others, the accused is a citizen or ordinarily resident there, is arrested there, or any act or part took place there.
L20 | V C | lawlibrary.org.za act/2020/19 (eng@2021-06-01); Proclamation R42 of 2021. Still true today: confirm | Cybercrimes Act ss 20–23, 41–44, 46–51, 52 and 54 are not in force on the text read.
L21 | V G | justice.gov.za/ilr/ilr.html names CPA, POCA and RICA; what each asks for is general knowledge | In the meantime: a subpoena under section 205 of the Criminal Procedure Act 51 of 1977, directions under RICA 70 of 2002, and the International Co-operation in Criminal Matters Act. The threshold of each was not read.
L22 | V:status G | Proclamation R42 of 2021; content from general knowledge | Cybercrimes Act ss 26–40(2): search and seizure with a warrant, oral application, consent, duty to assist, no disclosure. In force.
L23 | V:status G | Proclamation R42 of 2021; content from general knowledge | Cybercrimes Act s 45: police may receive and use publicly available data and data given voluntarily by a lawful holder. In force.
L24 | V | X law enforcement guidelines (OpenTermsArchive copy) | X: addressee X Corp. for users outside the EU; numeric user id, handle and post URL; 90-day snapshot, extension to be asked at least 7 days before expiry; IP logs kept very briefly; deleted posts generally unavailable; tells the user unless barred, and a bar needs a duration.
L25 | V | about.meta.com law enforcement guidelines | Meta (Instagram): addressee Meta Platforms, Inc. for users outside Europe; numeric user id, username; 90 days on police request, nothing kept unless preserved before deletion; particularity and date limits; records self-authenticating; tells the user by default.
L26 | V | acts.co.za, ss 14, 15 | ECT Act 25 of 2002 ss 14, 15: a data message is not inadmissible because it is electronic; weight depends on reliability of generation and storage, integrity, identification of the originator, other factors; s 15(4): a business record with the certificate of an officer is rebuttable proof.
L27 | V2 | rule text as quoted at allaboutediscovery.com, jhany.com | FRE 902(13), 902(14): certified records of an electronic process; certified copy authenticated by digital identification (hash). The hash proves the copy equals the original, not truth.
L28 | G V2 C | named as the form for 902(13)/(14) certificates; wording not read | 28 USC 1746: unsworn declaration under penalty of perjury. FRE 803(6), 902(11): business record with a certificate.
L29 | V2 | techsafety.org; OVW FAQ of October 2017 | 34 USC 12291(b)(2), for services that take such money: identifying information is released only by informed, written, reasonably time-limited consent.
L30 | S | reporting guide | Once a US case is open, data held in the United States needs no treaty request.
L31 | G | analysis over L8 to L18; not signed off by counsel | Pairing of US and South African offences.
L32 | G | analysis over L13, L15, L17, L18 | South Africa has no single stalking offence: a course of conduct is split by act.
L33 | G C | US model; treaty wording not read | Refusal grounds (article 3, US model): military or political offence; security or similar essential interests; not in conformity with the treaty.
L34 | G | standard practice | Oath in South Africa: deponent knows and understands the contents; no objection to the oath; binding on the conscience. Regulations GN R1258 of 21 July 1972.
L35 | G | general knowledge | Statement for South Africa signed abroad: at a South African mission, or before a notary with an apostille.
L36 | V2 G | mirrors of the IC3 FAQ; status from general knowledge | IC3 takes a complaint when the victim or the alleged subject is in the United States; it gives no status and accepts no evidence files; an agency contacts the filer if it takes the case.
L37 | S G | reporting guide; general knowledge | Numbers at home: local police report number, FBI field office case, IC3 submission.
L38 | V2 | tspa.org; DOJ slides | Preservation at a US provider: 18 USC 2703(f); letter from a governmental entity; 90 days and 90 more on a renewed request; a snapshot of what exists, nothing future.
L39 | V | reporting guide; westerncape.gov.za/service/reporting-crime | Danger now in South Africa: 10111, or 112 from a mobile phone.
L40 | V2 | DOJ slides | Emergency disclosure by a US provider: 18 USC 2702(b)(8), (c)(4); voluntary, on a good-faith belief of danger of death or serious physical injury.
L41 | G | general knowledge | A request takes months, often more than a year. No date is promised.
L42 | G | practice | A screenshot alone is the weakest item: it needs URL, account id and time. IP evidence needs UTC time and port.
L43 | V G | text of s 24B; rest general knowledge | No sexual image of a person under 18 may be stored. 18 USC 2252A; Films and Publications Act s 24B.
L44 | V G | 18 USC 2265; the other direction is general knowledge | 18 USC 2265 covers orders of US States, tribes and territories only. An order of one country is not enforceable in the other as such.
L45 | V:status G | Proclamation R42 of 2021; content from general knowledge | Cybercrimes Act s 53: an affidavit of a person with special skills proves certain facts. In force.
L46 | S V2 | customer guide; otherside.law; RPD III/IRPD/GA/2011 | INTERPOL: messages go from one National Central Bureau to another over I-24/7; the public cannot submit; each message states one purpose (RPD art 10(2)).
L47 | V2 G | Constitution art 3 | INTERPOL Constitution art 3: nothing political, military, religious or racial.
L48 | V C | justice.gov, Organization and Functions Manual 5 (archived) | Criteria of the US National Central Bureau for a request (seven).
L49 | G V2:colours | general knowledge; notice colours V2 | Realistic for harassment: a plain NCB message or a blue diffusion; a blue notice serves to identify, locate or obtain information.
`);

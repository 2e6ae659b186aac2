import { lawLines } from "@/lib/jurisdictions/packet-line";

/** Annex B of a packet of this pair. Taken from the domain reference, never from memory; numbers do not change. */
export const laws = lawLines(`
L1 | V | TIAS 13061, cover page (state.gov/s/l/treaty/tias/1999/124256.htm) | Treaty between the United States and South Africa on Mutual Legal Assistance in Criminal Matters, TIAS 13061; signed 16 September 1999, in force 25 June 2001.
L2 | V | President’s message of 13 July 2000 to the Senate | Help under the treaty includes documents, records and evidence, and locating or identifying persons.
L3 | V:model G C | US model text as read in the 1988 US–Hong Kong draft (histsyn.com 1434444); treaty wording not read | Contents of a request (article 4 by the US model): authority; subject and nature with the specific offences; evidence sought; purpose; where needed identity and location, questions, special procedure, confidentiality.
L4 | V S G | justice.gov.za/ilr; reporting guide; treaty wording not read | Central authorities: Director-General of the justice department (South Africa); Attorney General, Criminal Division, Office of International Affairs (United States).
L5 | G | Act located; section content from general knowledge | ICCMA 75 of 1996 s 2(2): a judge in chambers or a magistrate may issue a letter of request for an investigation.
L6 | G | as L5 | ICCMA s 2(3)–(4): the letter goes to the Director-General for transmission; in urgent matters directly.
L7 | V | cybercrimesact.co.za; lawlibrary.org.za act/2020/19; Proclamation R42 of 2021 | Cybercrimes Act 19 of 2020 s 15: unlawful and intentional disclosure of a data message that threatens a person with damage to property or violence, where a reasonable person would see it as a threat. Fine or 3 years. In force since 1 December 2021.
L8 | V | acts.co.za, s 24 | Cybercrimes Act s 24: South African courts have jurisdiction if, among others, the offence affects a person in South Africa.
L9 | V | Moyo v Minister of Police [2019] ZACC 40 | Intimidation Act 72 of 1982 s 1(1)(a): violence or threats to compel a person to do or not do something. Fine R40 000 or 10 years or both. Sections 1(1)(b) and 1(2) were struck down.
L10 | V2 | golegal.co.za quoting s 16 | Cybercrimes Act s 16: disclosure of an intimate image without consent. Fine or 3 years.
L11 | V C | lawlibrary.org.za act/2020/19 (eng@2021-06-01); Proclamation R42 of 2021. Still true today: confirm | Cybercrimes Act ss 20–23, 41–44, 46–51, 52 and 54 are not in force on the text read.
L12 | V | 18 USC 875 | 18 USC 875(c): transmission in interstate or foreign commerce of a threat to kidnap or injure the person of another; not property. Maximum 5 years.
L13 | V | 18 USC 2261A(2), 2261(b) | 18 USC 2261A(2): intent to harass, intimidate or surveil; interactive computer service or facility of interstate or foreign commerce; course of conduct of two or more acts; reasonable fear, or substantial emotional distress. Maximum 5 years.
L14 | V G:years | Pub. L. 119-12 (enactment and definitions). Adult 2 years, threat with authentic image as the act: general knowledge | 47 USC 223(h), TAKE IT DOWN Act, Pub. L. 119-12, 19 May 2025: publishing an intimate depiction of an identifiable adult without consent; threats also.
L15 | V | 18 USC 875 | 18 USC 875(d): intent to extort and a threat to property or reputation. Maximum 2 years.
L16 | V | opinion of 27 June 2023 | Counterman v. Colorado, 600 U.S. 66 (2023): a threat case needs at least recklessness as to the threatening character of the words.
L17 | V2 G | Meta guidelines; list of items from general knowledge | Basic subscriber records: subpoena; relevance to an official investigation. 18 USC 2703(c)(2).
L18 | V2 G | 18 USC 2703(d) | Other non-content records: order under 18 USC 2703(d); specific and articulable facts, relevant and material to an ongoing criminal investigation.
L19 | V | 18 USC 2703; 18 USC 3512 | Content: search warrant; probable cause. 18 USC 2703(a), (b).
L20 | V2 | 18 USC 3512, summary of the section | 18 USC 3512: a federal judge may issue a search warrant on a foreign request only if the conduct would be punishable by more than one year under federal or state law.
L21 | V2 | tspa.org; DOJ slides | Preservation: 18 USC 2703(f); letter from a governmental entity; 90 days and 90 more on a renewed request; a snapshot of what exists, nothing future.
L22 | V2 | DOJ slides | Emergency disclosure: 18 USC 2702(b)(8), (c)(4); voluntary by the provider on a good-faith belief of danger of death or serious physical injury.
L23 | V2 | DOJ slides | Non-content records may be given by a provider directly to foreign police; it is not obliged. 18 USC 2702(c)(6).
L24 | V | X law enforcement guidelines (OpenTermsArchive copy) | X: addressee X Corp. for users outside the EU; numeric user id, handle and post URL; 90-day snapshot, extension to be asked at least 7 days before expiry; IP logs kept very briefly; deleted posts generally unavailable; tells the user unless barred, and a bar needs a duration.
L25 | V | about.meta.com law enforcement guidelines | Meta (Instagram): addressee Meta Platforms, Inc. for users outside Europe; numeric user id, username; 90 days on police request, nothing kept unless preserved before deletion; particularity and date limits; content may need a treaty request or letter rogatory; records self-authenticating; tells the user by default.
L26 | V | acts.co.za, ss 14, 15 | ECT Act 25 of 2002 ss 14, 15: a data message is not inadmissible because it is electronic; weight depends on reliability of generation and storage, integrity, identification of the originator, other factors.
L27 | V2 | rule text as quoted at allaboutediscovery.com, jhany.com | FRE 902(13), 902(14): certified records of an electronic process; certified copy authenticated by digital identification (hash). The hash proves the copy equals the original, not truth.
L28 | G V2 C | named as the form for 902(13)/(14) certificates; wording not read | 28 USC 1746: unsworn declaration under penalty of perjury. FRE 803(6), 902(11): business record with a certificate.
L29 | V | Gazette page (ictpolicyafrica.org) | POPIA s 72: transfer abroad needs a ground, for example consent.
L30 | G C | general knowledge | No CLOUD Act agreement between South Africa and the United States is known.
L31 | G | analysis over L16 | Insult, hate speech, defamation and political abuse will not yield content and may be refused; true threats, extortion, stalking by course of conduct, non-consensual images may.
L32 | G | analysis over L7, L9, L12–L14; not signed off by counsel | Pairing of South African and US offences.
L33 | G C | US model; treaty wording not read | Refusal grounds (article 3, US model): military or political offence; security or similar essential interests; not in conformity with the treaty.
L34 | G C | general knowledge | Sexual Offences Act 32 of 2007, harmful disclosure of pornography (adult), may cover a threat to disclose; section number not verified.
L35 | V G C | westerncape.gov.za; format from practice | CAS number: reference of the docket, given by SMS or by phone; unique only with the station.
L36 | V2 G | mirrors of the IC3 FAQ; status from general knowledge | IC3 gives no status and accepts no evidence files; an agency contacts the filer if it takes the case.
L37 | S V2 | customer guide; otherside.law; RPD III/IRPD/GA/2011 | INTERPOL: messages go from one National Central Bureau to another over I-24/7; the public cannot submit; each message states one purpose (RPD art 10(2)).
L38 | V2 G | Constitution art 3 | INTERPOL Constitution art 3: nothing political, military, religious or racial.
L39 | V C | justice.gov, Organization and Functions Manual 5 (archived) | Criteria of the US National Central Bureau for a request (seven).
L40 | G | standard practice | Oath: deponent knows and understands the contents; no objection to the oath; binding on the conscience. Regulations GN R1258 of 21 July 1972.
L41 | G V2:colours | general knowledge; notice colours V2 | Realistic for harassment: a plain NCB message or a blue diffusion; a blue notice serves to identify, locate or obtain information.
L42 | G | general knowledge | Incoming path: investigating officer, prosecutor, letter of request or treaty request, Director-General, OIA, US Attorney, federal court, provider. The organisation and the client are never sender or recipient. Months to over a year.
L43 | V | popia.co.za | POPIA s 11: consent or another ground; the burden of proof is on the responsible party; consent can be withdrawn at any time.
L44 | V G | text of s 24B; rest general knowledge | No sexual image of a person under 18 may be stored. 18 USC 2252A; Films and Publications Act s 24B.
L45 | G | practice | A screenshot alone is the weakest item: it needs URL, account id and time. IP evidence needs UTC time and port.
L46 | V | 18 USC 2265 | 18 USC 2265 covers orders of US States, tribes and territories only.
`);

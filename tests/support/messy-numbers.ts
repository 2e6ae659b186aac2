/** The day on which the texts are read. */
export const messyToday = "2026-11-24";

/** What a person would read out of the text: kind, number with its station, and the reason to look twice. */
type Reading = [kind: string, number: string, oddity?: string];
export type MessyRow = [text: string, ...readings: Reading[]];

const sms: MessyRow[] = [
  [
    "SAPS: your case is registered at PROTEA HEIGHTS. CAS 388/11/2026. Keep this number for all enquiries.",
    ["cas", "Protea Heights CAS 388/11/2026"],
  ],
  [
    "Dear complainant, your case was registered on 24/10/2026 as CAS 212/10/2026 at Fynbos Road.",
    ["cas", "Fynbos Road CAS 212/10/2026"],
  ],
  [
    "Dear Client. Case opened: FYNBOS ROAD CAS 212/10/2026. Investigating officer: SGT PETERSEN 021 555 0123",
    ["cas", "Fynbos Road CAS 212/10/2026"],
  ],
  ["SAPS MSG: CAS NO 45/3/2026 SEA POINT. IO WILL CONTACT U. DO NOT REPLY", ["cas", "Sea Point CAS 45/3/2026"]],
  ["saps. ur case no is 45/03/2026 sea point. pls keep safe", ["cas", "Sea Point CAS 45/3/2026"]],
  [
    "Hi sisi, they gave me the number now now: Umlazi CAS 671/9/2026. I went there at 9:30",
    ["cas", "Umlazi CAS 671/9/2026"],
  ],
  ["Sawubona, icala lakho CAS 101/7/2026 Umlazi. Ngiyabonga", ["cas", "Umlazi CAS 101/7/2026"]],
  ["Eish they said my case num is 812/12/2025 kwaMashu, must I go again??", ["cas", "KwaMashu CAS 812/12/2025"]],
  [
    "Your docket Cas 77/08/2026 has been assigned to W/O Dlamini, Cape Town Central",
    ["cas", "Cape Town Central CAS 77/8/2026", "guessed_station"],
  ],
  ["CAS:1024/6/2026,Mitchells Plain", ["cas", "Mitchells Plain CAS 1024/6/2026"]],
  ["CAS 1024\n/6/\n2026\nMitchells Plain", ["cas", "Mitchells Plain CAS 1024/6/2026"]],
  ["\u{1F6A8} CAS 33/2/2026 \u{1F6A8} Bellville \u{1F64F}", ["cas", "Bellville CAS 33/2/2026"]],
  ["Bellville CAS\u00a033/2/2026\u00a0\u00a0ref for insurance", ["cas", "Bellville CAS 33/2/2026"]],
  ["Bellville CAS \uff13\uff13/\uff12/\uff12\uff10\uff12\uff16", ["cas", "Bellville CAS 33/2/2026"]],
  ["BELLVILLE C.A.S. 33/2/2026", ["cas", "Bellville CAS 33/2/2026"]],
  ["bellville cas33/02/26", ["cas", "Bellville CAS 33/2/2026"]],
  ["Case number: Bellville CAS 33-02-2026.", ["cas", "Bellville CAS 33/2/2026"]],
  ["CAS 33.02.2026 (Bellville SAPS)", ["cas", "Bellville CAS 33/2/2026"]],
  ["CAS#33/2/2026 - Bellville Police Station", ["cas", "Bellville CAS 33/2/2026"]],
  ["CAS No.: 33 / 2 / 2026 @ Bellville", ["cas", "Bellville CAS 33/2/2026"]],
  ["the number is CAS 33 2 2026 Bellville", ["cas", "Bellville CAS 33/2/2026"]],
  ["CAS_33_2_2026 Bellville", ["cas", "Bellville CAS 33/2/2026"]],
  ["CAS 33|2|2026 Bellville", ["cas", "Bellville CAS 33/2/2026"]],
  ["CAS 33\u20132\u20132026, Bellville", ["cas", "Bellville CAS 33/2/2026"]],
  ["Bellville: CAS 33/2/2026", ["cas", "Bellville CAS 33/2/2026"]],
];

const afrikaans: MessyRow[] = [
  ["Saaknommer 212/10/2026 Fynbosweg polisiestasie", ["cas", "Fynbosweg CAS 212/10/2026"]],
  ["U saak is geregistreer by Paarl-Oos. Saaknommer: 118/05/2026. Dankie, SAPD", ["cas", "Paarl-Oos CAS 118/5/2026"]],
  ["MAS 64/1/2026 Stellenbosch", ["cas", "Stellenbosch CAS 64/1/2026"]],
  ["Stellenbosch MAS 64/01/2026 is geopen. Sers Botha 021 555 0199", ["cas", "Stellenbosch CAS 64/1/2026"]],
  ["Goeie dag, jou saak nr 64/1/2026 by Stellenbosch", ["cas", "Stellenbosch CAS 64/1/2026"]],
  ["VM sien SAAKNR. 64/1/2026 asb", ["cas", "CAS 64/1/2026", "no_station"]],
  ["Klagte ingedien: voorvalleboek 913/11/2026, George", ["ob", "George OB 913/11/2026", "not_this_kind"]],
  ["dossier 512/11/2026 Knysna speurder sal bel", ["cas", "Knysna CAS 512/11/2026"]],
];

const occurrence: MessyRow[] = [
  ["Entry OB 1204/11/2026", ["ob", "OB 1204/11/2026", "not_this_kind"]],
  ["They only wrote it in the book, OB 77/4/2026 Sea Point", ["ob", "Sea Point OB 77/4/2026", "not_this_kind"]],
  ["O.B. 77/4/2026 Sea Point", ["ob", "Sea Point OB 77/4/2026", "not_this_kind"]],
  ["Occurrence Book entry no 77/4/2026, Sea Point", ["ob", "Sea Point OB 77/4/2026", "not_this_kind"]],
  ["OB NUMBER: 77-04-2026 SEA POINT", ["ob", "Sea Point OB 77/4/2026", "not_this_kind"]],
  [
    "First OB 77/4/2026 Sea Point. Next day Sea Point CAS 80/4/2026",
    ["ob", "Sea Point OB 77/4/2026", "not_this_kind"],
    ["cas", "Sea Point CAS 80/4/2026"],
  ],
];

const odd: MessyRow[] = [
  ["Sea Point CAS 123/13/2026", ["cas", "Sea Point CAS 123/13/2026", "month"]],
  ["Sea Point CAS 123/12/2026", ["cas", "Sea Point CAS 123/12/2026", "future"]],
  ["Sea Point CAS 123/4/2062", ["cas", "Sea Point CAS 123/4/2062", "future"]],
  ["Sea Point CAS 0/4/2026", ["cas", "Sea Point CAS 0/4/2026", "zero"]],
  ["Sea Point CAS 123/4/1926", ["cas", "Sea Point CAS 123/4/1926", "too_old"]],
  ["CAS 123/4/2026", ["cas", "CAS 123/4/2026", "no_station"]],
  [
    "CAS 12/4/2026 Sea Point and CAS 13/4/2026 Sea Point",
    ["cas", "Sea Point CAS 12/4/2026"],
    ["cas", "Sea Point CAS 13/4/2026"],
  ],
  ["Sea Point CAS 12/4/2026, I repeat: SEA POINT CAS 12/04/2026", ["cas", "Sea Point CAS 12/4/2026"]],
];

const noise: MessyRow[] = [
  ["We met on 24/11/2026 and again on 1/12/2025 at 14:30"],
  ["I paid R12/11/2026?? no, R1 500.00 on 2026-11-24"],
  ["Call me on 021 555 0100 or +27 82 555 0100, ID 9001015009087"],
  ["The IP was 196.25.1.20 and later 10.0.12.34"],
  ["No number yet, they said it comes by SMS within 48 hours"],
  ["Screenshot 2026/11/02 and 2026/11/03 attached"],
  ["Thx! Ref for the flowers R450, deliver 09:00-12:00"],
  ["His profile https://example.com/user/123456/7/2026 is still up"],
  ["CAS pending, phone 10111"],
  ["Your parcel with tracking 3345566 is late"],
  ["Born 12/4/1990, moved 3/5/2019"],
  ["version 12.4.2026 of the app"],
];

const platforms: MessyRow[] = [
  ["Instagram: We received your report. Report ID: 1089-4471-22", ["platform_report", "1089-4471-22"]],
  ["Thanks for contacting X Support. Case number 0311224455 has been opened.", ["platform_report", "0311224455"]],
  ["TikTok report number TT-88213-44 under review", ["platform_report", "TT-88213-44"]],
  ["[Ticket #88213445] Discord Trust & Safety", ["platform_report", "88213445"]],
  ["Your Reddit ticket is 99-ab-1204", ["platform_report", "99-ab-1204"]],
  ["Snapchat ref no: SC_2026_8812", ["platform_report", "SC_2026_8812"]],
  ["Facebook Support Inbox\nCase ID 551234567890123", ["platform_report", "551234567890123"]],
  ["Reference number: LNK-77120 (LinkedIn)", ["platform_report", "LNK-77120"]],
  ["Cloudflare: your abuse report id is 7f9ad01c22", ["platform_report", "7f9ad01c22"]],
  ["TAKE IT DOWN notice reference TID-55021 received 09:14", ["take_it_down_notice", "TID-55021"]],
  ["Preservation ref FG-PR-0088213 accepted for 90 days", ["preservation", "FG-PR-0088213"]],
  ["StopNCII case number c-48210, PIN 993311", ["stopncii", "c-48210"]],
  ["stopncii case no: C48210", ["stopncii", "C48210"]],
  ["takeitdown.ncmec.org case number TD-10442", ["take_it_down", "TD-10442"]],
];

const american: MessyRow[] = [
  ["IC3 submission ID: 4f1c9a07e2d84b6f012", ["ic3", "4f1c9a07e2d84b6f012"]],
  [
    "Your Submission ID is 4F1C 9A07 E2D8 4B63 90AA 51D7 C3E8 F012. Please print this page.",
    ["ic3", "4F1C 9A07 E2D8 4B63 90AA 51D7 C3E8 F012"],
  ],
  ["ic3 complaint id = I2611241830123456", ["ic3", "I2611241830123456"]],
  ["IC3: 4F1C-9A07-E2D8-4B63", ["ic3", "4F1C-9A07-E2D8-4B63"]],
  ["FBI case 9A-CV-0001234, agent will call", ["fbi_case", "9A-CV-0001234"]],
  ["FBI tip reference T-2026-1188", ["fbi_tip", "T-2026-1188"]],
  ["CyberTipline report 198765432", ["cybertipline", "198765432"]],
  ["NCMEC CyberTipline Report Number: 198765432", ["cybertipline", "198765432"]],
  ["Austin Police Department incident report # 26-004417", ["us_police_report", "26-004417"]],
  ["police report number 2026-11-00418 filed with the sheriff", ["us_police_report", "2026-11-00418"]],
  ["Protective order 26-PO-00871 served yesterday", ["us_protective_order", "26-PO-00871"]],
  ["FTC report number 201 234 567", ["ftc", "201 234 567"]],
  ["OIA ref 182-57-1234", ["oia", "182-57-1234"]],
  ["USNCB 2026-11-04471 acknowledged", ["interpol_washington", "2026-11-04471"]],
];

const courts: MessyRow[] = [
  ["Application No 1187/2026 Fynbos Road Magistrate", ["protection_order_application", "1187/2026"]],
  ["APPLICATION NO. 1187 / 2026", ["protection_order_application", "1187/2026"]],
  ["Aansoek nr 1187/2026", ["protection_order_application", "1187/2026"]],
  ["Court case A123/2026, next date 14/12/2026", ["court_case", "A123/2026"]],
  ["case no A 123/2026 in the regional court", ["court_case", "A 123/2026"]],
  ["DPCI enquiry 14/11/2026", ["dpci", "14/11/2026"]],
  ["IPID CCN 2026110123", ["ipid", "2026110123"]],
  ["CSPS 88/2026 acknowledged your complaint", ["civilian_secretariat", "88/2026"]],
  ["Information Regulator complaint IR-2026-00417", ["information_regulator", "IR-2026-00417"]],
  ["FPB 2026/311", ["fpb", "2026/311"]],
  ["NCB ref 26/4471", ["ncb", "26/4471"]],
  ["Letter of request LR7/2026", ["letter_of_request", "LR7/2026"]],
  ["central authority ref 9/2/1/USA14/2026", ["doj_cd", "9/2/1/USA14/2026"]],
];

/** A hundred texts as people send them, each with what a person reads out of it. */
export const messyNumbers: readonly MessyRow[] = [
  ...sms,
  ...afrikaans,
  ...occurrence,
  ...odd,
  ...noise,
  ...platforms,
  ...american,
  ...courts,
];

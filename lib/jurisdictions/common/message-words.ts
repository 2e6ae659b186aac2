/**
 * Words that stand around a number in a message and are no part of a station's name. English, Afrikaans and the
 * everyday Zulu and Xhosa words of an SMS; lower case, letters only.
 */
export const messageWords: ReadonlySet<string> = new Set(
  (
    "a an and are as at been by cas mas case cases client complainant complaint dear docket enquiry for from has have hi hello i in is it " +
    "kindly mr mrs ms my nr no number of on opened our please police polisie quote ref reference registered reported saak saaknommer saps " +
    "sir station stasie sms te the this to under van vir was with you your die u sa madam geregistreer by onder good day inform " +
    "informed hereby that new gave given got they said me we het nommer official investigating officer io ob received open sorry tel " +
    "contact phone date via constable sergeant const sgt captain capt warrant " +
    "affidavit after again all already also am asb asseblief assigned attend baie been before below book but call called came can cell " +
    "charge charges confirm confirmed crime csc daar dag dankie detective did do docketno does dossier dossiernommer enquiries entry " +
    "everyone fyi geopen goeie gone had he hello her here his hoor how http https if incident ingedien investigated kan keep klagte know " +
    "later let ma mam matter maam message more morning afternoon evening msg must n na need net next nie nog not note nou now number nums " +
    "occurrence oclock offence ok okay one only ons or out per pls plz polisiestasie possible probeer quoted rand rape re regards remember " +
    "returned saaknr sal save saved see send sent she sien sir sisi bhuti mama baba sawubona molo mfethu unjani ngiyabonga enkosi siyabonga yakho " +
    "yethu ikesi icala inombolo ngi nge no-reply so some soon statement still tell thank thanks thanx that their them then there these they " +
    "tks today tomorrow tonight told toe twee uit ur urgent use verwysing vm vandag wait want wat were what when where which who why will " +
    "wo work yebo yes yesterday yet y'all ons jou jy julle hulle haar hom ek is was word wees gister more dit dat want maar ook sapd eish " +
    "off badge force magsnr magsnommer persal sel sê amount bedrag " +
    "neh mos yoh haibo lol asap attached attachment fw fwd subject first second third last lakho lami yami ami umlando"
  ).split(" "),
);

/** Words after which a place is named. */
export const placeWords: ReadonlySet<string> = new Set("at by te in from van @".split(" "));

/** Words that belong to a station's own field but not to its name. */
export const stationWords: ReadonlySet<string> = new Set(
  "saps sapd police polisie station stasie polisiestasie".split(" "),
);

/** What an officer's rank may look like in a message, and how we write it. Longer spellings first. */
export const officerRanks: readonly { words: readonly string[]; short: string }[] = [
  { words: ["warrant officer", "adjudant-offisier", "w/o", "ao", "wo"], short: "W/O" },
  { words: ["detective sergeant", "d/sgt", "det sgt"], short: "D/Sgt" },
  { words: ["detective constable", "d/const", "det const"], short: "D/Const." },
  { words: ["lieutenant colonel", "luitenant-kolonel", "lt col"], short: "Lt Col" },
  { words: ["constable", "konstabel", "const", "cst", "konst"], short: "Const." },
  { words: ["sergeant", "sersant", "sers", "sgt", "ser"], short: "Sgt" },
  { words: ["captain", "kaptein", "capt", "cpt", "kapt"], short: "Capt." },
  { words: ["lieutenant", "luitenant", "lt"], short: "Lt" },
  { words: ["colonel", "kolonel", "col", "kol"], short: "Col" },
  { words: ["detective", "speurder", "det"], short: "Det." },
  { words: ["special agent"], short: "Special Agent" },
  { words: ["deputy"], short: "Deputy" },
];

/**
 * Words that stand around a number in a message and are no part of a station's name. English and Afrikaans,
 * lower case, letters only.
 */
export const messageWords: ReadonlySet<string> = new Set(
  (
    "a an and are as at been by cas mas case cases client complainant complaint dear docket enquiry for from has have hi hello i in is it " +
    "kindly mr mrs ms my nr no number of on opened our please police polisie quote ref reference registered reported saak saaknommer saps " +
    "sir station stasie sms te the this to under van vir was with you your die u sa madam geregistreer by onder good day inform " +
    "informed hereby that new gave given got they said me we het nommer official investigating officer io ob received open sorry tel " +
    "contact phone date via constable sergeant const sgt captain capt warrant"
  ).split(" "),
);

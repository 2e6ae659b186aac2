/**
 * What WhatsApp itself writes where a person wrote nothing, in the languages of our users and their neighbours. Our own
 * list from exports seen and the app's published wording; what it misses stays a text, so nothing is lost by it.
 */
const MEDIA_NOT_SENT =
  /^<(media omitted|media weggelaat|m[ií]dia oculta|(ficheiro|arquivo|multim[eé]dia|archivo|multimedia) omitid[oa]|m[eé]dias omis|medien ausgeschlossen|media weggelaten)>$/i;
const KIND_NOT_SENT =
  /^(image|video|audio|sticker|gif|document|contact card|photo|beeld|foto|oudio|plakker|dokument|imagen|v[ií]deo|imagem|[aá]udio|figurinha|documento|bild|kontaktkarte|vid[eé]o|document) (omitted|weggelaat|omitid[oa]|ocultad[oa]|oculto|absente?|omise?|weggelassen|weggelaten)$/i;
const ATTACHED_IOS =
  /<(?:attached|aangeheg|adjunto|anexado|anexo|anhang|pi[eè]ce jointe|bijgevoegd) ?: ?([^<>]{1,255})>$/i;
const ATTACHED_ANDROID =
  /^([^\n]{1,255}\.[A-Za-z0-9]{1,8}) [(<](?:attached|file attached|l[eê]er aangeheg|archivo adjunto|arquivo anexado|ficheiro anexado|fichier joint|datei angeh[aä]ngt|bestand bijgevoegd)[)>]/i;
const DELETED =
  /^(this message was deleted( by admin.*)?|you deleted this message|hierdie boodskap is (geskrap|uitgevee)|jy het hierdie boodskap (geskrap|uitgevee)|(se elimin[oó]|eliminaste) este mensaje|(esta )?mensagem( foi)? apagada|voc[eê] apagou esta mensagem|apagou esta mensagem|ce message a [eé]t[eé] supprim[eé]|vous avez supprim[eé] ce message|diese nachricht wurde gel[oö]scht|du hast diese nachricht gel[oö]scht|dit bericht is verwijderd)\.?$/i;
const CALL =
  /^(missed (group )?(voice|video) call|(voice|video) call,|silenced (voice|video) call|gemiste (stem|video)-?oproep|llamada( de voz| de video)? perdida|videollamada perdida|(chamada|liga[cç][aã]o) de (voz|v[ií]deo) perdida|appel (vocal|vid[eé]o) manqu[eé]|verpasster (sprach|video)anruf)/i;
const SYSTEM =
  /(end-to-end encrypted|eind-tot-eind-ge[eë]nkripteer|end-tot-end ge[eë]nkripteer|cifrados de extremo a extremo|criptografia de ponta a ponta|encripta[cç][aã]o ponto a ponto|chiffr[eé]s de bout en bout|ende-zu-ende-verschl[uü]sselt)/i;

/** How the lines begin that our readers put among the words of a message. */
const LIKE_OURS =
  /^[^\p{L}\p{N}\n]{0,20}\[[^\p{L}\p{N}\n]{0,20}(?:reaction of|\d+ more reactions|call of \d|missed call|ip address noted|draft, never|waiting to be|sending failed)[^\n]*/gimu;

/** A line of the sender's that reads like one of ours says whose it is: else it would pass for a note of the platform. */
export const markLikeOurs = (words) => words.replace(LIKE_OURS, (line) => `${line} [so written by the sender]`);

const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The kind of a message, and the name of the file that it carried. */
export function classify(words) {
  const plain = words.length > 600 ? words.slice(0, 600) : words;
  const text = plain.replace(MARKS, "").trim();
  const attached = ATTACHED_IOS.exec(text) ?? ATTACHED_ANDROID.exec(text);
  if (attached) return { kind: "media", media: attached[1].trim() };
  if (MEDIA_NOT_SENT.test(text) || KIND_NOT_SENT.test(text)) return { kind: "media", media: null };
  if (DELETED.test(text)) return { kind: "deleted", media: null };
  if (CALL.test(text)) return { kind: "call", media: null };
  // On iOS the app's own lines carry the name of the chat and begin with an invisible mark.
  if (words.startsWith("\u200e") && SYSTEM.test(text)) return { kind: "system", media: null };
  return { kind: "text", media: null };
}

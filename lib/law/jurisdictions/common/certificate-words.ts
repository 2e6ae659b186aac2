import certificates from "../release/words/certificates.json";

/** Sentences of certificates, each reviewed once: the packet's own drafts and the documents print the same words. */
export const certificateWords = certificates.sentences;

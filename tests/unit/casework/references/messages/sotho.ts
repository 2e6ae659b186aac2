/** Sesotho, alone and mixed with English. */
export const sotho = `
Nyewe ya hao e butswe seteisheneng sa mapolesa sa Hloboland. Nomoro ya nyewe ke CAS 347/11/2026 => Hloboland CAS 347/11/2026
Nomoro ya nyewe ya hao ke CAS 347/11/2026, Hloboland => Hloboland CAS 347/11/2026
Nomoro ya nyewe: 347/11/2026 => CAS 347/11/2026
NOMORO YA NYEWE KE CAS 347/11/2026 HLOBOLAND => Hloboland CAS 347/11/2026
Nomoro Ya Nyewe Ke CAS 347/11/2026 => CAS 347/11/2026
Dumela Lerato CAS 347/11/2026 => CAS 347/11/2026
Dumela ntate, nyewe ya hao ke CAS 347/11/2026 mme e tla batlisiswa => CAS 347/11/2026
Kea leboha. Hloboland CAS 347/11/2026 => Hloboland CAS 347/11/2026
Ke butse nyewe Hloboland SAPS, ba mphile CAS 347/11/2026 => Hloboland CAS 347/11/2026
Mapolesa a Hloboland a re nomoro ke CAS 347/11/2026 => Hloboland CAS 347/11/2026
nyewe 12/11/2026 hloboland => Hloboland CAS 12/11/2026
nyewe ke 12/11/2026 Hloboland => Hloboland CAS 12/11/2026
Nyewe e tla mamelwa ka 12/11/2026 => nothing
CAS 347/11/2026 Haeba o na le potso letsetsa 051 000 0100 => CAS 347/11/2026
CAS 347/11/2026 Ka kopo boloka nomoro ena => CAS 347/11/2026
CAS 347 Pudungwana 2026 Hloboland => ? Hloboland CAS 347/11/2026
Seteishene: Hloboland. Nomoro: CAS 347/11/2026 => Hloboland CAS 347/11/2026
Ntate Mokoena CAS 347/11/2026 => CAS 347/11/2026
Sgt Mokoena o re CAS 347/11/2026 => CAS 347/11/2026
Ke ngodisitse molato Hloboland police station, case no ke 347/11/2026 => Hloboland CAS 347/11/2026
Ha ba so mphe nomoro ya nyewe => nothing
Ba mphile OB 347/11/2026 feela => nothing
C4S 347/11/2026 Hloboland => ? Hloboland CAS 347/11/2026
Lebitso la seteishene ke Hloboland, CAS 347/11/2026 => Hloboland CAS 347/11/2026
Kopo: boloka CAS 347/11/2026 hantle => CAS 347/11/2026
`;

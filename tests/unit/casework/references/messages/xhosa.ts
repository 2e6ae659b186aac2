/** isiXhosa, alone and mixed with English. */
export const xhosa = `
Ityala lakho livulwe e-Marulaneng. Inombolo yetyala ngu-CAS 347/11/2026 => Marulaneng CAS 347/11/2026
Molo, inombolo yetyala lakho ngu-CAS 347/11/2026. Ukuba unemibuzo fowunela 041 000 0100 => CAS 347/11/2026
Inombolo yetyala ngu CAS 347/11/2026 Ukuba unemibuzo fowunela => CAS 347/11/2026
INOMBOLO YETYALA NGU CAS 347/11/2026 UKUBA UNEMIBUZO FOWUNELA => CAS 347/11/2026
Ityala libhaliswe kwisikhululo samapolisa e-Marulaneng, CAS 347/11/2026 => Marulaneng CAS 347/11/2026
Ndivule ityala kwisikhululo samapolisa sase-Marulaneng. Bandinike CAS 347/11/2026 => Marulaneng CAS 347/11/2026
Ityala lam 347/11/2026 => CAS 347/11/2026
ityala 12/11/2026 eMarulane => Marulane CAS 12/11/2026
Enkosi bhuti, iCAS ithi 347/11/2026 Marulaneng => Marulaneng CAS 347/11/2026
Marulaneng CAS 347/11/2026 enkosi kakhulu => Marulaneng CAS 347/11/2026
Marulaneng SAPS: inombolo yetyala 347/11/2026 => Marulaneng CAS 347/11/2026
Nceda ugcine le nombolo: CAS 347/11/2026 => CAS 347/11/2026
Nceda Ugcine Inombolo CAS 347/11/2026 => CAS 347/11/2026
Mhlekazi, ityala lakho CAS 347/11/2026 linikwe uConst Mbeki => CAS 347/11/2026
Nkosazana Mbeki CAS 347/11/2026 => CAS 347/11/2026
Molo Nomsa CAS 347/11/2026 => CAS 347/11/2026
i-docket number ngu 347/11/2026 e-Seringhoogte SAPS => Seringhoogte CAS 347/11/2026
CAS 347 eyeNkanga 2026 Marulaneng => ? Marulaneng CAS 347/11/2026
CAS 347/l1/2026 Marulaneng => ? Marulaneng CAS 347/11/2026
Ndiya e-court ngo 12/11/2026 => nothing
Abakandinikanga nombolo, bathe baza kuyithumela => nothing
Ndiyabulela. CAS 90/8/2026 Siyabulela ngokusebenzisana nathi => CAS 90/8/2026
Ingxelo: ityala lakho CAS 90/8/2026 livulwe eSandpoort => Sandpoort CAS 90/8/2026
Isikhululo samapolisa: Sandpoort. Inombolo: CAS 90/8/2026 => Sandpoort CAS 90/8/2026
Umphandi uzokufowunela malunga no CAS 90/8/2026 => CAS 90/8/2026
`;

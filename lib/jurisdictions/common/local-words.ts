/**
 * Everyday words of messages about a case, by language, so that none of them is taken for a place. Lower case, letters
 * only. A word that is also the name of a station is left out.
 */
const nguni =
  "uthe uthi yiza nenombolo nantsi nansi ukhulume ungakhathazeki sengiyitholile nabo likwi bonga sobonana siza sizoku yigcine ugcine udaba ngaphiwa idokethi lithunyelwe ugcine shayela ushayele malunga umphandi ingxelo abafowethu akekho akukho amacala amaphoyisa amapolisa amaxwebhu angakwazi asikho ayikho bafowethu bakho bathi baye bazo bazokufowunela " +
  "bhala bhalisiwe bhuti buza cela ceba dade eceleni elakho eli elithi emva enkosi esikhululweni esiteshini ezi fowuna fowunela fumana " +
  "gcina hamba hayi icala icebo idokethi igama igqwetha ikesi imibuzo incwadi inkampani inkantolo inkosikazi inkundla inombolo iphepha " +
  "iphoyisa ipolisa irejistiwe isaziso isiqinisekiso isicelo isikhululo isimangalo isiteshi ithi ityala iveki izolo kakhulu kanti kanye " +
  "khumbula kodwa kuba kucelwa kufuneka kuhle kukho kule kuleli kulo kulungile kumele kunjani kusasa kuthiwa kuvulwe kuwe kwakho kwam " +
  "kwami kwathi kwesi kwethu kwi kwisikhululo lakhe lakho lam lami leli lenombolo lesi lethu letyala lifakwe ligcine lilandelayo linikwe " +
  "lirejistiwe lirekhodiwe lithi livulelwe livuliwe livulwe lizokwaziswa lo lona loku mama mandulo mandla manje mchaza mfowethu mfethu " +
  "mhla mhlaka mhlekazi mnu molo molweni mna nam nami nale nalo nawe ngaphandle ngayo nge ngenxa ngesi ngeveki ngi ngicela ngifake " +
  "ngifumene ngivule ngiye ngiyabonga ngiyacela ngizwile ngo ngoku ngokuba ngokufaka ngomhla ngomhlaka ngomso ngosuku ngu nguwe nika " +
  "nike nikezela njalo njengoba nkosazana nkosikazi nombolo nonke nosapho nje okanye okuthi okwesibini omnye onombuzo onke oqeqeshiwe " +
  "owakho phambi phendula qaphela qha qinisekisa sanibonani sawubona sebenzisa sebenzise sicela sifake sifumene sikhalazo siphiwe " +
  "sisi siteshi sithi sithole sivule siya siyabonga siyabulela siyakwazisa sizokwazisa thatha thina thola tyala ubhalise ubuze ufake ufowunele " +
  "uhlolwa ukubhalisa ukuba ukubuza ukufika ukufowuna ukuhlola ukuthi ukuvula ukuze ulibhale uligcine uma umama umbuzo umcuphi umhlali " +
  "umphathi umphenyi umseki umthetho umzala unawo unemibuzo unikwe uphando uphenyo usebenzise uthethe uthi utitshala uxolo uyacelwa " +
  "uyaziswa uzofonelwa uzokufowunela uzokuthinta vala vula wakho wam wami wathi wena xa xela yabhalwa yakho yam yami yebo yecala yedokethi " +
  "yethu yetyala yikho yile yilo yinombolo yithi yitsho yiyo zakho zami zethu zingu zisuka asekuhleni basekhaya emini ebusuku ngoba futhi " +
  "kubhaliwe bhala phansi lapha apha khona phela neh hawu yho namhlanje namhlanje izinsuku iintsuku usuku umhla isikhathi ixesha ifoni umnxeba " +
  "ucingo seluleko ndicela ndifake ndifumene ndiye ndiyabulela ndivule ndinike nceda ncedani bhaliswe libhaliswe sibhaliswe kubhaliswe " +
  "lenziwe kwenziwe ngemva emuva phambili ukulandela landela landelela lelakho elami elam bathe wabuya abanye abantu umuntu umntu ummangali " +
  "ummangalelwa umsolwa unkosikazi utata tata ubaba umnumzane nkszn nksz nkk mnumzane bakithi sihlobo";

const sotho =
  "robala kwetswe mphile ngotse lefokisi ba baahi babona batho bolela bona boikarabelo botsa bontsha bua bula buswa butse butswe dinyewe dipotso dumela dumelang e empa ena " +
  "entswe fa fana file fumane fumanwe fumanehile ha hae haeba hao hantle hape haholo hlokomela hlompha hobane hona hore hwetsa jwale ka kamehla " +
  "kae kajeno kantle kapa kaofela ke kea kgotla kgomotso khotla kopa kopang kwana la lebitso lekgotla lena lefapha le lebohe leboha lebohang letsatsi " +
  "lehlabula letshwao letsa lona lumela mabapi maobane mapodisa mapolesa maponesa mme moetsi mofuputsi mohlankana mohlomphehi molao molato " +
  "molemo mongodi mona moo morena motho motswadi mpotsa na naheng neilwe ngodisa ngodisitse ngodisitswe ngodisitswego ngola ngolwa nka nkile nomoro nomoreng nomolo " +
  "nthuse ntate ngwaneso nna nyewe nyeweng nyewes o ona oona ofisiri omong palo pele phuputso pholisa phoso pitso potso qala qosa qetile rata re " +
  "rea rometse rona sa saena sebedisa sebelisa sechaba seo seteisheneng seteisheng seteishene setisheneng setisheng seisi sepolesa " +
  "shebahala shebile sona taba taelo tatelo teng tla tlalehile tlalehilwe tlalehwa tlamehile tsa tsamaya tseba tsebiso tsena tshwara " +
  "tsohle tsoa tswelopele tsona tswa wa wena ya yaka yona yohle yo hona botswe buletswe butsoe nomoroya moqosi moqosuwa rra mma ausi abuti bokae " +
  "kgele ke nyewe molaodi mophenyekolli mofuputswa lesedi hlahlamang boloka bolokang bile bileng nako letsatsing kgwedi beke tsatsi pheha puo";

const afrikaans =
  "dis vonnis kontak teruggetrek antie aangeteken aanteken hier hou byderhand baie polisiekantoor polisiehof vriendelike vriendelik teistering intimidasie aanranding afpersing dreigemente gebore verwysings op om tot met en na dan of moet mag word geword kon sou aan navraag antwoord aanbied aandag aangemeld aangewys aanmelding adres afspraak agter alles almal altyd ander bel bewaar boek bring brief broer bevestig " +
  "daardie datum deel dringend eers eerste eie enige ernstig gaan gebel gebruik gee geen gegee gehelp geld geplaas geregistreerde gesê " +
  "gestuur gevra graag groete haastig hallo hand haai help hierdie hierby hulp inligting ja julle kaptein kennis klaer klagstaat klagte " +
  "klagtekantoor kom kopie kry kyk laat landdros later lees liewe maak manier meneer mening mens mev mevrou mnr mej moenie moet môre name namens " +
  "navrae neem nee nogal nommers nuwe ondersoek ondersoekbeampte onthou oop oor oordag oproep optree paar pas persoon plek praat reeds " +
  "regtig saaknommers sedert self sien sit skakel skriftelik skryf soos stuur suster tannie terug toegeken tyd uself vandaar vanaand vanoggend verklaring vra vriendelik vroeg " +
  "waar wag wanneer wat weet weg weer werk wie wil woon woord gevra onderwerp boodskap kwyt onder u'n geagte beste agter adjudant bevelvoerder";

const english =
  "notice feedback cyberstalking malicious communications communication progress declined says status prosecutor previous refers refer referring theft motor vehicle hey phoned tmrw forgot forgotten assist assistance intimidation crimen injuria iniuria injuria cyberbullying be its cops cop asked visiting safe sound million robbery theft stolen harass harassing threatened threatening threaten about above accept act action add address advise advised allocated although another answer any anyone anything apply appointment arrive ask " +
  "assault automated away back bad because become began best better big blackmail both bring brother but buy card care cellphone check clear clerk close closed " +
  "collect come commander complain complaints complete concerned contact copy correct could court cousin cyber date day days delay deliver details did dont don't door due " +
  "each early earlier else end enough ever every extortion far few file filed fill final find fine finish first fraud friend full further get getting gets go going " +
  "good hand happened harassment hear heard help here him hold home hour hours however important inside instead intimidation investigation issue issued just keep know " +
  "last late left less let letter lodged logged long look lost made mail make making many may maybe mean meet member mention might month morning most much must name near never " +
  "noted nothing obtained office officer online onto open other otherwise ours outside over page paper part pay people per person photo place placed police policeman policewoman " +
  "post present proof protection provide provided query question quick reach read ready really reason recorded reg register registration regarding reminder replied reply report request required " +
  "respond response return same say saying saw screenshot section see seen serial service shall she should show sign since sister slip someone something sometimes soon sorry " +
  "stalking start state step stop such suspect system take taken talk team telephone telling thats their think this those threat threats through time times title today took touch track " +
  "try trying until update updated upon us used user using valid very victim victims visit wanted week weeks well went were whatsapp whether while without withdrawn witness words work would write written " +
  "wrong wrote year yours yourself cr casenumber caseno docketnumber refno refnr reff referencenumber pse kindly thnx thankyou thks plse nb fyi rgds regs attn urgently";

/** Days, companies and provinces: with a capital, and no station. */
const names =
  "monday tuesday wednesday thursday friday saturday sunday maandag dinsdag woensdag donderdag vrydag saterdag sondag umsombuluko ulwesibili " +
  "ulwesithathu ulwesine ulwesihlanu umgqibelo isonto mvulo lwesibini lwesithathu lwesine lwesihlanu cawa mantaha labobedi laboraro labone " +
  "labohlano moqebelo sontaha facebook instagram tiktok telegram signal gmail google outlook vodacom mtn telkom discord snapchat reddit linkedin youtube " +
  "gauteng limpopo mpumalanga kwazulunatal kzn africa afrika usa america amerika english afrikaans isizulu isixhosa sesotho e o ko se ja hi ho mo bo";

/** Words that ask, or point: "watter stasie", "sesiphi isikhululo", "seteishene sefe". */
const asking =
  "which what where who whose whom whichever wherever somewhere anywhere nowhere unknown unsure " +
  "watter wie wat waar waarso êrens erens nêrens nerens hoekom hoeveel onbekend " +
  "siphi sesiphi esiphi lesiphi kwesiphi isiphi yisiphi ngesiphi kusiphi yiphi liphi lephi eliphi ephi eyiphi iyiphi yephi kuphi phi nini bani ubani ngubani yini ntoni intoni " +
  "seso leso eso eli elo leyo loyo lowo eyo yona sona lona khona lapho apho nalapho " +
  "sefe efe kefe afe lefe bofe dife hokae kwakae kokae kae kwae mang mong eng jang neng hofe " +
  "isikhululo isiteshi isiteshini isikhululweni ndithe bendithe ngithe bengithe";

const plain = [asking, nguni, sotho, afrikaans, english, names].join(" ").split(" ");

export const localWords: ReadonlySet<string> = new Set(plain);

/** Words by which a text shows that it is in one of these languages, whose sentences begin with no place. */
export const bantuWords: ReadonlySet<string> = new Set(
  [nguni, sotho]
    .join(" ")
    .split(" ")
    .filter((word) => word.length > 2),
);

/** After one of these comes the name of a person. */
export const personWords: ReadonlySet<string> = new Set(
  (
    "hi hello hey hallo dear mr mrs ms miss mnr mev mej mevrou meneer geagte beste liewe sawubona sanibonani molo molweni dumela dumelang lumela " +
    "sisi sis bhuti bhut antie auntie aunty uncle nkosazana nkosikazi mhlekazi mama baba tata ntate mme ausi abuti rra mma mnu nksz nkk nkszn mnumzane oom tannie adv advocate attorney lawyer officer inspector dr prof captain " +
    "sister brother friend cousin call ask tell regards groete kind thanks enkosi ngiyabonga"
  ).split(" "),
);

/** Words that say that the police are meant, before or after the name of a station. */
export const policeWords: ReadonlySet<string> = new Set(
  (
    "saps sapd saphs police polisie station stasie polisiestasie polisiekantoor csc detectives speurders klagtekantoor isiteshi esiteshini siteshi isikhululo esikhululweni kwisikhululo " +
    "samaphoyisa amaphoyisa samapolisa amapolisa seteishene seteisheneng setisheneng seteisheng setisheng mapolesa mapodisi mapodisa maponesa sapolesa policestation " +
    "emaphoyiseni emapoliseni sepoleseng mapodising mapoleseng poliesie polis pollice polce staton stn"
  ).split(" "),
);

/** Small words between the police and the name: `police station in X`, `isiteshi samaphoyisa sase-X`. */
export const joiningWords: ReadonlySet<string> = new Set(
  "commander bevelvoerder op van of in at by te the a is ke sa se ya ka kwa sase ase base yase lase ko e".split(" "),
);

/** Words by which a docket is opened: a place in the same sentence is the station. */
const openingWords: ReadonlySet<string> = new Set(
  (
    "registered reg opened reported laid charge lodged logged laid filed recorded geregistreer geopen aangemeld gerapporteer ingedien gelê oopgemaak aanmeld aangemeld kla klagte livulwe livuliwe livulelwe " +
    "lirejistiwe libhaliswe bhalisiwe vulwe kuvulwe libhalisiwe ivulwe livuliwe lifakwe butswe bulilwe ngodisitswe tlalehilwe buletswe butsoe ngolisitswe"
  ).split(" "),
);

/** How isiZulu, isiXhosa and Sesotho verbs of opening, writing down and reporting begin or go on. */
const openingStems =
  /(?:vul(?:iwe|we|e|elwe)$|bhalis|rejist|ngodis|ngolis|tlaleh|buts(?:e|oe|we)$|bul(?:we|ilwe|etswe)$|mangal|^ngibik)/;

export const isOpening = (letters: string): boolean => openingWords.has(letters) || openingStems.test(letters);

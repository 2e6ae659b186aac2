/**
 * What a message says around a place, by which it is told whether a docket was registered there. Pieces of expressions,
 * case not minded, in English, Afrikaans, isiZulu, isiXhosa, Sesotho and Setswana.
 */

/** After a name: it is a street, a building or a branch. */
export const afterStreet =
  "street|str|straat|avenue|ave|laan|rylaan|drive|crescent|singel|mall|plaza|sentrum|shopping|hospital|hospitaal|clinic|kliniek|school|skool|primary|high school|hoërskool|laerskool|university|universiteit|college|kollege|hotel|lodge|guesthouse|church|gemeente|taxi|rank|airport|lughawe|prison|tronk|branch|tak|complex|flats|estate|farm|library";

/** Before a name: a court, a bank, a street number. */
export const beforeCourt =
  "court|hof|landdroshof|landdros|magistrates?|magistrate's|inkantolo|inkundla|kgotlatshekelo|lekgotla|kgotla|fnb|absa|capitec|nedbank|atm|bank|branch|hospital|clinic|hospitaal|kliniek|esibhedlela|sepetlele";

/** A docket went on to another station. */
export const dockets =
  "transfer\\w*|gone over|gone to|sent|handed over|hand over|forwarded|moved|passed on|passed over|passed to|relocated|reassigned|re-assigned|taken over|oorgeplaas|oorgedra|oorgegee|verskuif|aangestuur|verplaas|oorhandig|nou oor|is oor|lisuswe|isuswe|lisusiwe|lisuka|isuka|\\p{L}{0,5}(?:dlulis|gqithis|hanjis|thunyel)\\p{L}*|lidlulis\\w*|idlulis\\w*|ladlulis\\w*|yadlulis\\w*|lithunyelwe|ithunyelwe|lathunyelwa|lihanjiswe|liyiswe|layiswa|lasiwa|lisiwe|liye|ligqithis\\w*|lagqithis\\w*|igqithis\\w*|litshintshelwe|fetiseditswe|fetisitswe|fetisetswa|fetisediwa|isitswe|iswa|rometswe|romeletswe|romelwa|sutiseditswe|sutisitswe|tlohile|tlogile";

/** The same in Afrikaans at the end of the sentence. */
export const docketsAtEnd = "oorgeplaas|oorgedra|oorgegee|verskuif|aangestuur|verplaas|oorhandig|gestuur|verwys";

/** The way to the other station, just before its name. */
export const towards =
  "\\p{L}{0,5}(?:dluliselw|gqithiselw|thunyelw|hanjisw|yisw)\\p{L}{1,4}|to|gone to|over to|through to|na|aan|oor na|ho ya|go ya|ho isa|go isa|e ile|ile|ho ya ko|go ya kwa|ho ya kwa|ya|laya|yaya|liya|iya|lasiwa|yasiwa|lisiwe|laye|waya|kwi|ku|lathunyelwa|lithunyelwe|lidluliselwe|ladluliselwa|idluliselwe|yadluliselwa|ligqithiselwe|lagqithiselwa|liyiswe|layiswa|fetiseditswe|fetisitswe|isitswe|rometswe|romeletswe";

/** The way from the first station, just before its name. */
export const awayFrom =
  "from|van|vanaf|uit|tlohile|tlogile|ho tloha|ho tswa|go tswa|go tloga|tloha|tswa|lisuswe|isuswe|lisuka|isuka|lisusiwe|lasuswa|ukusuka|lisukile|lasuka|suka";

/** A person was sent on, and not the docket. */
export const people =
  "(?:sent|referred|directed|redirected|told|refer|send|sends|chased) (?:me|us|her|him|them|my)|(?:my|ons|hom|haar|hulle) (?:toe |weer |net |eers )?(?:gestuur|verwys|weggestuur|na)|gestuur|(?:ba|b\\w)?ngithumel\\w*|bangidlulisel\\w*|bathi (?:angiye|mangiye|mandiye|angi\\w+|mandi\\w+)|bandithumel\\w*|bandigqithis\\w*|nthome\\w*|re romel\\w*|re romet\\w*|nkromel\\w*";

/** People were turned away where the message has just been. */
export const refusals =
  "(?:sent|turned|chased|send|chase|turn)(?: \\p{L}+)? (?:away|back|off)|refused?|refuses|wouldn'?t|would not|didn'?t (?:want|help|open|take|assist)|did not (?:want|help|open|take|assist)|could ?n[o']?t|couldnt|can'?t help|won'?t|will not|said no|no power|loadshedding|was closed|were closed|offline|their area|their jurisdiction|not theirs|isn'?t theirs|not their case|wrong station|don'?t have (?:it|my)|do not have|doesn'?t have|no record|never opened|nobody helped|no one helped|too busy|no help|weggestuur|wegge(?:jaag|stuur)|weg gestuur|wou nie|wil nie|weier|geweier|kon nie|het nie|het dit nie|vat ni(?:e)?|nie gehelp|nie help|help nie|was toe|was gesluit|nie hulle|geen krag|hulle gebied|\\p{L}*(?:gxoth|xosh|nqab|ncedang|sizang)\\p{L}*|\\p{L}{2,5}(?:jik|buyis|buyel)\\p{L}*|bangal\\w*|bandal\\w*|azange|zange|\\p{L}{2,6}vali(?:we|we)\\p{L}*|bala|akuyona indawo|akulona|asiyona|ayisiyo|(?:ba|a|o|e) (?:ile ba |nhanetse|nkganetse|hana|hanne|nhana|gana|ganne|nkgana)|ba nkganela|ba nteleka|ba nkgutlis\\w*|ba mpusets\\w*|ba mpusa|ba nteketse|ba leleka|ba ntelek\\w*|ga ba a nthusa|ha ba a nthusa|ga ba nthuse|ha ba nthuse|ba se ke|e ne e kwet\\w*|e kwet\\w*|e tswalet\\w*";

/** Where somebody lives, works or was, just before a name. */
export const residence =
  "lives?|living|stays?|staying|resides?|residing|based|work(?:s|ing)?|born|house|home|family|grew up|woon|bly|werk|gebore|huis|ngihlala|sengihlala|uhlala|bahlala|sihlala|ndihlala|uhleli|ngisebenza|ndisebenza|usebenza|ngakwethu|ekhaya|ke dula|o dula|ba dula|ke nna|o nna|ke bereka|o bereka|scammers?|suspect|verdagte|bedrieër|skelm|the guy|account holder|meeting|met|robbed|happened|gebeur|beroof|bandiqhath\\w*|bangiqhath\\w*|bangibamb\\w*|kwenzek\\w*|ngiqhathw\\w*|paid|betaal|travel\\w*|holiday|vakansie";

/** Small words between one of these and the name. */
export const atWords =
  "in|at|by|te|op|of|for|near|naby|from|van|to|the|die|kwa|ko|mo|ka|e|o|ya|ba|bo|se|sa|wa|nou|now|is|was|always|daar|here|hier|out";

/** The message is not sure itself. */
export const hedges =
  "(?:i|we|she|he|they|mom|client|bank|neighbour|sister|brother) (?:thinks?|guess(?:es)?|believes?|suppose|reckons?)|i'?m guessing|think(?:s)? it|think(?:s)? its|thinks|guessing|maybe|perhaps|probably|possibly|might be|must be|could be|should be at|not (?:100% |very |quite |too |so )?sure|unsure|isn'?t sure|if i remember|as far as i|if i'?m not|apparently|supposedly|or something|don'?t (?:really )?know (?:if|whether|what)|dont know (?:if|whether|what)|no idea (?:if|what)|don'?t remember (?:if|exactly)|can'?t remember (?:if|exactly)|never told me what|(?:told|said|says) (?:me|us|her|him)? ?to (?:phone|call|ask|try)|dink (?:dis|dit|hy|sy|hulle)|dink|miskien|dalk|waarskynlik|vermoed|glo (?:dis|dit)|reg onthou|nie (?:so |heeltemal |baie )?seker|weet nie of|onseker|sal seker|kan wees|moet wees|(?:ukhumbula|ngikhumbula|ndikhumbula|bakhumbula) (?:ukuba|ukuthi)|remembers? (?:it|that it|the)|onthou (?:dit|dat dit)|(?:o|ke|ba) (?:hopola|gakologelwa) (?:hore|gore|e)|mhlawumbe|mhlawumbi|mhlaumbe|mhlaumbi|kungenzeka|kunokwenzeka|ingaba|ngicabanga|ucabanga|bacabanga|sicabanga|ngiyacabanga|angiqinisek\\w*|angiqiniseki|andiqinisek\\w*|angina siqiniseko|ndicinga|ucinga|bacinga|sicinga|ndiyacinga|kusenokuba|kusenokwenzeka|mohlomong|mogongwe|gongwe|kgotsa ke|ke nahana|o nahana|ba nahana|ke gopola|o gopola|ke akanya|ga ke itse gore|ha ke tsebe hore|ga ke tlhomamise|ha ke na bonnete|ga ke na bonnete|ke belaela";

/** A label before a name, which says outright that it is the station. */
export const labels =
  "(?:police )?station|stasie|polisiestasie|polisiekantoor|isiteshi|isikhululo|seteishene|setheishene|setisheni|seteišene|police|polisie";

/** Words that say that a docket was opened, or a number was given, in the same breath. */
export const openings =
  "took|taken|gave|given|helped|assisted|gehelp|gegee|opened|theirs|s'n|registered|laid|lodged|reported|logged|vat|gevat|gekry|gekryt|kry|oopgemaak|aangeteken|gaan kla|gaan maak|\\p{L}*vul(?:w?e|ele|ela|elwe|iwe|a)|\\p{L}*bhalis\\p{L}*|\\p{L}*bik(?:e|a|ele|ile)|\\p{L}*thol(?:e|a|ile|ele)|\\p{L}*fumene|\\p{L}*fuman\\p{L}*|\\p{L}*nik(?:e|ile|eze|wa|we)|\\p{L}*mangal\\p{L}*|buts(?:e|we|eng|oe)|bulets\\p{L}*|bul(?:e|we|ilwe)|ngot\\p{L}*|kwadil\\p{L}*|ngodis\\p{L}*|tlaleh\\p{L}*|begil\\p{L}*";

/** Between two names of which one is meant. */
export const either = "or|of|noma|okanye|nokuba|kumbe|kapa|kgotsa|of dalk|or maybe";

/** Words for the case itself. */
export const caseWords =
  "(?:i-?)?case|cas|mas|docket|dossier|saak|saaknr|saaknommer|saaknommers|icala|lecala|yecala|ngecala|ityala|letyala|yetyala|ngetyala|idokethi|yedokethi|idokhethi|yedokhethi|nyewe|nyeoe|kgetsi|molato|tsheko";

/** After a name: there the docket was taken. */
export const takes =
  "(?:then |eventually |finally |at last )?(?:took|opened|registered|accepted|booked|logged|wrote|gave me|gave us)|het (?:toe |uiteindelik |wel )?(?:(?:dit|hom|my|ons|die) ?(?:saak|klag|klagte|dossier|docket|verklaring)? ?(?:toe |uiteindelik )?)?(?:gevat|geneem|oopgemaak|geopen|geregistreer|aangeteken|aanvaar|aangeneem)|ba (?:e |le |mo )?(?:butse|buile|bule|ngotse|amohetse|amogetse|tsere|nkile|kwadile|mpuletse|mputswetse|mpulela)|(?:ba)?ba(?:ngi|ndi|si)vul\\p{L}+|bavul\\p{L}+|\\p{L}{1,5}thath(?:a|e|ile) (?:icala|ityala)|yiwo avul\\p{L}+|yibo abavul\\p{L}+";

/** Between a name and what was done there. */
export const thereupon =
  "(?:and |en |na|ka )?(?:where|there|waar|daar|lapho|khona|apho|moo|mono|koo|teng|yona|yiyo|yibo)|who|wat|and|en";

/** The same before a name. */
export const taken =
  "(?:taken|opened|registered|accepted|logged|gevat|geneem|oopgemaak|geopen|geregistreer|aangeteken) (?:up )?(?:by|deur)(?: the| die)?(?: police| polisie)?(?: at| in| op| by| van| of)?";

/** Words that say that a number was given for what somebody reported. */
export const givings =
  "gaan kla|kla|klagte|kgalemelo|mphile|mpha|mphe|nneile|nneetse|neilwe|\\p{L}*phiw(?:e|a)|charge|complaint|complainant|saaknr";

/** A number that is only said to be the police's. */
export const policeReference =
  "(?:police|polisie|polies|cops?)[ -]?(?:se )?(?:ref|reference|refnr|verwysing|verwysingsnommer|nommer|number)|(?:ref|reference|i?nombolo|nomoro|verwysing|nommer|number) (?:ya ?se|ya|ye|yase|from the|of the|van die|by die)? ?(?:maphoyisa|mapolisa|maphoyiseni|mapoliseni|emaphoyiseni|emapoliseni|mapodisi|mapolesa|maponesa|police|polisie)|(?:ref|reference|i?nombolo|nomoro) (?:yasemaphoyiseni|yasemapoliseni|yamaphoyisa|yamapolisa)";

/** Before a name: it is said not to be this place. */
export const denying =
  "(?:not|nie|eseng|e seng|ga se|ha se|hhayi|ayikho|ayisiyo|ayiyona|asiyo|akuyona|ayingo|instead of|rather than|in plaas van)(?: (?:at|by|in|from|the|van|die|ko|kwa|e|ya))?";

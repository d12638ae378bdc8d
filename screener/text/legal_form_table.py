"""Legal forms of companies, folded, with what each stands for. Generated, not written.

From the table of organisation types of rigour (MIT licence, see NOTICE) and from
ISO 20275 entity legal forms as GLEIF publishes them (CC0), by
``benchmarks/accuracy/make_legal_forms.py``. Left out: what the screener reads otherwise (Han,
Hangul and kana) and what is a word of business rather than a form.

One line a form: what the writings stand for, then the writings. Forms in the letters a to z stand
in ``legal_form_table``, those that need others in ``legal_form_table_letters``.
"""

LEGAL_FORMS = """\
3at|3at|закрытае ацыянернае таварыства
a d|a d|akcionarsko drustvo|aktsionerno druzhestvo
ab|a bolag|ab|abp|aktie bolag|aktiebol|aktiebolag|publikt aktiebolag
abv|aandeelhouder bestuurde vennootschap|abv
adsic|adsic|adsitz|aktsionerno druzhestvo sas spetsialna investitsionna tsel|адсиц|акционерно дружество със специална инвестиционна цел
ae|ae|anonimi eteria|ανωνυμη εταιρεια
ag|a g|ag|ag societe anonyme|ags|akt ges|aktg|aktien ges|aktien gesellschaft|aktienges|aktiengesellschaft|aktiengeselschaft
agcokg|ag co kg|ag und co kg|aktiengesellschaft co kg
agcokgaa|ag co kgaa|aktiengesellschaft co kgaa
alap|alap|alapitvany
amba|a m b a|amba|andelsselskab med begrænset ansvar
anl|andelslag|andelslag med begrænset ansvar|anl
anpo|anpo|autonomous non profit organization
ao|aktsionernoe obschestvo|aktsionernoe obshchestvo|aktsionernoe obshchestvo otkrytogo tipa|ao|aкционерное общество|o a o|oao|odkryte akcjonarne obschtschestwo|otkr akts obshch|otkritoe aktsionernoe obshchestvo|otkrytoe akcionernoe obshchestvo|otkrytoe akcionernoe obshhestvo|otkrytoe aktsionernoe obschchestvo|otkrytoe aktsionernoe obschestvo|otkrytoe aktsionernoe obshchestvo|otkrytoe aktsionernoye obshestvo|otkrytoje akcionernoje obshchestvo|otkrytoye aktsionernoye obshchestvo|publichnoe aktsionernoe obshchestvo|акционеpное общество откpытого типа|акционеное общество закрытого типа|акционерная компания с ограниченнои ответственностью|акционерне общество закрытого типа|акционерного общества|акционерного общества закрытого типа|акционерное обшество закрытого типа|акционерное общество|акционерное общество открытого типа|акционерные общества|акционерные общества закрытого типа|акционерое общество закрытого типа|акционероное общество закрытого типа|акционрное общество закрытого типа|акцоинерное общество закрытого типа|акцонерное общество закрытого типа|акцонерное общество открытого типа|акціонерне товариство відкритого типу|ао|закрите акціонерне товариство|закритое акционерное общество|закрытоe акционерное общeство|закрытое акционерное общeство|закрытое акционерное общество|закрытое акціонерне товариство|зао|нао|непубличное акционерное общество|о а о|оао|открытоe акционерное общeство|открытое акционергое общество|открытое акционернoe общество|открытое акционерное общeство|открытое акционерное общество|пао|пат|приватне акціонерне товариство|публичное акционерное общество|публічне акціонерне товариство|сак|страховая акционер компания|страховая акционерная компания
aor|a o r|anstalt des offentlichen rechts|anstalt offentlichen rechts|aor
aps|anpartsselskab|aps
as|a s|a spolecnost|akc spolecnost|akciju sabiedriba|akciova spolecnost|akciova spolocnost|aktieselskab|aktieselskabet|aktsiaselts|anonim ortaklık|anonim sirket|anonim sirketi|as
asbl|a s b l|aisbl|asbl|association internationale sans but lucratif|association sans but lucratif
asc|acıq səhmdar cəmiyyəti|asc
at|aktsionerne tovarystvo|at|акціонерне товариство|акціонерного товариства
ay|avoin yhtio|ay
bhd|berhad|bhd
bt|beteti tarsasag|bt
bv|b v|b vennootschap|besl vennootschap|besloten vennootschap|besloten vennotschap|beslotn vennootschap|bv
bvba|besloten vennootschap met beperkte aansprakelijkheid|bvba|eenpersoons besloten vennootschap met beperkte aansprakelijkheid|eenpersoons bvba|v b a|vennootschap met beperkte aansprakelijkheid
bvcokg|b v co kg|bv co kg
ca|ca|compania anonima
cia|cia|compania
cic|c i c|cic|community interest company
cjsc|cjsc|closed joint stock company|closed jsc
coltd|cia ltda|co ltd|coltd|compania de responsabilidad limitada|compania limitada
cpa|c por a|compania por acciones
cso|civil society organisation|civil society organization
cty cp|cong ty co phan|cty cp
cty tnhh|cong ty trach nhiem huu han|cty tnhh
cty tnhh mtv|cong ty trach nhiem huu han mot thanh vien|cty tnhh mtv
cv|comm v|commanditaire vennootschap|commanditaire vennootschap op aandelen met een beherende vennoot|commanditaire vennootschap op aandelen met meer dan een beherende vennoot|cv|gewone commanditaire vennootschap
cva|comm va|commanditaire vennootschap op aandelen|cva
cvba|cooperatieve vennootschap met beperkte aansprakelijkheid|cvba
cvoa|cooperatieve vennootschap met onbeperkte aansprakelijkheid|cvoa
dd|d d|dionicko drustvo
dis tic ltd|dis tic ltd
dmcc|dmcc|dmcc co|dmcc company|dmcc free zone|dmcc llc|dubai multi commodities centre|dubai multi commodities centre company
dnnn|dnnn|doanh nghiep nha nuoc
dno|d n o|drustvo s neogranicenom solidarnom odgovornoscu|druzba z neomejeno odgovornostjo
dntn|dntn|doanh nghiep tu nhan
doo|d o o|drustv ogranic odgovor|drustvo ogranicene odgovornosti|drustvo s ogranicenom odgovornoscu|drustvo sa ogranicenom odgovornoscu|druzba z omejeno odgovornostjo|д о о|доо|друштво са ограниченом одговорношћу
dtnn|doanh nghiep co von đau tu nuoc ngoai|dtnn
eeig|e w i v|eeig|eiropas ekonomisko interesu grupa|europaische wirtschaftliche interessenvereinigung|european economic interest grouping|europeisk ekonomisk intressegruppering|europeisk ekonomisk intresseguppering|europos ekonominiu interesu grupes|evropeysko obedinenie po ikonomicheski interesi|ewiv|европеиско обединение по икономически интереси|еоии
eg|e g|eg|egen|eingetragene genossenschaft|genossenschaft
egbr|e gbr|egbr|eingetragene gbr|eingetragene gesellschaft burgerlichen rechts|eingetragene gesellschaft des burgerlichen rechts
egcokg|eg co kg|eingetragene genossenschaft co kg|genossenschaft co kg
ege|europai gazdasagi egyesules
egyes|egyes|egyesulet
ehf|ehf|einkahlutafelag
ei|ei|entreprise individuelle
eireli|eireli|empresa individual de responsabilidade limitada
eirl|e i r l|eirl|empresa individual de responsabilidad limitada
ek|e k|e kfm|e kfr|eingetr kaufmann|eingetragene kauffrau|eingetragener kaufmann|einzelunternehmen eingetragener kaufmann eingetragene kauffrau|ek|ekfm|ekfr|kfm|kfr
ekd|ekd|evropeysko kooperativno druzhestvo|eвропеиско кооперативно дружество|екд
ekfor|ek for|ekonomisk forening
ep|empresa publica|ep
esv|economisch samenwerkingsverband|esv
et|egyszeru tarsasag|et
ets|erdeszeti tarsulas|ets
eurl|entreprise unipersonnelle a responsabilite limitee|eurl
ev|e v|eingetr verein|eingetragene vereinigung|eingetragener verein|ev|verein
f ma|enskild naringsidkare|f ma
fgbu|empresa publica unitaria federal|entreprise unitaire publique federale|federal state budgetary enterprise|federal state budgetary institution|federal state institution|federal state unitary enterprise|federalna budzetowa instytucja|federalne panstwowe przedsiebiorstwo unitarne|federalnoe gosudarstvennoe byudzhetnoe uchrezhdenie|fgbu|foderales staatseigenes unternehmen|intreprinderea unitara a statului federal|фгбу|федеральное государственное бюджетное учреждение
fgup|фгуп|федеральное государственное унитарное предприятие
fie|fie|fuusilisest isikust ettevotja
fmba|fmba|forening med begrænset ansvar
fop|физическое лицо предприниматель|фоп|фізична особа підприємець
fzco|f z co|free economic zone llc|free zone co|free zone company|free zone l l c|free zone limited liability company|freezone company|fz l l c|fz llc|fzco|fzllc|l l c fz|rak economic zone company|special economic zone llc|trade free zone company
fze|free zone enterprise|free zone entity|free zone establishment|fz enterprise|fz entity|fz establishment|fze
gag|gag|gemeinnutzige ag|gemeinnutzige aktiengesellschaft
gbr|bgb gesellschaft|gbr|ges bur rechts|ges burgerlichen rechts|gesbr|gesellschaft burgerlichen rechts|gesellschaft des burgerlichen rechts
ggmbh|gemeinnutzige gesellschaft mit beschrankter haftung|gemeinnutzige gmbh|ggmbh
gie|gie|groupement dinteret economique|grupul de interes economic
gk|gk
gmbh|g m b h|g m besch haftung|g m beschr haftung|ges m b h|ges mit besch haftung|ges mit beschr haftung|gesellsch m b h|gesellschaft m b h|gesellschaft mbh|gesellschaft mit besch haftung|gesellschaft mit beschr haftung|gesellschaft mit beschraenker haftung|gesellschaft mit beschraenkter haftung|gesellschaft mit beschrankter haftng|gesellschaft mit beschrankter haftung|gesellschaft mit beschrankter haftung gmbh|gesmbh|gmb h|gmbh|gmbhs|m b h|mbh|mit besch haftung|mit beschr haftung|mit beschrankter haftung|г м б х|гмбх
gmbhcokg|gesellschaft mbh co kg|gesellschaft mit beschrankter haftung co kg|gmbh and сo kg|gmbh co|gmbh co kg|gmbh u co kg|gmbh und co kg|m b h co kg|mbh co kg|mbh u co kg|гмбх енд ко кг
gmbhcokgaa|gesellschaft mit beschrankter haftung co kgaa|gmbh co kgaa
gmbhcoohg|gesellschaft mit beschrankter haftung co ohg|gmbh co ohg
gnpp|gnpp|gosudarstvennoe nauchno proizvodstvennoe predpriyatie|scientific and production enterprise|scientific production enterprise|государственное научно производственное предприятие|державне науково виробниче підприємство
gp|general partnership|gp
gug|gemeinnutzige ug|gemeinnutzige ug haftungsbeschrankt|gemeinnutzige unternehmergesellschaft|gemeinnutzige unternehmergesellschaft haftungsbeschrankt|gug|gug haftungsbeschrankt
gup|государственное унитарное предприятие|гуп
haao|haao|halka acık anonim ortaklık
hf|hf|hlutafelag
htx|hop tac xa|htx
huf|hindu undivided family|huf
ii|inteprinderea individuala|interprinderea individuala|intreprindera individuala|intreprindere individuala|intreprinderea ibdividuala|intreprinderea individuala|intreprinderea individuali|intreprinderea indiviuala|intreprindserea individuala|intreprinzator individual|intreprinzatorul individual
ik|ik|individualais komersants
ilp|ilp|incorporated limited partnership|investment limited partnership
im|im|intreprinderea municipala
inc|i n c|in|inc|incorp|incorporado|incorporatd|incorporated|incorporation|incorporee|incorported|incs|non profit company|personal liability company
ip|индивидуальныи предприниматель|ип|індывідуальны прадпрымальнік|іп
is|interessentskab|intreprindere de stat alimentatiei publice|intreprinderea de stat|is
ivs|ivs|iværksætterselskab
jdoo|j d o o|jdoo|jednostavno drustvo s ogranicenom odgovornoscu
jsc|j s c|j stock company|jnt stock co|joint stock co|joint stock compan|joint stock companie|joint stock company|joint stock corp|jointstock company|js co|jsc|jsc company|jt stock co
jscb|aktsionerny kommercheskiy bank|joint stock bank|joint stock commercial bank|jscb|pjscb|public joint stock commercial bank|акб|акционерны коммерческии банк|акционерныи комерчески банк|акционерныи комерческии банк|акционерныи коммерческии банк|акцыонерныи коммерческии банк|акціонернии комерціинии банк
jtd|j t d|javno trgovacko drustvo|javno trgovsko drushtvo|jtd|јавно трговско друштво
jv|joint venture|jv
kb|kb|komanditines ukines bendrijos|kommanditbolag
kd|k d|komanditno drustvo|komanditno druzhestvo
kda|kda|komanditno drustvo so akcii|komanditno druzhestvo s aktsii|komanditno druzhestvo s aktsiyami|кда|командитно дружество с акции|командитно друштво со акции
kdor|k d o r|kdor|kor|korperschaft des offentlichen rechts|korperschaft offentlichen rechts
keg|keg|kommanditerwerbsgesellschaft
kft|k f t|kft|korlatolt felelossegu tarsasag|korlatolt felelossegu tarsasag organizacni slozka
kft fioktelep|kft fioktelep|kulfoldi szekhelyu vallalkozas fioktelepe
kg|k g|kg|kommandit gesellschaft|kommanditgesellschaft
kgaa|k g a a|kgaa|kommanditgesellschaft auf aktien
kht|kht|kozhasznu tarsasag
kjsz|kjsz|kozjogi szervezet
kkt|kkt|kozkereseti tarsasag
koll sti|kolektif sirket|koll sti
kom sti|kom sti|komandit sirket
koop|koop|kooperatif sirket
ks|komanditni spolecnost|komanditsabiedriba|kommanditselskab|ks
ku|gemeinnutziges kommunalunternehmen|gku|k u|kommunalunternehmen|ku
kv|kozos vallalat|kv
ky|kommandiittiyhtio|ky
llc|foreign limited liability company|l l c|lc|limitd liability co|limited liab co|limited liability co|limited liability comp|limited liability company|limited liability corp|limited liability corporation|limted liability co|ll|llc|llcs|lmtd liability company|lt liability company|ltd liab company|ltd liability co|ltd liability comp|ltd liability company|private limited liability company
llp|l l p|limited liability partnership|limited liability partnerships|llp
lp|l p|limited partnership|lp|partnership en commendite or limited partnership|socjeta in akkomandita jew socjeta limitata|wuxian zeren gudong de wuxian gongsi|you xian ze ren he huo|л п
ltd|a r l|company limited both by shares and by guarantee|company limited by guarantee|cyf|cyfyngedig|dan bao you xian gong si|gong zhong gu fen you xian gong si|lda|limitada|limitd|limite|limited|limited by guarantee|limited by shares|limited co|limited company|limited proprietary company|limited sirket|limited sirketi|limited sti|limitee|limted|lmtd|lt|ltd|ltd co|ltd sti|ltda|ltds|old public company|private company limited by shares|private company with limited liability|private limited by guarantee|private limited company|proprietary limited|proprietary limited company|proprietary ltd|pty limited|pty ltd|public limited company listed|public limited company unlisted|si ren gu fen you xian gong si|unlimited proprietary company|компания с ограниченнои ответственностью|лимитед|лтд|лімітед|частная компания с ответственностью|частная компания с ответственностью ограниченнои акциями|בע מ|المحدودة|المساهمة المحدودة
ltda|sociedada limitada|sociedade limitada
ltdcokg|limited co kg|ltd co kg
mmc|mmc|məhdud məsuliyyətli cəmiyyət|məhdud məsuliyyətli cəmiyyəti
mtu|mittetulundusuhing|mtu
mup|муниципальное унитарное предприятие|муп
na|n a|na|national association|nuolatines arbitrazo institucijos
ngo|charitable fund|charitable organisation|charitable organization|charity fund|mimovladna organizacia|n g o|n p o|nevladina organizacija|nevladine organizacije|nevladni organizace|ngo|nichtregierungsorganisation|niegovorni organizaciji|niet gouvernementele organisatie|non government organisation|non governmental organisation|non governmental organization|non profit|non profit organisation|non profit organization|nonprofit|nonprofit organization|npo|organizacja pozarzadowa|organizatia neguvernamentala|organizatia societatii civile|منظمة غير حكومية|ن م م
nl|nl|no liability|no liability company
nt sa|national trust and savings association|nt sa
nv|n v|n vennootschap|naaml vennootschap|naamloze vennootschap|naamloze vennootschap limited company by shares|naamlze vennootschap|nv
nyrt|nyilvanosan mukodo reszvenytarsasag|nyrt
oaj|oaj|ochiq aksiyadorlik jamiyati|очиқ акциядорлик жамияти
od|o d|od|ortacko drustvo|о д|од|ортачко друштво
oeg|oeg|offene erwerbsgesellschaft
og|offene gesellschaft|og
ohg|o h g|offene handels gesellschaft|offene handelsgesellschaft|ohg
ojsc|o j s c|o joint stock co|offene aktiengesellschaft|ojsc|open jnt stock co|open joint stock company|open jsc|openbare aandelenvennootschap|openbare publiek private vennootschap op aandelen|openbare vennootschap op aandelen|otwarta społka akcyjna|panstwowa społka akcyjna|sociedad limitada por acciones abierta|sociedade por acoes aberta|societatea publica pe actiuni|societe par actions ouverte|societe publique par actions|vennootschap op aandelen|verejna akciova spolecnost|verejna akciova spolocnost|δημοσια συμμετοχικη εταιρεια|публично акционерно дружество
ong|ong|organisation non gouvernementale|organizacao nao governamental|organizacion no gubernamental|organizatie non guvernamentala|organizzazione non governativa
ood|drujestvo s ogranichena otgovornost|druzestvo s ogranicena otgovornost|druzhestvo s ogranichena otgovornost|ood|дружество с ограничена отговорност|оод
ooo|obshchestva s ogranichennoy otvetstvennostyu|obshchestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoi otvetstvennostyu|obshchestvo s ogranichennoj otvetstvennostyu|obshchestvo s ogranichennoy otvetstvennostyu|obshchestvo s ohranychennoi otvetstvennostiu|ooo|oсoo|иностранное общество с ограниченнои ответственностью|ликвидационная комиссия общества с ограниченнои ответственностью|ликвидационная комиссия общество с ограниченнои ответственностью|ликвидационная комиссия ооо|обшество с ограниченнои ответственностью|общесиво с ограниченнои ответственностью|общества с ограниченнои ответственностью|обществл с ограниченнои ответственностью|общество c ограниченнои ответственностью|общество ограниченнои ответственности|общество с гораниченнои ответственностью|общество с граниченнои ответственностью|общество с огpаниченнои ответственностью|общество с оганиченнои ответственностью|общество с огарниченнои ответственностью|общество с огра ниченнои ответственностью|общество с ограгиченнои ответственностью|общество с ограгниченнои ответственностью|общество с ограинченнои ответственностью|общество с ограиченнои ответственностью|общество с огрангиченнои ответственностью|общество с огранеченнои ответственностью|общество с ограниеннои ответственностью|общество с огранисеннои ответственностью|общество с огранисченнои ответственностью|общество с ограничееенои ответственностью|общество с ограничеенои ответственностью|общество с ограниченнио ответственностью|общество с ограниченннои ответственностью|общество с ограниченнои лтветственностью|общество с ограниченнои общество с ограниченнои ответственностью|общество с ограниченнои оветственностью|общество с ограниченнои овтетственностью|общество с ограниченнои огтветственностью|общество с ограниченнои олтветственностью|общество с ограниченнои осветственностью|общество с ограниченнои от|общество с ограниченнои отаетственностью|общество с ограниченнои отвеетственностью|общество с ограниченнои отвенственностью|общество с ограниченнои отвентственностью|общество с ограниченнои отвественностью|общество с ограниченнои отвествтеннсотью|общество с ограниченнои отвесттвенностью|общество с ограниченнои ответвенностью|общество с ограниченнои ответветственностью|общество с ограниченнои ответвтвенностью|общество с ограниченнои ответвтсенностью|общество с ограниченнои ответсвенноссть|общество с ограниченнои ответсвенностью|общество с ограниченнои ответсственностью|общество с ограниченнои ответствеенностью|общество с ограниченнои ответствееностью|общество с ограниченнои ответствекнностью|общество с ограниченнои ответствененостью|общество с ограниченнои ответственнностью|общество с ограниченнои ответственновстью|общество с ограниченнои ответственновтью|общество с ограниченнои ответственногстью|общество с ограниченнои ответственнои|общество с ограниченнои ответственнолтью|общество с ограниченнои ответственномтью|общество с ограниченнои ответственноостью|общество с ограниченнои ответственности|общество с ограниченнои ответственностиью|общество с ограниченнои ответственносттью|общество с ограниченнои ответственность|общество с ограниченнои ответственностьб|общество с ограниченнои ответственностьтью|общество с ограниченнои ответственностью|общество с ограниченнои ответственностью строительная компания|общество с ограниченнои ответственностью торговыи дом|общество с ограниченнои ответственностью управляющая компания|общество с ограниченнои ответственностью фирма|общество с ограниченнои ответственностью частная охранная организация|общество с ограниченнои ответственностью частное охранное предприятие|общество с ограниченнои ответственностьюб|общество с ограниченнои ответственностьюв|общество с ограниченнои ответственностьюи|общество с ограниченнои ответственностьюм|общество с ограниченнои ответственностьют|общество с ограниченнои ответственностю|общество с ограниченнои ответственносьтю|общество с ограниченнои ответственносью|общество с ограниченнои ответственнотсью|общество с ограниченнои ответственнотью|общество с ограниченнои ответственночтью|общество с ограниченнои ответственнростью|общество с ограниченнои ответственнсотью|общество с ограниченнои ответственнстью|общество с ограниченнои ответственонстью|общество с ограниченнои ответственоость|общество с ограниченнои ответственоостью|общество с ограниченнои ответственосстью|общество с ограниченнои ответственостью|общество с ограниченнои ответстветностью|общество с ограниченнои ответстветсвенностью|общество с ограниченнои ответстветственностью|общество с ограниченнои ответствнностью|общество с ограниченнои ответствтенностью|общество с ограниченнои ответствуенностью|общество с ограниченнои ответстенностью|общество с ограниченнои ответстсвееностью|общество с ограниченнои ответстсвенностью|общество с ограниченнои ответстственностью|общество с ограниченнои ответтственностью|общество с ограниченнои ответчтвенностью|общество с ограниченнои отвнтственностью|общество с ограниченнои отвтетсвенностью|общество с ограниченнои отвуетственностью|общество с ограниченнои отевтственностью|общество с ограниченнои отетвенностью|общество с ограниченнои отетственностью|общество с ограниченнои отсетственностью|общество с ограниченнои товетственностью|общество с ограниченнри ответственностью|общество с ограниченои ответствееностью|общество с ограниченои ответственностью|общество с ограниченои ответственостью|общество с ограниченоои ответственностью|общество с ограничиннои ответственностью|общество с ограничннои отвественностью|общество с ограничннои ответственностью|общество с ограничннои ответствнностью|общество с ограничуннои ответственностью|общество с огранмченнои ответственностью|общество с огранниченнои ответственностью|общество с огрантченнои ответственностью|общество с огранченнои ответственностью|общество с огранчиченнои ответственностью|общество с огрвниченнои ответственностью|общество с огрнаиченнои ответственностью|общество с огрнаниченнои ответственностью|общество с огрниченнои ответственностью|общество с огрниченнои отственностью|общество с огрониченнои ответственностью|общество с огрораниченнои ответственностью|общество с огрраниченнои ответственностью|общество с ораниченнои ответственностью|общество с органиченнои ответственновстью|общество с органиченнои ответственностью|общество с орграниченнои ответственностью|общество с отраниченнои ответственностью|общество сограниченнои ответственностью|общество сограниченои ответственностью|общество ст ограниченнои ответственностью|обществог с ограниченнои отвественностью|обществоь с ограниченнои ответственностью|обществр с ограниченнои ответственностью|ооо|тзов|тов|товариство з обмеженою відповідальністю
opg|obiteljsko poljoprivredno gospodarstvo|opg
ops|o p s|obecne prospesna spolecnost|ops
oscip|organizacao da sociedade civil de interesse publico|oscip
osk|osk|osuuskunta
ou|osauhing|ou
owm|o w m|onderlinge waarborgmaatschappij|owm
oy|ab company oy|company oy ab|o y|osakeyhtio|oy|oy company ab
oyj|julkinen osakeyhtio|oyj
pa|professional association
pao|pao|publichne aktsionerne tovarystvo
partg|part g|partg|partnerschaft|partnerschaftsgesellschaft
partgmbb|mbb|part g mbb|part mbb|partg m b b|partg mbb|partgmbb|partmbb|partnerschaft mbb|partnerschaft mit beschrankter berufshaftung|partnerschaftsgesellschaft mbb|partnerschaftsgesellschaft mit beschrankter berufshaftung
pc|pc|ኮርፖሬሽን
pe|pe|የመንግስት ልማት ድርጅቶች
peec|peec|public establishment with economic characteristics
pjsc|allami tulajdonban levo reszvenytarsasag|javna delniska druzba|javno dionicko drustvo|kumpanija bishma kongunti pubblici|pjsc|public joint stock company|public jsc|public stock company|public stock company pjsc|sociedade publica por acoes|viesoji akcine bendrove
plc|p l c|p l co|plc|plc company|plc ltd|plcs|pub limited|pub limited co|pub lt co|pub ltd co|pubic limited company|publc limited company|publi limited company|public limitd company|public limited|public limited co|public limited company|public limited compnay|public limited corporation|public limited liability company|public limitied company|public limitted company|public limted company|public lmtd company|public lt co|public lt company|public ltd co|public ltd corporation|publicly limited company|publicly ltd company
pllc|pllc|professional limited liability company
pp|pp|pryvatne pidpryiemstvo
pr|pr|preduzetnik|пр|предузетник
ps|partnerselskab|pilnsabiedriba|profesines sajungos ir ju susivienijimai|ps
pse|pse|public sector enterprise
psu|psu|public sector undertaking
pt|perseroan terbatas|perseroan terbatas penanaman modal dalam negeri|pt
pt tbk|perseroan terbatas terbuka|pt tbk
pte ltd|pte ltd|single member private limited company
pup|прыватнае унітарнае прадпрыемства|пуп
qk|qk|qoshma korxona|қушма корхона
qmj|qmj|qoshimcha masuliyatli jamiyat|қушимча масъулиятли жамият
qsc|qapalı səhmdar cəmiyyəti|qapalı tipli səhmdar cəmiyyəti|qsc
rf|registrerad forening|reykjavikurfelag|rf
rp|rekisteroity puolue|rp
rs|rs|saatio
rt|reszvenytarsasag|rt
ry|rekisteroity yhdistys|rekisteroity yhdistys ry|ry
s p|s p|samostalni preduzetnik|samostojni podjetnik posameznik
sa|s a|sa|sarf|socieda anonima|sociedad anonima|sociedada anonima|sociedade anonima|societa anonima|societat anonima|societate anonima|societate pe actiuni|societatea pe actiuni|societateare pe actiuni|societe anonyme|societe par actions|societe par actions de regime federal|societe par actions par loi sur les societes par actions|społka akcyjna|شركة خفية الاسم
sacif|s a c i y f|sociedad anonima comercial industrial y financiera
sacifi|s a c i f i|sociedad anonima comercial industrial financiera e inmobiliaria
sacifia|s a c i f i y a|sociedad anonima comercial industrial financiera inmobiliaria y agropecuaria
sacv|s a c v|s a de c v|sa de c v|sa de cv|sadecv|soc anon de cap var|sociedad anonima de capital variable
sad|sad|sociedad anonima deportiva
saica|s a i c a|sociedades anonimas inscritas de capital abierto
saoc|saoc|societe anonyme omanaise close
saog|saog|societe anonyme omanaise generale
sapa|sapa|soc com per azioni|societa in accomandita per azioni
sapicv|s a p i de c v|sa p i de c v|sapi de c v|soc anon prom de inv de cap var|sociedad anonima promotora de inversion de capital variable
sarl|s a r l|sarl|soc a resp limitee|soc a responsab limitee|societe a responsabilite limitee|societe a responsabilite limitee sarl|شركة ذات مسووليات محدودة ش م م
sas|s a s|s par a s|sas|soc par actions simplifiee|sociedad anonima simplificada|sociedad por acciones simplificada|sociedades por acciones simplificada|societe actions simplifiee|societe par actions simplifiee
sau|s a u|sau|sociedad anonima unipersonal
sb|sb|sube
sc|comandita simple|compania comerciala si de productie societatea cu responsabilitate limitata|s c|s en c|s r c|sociedad colectiva|sociedad comanditaria simple|sociedad en comandita|societatea comerciala|አክሲዩን ማህበር
sca|comandita por acciones|s c a|societe en commandite par actions
scc|scc|societe commerciale canadienne
sce|europaische genossenschaft|europaische genossenschaft sce|europese cooperatieve vennootschap|europska zadruga societas cooperativa europaea skraceno sce|evropska druzstevni spolecnost|s c e|s coop e|sce|sociedad cooperativa europea|societa cooperativa europea|societas cooperativa europaea|societate cooperativa europeana|societe cooperative europeenne
scei|s c e i|scei|sociedad de capital e industria
scop|scop|societe cooperative de production
scpa|cia s c a|s c p a|s en c por a|scpa|sociedad civil privada|sociedad en comandita por acciones
scra|s cra|sociedad comanditaria
scs|cia s en c|s c s|scs|secs|sociedad en comandita simple|sociedade em comdandita simples|societate in comandita simpla|societe en commandite simple
sd|s ie|sabiratelno druzhestvo sd sadruzhie|sd|sd s ie|с ие|сд|събирателно дружество|събирателно дружество сд съдружие
sdn bhd|sdn bhd|sendirian berhad
se|europaische aktiengesellschaft|europaische gesellschaft|europaische gesellschaft se|europaische gesellschaft societas europaea|european public limited liability company societas europaea|europese naamloze vennootschap societas europaea|europese vennootschap societas europaea|europsko drustvo societas europaea skraceno se|evropska delniska druzba|s e|se|sociedad anonima europea|sociedad del estado|sociedade anonima europeia|societas europaea|societe europeenne societas europaea
secokg|europaische gesellschaft co kg|se co kg|societas europaea co kg
secokgaa|europaische gesellschaft co kgaa|se co kgaa|societas europaea co kgaa
sem|sem|societe deconomie mixte
sf|sameignarfelag|sf
sgr|s g r|sgr|sociedad de garantia reciproca
sha|sh a|shoqeri aksionere|shoqeri anonime
shk|sh k|shk|shoqeri komandite
shpk|sh p k|shoqeri me pergjegjesi te kufizuar|shpk
sia|s i a|sabiedriba ar ierobezotu atbildibu|sia|сиа
sicaf|sicaf|societe dinvestissement a capital fixe
sicav|s i c a v|sicav|soc invest capital variable|sociedad de inversion de capital variable|societe dinvestissement a capital variable
sll|sll|sociedad limitada laboral
slne|s l n e|slne|sociedad limitada de nueva empresa|sociedad limitada nueva empresa
smba|selskab med begrænset ansvar|smba
snc|s n c|snc|soc nom collectif|societa in nome collettivo|societate in nume colectiv|societe en nom collectif
snt|snt|садоводческое некоммерческое товарищество
soe|consorzio statale|den føderale statsejede budgetinstitution|empresa orcamental do estado federal|empresa unitaria estatal|empresa unitaria estatal de la|entita statali|entreprise unitaire detat|gosudarstvennoe unitarnoe predpriyatie|impresa unitaria statale|staatliches einheitsunternehmen|staatsinformatieagentschap|staatskonzern|state concern|state enterprise|state unitary enterprise|state unitary enterprise of the|statni jednotny podnik|statni koncern|statny unitarny podnik|unitar korxona|unitarnoe predpriyatie|unіtarnae pradpryemstva|государственного унитарного предприятия|гп|державне унітарне підприємство|державного унітарного підприємства|унитар корхона|унитарное предприятие|унітарнае прадпрыемства|уп|федеральне державне унітарне підприємство
spa|s p a|sociedad por acciones|sociedade por acoes|societa per azioni|spa
spd|спд|субъект предпринимательскои деятельности|субєкт підприємницькоі діяльності
spf|spf|stichting particulier fonds
sprl|societe privee a responsabilite limitee|societe privee a responsabilite limitee unipersonnelle|sprl
spzoo|sp z o o|sp z o o sp k|sp z ogr odp|sp z oo|sp zoo|spolka z ogr odpow|spolka z ograniczona odpowiedzialnoscia|społka z o o|społka z o o sp k|społka z ograniczona odpowiedzialnoscia|spz o o|spz oo|spzoo
srl|intreprinderea cu responsabilitate limitata|s de r l|s r l|sicietatea de raspundere limitata|soc a resp limitata|soc resp limitada|sociedad comercial de responsabilidad limitada|sociedad de responsabilidad limitada|sociedad de responsabilidad limitada o sociedad limitada|sociedad de responsaibilidad limitada|sociedad de responsalided limitada|societa a responsabilita limitata|societata cu raspundere limitata|societate cu rasponbilitate limitata|societate cu raspundere limitata|societate cu raspundre limitata|societate cu responsabilitate limiiata|societate cu responsabilitate limitata|societatea cu rasdpundere limitata|societatea cu rasponsabilitate limitata|societatea cu raspundere|societatea cu raspundere limitata|societatea cu raspundere limitate|societatea cu responsabilitate limitata|societatea cu responsabilitatea limitata|societatea cu respundere limitata|societatii cu raspunderea limitata|societete cu raspundere limitata|society with restricted liability|socitate cu responsabilitate limitata|srl
srlcv|s de r l de c v|s de rl de cv|sociedad de responsabilidad limitada de capital variable
sro|s r o|spol s r o|spol s ruc omez|spolecnost s rucenim omezenym|spolocnost s rucenim obmedzenym|sro
stg|stg|stille gesellschaft
sti|sirketi|sti
stiftung|gemeinnutzige stiftung|rechtsf stiftung|rechtsfahige stiftung|stiftung|stiftung des burgerlichen rechts|stiftung des offentlichen rechts
stiftungcokg|stiftung co kg|stiftung und co kg
stiftungcokgaa|stiftung co kgaa
suarl|societe unipersonnelle a responsabilite limitee|suarl|شركة فردية ذات مسووليات محدودة
szov|szov|szovetkezet
t mi|oiminimi|t mi
tov|tov|tovarystvo z obmezhenoiu vidpovidalnistiu|tovarystvo z obmezhenoyu vidpovidalnistyu
tu|taisuhing|tu
uab|uab|uzdaroji akcine bendrove|uzdarosios akcines bendroves
ug|ug|ug h b|ug haftungsbeschr|ug haftungsbeschrankt|unternehmerg|unternehmerges|unternehmerges haftungsbeschrankt|unternehmergesellschaft|unternehmergesellschaft haftungsbeschrankt
ugcokg|ug co kg|ug haftungsbeschrankt co kg|unternehmergesellschaft co kg|unternehmergesellschaft haftungsbeschrankt co kg
ugcoohg|ug co ohg|ug haftungsbeschrankt co ohg
ultd|international business company unlimited company authorised to issue shares|international business company unlimited company not authorised to issue shares|private unlimited company with a share capital|public unlimited company with a share capital|ultd|unlimited|unlimited company|unlimited company that is authorised to issue shares|unlimited company that is not authorised to issue shares|unlimited liability company|unlimited proprietary|unltd|you gu ben de gong zhong wu xian gong si|you gu ben de si ren wu xian gong si
uu|usaldusuhing|uu
vof|v o f|vennootschap onder een firma|vennootschap onder firma|vof
vos|verejna obchodni spolecnost|vos
vvag|v v a g|versicherungsverein a g|versicherungsverein auf gegenseitigkeit|vvag
vzw|internationale vereniging zonder winstoogmerk|ivzw|vereinigung ohne gewinnerzielungsabsicht|vereniging zonder winstoogmerk|vog|vzw
xk|xk|xususiy korxona|хусусии корхона
xt|xt|xususiy tadbirkorlik|хусусии тадбиркорлик
yk|yk
yoaj|yoaj|yopiq aksiyadorlik jamiyati|епиқ акциядорлик жамияти
yu|yu|yuhanhoesa
zao|zakritoe aktsionernoe obshchestvo|zakryte akcjonarne obschtschestwo|zakrytoe akcionernoe obshchestvo|zakrytoe aktsionernoe obshchestvo|zakrytoe aktsionernoe obshhestvo|zakrytoje akcionernoje obshchestvo|zakrytoye aktsionernoye obshchestvo|zao
zrt|zartkoruen mukodo reszvenytarsasag|zrt
zs|z s|zapsany spolek|zs
"""

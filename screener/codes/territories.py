"""ISO 3166-1 codes with the names in use on trade papers. Generated, not written.

Codes and names are from the territory data of the rigour library (MIT licence) and from the
Unicode CLDR (Unicode licence), in the languages of trade papers. The lines of the two Koreas
are written by hand: a wrong name there would stop a shipment or let one pass. "Korea" and
"Congo" alone are left out, because they leave open which of two.

One line a country: alpha-2, alpha-3, numeric code (ISO 3166-1, as UN M49), names.
"""

TERRITORIES = """\
AD|AND|020|Andorra|Principality of Andorra|Principado de Andorra|アンドラ|安道尔|安道爾|안도라|Andorre|Andora|Андорра|อันดอร์รา
AE|ARE|784|United Arab Emirates|Emirados Árabes Unidos|Emirats arabes unis|Emirats Àrabs Units|UAE|ОБЪЕДИНЕННЫЕ АРАБСКИЕ ЭМИРАТЫ|арабские эмираты|アラブ首長国連邦|阿拉伯联合酋长国|阿拉伯聯合大公國|阿拉伯聯合酋長國|아랍에미리트|Emirates|Emiratos Árabes Unidos|Émirats arabes unis|Vereinigte Arabische Emirate|Emirati Arabi Uniti|Verenigde Arabische Emiraten|Zjednoczone Emiraty Arabskie|Birleşik Arap Emirlikleri|Các Tiểu Vương quốc Ả Rập Thống nhất|Uni Emirat Arab|Emiriah Arab Bersatu|ОАЭ|Обʼєднані Арабські Емірати|สหรัฐอาหรับเอมิเรตส์
AF|AFG|004|Afghanistan|Islamic Emirate of Afghanistan|Islamic Republic of Afghanistan|جمهوری اسلامی افغانستان|د افغانستان اسلامي جمهوریت|アフガニスタン|阿富汗|아프가니스탄|Afganistán|Afeganistão|Afganistan|Афганистан|Афганістан|อัฟกานิสถาน
AG|ATG|028|Antigua and Barbuda|アンティグア・バーブーダ|安地卡及巴布達|安提瓜和巴布达|安提瓜和巴布達|앤티가 바부다|Antigua & Barbuda|Antigua y Barbuda|Antigua-et-Barbuda|Antigua und Barbuda|Antigua e Barbuda|Antígua e Barbuda|Antigua en Barbuda|Antigua i Barbuda|Antigua ve Barbuda|Antigua và Barbuda|Antigua dan Barbuda|Антигуа и Барбуда|Антигуа і Барбуда|แอนติกาและบาร์บูดา
AI|AIA|660|Anguilla|アンギラ|安圭拉|앵귈라|Anguila|Ангилья|Ангілья|安奎拉|แองกวิลลา
AL|ALB|008|Albania|Republic of Albania|アルバニア|阿尔巴尼亚|阿爾巴尼亞|알바니아|Albanie|Albanien|Albânia|Albanië|Arnavutluk|Албания|Албанія|แอลเบเนีย
AM|ARM|051|Armenia|Հայաստան|アルメニア|亚美尼亚|亞美尼亞|아르메니아|Arménie|Armenien|Armênia|Arménia|Armenië|Ermenistan|Армения|Вірменія|อาร์เมเนีย
AO|AGO|024|Angola|Republic of Angola|НАРОДНАЯ РЕСПУБЛИКА АНГОЛА|アンゴラ|安哥拉|앙골라|Ангола|แองโกลา
AQ|ATA|010|Antarctica|南极洲|南極|南極洲|남극 대륙|Antártida|Antarctique|Antarktis|Antartide|Antarktyda|Antarktika|Nam Cực|Antartika|Антарктида|Антарктика|แอนตาร์กติกา
AR|ARG|032|Argentina|Argentine Republic|アルゼンチン|阿根廷|아르헨티나|Argentine|Argentinien|Argentinië|Argentyna|Arjantin|Аргентина|อาร์เจนตินา
AS|ASM|016|American Samoa|米領サモア|美属萨摩亚|美屬薩摩亞|아메리칸 사모아|Samoa Americana|Samoa américaines|Amerikanisch-Samoa|Samoa americane|Amerikaans-Samoa|Samoa Amerykańskie|Amerikan Samoası|Samoa thuộc Mỹ|Samoa Amerika|Американское Самоа|Американське Самоа|อเมริกันซามัว
AT|AUT|040|Austria|Republic of Austria|Republik Österreich|Österreich|Österreichische Republik|オーストリア|奥地利|奧地利|오스트리아|Autriche|Áustria|Oostenrijk|Avusturya|Áo|Австрия|Австрія|ออสเตรีย
AU|AUS|036|Australia|Commonwealth of Australia|オーストラリア|澳大利亚|澳洲|오스트레일리아|Australie|Australien|Austrália|Australië|Avustralya|Австралия|Австралія|ออสเตรเลีย
AW|ABW|533|Aruba|アルバ|荷屬阿魯巴|阿魯巴|阿鲁巴|아루바|Аруба|อารูบา
AX|ALA|248|Åland Islands|ALAND ISLANDS|Åland|オーランド諸島|奥兰群岛|奧蘭群島|올란드 제도|Islas Aland|Îles Åland|Ålandinseln|Isole Åland|Ilhas Aland|Alanda|Wyspy Alandzkie|Åland Adaları|Quần đảo Åland|Kepulauan Aland|Аландские о-ва|Аландські Острови|หมู่เกาะโอลันด์
AZ|AZE|031|Azerbaijan|Republic of Azerbaijan|Azerbaycan|Azərbaycan|Азербайджан|アゼルバイジャン|亞塞拜然|阿塞拜疆|아제르바이잔|Azerbaiyán|Azerbaïdjan|Aserbaidschan|Azerbaigian|Azerbaijão|Azerbeidzjan|Azerbejdżan|亞塞拜疆|อาเซอร์ไบจาน
BA|BIH|070|Bosnia and Herzegovina|ボスニア・ヘルツェゴビナ|波士尼亞與赫塞哥維納|波斯尼亚和黑塞哥维那|波斯尼亞和黑塞哥維那|보스니아 헤르체고비나|Bosnia & Herzegovina|Bosnia y Herzegovina|Bosnie-Herzégovine|Bosnien und Herzegowina|Bosnia ed Erzegovina|Bósnia e Herzegovina|Bosnië en Herzegovina|Bośnia i Hercegowina|Bosna-Hersek|Bosnia và Herzegovina|Bosnia dan Herzegovina|Босния и Герцеговина|Боснія і Герцеговина|บอสเนียและเฮอร์เซโกวีนา
BB|BRB|052|Barbados|バルバドス|巴巴多斯|巴貝多|바베이도스|Barbade|Барбадос|บาร์เบโดส
BD|BGD|050|Bangladesh|People's Republic of Bangladesh|バングラデシュ|孟加拉|孟加拉国|방글라데시|Bangladés|Bangladesch|Bangladeche|Bangladesz|Bangladeş|Бангладеш|บังกลาเทศ
BE|BEL|056|Belgium|Kingdom of Belgium|Belgien|Belgique|ベルギー|比利时|比利時|벨기에|Bélgica|Belgio|België|Belgia|Belçika|Bỉ|Бельгия|Бельгія|เบลเยียม
BF|BFA|854|Burkina Faso|Burkina Faso nutome|ブルキナファソ|布吉納法索|布基納法索|布基纳法索|부르키나파소|Burquina Faso|Буркина-Фасо|Буркіна-Фасо|บูร์กินาฟาโซ
BG|BGR|100|Bulgaria|България|Българска|Република България|ブルガリア|保加利亚|保加利亞|불가리아|Bulgarie|Bulgarien|Bulgária|Bulgarije|Bułgaria|Bulgaristan|Болгария|Болгарія|บัลแกเรีย
BH|BHR|048|Bahrain|Kingdom of Bahrain|البحرين|مملكة البحرين|バーレーン|巴林|바레인|Baréin|Bahreïn|Bahrein|Barein|Barém|Bahrajn|Bahreyn|Бахрейн|บาห์เรน
BI|BDI|108|Burundi|ブルンジ|布隆迪|蒲隆地|부룬디|Бурунди|Бурунді|บุรุนดี
BJ|BEN|204|Benin|ベナン|貝南|貝寧|贝宁|베냉|Benín|Bénin|Benim|Бенин|Бенін|เบนิน
BL|BLM|652|Saint Barthélemy|ST. BARTHELEMY|サン・バルテルミー島|圣巴泰勒米|聖巴泰勒米|聖巴瑟米|생바르텔레미|St. Barthélemy|San Bartolomé|Saint-Barthélemy|São Bartolomeu|Saint Barthelemy|Сен-Бартелеми|Сен-Бартелемі|サン・バルテルミー|เซนต์บาร์เธเลมี
BM|BMU|060|Bermuda|バミューダ|百慕大|百慕達|버뮤다|Bermudas|Bermudes|Bermudy|Бермудские о-ва|Бермудські Острови|เบอร์มิวดา
BN|BRN|096|Brunei|Brunei Darussalam|ブルネイ|文莱|汶萊|브루나이|Brunéi|Бруней|บรูไน
BO|BOL|068|Bolivia|Plurinational State of Bolivia|Боливия|ボリビア|玻利維亞|玻利维亚|볼리비아|Bolivie|Bolivien|Bolívia|Boliwia|Bolivya|Болівія|โบลิเวีย
BQ|BES|535|Bonaire, Sint Eustatius and Saba|オランダ領カリブ|荷兰加勒比区|荷蘭加勒比區|네덜란드령 카리브|Caribbean Netherlands|Caribe neerlandés|Pays-Bas caribéens|Karibische Niederlande|Caraibi olandesi|Países Baixos Caribenhos|Caribisch Nederland|Niderlandy Karaibskie|Karayip Hollandası|Ca-ri-bê Hà Lan|Belanda Karibia|Belanda Caribbean|Бонэйр, Синт-Эстатиус и Саба|Карибські Нідерланди|荷属加勒比区|เนเธอร์แลนด์แคริบเบียน
BR|BRA|076|Brazil|ブラジル|巴西|브라질|Brasil|Brésil|Brasilien|Brasile|Brazilië|Brazylia|Brezilya|Бразилия|Бразилія|บราซิล
BS|BHS|044|Bahamas|Commonwealth of The Bahamas|バハマ|巴哈馬|巴哈马|바하마|Baamas|Bahama’s|Bahamy|Bahamalar|Bahama|Багамы|Багамські Острови|บาฮามาส
BT|BTN|064|Bhutan|ブータン|不丹|부탄|Bután|Bhoutan|Butão|Butan|Бутан|ภูฏาน
BV|BVT|074|Bouvet Island|ブーベ島|布威島|布维岛|鮑威特島|부베섬|Isla Bouvet|Île Bouvet|Bouvetinsel|Isola Bouvet|Ilha Bouvet|Bouveteiland|Wyspa Bouveta|Bouvet Adası|Đảo Bouvet|Pulau Bouvet|о-в Буве|Острів Буве|布韦岛|เกาะบูเว
BW|BWA|072|Botswana|Republic of Botswana|ボツワナ|博茨瓦納|博茨瓦纳|波札那|보츠와나|Botsuana|Botsvana|Ботсвана|บอตสวานา
BY|BLR|112|Belarus|Republic of Belarus|Беларусь|Республика Беларусь|ベラルーシ|白俄罗斯|白俄羅斯|벨라루스|Bielorrusia|Biélorussie|Bielorussia|Bielorrússia|Białoruś|Білорусь|เบลารุส
BZ|BLZ|084|Belize|ベリーズ|伯利兹|伯利茲|貝里斯|벨리즈|Belice|Белиз|Беліз|เบลีซ
CA|CAN|124|Canada|カナダ|加拿大|캐나다|Canadá|Kanada|Канада|แคนาดา
CC|CCK|166|Cocos (Keeling) Islands|Cocos Islands|Keeling Islands|ココス(キーリング)諸島|可可斯群島|科科斯（基林）群岛|科科斯（基林）群島|코코스 제도|Islas Cocos|Îles Cocos|Kokosinseln|Isole Cocos (Keeling)|Ilhas Cocos (Keeling)|Ilhas dos Cocos (Keeling)|Cocoseilanden|Wyspy Kokosowe|Cocos (Keeling) Adaları|Quần đảo Cocos (Keeling)|Kepulauan Cocos (Keeling)|Кокосовые о-ва|Кокосові (Кілінг) Острови|科克斯（基靈）群島|科科斯 (基林) 群島|หมู่เกาะโคโคส (คีลิง)
CD|COD|180|DR Congo|Democratic Republic of the Congo|DRC|コンゴ民主共和国|コンゴ民主共和国(キンシャサ)|刚果（金）|剛果 - 金夏沙|剛果（金夏沙）|콩고 -킨샤사|Congo DR|Congo Kinshasa|Congo Dem Rep|Congo - Kinshasa|República Democrática del Congo|Congo-Kinshasa|Kongo-Kinshasa|Demokratyczna Republika Konga|Kongo - Kinşasa|Kongo - Kinshasa|Конго - Киншаса|Конго – Кіншаса|콩고-킨샤사|คองโก - กินชาซา
CF|CAF|140|Central African Republic|CAR|CENTRAFRIQUE|中央アフリカ共和国|中非共和国|中非共和國|중앙 아프리카 공화국|República Centroafricana|République centrafricaine|Zentralafrikanische Republik|Repubblica Centrafricana|República Centro-Africana|Centraal-Afrikaanse Republiek|Republika Środkowoafrykańska|Orta Afrika Cumhuriyeti|Cộng hòa Trung Phi|Republik Afrika Tengah|Центрально-Африканская Республика|Центральноафриканська Республіка|สาธารณรัฐแอฟริกากลาง
CG|COG|178|Congo-Brazzaville|The Republic of the Congo|コンゴ共和国|コンゴ共和国(ブラザビル)|刚果（布）|剛果 - 布拉薩|剛果（布拉薩）|Congo Republic|Congo Brazzaville|Republic of the Congo|Congo - Brazzaville|Kongo-Brazzaville|República do Congo|Kongo - Brazavil|Kongo - Brazzaville|Конго - Браззавиль|Конго – Браззавіль|콩고-브라자빌|คองโก - บราซซาวิล
CH|CHE|756|Switzerland|Swiss Confederation|Confederation Suisse|Confederazione Svizzera|Schweiz|Suisse|Svizzera|スイス|瑞士|스위스|Suiza|Suíça|Zwitserland|Szwajcaria|İsviçre|Thụy Sĩ|Swiss|Швейцария|Швейцарія|สวิตเซอร์แลนด์
CI|CIV|384|Côte d'Ivoire|COTE D'IVOIRE (IVORY COAST)|Ivory Coast|Республика Кот-д`Ивуар|コートジボワール|科特迪瓦|象牙海岸|코트디부아르|Cote d Ivoire|Côte d’Ivoire|Costa d’Avorio|Costa do Marfim|Côte d’Ivoire (Costa do Marfim)|Ivoorkust|Cote d’Ivoire|Кот-д’Ивуар|Кот-дʼІвуар|โกตดิวัวร์
CK|COK|184|Cook Islands|クック諸島|库克群岛|庫克群島|쿡 제도|Islas Cook|Îles Cook|Cookinseln|Isole Cook|Ilhas Cook|Cookeilanden|Wyspy Cooka|Cook Adaları|Quần đảo Cook|Kepulauan Cook|о-ва Кука|Острови Кука|หมู่เกาะคุก
CL|CHL|152|Chile|Republic of Chile|República de Chile|チリ|智利|칠레|Chili|Cile|Şili|Чили|Чилі|ชิลี
CM|CMR|120|Cameroon|Republic of Cameroon|Cameroun|Camerún|Kamerun|カメルーン|喀麥隆|喀麦隆|카메룬|Camerun|Camarões|Kameroen|Камерун|แคเมอรูน
CN|CHN|156|China|People's Republic of China|P R China|Peoples Republic of China|Zhongguo|Zhonghua Renmin Gongheguo|中华人民共和国|中国|中華人民共和国|中華人民共和國|중국|Mainland China|China Mainland|PR China|PRC|China PRC|China P.R.|People's Rep. of China|P.R.O. China|Peoples R China|China, People's Rep.|中国大陆|中國大陸|中国内地|大陆|중화인민공화국|Chine|Cina|Chiny|Çin|Trung Quốc|Tiongkok|Китай|中國|จีน
CO|COL|170|Colombia|Republic of Colombia|Kolombia|República de Colombia|コロンビア|哥伦比亚|哥倫比亞|콜롬비아|Colombie|Kolumbien|Colômbia|Kolumbia|Kolombiya|Колумбия|Колумбія|โคลอมเบีย
CR|CRI|188|Costa Rica|コスタリカ|哥斯大黎加|哥斯达黎加|哥斯達黎加|코스타리카|Kostaryka|Kosta Rika|Коста-Рика|คอสตาริกา
CU|CUB|192|Cuba|Republic of Cuba|Kúba|República de Cuba|Куба|キューバ|古巴|쿠바|Kuba|Küba|คิวบา
CV|CPV|132|Cape Verde|Republic of Cabo Verde|Cabo Verde|Republic of Cape Verde|República de Cabo Verde|カーボベルデ|佛得角|維德角|카보베르데|Cap-Vert|Capo Verde|Kaapverdië|Republika Zielonego Przylądka|Tanjung Verde|Кабо-Верде|เคปเวิร์ด
CW|CUW|531|Curaçao|Curacao|キュラソー|库拉索|庫拉索|퀴라소|Curazao|Curaçau|Кюрасао|คูราเซา
CX|CXR|162|Christmas Island|クリスマス島|圣诞岛|聖誕島|크리스마스섬|Isla de Navidad|Île Christmas|Weihnachtsinsel|Isola Christmas|Ilha Christmas|Ilha do Natal|Christmaseiland|Wyspa Bożego Narodzenia|Christmas Adası|Đảo Giáng Sinh|Pulau Natal|Pulau Krismas|о-в Рождества|Острів Різдва|เกาะคริสต์มาส
CY|CYP|196|Cyprus|Cypriot Republic|Kıbrıs Cumhuriyeti|Republic of Cyprus|Кипр|РЕСПУБЛИКА КИПР|キプロス|塞浦路斯|賽普勒斯|키프로스|Chipre|Chypre|Zypern|Cipro|Cypr|Kıbrıs|Síp|Siprus|Кіпр|ไซปรัส
CZ|CZE|203|Czechia|Czech Republic|Česko|Česká republika|Чехия|チェコ共和国|捷克共和国|捷克共和國|체코|Chequia|Tchéquie|Tschechien|Cechia|Tchéquia|Chéquia|Tsjechië|Czechy|Çekya|Séc|Ceko|Чехія|チェコ|捷克|เช็ก
DE|DEU|276|Germany|Federal Republic of Germany|Bundesrepublik Deutschland|Deutschland|ドイツ|德国|德國|독일|Alemania|Germany FR|Allemagne|Germania|Alemanha|Duitsland|Niemcy|Almanya|Đức|Jerman|Германия|Німеччина|เยอรมนี
DJ|DJI|262|Djibouti|Republic of Djibouti|République de Djibouti|ジブチ|吉布地|吉布提|지부티|Yibuti|Dschibuti|Gibuti|Djibuti|Jibuti|Dżibuti|Cibuti|Джибути|Джибуті|จิบูตี
DK|DNK|208|Denmark|Kingdom of Denmark|Danemark|Danmark|Denemarken|デンマーク|丹麥|丹麦|덴마크|Dinamarca|Dänemark|Danimarca|Dania|Danimarka|Đan Mạch|Дания|Данія|เดนมาร์ก
DM|DMA|212|Dominica|Commonwealth of Dominica|ドミニカ国|多米尼克|도미니카|Dominique|Domínica|Dominika|Доминика|Домініка|โดมินิกา
DO|DOM|214|Dominican Republic|ドミニカ共和国|多明尼加共和國|多米尼加共和国|多米尼加共和國|도미니카 공화국|República Dominicana|République dominicaine|Dominikanische Republik|Repubblica Dominicana|Dominicaanse Republiek|Dominikana|Dominik Cumhuriyeti|Cộng hòa Dominica|Republik Dominika|Republik Dominica|Доминиканская Республика|Домініканська Республіка|สาธารณรัฐโดมินิกัน
DZ|DZA|012|Algeria|People's Democratic Republic of Algeria|Algérie|Dzayer|Dzayeri|Dzayeriya|الجزائر|アルジェリア|阿尔及利亚|阿爾及利亞|알제리|Argelia|Algerien|Argélia|Algerije|Algieria|Cezayir|Aljazair|Алжир|แอลจีเรีย
EC|ECU|218|Ecuador|Republic of Ecuador|República del Ecuador|エクアドル|厄瓜多|厄瓜多尔|厄瓜多爾|에콰도르|Équateur|Equador|Ekwador|Ekvador|Ekuador|Эквадор|Еквадор|เอกวาดอร์
EE|EST|233|Estonia|Republic of Estonia|Eesti|Eesti Vabariik|Estland|Estonian|Estonie|エストニア|愛沙尼亞|爱沙尼亚|에스토니아|Estônia|Estónia|Estonya|Эстония|Естонія|เอสโตเนีย
EG|EGY|818|Egypt|Arab Republic of Egypt|Misr|Misr al-‘Arabia|Misr al-‘Arabiyah|Misr al-‘Arabiyya|Misr al-‘Arabīya|Misr al-‘Arabīyah|جمهورية مصر|جمهورية مصر العربية|エジプト|埃及|이집트|Egipto|Égypte|Ägypten|Egitto|Egito|Egypte|Egipt|Mısır|Ai Cập|Mesir|Египет|Єгипет|อียิปต์
EH|ESH|732|Western Sahara|Sahrawi Arab Democratic Republic|西サハラ|西撒哈拉|서사하라|Sáhara Occidental|Sahara occidental|Westsahara|Sahara occidentale|Saara Ocidental|Sara Ocidental|Westelijke Sahara|Sahara Zachodnia|Batı Sahra|Tây Sahara|Sahara Barat|Западная Сахара|Західна Сахара|ซาฮาราตะวันตก
ER|ERI|232|Eritrea|エリトリア|エリトリア国|厄利垂亞|厄立特里亚|厄立特里亞|에리트리아|Érythrée|Eritreia|Erytrea|Eritre|Эритрея|Еритрея|เอริเทรีย
ES|ESP|724|Spain|スペイン|西班牙|스페인|España|Espagne|Spanien|Spagna|Espanha|Spanje|Hiszpania|İspanya|Tây Ban Nha|Spanyol|Sepanyol|Испания|Іспанія|สเปน
ET|ETH|231|Ethiopia|エチオピア|埃塞俄比亚|埃塞俄比亞|衣索比亞|에티오피아|Etiopía|Éthiopie|Äthiopien|Etiopia|Etiópia|Ethiopië|Etiyopya|Эфиопия|Ефіопія|เอธิโอเปีย
FI|FIN|246|Finland|Republic of Finland|Finlande|Finlandia|Finnland|Suomen tasavalta|Suomi|Финляндия|Финска|フィンランド|芬兰|芬蘭|핀란드|Finlândia|Finlandiya|Phần Lan|Фінляндія|ฟินแลนด์
FJ|FJI|242|Fiji|Republic of Fiji|Республика Фиджи|フィジー|斐济|斐濟|피지|Fiyi|Fidji|Fidschi|Figi|Fidżi|Фиджи|Фіджі|ฟิจิ
FK|FLK|238|Falkland Islands|Falkland Islands [Malvinas]|Islas Malvinas|フォークランド諸島|福克兰群岛|福克蘭群島|포클랜드 제도|Îles Malouines|Falklandinseln|Isole Falkland|Ilhas Malvinas|Ilhas Falkland|Falklandeilanden|Falklandy|Falkland Adaları|Quần đảo Falkland|Kepulauan Falkland|Фолклендские о-ва|Фолклендські Острови|หมู่เกาะฟอล์กแลนด์
FM|FSM|583|Micronesia|Federated States of Micronesia|ミクロネシア連邦|密克罗尼西亚|密克羅尼西亞群島|미크로네시아|Micronésie|Mikronesien|Micronésia|Mikronezja|Mikronezya|Mikronesia|Федеративные Штаты Микронезии|Мікронезія|密克羅尼西亞|ไมโครนีเซีย
FO|FRO|234|Faroe Islands|フェロー諸島|法罗群岛|法羅群島|페로 제도|Islas Feroe|Îles Féroé|Färöer|Isole Fær Øer|Ilhas Faroé|Faeröer|Wyspy Owcze|Faroe Adaları|Quần đảo Faroe|Kepulauan Faroe|Фарерские о-ва|Фарерські Острови|หมู่เกาะแฟโร
FR|FRA|250|France|French Republic|République française|フランス|法国|法國|프랑스|Francia|Frankreich|França|Frankrijk|Francja|Fransa|Pháp|Prancis|Perancis|Франция|Франція|ฝรั่งเศส
GA|GAB|266|Gabon|Gabonese Republic|Gabonais|Gabonese|République gabonaise|ガボン|加彭|加蓬|가봉|Gabón|Gabun|Gabão|Габон|กาบอง
GB|GBR|826|United Kingdom|United Kingdom of Great Britain and Northern Ireland|UK|great britain|Великобритания|великобританія|великобританії|イギリス|英国|英國|영국|England|Scotland|Wales|Northern Ireland|Gran Bretaña|Reino Unido|Royaume-Uni|Vereinigtes Königreich|Regno Unito|Verenigd Koninkrijk|Wielka Brytania|Birleşik Krallık|Vương quốc Anh|Inggris Raya|Велика Британія|สหราชอาณาจักร
GD|GRD|308|Grenada|グレナダ|格林納達|格林纳达|格瑞那達|그레나다|Granada|Grenade|Гренада|เกรเนดา
GE|GEO|268|Georgia|Gruzia|Sakartvelo|საქართველო|グルジア|ジョージア|喬治亞共和國|格魯吉亞|格鲁吉亚|조지아|Géorgie|Georgien|Geórgia|Georgië|Gruzja|Gürcistan|Грузия|Грузія|喬治亞|จอร์เจีย
GF|GUF|254|French Guiana|仏領ギアナ|法属圭亚那|法屬圭亞那|프랑스령 기아나|Guayana Francesa|Guyane française|Französisch-Guayana|Guyana Francese|Guiana Francesa|Frans-Guyana|Gujana Francuska|Fransız Guyanası|Guiana thuộc Pháp|Guyana Prancis|Guiana Perancis|Французская Гвиана|Французька Гвіана|เฟรนช์เกียนา
GG|GGY|831|Guernsey|Bailiwick of Guernsey|ガーンジー|根西岛|根西島|건지|Guernesey|Гернси|Гернсі|根息|เกิร์นซีย์
GH|GHA|288|Ghana|ガーナ|加納|加纳|迦納|가나|Gana|Гана|กานา
GI|GIB|292|Gibraltar|British Overseas Territory of Gibraltar|Territory of Gibraltar|ジブラルタル|直布罗陀|直布羅陀|지브롤터|Gibilterra|Cebelitarık|Гибралтар|Гібралтар|ยิบรอลตาร์
GL|GRL|304|Greenland|Kalaallit Nunaat|グリーンランド|格陵兰|格陵蘭|그린란드|Groenlandia|Groenland|Grönland|Groenlândia|Gronelândia|Grenlandia|Гренландия|Гренландія|กรีนแลนด์
GM|GMB|270|Gambia|ガンビア|冈比亚|岡比亞|甘比亞|감비아|Gambie|Gâmbia|Gambiya|Гамбия|Гамбія|แกมเบีย
GN|GIN|324|Guinea|ギニア|几内亚|幾內亞|기니|Guinée|Guiné|Guinee|Gwinea|Gine|Гвинея|Гвінея|กินี
GP|GLP|312|Guadeloupe|グアドループ|瓜地洛普|瓜德罗普|과들루프|Guadalupe|Guadalupa|Gwadelupa|Гваделупа|กวาเดอลูป
GQ|GNQ|226|Equatorial Guinea|赤道ギニア|赤道几内亚|赤道幾內亞|적도 기니|Guinea Ecuatorial|Guinée équatoriale|Äquatorialguinea|Guinea Equatoriale|Guiné Equatorial|Equatoriaal-Guinea|Gwinea Równikowa|Ekvator Ginesi|Guinea Xích Đạo|Guinea Ekuatorial|Guinea Khatulistiwa|Экваториальная Гвинея|Екваторіальна Гвінея|อิเควทอเรียลกินี
GR|GRC|300|Greece|ギリシャ|希腊|希臘|그리스|EL|Hellas|Grecia|Grèce|Griechenland|Grécia|Griekenland|Grecja|Yunanistan|Hy Lạp|Yunani|Греция|Греція|กรีซ
GS|SGS|239|South Georgia and the South Sandwich Islands|南ジョージア島・南サンドイッチ諸島|南乔治亚岛和南桑威齐群岛|南佐治亞島與南桑威奇群島|南喬治亞與南三明治群島|사우스조지아 사우스샌드위치 제도|South Georgia & South Sandwich Islands|Islas Georgia del Sur y Sandwich del Sur|Géorgie du Sud-et-les Îles Sandwich du Sud|Südgeorgien und die Südlichen Sandwichinseln|Georgia del Sud e Sandwich Australi|Ilhas Geórgia do Sul e Sandwich do Sul|Zuid-Georgia en Zuidelijke Sandwicheilanden|Georgia Południowa i Sandwich Południowy|Güney Georgia ve Güney Sandwich Adaları|Nam Georgia & Quần đảo Nam Sandwich|Georgia Selatan & Kep. Sandwich Selatan|Kepulauan Georgia Selatan & Sandwich Selatan|Южная Георгия и Южные Сандвичевы о-ва|Південна Джорджія та Південні Сандвічеві Острови|サウスジョージア・サウスサンドウィッチ諸島|南乔治亚和南桑威奇群岛|เกาะเซาท์จอร์เจียและหมู่เกาะเซาท์แซนด์วิช
GT|GTM|320|Guatemala|グアテマラ|危地馬拉|危地马拉|瓜地馬拉|과테말라|Gwatemala|Гватемала|กัวเตมาลา
GU|GUM|316|Guam|グアム|关岛|關島|괌|Guame|Гуам|กวม
GW|GNB|624|Guinea-Bissau|ギニアビサウ|几内亚比绍|幾內亞比索|幾內亞比紹|기니비사우|Guinea-Bisáu|Guinée-Bissau|Guiné-Bissau|Guinee-Bissau|Gwinea Bissau|Gine-Bissau|Guinea Bissau|Гвинея-Бисау|Гвінея-Бісау|กินี-บิสเซา
GY|GUY|328|Guyana|ガイアナ|圭亚那|圭亞那|蓋亞那|가이아나|Guiana|Gujana|Гайана|Гаяна|กายอานา
HK|HKG|344|Hong Kong SAR|Hong Kong Special Administrative Region|HK SAR|Hong Kong|Hongkong|хонг конг|香港|香港特别行政区|中国香港特别行政区|中華人民共和国香港特別行政区|中華人民共和國香港特別行政區|홍콩(중국 특별행정구)|Hong Kong China|China Hong Kong|Hong Kong SAR China|Hong Kong Special Administrative Region of China|HKSAR|中国香港|中國香港|홍콩|RAE de Hong Kong (China)|R.A.S. chinoise de Hong Kong|Sonderverwaltungsregion Hongkong|RAS di Hong Kong|Hong Kong, RAE da China|Hongkong SAR van China|SRA Hongkong (Chiny)|Çin Hong Kong ÖİB|Đặc khu Hành chính Hồng Kông, Trung Quốc|Hong Kong DAK Tiongkok|Гонконг (САР)|Гонконг, ОАР Китаю|中國香港特別行政區|เขตปกครองพิเศษฮ่องกงแห่งสาธารณรัฐประชาชนจีน
HM|HMD|334|Heard and McDonald Islands|Heard Island and McDonald Islands (Australia)|ハード島・マクドナルド諸島|赫德岛和麦克唐纳群岛|赫德島和麥克唐納群島|허드 맥도널드 제도|Heard & McDonald Islands|Islas Heard y McDonald|Îles Heard-et-MacDonald|Heard und McDonaldinseln|Isole Heard e McDonald|Ilhas Heard e McDonald|Heard en McDonaldeilanden|Wyspy Heard i McDonalda|Heard Adası ve McDonald Adaları|Quần đảo Heard và McDonald|Pulau Heard dan Kepulauan McDonald|Kepulauan Heard & McDonald|о-ва Херд и Макдональд|Острови Герд і Макдоналд|赫德島及麥唐納群島|เกาะเฮิร์ดและหมู่เกาะแมกดอนัลด์
HN|HND|340|Honduras|ホンジュラス|宏都拉斯|洪都拉斯|온두라스|Гондурас|ฮอนดูรัส
HR|HRV|191|Croatia|Republic of Croatia|Hrvatska|Republika Hrvatska|Хорватия|Хрватска|クロアチア|克罗地亚|克羅地亞|克羅埃西亞|크로아티아|Croacia|Croatie|Kroatien|Croazia|Croácia|Kroatië|Chorwacja|Hırvatistan|Kroasia|Хорватія|โครเอเชีย
HT|HTI|332|Haiti|Republic of Haiti|Hayti|Repiblik Ayiti|République d'Haïti|РЕСПУБЛИКА ГАИТИ|ハイチ|海地|아이티|Haití|Haïti|Гаити|Гаїті|เฮติ
HU|HUN|348|Hungary|Magyar|Magyarország|Ungarn|ハンガリー|匈牙利|헝가리|Hungría|Hongrie|Ungheria|Hungria|Hongarije|Węgry|Macaristan|Hungaria|Венгрия|Угорщина|ฮังการี
ID|IDN|360|Indonesia|Republic of Indonesia|Republik Indonesia|インドネシア|印尼|印度尼西亚|인도네시아|Indonésie|Indonesien|Indonésia|Indonesië|Indonezja|Endonezya|Индонезия|Індонезія|อินโดนีเซีย
IE|IRL|372|Ireland|Republic of Ireland|Éire|アイルランド|愛爾蘭|爱尔兰|아일랜드|Irlanda|Irlande|Irland|Ierland|Irlandia|İrlanda|Ирландия|Ірландія|ไอร์แลนด์
IL|ISR|376|Israel|State of Israel|Emetab Israel|ISRAÉLIENNE|Iosrael|Israelite|Israël|Yisra'el|Yisraeli|イスラエル|以色列|이스라엘|Israele|Izrael|İsrail|Израиль|Ізраїль|อิสราเอล
IM|IMN|833|Isle of Man|Mann|マン島|曼岛|曼島|馬恩島|맨 섬|Isla de Man|Île de Man|Isola di Man|Ilha de Man|Wyspa Man|Man Adası|Đảo Man|Pulau Man|о-в Мэн|Острів Мен|맨섬|马恩岛|เกาะแมน
IN|IND|356|India|Republic of India|Bharat|Bhārat Gaṇarājya|Hindustan|Hindustān|भारत|भारत गणराज्य|インド|印度|인도|Inde|Indien|Índia|Indie|Hindistan|Ấn Độ|Индия|Індія|อินเดีย
IO|IOT|086|British Indian Ocean Territory|BIOT|英属印度洋领地|英屬印度洋領土|英屬印度洋領地|英領インド洋地域|영국령 인도양 식민지|Territorio Británico del Océano Índico|Territoire britannique de l’océan Indien|Britisches Territorium im Indischen Ozean|Territorio britannico dell’Oceano Indiano|Território Britânico do Oceano Índico|Brits Indische Oceaanterritorium|Brytyjskie Terytorium Oceanu Indyjskiego|Britanya Hint Okyanusu Toprakları|Lãnh thổ Ấn Độ Dương thuộc Anh|Wilayah Inggris di Samudra Hindia|Wilayah Lautan Hindi British|Британская территория в Индийском океане|Британська територія в Індійському Океані|บริติชอินเดียนโอเชียนเทร์ริทอรี
IQ|IRQ|368|Iraq|Republic of Iraq|Al-Irāq|Al-Jumhūrīyah al-‘Irāqīyah|Irak|Iraki|Irāk|Иракская Республика|جمهورية العراق|イラク|伊拉克|이라크|Iraque|Ирак|Ірак|อิรัก
IR|IRN|364|Iran|Islamic Republic of Iran|Al-Irān|Al-Jumhūrīyah al-‘Islāmīyah al-Irániyah|Iran, Islamic Republic of|Jomhuri-ye Eslāmi-ye Irān|исламистская республика иран|إيران|جمهوری اسلامی ایران|イラン|伊朗|이란|Irán|Irã|Irão|İran|Иран|Іран|อิหร่าน
IS|ISL|352|Iceland|Island|Lýðveldið Ísland|Republic of Iceland|Ísland|アイスランド|冰岛|冰島|아이슬란드|Islandia|Islande|Islanda|Islândia|IJsland|İzlanda|Исландия|Ісландія|ไอซ์แลนด์
IT|ITA|380|Italy|Republic of Italy|Italia|Italian Republic|Itàlia|Repubblica Italiana|イタリア|意大利|義大利|이탈리아|Italie|Italien|Itália|Italië|Włochy|İtalya|Itali|Италия|Італія|อิตาลี
JE|JEY|832|Jersey|Bailiwick of Jersey|Jèrriais|ジャージー|泽西岛|澤西島|저지|Джерси|Джерсі|เจอร์ซีย์
JM|JAM|388|Jamaica|Jamaica Island|Jamaika|Jamayka|Jamaïque|Jameyka|Jamiaca|Jamiaca Island|ジャマイカ|牙买加|牙買加|자메이카|Giamaica|Jamajka|Ямайка|จาเมกา
JO|JOR|400|Jordan|Hashemite Kingdom of Jordan|Jordania|Jordanië|Jordánia|Jordánie|Reino Hachemita de Jordania|Royaume hachémite de Jordanie|Јорданија|الأردن|المملكة الأردنية الهاشمية|ヨルダン|約旦|约旦|요르단|Jordanie|Jordanien|Giordania|Jordânia|Ürdün|Yordania|Иордания|Йорданія|จอร์แดน
JP|JPN|392|Japan|Nihon|Nihon-koku|Nippon|Nippon-koku|Жапония|日本|日本国|일본|Japón|Japon|Giappone|Japão|Japonia|Japonya|Nhật Bản|Jepang|Jepun|Япония|Японія|ญี่ปุ่น
KE|KEN|404|Kenya|Republic of Kenya|Jamhuri ya Kenia|Jamhuri ya Keniya|Jamhuri ya Kenya|Jamhuri ya Kénia|Jamhuri ya Kénya|ケニア|肯亞|肯尼亚|肯雅|케냐|Kenia|Quênia|Quénia|Кения|Кенія|肯尼亞|เคนยา
KG|KGZ|417|Kyrgyzstan|Kyrgyz Republic|Qırğız Respublikasy|Qırğız Respublikası|Кыргыз Республикасы|Кыргызстан|キルギス|吉尔吉斯斯坦|吉爾吉斯|키르기스스탄|Kirguistán|Kirghizstan|Kirgisistan|Kirghizistan|Quirguistão|Kirgizië|Kirgistan|Kırgızistan|Kirgizstan|Киргизия|Киргизстан|คีร์กีซสถาน
KH|KHM|116|Cambodia|Kingdom of Cambodia|Kâmpŭchéa|Preah Reachanachak Kampuchea|Preah Réachéanachâk Kâmpuchéa|Preah Réachéanachâk Kâmpŭchéa|カンボジア|柬埔寨|캄보디아|Kampuchea|Camboya|Cambodge|Kambodscha|Cambogia|Camboja|Cambodja|Kambodża|Kamboçya|Campuchia|Kamboja|Kemboja|Камбоджа|กัมพูชา
KI|KIR|296|Kiribati|キリバス|吉里巴斯|基里巴斯|키리바시|Quiribati|Quiribáti|Кирибати|Кірибаті|คิริบาส
KM|COM|174|Comoros|コモロ|科摩罗|科摩羅|葛摩|코모로|Comoras|Comores|Komoren|Comore|Comoren|Komory|Komorlar|Komoro|Коморы|Комори|คอโมโรส
KN|KNA|659|Saint Kitts and Nevis|Federation of Saint Christopher and Nevis|Saint Kitts-Nevis|Федерация Сент-Китс и Невис|セントクリストファー・ネイビス|圣基茨和尼维斯|聖克里斯多福及尼維斯|聖基茨和尼維斯|세인트키츠 네비스|St. Kitts & Nevis|San Cristóbal y Nieves|Saint-Christophe-et-Niévès|St. Kitts und Nevis|Saint Kitts e Nevis|São Cristóvão e Névis|São Cristóvão e Neves|Saint Kitts en Nevis|Saint Kitts i Nevis|Saint Kitts ve Nevis|St. Kitts và Nevis|Saint Kitts dan Nevis|Сент-Китс и Невис|Сент-Кітс і Невіс|セントクリストファー・ネーヴィス|เซนต์คิตส์และเนวิส
KP|PRK|408|North Korea|Korea North|N. Korea|DPRK|D.P.R.K.|DPR Korea|Korea DPR|Korea D.P.R.|DPR of Korea|Korea DPR of|Korea DPRK|North Korea DPRK|DPRK North Korea|Democratic People's Republic of Korea|Democratic Peoples Republic of Korea|Democratic People's Rep. of Korea|Korea Dem. People's Rep.|Korea Dem. People's Rep. of|Korea Dem Peoples Republic|Korea Dem. People's Republic of|Korea Democratic People's Republic|Korea Dem. Rep.|Korea Democratic Republic of|Democratic People's Republic of Korea DPRK|朝鲜|朝鮮|北朝鲜|北朝鮮|北韩|北韓|朝鲜民主主义人民共和国|朝鮮民主主義人民共和國|朝鮮民主主義人民共和国|朝鲜人民民主共和国|북한|북조선|조선민주주의인민공화국|조선인민공화국|Corea del Norte|Corea del Nord|Corée du Nord|République populaire démocratique de Corée|República Popular Democrática de Corea|Coreia do Norte|Nordkorea|Korea Nord|Noord-Korea|Bắc Triều Tiên|Triều Tiên|CHDCND Triều Tiên|КНДР|Северная Корея|Корейская Народно-Демократическая Республика|Korea Utara|Kuzey Kore|Korea Północna|เกาหลีเหนือ
KR|KOR|410|South Korea|Korea South|S. Korea|ROK|R.O.K.|Republic of Korea|Korea Republic of|Korea Rep.|Korea Rep. of|Rep. of Korea|Rep. Korea|Korea ROK|South Korea ROK|Republic of Korea South Korea|Republic of Korea ROK|韩国|韓國|韓国|南韩|南韓|大韩民国|大韓民國|大韓民国|南朝鲜|南朝鮮|한국|대한민국|남한|남조선|Corea del Sur|República de Corea|Corea del Sud|Corée du Sud|République de Corée|Coreia do Sul|República da Coreia|Südkorea|Korea Süd|Republik Korea|Zuid-Korea|Hàn Quốc|Đại Hàn Dân Quốc|Южная Корея|Республика Корея|Korea Selatan|Güney Kore|Korea Południowa|เกาหลีใต้
KW|KWT|414|Kuwait|クウェイト|クウェート|科威特|쿠웨이트|Koweït|Koweit|Koeweit|Kuwejt|Kuveyt|Кувейт|คูเวต
KY|CYM|136|Cayman Islands|Cayman|ケイマン諸島|开曼群岛|開曼群島|케이맨 제도|Islas Caimán|Îles Caïmans|Kaimaninseln|Isole Cayman|Ilhas Cayman|Ilhas Caimão|Kaaimaneilanden|Kajmany|Cayman Adaları|Quần đảo Cayman|Kepulauan Cayman|о-ва Кайман|Кайманові Острови|หมู่เกาะเคย์แมน
KZ|KAZ|398|Kazakhstan|Republic of Kazakhstan|Qazaqstan|Qazaqstan Respublikasy|Казакстан|Республика Казахстан|Қазақстан|Қазақстан Республикасы|カザフスタン|哈萨克斯坦|哈薩克|카자흐스탄|Kazajistán|Kasachstan|Kazakistan|Cazaquistão|Kazachstan|Казахстан|คาซัคสถาน
LA|LAO|418|Laos|Lao People's Democratic Republic|ラオス|寮國|老挝|老撾|라오스|Lao PDR|Lào|Лаос|ลาว
LB|LBN|422|Lebanon|Republic of Lebanon|لبنان|レバノン|黎巴嫩|레바논|Líbano|Liban|Libanon|Libano|Lübnan|Li-băng|Lubnan|Ливан|Ліван|เลบานอน
LC|LCA|662|Saint Lucia|セントルシア|圣卢西亚|聖盧西亞|聖露西亞|세인트루시아|St. Lucia|Santa Lucía|Sainte-Lucie|Santa Lúcia|Сент-Люсия|Сент-Люсія|เซนต์ลูเซีย
LI|LIE|438|Liechtenstein|リヒテンシュタイン|列支敦士登|列支敦斯登|리히텐슈타인|Listenstaine|Лихтенштейн|Ліхтенштейн|ลิกเตนสไตน์
LK|LKA|144|Sri Lanka|Democratic Socialist Republic of Sri Lanka|CEYLON (SRI LANKA)|Ceylon|スリランカ|斯里兰卡|斯里蘭卡|스리랑카|Sri Lanca|Шри-Ланка|Шрі-Ланка|ศรีลังกา
LR|LBR|430|Liberia|Ліберыя|Ліберія|リベリア|利比里亚|利比里亞|賴比瑞亞|라이베리아|Libéria|Liberya|Либерия|ไลบีเรีย
LS|LSO|426|Lesotho|レソト|莱索托|萊索托|賴索托|레소토|Lesoto|Лесото|เลโซโท
LT|LTU|440|Lithuania|Lietuva|Lietuvių kalba|Lietuvos Respublika|リトアニア|立陶宛|리투아니아|Lituania|Lituanie|Litauen|Lituânia|Litouwen|Litwa|Litvanya|Litva|Литва|ลิทัวเนีย
LU|LUX|442|Luxembourg|Luxemburg|Луксембург|ルクセンブルグ|卢森堡|盧森堡|룩셈부르크|Luxemburgo|Lussemburgo|Luksemburg|Lüksemburg|Люксембург|ルクセンブルク|ลักเซมเบิร์ก
LV|LVA|428|Latvia|ラトビア|拉脫維亞|拉脱维亚|라트비아|Letonia|Lettonie|Lettland|Lettonia|Letônia|Letónia|Letland|Łotwa|Letonya|Латвия|Латвія|ลัตเวีย
LY|LBY|434|Libya|Libyan Arab Jamahiriya|リビア|利比亚|利比亞|리비아|Libia|Libye|Libyen|Líbia|Libië|Ливия|Лівія|ลิเบีย
MA|MAR|504|Morocco|モロッコ|摩洛哥|모로코|Marruecos|Maroc|Marokko|Marocco|Marrocos|Maroko|Fas|Ma-rốc|Maghribi|Марокко|โมร็อกโก
MC|MCO|492|Monaco|モナコ|摩納哥|摩纳哥|모나코|Mónaco|Mônaco|Monako|Монако|โมนาโก
MD|MDA|498|Moldova|Republic of Moldova|Moldavia|Moldovan Republic|モルドバ|摩尔多瓦|摩爾多瓦|몰도바|Moldavie|Republik Moldau|Moldávia|Moldavië|Mołdawia|Молдова|มอลโดวา
ME|MNE|499|Montenegro|Aquaserbia|Crna Gora|モンテネグロ|蒙特內哥羅|黑山|몬테네그로|Monténégro|Czarnogóra|Karadağ|Черногория|Чорногорія|มอนเตเนโกร
MF|MAF|663|Saint Martin|Collectivité de Saint-Martin|Saint-Martin|サン・マルタン|法属圣马丁|法屬聖馬丁|생마르탱|St. Martin|San Martín|São Martinho|São Martinho (Saint-Martin)|Сен-Мартен|เซนต์มาร์ติน
MG|MDG|450|Madagascar|マダガスカル|馬達加斯加|马达加斯加|마다가스카르|Madagaskar|Madagáscar|Мадагаскар|มาดากัสการ์
MH|MHL|584|Marshall Islands|マーシャル諸島|馬紹爾群島|马绍尔群岛|마셜 제도|Islas Marshall|Îles Marshall|Marshallinseln|Isole Marshall|Ilhas Marshall|Marshalleilanden|Wyspy Marshalla|Marshall Adaları|Quần đảo Marshall|Kepulauan Marshall|Маршалловы о-ва|Маршаллові Острови|หมู่เกาะมาร์แชลล์
MK|MKD|807|North Macedonia|Республика Северная Македония|マケドニア|馬其頓|马其顿|마케도니아|Macedonia|The former Yugoslav Republic of Macedonia|Macedonia del Norte|Macédoine du Nord|Nordmazedonien|Macedonia del Nord|Macedônia do Norte|Macedónia do Norte|Noord-Macedonië|Macedonia Północna|Kuzey Makedonya|Bắc Macedonia|Makedonia Utara|Macedonia Utara|Северная Македония|Північна Македонія|北マケドニア|북마케도니아|北马其顿|北馬其頓|มาซิโดเนียเหนือ
ML|MLI|466|Mali|Republic of Mali|РЕСПУБЛИКА МАЛИ|マリ|マリ共和国|馬利|馬里|马里|말리|Мали|Малі|มาลี
MM|MMR|104|Myanmar|Myanmar (Burma)|Burma|Республика Союза Мьянма|ミャンマー|緬甸|缅甸|미얀마|Birmania|Myanmar (Birmania)|Myanmar (Birmanie)|Mianmar (Birmânia)|Myanmar (Birma)|Mjanma (Birma)|Myanmar (Miến Điện)|Мьянма (Бирма)|Мʼянма (Бірма)|ミャンマー (ビルマ)|เมียนมา (พม่า)
MN|MNG|496|Mongolia|モンゴル|蒙古|몽골|Mongolie|Mongolei|Mongólia|Mongolië|Moğolistan|Mông Cổ|Монголия|Монголія|มองโกเลีย
MO|MAC|446|Macao SAR|Macao Special Administrative Region|Macao|Macau|澳門|中国澳门特别行政区|中華人民共和国マカオ特別行政区|中華人民共和國澳門特別行政區|마카오(중국 특별행정구)|Macau China|Macau SAR|Macao SAR China|中国澳门|中國澳門|마카오|RAE de Macao (China)|R.A.S. chinoise de Macao|Sonderverwaltungsregion Macau|RAS di Macao|Macau, RAE da China|Macau SAR van China|SRA Makau (Chiny)|Çin Makao ÖİB|Đặc khu Hành chính Macao, Trung Quốc|Makau DAK Tiongkok|Macau SAR China|Макао (САР)|Макао, ОАР Китаю|中國澳門特別行政區|เขตปกครองพิเศษมาเก๊าแห่งสาธารณรัฐประชาชนจีน
MP|MNP|580|Northern Mariana Islands|北マリアナ諸島|北馬里亞納群島|北马里亚纳群岛|북마리아나제도|Islas Marianas del Norte|Îles Mariannes du Nord|Nördliche Marianen|Isole Marianne settentrionali|Ilhas Marianas do Norte|Noordelijke Marianen|Mariany Północne|Kuzey Mariana Adaları|Quần đảo Bắc Mariana|Kepulauan Mariana Utara|Северные Марианские о-ва|Північні Маріанські Острови|北馬利安納群島|หมู่เกาะนอร์เทิร์นมาเรียนา
MQ|MTQ|474|Martinique|マルティニーク|馬丁尼克島|马提尼克|마르티니크|Martinica|Martynika|Martinik|Мартиника|Мартиніка|馬丁尼克|มาร์ตินีก
MR|MRT|478|Mauritania|モーリタニア|毛里塔尼亚|毛里塔尼亞|茅利塔尼亞|모리타니|Mauritanie|Mauretanien|Mauritânia|Mauritanië|Mauretania|Moritanya|Мавритания|Мавританія|มอริเตเนีย
MS|MSR|500|Montserrat|モントセラト|蒙哲臘|蒙特塞拉特|몬트세라트|Monserrate|Монтсеррат|มอนต์เซอร์รัต
MT|MLT|470|Malta|Republic of Malta|マルタ|馬爾他|馬耳他|马耳他|몰타|Malte|Мальта|มอลตา
MU|MUS|480|Mauritius|モーリシャス|模里西斯|毛里求斯|毛里裘斯|모리셔스|Mauricio|Maurice|Maurício|Maurícia|Маврикий|Маврикій|มอริเชียส
MV|MDV|462|Maldives|モルディブ|馬爾代夫|馬爾地夫|马尔代夫|몰디브|Maldivas|Malediven|Maldive|Maldiven|Malediwy|Maldivler|Maladewa|Мальдивы|Мальдіви|มัลดีฟส์
MW|MWI|454|Malawi|マラウイ|馬拉威|馬拉維|马拉维|말라위|Malaui|Maláui|Malavi|Малави|Малаві|มาลาวี
MX|MEX|484|Mexico|メキシコ|墨西哥|멕시코|México|Mexique|Mexiko|Messico|Meksyk|Meksika|Meksiko|Мексика|เม็กซิโก
MY|MYS|458|Malaysia|マレーシア|馬來西亞|马来西亚|말레이시아|Malasia|Malaisie|Malásia|Maleisië|Malezja|Malezya|Малайзия|Малайзія|มาเลเซีย
MZ|MOZ|508|Mozambique|モザンビーク|莫三比克|莫桑比克|모잠비크|Mosambik|Mozambico|Moçambique|Mozambik|Мозамбик|Мозамбік|โมซัมบิก
NA|NAM|516|Namibia|ナミビア|納米比亞|纳米比亚|나미비아|Namibie|Namíbia|Namibië|Namibya|Намибия|Намібія|นามิเบีย
NC|NCL|540|New Caledonia|ニューカレドニア|新喀里多尼亚|新喀里多尼亞|뉴칼레도니아|Nueva Caledonia|Nouvelle-Calédonie|Neukaledonien|Nuova Caledonia|Nova Caledônia|Nova Caledónia|Nieuw-Caledonië|Nowa Kaledonia|Yeni Kaledonya|Kaledonia Baru|Новая Каледония|Нова Каледонія|นิวแคลิโดเนีย
NE|NER|562|Niger|ニジェール|尼日|尼日尔|尼日爾|니제르|Níger|Nijer|Нигер|Нігер|ไนเจอร์
NF|NFK|574|Norfolk Island|ノーフォーク島|諾福克島|诺福克岛|노퍽섬|Isla Norfolk|Île Norfolk|Norfolkinsel|Isola Norfolk|Ilha Norfolk|Norfolk|Norfolk Adası|Đảo Norfolk|Kepulauan Norfolk|Pulau Norfolk|о-в Норфолк|Острів Норфолк|เกาะนอร์ฟอล์ก
NG|NGA|566|Nigeria|ナイジェリア|奈及利亞|尼日利亚|尼日利亞|나이지리아|Nigéria|Nijerya|Нигерия|Нігерія|ไนจีเรีย
NI|NIC|558|Nicaragua|Republic of Nicaragua|República de Nicaragua|República de Nicaraguá|Никарагуа|ニカラグア|尼加拉瓜|니카라과|Nicarágua|Nikaragua|Нікарагуа|นิการากัว
NL|NLD|528|Netherlands|Kingdom of the Netherlands|Holland|Koninkrijk der Nederlanden|Nederlands|КОРОЛЕВСТВО НИДЕРЛАНДЫ|オランダ|荷兰|荷蘭|네덜란드|The Netherlands|Países Bajos|Pays-Bas|Niederlande|Paesi Bassi|Países Baixos|Nederland|Holandia|Hollanda|Hà Lan|Belanda|Нидерланды|Нідерланди|เนเธอร์แลนด์
NO|NOR|578|Norway|Kingdom of Norway|Norge|Норвегия|ノルウェー|挪威|노르웨이|Noruega|Norvège|Norwegen|Norvegia|Noorwegen|Norwegia|Norveç|Na Uy|Норвегія|นอร์เวย์
NP|NPL|524|Nepal|Federal Democratic Republic of Nepal|ネパール|尼泊尔|尼泊爾|네팔|Népal|Непал|เนปาล
NR|NRU|520|Naoero|Republic of Naoero|Nauru|Republic of Nauru|ナウル|瑙魯|瑙鲁|諾魯|나우루|Науру|นาอูรู
NU|NIU|570|Niue|ニウエ島|紐埃島|纽埃|니우에|Niuê|Ниуэ|Ніуе|ニウエ|นีอูเอ
NZ|NZL|554|New Zealand|Aotearoa|Aotearoa New Zealand|ニュージーランド|新西兰|紐西蘭|뉴질랜드|Nueva Zelanda|Nouvelle-Zélande|Neuseeland|Nuova Zelanda|Nova Zelândia|Nieuw-Zeeland|Nowa Zelandia|Yeni Zelanda|Selandia Baru|Новая Зеландия|Нова Зеландія|นิวซีแลนด์
OM|OMN|512|Oman|Sultanate of Oman|Оман|سلطنة عمان|عمان|オマーン|阿曼|阿曼王國|오만|Omán|Omã|Umman|โอมาน
PA|PAN|591|Panama|Republic of Panama|Panamá|República de Panamá|Панама|パナマ|巴拿馬|巴拿马|파나마|ปานามา
PE|PER|604|Peru|Republic of Peru|Perú|República del Perou|República del Perú|ペルー|秘魯|秘鲁|페루|Pérou|Perù|Перу|เปรู
PF|PYF|258|French Polynesia|Polynesia française|Polynésie française|Tahiti|Tahiti et ses îles|仏領ポリネシア|法属波利尼西亚|法屬波利尼西亞|法屬玻里尼西亞|프랑스령 폴리네시아|Polinesia Francesa|Französisch-Polynesien|Polinesia francese|Polinésia Francesa|Frans-Polynesië|Polinezja Francuska|Fransız Polinezyası|Polynesia thuộc Pháp|Polinesia Prancis|Polinesia Perancis|Французская Полинезия|Французька Полінезія|เฟรนช์โปลินีเซีย
PG|PNG|598|Papua New Guinea|Independent State of Papua New Guinea|Papua Nugini|РЕСПУБЛИКА ПАРАГВАЙ|パプアニューギニア|巴布亚新几内亚|巴布亞新幾內亞|巴布亞紐幾內亞|파푸아뉴기니|Papúa Nueva Guinea|Papouasie-Nouvelle-Guinée|Papua-Neuguinea|Papua Nuova Guinea|Papua-Nova Guiné|Papoea-Nieuw-Guinea|Papua-Nowa Gwinea|Papua Yeni Gine|Папуа — Новая Гвинея|Папуа-Нова Гвінея|巴布亞新畿內亞|ปาปัวนิวกินี
PH|PHL|608|Philippines|Republic of the Philippines|Filipinas|Republika Filipina|Republika ng Pilipinas|フィリピン|菲律宾|菲律賓|필리핀|Philippinen|Filippine|Filipijnen|Filipiny|Filipinler|Filipina|Филиппины|Філіппіни|ฟิลิปปินส์
PK|PAK|586|Pakistan|Islamic Republic of Pakistan|پاکستان|パキスタン|巴基斯坦|파키스탄|Pakistán|Paquistão|Пакистан|ปากีสถาน
PL|POL|616|Poland|Republic of Poland|Pologne|Polonia|Polska|Polsko|ポーランド|波兰|波蘭|폴란드|Polen|Polônia|Polónia|Polonya|Ba Lan|Polandia|Польша|Польща|โปแลนด์
PM|SPM|666|Saint Pierre and Miquelon|サンピエール島・ミクロン島|圣皮埃尔和密克隆群岛|聖皮埃爾和密克隆群島|생피에르 미클롱|St. Pierre & Miquelon|San Pedro y Miquelón|Saint-Pierre-et-Miquelon|St. Pierre und Miquelon|Saint-Pierre e Miquelon|São Pedro e Miquelão|Saint-Pierre en Miquelon|Saint-Pierre i Miquelon|Saint Pierre ve Miquelon|Saint Pierre và Miquelon|Saint Pierre dan Miquelon|Сен-Пьер и Микелон|Сен-Пʼєр і Мікелон|聖皮埃與密克隆群島|แซงปีแยร์และมีเกอลง
PN|PCN|612|Pitcairn|Pitcairn Islands|ピトケアン諸島|皮特凯恩群岛|皮特凱恩島|皮特肯群島|핏케언 섬|Islas Pitcairn|Îles Pitcairn|Pitcairninseln|Isole Pitcairn|Ilhas Pitcairn|Pitcairneilanden|Pitcairn Adaları|Quần đảo Pitcairn|Kepulauan Pitcairn|о-ва Питкэрн|Острови Піткерн|핏케언 제도|หมู่เกาะพิตแคร์น
PR|PRI|630|Puerto Rico|プエルトリコ|波多黎各|푸에르토리코|Porto Rico|Portorico|Portoryko|Porto Riko|Puerto Riko|Пуэрто-Рико|Пуерто-Рико|เปอร์โตริโก
PS|PSE|275|Palestine|State of Palestine|Palestina|Palestinian Authority|Palestinian Autonomous Areas|Palestinian Autonomous Region|Palestinian Autonomous Territories|Palestinian Territory|Palestinian territories|Palestinian territories, Occupied|ÉTAT DE PALESTINE|Государство Палестина|パレスチナ|巴勒斯坦自治區|巴勒斯坦领土|팔레스타인 지구|Territorios Palestinos|Territoires palestiniens|Palästinensische Autonomiegebiete|Territori palestinesi|Territórios palestinos|Territórios palestinianos|Palestijnse gebieden|Terytoria Palestyńskie|Filistin Bölgeleri|Lãnh thổ Palestine|Wilayah Palestina|Wilayah Palestin|Палестинские территории|Палестинські території|パレスチナ自治区|巴勒斯坦領土|ดินแดนปาเลสไตน์
PT|PRT|620|Portugal|Portuguese Republic|República Portuguesa|ポルトガル|葡萄牙|포르투갈|Portogallo|Portugalia|Portekiz|Bồ Đào Nha|Португалия|Португалія|โปรตุเกส
PW|PLW|585|Palau|パラオ|帕劳|帛琉|팔라우|Palaos|Палау|ปาเลา
PY|PRY|600|Paraguay|Republic of Paraguay|パラグアイ|巴拉圭|파라과이|Paraguai|Paragwaj|Парагвай|ปารากวัย
QA|QAT|634|Qatar|State of Qatar|Qatari|دولة قطر|قطر|カタール|卡塔尔|卡塔爾|卡達|카타르|Catar|Katar|Катар|กาตาร์
RE|REU|638|Réunion|La Réunion|Réunion Island|レユニオン島|留尼旺|留尼汪|리유니온|Reunión|Riunione|Reunião|Reunion|Реюньон|Реюньйон|レユニオン|레위니옹|เรอูนียง
RO|ROU|642|Romania|România|Roumania|Rumania|Rumanija|ルーマニア|罗马尼亚|羅馬尼亞|루마니아|Rumanía|Roumanie|Rumänien|Romênia|Roménia|Roemenië|Rumunia|Romanya|Румыния|Румунія|โรมาเนีย
RS|SRB|688|Serbia|Republic of Serbia|Republika Serbija|Republika Srbija|Република Србија|Сербия|セルビア|塞尔维亚|塞爾維亞|세르비아|Serbie|Serbien|Sérvia|Servië|Sırbistan|Сербія|เซอร์เบีย
RU|RUS|643|Russia|Russian Federation|Rossiya|russian|РФ|Российская Федераци|Российская Федерация|Российская Федерациѐ|россия|ロシア|ロシア連邦|俄罗斯|俄羅斯|러시아|Rusia|俄国|俄國|Russie|Russland|Rússia|Rusland|Rosja|Rusya|Nga|Росія|รัสเซีย
RW|RWA|646|Rwanda|Republic of Rwanda|Republika y'u Rwanda|Republika ya Rwanda|Repubulika y'u Rwanda|République du Rwanda|ルワンダ|ルワンダ共和国|卢旺达|盧安達|盧旺達|르완다|Ruanda|Руанда|รวันดา
SA|SAU|682|Saudi Arabia|Kingdom of Saudi Arabia|Saudia Arabia|المملكة العربية السعودية|サウジアラビア|沙烏地阿拉伯|沙特阿拉伯|사우디아라비아|KSA|Arabia Saudí|Arabie saoudite|Saudi-Arabien|Arabia Saudita|Arábia Saudita|Saoedi-Arabië|Arabia Saudyjska|Suudi Arabistan|Ả Rập Xê-út|Arab Saudi|Саудовская Аравия|Саудівська Аравія|沙地阿拉伯|ซาอุดีอาระเบีย
SB|SLB|090|Solomon Islands|ソロモン諸島|所罗门群岛|所羅門群島|索羅門群島|솔로몬 제도|Islas Salomón|Îles Salomon|Salomonen|Isole Salomone|Ilhas Salomão|Salomonseilanden|Wyspy Salomona|Solomon Adaları|Quần đảo Solomon|Kepulauan Solomon|Соломоновы о-ва|Соломонові Острови|หมู่เกาะโซโลมอน
SC|SYC|690|Seychelles|Republic of Seychelles|Seychelles Islands|Seychelles Republic|Республика Сейшельские Острова|セーシェル|塞席爾|塞舌尔|塞舌爾|세이셸|Seychellen|Seicheles|Seszele|Seyşeller|Сейшельские о-ва|Сейшельські Острови|เซเชลส์
SD|SDN|729|Sudan|Republic of the Sudan|جمهورية السودان|جمهورية السودان الاتحادية|جمهورية السودان الديمقراطية|جمهورية السودان الفيدرالية|スーダン|スーダン共和国|苏丹|蘇丹|수단|Sudán|Soudan|Sudão|Soedan|Судан|ซูดาน
SE|SWE|752|Sweden|Kingdom of Sweden|Konungariket Sverige|Kungariket Sverige|Sverige|Sverige rike|スウェーデン|瑞典|스웨덴|Suecia|Suède|Schweden|Svezia|Suécia|Zweden|Szwecja|İsveç|Thụy Điển|Swedia|Швеция|Швеція|สวีเดน
SG|SGP|702|Singapore|Republic of Singapore|Singapoor|Singapour|Singapura|シンガポール|新加坡|싱가포르|Singapur|Сингапур|Сінгапур|สิงคโปร์
SH|SHN|654|Saint Helena, Ascension and Tristan da Cunha|セントヘレナ|St. Helena|Santa Elena|Sainte-Hélène|Sant’Elena|Santa Helena|Sint-Helena|Wyspa Świętej Heleny|Saint Helena|о-в Св. Елены|Острів Святої Єлени|세인트헬레나|圣赫勒拿|聖赫勒拿島|เซนต์เฮเลนา
SI|SVN|705|Slovenia|Republic of Slovenia|Republika Slovenija|Republika Slovenije|Republika Slovénia|Republika Slovénie|Slovenija|スロベニア|斯洛文尼亚|斯洛文尼亞|斯洛維尼亞|슬로베니아|Eslovenia|Slovénie|Slowenien|Eslovênia|Eslovénia|Slovenië|Słowenia|Slovenya|Словения|Словенія|สโลวีเนีย
SJ|SJM|744|Svalbard and Jan Mayen|Jan Mayen|Svalbard|Svalbard & Jan Mayen|スバールバル諸島・ヤンマイエン島|冷岸及央麥恩群島|斯瓦尔巴特和扬马延|斯瓦爾巴特群島及揚馬延島|스발바르제도 -얀마웬섬|Svalbard y Jan Mayen|Svalbard et Jan Mayen|Spitzbergen und Jan Mayen|Svalbard e Jan Mayen|Spitsbergen en Jan Mayen|Svalbard i Jan Mayen|Svalbard ve Jan Mayen|Svalbard và Jan Mayen|Kepulauan Svalbard dan Jan Mayen|Svalbard dan Jan Mayen|Шпицберген и Ян-Майен|Шпіцберген та Ян-Маєн|스발바르제도-얀마웬섬|斯瓦尔巴和扬马延|挪威屬斯瓦巴及尖棉|สฟาลบาร์และยานไมเอน
SK|SVK|703|Slovakia|Slovak Republic|Slovensko|スロバキア|斯洛伐克|슬로바키아|Eslovaquia|Slovaquie|Slowakei|Slovacchia|Eslováquia|Slowakije|Słowacja|Slovakya|Словакия|Словаччина|สโลวะเกีย
SL|SLE|694|Sierra Leone|Republic of Sierra Leone|Republika Sierra Leone|República de Sierra Leona|République de Sierra Leone|シエラレオネ|塞拉利昂|獅子山|시에라리온|Sierra Leona|Serra Leoa|Сьерра-Леоне|Сьєрра-Леоне|เซียร์ราลีโอน
SM|SMR|674|San Marino|Republic of San Marino|Most Serene Republic of San Marino|サンマリノ|圣马力诺|聖馬利諾|산마리노|Saint-Marin|São Marinho|Сан-Марино|聖馬力諾|ซานมาริโน
SN|SEN|686|Senegal|Republic of Senegal|République du Sénégal|Sénégal|セネガル|塞內加爾|塞内加尔|세네갈|Сенегал|เซเนกัล
SO|SOM|706|Somalia|Federal Republic of Somalia|Somalia, Federal Republic of|جمهورية الصومال الفيدرالية|ソマリア|索馬利亞|索馬里|索马里|소말리아|Somalie|Somália|Somalië|Somali|Сомали|Сомалі|โซมาเลีย
SR|SUR|740|Suriname|Republic of Suriname|スリナム|苏里南|蘇利南|蘇里南|수리남|Surinam|Суринам|ซูรินาเม
SS|SSD|728|South Sudan|Republic of South Sudan|South Sudanese Republic|Southern Sudan|南スーダン|南スーダン共和国|南苏丹|南蘇丹|남수단|Sudán del Sur|Soudan du Sud|Südsudan|Sud Sudan|Sudão do Sul|Zuid-Soedan|Sudan Południowy|Güney Sudan|Nam Sudan|Sudan Selatan|Южный Судан|Південний Судан|ซูดานใต้
ST|STP|678|São Tomé and Príncipe|Democratic Republic of São Tomé and Príncipe|São Tomé e Príncipe|São Tomé und Príncipe|サントメ・プリンシペ|圣多美和普林西比|聖多美和普林西比|聖多美普林西比|상투메 프린시페|São Tomé & Príncipe|Santo Tomé y Príncipe|Sao Tomé-et-Principe|Sao Tomé en Principe|Wyspy Świętego Tomasza i Książęca|Sao Tome ve Principe|São Tomé và Príncipe|Sao Tome dan Principe|Сан-Томе и Принсипи|Сан-Томе і Принсіпі|เซาตูเมและปรินซิปี
SV|SLV|222|El Salvador|Republic of El Salvador|El Salvadore|El Salvadori|República de El Salvador|エルサルバドル|萨尔瓦多|薩爾瓦多|엘살바도르|Salvador|Salwador|Сальвадор|เอลซัลวาดอร์
SX|SXM|534|Sint Maarten|Sint Maarten (Dutch part)|SAINT MARTIN (DUTCH PORTION)|SAINT-MARTIN (PARTIE NEERLANDAISE)|シント・マールテン|荷属圣马丁|荷屬聖馬丁|신트마르턴|Saint-Martin (partie néerlandaise)|São Martinho (Sint Maarten)|Sint-Maarten|Синт-Мартен|Сінт-Мартен|ซินต์มาร์เทน
SY|SYR|760|Syria|Syrian Arab Republic|シリア|シリア・アラブ共和国|叙利亚|敘利亞|시리아|Siria|Syrie|Syrien|Síria|Syrië|Suriye|Suriah|Сирия|Сирія|ซีเรีย
SZ|SWZ|748|Eswatini|Kingdom of Eswatini|Eswatini Kingdom|Eswatini Lemaã|Kingdom of Swaziland|Swaziland|Umbuso weSwatini|スワジランド|史瓦濟蘭|斯威士兰|斯威士蘭|스와질란드|Esuatini|Essuatíni|Esvatini|Эсватини|Есватіні|エスワティニ|에스와티니|史瓦帝尼|เอสวาตีนี
TC|TCA|796|Turks and Caicos Islands|Turks and Caicos|タークス・カイコス諸島|土克斯及開科斯群島|特克斯和凯科斯群岛|特克斯和凱科斯群島|터크스 케이커스 제도|Turks & Caicos Islands|Islas Turcas y Caicos|Îles Turques-et-Caïques|Turks- und Caicosinseln|Isole Turks e Caicos|Ilhas Turcas e Caicos|Turks- en Caicoseilanden|Turks i Caicos|Turks ve Caicos Adaları|Quần đảo Turks và Caicos|Kepulauan Turks dan Caicos|Тёркс и Кайкос|Острови Теркс і Кайкос|หมู่เกาะเติกส์และหมู่เกาะเคคอส
TD|TCD|148|Chad|Republic of Chad|République du Tchad|جمهورية تشاد|チャド|チャド共和国|乍得|查德|차드|Tchad|Tschad|Ciad|Chade|Tsjaad|Czad|Çad|Чад|ชาด
TF|ATF|260|French Southern Territories|仏領極南諸島|法属南部领地|法屬南方屬地|法屬南部地區|프랑스 남부 지방|Territorios Australes Franceses|Terres australes françaises|Französische Süd- und Antarktisgebiete|Terre australi francesi|Territórios Franceses do Sul|Territórios Austrais Franceses|Franse Gebieden in de zuidelijke Indische Oceaan|Francuskie Terytoria Południowe i Antarktyczne|Fransız Güney Toprakları|Lãnh thổ phía Nam Thuộc Pháp|Wilayah Selatan Prancis|Wilayah Selatan Perancis|Французские Южные территории|Французькі Південні Території|프랑스령 남방 지역|法屬南部屬地|法屬南部領地|เฟรนช์เซาเทิร์นเทร์ริทอรีส์
TG|TGO|768|Togo|Togolese Republic|トーゴ|多哥|多哥共和國|토고|Того|โตโก
TH|THA|764|Thailand|Kingdom of Thailand|Prathet Thai|ประเทศไทย|タイ|泰国|泰國|태국|Tailandia|Thaïlande|Thailandia|Tailândia|Tajlandia|Tayland|Thái Lan|Таиланд|Таїланд|ไทย
TJ|TJK|762|Tajikistan|Republic of Tajikistan|Tojikiston|Tājikistān|Таджикистан|Таджыкистан|Тәжікстан|تاجیکستان|タジキスタン|塔吉克|塔吉克斯坦|타지키스탄|Tayikistán|Tadjikistan|Tadschikistan|Tagikistan|Tadjiquistão|Tajiquistão|Tadzjikistan|Tadżykistan|Tacikistan|ทาจิกิสถาน
TK|TKL|772|Tokelau|トケラウ|托克劳|托克勞群島|토켈라우|Toquelau|Токелау|โตเกเลา
TL|TLS|626|Timor-Leste|East Timor|Timor-Leste (East Timor)|东帝汶|東ティモール|東帝汶|동티모르|Timor oriental|Timor Est|Oost-Timor|Timor Wschodni|Timor Leste|Восточный Тимор|Тимор-Лешті|ติมอร์-เลสเต
TM|TKM|795|Turkmenistan|Turkmen|Turkmeni̇stan|Türkmenistan|Туркменистан|トルクメニスタン|土库曼斯坦|土庫曼|투르크메니스탄|Turkmenistán|Turkménistan|Turcomenistão|Turquemenistão|Туркменістан|เติร์กเมนิสถาน
TN|TUN|788|Tunisia|Republic of Tunisia|Tunis|Tunisian Republic|チュニジア|突尼斯|突尼西亞|튀니지|Túnez|Tunisie|Tunesien|Tunísia|Tunesië|Tunezja|Tunus|Тунис|Туніс|ตูนิเซีย
TO|TON|776|Tonga|Kingdom of Tonga|トンガ|東加|汤加|湯加|통가|Тонга|ตองกา
TR|TUR|792|Türkiye|Republic of Türkiye|Republic of Turkey|Turkey|Turkiye|TÜRKİYE|TÜRKİYE CUMHURİYETİ|Türkiye Cumhuriyeti|Türkiye, Republic of|トルコ|土耳其|터키|Turquía|Turquie|Türkei|Turchia|Turquia|Turkije|Turcja|Thổ Nhĩ Kỳ|Turki|Турция|Туреччина|ตุรกี
TT|TTO|780|Trinidad and Tobago|Tobago|Trinidad|トリニダード・トバゴ|トリニダード・トバゴ共和国|千里達及托巴哥|千里達和多巴哥|特立尼达和多巴哥|트리니다드 토바고|Trinidad & Tobago|Trinidad y Tobago|Trinité-et-Tobago|Trinidad und Tobago|Trinidad e Tobago|Trindade e Tobago|Trinidad en Tobago|Trynidad i Tobago|Trinidad ve Tobago|Trinidad và Tobago|Trinidad dan Tobago|Тринидад и Тобаго|Тринідад і Тобаго|ตรินิแดดและโตเบโก
TV|TUV|798|Tuvalu|Ellice Islands|ツバル|吐瓦魯|图瓦卢|圖瓦盧|투발루|Тувалу|ตูวาลู
TW|TWN|158|Taiwan|Taiwan (Province of China)|Republic of China|中華民國|中華民國臺灣|中華民國臺灣省|台湾|台灣|대만|Taiwan Province of China|Taiwan China|China Taiwan|Chinese Taipei|Taiwan ROC|中国台湾|中國台灣|台湾地区|Taiwán|Taïwan|Tajwan|Tayvan|Đài Loan|Тайвань|ไต้หวัน
TZ|TZA|834|Tanzania|United Republic of Tanzania|Tanzania, United Republic of|タンザニア|坦尚尼亞|坦桑尼亚|坦桑尼亞|탄자니아|Tanzanie|Tansania|Tanzânia|Tanzanya|Танзания|Танзанія|แทนซาเนีย
UA|UKR|804|Ukraine|Ukrainian|Ukrayina|Ukraïna|Ukraïne|Украïна|Украйна|ウクライナ|乌克兰|烏克蘭|우크라이나|Ucrania|Ucraina|Ucrânia|Oekraïne|Ukraina|Ukrayna|Украина|Україна|ยูเครน
UG|UGA|800|Uganda|Republic of Uganda|ウガンダ|ウガンダ共和国|乌干达|烏干達|우간다|Ouganda|Oeganda|Уганда|ยูกันดา
UM|UMI|581|U.S. Outlying Islands|United States Minor Outlying Islands|US Minor Outlying Islands|米領太平洋諸島|美国本土外小岛屿|美國本土外小島嶼|미국령 해외 제도|Islas menores alejadas de EE. UU.|Îles mineures éloignées des États-Unis|Amerikanische Überseeinseln|Isole Minori Esterne degli Stati Uniti|Ilhas Menores Distantes dos EUA|Ilhas Menores Afastadas dos EUA|Kleine afgelegen eilanden van de Verenigde Staten|Dalekie Wyspy Mniejsze Stanów Zjednoczonych|ABD Küçük Harici Adaları|Các tiểu đảo xa của Hoa Kỳ|Kepulauan Terluar AS|Kepulauan Terpencil A.S.|Внешние малые о-ва (США)|Віддалені острови США|合衆国領有小離島|หมู่เกาะรอบนอกของสหรัฐอเมริกา
US|USA|840|United States|United States of America|Estados Unidos|Estados Unidos de América|U.S.|U.S.A.|america|u.s. of a|США|アメリカ合衆国|米国|美国|美國|미국|USA|US of A|EE. UU.|EEUU|États-Unis|Vereinigte Staaten|Stati Uniti|Verenigde Staten|Stany Zjednoczone|Amerika Birleşik Devletleri|Hoa Kỳ|Amerika Serikat|Amerika Syarikat|Соединенные Штаты|Сполучені Штати|สหรัฐอเมริกา
UY|URY|858|Uruguay|Oriental Republic of Uruguay|Eastern Republic of Uruguay|República Oriental del Uruguay|República de Uruguay|República del Uruguay|ウルグアイ|乌拉圭|烏拉圭|우루과이|Uruguai|Urugwaj|Уругвай|อุรุกวัย
UZ|UZB|860|Uzbekistan|Republic of Uzbekistan|Oʻzbekiston Respublikasi|Ўзбекистон Республикаси|ウズベキスタン|乌兹别克斯坦|烏茲別克|우즈베키스탄|Uzbekistán|Ouzbékistan|Usbekistan|Uzbequistão|Usbequistão|Oezbekistan|Özbekistan|Узбекистан|อุซเบกิสถาน
VA|VAT|336|Holy See|Holy See (Vatican)|Vatican|Vatican City|バチカン市国|梵蒂冈|梵蒂岡|바티칸 시국|Ciudad del Vaticano|État de la Cité du Vatican|Vatikanstadt|Città del Vaticano|Cidade do Vaticano|Vaticaanstad|Watykan|Vatikan|Thành Vatican|Kota Vatican|Ватикан|นครวาติกัน
VC|VCT|670|Saint Vincent and the Grenadines|セントビンセント・グレナディーン諸島|圣文森特和格林纳丁斯|聖文森及格瑞那丁|聖文森特和格林納丁斯|세인트빈센트그레나딘|St. Vincent & Grenadines|San Vicente y las Granadinas|Saint-Vincent-et-les Grenadines|St. Vincent und die Grenadinen|Saint Vincent e Grenadine|São Vicente e Granadinas|Saint Vincent en de Grenadines|Saint Vincent i Grenadyny|Saint Vincent ve Grenadinler|St. Vincent và Grenadines|Saint Vincent dan Grenadine|Saint Vincent dan Grenadines|Сент-Винсент и Гренадины|Сент-Вінсент і Гренадіни|セントビンセント及びグレナディーン諸島|เซนต์วินเซนต์และเกรนาดีนส์
VE|VEN|862|Venezuela|Bolivarian Republic of Venezuela|República Bolivariana de Venezuela|República de Venezuela|Боливарианская Республика Венесуэла|ベネズエラ|委內瑞拉|委内瑞拉|베네수엘라|Wenezuela|Венесуэла|Венесуела|เวเนซุเอลา
VG|VGB|092|British Virgin Islands|BVI|英属维京群岛|英屬維京群島|英屬維爾京群島|英領ヴァージン諸島|영국령 버진아일랜드|Islas Vírgenes Británicas|Îles Vierges britanniques|Britische Jungferninseln|Isole Vergini Britanniche|Ilhas Virgens Britânicas|Britse Maagdeneilanden|Brytyjskie Wyspy Dziewicze|Britanya Virjin Adaları|Quần đảo Virgin thuộc Anh|Kepulauan Virgin Britania Raya|Kepulauan Virgin British|Виргинские о-ва (Великобритания)|Британські Віргінські острови|英属维尔京群岛|หมู่เกาะบริติชเวอร์จิน
VI|VIR|850|U.S. Virgin Islands|Virgin Islands of the United States|米領ヴァージン諸島|美属维京群岛|美屬維京群島|美屬維爾京群島|미국령 버진아일랜드|US Virgin Islands|Islas Vírgenes de EE. UU.|Îles Vierges des États-Unis|Amerikanische Jungferninseln|Isole Vergini Americane|Ilhas Virgens Americanas|Ilhas Virgens dos EUA|Amerikaanse Maagdeneilanden|Wyspy Dziewicze Stanów Zjednoczonych|ABD Virjin Adaları|Quần đảo Virgin thuộc Hoa Kỳ|Kepulauan Virgin Amerika Serikat|Kepulauan Virgin A.S.|Виргинские о-ва (США)|Віргінські Острови (США)|美属维尔京群岛|หมู่เกาะเวอร์จินของสหรัฐอเมริกา
VN|VNM|704|Vietnam|Socialist Republic of Vietnam|Cộng hòa xã hội chủ nghĩa Việt Nam|Viet nam|Việt Nam|Việt Nam Dân chủ Cộng hòa|ベトナム|越南|베트남|Vietnam SR|Viêt Nam|Vietnã|Vietname|Wietnam|Вьетнам|Вʼєтнам|เวียดนาม
VU|VUT|548|Vanuatu|Republic of Vanuatu|Vanuata|Vanuatu nutome|Vanuatuo|Vanuatò|バヌアツ|瓦努阿图|瓦努阿圖|萬那杜|바누아투|Вануату|วานูอาตู
WF|WLF|876|Wallis and Futuna|Territory of the Wallis and Futuna Islands|Territoire des îles Wallis et Futuna|Territoire des îles Wallis-et-Futuna|ウォリス・フツナ|瓦利斯和富图纳|瓦利斯和富圖納群島|왈리스 -푸투나 제도|Wallis & Futuna|Wallis y Futuna|Wallis-et-Futuna|Wallis und Futuna|Wallis e Futuna|Wallis en Futuna|Wallis i Futuna|Wallis ve Futuna|Wallis và Futuna|Kepulauan Wallis dan Futuna|Wallis dan Futuna|Уоллис и Футуна|Уолліс і Футуна|왈리스-푸투나 제도|瓦利斯群島和富圖那群島|วาลลิสและฟุตูนา
WS|WSM|882|Samoa|Independent State of Samoa|サモア|萨摩亚|薩摩亞|사모아|Самоа|ซามัว
YE|YEM|887|Yemen|Republic of Yemen|Al-Yaman|Al-Yaman al-Mu'azzam|Al-Yaman al-Mu'azzam al-Jumhuriyah|Al-Yaman al-Mu'azzam al-Jumhuriyah al-Islamiyah|Республика Йемен|اليمن|イエメン|也門|也门|葉門|예멘|Yémen|Jemen|Iêmen|Iémen|Yaman|Йемен|Ємен|เยเมน
YT|MYT|175|Mayotte|マヨット島|馬約特|马约特|마요트|Maiote|Majotta|Майотта|マヨット|馬約特島|มายอต
ZA|ZAF|710|South Africa|Republic of South Africa|Afrika Kudu|Afrika Selatan|Afrika du Sud|Afrika ya Kudu|Afrika ya Kɔtɔ|Suid -Afrika|南アフリカ|南非|남아프리카|RSA|Sudáfrica|Afrique du Sud|Südafrika|Sudafrica|África do Sul|Zuid-Afrika|Republika Południowej Afryki|Güney Afrika|Nam Phi|Южно-Африканская Республика|Південно-Африканська Республіка|แอฟริกาใต้
ZM|ZMB|894|Zambia|Republic of Zambia|Republic of Zambie|Republic of Zambiya|Republic of Zâmbia|ザンビア|尚比亞|贊比亞|赞比亚|잠비아|Zambie|Sambia|Zâmbia|Zambiya|Замбия|Замбія|แซมเบีย
ZW|ZWE|716|Zimbabwe|Republic of Zimbabwe|ジンバブエ|津巴布韋|津巴布韦|辛巴威|짐바브웨|Zimbabue|Simbabwe|Zimbábue|Zimbabué|Zimbabve|Зимбабве|Зімбабве|ซิมบับเว
"""

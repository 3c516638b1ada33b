/**
 * Names of countries and areas in English, French, Spanish, Arabic, Russian and Chinese: one a line, ISO 3166-1 alpha-2 code,
 * alpha-3 code, names. Facts of `datasets/country-codes` (ODC Public Domain Dedication and Licence 1.0: UNTERM, M49, CLDR
 * names), articles taken off.
 */
export const countryNames = `
AD|AND|Andorra|Principality of Andorra|Andorre|Principauté d'Andorre|Principado de Andorra|أندورا|إمارة أندورا|Андорра|Княжество Андорра|安道尔|安道尔公国
AE|ARE|United Arab Emirates|Émirats arabes unis|les Émirats arabes unis|Emiratos Árabes Unidos|الإمارات العربية المتحدة|Объединенные Арабские Эмираты|阿拉伯联合酋长国
AF|AFG|Afghanistan|Islamic Republic of Afghanistan|République islamique d'Afghanistan|Afganistán|República Islámica del Afganistán|أفغانستان|جمهورية أفغانستان الإسلامية|Афганистан|Исламская Республика Афганистан|阿富汗|阿富汗伊斯兰共和国
AG|ATG|Antigua & Barbuda|Antigua and Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|أنتيغوا وبربودا|Антигуа и Барбуда|安提瓜和巴布达
AI|AIA|Anguilla|Anguila|أنغويلا|Ангилья|安圭拉
AL|ALB|Albania|Republic of Albania|Albanie|République d'Albanie|República de Albania|ألبانيا|جمهورية ألبانيا|Албания|Республика Албания|阿尔巴尼亚|阿尔巴尼亚共和国
AM|ARM|Armenia|Republic of Armenia|Arménie|République d'Arménie|República de Armenia|أرمينيا|جمهورية أرمينيا|Армения|Республика Армения|亚美尼亚|亚美尼亚共和国
AO|AGO|Angola|Republic of Angola|République d'Angola|República de Angola|أنغولا|جمهورية أنغولا|Ангола|Республика Ангола|安哥拉|安哥拉共和国
AQ|ATA|Antarctica|Antarctique|Antártida|أنتاركتيكا|Антарктике|南极洲
AR|ARG|Argentina|Argentine Republic|Argentine|République argentine|República Argentina|الأرجنتين|جمهورية الأرجنتين|Аргентина|Аргентинская Республика|阿根廷|阿根廷共和国
AS|ASM|American Samoa|Samoa américaines|Samoa Americana|ساموا الأمريكية|Американское Самоа|美属萨摩亚
AT|AUT|Austria|Republic of Austria|Autriche|République d'Autriche|República de Austria|النمسا|جمهورية النمسا|Австрия|Австрийская Республика|奥地利|奥地利共和国
AU|AUS|Australia|Australie|أستراليا|Австралия|澳大利亚
AW|ABW|Aruba|أروبا|Аруба|阿鲁巴
AX|ALA|Åland Islands|Îles d’Åland|Islas Åland|جزر ألاند|Аландских островов|奥兰群岛
AZ|AZE|Azerbaijan|Republic of Azerbaijan|Azerbaïdjan|République d'Azerbaïdjan|Azerbaiyán|República de Azerbaiyán|أذربيجان|جمهورية أذربيجان|Азербайджан|Азербайджанская Республика|阿塞拜疆|阿塞拜疆共和国
BA|BIH|Bosnia|Bosnia and Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina|البوسنة والهرسك|Босния и Герцеговина|波斯尼亚和黑塞哥维那
BB|BRB|Barbados|Barbade|بربادوس|Барбадос|巴巴多斯
BD|BGD|Bangladesh|People's Republic of Bangladesh|République populaire du Bangladesh|República Popular de Bangladesh|بنغلاديش|جمهورية بنغلاديش الشعبية|Бангладеш|Народная Республика Бангладеш|孟加拉国|孟加拉人民共和国
BE|BEL|Belgium|Kingdom of Belgium|Belgique|Royaume de Belgique|Bélgica|Reino de Bélgica|بلجيكا|مملكة بلجيكا|Бельгия|Королевство Бельгия|比利时|比利时王国
BF|BFA|Burkina Faso|بوركينا فاسو|Буркина-Фасо|布基纳法索
BG|BGR|Bulgaria|Republic of Bulgaria|Bulgarie|République de Bulgarie|República de Bulgaria|بلغاريا|جمهورية بلغاريا|Болгария|Республика Болгария|保加利亚|保加利亚共和国
BH|BHR|Bahrain|Kingdom of Bahrain|Bahreïn|Royaume de Bahreïn|Bahrein|Reino de Bahrein|البحرين|مملكة البحرين|Бахрейн|Королевство Бахрейн|巴林|巴林王国
BI|BDI|Burundi|Republic of Burundi|République du Burundi|República de Burundi|بوروندي|جمهورية بوروندي|Бурунди|Республика Бурунди|布隆迪|布隆迪共和国
BJ|BEN|Benin|Republic of Benin|Bénin|République du Bénin|República de Benin|بنن|جمهورية بنن|Бенин|Республика Бенин|贝宁|贝宁共和国
BL|BLM|St. Barthélemy|Saint Barthélemy|Saint-Barthélemy|San Barthélemy|سان بارتليمي|Сен-Бартелеми|圣巴泰勒米
BM|BMU|Bermuda|Bermudes|برمودا|Бермудские острова|百慕大
BN|BRN|Brunei|Brunei Darussalam|Brunéi Darussalam|بروني دار السلام|Бруней-Даруссалам|文莱达鲁萨兰国
BO|BOL|Bolivia|Bolivia (Plurinational State of)|Plurinational State of Bolivia|Bolivie (État plurinational de)|État plurinational de Bolivie|Bolivia (Estado Plurinacional de)|Estado Plurinacional de Bolivia|بوليفيا (دولة - المتعددة القوميات)|دولة بوليفيا المتعددة القوميات|Боливия (Многонациональное Государство)|Многонациональное Государство Боливия|多民族玻利维亚国
BQ|BES|Caribbean Netherlands|Bonaire, Sint Eustatius and Saba|Bonaire, Saint-Eustache et Saba|Bonaire, San Eustaquio y Saba|بونير وسانت يوستاشيوس وسابا|Бонайре, Синт-Эстатиус и Саба|博纳尔，圣俄斯塔休斯和萨巴
BR|BRA|Brazil|Federative Republic of Brazil|Brésil|République fédérative du Brésil|Brasil|República Federativa del Brasil|البرازيل|جمهورية البرازيل الاتحادية|Бразилия|Федеративная Республика Бразилия|巴西|巴西联邦共和国
BS|BHS|Bahamas|Commonwealth of the Bahamas|Commonwealth des Bahamas|Commonwealth de las Bahamas|جزر البهاما|كمنولث جزر البهاما|Багамские Острова|Содружество Багамских Островов|巴哈马|巴哈马国
BT|BTN|Bhutan|Kingdom of Bhutan|Bhoutan|Royaume du Bhoutan|Bhután|Reino de Bhután|بوتان|مملكة بوتان|Бутан|Королевство Бутан|不丹|不丹王国
BV|BVT|Bouvet Island|Île Bouvet|Isla Bouvet|جزيرة بوفيت|Остров Буве|布维岛
BW|BWA|Botswana|Republic of Botswana|République du Botswana|República de Botswana|بوتسوانا|جمهورية بوتسوانا|Ботсвана|Республика Ботсвана|博茨瓦纳|博茨瓦纳共和国
BY|BLR|Belarus|Republic of Belarus|Bélarus|République du Bélarus|Belarús|República de Belarús|بيلاروس|جمهورية بيلاروس|Беларусь|Республика Беларусь|白俄罗斯|白俄罗斯共和国
BZ|BLZ|Belize|Belice|بليز|Белиз|伯利兹
CA|CAN|Canada|Canadá|كندا|Канада|加拿大
CC|CCK|Cocos Islands|Cocos (Keeling) Islands|Îles des Cocos (Keeling)|Islas Cocos (Keeling)|جزر كوكس (كيلينغ)|Кокосовых (Килинг) островов|科科斯（基林）群岛
CD|COD|Congo - Kinshasa|Democratic Republic of the Congo|République démocratique du Congo|República Democrática del Congo|جمهورية الكونغو الديمقراطية|Демократическая Республика Конго|刚果民主共和国
CF|CAF|Central African Republic|République centrafricaine|República Centroafricana|جمهورية أفريقيا الوسطى|Центральноафриканская Республика|中非共和国
CG|COG|Congo - Brazzaville|Congo|Republic of the Congo|République du Congo|República del Congo|الكونغو|جمهورية الكونغو|Конго|Республика Конго|刚果|刚果（布）|刚果共和国
CH|CHE|Switzerland|Swiss Confederation|Suisse|Confédération suisse|Suiza|Confederación Suiza|سويسرا|الاتحاد السويسري|Швейцария|Швейцарская Конфедерация|瑞士|瑞士联邦
CI|CIV|Côte d’Ivoire|Ivory Coast|كوت ديفوار|Кот-д'Ивуар|科特迪瓦
CK|COK|Cook Islands|Îles Cook|les Îles Cook|Islas Cook|جزر كوك|Острова Кука|库克群岛
CL|CHL|Chile|Republic of Chile|Chili|République du Chili|República de Chile|شيلي|جمهورية شيلي|Чили|Республика Чили|智利|智利共和国
CM|CMR|Cameroon|Republic of Cameroon|Cameroun|République du Cameroun|Camerún|República del Camerún|الكاميرون|جمهورية الكاميرون|Камерун|Республика Камерун|喀麦隆|喀麦隆共和国
CN|CHN|China|People's Republic of China|Chine|République populaire de Chine|República Popular China|الصين|جمهورية الصين الشعبية|Китай|Китайская Народная Республика|中国|中华人民共和国
CO|COL|Colombia|Republic of Colombia|Colombie|République de Colombie|República de Colombia|كولومبيا|جمهورية كولومبيا|Колумбия|Республика Колумбия|哥伦比亚|哥伦比亚共和国
CR|CRI|Costa Rica|Republic of Costa Rica|République du Costa Rica|República de Costa Rica|كوستاريكا|جمهورية كوستاريكا|Коста-Рика|Республика Коста-Рика|哥斯达黎加|哥斯达黎加共和国
CU|CUB|Cuba|Republic of Cuba|République de Cuba|República de Cuba|كوبا|جمهورية كوبا|Куба|Республика Куба|古巴|古巴共和国
CV|CPV|Cape Verde|Cabo Verde|Republic of Cabo Verde|République de Cabo Verde|República de Cabo Verde|كابو فيردي|جمهورية كابو فيردي|Кабо-Верде|Республика Кабо-Верде|佛得角|佛得角共和国
CW|CUW|Curaçao|Curazao|كوراساو|Кюрасао|库拉索
CX|CXR|Christmas Island|Île Christmas|Isla Christmas|جزيرة عيد الميلاد|остров Рождества|圣诞岛
CY|CYP|Cyprus|Republic of Cyprus|Chypre|République de Chypre|Chipre|República de Chipre|قبرص|جمهورية قبرص|Кипр|Республика Кипр|塞浦路斯|塞浦路斯共和国
CZ|CZE|Czechia|Czech Republic|Tchéquie|République tchèque|Chequia|República Checa|تشيكيا|الجمهورية التشيكية|Чехия|Чешская Республика|捷克|捷克共和国
DE|DEU|Germany|Federal Republic of Germany|Allemagne|République fédérale d'Allemagne|Alemania|República Federal de Alemania|ألمانيا|جمهورية ألمانيا الاتحادية|Германия|Федеративная Республика Германия|德国|德意志联邦共和国
DJ|DJI|Djibouti|Republic of Djibouti|République de Djibouti|República de Djibouti|جيبوتي|جمهورية جيبوتي|Джибути|Республика Джибути|吉布提|吉布提共和国
DK|DNK|Denmark|Kingdom of Denmark|Danemark|Royaume du Danemark|Dinamarca|Reino de Dinamarca|الدانمرك|مملكة الدانمرك|Дания|Королевство Дания|丹麦|丹麦王国
DM|DMA|Dominica|Commonwealth of Dominica|Dominique|Commonwealth de Dominique|Commonwealth de Dominica|دومينيكا|كمنولث دومينيكا|Доминика|Содружество Доминики|多米尼克|多米尼克国
DO|DOM|Dominican Republic|République dominicaine|República Dominicana|الجمهورية الدومينيكية|Доминиканская Республика|多米尼加|多米尼加共和国
DZ|DZA|Algeria|People's Democratic Republic of Algeria|Algérie|République algérienne démocratique et populaire|Argelia|República Argelina Democrática y Popular|الجزائر|الجمهورية الجزائرية الديمقراطية الشعبية|Алжир|Алжирская Народная Демократическая Республика|阿尔及利亚|阿尔及利亚民主人民共和国
EC|ECU|Ecuador|Republic of Ecuador|Équateur|République de l'Équateur|República del Ecuador|إكوادور|جمهورية إكوادور|Эквадор|Республика Эквадор|厄瓜多尔|厄瓜多尔共和国
EE|EST|Estonia|Republic of Estonia|Estonie|République d'Estonie|República de Estonia|إستونيا|جمهورية إستونيا|Эстония|Эстонская Республика|爱沙尼亚|爱沙尼亚共和国
EG|EGY|Egypt|Arab Republic of Egypt|Égypte|République arabe d'Égypte|Egipto|República Árabe de Egipto|مصر|جمهورية مصر العربية|Египет|Арабская Республика Египет|埃及|阿拉伯埃及共和国
EH|ESH|Western Sahara|Sahara occidental|Sáhara Occidental|الصحراء الغربية|Западная Сахара|西撒哈拉
ER|ERI|Eritrea|State of Eritrea|Érythrée|État d'Érythrée|Estado de Eritrea|إريتريا|دولة إريتريا|Эритрея|Государство Эритрея|厄立特里亚|厄立特里亚国
ES|ESP|Spain|Kingdom of Spain|Espagne|Royaume d'Espagne|España|Reino de España|إسبانيا|مملكة إسبانيا|Испания|Королевство Испания|西班牙|西班牙王国
ET|ETH|Ethiopia|Federal Democratic Republic of Ethiopia|Éthiopie|République fédérale démocratique d'Éthiopie|Etiopía|República Democrática Federal de Etiopía|إثيوبيا|جمهورية إثيوبيا الديمقراطية الاتحادية|Эфиопия|Федеративная Демократическая Республика Эфиопия|埃塞俄比亚|埃塞俄比亚联邦民主共和国
FI|FIN|Finland|Republic of Finland|Finlande|République de Finlande|Finlandia|República de Finlandia|فنلندا|جمهورية فنلندا|Финляндия|Финляндская Республика|芬兰|芬兰共和国
FJ|FJI|Fiji|Republic of Fiji|Fidji|République des Fidji|República de Fiji|فيجي|جمهورية فيجي|Фиджи|Республика  Фиджи|斐济|斐济共和国
FK|FLK|Falkland Islands|Îles Falkland (Malvinas)|Islas Malvinas (Falkland)|جزر فوكلاند (مالفيناس)|Фолклендские (Мальвинские) острова|福克兰群岛（马尔维纳斯）
FM|FSM|Micronesia|Micronesia (Federated States of)|Federated States of Micronesia|Micronésie (États fédérés de)|les États fédérés de Micronésie|Micronesia (Estados Federados de)|Estados Federados de Micronesia|ميكرونيزيا (ولايات - الموحدة)|ولايات ميكرونيزيا الموحدة|Микронезия (Федеративные Штаты)|Федеративные Штаты Микронезии|密克罗尼西亚联邦
FO|FRO|Faroe Islands|Îles Féroé|Islas Feroe|جزر فايرو|Фарерские острова|法罗群岛
FR|FRA|France|French Republic|République française|Francia|República Francesa|فرنسا|الجمهورية الفرنسية|Франция|Французская Республика|法国|法兰西共和国
GA|GAB|Gabon|Gabonese Republic|République gabonaise|Gabón|República Gabonesa|غابون|جمهورية الغابون|Габон|Габонская Республика|加蓬|加蓬共和国
GB|GBR|UK|United Kingdom of Great Britain and Northern Ireland|Royaume-Uni de Grande-Bretagne et d’Irlande du Nord|Royaume-Uni de Grande-Bretagne et d'Irlande du Nord|Reino Unido de Gran Bretaña e Irlanda del Norte|المملكة المتحدة لبريطانيا العظمى وآيرلندا الشمالية|المملكة المتحدة لبريطانيا العظمى وأيرلندا الشمالية|Соединенное Королевство Великобритании и Северной Ирландии|大不列颠及北爱尔兰联合王国
GD|GRD|Grenada|Grenade|Granada|غرينادا|Гренада|格林纳达
GE|GEO|Georgia|Géorgie|جورجيا|Грузия|格鲁吉亚
GF|GUF|French Guiana|Guyane française|Guayana Francesa|غيانا الفرنسية|Французская Гвиана|法属圭亚那
GG|GGY|Guernsey|Guernesey|غيرنسي|Гернси|格恩西
GH|GHA|Ghana|Republic of Ghana|République du Ghana|República de Ghana|غانا|جمهورية غانا|Гана|Республика Гана|加纳|加纳共和国
GI|GIB|Gibraltar|جبل طارق|Гибралтар|直布罗陀
GL|GRL|Greenland|Groenland|Groenlandia|غرينلند|Гренландия|格陵兰
GM|GMB|Gambia|Republic of the Gambia|Gambie|République de Gambie|República de Gambia|غامبيا|جمهورية غامبيا|Гамбия|Республика Гамбия|冈比亚|冈比亚共和国
GN|GIN|Guinea|Republic of Guinea|Guinée|République de Guinée|República de Guinea|غينيا|جمهورية غينيا|Гвинея|Гвинейская Республика|几内亚|几内亚共和国
GP|GLP|Guadeloupe|Guadalupe|غوادلوب|Гваделупа|瓜德罗普
GQ|GNQ|Equatorial Guinea|Republic of Equatorial Guinea|Guinée équatoriale|République de Guinée équatoriale|Guinea Ecuatorial|República de Guinea Ecuatorial|غينيا الاستوائية|جمهورية غينيا الاستوائية|Экваториальная Гвинея|Республика Экваториальная Гвинея|赤道几内亚|赤道几内亚共和国
GR|GRC|Greece|Hellenic Republic|Grèce|République hellénique|Grecia|República Helénica|اليونان|الجمهورية الهيلينية|Греция|Греческая Республика|希腊|希腊共和国
GS|SGS|South Georgia & South Sandwich Islands|South Georgia and the South Sandwich Islands|Géorgie du Sud-et-les Îles Sandwich du Sud|Georgia del Sur y las Islas Sandwich del Sur|جورجيا الجنوبية وجزر ساندويتش الجنوبية|Южная Джорджия и Южные Сандвичевы острова|南乔治亚岛和南桑德韦奇岛
GT|GTM|Guatemala|Republic of Guatemala|République du Guatemala|República de Guatemala|غواتيمالا|جمهورية غواتيمالا|Гватемала|Республика Гватемала|危地马拉|危地马拉共和国
GU|GUM|Guam|غوام|Гуам|关岛
GW|GNB|Guinea-Bissau|Republic of Guinea-Bissau|Guinée-Bissau|République de Guinée-Bissau|República de Guinea-Bissau|غينيا - بيساو|جمهورية غينيا - بيساو|Гвинея-Бисау|Республика Гвинея-Бисау|几内亚比绍|几内亚比绍共和国
GY|GUY|Guyana|Co-operative Republic of Guyana|République coopérative du Guyana|República Cooperativa de Guyana|غيانا|جمهورية غيانا التعاونية|Гайана|Кооперативная Республика Гайана|圭亚那|圭亚那合作共和国
HK|HKG|Hong Kong|China, Hong Kong Special Administrative Region|Chine, région administrative spéciale de Hong Kong|China, región administrativa especial de Hong Kong|الصين، منطقة هونغ كونغ الإدارية الخاصة|Китай, Специальный административный район Гонконг|中国香港特别行政区
HM|HMD|Heard & McDonald Islands|Heard Island and McDonald Islands|Île Heard-et-Îles MacDonald|Islas Heard y McDonald|جزيرة هيرد وجزر ماكدونالد|Остров Херд и острова Макдональд|赫德岛和麦克唐纳岛
HN|HND|Honduras|Republic of Honduras|République du Honduras|República de Honduras|هندوراس|جمهورية هندوراس|Гондурас|Республика Гондурас|洪都拉斯|洪都拉斯共和国
HR|HRV|Croatia|Republic of Croatia|Croatie|République de Croatie|Croacia|República de Croacia|كرواتيا|جمهورية كرواتيا|Хорватия|Республика Хорватия|克罗地亚|克罗地亚共和国
HT|HTI|Haiti|Republic of Haiti|Haïti|République d'Haïti|Haití|República de Haití|هايتي|جمهورية هايتي|Гаити|Республика Гаити|海地|海地共和国
HU|HUN|Hungary|Hongrie|Hungría|هنغاريا|Венгрия|匈牙利
ID|IDN|Indonesia|Republic of Indonesia|Indonésie|République d'Indonésie|República de Indonesia|إندونيسيا|جمهورية إندونيسيا|Индонезия|Республика Индонезия|印度尼西亚|印度尼西亚共和国
IE|IRL|Ireland|Irlande|Irlanda|آيرلندا|أيرلندا|Ирландия|爱尔兰
IL|ISR|Israel|State of Israel|Israël|État d'Israël|Estado de Israel|إسرائيل|دولة إسرائيل|Израиль|Государство Израиль|以色列|以色列国
IM|IMN|Isle of Man|Île de Man|Isla de Man|جزيرة مان|Остров Мэн|马恩岛
IN|IND|India|Republic of India|Inde|République de l'Inde|República de la India|الهند|جمهورية الهند|Индия|Республика Индия|印度|印度共和国
IO|IOT|British Indian Ocean Territory|Territoire britannique de l'océan Indien|Territorio Británico del Océano Índico|المحيط الهندي الإقليم البريطاني في|Британская территория в Индийском океане|英属印度洋领土
IQ|IRQ|Iraq|Republic of Iraq|République d'Iraq|República del Iraq|العراق|جمهورية العراق|Ирак|Республика Ирак|伊拉克|伊拉克共和国
IR|IRN|Iran|Iran (Islamic Republic of)|Islamic Republic of Iran|Iran (République islamique d’)|Iran (République islamique d')|République islamique d'Iran|Irán (República Islámica del)|República Islámica del Irán|إيران (جمهورية - الإسلامية)|جمهورية إيران الإسلامية|Иран (Исламская Республика)|Исламская Республика Иран|伊朗伊斯兰共和国
IS|ISL|Iceland|Republic of Iceland|Islande|République d'Islande|Islandia|República de Islandia|آيسلندا|جمهورية آيسلندا|Исландия|Республика Исландия|冰岛|冰岛共和国
IT|ITA|Italy|Republic of Italy|Italie|République italienne|Italia|República Italiana|إيطاليا|جمهورية إيطاليا|Италия|Итальянская Республика|意大利|意大利共和国
JE|JEY|Jersey|جيرسي|Джерси|泽西
JM|JAM|Jamaica|Jamaïque|جامايكا|Ямайка|牙买加
JO|JOR|Jordan|Hashemite Kingdom of Jordan|Jordanie|Royaume hachémite de Jordanie|Jordania|Reino Hachemita de Jordania|الأردن|المملكة الأردنية الهاشمية|Иордания|Иорданское Хашимитское Королевство|约旦|约旦哈希姆王国
JP|JPN|Japan|Japon|Japón|اليابان|Япония|日本|日本国
KE|KEN|Kenya|Republic of Kenya|République du Kenya|República de Kenya|كينيا|جمهورية كينيا|Кения|Республика Кения|肯尼亚|肯尼亚共和国
KG|KGZ|Kyrgyzstan|Kyrgyz Republic|Kirghizistan|République kirghize|Kirguistán|República Kirguisa|قيرغيزستان|جمهورية قيرغيزستان|Кыргызстан|Кыргызская Республика|吉尔吉斯斯坦|吉尔吉斯共和国
KH|KHM|Cambodia|Kingdom of Cambodia|Cambodge|Royaume du Cambodge|Camboya|Reino de Camboya|كمبوديا|مملكة كمبوديا|Камбоджа|Королевство Камбоджа|柬埔寨|柬埔寨王国
KI|KIR|Kiribati|Republic of Kiribati|République de Kiribati|República de Kiribati|كيريباس|جمهورية كيريباس|Кирибати|Республика Кирибати|基里巴斯|基里巴斯共和国
KM|COM|Comoros|Union of the Comoros|Comores|Union des Comores|Comoras|Unión de las Comoras|جزر القمر|اتحاد جزر القمر|Коморские Острова|Союз Коморских Островов|科摩罗|科摩罗联盟
KN|KNA|St. Kitts & Nevis|Saint Kitts and Nevis|Saint-Kitts-et-Nevis|Saint Kitts y Nevis|سانت كيتس ونيفس|Сент-Китс и Невис|圣基茨和尼维斯
KP|PRK|North Korea|Democratic People's Republic of Korea|République populaire démocratique de Corée|República Popular Democrática de Corea|جمهورية كوريا الشعبية الديمقراطية|Корейская Народно-Демократическая Республика|朝鲜民主主义人民共和国
KR|KOR|South Korea|Republic of Korea|République de Corée|República de Corea|جمهورية كوريا|Республика Корея|大韩民国
KW|KWT|Kuwait|State of Kuwait|Koweït|État du Koweït|Estado de Kuwait|الكويت|دولة الكويت|Кувейт|Государство Кувейт|科威特|科威特国
KY|CYM|Cayman Islands|Îles Caïmanes|Islas Caimán|جزر كايمان|Кайман острова|开曼群岛
KZ|KAZ|Kazakhstan|Republic of Kazakhstan|République du Kazakhstan|Kazajstán|República de Kazajstán|كازاخستان|جمهورية كازاخستان|Казахстан|Республика Казахстан|哈萨克斯坦|哈萨克斯坦共和国
LA|LAO|Laos|Lao People's Democratic Republic|République démocratique populaire lao|República Democrática Popular Lao|جمهورية لاو الديمقراطية الشعبية|Лаосская Народно-Демократическая Республика|老挝人民民主共和国
LB|LBN|Lebanon|Lebanese Republic|Liban|République libanaise|Líbano|República Libanesa|لبنان|الجمهورية اللبنانية|Ливан|Ливанская Республика|黎巴嫩|黎巴嫩共和国
LC|LCA|St. Lucia|Saint Lucia|Sainte-Lucie|Santa Lucía|سانت لوسيا|Сент-Люсия|圣卢西亚
LI|LIE|Liechtenstein|Principality of Liechtenstein|Principauté du Liechtenstein|Principado de Liechtenstein|ليختنشتاين|إمارة ليختنشتاين|Лихтенштейн|Княжество Лихтенштейн|列支敦士登|列支敦士登公国
LK|LKA|Sri Lanka|Democratic Socialist Republic of Sri Lanka|République socialiste démocratique de Sri Lanka|República Socialista Democrática de Sri Lanka|سري لانكا|جمهورية سري لانكا الاشتراكية الديمقراطية|Шри-Ланка|Демократическая Социалистическая Республика Шри-Ланка|斯里兰卡|斯里兰卡民主社会主义共和国
LR|LBR|Liberia|Republic of Liberia|Libéria|République du Libéria|República de Liberia|ليبريا|جمهورية ليبريا|Либерия|Республика Либерия|利比里亚|利比里亚共和国
LS|LSO|Lesotho|Kingdom of Lesotho|Royaume du Lesotho|Reino de Lesotho|ليسوتو|مملكة ليسوتو|Лесото|Королевство Лесото|莱索托|莱索托王国
LT|LTU|Lithuania|Republic of Lithuania|Lituanie|République de Lituanie|Lituania|República de Lituania|ليتوانيا|جمهورية ليتوانيا|Литва|Литовская Республика|立陶宛|立陶宛共和国
LU|LUX|Luxembourg|Grand Duchy of Luxembourg|Grand-Duché de Luxembourg|Luxemburgo|Gran Ducado de Luxemburgo|لكسمبرغ|دوقية لكسمبرغ الكبرى|Люксембург|Великое Герцогство Люксембург|卢森堡|卢森堡大公国
LV|LVA|Latvia|Republic of Latvia|Lettonie|République de Lettonie|Letonia|República de Letonia|لاتفيا|جمهورية لاتفيا|Латвия|Латвийская Республика|拉脱维亚|拉脱维亚共和国
LY|LBY|Libya|State of Libya|Libye|État de Libye|Libia|Estado de Libia|ليبيا|دولة ليبيا|Ливия|Государство Ливия|利比亚|利比亚国
MA|MAR|Morocco|Kingdom of Morocco|Maroc|Royaume du Maroc|Marruecos|Reino de Marruecos|المغرب|المملكة المغربية|Марокко|Королевство Марокко|摩洛哥|摩洛哥王国
MC|MCO|Monaco|Principality of Monaco|Principauté de Monaco|Mónaco|Principado de Mónaco|موناكو|إمارة موناكو|Монако|Княжество Монако|摩纳哥|摩纳哥公国
MD|MDA|Moldova|Republic of Moldova|République de Moldova|República de Moldova|جمهورية مولدوفا|Республика Молдова|摩尔多瓦共和国
ME|MNE|Montenegro|Monténégro|الجبل الأسود|Черногория|黑山
MF|MAF|St. Martin|Saint Martin (French Part)|Saint-Martin (partie française)|San Martín (parte francesa)|سانت مارتن (الجزء الفرنسي)|Сен-Мартен (французская часть)|圣马丁（法属）
MG|MDG|Madagascar|Republic of Madagascar|République de Madagascar|República de Madagascar|مدغشقر|جمهورية مدغشقر|Мадагаскар|Республика Мадагаскар|马达加斯加|马达加斯加共和国
MH|MHL|Marshall Islands|Republic of the Marshall Islands|Îles Marshall|République des Îles Marshall|Islas Marshall|República de las Islas Marshall|جزر مارشال|جمهورية جزر مارشال|Маршалловы Острова|Республика Маршалловы Острова|马绍尔群岛|马绍尔群岛共和国
MK|MKD|North Macedonia|Republic of North Macedonia|Macédoine du Nord|République de Macédoine du Nord|Macedonia del Norte|República de Macedonia del Norte|مقدونيا الشمالية|جمهورية مقدونيا الشمالية|Северная Македония|Республика Северная Македония|北马其顿|北马其顿共和国
ML|MLI|Mali|Republic of Mali|République du Mali|Malí|República de Malí|مالي|جمهورية مالي|Мали|Республика Мали|马里|马里共和国
MM|MMR|Myanmar|Republic of the Union of Myanmar|République de l'Union du Myanmar|República de la Unión de Myanmar|ميانمار|جمهورية اتحاد ميانمار|Мьянма|Республика Союз Мьянма|缅甸|缅甸联邦共和国
MN|MNG|Mongolia|Mongolie|منغوليا|Монголия|蒙古|蒙古国
MO|MAC|Macao|China, Macao Special Administrative Region|Chine, région administrative spéciale de Macao|China, región administrativa especial de Macao|الصين، منطقة ماكاو الإدارية الخاصة|Китай, Специальный административный район Макао|中国澳门特别行政区
MP|MNP|Northern Mariana Islands|Îles Mariannes du Nord|Islas Marianas Septentrionales|جزر ماريانا الشمالية|Северные Марианские острова|北马里亚纳群岛
MQ|MTQ|Martinique|Martinica|مارتينيك|Мартиника|马提尼克
MR|MRT|Mauritania|Islamic Republic of Mauritania|Mauritanie|République islamique de Mauritanie|República Islámica de Mauritania|موريتانيا|الجمهورية الإسلامية الموريتانية|Мавритания|Исламская Республика Мавритания|毛里塔尼亚|毛里塔尼亚伊斯兰共和国
MS|MSR|Montserrat|مونتسيرات|Монтсеррат|蒙特塞拉特
MT|MLT|Malta|Republic of Malta|Malte|République de Malte|República de Malta|مالطة|جمهورية مالطة|Мальта|Республика Мальта|马耳他|马耳他共和国
MU|MUS|Mauritius|Republic of Mauritius|Maurice|République de Maurice|Mauricio|República de Mauricio|موريشيوس|جمهورية موريشيوس|Маврикий|Республика Маврикий|毛里求斯|毛里求斯共和国
MV|MDV|Maldives|Republic of Maldives|République des Maldives|Maldivas|República de Maldivas|ملديف|جمهورية ملديف|Мальдивские Острова|Мальдивская Республика|马尔代夫|马尔代夫共和国
MW|MWI|Malawi|Republic of Malawi|République du Malawi|República de Malawi|ملاوي|جمهورية ملاوي|Малави|Республика Малави|马拉维|马拉维共和国
MX|MEX|Mexico|United Mexican States|Mexique|les États-Unis du Mexique|México|Estados Unidos Mexicanos|المكسيك|الولايات المتحدة المكسيكية|Мексика|Мексиканские Соединенные Штаты|墨西哥|墨西哥合众国
MY|MYS|Malaysia|Malaisie|Malasia|ماليزيا|Малайзия|马来西亚
MZ|MOZ|Mozambique|Republic of Mozambique|République du Mozambique|República de Mozambique|موزامبيق|جمهورية موزامبيق|Мозамбик|Республика Мозамбик|莫桑比克|莫桑比克共和国
NA|NAM|Namibia|Republic of Namibia|Namibie|République de Namibie|República de Namibia|ناميبيا|جمهورية ناميبيا|Намибия|Республика Намибия|纳米比亚|纳米比亚共和国
NC|NCL|New Caledonia|Nouvelle-Calédonie|Nueva Caledonia|كاليدونيا الجديدة|Новая Каледония|新喀里多尼亚
NE|NER|Niger|Republic of the Niger|République du Niger|Níger|República del Níger|النيجر|جمهورية النيجر|Нигер|Республика Нигер|尼日尔|尼日尔共和国
NF|NFK|Norfolk Island|Île Norfolk|Isla Norfolk|جزيرة نورفولك|Остров Норфолк|诺福克岛
NG|NGA|Nigeria|Federal Republic of Nigeria|Nigéria|République fédérale du Nigéria|República Federal de Nigeria|نيجيريا|جمهورية نيجيريا الاتحادية|Нигерия|Федеративная Республика Нигерия|尼日利亚|尼日利亚联邦共和国
NI|NIC|Nicaragua|Republic of Nicaragua|République du Nicaragua|República de Nicaragua|نيكاراغوا|جمهورية نيكاراغوا|Никарагуа|Республика Никарагуа|尼加拉瓜|尼加拉瓜共和国
NL|NLD|Netherlands|Kingdom of the Netherlands|Pays-Bas (Royaume des)|Pays-Bas|Royaume des Pays-Bas|Países Bajos (Reino de los)|Países Bajos|Reino de los Países Bajos|هولندا (مملكة _)|هولندا|مملكة هولندا|Нидерланды (Королевство)|Нидерланды|Королевство Нидерландов|荷兰王国|荷兰
NO|NOR|Norway|Kingdom of Norway|Norvège|Royaume de Norvège|Noruega|Reino de Noruega|النرويج|مملكة النرويج|Норвегия|Королевство Норвегия|挪威|挪威王国
NP|NPL|Nepal|Népal|نيبال|Непал|尼泊尔
NR|NRU|Nauru|Republic of Nauru|République de Nauru|República de Nauru|ناورو|جمهورية ناورو|Науру|Республика Науру|瑙鲁|瑙鲁共和国
NU|NIU|Niue|Nioué|نيوي|Ниуэ|纽埃
NZ|NZL|New Zealand|Nouvelle-Zélande|Nueva Zelandia|نيوزيلندا|Новая Зеландия|新西兰
OM|OMN|Oman|Sultanate of Oman|Sultanat d'Oman|Omán|Sultanía de Omán|عمان|سلطنة عمان|Оман|Султанат Оман|阿曼|阿曼苏丹国
PA|PAN|Panama|Republic of Panama|République du Panama|Panamá|República de Panamá|بنما|جمهورية بنما|Панама|Республика Панама|巴拿马|巴拿马共和国
PE|PER|Peru|Republic of Peru|Pérou|République du Pérou|Perú|República del Perú|بيرو|جمهورية بيرو|Перу|Республика Перу|秘鲁|秘鲁共和国
PF|PYF|French Polynesia|Polynésie française|Polinesia Francesa|بولينيزيا الفرنسية|Французская Полинезия|法属波利尼西亚
PG|PNG|Papua New Guinea|Independent State of Papua New Guinea|Papouasie-Nouvelle-Guinée|État indépendant de Papouasie-Nouvelle-Guinée|Papua Nueva Guinea|Estado Independiente de Papua Nueva Guinea|بابوا غينيا الجديدة|دولة بابوا غينيا الجديدة المستقلة|Папуа-Новая Гвинея|Папуа — Новая Гвинея|Независимое государство Папуа — Новая Гвинея|巴布亚新几内亚|巴布亚新几内亚独立国
PH|PHL|Philippines|Republic of the Philippines|République des Philippines|Filipinas|República de Filipinas|الفلبين|جمهورية الفلبين|Филиппины|Республика Филиппины|菲律宾|菲律宾共和国
PK|PAK|Pakistan|Islamic Republic of Pakistan|République islamique du Pakistan|Pakistán|República Islámica del Pakistán|باكستان|جمهورية باكستان الإسلامية|Пакистан|Исламская Республика Пакистан|巴基斯坦|巴基斯坦伊斯兰共和国
PL|POL|Poland|Republic of Poland|Pologne|République de Pologne|Polonia|República de Polonia|بولندا|جمهورية بولندا|Польша|Республика Польша|波兰|波兰共和国
PM|SPM|St. Pierre & Miquelon|Saint Pierre and Miquelon|Saint-Pierre-et-Miquelon|San Pedro y Miquelón|سان بيير وميكلون|Сен-Пьер и Микелон|圣皮埃尔和密克隆
PN|PCN|Pitcairn|بيتكرن|Питкэрн|皮特凯恩
PR|PRI|Puerto Rico|Porto Rico|بورتوريكو|Пуэрто-Рико|波多黎各
PS|PSE|Palestine|State of Palestine|État de Palestine|Estado de Palestina|دولة فلسطين|Государство Палестина|巴勒斯坦国
PT|PRT|Portugal|Portuguese Republic|République portugaise|República Portuguesa|البرتغال|جمهورية البرتغال|Португалия|Португальская Республика|葡萄牙|葡萄牙共和国
PW|PLW|Palau|Republic of Palau|Palaos|République des Palaos|República de Palau|بالاو|جمهورية بالاو|Палау|Республика Палау|帕劳|帕劳共和国
PY|PRY|Paraguay|Republic of Paraguay|République du Paraguay|República del Paraguay|باراغواي|جمهورية باراغواي|Парагвай|Республика Парагвай|巴拉圭|巴拉圭共和国
QA|QAT|Qatar|State of Qatar|État du Qatar|Estado de Qatar|قطر|دولة قطر|Катар|Государство Катар|卡塔尔|卡塔尔国
RE|REU|Réunion|Reunión|ريونيون|Реюньон|留尼汪
RO|ROU|Romania|Roumanie|Rumania|رومانيا|Румыния|罗马尼亚
RS|SRB|Serbia|Republic of Serbia|Serbie|République de Serbie|República de Serbia|صربيا|جمهورية صربيا|Сербия|Республика Сербия|塞尔维亚|塞尔维亚共和国
RU|RUS|Russia|Russian Federation|Fédération de Russie|Federación de Rusia|الاتحاد الروسي|Российская Федерация|俄罗斯联邦
RW|RWA|Rwanda|Republic of Rwanda|République du Rwanda|República de Rwanda|رواندا|جمهورية رواندا|Руанда|Республика Руанда|卢旺达|卢旺达共和国
SA|SAU|Saudi Arabia|Kingdom of Saudi Arabia|Arabie saoudite|Royaume d'Arabie saoudite|Arabia Saudita|Reino de la Arabia Saudita|المملكة العربية السعودية|Саудовская Аравия|Королевство Саудовская Аравия|沙特阿拉伯|沙特阿拉伯王国
SB|SLB|Solomon Islands|Îles Salomon|les Îles Salomon|Islas Salomón|جزر سليمان|Соломоновы Острова|所罗门群岛
SC|SYC|Seychelles|Republic of Seychelles|République des Seychelles|República de Seychelles|سيشيل|جمهورية سيشيل|Сейшельские Острова|Республика Сейшельские Острова|塞舌尔|塞舌尔共和国
SD|SDN|Sudan|Republic of the Sudan|Soudan|République du Soudan|Sudán|República del Sudán|السودان|جمهورية السودان|Судан|Республика Судан|苏丹|苏丹共和国
SE|SWE|Sweden|Kingdom of Sweden|Suède|Royaume de Suède|Suecia|Reino de Suecia|السويد|مملكة السويد|Швеция|Королевство Швеция|瑞典|瑞典王国
SG|SGP|Singapore|Republic of Singapore|Singapour|République de Singapour|Singapur|República de Singapur|سنغافورة|جمهورية سنغافورة|Сингапур|Республика Сингапур|新加坡|新加坡共和国
SH|SHN|St. Helena|Saint Helena|Sainte-Hélène|Santa Elena|سانت هيلانة|Остров Святой Елены|圣赫勒拿
SI|SVN|Slovenia|Republic of Slovenia|Slovénie|République de Slovénie|Eslovenia|República de Eslovenia|سلوفينيا|جمهورية سلوفينيا|Словения|Республика Словения|斯洛文尼亚|斯洛文尼亚共和国
SJ|SJM|Svalbard & Jan Mayen|Svalbard and Jan Mayen Islands|Îles Svalbard-et-Jan Mayen|Islas Svalbard y Jan Mayen|جزيرتي سفالبارد وجان مايِن|Острова Свальбард и Ян-Майен|斯瓦尔巴群岛和扬马延岛
SK|SVK|Slovakia|Slovak Republic|Slovaquie|République slovaque|Eslovaquia|República Eslovaca|سلوفاكيا|الجمهورية السلوفاكية|Словакия|Словацкая Республика|斯洛伐克|斯洛伐克共和国
SL|SLE|Sierra Leone|Republic of Sierra Leone|République de Sierra Leone|Sierra Leona|República de Sierra Leona|سيراليون|جمهورية سيراليون|Сьерра-Леоне|Республика Сьерра-Леоне|塞拉利昂|塞拉利昂共和国
SM|SMR|San Marino|Republic of San Marino|Saint-Marin|République de Saint-Marin|República de San Marino|سان مارينو|جمهورية سان مارينو|Сан-Марино|Республика Сан-Марино|圣马力诺|圣马力诺共和国
SN|SEN|Senegal|Republic of Senegal|Sénégal|République du Sénégal|República del Senegal|السنغال|جمهورية السنغال|Сенегал|Республика Сенегал|塞内加尔|塞内加尔共和国
SO|SOM|Somalia|Federal Republic of Somalia|Somalie|République fédérale de Somalie|República Federal de Somalia|الصومال|جمهورية الصومال الاتحادية|Сомали|Федеративная Республика Сомали|索马里|索马里联邦共和国
SR|SUR|Suriname|Republic of Suriname|République du Suriname|República de Suriname|سورينام|جمهورية سورينام|Суринам|Республика Суринам|苏里南|苏里南共和国
SS|SSD|South Sudan|Republic of South Sudan|Soudan du Sud|République du Soudan du Sud|Sudán del Sur|República de Sudán del Sur|جنوب السودان|جمهورية جنوب السودان|Южный Судан|Республика Южный Судан|南苏丹|南苏丹共和国
ST|STP|São Tomé & Príncipe|Sao Tome and Principe|Democratic Republic of Sao Tome and Principe|Sao Tomé-et-Principe|République démocratique de Sao Tomé-et-Principe|Santo Tomé y Príncipe|República Democrática de Santo Tomé y Príncipe|سان تومي وبرينسيبي|جمهورية سان تومي وبرينسيبي الديمقراطية|Сан-Томе и Принсипи|Демократическая Республика Сан-Томе и Принсипи|圣多美和普林西比|圣多美和普林西比民主共和国
SV|SLV|El Salvador|Republic of El Salvador|République d'El Salvador|República de El Salvador|السلفادور|جمهورية السلفادور|Сальвадор|Республика Эль-Сальвадор|萨尔瓦多|萨尔瓦多共和国
SX|SXM|Sint Maarten|Sint Maarten (Dutch part)|Saint-Martin (partie néerlandaise)|San Martín (parte Holandesa)|سانت مارتن (الجزء الهولندي)|Синт-Мартен (нидерландская часть)|圣马丁（荷属）
SY|SYR|Syria|Syrian Arab Republic|République arabe syrienne|República Árabe Siria|الجمهورية العربية السورية|Сирийская Арабская Республика|阿拉伯叙利亚共和国
SZ|SWZ|Eswatini|Kingdom of Eswatini|Royaume d’Eswatini|Reino de Eswatini|إسواتيني|مملكة إسواتيني|Эсватини|Королевство Эсватини|斯威士兰|斯威士兰王国
TC|TCA|Turks & Caicos Islands|Turks and Caicos Islands|Îles Turques-et-Caïques|Islas Turcas y Caicos|جزر تركس وكايكوس|Острова Теркс и Кайкос|特克斯和凯科斯群岛
TD|TCD|Chad|Republic of Chad|Tchad|République du Tchad|República del Chad|تشاد|جمهورية تشاد|Чад|Республика Чад|乍得|乍得共和国
TF|ATF|French Southern Territories|Terres australes françaises|Territorio de las Tierras Australes Francesas|الأراضي الفرنسية الجنوبية الجنوبية|Южные земли (французская заморская территория)|法属南方领地
TG|TGO|Togo|Togolese Republic|République togolaise|República Togolesa|توغو|جمهورية توغو|Того|Тоголезская Республика|多哥|多哥共和国
TH|THA|Thailand|Kingdom of Thailand|Thaïlande|Royaume de Thaïlande|Tailandia|Reino de Tailandia|تايلند|مملكة تايلند|Таиланд|Королевство Таиланд|泰国|泰王国
TJ|TJK|Tajikistan|Republic of Tajikistan|Tadjikistan|République du Tadjikistan|Tayikistán|República de Tayikistán|طاجيكستان|جمهورية طاجيكستان|Таджикистан|Республика Таджикистан|塔吉克斯坦|塔吉克斯坦共和国
TK|TKL|Tokelau|Tokélaou|توكيلاو|Токелау|托克劳
TL|TLS|Timor-Leste|Democratic Republic of Timor-Leste|République démocratique du Timor-Leste|República Democrática de Timor-Leste|تيمور - ليشتي|تيمور- ليشتي|جمهورية تيمور - ليشتي الديمقراطية|Тимор-Лешти|Демократическая Республика Тимор-Лешти|东帝汶|东帝汶民主共和国
TM|TKM|Turkmenistan|Turkménistan|Turkmenistán|تركمانستان|Туркменистан|土库曼斯坦
TN|TUN|Tunisia|Republic of Tunisia|Tunisie|République tunisienne|Túnez|República de Túnez|تونس|الجمهورية التونسية|Тунис|Тунисская Республика|突尼斯|突尼斯共和国
TO|TON|Tonga|Kingdom of Tonga|Royaume des Tonga|Reino de Tonga|تونغا|مملكة تونغا|Тонга|Королевство Тонга|汤加|汤加王国
TR|TUR|Türkiye|تركيا|Турция|土耳其
TT|TTO|Trinidad & Tobago|Trinidad and Tobago|Republic of Trinidad and Tobago|Trinité-et-Tobago|République de Trinité-et-Tobago|Trinidad y Tabago|República de Trinidad y Tabago|ترينيداد وتوباغو|جمهورية ترينيداد وتوباغو|Тринидад и Тобаго|Республика Тринидад и Тобаго|特立尼达和多巴哥|特立尼达和多巴哥共和国
TV|TUV|Tuvalu|توفالو|Тувалу|图瓦卢
TW|TWN|Taiwan|Taïwan|Taiwán|تايوان|Тайвань|台湾
TZ|TZA|Tanzania|United Republic of Tanzania|République-Unie de Tanzanie|República Unida de Tanzanía|جمهورية تنزانيا المتحدة|Объединенная Республика Танзания|坦桑尼亚联合共和国
UA|UKR|Ukraine|Ucrania|أوكرانيا|Украина|乌克兰
UG|UGA|Uganda|Republic of Uganda|Ouganda|République de l'Ouganda|República de Uganda|أوغندا|جمهورية أوغندا|Уганда|Республика Уганда|乌干达|乌干达共和国
UM|UMI|U.S. Outlying Islands|United States Minor Outlying Islands|Îles mineures éloignées des États-Unis|Islas menores alejadas de Estados Unidos|نائية التابعة للولايات المتحدة|Внешние малые острова Соединенных Штатов|美国本土外小岛屿
US|USA|US|United States of America|États-Unis d’Amérique|États-Unis d'Amérique|les États-Unis d'Amérique|Estados Unidos de América|الولايات المتحدة الأمريكية|Соединенные Штаты Америки|美利坚合众国
UY|URY|Uruguay|Eastern Republic of Uruguay|République orientale de l'Uruguay|República Oriental del Uruguay|أوروغواي|جمهورية أوروغواي الشرقية|Уругвай|Восточная Республика Уругвай|乌拉圭|乌拉圭东岸共和国
UZ|UZB|Uzbekistan|Republic of Uzbekistan|Ouzbékistan|République d'Ouzbékistan|Uzbekistán|República de Uzbekistán|أوزبكستان|جمهورية أوزبكستان|Узбекистан|Республика Узбекистан|乌兹别克斯坦|乌兹别克斯坦共和国
VA|VAT|Vatican City|Holy See|Saint-Siège|Santa Sede|الكرسي الرسولي|Святой Престол|教廷|罗马教廷
VC|VCT|St. Vincent & Grenadines|Saint Vincent and the Grenadines|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|سانت فنسنت وجزر غرينادين|Сент-Винсент и Гренадины|圣文森特和格林纳丁斯
VE|VEN|Venezuela|Venezuela (Bolivarian Republic of)|Bolivarian Republic of Venezuela|Venezuela (République bolivarienne du)|République bolivarienne du Venezuela|Venezuela (República Bolivariana de)|República Bolivariana de Venezuela|فنزويلا (جمهورية - البوليفارية)|جمهورية فنزويلا البوليفارية|Венесуэла (Боливарианская Республика)|Боливарианская Республика Венесуэла|委内瑞拉玻利瓦尔共和国
VG|VGB|British Virgin Islands|Îles Vierges britanniques|Islas Vírgenes Británicas|جزر فرجن البريطانية|Британские Виргинские острова|英属维尔京群岛
VI|VIR|U.S. Virgin Islands|United States Virgin Islands|Îles Vierges américaines|Islas Vírgenes de los Estados Unidos|جزر فرجن التابعة للولايات المتحدة|Виргинские острова Соединенных Штатов|美属维尔京群岛
VN|VNM|Vietnam|Viet Nam|Socialist Republic of Viet Nam|République socialiste du Viet Nam|República Socialista de Viet Nam|فييت نام|جمهورية فييت نام الاشتراكية|Вьетнам|Социалистическая Республика Вьетнам|越南|越南社会主义共和国
VU|VUT|Vanuatu|Republic of Vanuatu|République de Vanuatu|República de Vanuatu|فانواتو|جمهورية فانواتو|Вануату|Республика Вануату|瓦努阿图|瓦努阿图共和国
WF|WLF|Wallis & Futuna|Wallis and Futuna Islands|Îles Wallis-et-Futuna|Islas Wallis y Futuna|جزر واليس وفوتونا|Острова Уоллис и Футуна|瓦利斯群岛和富图纳群岛
WS|WSM|Samoa|Independent State of Samoa|État indépendant du Samoa|Estado Independiente de Samoa|ساموا|دولة ساموا المستقلة|Самоа|Независимое Государство Самоа|萨摩亚|萨摩亚独立国
YE|YEM|Yemen|Republic of Yemen|Yémen|République du Yémen|República del Yemen|اليمن|الجمهورية اليمنية|Йемен|Йеменская Республика|也门|也门共和国
YT|MYT|Mayotte|مايوت|Остров Майотта|马约特
ZA|ZAF|South Africa|Republic of South Africa|Afrique du Sud|République sud-africaine|Sudáfrica|República de Sudáfrica|جنوب أفريقيا|جمهورية جنوب أفريقيا|Южная Африка|Южно-Африканская Республика|南非|南非共和国
ZM|ZMB|Zambia|Republic of Zambia|Zambie|République de Zambie|República de Zambia|زامبيا|جمهورية زامبيا|Замбия|Республика Замбия|赞比亚|赞比亚共和国
ZW|ZWE|Zimbabwe|Republic of Zimbabwe|République du Zimbabwe|República de Zimbabwe|زمبابوي|جمهورية زمبابوي|Зимбабве|Республика Зимбабве|津巴布韦|津巴布韦共和国
`

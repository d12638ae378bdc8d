"""Trade words that mean the same: abbreviations, spellings and the Chinese and Korean words.

Every word here is generic: it may support a match of company names and never carries one.
The left side is written as texts are folded; the right side is the word that stands for it.
Facts of usage, put together from trade papers' habits and the symbol tables of rigour (MIT).
"""

from collections.abc import Iterable

from screener.codes.countries import country

_SPELLED: dict[str, str] = {
    "accessory": "accs acc accessories",
    "administration": "admin admn",
    "agency": "agcy agencies agence agencia agentur",
    "agriculture": "agri agric agricultural agro",
    "aluminium": "aluminum aluminio alluminio alu",
    "associate": "assoc assn association associates asso",
    "automation": "automatic automations",
    "automobile": "auto automotive autos automobiles",
    "airline": "air airlines airway airways aircompany avia aviakompaniya",
    "aviation": "avn",
    "bank": "bnk bk banking unhaeng eunhaeng",
    "biotechnology": "biotech biotechnologies",
    "brothers": "bros bro",
    "building": "bldg buildings bldgs",
    "bureau": "bur",
    "business": "bus businesses",
    "charity": "charitable charities",
    "center": "centre ctr cntr cente centers centres",
    "ceramic": "ceramics ceramica ceramiche ceramicas ceramique",
    "chemical": "chem chems chemicals chemistry",
    "color": "colour colors colours",
    "commercial": "coml comercial commerciale commerce comercio",
    "communication": "comm comms communications commun",
    "construction": "const constr cons constructions",
    "corps": "",
    "cooperation": "cooperations coop",
    "cooperative": "cooperatives",
    "cultural": "culture",
    "department": "dept dpt",
    "development": "dev devt devel dvlpt develop developments",
    "distribution": "distr distrib distributor distributors distributing",
    "division": "div",
    "economic": "econ economy economics",
    "electric": "elec elect electrical electricity",
    "electronic": "electr electron electronics",
    "emirates": "uae",
    "energy": "energies",
    "engineering": "engg engr eng engrg engineers",
    "enterprise": "ent entp enterprises enterpr entreprise entreprises",
    "equipment": "equip equipments eqpt eqp",
    "establishment": "est establishments",
    "export": "exp expt exporting exportation exports exporter exporters exportacao exportadora",
    "factory": "fty fac fact fcty factories mill mills plant plants works wks",
    "fiber": "fibre fibers fibres",
    "financial": "fin finance finances",
    "fishing": "fishery fisheries",
    "food": "foods foodstuff foodstuffs",
    "foreign": "fgn",
    "footwear": "shoes shoe footwears",
    "forwarding": "fwdg fwd forwarders forwarder",
    "foundation": "fdn fndn",
    "furniture": "furn furnitures",
    "garment": "gmt gmts garments apparel apparels clothing clothes clothings cloth",
    "general": "gen genl chonghoesa",
    "government": "govt gov",
    "group": "grp gp groups grupo groupe gruppo",
    "handicraft": "handicrafts handcraft handcrafts crafts craft",
    "hongkong": "hk",
    "holding": "hldg hldgs holdings",
    "import": "imp impt importing importation imports importer importers importacao importadora",
    "industrial": "ind indl indust indus industry industries industria industrias",
    "information": "info",
    "institute": "inst",
    "insurance": "ins",
    "international": "intl int internatl internacional internazionale internationale internat",
    "investment": "inv invest invmt investments",
    "knitting": "knit knitwear knitted knits knitwears",
    "labor": "labour",
    "laboratory": "lab labs laboratories",
    "leather": "leathers",
    "logistics": "log logis logist logistic logistica",
    "luggage": "luggages",
    "machinery": "mach machine machines mchy machineries",
    "management": "mgmt mngt mgt mangement",
    "manufacturing": "mfg manuf mfr mfrs manufacture manufacturer manufacturers manufactory mnfg",
    "maritime": "mar marit marine",
    "market": "mkt marketing mktg markets",
    "material": "mat matl mats materials",
    "medical": "med medicine",
    "metal": "metals",
    "mining": "mine mines",
    "metallurgy": "metallurgical metallurgic",
    "ministry": "min",
    "national": "natl nat nacional nazionale nationale",
    "network": "networks net",
    "northkorea": "dprk",
    "organization": "org organisation organizations organisations",
    "packaging": "pkg packing pack pkging",
    "petroleum": "pet petro petrol",
    "pharmaceutical": "pharm pharma pharmaceuticals pharmaceutic",
    "plastic": "plas plastics",
    "product": "prod prods products",
    "production": "productions prodn",
    "project": "proj projects",
    "property": "prop properties",
    "research": "rsch res",
    "resource": "resources",
    "science": "sci scientific sciences",
    "security": "sec secur securities",
    "semiconductor": "semicon semicond semiconductors",
    "service": "svc svcs srv srvs serv srvc srvcs srvces services servicios",
    "shipping": "shpg ship ships",
    "southkorea": "rok",
    "society": "soc",
    "solution": "soln solutions",
    "special": "spec",
    "supply": "supp suppl supplies supplier suppliers",
    "system": "sys syst systems",
    "technology": "tech techn technol technologies technical technic techno tecnologia",
    "telecommunication": "telecom telecoms telecommunications telco",
    "textile": "tex text txtl textiles textil",
    "trade": "trd trdg trading tdg trade muyok muyeok trades trader traders trad tradings commerce",
    "transport": "trans transp transportation transports tpt transporte",
    "travel": "tvl travels",
    "unitedkingdom": "uk",
    "unitedstates": "us usa",
    "university": "univ",
    "warehouse": "whse warehousing warehouses",
    "wholesale": "whsle wholesaler wholesalers",
}

_PEOPLES: dict[str, str] = {
    "afghanistan": "afghan",
    "algeria": "algerian",
    "america": "american",
    "argentina": "argentine",
    "armenia": "armenian",
    "australia": "australian",
    "austria": "austrian",
    "azerbaijan": "azerbaijani",
    "bangladesh": "bangladeshi",
    "belarus": "belarusian byelorussian",
    "belgium": "belgian",
    "brazil": "brazilian brasil",
    "britain": "british",
    "bulgaria": "bulgarian",
    "cambodia": "cambodian kampuchea",
    "canada": "canadian",
    "china": "chinese zhongguo prc",
    "cuba": "cuban",
    "cyprus": "cypriot",
    "denmark": "danish",
    "egypt": "egyptian",
    "europe": "european euro",
    "finland": "finnish",
    "france": "french",
    "germany": "german deutsche deutschland",
    "greece": "greek hellenic",
    "hungary": "hungarian",
    "india": "indian",
    "indonesia": "indonesian",
    "iran": "iranian persian persia",
    "iraq": "iraqi",
    "ireland": "irish",
    "israel": "israeli",
    "italy": "italian italiana italia",
    "japan": "japanese nippon",
    "jordan": "jordanian",
    "kazakhstan": "kazakh",
    "korea": "korean choson chosun joseon",
    "kuwait": "kuwaiti",
    "laos": "lao",
    "lebanon": "lebanese",
    "malaysia": "malaysian",
    "mexico": "mexican mexicana",
    "mongolia": "mongolian",
    "morocco": "moroccan",
    "myanmar": "burma burmese",
    "nigeria": "nigerian",
    "norway": "norwegian norge",
    "pakistan": "pakistani",
    "philippines": "philippine filipino",
    "poland": "polish polska",
    "portugal": "portuguese",
    "qatar": "qatari",
    "romania": "romanian",
    "russia": "russian rossiya rossiiskaya",
    "saudi": "saudia",
    "serbia": "serbian srbija",
    "singapore": "singaporean",
    "spain": "spanish espana",
    "sudan": "sudanese",
    "sweden": "swedish sverige",
    "switzerland": "swiss schweiz suisse",
    "syria": "syrian",
    "taiwan": "taiwanese",
    "thailand": "thai",
    "tunisia": "tunisian",
    "turkey": "turkish turkiye turk",
    "ukraine": "ukrainian",
    "uzbekistan": "uzbek",
    "venezuela": "venezuelan venezolana",
    "vietnam": "vietnamese",
    "yemen": "yemeni",
}

_PLACES: dict[str, str] = {
    "aksu": "akesu aqsu",
    "beijing": "peking",
    "changji": "sanji",
    "fujian": "fukien",
    "guangdong": "kwangtung",
    "harbin": "haerbin",
    "hohhot": "huhehaote huhhot",
    "hotan": "hetian khotan",
    "jiangsu": "kiangsu",
    "karamay": "kelamayi qaramay",
    "kashgar": "kashi kaxgar",
    "korla": "kuerle",
    "luopu": "lop",
    "nanjing": "nanking",
    "ordos": "eerduosi erdos",
    "qiqihar": "qiqihaer tsitsihar",
    "shandong": "shantung",
    "sichuan": "szechuan szechwan",
    "tianjin": "tientsin",
    "turpan": "turfan tulufan",
    "urumqi": "urumchi wulumuqi",
    "xinjiang": "sinkiang",
    "yili": "ili",
    "zhejiang": "chekiang",
}
"""Places of China that papers write by their own name, by pinyin of the Han, or as before 1979."""

_NATIVE: dict[str, str] = {
    "accessory": "饰品 配件 辅料",
    "airline": "航空 항공",
    "agriculture": "农业 农产品 농업 农牧",
    "bag": "手袋 包袋 가방",
    "bank": "银行 은행",
    "blanket": "毛毯 담요",
    "ceramic": "陶瓷 도자기",
    "chemical": "化工 化学 화학",
    "commercial": "商贸 商业 商务 상업",
    "construction": "建筑 建设 建材 건설",
    "computer": "电脑 计算机 콤퓨터 컴퓨터",
    "cosmetic": "化妆品 美妆 화장품",
    "cotton": "棉业 棉花",
    "credit": "信用 信贷 신용",
    "cultural": "文化 문화",
    "development": "发展 开发 개발",
    "economic": "经济 경제",
    "economic trade": "经贸 경제무역",
    "electric": "电器 电气 电力 전기",
    "electronic": "电子 전자",
    "embroidery": "刺绣 绣品 자수",
    "energy": "能源 新能源 에너지",
    "engineering": "工程",
    "equipment": "设备 器材 설비",
    "export": "出口 输出 수출",
    "factory": "工厂 厂 总厂 分厂 加工厂 制造厂 工场 공장",
    "food": "食品 식품",
    "footwear": "鞋业 신발",
    "foreign": "对外 外贸 外经 대외",
    "furniture": "家具 家私 가구",
    "garment": "服装 服饰 制衣 成衣 时装 被服 피복 의류",
    "general": "综合 종합",
    "general trade": "总贸易 총무역",
    "group": "集团 그룹",
    "insurance": "保险 보험",
    "overseas": "海外 해외",
    "hair accessory": "发饰品 发饰 头饰",
    "hair": "发制品 假发制品 发品 假发 가발",
    "handicraft": "工艺品 手工艺品 工艺 手工 手工业 수공업 수공예",
    "import": "进口 输入 수입",
    "import export": "进出口 수출입",
    "holding": "控股",
    "industrial": "实业 工业 产业 공업 산업",
    "international": "国际 국제",
    "investment": "投资 투자",
    "knitting": "针织 针纺 毛织 编织 编结 뜨개",
    "labor": "劳务 劳动 로동 노동",
    "logistics": "物流 물류",
    "machinery": "机械 기계",
    "management": "管理 관리",
    "manufacturing": "制造 生产 加工 제조",
    "luggage": "箱包",
    "material": "材料 新材料 재료",
    "medical": "医疗 医药 의료",
    "metal": "金属 有色金属 금속",
    "mining": "矿业 광업",
    "network": "网络 在线",
    "packaging": "包装 포장",
    "paper": "纸业 纸制品",
    "plastic": "塑料 塑胶",
    "printing": "印刷 印染 인쇄",
    "product": "制品 用品 产品 제품",
    "seafood": "水产 海产 海鲜 水产食品 海产食品 수산",
    "service": "服务 봉사 서비스",
    "shipping": "海运 航运 해운",
    "supply": "供应链 供应",
    "technology": "科技 技术 기술",
    "textile": "纺织 纺织品 棉纺 棉纺织 麻纺织 纺绩 방직 섬유",
    "toy": "玩具 완구 장난감",
    "trade": "贸易 外贸 商行 贸易行 무역 상사",
    "transport": "运输 운수",
    "wool": "毛纺 毛纺织 羊毛 모직",
}

_PHRASED: dict[str, str] = {
    "i e": "import export",
    "ie": "import export",
    "group company": "group",
    "group companies": "group",
    "impex": "import export",
    "imex": "import export",
    "importexport": "import export",
    "eximport": "import export",
    "united states america": "unitedstates",
    "united states": "unitedstates",
    "united kingdom": "unitedkingdom",
    "great britain": "unitedkingdom",
    "united arab emirates": "emirates",
    "democratic peoples republic korea": "northkorea",
    "democratic people s republic korea": "northkorea",
    "north korea": "northkorea",
    "north korean": "northkorea",
    "republic korea": "southkorea",
    "south korean": "southkorea",
    "south korea": "southkorea",
    "peoples republic china": "china",
    "hong kong": "hongkong",
}


_OTHER_COUNTRIES = """
albania angola bahrain benin bhutan bolivia botswana brunei burundi cameroon chile colombia croatia
czechia djibouti ecuador eritrea estonia ethiopia fiji gabon gambia ghana guatemala guinea guyana
haiti honduras iceland jamaica kenya kosovo kyrgyzstan latvia lesotho liberia libya liechtenstein
lithuania luxembourg macedonia madagascar malawi maldives mali malta mauritania mauritius moldova
monaco montenegro mozambique namibia nepal netherlands nicaragua niger oman palestine panama
paraguay peru rwanda senegal slovakia slovenia somalia suriname tajikistan tanzania togo
turkmenistan uganda uruguay zambia zimbabwe
"""


def _inverted(table: dict[str, str]) -> dict[str, str]:
    """Return each listed spelling with the word that stands for it, that word included."""
    inverted = {word: word for word in table if " " not in word}
    for word, spellings in table.items():
        for spelling in spellings.split():
            inverted.setdefault(spelling, word)
    return inverted


SPELLINGS: dict[str, str] = _inverted(_SPELLED) | _inverted(_PEOPLES)
"""Latin trade words and the word that stands for each."""

PLACE_SPELLINGS: dict[str, str] = _inverted(_PLACES)
"""Other spellings of places, and the usual one of each."""

NATIVE_WORDS: dict[str, str] = _inverted(_NATIVE)
"""Han and Hangul trade words (and their English words) and the word that stands for each."""


_SHORT_NAMES = {"britain": "GB", "saudi": "SA", "emirates": "AE", "kosovo": "XK"}


def _codes(names: Iterable[str]) -> dict[str, str]:
    """Return the code of each country, which is where it lies as a gazetteer says it."""
    return {name: _SHORT_NAMES.get(name) or country(name) or "" for name in names}


COUNTRIES: dict[str, str] = _codes(_PEOPLES)
"""Countries and where each lies, for lists read without a gazetteer (see ``Lexicon``).

Korea may be either, and Europe and America say nothing about a country.
"""
COUNTRIES |= _codes(_OTHER_COUNTRIES.split())
COUNTRIES |= _codes(("northkorea", "southkorea", "unitedstates", "unitedkingdom", "emirates"))
COUNTRIES |= {"hongkong": "CN/hong kong/", "korea": "", "europe": "", "america": ""}

PHRASES: dict[str, str] = _PHRASED
"""Spellings that stand for two words."""

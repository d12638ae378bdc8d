"""Families of goods as orders and reports name them, with the tariff codes they fall under.

General knowledge of the Harmonized System, wide on purpose: a code under a family says that the
goods may be meant, never that they are. Codes are prefixes of HS 2022.
"""

from typing import NamedTuple


class Family(NamedTuple):
    """A family of goods: what names the whole of it, what is one of it, and its codes.

    ``names`` in a list's own text mean the family; ``members`` do so only in a record.
    """

    names: tuple[str, ...]
    members: tuple[str, ...]
    headings: tuple[str, ...]


def _family(names: str, members: str = "", headings: str = "") -> Family:
    return Family(_parts(names), _parts(members), tuple(headings.split()))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


FAMILIES = (
    _family("cotton, cottonseed, 棉, 면화, 목화, algodón, coton, бавовна, хлопок, bông",
            "", "5201 5202 5203 5204 5205 5206 5207 5208 5209 5210 5211 5212 120721 140420"),
    _family("tomato, tomatoes, 番茄, 西红柿, 토마토, tomate", "ketchup, passata", "0702 2002 210320 200950"),
    _family("silica, polysilicon, silicon, 硅, 多晶硅, 실리콘, silicio",
            "solar, photovoltaic, silicone, siloxane", "2804 2811 280461 3910 8541 381800"),
    _family("solar cell, solar module, solar panel, photovoltaic, 光伏, 太阳能",
            "ingot, wafer", "8541 381800 280461"),
    _family("apparel, garment, clothing, 服装, 成衣, 의류, 봉제품, ropa, prendas, vêtement",
            "jacket, trousers, shirt, blouse, dress, skirt, coat, suit, pants, jeans, sweater, "
            "pullover, hoodie, t shirt, tshirt, underwear, sock, uniform, vest, shorts, legging, "
            "hosiery, pajama, 外套, 衬衫, 裤, 裙", "61 62"),
    _family("textile, fabric, 纺织, 面料, 직물, 섬유, textil, tejido",
            "cloth, towel, curtain, bed linen, woven, knitted, denim",
            "50 51 52 53 54 55 56 57 58 59 60 61 62 63"),
    _family("thread, yarn, 纱线, 원사, hilo, hilado", "", "5004 5106 5204 5205 5206 5402 5508 5509"),
    _family("viscose, rayon, 粘胶, 비스코스", "", "5403 5504 5510 5516"),
    _family("silk, 丝绸, 蚕丝, 비단, seda", "cocoon", "50"),
    _family("jute, 黄麻", "", "5303 5307 5310"),
    _family("sisal", "", "530500 5607"),
    _family("hair product, human hair, hair goods, hair accessories, 头发, 发制品, 假发, 가발, cabello",
            "wig, hairpiece, false eyelash, eyelash, hair extension, weave, toupee, 睫毛, 속눈썹",
            "0501 6703 6704"),
    _family("glove, 手套, 장갑, guantes, gants", "", "4015 392620 6116 6216 420321 420329"),
    _family("rubber glove, disposable glove, latex glove, nitrile glove", "", "4015 392620"),
    _family("rubber, 橡胶, 고무, caucho", "tire, tyre, latex", "40"),
    _family("footwear, shoe, sandal, 鞋, 신발, calzado, zapato", "sneaker, boot, slipper", "64"),
    _family("leather, 皮革, 가죽, cuero", "handbag, wallet, belt", "41 42"),
    _family("seafood, 海鲜, 水产, 수산물, 해산물, mariscos",
            "fish, shrimp, prawn, tuna, squid, crab, clam, lobster, salmon, cod, pollock, "
            "swordfish, octopus, 鱼, 虾, 金枪鱼, 鱿鱼", "03 1604 1605"),
    _family("fish, 鱼, 생선, pescado", "tuna, salmon, cod, pollock, tilapia, nile perch, mackerel",
            "0301 0302 0303 0304 0305 1604"),
    _family("tuna, 金枪鱼, 참치, atún", "albacore, bigeye, skipjack, yellowfin",
            "030231 030232 030233 030234 030235 030236 030341 030342 030343 030344 030345 030346 "
            "030487 160414"),
    _family("shrimp, prawn, 虾, 새우, camarón", "", "030616 030617 030635 030636 160521 160529"),
    _family("shellfish, lobster, crab", "clam, oyster, mussel, scallop", "0306 0307 1605"),
    _family("palm oil, palm kernel oil, palm fruit, 棕榈油, 팜유, aceite de palma",
            "palm olein, palm stearin, oleochemical", "1511 151321 151329 1516 3823 120710"),
    _family("oleochemical", "fatty acid, fatty alcohol, glycerol", "3823 2915 2905 1520"),
    _family("sugar, sugarcane, 糖, 설탕, azúcar, sucre", "molasses", "1701 1702 1703 121293"),
    _family("tobacco, 烟草, 담배, tabaco", "cigarette, cigar, bidi, beedi", "24"),
    _family("bidi, bidis, beedi, beedies", "", "2402"),
    _family("tea, 茶, 차엽, té, thé", "", "0902 210120"),
    _family("coffee, 咖啡, 커피, café", "", "0901 210111"),
    _family("cocoa, cacao, 可可, 코코아", "chocolate", "18"),
    _family("salt, 盐, 소금, sal marina", "", "2501"),
    _family("gold, 黄金, 금괴, oro", "bullion", "7108 7113"),
    _family("diamond, 钻石, 다이아몬드, diamante", "", "7102"),
    _family("gem, ruby, rubies, emerald, sapphire, jade, tanzanite, amber, 宝石, 翡翠",
            "gemstone", "7103 7104 7113 7116"),
    _family("copper, 铜, 구리, cobre", "cathode", "74 2603"),
    _family("iron, steel, 钢, 铁, 철강, hierro, acero", "", "72 73 2601"),
    _family("aluminum, aluminium, 铝, 알루미늄, aluminio", "extrusion", "76 2606"),
    _family("tin, 锡", "cassiterite", "80 2609"),
    _family("zinc, 锌", "", "79 2608"),
    _family("silver, 银", "", "7106"),
    _family("cobalt, 钴", "heterogenite", "2605 8105 2822"),
    _family("tantalum, coltan, 钽", "", "261590 8103"),
    _family("tungsten, wolframite, 钨", "", "2611 8101"),
    _family("lithium ion battery, lithium battery, 锂电池", "battery", "850760"),
    _family("mica, 云母", "", "2525 6814"),
    _family("coal, 煤, 석탄, carbón", "coke, briquette", "2701 2702 2704"),
    _family("charcoal, 木炭", "", "4402"),
    _family("cement, 水泥, 시멘트, cemento", "clinker", "2523 6810"),
    _family("brick, 砖, 벽돌, ladrillo", "", "6901 6902 6904 681011"),
    _family("stone, granite, gravel, sandstone, limestone, pumice, sand, 石材",
            "marble, slab", "2505 2513 2515 2516 2517 6801 6802"),
    _family("gypsum, fluorspar, trona", "", "2520 252921 283620"),
    _family("soda ash, 纯碱, 소다회", "sodium carbonate", "283620"),
    _family("caustic soda, 烧碱, 가성소다", "sodium hydroxide", "281511 281512"),
    _family("calcium chloride, 氯化钙", "", "282720"),
    _family("potassium, potassium hydroxide, potassium nitrate, 钾", "potash",
            "281520 283421 3104 280519"),
    _family("polyvinyl chloride, pvc, 聚氯乙烯", "vinyl flooring", "3904 391810"),
    _family("vinyl", "luxury vinyl tile", "3904 391810"),
    _family("carpet, rug, 地毯, 카펫, alfombra", "", "57"),
    _family("toy, 玩具, 완구, juguete", "doll, plush, puzzle, 玩偶", "9503 9504 9505"),
    _family("artificial flower, 人造花, 조화", "silk flower", "6702"),
    _family("christmas decoration, christmas light, 圣诞", "ornament", "950510 940530 940531"),
    _family("firework, pyrotechnic, 烟花, 폭죽", "firecracker", "3604"),
    _family("match, matches, 火柴", "", "3605"),
    _family("furniture, 家具, 가구, mueble", "chair, table, sofa, cabinet", "9401 9403"),
    _family("ceramic, 陶瓷, 도자기", "porcelain, tableware", "69"),
    _family("glass, bangle, 玻璃", "", "70 7117"),
    _family("electronics, 电子, 전자", "computer, laptop, phone, circuit, semiconductor, cable",
            "8471 8473 8517 8518 8525 8528 8534 8536 8541 8542 8544"),
    _family("computer, computer part, 电脑, 计算机, 컴퓨터", "laptop, tablet, notebook, server",
            "8471 8473"),
    _family("toner, printer cartridge, 硒鼓, 墨盒", "cartridge", "844399"),
    _family("fan, 风扇", "", "8414"),
    _family("tire, tyre, 轮胎, 타이어, neumático", "", "4011 4012"),
    _family("auto part, automotive part, 汽车零件", "brake, axle, wheel", "8708"),
    _family("diesel engine, 柴油机", "", "8408"),
    _family("machinery, machine press, 机械", "press, lathe", "8462 8456 8457 8458 8459 8460 8461"),
    _family("malleable iron, pipe fitting", "", "7307"),
    _family("galvanized pipe, iron pipe", "", "7303 7304 7305 7306 7307"),
    _family("hand tool, wrench, socket", "", "8204 8205"),
    _family("chain, sheepskin, leather hide", "", "7315 4102 4105 4302"),
    _family("asbestos, 石棉", "", "2524 6812"),
    _family("graphite, 石墨", "", "2504 3801"),
    _family("electric hand chain hoist, hoist", "", "8425"),
    _family("bicycle, 自行车, 자전거", "", "8712 8714"),
    _family("surgical instrument, 手术器械", "scalpel, forceps", "9018"),
    _family("soccer ball, football", "", "950662"),
    _family("brassware, lock", "padlock", "8301 7418 7419 8306"),
    _family("nail", "", "7317"),
    _family("timber, teak, wood, 木材, 목재, madera", "lumber, plywood, log", "44"),
    _family("bamboo, palm thatch, 竹", "", "140110 4421 4602"),
    _family("incense, agarbatti", "", "330741"),
    _family("soap", "", "3401"),
    _family("fashion accessory, fashion accessories, accessories", "jewelry, jewellery, scarf, belt",
            "7117 4202 6117 6217"),
    _family("beef, cattle, bovine, 牛肉, carne de res", "", "0102 0201 0202 160250 4101"),
    _family("poultry, meat, hog, sheep, goat", "chicken, pork, lamb", "01 02 1601 1602"),
    _family("dairy, dairy product", "milk, cheese, butter", "04"),
    _family("rice, wheat, corn, cereal grain, 大米, 쌀", "maize", "10 1101 1102"),
    _family("bean, pulse, legume", "", "0713 0708"),
    _family("garlic, onion, 大蒜, 洋葱", "", "0703 071220 071290"),
    _family("pepper, chile pepper, chili pepper, 辣椒", "paprika, capsicum", "0904 070960"),
    _family("vegetable, broccoli, cabbage, carrot, cucumber, eggplant, lettuce, potato, potatoes, "
            "sweet potatoes, manioc, cassava, olive", "", "07 2001 2004 2005"),
    _family("fruit, banana, blueberry, blueberries, strawberry, strawberries, grape, melon, "
            "pineapple, citrus fruit, açaí berries", "", "08 2007 2008 2009"),
    _family("nut, cashew, hazelnut, brazil nut, chestnut, peanut, coconut", "",
            "0801 0802 1202 2008"),
    _family("sunflower, sesame, cumin, clove, vanilla, yerba mate", "",
            "1206 120740 0905 0907 090931 090932 0903"),
    _family("flower, 鲜花", "", "0603"),
    _family("alcoholic beverage", "wine, spirits, vodka", "2203 2204 2208"),
    _family("baked good", "bread, biscuit", "1905"),
)  # fmt: skip

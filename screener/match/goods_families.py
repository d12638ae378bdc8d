"""Families of goods as orders and reports name them, with the tariff codes they fall under.

General knowledge of the Harmonized System, wide on purpose: a code under a family says that the
goods may be meant, never that they are. Codes are prefixes of HS 2022.
"""

from typing import NamedTuple


class Family(NamedTuple):
    """A family of goods: what names the whole of it, what is one of it, and its codes.

    ``names`` in a list's own text mean the family; ``members`` do so only in a record. What is
    ``made_of`` a material is named by it, as a cotton towel is; tea towels are no tea. ``broad``
    families are whole classes of goods, which say little where nothing else is known. Codes
    ``made_up`` are of things made of a material: beside a party or a country they name it, alone
    they are every shirt.
    """

    names: tuple[str, ...]
    members: tuple[str, ...]
    headings: tuple[str, ...]
    made_of: bool = False
    broad: bool = False
    made_up: frozenset[str] = frozenset()


def _family(
    names: str,
    members: str = "",
    headings: str = "",
    *,
    made_of: bool = False,
    broad: bool = False,
    made_up: str = "",
) -> Family:
    codes = tuple(f"{headings} {made_up}".split())
    return Family(_parts(names), _parts(members), codes, made_of, broad, frozenset(made_up.split()))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


_OF_COTTON = (
    "540781 540782 540783 550953 550962 550992 "
    "551030 5513 5514 551641 551642 551643 551644 560121 580121 580122 580123 580126 580127 580210 "
    "580631 581091 600121 600191 600320 600521 600522 600523 600524 600621 600622 600623 600624 "
    "610120 610220 610322 610332 610342 610422 610432 610442 610452 610462 610510 610610 610711 "
    "610721 610791 610821 610831 610891 610910 611020 611120 611211 611420 611595 611692 620130 "
    "620230 620322 620332 620342 620412 620422 620432 620442 620452 620462 620520 620630 620711 "
    "620721 620791 620821 620891 620920 621132 621142 621320 630130 630221 630231 630251 630260 "
    "630291 630391 630492 630520"
)
"""Codes behind chapter 52 whose own text in HS 2022 says cotton or mixtures with it."""


FAMILIES = (
    _family("cotton, cottonseed, 棉, 면화, 목화, algodón, coton, бавовна, хлопок, bông",
            "", "52 120721 120729 140420 151221 151229 230610 470610", made_of=True, made_up=_OF_COTTON),
    _family("tomato, tomatoes, 番茄, 西红柿, 토마토, tomate", "ketchup, passata", "0702 2002 210320 200950"),
    _family("silica, polysilicon, silicon, 硅, 多晶硅, 실리콘, silicio",
            "solar, photovoltaic, silicone, siloxane", "2804 2811 280461 284920 3910 8541 381800 250510 850171 850172 850180"),
    _family("solar cell, solar module, solar panel, photovoltaic, 光伏, 太阳能",
            "ingot, wafer", "8541 381800 280461 850171 850172 850180"),
    _family("apparel, garment, clothing, 服装, 成衣, 의류, 봉제품, ropa, prendas, vêtement",
            "jacket, trousers, shirt, blouse, dress, skirt, coat, suit, pants, jeans, sweater, "
            "pullover, hoodie, hoody, t shirt, tshirt, underwear, sock, uniform, vest, shorts, legging, "
            "hosiery, pajama, pyjama, knitwear, outerwear, sportswear, activewear, swimwear, workwear, "
            "menswear, womenswear, nightwear, sleepwear, wearing apparel, clothes, cardigan, jumper, "
            "sweatshirt, tracksuit, jumpsuit, bodysuit, blazer, parka, anorak, polo shirt, knit top, "
            "knitted top, woven top, tank top, crop top, lady top, ladies top, woman top, women top, men top, "
            "girl top, bra, brassiere, bathrobe, scarf, scarves, necktie, knitted glove, knit glove, "
            "上衣, 毛衣, 卫衣, 羽绒服, 夹克, 内衣, 外套, 衬衫, 裤, 裙", "61 62", broad=True),
    _family("textile, fabric, 纺织, 面料, 직물, 섬유, textil, tejido",
            "cloth, towel, curtain, bed linen, woven, knitted, denim",
            "50 51 52 53 54 55 56 57 58 59 60 61 62 63", broad=True),
    _family("thread, yarn, 纱线, 원사, hilo, hilado", "", "5004 5106 5204 5205 5206 5402 5508 5509", broad=True),
    _family("viscose, rayon, 粘胶, 비스코스", "", "5403 5504 5510 5516", made_of=True),
    _family("silk, 丝绸, 蚕丝, 비단, seda", "cocoon", "50", made_of=True),
    _family("jute, 黄麻", "", "5303 5307 5310", made_of=True),
    _family("sisal", "", "530500 5607", made_of=True),
    _family("hair product, human hair, hair goods, hair accessories, 头发, 发制品, 假发, 가발, cabello",
            "wig, hairpiece, false eyelash, eyelash, hair extension, weave, toupee, 睫毛, 속눈썹",
            "0501 6703 6704"),
    _family("glove, 手套, 장갑, guantes, gants", "", "4015 392620 6116 6216 420321 420329", broad=True),
    _family("rubber glove, disposable glove, latex glove, nitrile glove", "", "4015 392620"),
    _family("rubber, 橡胶, 고무, caucho", "tire, tyre, latex", "40", broad=True),
    _family("footwear, shoe, sandal, 鞋, 신발, calzado, zapato", "sneaker, boot, slipper", "64", broad=True),
    _family("leather, 皮革, 가죽, cuero", "handbag, wallet, belt", "41 42", made_of=True, broad=True),
    _family("seafood, 海鲜, 水产, 수산물, 해산물, mariscos",
            "fish, shrimp, prawn, tuna, squid, crab, clam, lobster, salmon, cod, pollock, "
            "swordfish, octopus, 鱼, 虾, 金枪鱼, 鱿鱼", "03 1604 1605", broad=True),
    _family("fish, 鱼, 생선, pescado", "tuna, salmon, cod, pollock, tilapia, nile perch, mackerel",
            "0301 0302 0303 0304 0305 1604", broad=True),
    _family("tuna, 金枪鱼, 참치, atún", "albacore, bigeye, skipjack, yellowfin",
            "030231 030232 030233 030234 030235 030236 030341 030342 030343 030344 030345 030346 "
            "030487 160414"),
    _family("shrimp, prawn, 虾, 새우, camarón", "", "030616 030617 030635 030636 160521 160529"),
    _family("shellfish, 贝类", "clam, oyster, mussel, scallop, lobster, crab", "0306 0307 1605"),
    _family("lobster, 龙虾", "", "030611 030612 030631 030632 030691 030692 160530"),
    _family("crab, 螃蟹", "", "030614 030633 030693 160510"),
    _family("palm oil, palm kernel oil, palm fruit, 棕榈油, 팜유, aceite de palma",
            "palm olein, palm stearin, oleochemical", "1511 151321 151329 1516 3823 120710"),
    _family("oleochemical", "fatty acid, fatty alcohol, glycerol", "3823 2915 2905 1520"),
    _family("sugar, sugarcane, 糖, 설탕, azúcar, sucre", "molasses", "1701 1702 1703 121293"),
    _family("tobacco, 烟草, 담배, tabaco", "cigarette, cigar, bidi, beedi", "24"),
    _family("bidi, bidis, beedi, beedies", "", "2402"),
    _family("tea, 茶, 차엽", "té verde, té negro, thé vert, thé noir", "0902 210120"),
    _family("coffee, 咖啡, 커피, café", "", "0901 210111"),
    _family("cocoa, cacao, 可可, 코코아", "chocolate", "18"),
    _family("salt, 盐, 소금, sal marina", "", "2501"),
    _family("gold, 黄金, 금괴, oro", "bullion", "7108 7113 711291 261690"),
    _family("diamond, 钻石, 다이아몬드, diamante", "", "7102 710510"),
    _family("gem, 宝石", "gemstone, ruby, rubies, emerald, sapphire, jade", "7103 7104 7116"),
    _family("ruby, rubies, 红宝石", "", "710391"),
    _family("emerald, 祖母绿", "", "710391"),
    _family("sapphire, 蓝宝石", "", "710391"),
    _family("jade, 翡翠", "jadeite, nephrite", ""),
    _family("tanzanite", "", ""),
    _family("amber, 琥珀", "", ""),
    _family("copper, 铜, 구리, cobre", "cathode", "74 2603"),
    _family("iron, steel, 钢, 铁, 철강, hierro, acero", "", "72 73 2601", broad=True),
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
    _family("stone, 石材", "granite, marble, slab, sandstone, limestone",
            "2513 2515 2516 2517 2521 6801 6802", broad=True),
    _family("granite, 花岗岩", "", "251611 251612 680223 680293"),
    _family("gravel, 砾石", "pebble", "251710"),
    _family("sandstone, 砂岩", "", "251620"),
    _family("limestone, 石灰石", "", "2521"),
    _family("pumice, 浮石", "", "251310"),
    _family("sand, 砂", "", "2505"),
    _family("gypsum, 石膏", "", "2520"),
    _family("fluorspar, 萤石", "", "252921 252922"),
    _family("trona", "", "253090"),
    _family("soda ash, 纯碱, 소다회", "sodium carbonate", "283620"),
    _family("caustic soda, 烧碱, 가성소다", "sodium hydroxide", "281511 281512"),
    _family("calcium chloride, 氯化钙", "", "282720"),
    _family("potassium, potassium hydroxide, potassium nitrate, 钾", "potash",
            "281520 283421 3104 280519"),
    _family("polyvinyl chloride, pvc, 聚氯乙烯", "vinyl flooring", "3904 391810"),
    _family("vinyl", "luxury vinyl tile", "3904 391810"),
    _family("carpet, rug, 地毯, 카펫, alfombra", "", "57"),
    _family("toy, 玩具, 완구, juguete", "doll, plush, puzzle, 玩偶", "9503 9504 9505", broad=True),
    _family("artificial flower, 人造花, 조화", "silk flower", "6702"),
    _family("christmas decoration, christmas light, 圣诞", "ornament", "950510 940530 940531"),
    _family("firework, pyrotechnic, 烟花, 폭죽", "firecracker", "3604"),
    _family("match, matches, 火柴", "", "3605"),
    _family("furniture, 家具, 가구, mueble", "chair, table, sofa, cabinet", "9401 9403", broad=True),
    _family("ceramic, 陶瓷, 도자기", "porcelain, tableware", "69", broad=True),
    _family("glass, bangle, 玻璃", "", "70 7117", broad=True),
    _family("electronics, 电子, 전자", "computer, laptop, phone, circuit, semiconductor, cable",
            "8471 8473 8517 8518 8525 8528 8534 8536 8541 8542 8544", broad=True),
    _family("computer, computer part, 电脑, 计算机, 컴퓨터", "laptop, tablet, notebook, server",
            "8471 8473", broad=True),
    _family("toner, printer cartridge, 硒鼓, 墨盒", "cartridge", "844399"),
    _family("fan, 风扇", "", "8414"),
    _family("tire, tyre, 轮胎, 타이어, neumático", "", "4011 4012"),
    _family("auto part, automotive part, 汽车零件", "brake, axle, wheel", "8708", broad=True),
    _family("diesel engine, 柴油机", "", "8408"),
    _family("machinery, machine press, 机械", "press, lathe", "8462 8456 8457 8458 8459 8460 8461", broad=True),
    _family("malleable iron, pipe fitting", "", "7307"),
    _family("galvanized pipe, iron pipe", "", "7303 7304 7305 7306 7307"),
    _family("hand tool, wrench, socket", "", "8204 8205"),
    _family("chain", "", "7315"),
    _family("sheepskin, leather hide", "", "4102 4105 4302"),
    _family("asbestos, 石棉", "", "2524 6812"),
    _family("graphite, 石墨", "", "2504 3801"),
    _family("electric hand chain hoist, hoist", "", "8425"),
    _family("bicycle, 自行车, 자전거", "", "8712 8714"),
    _family("surgical instrument, 手术器械", "scalpel, forceps", "9018"),
    _family("soccer ball, football", "", "950662"),
    _family("brassware", "", "7418 7419 8306"),
    _family("lock", "padlock", "8301"),
    _family("nail", "", "7317"),
    _family("timber, teak, wood, 木材, 목재, madera", "lumber, plywood, log", "44", broad=True),
    _family("bamboo, 竹", "", "140110 441210 460121 460211", made_of=True),
    _family("palm thatch", "", "1404"),
    _family("incense, agarbatti", "", "330741"),
    _family("soap", "", "3401"),
    _family("fashion accessory, fashion accessories, accessories", "jewelry, jewellery, scarf, belt",
            "7117 4202 6117 6217", broad=True),
    _family("beef, cattle, bovine, 牛肉, carne de res", "", "0102 0201 0202 160250 4101"),
    _family("meat, 肉类", "beef, pork, chicken, lamb, mutton", "02 1601 1602", broad=True),
    _family("poultry, 家禽", "chicken, turkey, duck", "0105 0207 160231 160232 160239"),
    _family("hog, 生猪", "pork, pig", "0103 0203 160241 160242 160249"),
    _family("sheep, 绵羊", "lamb, mutton", "010410 0204"),
    _family("goat, 山羊", "", "010420 020450"),
    _family("dairy, dairy product", "milk, cheese, butter", "04", broad=True),
    _family("cereal grain, 谷物", "rice, wheat, corn, maize, barley, oats", "10", broad=True),
    _family("rice, 大米, 쌀", "", "1006 110230"),
    _family("wheat, 小麦", "", "1001 1101"),
    _family("corn, 玉米", "maize", "1005 110220"),
    _family("bean, pulse, legume", "lentil, chickpea, kidney bean", "0713 0708"),
    _family("garlic, 大蒜", "", "070320"),
    _family("onion, 洋葱", "", "070310 071220"),
    _family("pepper, chile pepper, chili pepper, 辣椒", "paprika, capsicum", "0904 070960"),
    _family("vegetable, 蔬菜",
            "broccoli, cabbage, carrot, cucumber, eggplant, lettuce, potato, potatoes, garlic, "
            "onion, spinach, cauliflower, celery", "07 2001 2004 2005", broad=True),
    _family("broccoli, 西兰花", "", "070410"),
    _family("cabbage, 卷心菜", "", "070490"),
    _family("carrot, 胡萝卜", "", "070610"),
    _family("cucumber, 黄瓜", "", "070700 200110"),
    _family("eggplant, 茄子", "aubergine", "070930"),
    _family("lettuce, 生菜", "", "070511 070519"),
    _family("potato, potatoes, 土豆, 马铃薯", "", "0701 071010 200410 200520"),
    _family("sweet potato, sweet potatoes, 红薯", "", "071420"),
    _family("manioc, cassava, 木薯", "tapioca", "071410 110814"),
    _family("olive, 橄榄", "", "070992 071120 200570"),
    _family("fruit, 水果",
            "banana, blueberry, blueberries, strawberry, strawberries, grape, melon, pineapple, "
            "mango, apple, pear, peach, plum, cherry, cherries", "08 2007 2008 2009", broad=True),
    _family("nut, 坚果", "cashew, hazelnut, chestnut, walnut, almond, pistachio", "0801 0802", broad=True),
    _family("banana, 香蕉", "plantain", "0803"),
    _family("blueberry, blueberries, 蓝莓", "", "081040"),
    _family("strawberry, strawberries, 草莓", "", "081010 081110"),
    _family("açaí berries", "açaí", ""),
    _family("grape, 葡萄", "raisin", "0806"),
    _family("melon, 甜瓜", "watermelon, cantaloupe", "0807"),
    _family("pineapple, 菠萝", "", "080430 200820"),
    _family("citrus fruit, 柑橘", "orange, mandarin, lemon, lime, grapefruit", "0805"),
    _family("cashew, 腰果", "", "080131 080132"),
    _family("hazelnut, 榛子", "", "080221 080222"),
    _family("brazil nut", "", "080121 080122"),
    _family("chestnut, 栗子", "", "080241 080242"),
    _family("peanut, 花生", "groundnut", "1202 200811"),
    _family("coconut, 椰子", "copra", "080111 080112 080119 1203"),
    _family("sunflower, 葵花籽", "", "1206"),
    _family("sesame, 芝麻", "", "120740"),
    _family("cumin, 孜然", "", "090931 090932"),
    _family("clove, 丁香", "", "0907"),
    _family("vanilla, 香草", "", "0905"),
    _family("yerba mate", "", "0903"),
    _family("flower, 鲜花", "", "0603"),
    _family("alcoholic beverage", "wine, spirits, vodka", "2203 2204 2208"),
    _family("baked good", "bread, biscuit", "1905"),
)  # fmt: skip

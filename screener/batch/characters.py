"""How usual the characters are that bytes give in one of several legacy encodings.

The same bytes are text in several of them: 朝鲜 in GBK is 部鎮 in Big5. Which one was meant shows in
the characters, of a few cells already: those that trade papers are full of, those of the first
level of a standard (GB 2312, Big5, JIS X 0208, the syllables of KS X 1001), which holds the usual
ones, and all others, which hardly anyone writes.
"""

import unicodedata
from collections.abc import Callable, Mapping

_HAN = frozenset(
    "工市团年朝加郡师前产新发鲜包地厂人原州兵县毛不一有公外司山国料安第口织北生手镇限标自农城制品"
    "区道中到南花帽三出江用回家运明钩造布作劳海川装金編货疆成和以商单拒平付二合所未止供于港保线阳"
    "之化送款义大岸直八东製尔拉委机社教産针来子宁克毯转里改十巴睫使换绝方斯取四关业件已河代饰吉集"
    "支西民林军动先编与兴治分提島服会鮮返省白名报停份无阿定全股签袋否给行龙更露籍境垫零收六通员请"
    "特本水部托缝業場在绒完我对证台街德田长内被经往材再认沙丹汇亚者入套去罩问尼岛五九户开下边源假"
    "書验給费确达元清的非上日易労働披玩縫示松科浦津罗贸进带具纱过位証表核利头密棉七昌辽延半答亞书"
    "枕替真为应曾託受確账請知图多宣哈黄任打及共洗巾仿至做录由引没賃認積泰苏卫勒卡政形石立伊物無营"
    "铁約咸小技务纺购体车輸注后计告声电木群承開建同文高球配贴糸交当复记退機银李瓦临瓜马古塔库関馬"
    "庆兰香械局派实能监狱接此雇客涉采从是离协绣透卷法普乌青纳信珠座资春们圈那族丰博总号振票束丝活"
    "了切数含如检査換据事庭溪湖甸洲井尾坪查维福主华爾哥宝土路東钱太韩坊设盖围箱針何犯刑仕剪問断审"
    "込器富比凤康门京巨联船納荷横基員场諸抚顺双格皮塞都硅党修价挂环填向碗订间企现検终除変払称記身"
    "消言誓责泉美属盛盐望什好谷萨连威满镜胡重可番函洛锦果班鲁洋阜岡崎屯时滩儿买济色野波云天绿际遣"
    "旅居赴钥匙吊椅玫瑰植搓澡育批囚発若償缴解闻章報结撤勤監脑喀岭惠流度県坦武浩远宽仓耳光米盘几瑞"
    "郭指葵次牌诺广万連熊防星蒙達長敦桥雷得印宿准叶女护従織背渊绳胸杯扣勾网童抱条掛圆偶郁性排浴质"
    "起隔面放寄系输强均経係并禁组収识撕掉拆容願質摘导情終失败戻組层溯申详愿点启控國力沈榆茂慈干依"
    "其維圣內索铜淮玉永恩華犁楚岳義相旧益勿魯曼庄府肯奇湾堡黑摩拜習树吾理参个契凭秘玛聖隆領屬唐央"
    "鞍红界别角留世齐冈千夫杜忠墨英硕园渔孚习実养税端院策锋碧殷兔载袜脖肩链着空午舍靠型棒盆眼整医"
    "片辫补佣弊仅邻近看唛纸管務役散逆每想"
)
_HANGUL = frozenset(
    "다니수하공제습장지되가자산인조사품했한주서음군재출소시리성개이고정동원선검작었단는뜨완봉거마"
    "북입도업송무예된기함부발였회어반신전년적로화생청위천료임중합여드해됐방포문스아바국직탁됨라구"
    "역령편교파현경안됩강코손에염처평감질요까의세견체대보투용배립금모비남관분나당진미항통급만계과"
    "색돼납놓메크트백없호노외명늘유양환형핸운르치연은근흥속림증상후확읍민일변토눈썹벨오꽃않카담실"
    "내래우들창갑점약행목태키쿠루절온션영터건불피력설머으김룡티석표답황철길악탄녕타그복베총취련매"
    "희린종언두덕링귀삼본풍차레특액돌접있맡랑허택저커간네순디프식랍앙별권폐너록응암헤광물집를알푸"
    "팔류심번털워좌면결닝랴춘케말버난뉴혜숙승판받킷느려밝을며브둥러블야데룽더밀테량필월횡홍클달갈"
    "섬측락웅벽밴패캡때떠든협짠뜬삯십졌끊쇄았꿰육샤란울와곡람먼징랭론히누능훈둔핑책끈벙플열닥착붙"
    "짜술것혀뿐맞꿔났왔추쳐핀박초낭익싱웨페옥족옌극볼욕닌엔옴짐즈슈충벌녀학롄삭률낙법곽향침곱숄걸"
    "쉐릎곰튤겨쉬펀찰닙죄범망따랩옛봄겼씨엠웃빙맸럭넘각컴퓨옹맨몬랜턴밍덴탈볜"
)
"""The most frequent characters in the names and terms of the shipped lists."""
_PUNCTUATION = frozenset("，。、：；（）《》“”‘’！？·—…％／－～　「」『』【】¥￥①②③№℃×")
_SIGNS = frozenset("’‘“”–—€£°®™©½¼¾·²³×«»…•ºª§µ¿¡")
_FIRST_LEVEL: Mapping[str, tuple[int, int, int]] = {
    "gb18030": (0xB0, 0xD7, 0xA1),
    "big5": (0xA4, 0xC6, 0x40),
    "cp949": (0xB0, 0xC8, 0xA1),
    "shift_jis": (0x88, 0x97, 0x40),
}
"""Of each encoding the first and last lead byte of its usual characters, and their least second."""
_COMMON, _USUAL, _PUNCTUATED, _LETTER, _SIGN, _DOUBTFUL, _RARE = 1.0, 0.35, 0.7, 0.8, 0.6, 0.3, 0.03
_NO_TEXT = -1.0


def usualness(text: str, encoding: str) -> float:
    """Return how usual the characters beyond ASCII of a text are that was read in an encoding.

    At most 1.0; a character counts by its bytes. 0.0 for a text that is all ASCII.

    >>> usualness("朝鲜", "gb18030") > usualness("部鎮", "big5")
    True
    """
    judge = _JUDGES.get(encoding, _wide)
    total = weight = 0.0
    for at, character in enumerate(text):
        if character.isascii():
            continue
        written = character.encode(encoding, "ignore")
        around = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
        total += len(written) * judge(character, written, around, encoding)
        weight += len(written)
    return total / weight if weight else 0.0


_Judge = Callable[[str, bytes, tuple[str, str], str], float]


def _wide(character: str, written: bytes, around: tuple[str, str], encoding: str) -> float:
    """Judge a character of an encoding of East Asia."""
    del around
    if "ぁ" <= character <= "ヿ":
        return _COMMON if encoding == "shift_jis" else _DOUBTFUL
    if character in _PUNCTUATION:
        return _PUNCTUATED
    if character in _HANGUL or (character in _HAN and encoding != "cp949"):
        return _COMMON
    if unicodedata.category(character).startswith("C"):
        return _NO_TEXT
    first, last, least = _FIRST_LEVEL[encoding]
    usual = len(written) > 1 and first <= written[0] <= last and written[1] >= least
    return _USUAL if usual else _RARE


def _western(character: str, written: bytes, around: tuple[str, str], encoding: str) -> float:
    """Judge a character of Western Europe: letters with marks stand alone among others."""
    del written, encoding
    lonely = all(one.isascii() for one in around)
    if character.isalpha():
        if any(one.isascii() and one.isalpha() for one in around):
            return _LETTER if lonely else _DOUBTFUL
        return _RARE
    return _SIGN if lonely and character in _SIGNS else 0.0


def _cyrillic(character: str, written: bytes, around: tuple[str, str], encoding: str) -> float:
    """Judge a character of Cyrillic: letters stand beside letters, capitals before small ones."""
    del written, encoding
    before, after = around
    if "А" <= character <= "я" or character in "ёЁ":
        if any(one.isascii() and one.isalpha() for one in around):
            return _RARE
        beside = [one for one in around if "Ѐ" <= one <= "ӿ"]
        if character.isupper():
            small = "а" <= after <= "я" and not "Ѐ" <= before <= "ӿ"
            # Words in capitals alone are what bytes of Chinese and Korean give, too.
            return (
                _LETTER if small else _USUAL if beside and all(map(str.isupper, beside)) else _RARE
            )
        return _LETTER if beside else _RARE
    return _SIGN if character in "№«»–—“”" and (before + after).isascii() else 0.0


_JUDGES: Mapping[str, _Judge] = {"cp1252": _western, "cp1251": _cyrillic}

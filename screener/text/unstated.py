"""Cells that say that something is not stated: "N/A", "TBD", "-", "unknown", 待定, 미정.

They are filled and tell no more than an empty cell. Whoever keeps something back ("confidential")
says something, and is not among them.
"""

import re

_WORDS = (
    # abbreviations, and what programs write for no value
    r"n[./\\ ]?a|n[./ ]d|n[./ ]k|t\.?b\.?[acd]|nil|null|nan|none|nat|undefined|x{2,}|z{2,}|0+|"
    # English
    r"(?:not|un)[ -]?(?:available|applicable|known|specified|stated|provided|given|disclosed|declared|determined|"
    r"assigned|identified|confirmed|decided)|to be (?:advised|announced|confirmed|decided|defined|determined|provided)|"
    r"pending|missing|blank|empty|nothing|no (?:data|information|info|name|value|entry)|ditto|same as above|as above|"
    # Chinese, also in old characters, and Japanese
    r"待定|待确认|待確認|待补|待補|待补充|待查|待通知|未定|未知|未提供|未填|未填写|未确定|未确认|未確認|未記入|未記載|不详|不詳|不明|不适用|不適用|"
    r"无|無|暂无|暫無|没有|沒有|空|空白|同上|なし|無し|該当なし|該当無し|記載なし|確認中|調整中|"
    # Korean
    r"미정|미상|미확인|미기재|미제공|미지정|불명|없음|모름|해당 ?없음|해당 ?사항 ?없음|해당무|추후 ?(?:결정|통보|확정|기재)|확인 ?중|상동|"
    # Spanish, Portuguese, Italian, French
    r"(?:no|não|non) (?:disponible|disponível|disponibile|aplica|aplicable|aplicável|applicabile|applicable|especificado|"
    r"especificada|informado|specificato|spécifié|précisé|connu|communiqué|noto|conocido)|desconocid[oa]|desconhecid[oa]|"
    r"sconosciut[oa]|inconnue?|néant|sans objet|ningun[oa]|nenhuma?|nessun[oa]|aucune?|nulla|por (?:definir|confirmar|determinar)|"
    r"a (?:definir|confirmar)|da (?:definire|confermare)|à (?:définir|confirmer|déterminer|préciser)|sin (?:datos|especificar|información)|"
    r"sem (?:dados|informação)|pendiente|pendente|s[./]d|n[./]c|n[./]r|"
    # German, Dutch, the languages of the north
    r"unbekannt|nicht (?:bekannt|verfügbar|zutreffend|angegeben|vorhanden)|keine? (?:angaben?|daten)|k\. ?a\.?|entfällt|kein|keine|"
    r"noch (?:offen|nicht bekannt)|wird nachgereicht|siehe oben|onbekend|geen|niet (?:bekend|beschikbaar|van toepassing)|n\.?v\.?t\.?|"
    r"nader te bepalen|okänd|saknas|ingen|ukjent|ukendt|ei tiedossa|"
    # Polish, Czech, Russian, Ukrainian
    r"brak|brak danych|nieznan[yae]|nie (?:dotyczy|podano|określono)|do ustalenia|b\.d\.?|neznám[ýáé]|neuvedeno|není|"
    r"нет|нет данных|неизвестн[оыа][йея]?|не (?:указан[оаы]?|применимо|определен[оаы]?|известно|заполнено)|н[./]д|уточняется|отсутствует|"
    r"немає|немає даних|невідомо|не вказано|"
    # Turkish, Vietnamese, Indonesian, Arabic, Thai
    r"bilinmiyor|belirtilmemiş|belirlenecek|belli değil|yok|mevcut değil|không (?:có|rõ|áp dụng|xác định)|chưa (?:có|rõ|biết|xác định)|"
    r"tidak (?:ada|diketahui|tersedia|berlaku)|belum (?:ada|diketahui|ditentukan)|غير (?:معروف|متوفر|محدد)|لا يوجد|ไม่มี|ไม่ทราบ|ไม่ระบุ"
)
_MARK = r"[^\p{L}\p{N}]"
UNSTATED = rf"(?i)^{_MARK}*(?:(?:{_WORDS}){_MARK}+)*(?:{_WORDS})?{_MARK}*$"
"""The same for RE2, as Arrow reads it; it may take a cell for one that ``is_unstated`` does not."""
_UNSTATED = re.compile(UNSTATED.replace(_MARK, r"[\W_]"))
LONGEST = 60
"""Characters of such a cell; two columns of one field may hold one each."""


def is_unstated(text: str) -> bool:
    """Say whether a text holds signs and words for what is not stated, and nothing else.

    "NA" is one also where it stands alone for a country, and may be Namibia: what says nothing
    more is to be asked about either way.

    >>> [is_unstated(text) for text in ("N/A", "- TBD -", "待定", "Unknown / 미정", "?")]
    [True, True, True, True, True]
    >>> is_unstated("Unknown Pleasures Ltd"), is_unstated("confidential"), is_unstated("无锡")
    (False, False, False)
    """
    return len(text) <= LONGEST and _UNSTATED.match(text) is not None

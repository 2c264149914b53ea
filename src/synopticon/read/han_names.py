"""Chinese names that only hold the letters of a maker: people in a list, a person with a familiar head, other firms."""

# ruff: noqa: E501  # a table of words
from __future__ import annotations

import re

from synopticon.text.fold import folded_key
from synopticon.text.grammar import words

_HAN = "\u4e00-\u9fff"
_SHORT = 4
#: People are called 小, 老 or 阿 with two letters of their names: 小海康.
_FAMILIAR = re.compile(rf"(?:^|[^{_HAN}]|[系找问請请给向叫是和与])[小老阿]$")
#: An item of a list of names: between marks, at least one of which joins items of lists.
_ITEM_BEFORE = re.compile(r"(?:[、,，;；]|[:：（(]|^|\n)\s*$")
_ITEM_AFTER = re.compile(rf"(?P<rest>[{_HAN}]{{1,2}})(?=(?P<mark>[、,，;；。)）\n]|\s|$))")
#: What may follow a maker in a list without making a person of it.
_OF_MAKERS = words(
    "股份 科技 技术 公司 集团 产品 设备 摄像 相机 品牌 系列 安防 监控 威视 智能 数码 数字 通信 电子 软件 国际 牌 等 系 厂 家 的 产 类 型 "
    "款 货 版 以及 均为 为主 居多 中标 落标 落选 入围 退出 胜出 除外 两家 之流 之类 各半 占比 在内 都有 也有 皆有 参与 投标 报价 最多 次之 "
    "为辅 占 有 无 是 未 已 否 机型 主机 摄影 门禁 球机 枪机 供货 供应 承建 承包 代理 制造 生产 拒绝 否认 回应 回复 表示 未回 未应"
)
_OPEN_QUOTE = re.compile(rf"[「『“\"《‘]([{_HAN}]{{1,3}})$")
#: What may stand between a quotation mark and a maker: words that go on, and where the makers are.
_LEADS = re.compile(
    r"(?:[由与和是为用购被向给对把将让在从及或按以同跟因就都也已未无没有非即指如像叫称说买装换拆选去]|使用|采[用购]|[购選选]用|[购購]买|安装|禁用"
    r"|不[用是]|没有|沒有|就是|关于|浙江|杭州|中[国國]|国产|全部|所有|这些|那些|包括|例如|比如|支持|感谢|抵制|拒[绝用]|涉及|来自|我们|我哋|[貼贴]牌)$"
)


def is_look_alike(text: str, start: int, end: int) -> bool:
    """Tell whether a short Chinese name at `start` to `end` is part of the name of a person or of another firm."""
    if end - start > _SHORT or not "\u4e00" <= text[start] <= "\u9fff":
        return False
    head = text[max(0, start - 6) : start]
    if _FAMILIAR.search(head):
        return True
    if end - start <= _PAIR and (_PLACE.match(text, end) or _PERSON.match(text, end) or _in_longer(text, start)):
        return True
    opened = _OPEN_QUOTE.search(head)
    if opened is not None and _LEADS.search(opened[1]) is None:
        return True
    return end - start <= _PAIR and _is_listed_person(text, start, end)


_PAIR = 2
#: What makes a place, a ship or a shop of a name: 大华里, 海康号, 大华酒家.
_PLACE = re.compile(
    r"(?:[路街巷弄村镇鎮乡鄉寺庙廟宫宮厦廈苑庄莊厝轮輪艇坊阁閣轩軒堂][^由侧側口监監面灯燈段]|[路街巷弄村镇鎮寺庙廟苑轮輪艇](?:$|[，。、；,.;\s）)」”])"
    r"|里(?!面|头|頭|边|邊|应|應|程)|号(?!称|召|段)|號(?!稱|召|段)|国小|國小|国中|國中|高中|[小中]学|[小中]學|幼[儿兒]园|新村|花园|花園"
    r"|酒[店家楼樓]|饭店|飯店|茶[楼樓餐]|超市|市场|市場|百[货貨]|[药藥][房店业業行]|[医醫][院药藥]|[诊診]所|人[寿壽]|保[险險]|[银銀]行|[证證]券|地[产產]|置[业業]|物[业業流]"
    r"|影[城院业業视視]|[戏戲剧劇]院|照相|眼[镜鏡]|[书書][店局院]|印[刷务務]|[装裝][饰飾修]|家[具私电電]|[纺紡][织織]|服[装裝饰飾]|食品|[渔漁][业業港船]|水[产產果电電]"
    r"|[会會][计計][师師]|律[师師]|大[药藥]房|[养養]老|康[复復]|[护護]理|[体體][检檢]|旅[行游遊社馆館]|民宿|[运運][输輸]|客[运運]|出租|[汽机機][车車]行|教[会會堂育]|培[训訓]|[补補][习習]"
    r"|基金[会會]|同[乡鄉][会會]|村委|居委|社[区區]|派出所|地[铁鐵]站|[车車]站|[码碼][头頭]|公[园園寓]|[广廣][场場]|大[厦廈楼樓道街桥橋]|小[区區])"
)
#: A person: one or two letters more and a title.
_PERSON = re.compile(
    rf"[{_HAN}]{{0,2}}(?:先生|女士|小姐|同志|老[师師]|[师師]傅|阿姨|大[爷爺]|老[汉漢]|院士)|[{_HAN}]{{1,2}}(?:教授|局[长長]|[处處][长長]|科[长長]|主任|[记記]者|[议議][员員]|[里村][长長])"
)
#: Words that end in the first letter of a name: 恒大|华…, 上海|康….
_ENDING_IN = {
    "大": "恒恆光正远遠宏盛伟偉重强強最庞龐扩擴加增放浩",
    "海": "上青珠威渤东東南黄黃沿出",
    "华": "中精繁年豪升",
}


def _in_longer(text: str, start: int) -> bool:
    return text[start - 1 : start] in set(_ENDING_IN.get(text[start], "")) if start else False


def _is_listed_person(text: str, start: int, end: int) -> bool:
    """Tell whether a name and one or two letters more are an item of a list: 评审专家：大华国栋、马平川."""
    rest = _ITEM_AFTER.match(text, end)
    before = text[max(0, start - 2) : start]
    if rest is None or _ITEM_BEFORE.search(before) is None or folded_key(rest["rest"]) in _OF_MAKERS:
        return False
    return rest["mark"] == "、" or before.rstrip()[-1:] == "、"

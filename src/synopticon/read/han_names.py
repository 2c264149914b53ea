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
    opened = _OPEN_QUOTE.search(head)
    if opened is not None and _LEADS.search(opened[1]) is None:
        return True
    return end - start <= _PAIR and _is_listed_person(text, start, end)


_PAIR = 2


def _is_listed_person(text: str, start: int, end: int) -> bool:
    """Tell whether a name and one or two letters more are an item of a list: 评审专家：大华国栋、马平川."""
    rest = _ITEM_AFTER.match(text, end)
    before = text[max(0, start - 2) : start]
    if rest is None or _ITEM_BEFORE.search(before) is None or folded_key(rest["rest"]) in _OF_MAKERS:
        return False
    return rest["mark"] == "、" or before.rstrip()[-1:] == "、"

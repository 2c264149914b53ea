"""Chinese, simplified; traditional characters are folded before they are compared."""
# ruff: noqa: E501  # tables of words read better in long lines

from __future__ import annotations

from decimal import Decimal
from functools import cache

from synopticon.text.grammar import Language, words

LANGUAGE = Language(
    code="zh",
    name="Chinese",
    script="Hani",
    # Han numerals are written by position, not word by word; `read.numbers` evaluates them from these two maps.
    cardinals={
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9, "廿": 20, "卅": 30,
    },
    multipliers={
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000, "万": 10_000, "百万": 1_000_000,
        "千万": 10_000_000, "亿": 100_000_000, "兆": 1_000_000_000_000,
    },
    shares={"一半": Decimal("0.5"), "半数": Decimal("0.5"), "过半": Decimal("0.5"), "近半": Decimal("0.5")},
    percent=frozenset(("%", "个百分点")),
    halves=frozenset(("半",)),
    rounds={
        "百万": (1_000_000, "about"), "千万": (10_000_000, "about"), "上百万": (1_000_000, "at_least"), "近百万": (1_000_000, "about"), "上千万": (10_000_000, "at_least"),
        "上亿": (100_000_000, "at_least"), "百余": (100, "over"), "千余": (1_000, "over"), "万余": (10_000, "over"),
        "上百": (100, "at_least"), "上千": (1_000, "at_least"), "上万": (10_000, "at_least"), "近百": (100, "about"), "近千": (1_000, "about"), "近万": (10_000, "about"),
        "逾百": (100, "over"), "逾千": (1_000, "over"), "逾万": (10_000, "over"), "过百": (100, "over"), "过千": (1_000, "over"), "半打": (6, "exact"),
    },
    vague={
        "数十": 10, "几十": 10, "数百": 100, "几百": 100, "数千": 1_000, "几千": 1_000, "数万": 10_000, "几万": 10_000,
        "数十万": 100_000, "数百万": 1_000_000, "数千万": 10_000_000, "数亿": 100_000_000, "数以百计": 100, "数以千计": 1_000, "数以万计": 10_000, "数以百万计": 1_000_000, "成百上千": 100,
        "成千上万": 1_000, "若干": None, "十几": 10, "好几": None, "多个": None, "多家": None, "多台": None, "许多": None,
        "大量": None, "不少": None, "几台": None, "几个": None, "几家": None, "数台": None, "数个": None, "数家": None,
        "几个月": None, "几年": None, "数年": None,
    },
    before={
        "至少": "at_least", "不少于": "at_least", "不低于": "at_least", "最少": "at_least", "起码": "at_least",
        "不下": "at_least", "不下于": "at_least", "最近": "", "附近": "", "纽约": "", "节约": "", "契约": "", "条约": "", "合约": "", "公约": "",
        "超过": "over", "逾": "over", "超": "over", "多于": "over", "高于": "over", "大于": "over", "突破": "over",
        "多达": "at_most", "最多": "at_most", "不超过": "at_most", "不多于": "at_most", "至多": "at_most",
        "高达": "at_most", "上限为": "at_most", "最高": "at_most", "达到": "exact", "不高于": "at_most",
        "少于": "under", "不到": "under", "不足": "under", "低于": "under", "未满": "under", "小于": "under",
        "约": "about", "大约": "about", "约为": "about", "大概": "about", "近": "about", "将近": "about",
        "接近": "about", "估计": "about", "约有": "about", "差不多": "about", "预计": "about",
    },
    after={
        "左右": "about", "上下": "about", "余": "over", "多": "over", "以上": "over", "以下": "under",
        "以内": "at_most", "不到": "under", "许": "about", "有余": "over",
    },
    range_openers=frozenset(("介于", "在")),
    range_joiners=frozenset(("至", "到", "~", "-", "–", "—", "和", "与")),
    months={
        "一月": 1, "二月": 2, "三月": 3, "四月": 4, "五月": 5, "六月": 6, "七月": 7, "八月": 8, "九月": 9, "十月": 10,
        "十一月": 11, "十二月": 12,
    },
    currencies={
        "元": "CNY", "人民币": "CNY", "元人民币": "CNY", "块钱": "CNY", "美元": "USD", "美金": "USD", "英镑": "GBP",
        "欧元": "EUR", "日元": "JPY", "港元": "HKD", "港币": "HKD", "澳元": "AUD", "加元": "CAD", "新台币": "TWD",
        "台币": "TWD", "卢布": "RUB", "卢比": "INR", "瑞士法郎": "CHF", "迪拉姆": "AED", "里亚尔": "SAR",
        "韩元": "KRW", "新元": "SGD", "埃镑": "EGP",
    },
    durations={
        "年": "years", "个月": "months", "天": "days", "周": "weeks", "个星期": "weeks", "小时": "hours",
        "个小时": "hours", "分钟": "minutes", "秒": "seconds", "秒钟": "seconds", "个工作日": "working days",
        "工作日": "working days", "季度": "quarters", "个季度": "quarters", "年间": "years", "周年": "years",
    },
    superlatives=frozenset(("大", "名", "位", "高", "多")),
    name_heads=frozenset(("第", "编号", "图", "表", "附件", "小说", "《", "号", "电话", "邮编", "约翰福音")),
    name_tails=frozenset(("条", "款", "章", "节", "号", "届", "期", "楼", "号线", "频道", "版")),
    count_nouns=words("议会 市议会 委员会 地方政府 地方当局 政府 机构 公司 企业 单位 城市 国家 地区 学校 医院 人 居民 用户 员工 警察 记者 设备 "
        "系统 服务器 页 文件 报告 合同 项目 供应商 部门 警察局 公安局 行政区 自治市 区 县 省 站点 地点 路口 车辆 无人机 终端 "
        "客户 名单 实体 账户 邮件 议员 清真寺 监控点 点位"),
    unit_stops=words("的 在 是 与 和 及 被 将 已 并 由 用 于 从 对 向 了 , 。 ; 、"),
    measures=words("台 个 部 套 家 名 条 座 辆 只 架 支 颗 枚 件 份 项 间 所 位 处 路 组 批 张 页 种 款 块 人 户 次 起 艘 头 间次"),
)  # fmt: skip

# Common two-character words whose ends also begin or end short names: 其中|国防, 伟大|华人, 精华|为了.
_COMMON = (
    "其中 当中 集中 空中 心中 途中 高中 初中 国防 国家 国际 国内 国人 国会 国民 国籍 国外 伟大 重大 最大 巨大 扩大 放大 强大 "
    "庞大 较大 加大 广大 远大 华人 华丽 华裔 华侨 华语 华盛 华北 华东 华南 华尔 精华 中华 繁华 年华 豪华 为了 为此 为止 为主 "
    "为何 作为 成为 认为 因为 行为 兴奋 兴趣 兴起 兴建 新兴 复兴 高兴 依法 图书 图像 图片 图案 图形 地图 企图 试图 视频 视觉 "
    "视线 视为 宇宙 电视 上海 大海 渤海 沿海 康复 康熙 健康 小康 安康 商业 商品 协商 汤圆 大疆 新疆 边疆 旷野 科学 科技 百度 "
    "一度 程度 态度 角度 度过 度假 过度 阿里 里面 里程 公里 腾空 讯息 天地 地位 伟业 天网 天地"
)


@cache
def common_words() -> frozenset[str]:
    """Return common two-character words; a name that lies across two of them is no name."""
    return frozenset(_COMMON.split())

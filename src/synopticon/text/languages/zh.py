"""Chinese, simplified; traditional characters are folded before they are compared."""
# ruff: noqa: E501  # tables of words read better in long lines

from __future__ import annotations

from decimal import Decimal
from functools import cache

from synopticon.text.grammar import Language, words

_SCALES = {
    "百": 100, "千": 1_000, "万": 10_000, "十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
    "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip

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
    shares={
        "一半": Decimal("0.5"), "半数": Decimal("0.5"), "大半": Decimal("0.5"), "一小半": Decimal("0.5"), "对半": Decimal("0.5"),
        **{f"{head}半{tail}": Decimal("0.5") for head in ("过", "近", "逾", "超", "超过", "不到", "不足", "将近", "约") for tail in ("", "数")},
    },
    percent=frozenset(("%", "个百分点")),
    halves=frozenset(("半",)),
    rounds={
        # A bare scale is a loose number: 百亿美元 is about ten billion, 近千台 nearly a thousand, 百余 a hundred and some.
        **{scale: (value, "about") for scale, value in _SCALES.items() if len(scale) > 1 and scale[0] != "十"},
        **{f"{head}{scale}": (value, qualifier) for scale, value in _SCALES.items()
           for head, qualifier in (("近", "about"), ("约", "about"), ("逾", "over"), ("过", "over"), ("超", "over"), ("超过", "over"), ("不足", "under"), ("不到", "under"))},
        **{f"{scale}{tail}": (value, "over") for scale, value in _SCALES.items() if scale[0] != "十" for tail in ("余", "多")},
        "百来": (100, "about"), "千来": (1_000, "about"), "百把": (100, "about"), "千把": (1_000, "about"), "万把": (10_000, "about"), "半打": (6, "exact"), "一打": (12, "exact"), "两打": (24, "exact"), "俩": (2, "exact"), "仨": (3, "exact"),
    },
    vague={
        **{f"{head}{scale}": value for scale, value in {"十": 10, **_SCALES}.items() for head in ("数", "几", "好几", "成", "上")},
        "数以十万计": 100_000, "数以千万计": 10_000_000, "数以亿计": 100_000_000, "数以百计": 100, "数以千计": 1_000, "数以万计": 10_000, "数以百万计": 1_000_000, "成百上千": 100,
        **{f"{tens}几": value for tens, value in (("二十", 20), ("三十", 30), ("四十", 40), ("五十", 50), ("六十", 60), ("七十", 70), ("八十", 80), ("九十", 90), ("廿", 20), ("卅", 30), ("一百", 100), ("两百", 200), ("三百", 300))},
        "成千上万": 1_000, "若干": None, "十几": 10, "好几": None, "多个": None, "多家": None, "多台": None, "许多": None,
        "大量": None, "不少": None, "几台": None, "几个": None, "几家": None, "数台": None, "数个": None, "数家": None,
        "几个月": None, "几年": None, "数年": None,
    },
    before={
        "至少": "at_least", "不少于": "at_least", "不低于": "at_least", "最少": "at_least", "起码": "at_least",
        "不下": "at_least", "不下于": "at_least", "最近": "", "附近": "", "纽约": "", "节约": "", "契约": "", "条约": "", "合约": "", "公约": "",
        "超过": "over", "逾": "over", "超": "over", "多于": "over", "高于": "over", "大于": "over", "突破": "over",
        "多达": "at_most", "最多": "at_most", "不超过": "at_most", "不多于": "at_most", "至多": "at_most",
        "高达": "exact", "最高限价": "exact", "限价": "exact", "上限为": "at_most", "封顶": "at_most", "不逾": "at_most", "不会超过": "at_most", "不得超过": "at_most", "不得少于": "at_least", "不得低于": "at_least", "不少於": "at_least", "不止": "over", "何止": "over", "远超": "over", "远超过": "over", "已超": "over", "已超过": "over", "略高于": "over", "略低于": "under", "略少于": "under", "略多于": "over", "尚不足": "under", "仅约": "about", "约合": "about", "折合": "about", "大致": "about", "约莫": "about", "粗略估计": "about", "少说": "at_least", "少说也有": "at_least", "顶多": "at_most", "充其量": "at_most", "至多不超过": "at_most", "最高": "at_most", "达到": "exact", "不高于": "at_most",
        "少于": "under", "不到": "under", "不足": "under", "低于": "under", "未满": "under", "小于": "under",
        "约": "about", "大约": "about", "约为": "about", "大概": "about", "近": "about", "将近": "about",
        "接近": "about", "估计": "about", "约有": "about", "差不多": "about", "预计": "about",
    },
    after={
        "左右": "about", "上下": "about", "余": "over", "多": "over", "以上": "at_least", "及以上": "at_least", "或以上": "at_least", "以下": "under",
        "及以下": "at_most", "以内": "at_most", "之内": "at_most", "不到": "under", "许": "about", "有余": "over", "来": "about", "出头": "over", "开外": "over", "不止": "over", "都不止": "over", "还不止": "over", "打不住": "over", "封顶": "at_most", "起": "at_least", "上下浮动": "about", "内外": "about",
    },
    range_openers=frozenset(("介于", "在")),
    range_joiners=frozenset(("至", "到", "~", "-", "–", "—", "和", "与")),
    months={
        "一月": 1, "二月": 2, "三月": 3, "四月": 4, "五月": 5, "六月": 6, "七月": 7, "八月": 8, "九月": 9, "十月": 10,
        "十一月": 11, "十二月": 12,
    },
    currencies={
        "元": "CNY", "人民币": "CNY", "元人民币": "CNY", "块钱": "CNY", "美元": "USD", "美金": "USD", "英镑": "GBP",
        "欧元": "EUR", "日元": "JPY", "港元": "HKD", "港币": "HKD", "澳元": "AUD", "块": "CNY", "加元": "CAD", "新台币": "TWD",
        "台币": "TWD", "卢布": "RUB", "卢比": "INR?", "瑞士法郎": "CHF", "迪拉姆": "AED?", "里亚尔": "SAR?", "第纳尔": "KWD?", "比索": "MXN?", "克朗": "NOK?", "法郎": "CHF?", "里拉": "TRY?", "先令": "KES?", "泰铢": "THB", "林吉特": "MYR", "奈拉": "NGN", "兰特": "ZAR", "雷亚尔": "BRL", "兹罗提": "PLN", "福林": "HUF", "坚戈": "KZT", "印尼盾": "IDR", "越南盾": "VND", "澳门元": "MOP", "纽元": "NZD",
        "韩元": "KRW", "新元": "SGD", "埃镑": "EGP", "蚊": "HKD", "圆": "CNY", "圆人民币": "CNY", "澳门币": "MOP", "葡币": "MOP", "港圆": "HKD", "港纸": "HKD", "新币": "SGD", "坡币": "SGD", "马币": "MYR", "令吉": "MYR", "日圆": "JPY", "韩圆": "KRW", "美圆": "USD", "欧圆": "EUR",
    },
    durations={
        "年": "years", "个月": "months", "天": "days", "周": "weeks", "个星期": "weeks", "小时": "hours",
        "个小时": "hours", "分钟": "minutes", "秒": "seconds", "秒钟": "seconds", "个工作日": "working days",
        "工作日": "working days", "日历天": "days", "个日历天": "days", "个日历日": "days", "自然日": "days", "个自然日": "days", "个交易日": "days", "交易日": "days", "日": "days", "昼夜": "days", "个昼夜": "days", "星期": "weeks", "个礼拜": "weeks", "礼拜": "weeks", "个财政年度": "years", "财政年度": "years", "个财年": "years", "个会计年度": "years", "个年度": "years", "个学年": "years", "学年": "years", "个学期": "terms", "学期": "terms", "个年头": "years", "载": "years", "个半月": "months", "个半小时": "hours", "个钟头": "hours", "刻钟": "quarters", "季度": "quarters", "个季度": "quarters", "年间": "years", "周年": "years",
    },
    superlatives=frozenset(("大", "名", "位", "高", "多")),
    name_heads=frozenset(("拨打", "致电", "热线", "专线", "短号", "分机", "传真", "票号", "案号", "文号", "单号", "工号", "卡号", "尾号", "房号", "阅读", "浏览", "浏览量", "点赞", "评论", "转发", "收藏", "点击", "点击量", "播放量", "字数", "问题", "议题", "议程", "附录", "附表", "标段", "包件", "型号", "版本", "频道", "国道", "第", "编号", "图", "表", "附件", "小说", "《", "号", "电话", "邮编", "约翰福音")),
    name_tails=frozenset(("条", "款", "章", "节", "号", "届", "期", "楼", "号线", "频道", "版")),
    counted={
        "body districts": "区县 县区 区 县 旗 县市 市县 行政区 街道 乡镇 镇 乡 社区 村 地市 州市",
        "body councils": "议会 市议会 地方议会 区议会 委员会 市 省市 城市 地方政府 政府",
        "body agencies": "机构 机關 机关 部门 单位 署 局 处室 厅局 局处 委办局 政府部门 警局 警察局 公安局 派出所 分局 警署 警队 支队 大队 办事处 管理处 分署 中心 馆 图书馆 监狱 院校",
        "body schools": "学校 中学 小学 幼儿园 所 校 高校 大学 中小学 院校 学院",
        "body airports": "机场 空港",
        "body hospitals": "医院 诊所 卫生院",
        "body countries": "国家 国",
        "site sites": "点位 站点 监控点 监控点位 地点 路口 路段 卡口 公厕 小区 楼宇 大楼 大厦 车站 站 地铁站 灯柱 屋邨 屋苑 公园 停车场 工地 隧道 桥 闸口 口岸 校门 出入口 园区 场所 场馆 屋村 大厅 村口 处所 街口 站台 杆位 前端点位 点",
        "thing devices": "设备 装置 器材 仪器 终端 灯杆 智慧灯杆 智能灯杆 路由器 读卡器 闸机 主机 机器 机具 仪表 模组 组件 单元",
        "site vehicles": "车辆 公交车 巴士 列车 警车 出租车 车 客车 渡轮",
        "paper contracts": "合同 合約 合约 契约 协议 订单 标案 案 采购合同 工程 项目 标段 包件 采购案 招标",
        "company companies": "公司 企业 厂商 供应商 供货商 承建商 承办商 集成商 经销商 制造商 品牌 商家",
        "none documents": "公告 文件 报告 页 条 名单 邮件 信 意见 建议 问题 数据 记录 字 次 起 户 份 期 项 种 类 款 批 名 位 人 人次 居民 用户 员工 警察 记者 议员 官员 老人 市民 专家 学者 票 线 层 楼 版 篇 年 图片 张 倍 级 责任人员 人员 民警 辅警 学生 师生 村民 租户 条例 标 章 万人 职员 公顷 平方米",
    },
    count_nouns=words("机关 机场 局处 厅局 委办局 公安局 分局 大队 办事处 管理处 中小学 大学 医院 公园 屋苑 工地 隧道 口岸 场馆 机器 器材 仪器 学院 院校 区县 县区 县市 街道 乡镇 社区 村 署 公厕 路段 卡口 小区 楼宇 大楼 车站 地铁站 灯柱 合约 标案 标段 采购案 品牌 公告 中学 小学 幼儿园 高校 图书馆 派出所 警署 警局 支队 监狱 监控点位 前端点位 公交车 巴士 列车 警车 屋邨 停车场 园区 场所 责任人员 厂商 政府部门 议会 市议会 委员会 地方政府 地方当局 政府 机构 公司 企业 单位 城市 国家 地区 学校 医院 人 居民 用户 员工 警察 记者 设备 "
        "系统 服务器 页 文件 报告 合同 项目 供应商 部门 警察局 公安局 行政区 自治市 区 县 省 站点 地点 路口 车辆 无人机 终端 "
        "客户 名单 实体 账户 邮件 议员 清真寺 监控点 点位"),
    unit_stops=words("的 在 是 与 和 及 被 将 已 并 由 用 于 从 对 向 了 , 。 ; 、"),
    clock_words=words("上午 下午 时间 自 从 至"),
    currency_hints={
        # 元 alone, in a text in traditional characters.
        "CNY": {"新台币": "TWD", "台币": "TWD", "nt$": "TWD", "港币": "HKD", "港元": "HKD", "港圆": "HKD", "港纸": "HKD", "hk$": "HKD", "澳门元": "MOP", "澳门币": "MOP", "人民币": "CNY", "rmb": "CNY"},
        "AED?": {"阿联酋": "AED", "迪拜": "AED", "阿布扎比": "AED", "摩洛哥": "MAD"},
        "SAR?": {"沙特": "SAR", "利雅得": "SAR", "卡塔尔": "QAR", "多哈": "QAR", "阿曼": "OMR", "也门": "YER", "伊朗": "IRR"},
        "KWD?": {"科威特": "KWD", "约旦": "JOD", "巴林": "BHD", "伊拉克": "IQD", "利比亚": "LYD", "突尼斯": "TND", "阿尔及利亚": "DZD", "塞尔维亚": "RSD"},
        "INR?": {"印度": "INR", "巴基斯坦": "PKR", "斯里兰卡": "LKR", "尼泊尔": "NPR"},
        "MXN?": {"墨西哥": "MXN", "菲律宾": "PHP", "阿根廷": "ARS", "智利": "CLP", "哥伦比亚": "COP"},
        "NOK?": {"挪威": "NOK", "丹麦": "DKK", "瑞典": "SEK", "冰岛": "ISK"},
        "CHF?": {"瑞士": "CHF"}, "TRY?": {"土耳其": "TRY", "黎巴嫩": "LBP", "叙利亚": "SYP"},
        "KES?": {"肯尼亚": "KES", "乌干达": "UGX", "坦桑尼亚": "TZS"},
    },
    mere={"近": frozenset(("*",)), "前": frozenset(("*",))},
    lasting=words("历时 长达 达 用了 花了 耗时 持续 已有 已经 有 了 时 过去"),
    passed_verbs=words("花费 花费了 花了 花掉 支付 支付了 支出 投入 投入了 投资 采购 采购了 购买 购买了 购置 购置了 买了 安装 安装了 装了 拥有 有 达 达到 为 是 需 需要 用了 耗资 配备 部署 部署了 拆除 拆除了 新增 增加 需花费 交付 交付了 占 占比"),
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

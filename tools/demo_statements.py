"""What the made-up articles and notices state beyond the replies: who says what of whom, in the words that stand there."""

from __future__ import annotations

Statement = dict[str, object]


def _said(file: str, quote: str, modality: str, polarity: str = "affirmed", **found: object) -> Statement:
    return {"file": file, "quote": quote, "modality": modality, "polarity": polarity, **found}


_EN = "articles/campaign-counts.txt"
_LEAFLET = "articles/leaflet-aldersyke.txt"
_AR = "articles/hamla-kamirat.html"
_TALKS = "articles/talks-tell-qanadil.txt"
_ZH = "articles/jiankong-diaocha.txt"
_TENDER = "notices/qingyan-zhaobiao.html"
_BOTH = ["hikvision", "dahua"]

STATEMENTS: tuple[Statement, ...] = (
    _said(_EN, "28 own cameras made by Hikvision", "owned", makers=["hikvision"], quantity=28, unit="councils"),
    _said(_EN, "seven own cameras made by Dahua", "owned", makers=["dahua"], quantity=7, unit="councils"),
    _said(_EN, "30 own one or the other", "owned", makers=_BOTH, quantity=30, unit="councils"),
    _said(_EN, "16 boroughs own equipment of either maker", "owned", makers=_BOTH, quantity=16, unit="boroughs"),
    _said(_EN, "Northmere City Council owns 1,046 Hikvision cameras", "owned", makers=["hikvision"], quantity=1046, body="northmere"),
    _said(_EN, "Aldersyke City Council owns 120 Hikvision cameras", "owned", makers=["hikvision"], quantity=120, body="aldersyke"),
    _said(_LEAFLET, "Aldersyke City Council owns 83 Hikvision cameras", "owned", makers=["hikvision"], quantity=83, body="aldersyke"),
    _said(_EN, "Hikvision and Dahua were added to the United States Entity List", "listed", makers=_BOTH, date="2019-10-09", list="US-BIS-EL"),
    _said(_EN, "Merrowby had discussed buying 200 Hikvision cameras", "talks", "alleged", makers=["hikvision"], quantity=200),
    _said(_AR, "28 مجلسا من أصل 43 أجابت بوضوح تملك كاميرات من صنع شركة هيكفيجن", "owned", makers=["hikvision"], quantity=28, unit="مجلسا"),
    _said(_AR, "سبعة مجالس تملك كاميرات من صنع داهوا", "owned", makers=["dahua"], quantity=7, unit="مجالس"),
    _said(_AR, "وتملك بلدية روضة صارم 126 كاميرا من صنع هيكفيجن", "owned", makers=["hikvision"], quantity=126, body="rawdat-sarim"),
    _said(_AR, "ثلاثة لم ترد على الإطلاق", "not_responded", quantity=3),
    _said(_TALKS, "لشراء 400 كاميرا من داهوا", "contracted", "denied", makers=["dahua"], quantity=400),
    _said(_TALKS, "محادثة بسيطة", "talks"),
    _said(_TALKS, "تصل إلى 50 ألف جنيه إسترليني", "planned", "alleged", amount=50000, currency="GBP", qualifier="at_most"),
    _said(_ZH, "其中28个拥有海康威视摄像机", "owned", makers=["hikvision"], quantity=28),
    _said(_ZH, "7个拥有大华摄像机", "owned", makers=["dahua"], quantity=7),
    _said(_ZH, "该市拥有58台海康威视摄像机", "owned", makers=["hikvision"], quantity=58, body="lanshiwan"),
    _said(_ZH, "栖霜市政厅以公共安全为由拒绝答复", "refused", body="qishuang"),
    _said(_ZH, "海康威视和大华被列入美国商务部实体清单", "listed", makers=_BOTH, date="2019-10", list="US-BIS-EL"),
    _said(_TENDER, "拟采购监控摄像机80台", "planned", quantity=80, body="qingyan"),
    _said(_TENDER, "预算金额：2.6万英镑", "planned", amount=26000, currency="GBP", amount_kind="budget", body="qingyan"),
)  # fmt: skip

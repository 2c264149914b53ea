"""The Arabic and Chinese replies of the made-up campaign."""

from __future__ import annotations

from datetime import UTC, datetime

from tools.demo_letters import Files
from tools.demo_parts import Cast, Letter, P, Q, T
from tools.demo_pdf import pdf
from tools.demo_writers import docx, email, letter_text

FICTION_AR = "مادة متخيلة للعرض: البلدية وموظفوها وأرقامها مختلقة."
FICTION_ZH = "本文件为演示用的虚构材料：机构、人员和数字均系编造。"


def replies(cast: Cast) -> dict[str, Files]:
    """Return the files of the bodies that write Arabic or Chinese."""
    return {
        "rawdat-sarim": {"رد البلدية.pdf": pdf(_rawdat(cast), script="ar")},
        "tell-qanadil": {"reply.txt": letter_text(_tell(cast)).encode()},
        "ayn-majadif": {"reply.eml": _ayn(cast)},
        "lanshiwan": {"答复函.pdf": pdf(_lanshiwan(cast), script="zh")},
        "qingyan": {"reply.txt": letter_text(_qingyan(cast)).encode("gb18030")},
        "qishuang": {"不予公开决定书.docx": docx(_qishuang(cast))},
    }


def _rawdat(cast: Cast) -> Letter:
    return Letter(
        "rawdat-sarim",
        "بلدية روضة صارم",
        "٦ فبراير ٢٠٢٤",
        "المرجع: ر ص / ٤١٧",
        (
            P("نشير إلى طلبكم المؤرخ في ١٥ يناير ٢٠٢٤ بشأن كاميرات المراقبة، ونفيدكم بما يأتي:"),
            P("تملك البلدية 126 كاميرا من صنع شركة هيكفيجن، وقد ركبت في الأسواق والحدائق العامة."),
            P("ولا تملك البلدية أي كاميرا من صنع شركة داهوا."),
            P("أما أسعار الشراء فلم تحفظ سجلاتها قبل عام 2018."),
        ),
        cast.officer("rawdat-sarim", "نادرة الصيرفي"),
        role="مديرة مكتب المعلومات",
        subject="الموضوع: طلب الحصول على معلومات عن كاميرات المراقبة",
        salutation="تحية طيبة وبعد،",
        closing="وتفضلوا بقبول فائق الاحترام",
        fiction=FICTION_AR,
        contact="هاتف {phone}",
        layout=1,
    )


def _tell(cast: Cast) -> Letter:
    return Letter(
        "tell-qanadil",
        "بلدية تل القناديل",
        "31 يناير 2024",
        "رقم الكتاب: 88/م",
        (
            P("وصلنا طلبكم وقد سألتم فيه عما يأتي:"),
            Q("كم كاميرا من صنع هيكفيجن وكم كاميرا من صنع داهوا تملك البلدية؟ فقد قيل لنا إنها تملك 300 كاميرا."),
            P(
                "وجوابنا أن البلدية تمتلك نحو سبعين كاميرا من إنتاج هيكفيجن، معظمها في محطة الحافلات، وليس لديها كاميرات من إنتاج داهوا."
            ),
            P("ولا تنوي البلدية شراء كاميرات جديدة هذا العام."),
        ),
        cast.officer("tell-qanadil", "صفوان البيرقدار"),
        role="رئيس ديوان البلدية",
        subject="الرد على طلب معلومات",
        salutation="السادة مقدمي الطلب المحترمين",
        closing="مع التقدير",
        fiction=FICTION_AR,
        contact="هاتف {phone}، بريد {email}",
    )


def _ayn(cast: Cast) -> bytes:
    officer = cast.officer("ayn-majadif", "لبنى الخرّاط")
    return email(
        sender=f"{officer.name} <{officer.email}>",
        to="requests@campaign.example",
        subject="رد: طلب معلومات عن كاميرات المراقبة",
        when=datetime(2024, 2, 4, 8, 15, 0, tzinfo=UTC),
        transfer="base64",
        text=(
            "السلام عليكم،\n\nجوابا عن سؤالكم: لا تملك البلدية أي كاميرات من صنع هيكفيجن أو داهوا.\n"
            "جميع كاميراتنا من صنع شركة بوش.\n\n"
            f"{officer.name}\nبلدية عين المجاديف\n{officer.phone}\n\n{FICTION_AR}\n"
        ),
    )


def _lanshiwan(cast: Cast) -> Letter:
    return Letter(
        "lanshiwan",
        "澜砚湾市政厅",
        "2024年2月8日",
        "澜信公开〔2024〕第17号",
        (
            P("贵方2024年1月15日提出的信息公开申请收悉，现答复如下："),
            P("一、本市现有监控摄像机共83台，按品牌列表如下。"),
            T(("品牌", "数量（台）"), (("海康威视", "58"), ("安讯士", "25"), ("大华", "0"), ("合计", "83"))),
            P("二、上述设备于2017年至2021年间分批购置，单价未作统计。"),
        ),
        cast.officer("lanshiwan", "卢砚秋"),
        role="信息公开办公室主任",
        subject="关于监控摄像机品牌及数量的答复",
        salutation="申请人：",
        closing="特此函复。",
        fiction=FICTION_ZH,
        contact="电话：{phone}",
    )


def _qingyan(cast: Cast) -> Letter:
    return Letter(
        "qingyan",
        "青砚市政厅",
        "2024年2月5日",
        "青公开〔2024〕6号",
        (
            P("关于您申请公开的监控设备信息,经查,答复如下:"),
            P("本市拥有至少三十五台海康威视摄像机,另有若干站点尚未清点。"),
            P("本市没有大华摄像机。"),
            P("2024年度采购计划另行公告。"),
        ),
        cast.officer("qingyan", "温如璞"),
        role="办公室工作人员",
        subject="信息公开申请答复",
        salutation="您好:",
        closing="此致",
        fiction=FICTION_ZH,
        contact="联系电话：{phone} 邮箱：{email}",
    )


def _qishuang(cast: Cast) -> Letter:
    return Letter(
        "qishuang",
        "栖霜市政厅",
        "2024年2月12日",
        "栖公开〔2024〕3号",
        (
            Q("申请内容：请告知贵市拥有多少台海康威视摄像机和大华摄像机。"),
            P("经审查，您申请公开的信息涉及公共安全，根据信息公开法第三十一条的规定，决定不予公开。"),
            P("如对本决定不服，可以自收到本决定书之日起四十个工作日内申请复议。"),
        ),
        cast.officer("qishuang", "祁望舒"),
        role="法制科",
        subject="不予公开决定书",
        salutation="申请人：",
        closing="特此通知。",
        fiction=FICTION_ZH,
        contact="电话：{phone}",
    )

"""How well scans are read: character error rates on letters that this script draws, in three languages.

Needs Pillow with Raqm, Tesseract with its data, and the Noto and DejaVu fonts. The letters are made up from a fixed
seed. Each is drawn clean, as a coarse copy, as a noisy photocopy, and askew.
"""

from __future__ import annotations

import io
import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from synopticon.ingest import read_document, recognition
from synopticon.model.records import Passage

SEED = 20240531
LETTERS = 4
_NOTO = "/usr/share/fonts/truetype/noto"
_CJK = "/usr/share/fonts/opentype/noto"
FONTS = {
    "en": ["/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf", f"{_NOTO}/NotoSans-Regular.ttf"],
    "ar": ["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", f"{_NOTO}/NotoSansArabic-Regular.ttf"],
    "zh": [f"{_CJK}/NotoSansCJK-Regular.ttc", f"{_CJK}/NotoSerifCJK-Regular.ttc"],
}
LINES = {
    "en": [
        "{body} Council",
        "The Council owns {n} cameras made by Hikvision, in {m} buildings.",
        "It paid £{k},{l} for the {n} units of model DS-2CD2T47G2-L in {year}.",
        "No Dahua cameras are in use; {m} were removed and sent for recycling.",
        "The contract with Osprey Gate Ltd ended on {m} May {year}.",
    ],
    "ar": [
        "بلدية روضة {body}",
        "تملك البلدية {n} كاميرا من صنع شركة هيكفيجن في {m} مبنى",
        "وبلغت كلفة الشراء {k},{l} دينارا في عام {year}",
        "ولا تملك البلدية أي كاميرا من صنع شركة داهوا منذ عام {year}",
        "وقد أزيلت {m} كاميرا من الأسواق والحدائق العامة ومحطة الحافلات",
    ],
    "zh": [
        "{body}市政厅",
        "本市现有监控摄像机共{n}台，均由海康威视制造，分布于{m}处。",
        "上述设备于{year}年购置，单价为{k},{l}元，型号为DS-2CD2T47G2-L。",
        "本市没有大华摄像机，另有{m}台已于去年拆除。",
        "如对本答复不服，可以自收到之日起四十个工作日内申请复议。",
    ],
}
BODIES = {
    "en": ["Northmere", "Larkfold", "Eskwater", "Tarnhythe"],
    "ar": ["صارم", "المرسى", "القناديل", "المجاديف"],
    "zh": ["北原", "澜砚", "青砚", "栖霜"],
}
_DIGITS = re.compile(r"\d+")
_EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_WESTERN = {ord(zero) + n: str(n) for zero in "٠۰" for n in range(10)}


def letter(language: str, dice: random.Random, *, is_eastern: bool) -> list[str]:
    values = {
        "body": dice.choice(BODIES[language]),
        "n": dice.randint(12, 980),
        "m": dice.randint(2, 60),
        "k": dice.randint(2, 99),
        "l": f"{dice.randint(0, 999):03}",
        "year": dice.randint(2009, 2024),
    }
    lines = [line.format(**values) for line in LINES[language]]
    return [line.translate(_EASTERN) for line in lines] if is_eastern else lines


def drawn(lines: list[str], language: str, font_path: str, size: int):
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(font_path, size)
    picture = Image.new("L", (1654, 200 + 2 * size * len(lines)), 252)
    draw = ImageDraw.Draw(picture)
    shape = {"direction": "rtl", "language": "ar"} if language == "ar" else {}
    for index, line in enumerate(lines):
        width = draw.textlength(line, font=font, **shape)
        if width > 1450:
            sys.exit(f"expected lines that fit the page, found one of {width:.0f} pixels: {line}")
        x = 1654 - 120 - width if language == "ar" else 120
        draw.text((x, 100 + 2 * size * index), line, fill=25, font=font, **shape)
    return picture


def conditions(dice: random.Random) -> dict[str, Callable[..., object]]:
    from PIL import Image, ImageFilter

    def noisy(picture):
        noise = Image.effect_noise(picture.size, 60 + dice.random())
        soft = picture.filter(ImageFilter.GaussianBlur(1.0))
        return Image.blend(soft, noise, 0.25)

    return {
        "clean": lambda picture: picture,
        "coarse": lambda picture: picture.resize((picture.width // 2, picture.height // 2)),
        "noisy": noisy,
        "askew": lambda picture: picture.rotate(1.2, expand=True, fillcolor=252, resample=Image.Resampling.BICUBIC),
    }


def png(picture) -> bytes:
    sink = io.BytesIO()
    picture.save(sink, "PNG")
    return sink.getvalue()


def text_of(data: bytes) -> str:
    items = read_document(data, document="d", name="scan", source_kind="replies", recognise=recognition.recognise)
    return "\n".join(item.text for item in items if isinstance(item, Passage))


def squeezed(text: str) -> str:
    return "".join(text.split())


def rows() -> Iterator[tuple[str, str, float, int, int, float]]:
    for language, fonts in FONTS.items():
        for condition in ("clean", "coarse", "noisy", "askew", *["٠-٩, clean"] * (language == "ar")):
            is_eastern = condition.startswith("٠")
            dice = random.Random(SEED)
            errors = letters = found = numbers = 0
            seconds = 0.0
            for number in range(LETTERS):
                lines = letter(language, dice, is_eastern=is_eastern)
                worn = conditions(dice)["clean" if is_eastern else condition]
                picture = worn(drawn(lines, language, fonts[number % len(fonts)], 34))
                start = time.perf_counter()
                told = text_of(png(picture)).translate(_WESTERN)
                lines = [line.translate(_WESTERN) for line in lines]
                seconds += time.perf_counter() - start
                expected = squeezed("".join(lines))
                errors += Levenshtein.distance(expected, squeezed(told))
                letters += len(expected)
                wanted = _DIGITS.findall("\n".join(lines))
                given = _DIGITS.findall(told)
                numbers += len(wanted)
                found += sum(min(given.count(one), wanted.count(one)) for one in set(wanted))
            yield language, condition, errors / letters, found, numbers, seconds / LETTERS


def main() -> None:
    missing = [path for paths in FONTS.values() for path in paths if not Path(path).exists()]
    if missing:
        sys.exit(
            f"expected the fonts {', '.join(missing)}; apt-get install fonts-noto-core fonts-noto-cjk fonts-dejavu"
        )
    print(recognition.version())
    print(f"{'language':9} {'condition':10} {'CER':>6} {'numbers right':>14} {'s/page':>7}")
    for language, condition, rate, found, numbers, seconds in rows():
        print(f"{language:9} {condition:10} {rate:6.3f} {found:6}/{numbers:<7} {seconds:7.2f}")


if __name__ == "__main__":
    main()

"""Articles to measure with: the bundled ones, made-up ones of varied wording and, where they lie beside us, real ones.

The made-up articles come from templates of ours; each takes its names, numbers and rare words by chance from a large
range, so that no cache of words seen before can flatter whoever is measured.
"""

import random
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
_CITIES = ("جنيف", "فيينا", "مسقط", "الدوحة", "القاهرة", "أنقرة", "باريس", "الرياض", "بغداد", "عمان", "تونس", "روما")
_COUNTRIES = (
    "روسيا",
    "الولايات المتحدة",
    "إيران",
    "مصر",
    "تركيا",
    "قطر",
    "فرنسا",
    "الصين",
    "سوريا",
    "لبنان",
    "السودان",
    "إثيوبيا",
)
_SIDES = (
    "الروسي",
    "الأمريكي",
    "الإيراني",
    "المصري",
    "التركي",
    "القطري",
    "الفرنسي",
    "الصيني",
    "السوري",
    "اللبناني",
    "السوداني",
)
_TITLES = (
    "وزير الخارجية",
    "نائب وزير الخارجية",
    "المتحدث باسم الحكومة",
    "رئيس الوفد",
    "المبعوث الخاص",
    "السفير",
    "مستشار الرئيس",
)
_VERBS = ("قال", "أعلن", "أكد", "أوضح", "صرح", "أشار إلى", "ذكر", "كشف", "شدد على", "لفت إلى")
_ISSUES = (
    "تبادل الأسرى", "وقف إطلاق النار", "رفع العقوبات", "عودة السفراء", "فتح المعابر", "الأصول المجمدة",
    "الرحلات الجوية", "إيصال المساعدات", "ترسيم الحدود", "تخصيب اليورانيوم", "صادرات الحبوب", "عودة النازحين",
)  # fmt: skip
_DAYS = ("السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة")
_MONTHS = (
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
)

_SENTENCES = (
    "عقد الوفدان {side} و{side} {day} في {city} جولة من المحادثات استمرت {number} ساعات.",
    '{verb} {title} {side} {name} أن "{country} لن توقع على شيء قبل {rare} بشأن {issue}".',
    "وأضاف {name} أن {issue} {rare} ما زال قيد البحث بين الجانبين.",
    "وبحسب مصادر مطلعة، اقترح {title} {side} {name} تأجيل {issue} إلى {day} المقبل.",
    "ونفى {title} {name}، في بيان {rare}، أن تكون {country} قد وافقت على {issue}.",
    "وكانت الجولة السابقة قد انعقدت في {number} {month} {year} في {city} بحضور {name} و{name}.",
    "ونقلت وكالة {rare} عن {name} قوله إن {country} تأمل في التوصل إلى اتفاق حول {issue} خلال {number} أيام.",
    "«{rare} {rare} {rare}»، هكذا وصف {title} {side} مقترح {country} المتعلق بـ{issue}.",
    "ولم يصدر عن {country} تعليق على {rare} {rare} حتى مساء {day}.",
    "وطالب {name} بإدراج {issue} في جدول أعمال الاجتماع المقرر في {city} يوم {number} {month}.",
    "ويرى مراقبون أن {rare} {issue} لن تكتمل إلا إذا وافقت {country} على {rare}.",
    "وشارك في الجلسة من الجانب {side} {name} و{name} و{name}.",
)


def bundled_articles() -> list[str]:
    """The texts of examples/."""
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "examples").glob("*.ar.txt"))]


def real_articles(shared: Path | None) -> list[str]:
    """The Arabic articles with answer keys, where there are any."""
    if shared is None or not (shared / "cases").is_dir():
        return []
    return [path.read_text(encoding="utf-8") for path in sorted((shared / "cases").glob("*ar*.txt"))]


def made_up_articles(count: int, seed: int) -> list[str]:
    """Articles of about 350 words each; the same seed gives the same ones."""
    chance = random.Random(seed)
    return [made_up_text(2100, chance) for _ in range(count)]


def made_up_text(characters: int, chance: random.Random) -> str:
    """Invented sentences up to at least so many characters, in paragraphs."""
    pieces: list[str] = []
    length = 0
    while length < characters:
        sentence = _fill(chance.choice(_SENTENCES), chance)
        pieces.append(sentence + ("\n" if chance.random() < 0.4 else " "))
        length += len(pieces[-1])
    return "".join(pieces)


def _fill(template: str, chance: random.Random) -> str:
    makers: dict[str, Callable[[], str]] = {
        "side": lambda: chance.choice(_SIDES),
        "day": lambda: chance.choice(_DAYS),
        "city": lambda: chance.choice(_CITIES),
        "country": lambda: chance.choice(_COUNTRIES),
        "title": lambda: chance.choice(_TITLES),
        "verb": lambda: chance.choice(_VERBS),
        "issue": lambda: chance.choice(_ISSUES),
        "month": lambda: chance.choice(_MONTHS),
        "number": lambda: str(chance.randint(2, 28)),
        "year": lambda: str(chance.randint(1990, 2026)),
        "name": lambda: f"{invented_word(chance)} {invented_word(chance)}",
        "rare": lambda: chance.choice(("", "", "ال", "وال", "بال")) + invented_word(chance),
    }
    for slot, make in makers.items():
        while "{" + slot + "}" in template:
            template = template.replace("{" + slot + "}", make(), 1)
    return template


def invented_word(chance: random.Random) -> str:
    """Three to seven letters that look like an Arabic word."""
    letters = [chance.choice(_LETTERS) for _ in range(chance.randint(3, 5))]
    letters.insert(chance.randint(1, len(letters)), chance.choice("اويا"))
    return "".join(letters) + chance.choice(("", "", "ة", "ي", "ين", "ات"))

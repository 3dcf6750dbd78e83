"""Languages are recognised from few words."""

import time

import pytest

from dragoman.text.script import UNKNOWN, recognise_language

READ = {
    "ar": [
        "قال الوزير إن المفاوضات مستمرة",
        "المفاوضات",
        "محادثات في جنيف",
        "ﺍﻟﻤﻔﺎﻭﺿﺎﺕ ﻓﻲ ﺟﻨﻴﻒ",
        "مُحادثات السَّلام",
        "استأنف الوفدان المحادثات فی جنیف",
    ],
    "en": [
        "The talks resumed",
        "Talks in Geneva",
        "He said that it was agreed",
        "Delegations of Russia and the United States met",
    ],
    "ru": ["Переговоры возобновились", "Москва и Вашингтон", "Стороны договорились об обмене", "Объявлено о встрече"],
    "it": [
        "I colloqui sono ripresi a Ginevra",
        "Colloqui a Ginevra",
        "Le delegazioni di Russia e Stati Uniti",
        "L'accordo è vicino",
    ],
}
REFUSED = {
    "fa": ["وزیر خارجه ایران گفت که مذاکرات ادامه دارد", "مذاکرات", "تهران و واشنگتن در مسقط"],
    "ur": ["وزیراعظم نے کہا ہے کہ مذاکرات جاری ہیں", "مذاکرات کا نیا دور"],
    "ps": ["خبرې اترې د افغانستان په اړه دي"],
    "ckb": ["دانوستان لە ئیستانبووڵ دەستی پێکرد"],
    "uk": ["Переговори відновилися у Стамбулі", "Він сказав, що це так"],
    "be": ["Перамовы аднавіліся ў Стамбуле"],
    "bg": ["Преговорите бяха възобновени в София"],
    "sr": ["Преговори су настављени"],
    "he": ["השיחות התחדשו"],
    "zh": ["谈判恢复", "双方在日内瓦会谈"],
    "ja": ["会談が再開された"],
    "ko": ["회담이 재개되었다"],
    "el": ["Οι συνομιλίες συνεχίζονται"],
    "hi": ["वार्ता फिर शुरू हुई"],
    "fr": ["Les négociations ont repris à Genève"],
    "es": ["Los negociadores se reunieron en Ginebra"],
    "de": ["Die Gespräche wurden in Genf fortgesetzt"],
    "tr": ["Görüşmeler yeniden başladı"],
}
CASES = [(code, text) for table in (READ, REFUSED) for code, texts in table.items() for text in texts]


@pytest.mark.parametrize(("code", "text"), CASES)
def test_language_is_recognised(code: str, text: str) -> None:
    assert recognise_language(text).language == code


@pytest.mark.parametrize("text", ["", "12:30", "…", "Istanbul", "\ud800", "😀"])
def test_text_without_a_language_is_unknown(text: str) -> None:
    assert recognise_language(text).language == UNKNOWN


def test_arabic_with_foreign_names_is_arabic() -> None:
    assert recognise_language("قالت وكالة TASS إن Sergey Lavrov التقى Marco Rubio في الرياض").language == "ar"


def test_russian_with_latin_names_is_russian() -> None:
    assert recognise_language("Агентство Associated Press сообщило о встрече в Abu Dhabi").language == "ru"


def test_recognising_does_not_grow_with_the_text() -> None:
    text = "قال الوزير إن المفاوضات مستمرة في جنيف منذ أسبوع. " * 40_000
    began = time.process_time()
    assert recognise_language(text).language == "ar"
    assert time.process_time() - began < 0.5

"""In which script and language a text is written.

The script that most letters belong to decides first; inside a script the small words of each language and the letters
that only some languages use decide. Only a sample of a long text is looked at, so the cost does not grow with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

UNKNOWN = "und"
_SAMPLE = 6000
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200c'’])*")
_ARABIC_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_ARABIC_SEATS = str.maketrans("أإآٱىیک", "ااااييك")
_ARTICLE = re.compile("(?:[وفبك]?ال|ول?لل|لل)\\w{3,}")

# Scripts that are written for one language (or one that stands for all: we read none of them).
_ONE_LANGUAGE = {
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "ETHIOPIC": "am",
    "CJK": "zh",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "MALAYALAM": "ml",
    "KANNADA": "kn",
    "SINHALA": "si",
    "KHMER": "km",
    "LAO": "lo",
    "MYANMAR": "my",
    "TIBETAN": "bo",
    "THAANA": "dv",
    "SYRIAC": "syr",
    "MONGOLIAN": "mn",
}
_SHARED = ("ARABIC", "CYRILLIC", "LATIN")

NAMES = {
    "ar": "Arabic",
    "en": "English",
    "ru": "Russian",
    "it": "Italian",
    "fa": "Persian",
    "ur": "Urdu",
    "ps": "Pashto",
    "ckb": "Kurdish",
    "ug": "Uyghur",
    "sd": "Sindhi",
    "uk": "Ukrainian",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "sr": "Serbian",
    "mk": "Macedonian",
    "kk": "Kazakh",
    "ky": "Kyrgyz",
    "tg": "Tajik",
    "mn": "Mongolian",
    "tt": "Tatar",
    "fr": "French",
    "es": "Spanish",
    "pt": "Portuguese",
    "de": "German",
    "nl": "Dutch",
    "tr": "Turkish",
    "az": "Azerbaijani",
    "pl": "Polish",
    "ro": "Romanian",
    "cs": "Czech",
    "sv": "Swedish",
    "da": "Danish",
    "no": "Norwegian",
    "fi": "Finnish",
    "hu": "Hungarian",
    "id": "Indonesian",
    "vi": "Vietnamese",
    "hr": "Croatian",
    "sq": "Albanian",
    "ca": "Catalan",
    "ku": "Kurdish",
    "sw": "Swahili",
    "so": "Somali",
    "lt": "Lithuanian",
    "he": "Hebrew",
    "ja": "Japanese",
    "ko": "Korean",
    "el": "Greek",
    "hy": "Armenian",
    "ka": "Georgian",
    "hi": "Hindi",
    "bn": "Bengali",
    "ta": "Tamil",
    "te": "Telugu",
    "th": "Thai",
    "am": "Amharic",
    "zh": "Chinese",
    "gu": "Gujarati",
    "pa": "Punjabi",
    "ml": "Malayalam",
    "kn": "Kannada",
    "si": "Sinhala",
    "km": "Khmer",
    "lo": "Lao",
    "my": "Burmese",
    "bo": "Tibetan",
    "dv": "Dhivehi",
    "syr": "Syriac",
}

# Words of grammar, in folded spelling for the Arabic script. Written from general knowledge of each language.
_WORDS = {
    "ARABIC": {
        "ar": "في من على الى ان التي الذي عن مع هذا هذه ذلك بين بعد قبل قد كما ما لا لم لن او ثم حيث خلال حول قال وقال"
        " كان كانت غير كل عند منذ حتى الذين اي انه انها وفي ومن وان هو هي لدى ضد بشان اكد اعلن يوم عبر",
        "fa": "از در به که این است را با برای ان می های شد کرد بود خود یک هم تا نیز اما باید شده بر ها کند گفت دو ای"
        " اند وی نمی شود پس هر دارد خواهد",
        "ur": "کے کی میں ہے اور سے کا نے کو پر ہیں کہ اس یہ تھا تھے نہیں کیا گیا بھی ایک لیے ہو وہ ساتھ جو تھی کر رہے",
        "ps": "د په چې دی له او یې کې ته ده سره هغه دا شوي چی نه هم وي یو کړي دې لپاره شي څخه",
        "ckb": "لە بە و کە بۆ ئەو ئەم لەگەڵ دا سەر بوو لەو دەکات هەر نێوان هەیە کرد دوای",
        "ug": "بىلەن ۋە بۇ بولۇپ ئۇ ئۈچۈن بىر ھەم دەپ كېيىن",
        "sd": "جي ۾ جو آهي کي ۽ جا کان تي هن ته آهن",
    },
    "CYRILLIC": {
        "ru": "и в не на что с по это как его от из для к о об при за но до том после также который которые которая"
        " был была было быть они он она мы я у же или между будет сообщил заявил во со году",
        "uk": "і та що в у на з не до від це який яка які для про за як його при але після було був може між також"
        " й цього року під час щодо із зі ми він вона вони",
        "be": "і ў што на з не да ад гэта які якая якія для пра за як яго пры але пасля было быў паміж таксама у мы ён",
        "bg": "на и да за от се че е в с са по не като към при ще до след който която които беше обаче това между както"
        " бе си той тя",
        "sr": "и у је да на се су за од са не ће који која које као али до по након између био била то из о",
        "mk": "и во на да се од за со е ќе дека не што кои која како меѓу ја го ги по",
        "kk": "және мен бұл үшін бір деп туралы болды қазақстан болып бойынша кейін осы",
        "ky": "жана менен бул үчүн бир деп болду боюнча кийин жөнүндө",
        "tg": "ва дар аз ба ки бо ин барои аст шуд мебошад буд",
        "mn": "нь байна гэж болон энэ юм бол хийх тухай",
        "tt": "һәм белән бу өчен бер дип турында булган",
    },
    "LATIN": {
        "en": "the of and to in that is was for on with as by at from it his have has had be are were said he they"
        " this which not would will an or but who been their after its also between",
        "it": "il di e che la in un per non del della una con da è sono i le si dei al nel ha alla gli come più lo"
        " anche dal ma questo hanno degli delle sul dalla nella tra stato l dell ai dopo ed se a",
        "fr": "le de et la les des en un une est que pour dans du qui sur par pas au avec ce plus il sont a été aux se"
        " ont cette l d qu mais après entre",
        "es": "el de la que y en los del se las por un para con una su no es al lo como más ha sus pero fue este sobre"
        " entre también desde después han",
        "pt": "o de que e a do da em um para com não uma os no se na por mais as dos como mas ao ele foi das à seu são"
        " também entre após pelo pela",
        "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus"
        " er hat dass sie nach wird bei einer um am sind noch wie einem über zwischen",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij nog uit door naar"
        " heeft worden werd tussen",
        "tr": "ve bir bu için ile de da olarak olan çok daha gibi sonra kadar ancak ise dedi değil her en ne arasında"
        " tarafından olduğunu göre etti",
        "az": "və bir bu üçün ilə olan də də görə daha deyib isə kimi sonra edib olub",
        "pl": "w i na z się nie do to że jest o od za po przez jak ale dla które który która był ma oraz już będzie"
        " między ze są",
        "ro": "și de în la cu a care pe nu o din că pentru mai au este ale sau fost prin după între al lui",
        "cs": "a v se na je že s z do to o i po ve k jsou jako by pro ale za od byl mezi které který podle také",
        "sv": "och i att det som en på är av för med den till inte har de ett om var från men efter mellan",
        "da": "og i at det er en til på af for den med de som der ikke har et var fra efter mellem også blev",
        "no": "og i å det er en til på av for som med at ikke den har de et var fra etter mellom også ble",
        "fi": "ja on ei että se oli hän joka ovat mutta myös kun sekä mukaan olisi ovat",
        "hu": "a az és hogy nem is egy meg ez volt van csak de már el még azt lesz után között",
        "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena adalah oleh telah antara",
        "vi": "và của là có cho không được trong một các những với này đã người",
        "hr": "i u je da na se su za od s ne će koji koja koje kao ali do nakon između bio bila to iz o sa",
        "sq": "e të në dhe për me që një nga është u si ka më janë do por edhe",
        "ca": "el de la que i en els del les per un amb una no és al com més ha però aquest entre també dels",
        "ku": "û ku li ji bi di de ev bo jî ye hat dike kir nav",
        "sw": "na ya wa kwa ni katika za la cha kuwa hiyo baada pia",
        "so": "iyo oo ka in ku ee waa ay uu la soo aan",
        "lt": "ir kad į su iš yra buvo tai ne bet jis per apie po tarp",
    },
}
# Letters that point at a language: the others of its script seldom or never have them.
_LETTERS = {
    "fa": "پچژگ",
    "ur": "ٹڈڑںےہھ",
    "ps": "ټډړږښځڅڼېۍ",
    "ckb": "ۆێەڵڕڤ",
    "ug": "ۇۈۋېۆ",
    "sd": "ڪڄڃڙڻڳڦ۾۽",
    "uk": "їєґі",
    "be": "ўі",
    "bg": "ъ",
    "sr": "ђћјљњџ",
    "mk": "ѓќѕјљњџ",
    "kk": "әқұңғүөһі",
    "ky": "ңүө",
    "tg": "ӣӯҳҷқғ",
    "mn": "үө",
    "tt": "әңүөһҗ",
    "ru": "ыэё",
    "fr": "çœêèàùîô",
    "es": "ñ¿",
    "pt": "ãõç",
    "de": "ßäöü",
    "tr": "ğışİ",
    "az": "əğış",
    "pl": "łąęśźżćń",
    "ro": "șțăâ",
    "cs": "řěůčžš",
    "sv": "åäö",
    "da": "æøå",
    "no": "æøå",
    "fi": "äö",
    "hu": "őűáé",
    "vi": "ạảấầậắếềệịọốồộớờợụủứừựđ",
    "hr": "čćđžš",
    "sq": "ëç",
    "ca": "çŀ",
    "ku": "êîûçş",
    "lt": "ėųūįąęšž",
    "it": "òìù",
}
# Letters that a language does not have: words with them speak against it.
_FOREIGN = {
    "ru": "іїєґўђћјљњџѓќѕәқұңғүөһӣӯҳҷ",
    "bg": "ыэёіїєґўјљњ",
    "uk": "ыэёъў",
    "be": "иъщ",
    "sr": "йщъыьэюяёіїє",
    "mk": "йщъыьэюяёіїє",
    "ar": "ٹڈڑںےھہټډړږښځڅڼېۍۆێەڵڕۇۈۋ",
    "fa": "ٹڈڑںےټډړږښځڅڼېۆێەۇۈۋ",
    "en": "ßñãõłąęśźżćńřěůőűışğəåäöøæñçëșțăđ",
    "it": "ßñãõłąęśźżćńřěůőűışğəåäöøæñçëșțăđ",
}
# What a script is taken for when nothing in the text tells its languages apart.
_DEFAULT = {"ARABIC": "ar", "CYRILLIC": "ru", "LATIN": UNKNOWN}
# Where two languages have the same claim, the one that we mean to read wins; the last word is the reader's anyway.
_PREFERRED = frozenset(("ar", "en", "ru", "it"))
# Arabic texts have these too, typed on a Persian keyboard, but their words of grammar outweigh them.
_PERSIAN_KEYBOARD = re.compile("[کی]")


@dataclass(frozen=True, kw_only=True)
class Recognition:
    """A language (`und` if unknown) with its English name, its script, and the share of words of its grammar."""

    language: str
    name: str
    script: str
    share: float = 0.0


def _fold_arabic(word: str) -> str:
    return _ARABIC_MARKS.sub("", word).translate(_ARABIC_SEATS)


_TABLES = {
    script: {
        language: frozenset(map(_fold_arabic, words.split()) if script == "ARABIC" else words.split())
        for language, words in tables.items()
    }
    for script, tables in _WORDS.items()
}


def recognise_language(text: str) -> Recognition:
    """The language that the text is written in, as far as its letters and small words tell."""
    sample = _sample(text)
    script = _dominant_script(sample)
    if script in _ONE_LANGUAGE:
        language = _ONE_LANGUAGE[script]
        return Recognition(language=language, name=NAMES[language], script=script.title())
    if script not in _SHARED:
        return Recognition(language=UNKNOWN, name="unknown", script=script.title() or "None")
    counted = Counter(_words_of(sample, script))
    grammar = {language: _count_grammar(counted, language, table) for language, table in _TABLES[script].items()}
    scores = _weigh_letters(grammar, counted)
    if script == "ARABIC":
        scores["fa"] += 0.2 * len(_PERSIAN_KEYBOARD.findall(sample))
    language = max(scores, key=lambda code: (scores[code], code in _PREFERRED))
    if scores[language] <= 0:
        language = _DEFAULT[script]
    share = grammar.get(language, 0.0) / (sum(counted.values()) or 1)
    return Recognition(language=language, name=NAMES.get(language, "unknown"), script=script.title(), share=share)


def _sample(text: str) -> str:
    """The beginning of a text, with pieces of its middle and its end if it is long."""
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return "\n".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


def _dominant_script(sample: str) -> str:
    """The script with the most letters; Japanese is told from Chinese by its syllable signs."""
    counts: Counter[str] = Counter()
    for char, number in Counter(sample).items():
        if char.isalpha():
            counts[_script_of(char)] += number
    # One Chinese character says about as much as three letters; Latin names and words stand in texts of every script.
    counts["CJK"] *= 3
    counts["LATIN"] = counts["LATIN"] * 3 // 5 if len(counts) > 2 else counts["LATIN"]
    if not counts or not any(counts.values()):
        return ""
    syllables = counts["HIRAGANA"] + counts["KATAKANA"]
    if syllables * 10 > counts["CJK"] > 0:
        counts["HIRAGANA"] += counts.pop("CJK")
    return max(counts, key=lambda script: (counts[script], script))


def _script_of(char: str) -> str:
    code = ord(char)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "LATIN"
    if 0x400 <= code < 0x530:
        return "CYRILLIC"
    if 0x600 <= code < 0x700 or 0x750 <= code < 0x780 or 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFF00:
        return "ARABIC"
    return unicodedata.name(char, "").split(" ")[0].split("-")[0]


def _words_of(sample: str, script: str) -> list[str]:
    if script == "ARABIC":
        # Presentation forms are other spellings of the same letters.
        return [_fold_arabic(word) for word in _WORD.findall(unicodedata.normalize("NFKC", sample))]
    words: list[str] = []
    for word in _WORD.findall(sample.lower()):
        words.extend(_without_elision(word) if script == "LATIN" else (word,))
    return words


def _without_elision(word: str) -> Iterator[str]:
    yield from filter(None, word.replace("’", "'").split("'"))


def _count_grammar(counted: Counter[str], language: str, table: frozenset[str]) -> float:
    """How many of the words belong to a language's grammar; an Arabic article counts half."""
    found = float(sum(number for word, number in counted.items() if word in table))
    if language == "ar":
        found += 0.5 * sum(number for word, number in counted.items() if _ARTICLE.fullmatch(word))
    return found


def _weigh_letters(grammar: dict[str, float], counted: Counter[str]) -> dict[str, float]:
    """The counts, more for words with letters typical of a language, less for words with letters it does not have."""
    letters: Counter[str] = Counter()
    for word, number in counted.items():
        for char in set(word):
            letters[char] += number
    scores = {}
    for language, found in grammar.items():
        typical = sum(letters[char] for char in _LETTERS.get(language, ""))
        foreign = sum(letters[char] for char in _FOREIGN.get(language, ""))
        scores[language] = found + 0.5 * typical - foreign
    return scores

"""The languages whose verbs are known."""

from kurultai.language.undertakings.azerbaijani import AZERBAIJANI
from kurultai.language.undertakings.english import ENGLISH
from kurultai.language.undertakings.hungarian import HUNGARIAN
from kurultai.language.undertakings.kazakh import KAZAKH
from kurultai.language.undertakings.kyrgyz import KYRGYZ
from kurultai.language.undertakings.russian import RUSSIAN
from kurultai.language.undertakings.turkish import TURKISH
from kurultai.language.undertakings.turkmen import TURKMEN
from kurultai.language.undertakings.uzbek import UZBEK

LANGUAGES = {
    verbs.language: verbs
    for verbs in (
        AZERBAIJANI,
        KAZAKH,
        KYRGYZ,
        TURKISH,
        UZBEK,
        TURKMEN,
        HUNGARIAN,
        RUSSIAN,
        ENGLISH,
    )
}

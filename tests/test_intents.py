"""Every intent earns its place: its examples are read to it, and a question case asks for it."""

from __future__ import annotations

import pytest

from assistant import Assistant, assets
from assistant.evaluation.cases import read_cases
from assistant.intents.load import load_intents
from tests.scoring import Asked, question_files

INTENTS = load_intents(assets.asset("intents"))
EXAMPLES = [
    pytest.param(intent.name, sentence, id=f"{intent.name}-{language}-{number}")
    for intent in INTENTS.values()
    for language, sentences in intent.examples.items()
    for number, sentence in enumerate(sentences, 1)
]


@pytest.mark.parametrize(("name", "sentence"), EXAMPLES)
def test_an_example_sentence_is_read_to_its_intent(assistant: Assistant, name: str, sentence: str) -> None:
    decision = assistant.decide(assistant.read(sentence))
    read_to = decision.candidate.intents if decision.candidate else ()
    if decision.outcome != "run" or name not in read_to:
        pytest.fail(f"{sentence}\n  read to {' and '.join(read_to) or 'nothing'}: {decision.outcome}", pytrace=False)


@pytest.mark.parametrize("name", INTENTS)
def test_an_example_sentence_answers_in_its_own_language(assistant: Assistant, name: str) -> None:
    for language, sentences in INTENTS[name].examples.items():
        for sentence in sentences:
            assert assistant.ask(sentence).language == language, sentence


@pytest.fixture(scope="session")
def exercised(asked: Asked) -> frozenset[str]:
    """Return the intents that question cases are answered with."""
    return frozenset(str(reply["intent"]) for case in read_cases(question_files()) for reply in asked(case) if reply["intent"])


@pytest.mark.parametrize("name", INTENTS)
def test_an_intent_is_asked_for_by_a_question_case(name: str, exercised: frozenset[str]) -> None:
    assert name in exercised, f"no case of tests/questions is answered by intents/{name}.toml"

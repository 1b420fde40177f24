"""Claims are told from plain statements by fixed rules, and few are missed."""

import pytest

from roadmapper.checks.claims import kinds_of, open_claims
from roadmapper.proposal.answers import Answers
from tests.composed import template

CLAIMS = (
    "Documentation time fell by 16 minutes a day.",
    "It saves clinicians an hour every evening.",
    "Nurses spend 30% less time on charting.",
    "Our model is the most accurate on the market.",
    "The product is faster than dictation.",
    "Turnover drops in the first year.",
    "We are the leading vendor of ambient notes.",
    "It reduces burnout.",
    "Fourteen health systems use it today.",
    "Sepsis is found earlier than before.",
    "It pays for itself in nine months.",
    "Customers report better notes.",
    "Length of stay was cut by 0.4 days.",
    "This is the only product that does both.",
    "Half of all drafts are signed unchanged.",
    "The alert prevents deaths.",
    "Our support is second to none.",
    "It frees up time for patients.",
    "Denials decreased after go-live.",
    "The system gains $1.2 million a year.",
    "Physicians are happier with it.",
    "It outperforms every rule we know.",
    "9 of 10 clinicians would miss it.",
    "Use doubled within a quarter.",
    "It is the safest way to draft a note.",
    "Fewer clicks are needed.",
    "A proven approach for large systems.",
    "Accuracy is 97 percent.",
    "Response is 3 times quicker.",
    "It streamlines discharge.",
    "Two of our customers published results.",
    "Adoption rose at every site.",
    "The tool improves coding quality.",
    "Unlike others, it listens to both speakers.",
    "State-of-the-art speech recognition runs on site.",
    "It eliminated the backlog.",
    "Errors are lower on weekends.",
    "The first product built for nurses.",
    "It transforms the working day.",
    "Our clients keep 4,870 clinicians active each month.",
)
PLAIN = (
    "A clinician signs every note.",
    "The council meets each month.",
    "Your committee decides on templates.",
    "Sound is erased after the note is signed.",
    "We assume that use reaches 60% in the first year.",
    "Our goal is 30% less time on notes.",
    "What would you stop first?",
    "The pilot begins in October.",
    "Data stay in your tenancy.",
    "If use falls, we stop.",
    "It could save an hour a day.",
    "The target is 48 minutes.",
    "Your service desk calls our duty manager.",
    "Training comes before the first shift.",
    "The draft stands beside the chart.",
    "Nobody is rated by what it records.",
    "The contract ends with the term.",
    "We answer on the same day.",
    "Sites are drawn by lot.",
    "The switch is on every screen.",
    "We expect fewer calls.",
    "Savings may come later.",
    "The banner tells them to type.",
    "Each unit has a super user.",
    "Your finance office reads the report.",
    "Paper forms lie in the red folder.",
    "Trauma stays switched off.",
    "The model is not trained on your data.",
    "A person reads a sample of notes.",
    "Either side may end it in writing.",
    "We plan to publish the results.",
    "The gate board names the roles.",
    "Patients are told at check-in.",
    "Both sides hold one vote.",
    "The interface uses FHIR.",
    "Changes are announced in advance.",
    "It is likely to reduce calls.",
    "The escrow agent holds the code.",
    "Unit managers choose the week.",
    "Notes typed by hand stay as they are.",
)


def test_recall_is_at_least_95_and_precision_at_least_85_in_a_hundred() -> None:
    found = [one for one in CLAIMS if kinds_of(one)]
    wrongly = [one for one in PLAIN if kinds_of(one)]

    assert len(found) / len(CLAIMS) >= 0.95, set(CLAIMS) - set(found)
    assert len(found) / (len(found) + len(wrongly)) >= 0.85, wrongly


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Accuracy is 97 percent.", "figure"),
        ("It is the safest way.", "superlative"),
        ("It is faster than dictation.", "comparative"),
        ("It reduces burnout.", "outcome"),
    ],
)
def test_the_kind_of_a_claim_is_told(sentence: str, kind: str) -> None:
    assert kind in kinds_of(sentence)


def test_a_claim_with_evidence_or_a_source_or_a_mark_is_not_open() -> None:
    path = "solution.summary"
    claim = "It reduces burnout."
    marked = "We aim to reduce burnout. What reduces it?"

    (found,) = open_claims(template(), Answers({path: f"A clinician signs. {claim}"}))

    assert (found.path, found.sentence, found.kinds) == (path, claim, ("outcome",))
    assert not list(open_claims(template(), Answers({path: marked})))
    assert not list(open_claims(template(), Answers({path: "It reduces burnout, source: e3."})))
    backed = Answers({path: claim, f"_evidence.{path}": ("e1",)})
    assert not list(open_claims(template(), backed))


def test_what_stays_inside_and_what_is_no_paragraph_is_not_read() -> None:
    inside = {"pricing.floor_price": "It reduces burnout.", "deal.name": "The best roadmap"}

    assert not list(open_claims(template(), Answers(inside)))

"""Small cards of the tests' own, in every format that is read. The product is invented."""

import base64
import json
from io import BytesIO

import pikepdf

from roadmapper import model_cards
from roadmapper.cards.card import Card, Fields
from roadmapper.cards.recognise import read_card
from roadmapper.templates import template_named

TEMPLATE = template_named("partnership")
FIELDS: Fields = model_cards.fields_of(TEMPLATE)
PACKS = {pack.name: pack for pack in model_cards.packs()}

_BLOCK = """
\t\t<{name}>
\t\t\t<MetricGoal>{name}: find it early.</MetricGoal>
{result}
\t\t\t<Interpretation>Found in time.</Interpretation>
\t\t\t<TestType>Internal, blinded</TestType>
\t\t\t<TestingDataDescription>412 stays in Harrow Bay.</TestingDataDescription>
\t\t\t<ValidationProcessAndJustification>Two readers.</ValidationProcessAndJustification>
\t\t</{name}>"""
_RESULT = "\t\t\t<Result>Sensitivity was 0.81.</Result>"
_RESULTS = """\t\t\t<Results>
\t\t\t\t<MetricResult>
\t\t\t\t\t<Label>Sensitivity</Label>
\t\t\t\t\t<ValueJson>{"kind":"estimate_ci","estimate":81.50,"lower":78,"upper":84.0,"level":95,"unit":"%"}</ValueJson>
\t\t\t\t</MetricResult>
\t\t\t\t<MetricResult>
\t\t\t\t\t<Label>Mean age</Label>
\t\t\t\t\t<ValueJson>{"kind":"mean_sd","mean":67.4,"sd":12.8,"unit":"years","source":"audit"}</ValueJson>
\t\t\t\t</MetricResult>
\t\t\t</Results>"""
_STAND_INS = """\t\t\t<Results>
\t\t\t\t<MetricResult>
\t\t\t\t\t<Label>Significance vs Age</Label>
\t\t\t\t\t<ValueJson>{"kind":"single","value":0}</ValueJson>
\t\t\t\t</MetricResult>
\t\t\t</Results>"""
_CARD = """<?xml version="1.0" encoding="UTF-8"?>
<!--
Published by Northquill.
-->
<AppliedModelCard xmlns="https://mc.chai.org/v{version}/schema.xsd">
\t<BasicInfo>
\t\t<ModelName>Northquill Tide</ModelName>
\t\t<ModelDeveloper>Northquill</ModelDeveloper>
\t\t<DeveloperContact>care@northquill.example</DeveloperContact>
\t</BasicInfo>
\t<ReleaseInfo>
\t\t<ReleaseStage>FDA cleared, commercial (K990001)</ReleaseStage>
\t\t<ReleaseDate>March 2026</ReleaseDate>
\t\t<ReleaseVersion>2.10</ReleaseVersion>
\t\t<GlobalAvailability>United States</GlobalAvailability>{ehr}
\t</ReleaseInfo>
\t<ModelSummary>
\t\t<Summary>Finds sepsis &amp; says so.

It is **not** a diagnosis.</Summary>
\t\t<Keywords>
\t\t\t<Keyword>Sepsis</Keyword>
\t\t\t<Keyword>Early warning</Keyword>
\t\t</Keywords>
\t</ModelSummary>
\t<UsesAndDirections>
\t\t<IntendedUseAndWorkflow>Adult wards.</IntendedUseAndWorkflow>
\t\t<PrimaryIntendedUsers>Nurses.</PrimaryIntendedUsers>
\t\t<HowToUse>Read the list each hour.</HowToUse>
\t\t<TargetedPatientPopulation>Adults.</TargetedPatientPopulation>
\t\t<CautionedOutOfScopeSettings>Not for children.</CautionedOutOfScopeSettings>
\t</UsesAndDirections>
\t<Warnings>
\t\t<KnownRisksAndLimitations>Late laboratory values.</KnownRisksAndLimitations>
\t\t<KnownBiasesOrEthicalConsiderations>None</KnownBiasesOrEthicalConsiderations>
\t\t<ClinicalRiskLevel>Moderate, by IMDRF</ClinicalRiskLevel>
\t</Warnings>
\t<TrustIngredients>
\t\t<AISystemFacts>
\t\t\t<OutcomesAndOutputs>A score.</OutcomesAndOutputs>
\t\t\t<ModelType>Gradient boosting</ModelType>
\t\t\t<InputDataSource>The record.</InputDataSource>
\t\t\t<OutputAndInputDataTypes>Vital signs.</OutputAndInputDataTypes>
\t\t\t<DevelopmentDataCharacterization>Two hospitals.</DevelopmentDataCharacterization>
\t\t\t<BiasMitigationApproaches>Weighted.</BiasMitigationApproaches>
\t\t\t<OngoingMaintenance>Each month.</OngoingMaintenance>
\t\t</AISystemFacts>
\t\t<TransparencyInformation>
\t\t\t<FundingSource>Ourselves.</FundingSource>
\t\t\t<StakeholdersConsulted>Nurses and patients.</StakeholdersConsulted>
\t\t</TransparencyInformation>
\t</TrustIngredients>
\t<KeyMetrics>{blocks}
\t</KeyMetrics>
\t<Resources>
\t\t<PeerReviewedPublications>N/A</PeerReviewedPublications>
\t\t<PatientConsentOrDisclosure>A line on the wall.</PatientConsentOrDisclosure>
\t</Resources>
\t<Bibliography/>
</AppliedModelCard>
"""
_EHR = """
\t\t<EHRCompatibility>
\t\t\t<EHR>Epic</EHR>
\t\t</EHRCompatibility>"""
_BLOCKS = ("UsefulnessUsabilityEfficacy", "FairnessEquity", "SafetyReliability")


def chai(version: str) -> str:
    """Return a whole CHAI card of a version."""
    results = [_RESULT] * 3 if version == "0.1" else [_RESULTS, _STAND_INS, _RESULTS]
    blocks = "".join(
        _BLOCK.format(name=name, result=result)
        for name, result in zip(_BLOCKS, results, strict=True)
    )
    return _CARD.format(version=version, ehr=_EHR if version == "0.2" else "", blocks=blocks)


MARKDOWN = """---
# made by hand
license: mit
tags:
- sepsis
language: en
widget:
- text: "Hello: you"
model-index:
- name: Northquill Tide
  results:
  - task:
      type: tabular-classification
    dataset:
      type: ehr
      name: Harrow Bay 2025
    metrics:
    - type: roc_auc
      value: 0.870
      name: AUROC
      verified: false
---

# Northquill Tide

Finds sepsis on adult wards.

## Model Details

- **Developed by:** Northquill
- **Shoe size:** 43

## Uses

### Direct Use

Adult wards.

### Out-of-Scope Use (Important)

Children.

#### Not even older ones

Really.

## Bias, Risks, and Limitations

[More Information Needed]

## Environmental Impact

Small.
"""

GOOGLE = json.dumps(
    {
        "schema_version": "0.0.2",
        "model_details": {"name": "Northquill Tide", "owners": [{"name": "Northquill"}]},
        "model_parameters": {"data": [{"name": "Ward stays", "graphics": {"collection": []}}]},
        "quantitative_analysis": {
            "performance_metrics": [
                {
                    "type": "AUROC",
                    "value": "0.870",
                    "confidence_interval": {"lower_bound": "0.85", "upper_bound": "0.89"},
                }
            ]
        },
        "considerations": {"limitations": [{"description": "Late values."}], "mood": "good"},
    },
    indent=1,
)

MONAI = json.dumps(
    {
        "monai_version": "1.4.0",
        "name": "Northquill Lung",
        "version": "0.6.0",
        "changelog": {"0.6.0": "Faster"},
        "eval_metrics": {"mean_dice": 0.961},
        "intended_use": "An example",
        "network_data_format": {"inputs": {"image": {"type": "image"}}},
    }
)


def fhir(card: bytes, kind: str = "application/xml") -> str:
    """Return a card wrapped in a DocumentReference."""
    attachment = {"contentType": kind, "data": base64.b64encode(card).decode("ascii")}
    return json.dumps(
        {"resourceType": "DocumentReference", "content": [{"attachment": attachment}]}
    )


def pdf(card: str = "", attached: bytes = b"") -> bytes:
    """Return a PDF that carries a card under CHAI's key, or attached."""
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        if card:
            made.docinfo["/chaiMcXml"] = card
        if attached:
            made.attachments["notes.bin"] = pikepdf.AttachedFileSpec(made, attached)
        made.save(out, static_id=True)
    return out.getvalue()


def read(text: str | bytes) -> Card:
    """Return the card that a text or bytes hold."""
    return read_card(text.encode() if isinstance(text, str) else text, PACKS.values(), FIELDS)

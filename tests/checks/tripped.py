"""Edits of a whole proposal, each of which trips one check: all but value and pricing."""

from collections.abc import Mapping

from tests.checks.whole import Changes

_FITS: Changes = {f"system.priorities[r{place}].fit": "1" for place in range(1, 11)}
_ALL_FUNDED: Changes = {f"solution.evidence[e{place}].funding": "yes" for place in range(1, 11)}
_NONE_LIKE: Changes = {f"solution.evidence[e{place}].comparable": "no" for place in range(1, 11)}
_UNCOVERED: Changes = {"workforce.backfill": None}

# Name of the finding: changes that trip it alone, and changes near it that do not.
TRIPPED: Mapping[str, tuple[Changes, Changes]] = {
    "no-priority": (_FITS, {**_FITS, "system.priorities[r2].fit": "2"}),
    "no-cohort": (
        {"system.priorities[r2].answer": "75% say so", "system.priorities[r2].source": ""},
        {
            "system.priorities[r2].answer": "75% of information officers say that it rose",
            "system.priorities[r2].source": "",
        },
    ),
    "no-gap": ({"system.gaps": None}, {"system.gaps": ("access to care",)}),
    "burden-alone": (
        {**_FITS, "system.priorities[r10].fit": "3"},
        {**_FITS, "system.priorities[r10].fit": "3", "system.priorities[r4].fit": "2"},
    ),
    "no-consolidation": (
        {"system.tools_replaced": None},
        {"system.tools_replaced": ("n",), "system.tools_replaced[n].tool": "None"},
    ),
    "not-comparable": (_NONE_LIKE, {**_NONE_LIKE, "solution.evidence[e5].comparable": "partly"}),
    "vendor-funded": (_ALL_FUNDED, {**_ALL_FUNDED, "solution.evidence[e5].funding": "no"}),
    "question-open": (
        {"transparency.four_questions[drift].answer": None},
        {"transparency.four_questions[drift].answer": "Weekly."},
    ),
    "hosting": (
        {"deploy.hosting": ("EMR-native",)},
        {
            "deploy.hosting": ("EMR-native",),
            "deploy.not_flexible": "It runs inside the EMR only; we host nothing ourselves.",
        },
    ),
    "decision-rights": (
        {"deploy.choices[r3].who_decides": None},
        {"deploy.choices[r3].who_decides": "we do"},
    ),
    "targets": (
        {"continuity.targets[r2].rpo": None},
        {"continuity.targets[r2].achieved": None},
    ),
    "no-rehearsal": (
        {f"continuity.scenarios[{one}].exercise_date": "2027-01-04"
         for one in ("emr", "cloud", "ransom", "model", "speech")},
        {"continuity.scenarios[emr].exercise_date": "2027-01-04"},
    ),
    "connection": (
        {f"deploy.integration[{one}].status": None
         for one in ("launch", "read", "write", "adt", "baseline", "orders")},
        {"deploy.integration[launch].status": None},
    ),
    "no-body": (
        {"system.ai_governance": None, "coalition.decision_steps": None},
        {"system.ai_governance": None},
    ),
    "effort": (
        {"deploy.customer_effort": None},
        {"deploy.customer_effort[r1].hours_before": None},
    ),
    "no-attestation": (
        {"security.attestations[r1].in_scope": False, "security.attestations[r2].in_scope": False},
        {"security.attestations[r1].in_scope": False},
    ),
    "overdue": (
        {"security.attestations[r2].expiry": "2027-05-01"},
        {"security.attestations[r2].expiry": "2027-05-14"},
    ),
    "baa": (
        {"security.baa": "not started", "coalition.paper_steps[p2].status": "planned"},
        {"security.baa": "our form sent"},
    ),
    "data-sharing": (
        {"security.data_rights[r8].use": None, "security.data_rights[r9].use": None},
        {"security.data_rights[r8].use": None},
    ),
    "information-security": (
        {"security.pentest": None, "security.cpg_status": None, "security.frameworks": None},
        {"security.pentest": None},
    ),
    "nurses": ({"workforce.nurse_voice": None}, {"workforce.nurse_voice[npc].hours_paid": None}),
    "concern": (
        {"workforce.concern_answers[pace].answer": None},
        {"workforce.concern_answers[pace].spokesperson": None},
    ),
    "no-framework": (
        {"workforce.framework": None},
        {"workforce.framework": "Kotter 8 steps"},
    ),
    "training-tiers": (
        {**_UNCOVERED, "workforce.training": ("t0", "t1")},
        {**_UNCOVERED, "workforce.training": ("t0", "t1", "t2")},
    ),
    "adoption-evidence": ({"workforce.comparable": None}, {"workforce.comparable": ("e8",)}),
    "adoption-measure": (
        {f"workforce.metrics[m{place}].stop": None for place in range(1, 6)},
        {f"workforce.metrics[m{place}].stop": None for place in range(1, 5)},
    ),
    "displacement": (
        {"value.budgeted_savings[fy28].fte": "6"},
        {"value.budgeted_savings[fy28].fte": "0"},
    ),
    "coalition": (
        {"coalition.people[coo].role": "Chief physician executive"},
        {"coalition.people[coo].role": "Chief operating officer"},
    ),
    "reporting-line": ({"system.cmio_reports_to": "unknown"}, {"system.cmio_reports_to": "CEO"}),
    "no-nurse-leader": (
        {"coalition.people[cne].role": "Chief physician"},
        {"coalition.people[cne].role": "Director of nursing"},
    ),
    "stage": (
        {"roadmap.stages[inhouse].goal": None},
        {"roadmap.stages[inhouse].commercial_form": None},
    ),
    "ability": (
        {f"roadmap.capabilities[r{place}].how_shown": None for place in (3, 4, 5)},
        {f"roadmap.capabilities[r{place}].how_shown": None for place in (3, 4)},
    ),
    "rhythm": ({"deploy.release_cadence": None}, {"deploy.release_cadence": "Monthly."}),
    "nothing-shipped": (
        {f"solution.roadmap_influence[i{place}].shipped": None for place in range(1, 5)},
        {"solution.roadmap_influence[i1].shipped": None},
    ),
    "draft-label": (
        {"deal.confidentiality": "internal draft"},
        {"deal.confidentiality": "shareable"},
    ),
}  # fmt: skip

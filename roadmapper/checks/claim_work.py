"""Verbs of daily work, by which a sentence that only says what is done is known.

A sentence with none of them, and nothing else that marks a rule, a part or a place, says how
things are or what comes of them; that is a claim, whatever words it uses.
"""

import re

_WORK = (
    "sponsor depend drag output accept act add address adjust admit adopt advise advisory "
    "insure highlight rest authenticate hang facilitate reach combine reassign "
    "block recalibrate transfer agree "
    "alert "
    "allow amend "
    "supersede "
    "delegate round bind survive waive "
    "subcontract incorporate "
    "constitute enforce transmit parse ingest embed pull push fetch sync poll index mirror mount "
    "wipe scan click swipe type toggle dictate swap phone greet escort shadow proctor orient "
    "rehearse debrief fund authorize ratify adjourn elect nominate endorse oversee supervise "
    "steer coordinate facilitate curate author transcribe normalize anonymize hash annotate "
    "calibrate retrain roll relay ring beep flash vibrate "
    "announce answer appear applie apply appoint approve archive arrive ask assign assume "
    "attach attached attend audit available base bear began begin belong bill book bring "
    "build built calculate call cancel cap carrie carry certif chair change charge check "
    "choose chosen clear close closed code collect come commit compare complete compute "
    "confidential configure confirm connect consider consist contain convene copie copy "
    "correct count cover create credit decide decline define delete deliver depreciate "
    "describe destroy develop differ discard discuss display document done draft draw drive "
    "due edit emplo encrypt end enter equal escalate estimate examine exchange exclude "
    "expected expire explain export expose extend feed fill filter final follow form forward "
    "free freeze frozen gave get give go govern grant group hand handle happen hear held "
    "hidden hide hold host identif import include inform install interpret invite invoice "
    "issue join judge keep kept know label last lead learn leave license lie limit link list "
    "listen load lock log look made mail maintain make manage map mark measure meet merge "
    "message met monitor move name need notif off offer open optional order owe own page "
    "paid part pass paste pause pay perform pick place plan planned play post prepare "
    "present print process produce propose protect provide publish put queue raise read "
    "rebuild receive recommend record refer refresh reject release rely remain remind remove "
    "renew repeat replace replie reply report request require required rerun resemble "
    "resolve responsible restore restrict retain retire retrie return review revoke rise "
    "rotate route run sample save schedule score see sees select send sent serve set share "
    "show sign silence sit sort speak specif spend split staff stand start state stay stop "
    "store stream stud subject submit subscribe suggest support suspend switch tag take talk "
    "tap taught tell terminate test told touch track train transfer translate travel treat "
    "trigger turn update use valid validate verif view visit vote wait walk want warn watch "
    "wear went withdraw withdrawn work write written "
)
_ORDINARY = re.compile(
    rf"\b(?:{'|'.join(_WORK.split())})(?:s|es|d|ed|ing|n|ning|ting|ped|ping|red|ring|ied|ies|y"
    rf"|ying)?\b"
    r"|\b(?:may|must|shall|let|please|cannot|need not|per|there (?:is|are))\b"
    r"|^(?:what|how|why|when|where|who|which)\b|\b(?:notice|members|room)\b|\b(?:users|inputs"
    r"|outputs"
    r"|team|members"
    r"|owners?|labels|window|hours|date|names?|languages?|scope|purpose|sources?|settings?|seats"
    r"|population|device|developer|manufacturer)"
    r" (?:is|are)\b"
    r"|\b(?:is|are|was|were|be|has|have|had|with) (?:an?|the|our|your|its|their|one|two|three"
    r"|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|\d|in|on|for|at|from|by|with|not|out|no)\b"
    r"|\b(?:is|are|be|been) (?:not |\w+ly )*\w+(?:ed|en|able)\b|\b(?:is|are) [\w-]+, |[:=]|\d",
    re.IGNORECASE,
)
_LEAST = 4
"""Fewer words are a heading."""


def is_work(clause: str) -> bool:
    """Return whether a clause says what is done or holds; a scrap of words does as well."""
    return len(clause.split()) < _LEAST or clause[-1:] != "." or bool(_ORDINARY.search(clause))

"""Words that stand in names of companies and hospitals and mean something else as often."""

ORDINARY = frozenset(
    """
    advocate ascension atlas banner beacon cardinal clarity compass dignity echo essential first
    general good grace guardian harmony holy hope horizon insight legacy medical memorial mercy
    navigator note notes pilot premier prime providence pulse sacred scribe sentinel sharp signal
    steward summary summit tower trinity unity universal university valley virtual vision watch
    """.split()  # noqa: SIM905  read more easily as lines of words
)
"""Names of houses and products that are ordinary words."""

OF_THE_TRADE = frozenset(
    """
    and authorization card cards data evaluation example for model models my name prior team teams
    test testing the train training
    """.split()  # noqa: SIM905
)
"""Words that say what a card or a model is, and of which people make names on published cards."""

OF_PLACES = frozenset(
    """
    american baptist bay catholic center central children children's city clinic coast community
    county eastern east grand great green health hospital hospitals lake lakes methodist metro mount
    mountain national new north northern northwest northeast ocean pacific park point regional river
    rivers royal rural saint san santa shore south southern southeast southwest spring state system
    united veterans west western
    alabama alaska arizona arkansas atlanta austin baltimore boston california carolina charlotte
    chicago cincinnati cleveland colorado columbus connecticut dakota dallas delaware denver detroit
    duke emory florida georgia hampshire harvard hawaii hopkins houston idaho illinois indiana
    indianapolis iowa jersey johns kaiser kansas kentucky louisiana maine maryland massachusetts
    memphis mexico miami michigan milwaukee minneapolis minnesota mississippi missouri montana
    nashville nebraska nevada oakland ohio oklahoma oregon orlando pennsylvania philadelphia phoenix
    pittsburgh portland rhode rochester sacramento seattle stanford tampa tennessee texas utah
    vanderbilt vermont virginia washington wisconsin wyoming
    """.split()  # noqa: SIM905
)
"""First words of houses that are also places and schools, at which others studied something."""

"""Distances in points that the Word and the PDF writer share, so that their pages agree.

Rules both writers follow beyond the text styles:

- A line is exactly its style's leading high. Between two blocks stands the larger of the space
  after the first and the space before the second; at the top of a page the space before falls
  away.
- Paragraphs, lists and quotes are as wide as the page less margins, `note_width` and `note_gap`.
  Everything else has the full width between the margins. Inside columns, call-outs and cells text
  has the full width of its holder.
- A caption reads "Table 3. Title" or "Figure 2. Title" above its block; the note of a table or
  chart stands below it.
- The thickness of a rule under a row counts to the height of the row.
- The items of a check list and the sources wear the style "callout", and so does running text in a
  call-out.
- A chapter that begins with a landscape page opens on it, without the numeral.
"""

# Table cells. The text of the first column begins at the margin; the last column ends at it.
CELL_TOP = 3.5
CELL_BOTTOM = 3.5
CELL_LEFT = 0.0
CELL_RIGHT = 7.5
LAST_CELL_RIGHT = 0.0
DENSE_TOP = 2.4  # of a cell in a dense table
DENSE_BOTTOM = 2.4
HEAD_RULE = 1.0  # under a header row, color "ink"
HAIRLINE = 0.6  # under every other row, color "line2"
TABLE_AFTER = 10.0  # below a table without a note
LONG_CELL = 900  # characters in a cell above which Word may break its row over pages
LONG_PARAGRAPH = 60  # what each paragraph counts for besides its characters
EMPHASIS = "accent_wash"  # tint of an emphasised row

# Badges of a chapter: pills on one line, as high as this in place of the leading of "badge".
BADGE_HEIGHT = 20.0
BADGE_GAP = 6.5  # between two pills
BADGE_PAD = 9.5  # right of the name
BADGE_DISC = 13.6

# A list item at level 1 is indented this much further; text stands `bullet.indent` right of it.
ITEM_INDENT = 15.0
LIST_AFTER = 7.0  # below the last item
CHECK_PAD = 3.6  # above and below an item of a check list, which has a hairline below it

# The rule left of a quote, color "accent".
QUOTE_RULE = 2.2

# Call-out.
CALLOUT_PAD = 12.5
CALLOUT_BEFORE = 8.0
CALLOUT_AFTER = 12.0

# Key figures in a row of equal columns. With a note on any of them: rule of ink, label, value,
# note, hairline, and the
# label is set in the color of the note. Without: value, then label, no rules.
FIGURES_BEFORE = 12.0
FIGURES_AFTER = 14.0
FIGURES_PAD = 9.0  # above the first and below the last line
FIGURES_GAP = 14.0  # right of each column but the last

# Charts and timelines.
FIGURE_BEFORE = 4.0  # between caption (or subtitle) and drawing
FIGURE_AFTER = 12.0

# The model-facts label.
FACTS_FRAME = 1.5
FACTS_PAD = 12.5  # left, right and below
FACTS_TOP = 7.0
FACTS_LINE = 5.2  # above and below the text of a line
FACTS_INDENT = 10.0  # of a line at level 1
FACTS_RULE = 0.8  # between title and headline, color "ink"
FACTS_BAR = 5.4  # below the summary and above the foot, color "ink"
FACTS_HEAVY = 2.6  # above a heavy line, color "ink"
FACTS_AFTER = 12.0

# Steps: a disc and a line, then title and detail.
STEP_DISC = 15.0
STEP_GAP = 7.0  # between columns
STEP_TEXT = 5.0  # between disc and title
STEPS_BEFORE = 6.0
STEPS_AFTER = 12.0

# Tiers: block, text and amount side by side; a hairline below each.
TIER_BLOCK = 0.22  # share of the width
TIER_AMOUNT = 0.165
TIER_GAP = 14.0
TIER_PAD = 9.0  # above and below
TIERS_BEFORE = 16.0
TIERS_AFTER = 12.0

# Columns.
COLUMNS_GAP = 26.0
COLUMNS_BEFORE = 10.0
COLUMNS_AFTER = 14.0

# Contents: numeral, title over line, dots, page number; a hairline below each, a rule of ink
# above the first.
CONTENTS_NUMBER = 37.5
CONTENTS_DOTS = 81.0  # from the first dot to the right edge of the page number
CONTENTS_PAD = 1.8
CONTENTS_DOT = 13.0
LEGEND_PAD = 13.5

# Sources: the number, then the text this far right of it.
SOURCE_INDENT = 22.0

# A cover title with more characters than this is set in the style "title_long".
COVER_LONG = 36
COVER_TOP = 48.0  # from the top edge to the line with organization and version
COVER_LINE = 13.0  # the height of that line
BAND_HEIGHT = 76.0  # of the colored band across the top of a brief
BAND_TEXT = 20.0  # from its foot to the first line of text

"""The live preview: the pages of the document beside the form, in full screen and in the export."""

"""What is asked, and how it reads in the document."""

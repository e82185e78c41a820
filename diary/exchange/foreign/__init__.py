"""Tables of other apps and of spreadsheets: found out about, mapped by the patient, and read.

Nothing is guessed silently. What a file leaves open (how its letters are coded, which number of a
date is the month, what 4 means on its scale) is asked; `draft` holds the answers.
"""

"""The words of a text, for finding out how alike two texts are."""

import re

words_of = re.compile(r"\w+|[^\w\s]").findall

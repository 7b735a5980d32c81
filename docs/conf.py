"""The documentation as a site: `sphinx-build -W docs site`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "factcheck"
copyright = "the factcheck authors"
extensions = ["myst_parser", "rule_pages"]
exclude_patterns = ["_ext"]
myst_enable_extensions = ["fieldlist"]
myst_heading_anchors = 3  # links to a heading of another page are checked too
html_theme = "furo"
html_title = "factcheck"
html_show_sphinx = False
nitpicky = True
html_static_path = ["_static"]
html_css_files = ["site.css"]  # examples are prose: their lines may break
